import { createHash } from 'node:crypto';
import type { Secrets } from '@qingniao/kernel';
import { prepared, type Tx } from '@qingniao/storage';
import type { Release } from './release.ts';

/** One thing that happened in a queue, in the order it did. */
export type LogEntry = { at: Date } & (
  | { did: 'arrived'; place: number; who: number }
  | { did: 'called'; upTo: number }
  | { did: 'ordered'; place: number; order: string }
  | { did: 'refused'; place: number; why: string }
);

/** Where a log ends. */
export interface Head {
  blocks: number;
  hash: string;
}

export type LogOf = Pick<Release, 'brandId' | 'storefrontId' | 'windowId'>;

/** Before the first block: logs of two releases cannot be exchanged. */
export const firstHash = ({ storefrontId, windowId }: LogOf): string => sha256(`${storefrontId}\n${windowId}`);
export const nextHash = (previous: string, entries: string): string => sha256(`${previous}\n${entries}`);
export const sealOf = (secrets: Secrets, { brandId, storefrontId, windowId }: LogOf, block: number, hash: string): string =>
  secrets.hash([brandId, storefrontId, windowId, block, hash].join('~'), 'drop log');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Adds a block and moves the counters; the row of `drop_queue` must be locked, and `head` read since. */
export async function writeBlock(tx: Tx, secrets: Secrets, of: LogOf, head: Head, entries: readonly LogEntry[], { arrived = 0, called = 0 }: { arrived?: number; called?: number } = {}): Promise<void> {
  const text = JSON.stringify(entries);
  const hash = nextHash(head.hash, text);
  const block = head.blocks + 1;
  await tx.query(
    prepared(`with moved as (update drop_queue set blocks = $4, hash = $6, arrivals = arrivals + $8, called = called + $9 where brand_id = $1 and storefront_id = $2 and window_id = $3)
     insert into drop_log (brand_id, storefront_id, window_id, block, entries, hash, seal) values ($1, $2, $3, $4, $5, $6, $7)`),
    [of.brandId, of.storefrontId, of.windowId, block, text, hash, sealOf(secrets, of, block, hash), arrived, called],
  );
}
