import { followersUnread } from '@qingniao/accounts';
import type { Database } from '@qingniao/storage';
import { setTimeout as sleep } from 'node:timers/promises';

/** A proof does not wait for itself. */
export const PROOF_JOB = 'prove';

const PATIENCE = 15 * 60_000;

/** Waits for what the product is still fetching from WeChat: the years before the demo, the panel's figures, comments, where new followers came from. */
export async function settled(database: Database, brandIds: readonly number[], tell: (left: number) => void | Promise<void>): Promise<void> {
  for (const began = performance.now(); performance.now() - began < PATIENCE; await sleep(1000)) {
    const [{ left } = { left: 0 }] = await database.system.query<{ left: number }>(
      `select count(*)::int as left from job where brand_id = any ($1) and state in ('queued', 'running') and kind <> $2`, [brandIds, PROOF_JOB]);
    const waiting = left + (await followersUnread(database, brandIds));
    if (waiting === 0) return;
    await tell(waiting);
  }
}
