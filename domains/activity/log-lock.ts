import type { Querier } from './types.ts';

/** One number for the whole installation; `tests` and other rooms never use it themselves. */
const LOG_LOCK = 7_305_201;

/** Heard by whoever follows the log (projections, live pages). Sent at most once per commit. */
export const LOG_GREW = 'event_log';

/**
 * From here to commit nobody else draws ids, so ids appear in commit order and a cursor never
 * skips one. Take it last, hold it briefly: every callback waits for it.
 */
export const lockLog = (tx: Querier): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock($1), pg_notify($2, \'\')', [LOG_LOCK, LOG_GREW]);
