import { prepared } from './prepared.ts';
import type { Tx } from './types.ts';

/** Processes that follow the log LISTEN here; told by every transaction that wrote, and which projections somebody waits for. */
export const LOG_CHANNEL = 'qingniao_log';
const LOG_LOCK = 0x716e_0002;

/**
 * Call before the first id of the log is drawn in a transaction. Writers then commit one after the other, so ids
 * appear in the order they were drawn, and a reader's cursor can never pass a smaller id that is still to come.
 * Readers are told when the transaction commits.
 */
export async function lockLog(tx: Tx): Promise<void> {
  await tx.query(LOCK_LOG.sql, LOCK_LOG.params);
}

/** The same for a transaction that goes out at once. */
export const LOCK_LOG = { sql: prepared('SELECT pg_advisory_xact_lock($1), pg_notify($2, $3)'), params: [LOG_LOCK, LOG_CHANNEL, ''] };

/** Somebody waits for these projections: whoever runs them gathers no longer. */
export const hurry = async (db: Pick<Tx, 'query'>, names: readonly string[]): Promise<void> =>
  void (await db.query(prepared('SELECT pg_notify($1, $2)'), [LOG_CHANNEL, names.join()]));
