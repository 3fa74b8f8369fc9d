import { IDENTITY_ERASED } from '@qingniao/activity';
import { type Log, messageOf, now } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import { SIGNED_IN_FOR, type Shopper } from './shoppers.ts';

/** Whose pass is over before its time: nothing more may be written down about who was erased. */
export interface Erased {
  has(shopper: Shopper): boolean;
  close(): Promise<void>;
}

const keyOf = (brandId: number, identityId: number): string => `${brandId} ${identityId}`;

/** Remembered, since a drop asks a thousand times a second; every process hears of an erasure with its commit. */
export async function openErased(database: Database, log: Log): Promise<Erased> {
  const erased = new Set<string>();
  /** Passes given before that are over by themselves. */
  const read = async () => {
    const rows = await database.system.query<{ brandId: number; identityId: number }>(
      'select brand_id as "brandId", identity_id as "identityId" from erased_identity where at > $1', [new Date(now() - SIGNED_IN_FOR)],
    );
    for (const { brandId, identityId } of rows) erased.add(keyOf(brandId, identityId));
  };
  const unlisten = await database.listen(IDENTITY_ERASED, () => {
    read().catch((error: unknown) => log.warn({ err: messageOf(error) }, 'who was erased could not be read'));
  });
  await read();
  return { has: ({ brandId, identityId }) => erased.has(keyOf(brandId, identityId)), close: unlisten };
}
