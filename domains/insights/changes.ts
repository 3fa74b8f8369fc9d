import { followPeriodChanges } from '@qingniao/people';
import type { Heads } from './heads.ts';
import type { Adds, Readers } from './metric.ts';
import type { Question } from './question.ts';

/** What happened between two places in the log. */
export interface Changes {
  /** Identity 0: nobody we know. */
  acts: { identity: number; type: string; at: Date }[];
  /** What a follow says, and what it said before; null for one that began. */
  follows: { identity: number; before: Follow | null; now: Follow }[];
}

/** Instants in epoch seconds. */
interface Follow extends Record<string, unknown> {
  identity_id: number;
  event_id: number;
  followed: number;
  unfollowed: number | null;
  source_group: string;
  observed: number;
}

/** With more, everybody is counted as quickly. */
const MOST_ACTS = 20_000;
const MOST_PEOPLE = 5_000;

/** Null when they cannot be told one by one: too many, people who became others (merged, separated, erased), or another epoch. */
export async function changesSince(readers: Readers, then: Heads, now: Heads): Promise<Changes | null> {
  if (then.epoch !== now.epoch || now.log < then.log || now.follows < then.follows) return null;
  const { brand } = readers;
  const acts = await brand.query<{ id: number; identity: number; type: string; at: Date }>(
    'select id, coalesce(identity_id, 0) as identity, type, at from event where brand_id = $1 and id > $2 order by id limit $3', [brand.brandId, then.log, MOST_ACTS],
  );
  const becameOthers = acts.some(({ type }) => type === 'identity.moved' || type === 'identity.erased');
  if (becameOthers || acts.length === MOST_ACTS || new Set(acts.map(({ identity }) => identity)).size > MOST_PEOPLE) return null;
  const follows = now.follows > then.follows ? await changedFollows(readers, then.follows) : [];
  return follows && { acts: acts.filter(({ id }) => id <= now.log), follows };
}

/** PostgreSQL, which may be ahead of the copies, knows at once which follows changed; the copies say what they said then and say now. */
async function changedFollows({ brand, warehouse }: Readers, since: number): Promise<Changes['follows'] | null> {
  const keys = await followPeriodChanges.read(brand, since, MOST_PEOPLE);
  if (keys.length === MOST_PEOPLE) return null;
  const newest = (table: string, revisions: string) => warehouse.query<Follow>(
    `select identity_id, event_id, toUnixTimestamp(followed_at) as followed, toUnixTimestamp(unfollowed_at) as unfollowed, source_group, observed
       from ${table} where brand_id = {brand:UInt32} and identity_id in {identities:Array(UInt64)} and event_id in {events:Array(UInt64)} and revision ${revisions} {since:UInt64}
      order by revision desc limit 1 by identity_id, event_id`,
    { params: { brand: brand.brandId, since, identities: [...new Set(keys.map(({ identityId }) => identityId))], events: keys.map(({ eventId }) => eventId) } },
  );
  const [now, before] = await Promise.all([newest('follow_periods', '>'), newest('past_follow_periods', '<=')]);
  const then = new Map(before.map((row) => [row.event_id, row]));
  return now.map((row) => ({ identity: row.identity_id, before: then.get(row.event_id) ?? null, now: row }));
}

/** Whether anything of it can have changed the answer. */
export function concerns(changes: Changes, { from, to }: Question, { events, follows, moves, after = 0 }: Adds): boolean {
  const [begin, end] = [from.getTime() / 1000, to.getTime() / 1000 + after];
  const inPeriod = (at: Date) => at.getTime() / 1000 >= begin && at.getTime() / 1000 <= end;
  /** What a follow is to the period. */
  const part = (follow: Follow | null): string => {
    if (!follow || follow.followed > end || (follow.unfollowed !== null && follow.unfollowed < begin)) return '';
    const gone = follow.unfollowed === null || follow.unfollowed > end ? 'stays' : follow.unfollowed;
    return [Math.max(follow.followed, begin - 1), gone, follow.source_group, follow.observed].join();
  };
  return changes.acts.some(({ type, at }) => (moves ? at < to : events?.includes(type) && inPeriod(at)))
    || (follows === true && changes.follows.some(({ before, now }) => part(before) !== part(now)));
}
