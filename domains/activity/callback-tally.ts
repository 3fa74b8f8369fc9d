import { type Log, localDay, messageOf, nowDate } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import type { CryptErrorName } from '@qingniao/wechat';
import type { Querier } from './types.ts';

/** How a callback ended: accepted, the reason of the cipher or scanner, or what HTTP itself refused. */
export type CallbackOutcome = 'accepted' | CryptErrorName | 'oversized' | 'unknown_asset' | 'bad_request' | 'log_away';
/** Beside that: whether the brand's previous system took what was passed on to it. */
export type RelayOutcome = 'relayed' | 'relay_failed';

export interface CallbackTally {
  count(asset: { id: string; brandId: number } | null, outcome: CallbackOutcome | RelayOutcome): void;
  /** Writes what was counted since the last time. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

interface Entry {
  brandId: number;
  assetId: string;
  day: string;
  outcome: CallbackOutcome | RelayOutcome;
  count: number;
  lastAt: Date;
}

const FLUSH_EVERY = 10_000;
const HOUR = 3_600_000;

/** Counts in memory, so that a flood of bad pushes costs the database one row every ten seconds. */
export function createCallbackTally({ database, log }: { database: Database; log: Log }): CallbackTally {
  let entries = new Map<string, Entry>();
  let hour = { number: -1, day: '' };

  /** Formatting a day costs as much as scanning a push; days change on the hour. */
  function dayOf(at: Date): string {
    const number = Math.floor(at.getTime() / HOUR);
    if (number !== hour.number) hour = { number, day: localDay(at) };
    return hour.day;
  }

  async function flush(): Promise<void> {
    if (entries.size === 0) return;
    const written = entries;
    entries = new Map();
    const rows = [...written.values()];
    try {
      await database.system.query(
        `insert into callback_tally (brand_id, asset_id, day, outcome, count, last_at)
         select * from unnest($1::int[], $2::text[], $3::date[], $4::text[], $5::int[], $6::timestamptz[])
         on conflict (brand_id, asset_id, day, outcome)
         do update set count = callback_tally.count + excluded.count, last_at = greatest(callback_tally.last_at, excluded.last_at)`,
        [
          rows.map((row) => row.brandId), rows.map((row) => row.assetId), rows.map((row) => row.day),
          rows.map((row) => row.outcome), rows.map((row) => row.count), rows.map((row) => row.lastAt.toISOString()),
        ],
      );
    } catch (error) {
      log.warn({ err: messageOf(error) }, 'callback counts could not be written, keeping them');
      for (const [key, row] of written) add(key, row);
    }
  }

  function add(key: string, entry: Entry): void {
    const held = entries.get(key);
    if (!held) entries.set(key, entry);
    else {
      held.count += entry.count;
      if (entry.lastAt > held.lastAt) held.lastAt = entry.lastAt;
    }
  }

  const timer = setInterval(() => void flush(), FLUSH_EVERY).unref();

  return {
    count(asset, outcome) {
      const lastAt = nowDate();
      const entry = { brandId: asset?.brandId ?? 0, assetId: asset?.id ?? '-', day: dayOf(lastAt), outcome, count: 1, lastAt };
      add(`${entry.assetId} ${entry.day} ${outcome}`, entry);
    },
    flush,
    async close() {
      clearInterval(timer);
      await flush();
    },
  };
}

export interface TallyRow {
  assetId: string;
  day: string;
  outcome: CallbackOutcome;
  count: number;
  lastAt: Date;
}

/** The callbacks of a brand's assets since a day, newest first. */
export async function callbackTally(db: Querier, brandId: number, since: string): Promise<TallyRow[]> {
  return db.query<TallyRow & Record<string, unknown>>(
    `select asset_id as "assetId", day, outcome, count, last_at as "lastAt" from callback_tally
      where brand_id = $1 and day >= $2 and outcome not in ('relayed', 'relay_failed') order by day desc, asset_id, outcome`,
    [brandId, since],
  );
}

/** What became of the pushes passed on to an account's previous system since a day. */
export async function relayTally(db: Querier, brandId: number, assetId: string, since: string): Promise<Record<RelayOutcome, number>> {
  const [sums] = await db.query<Record<RelayOutcome, number>>(
    `select coalesce(sum(count) filter (where outcome = 'relayed'), 0)::int as relayed, coalesce(sum(count) filter (where outcome = 'relay_failed'), 0)::int as relay_failed
       from callback_tally where brand_id = $1 and asset_id = $2 and day >= $3`,
    [brandId, assetId, since],
  );
  return sums!;
}
