import { quotientCell } from '../community.ts';
import type { Behind, Given, Metric, Query } from '../metric.ts';
import { follows, moved } from '../people-sql.ts';
import { tooYoung, TWO_DAYS, youngText } from '../young-pushes.ts';

/** W-10: exactly 48:00:00 is inside. */
const WINDOW = TWO_DAYS;

/**
 * Pushes of the period that WeChat carried out: when the first call was accepted, since when its people may be noted (its
 * freeze), what was delivered (SentCount). A variant counts when WeChat has carried out all its calls: the people of one it
 * refused, or has not reported on, are in no denominator.
 */
const sentPushes = `
  select p.id, p.title, p.asset_id, c.started_at, coalesce(p.frozen_at, c.started_at) as frozen_at, c.delivered, c.variants
    from push p
    join lateral (select min(started_at) as started_at, sum(delivered)::bigint as delivered, array_agg(variant::text) as variants
                    from (select c.variant, min(c.submitted_at) as started_at, sum(r.sent_count) as delivered
                            from push_call c left join mass_report r on r.brand_id = c.brand_id and r.asset_id = p.asset_id and r.msg_id = c.msg_id
                           where c.brand_id = p.brand_id and c.push_id = p.id and c.state = 'accepted'
                           group by c.variant having bool_and(coalesce(r.succeeded, false))) carried_out) c on c.delivered is not null
   where p.brand_id = $1 and c.started_at >= $2 and c.started_at < $3 and ($4::text is null or p.asset_id = $4::text)`;

const given: Given = {
  of: {
    store: 'database',
    sql: `select id as pushes, title as titles, asset_id as assets, floor(extract(epoch from started_at))::bigint as starts,
                 floor(extract(epoch from frozen_at))::bigint as frozen, delivered, variants
            from (${sentPushes}) sent order by started_at, id`,
  },
  columns: ['pushes', 'titles', 'assets', 'starts', 'frozen', 'delivered', 'variants'],
};

const startsOf = (rows: readonly Record<string, unknown>[]): number[] => rows.map(({ starts }) => starts as number);
/** Those whose two days are not over. */
const missing: Metric['missing'] = { query: given.of, say: (rows) => youngText(startsOf(rows), WINDOW), early: (rows) => tooYoung(startsOf(rows), WINDOW) };

/** Numbers of the pushes (sorted by start) whose 48 hours hold an instant. */
const pushesAround = (at: string) => `arrayJoin(range(
  toUInt32(arrayCount(start -> start < toUnixTimestamp(${at}) - ${WINDOW}, {starts:Array(UInt32)})) + 1, toUInt32(arrayCount(start -> start <= toUnixTimestamp(${at}), {starts:Array(UInt32)})) + 1))`;
const window = (at: string) => `${at} >= {from:DateTime} and ${at} <= {to:DateTime} + ${WINDOW}`;

/** Who left, and after which push and whichever variant of it; few, so the audiences are looked up for them alone. */
const leavers = `
  select contact_id, ${pushesAround('at')} as number, {pushes:Array(String)}[number] as push, arrayJoin({variants:Array(Array(String))}[number]) as variant
    from {events e} where brand_id = {brand:UInt32} and type = 'unfollow' and ${window('at')}`;

/**
 * Members of the frozen audience who left within 48 hours, once per push. Each is noted when their own call is made, which
 * may be after the period. Few of millions ever left: that alone passes over the most rows.
 */
const lost = `
  select distinct contact_id as identity, toString(push_id) as push
    from {events e}
   where brand_id = {brand:UInt32} and type = 'push.targeted' and at >= toDateTime(arrayMin({frozen:Array(UInt32)})) and at <= {to:DateTime} + ${WINDOW}
     and contact_id in (select contact_id from (${leavers})) and (contact_id, toString(push_id), toString(variant_id)) in (select contact_id, push, variant from (${leavers}))`;

/** New follows of the account within 48 hours. */
const gained = `
  select person, {pushes:Array(String)}[number] as push
    from (select person, asset_id, ${pushesAround('followed_at')} as number from ${follows} where observed = 1 and ${window('followed_at')})
   where {assets:Array(String)}[number] = asset_id`;

const perPush = (counted: string, source: string): string => `
  select sent.1 as key, sent.2 as name, coalesce(${counted}, 0) as numerator, sent.3 as denominator
    from (select arrayJoin(arrayZip({pushes:Array(String)}, {titles:Array(String)}, {delivered:Array(UInt64)})) as sent) p
    left join (select push, count() as ${counted} from (${source}) group by push) c on c.push = sent.1
   order by key`;

const peopleLost = (where: string) => `
  select distinct if(m.contact_id = 0, l.identity, m.contact_id) as id from (${lost}) as l left join ${moved} as m on m.identity_id = l.identity where ${where}`;
const delivered = { zh: '送达人次', en: 'Delivered' };
const perPushBehind = (sql: string): Behind => ({ kind: 'contacts', numerator: { store: 'warehouse', given: [given], sql }, denominator: null });

const lostByPush: Query = {
  store: 'warehouse', given: [given], sql: perPush('gone', lost), adds: { sums: ['numerator'], events: ['unfollow', 'push.targeted'], after: WINDOW, lasting: true },
};

export const unfollowAfterPush: Metric = {
  id: 'unfollow_after_push', rows: ['W-10'], chapter: 'acquisition', unit: 'rate', sources: ['callback', 'platform'], better: 'lower', dimension: null,
  name: { zh: '群发后 48 小时取关率', en: 'Unfollows within 48 h of a push' },
  definition: {
    zh: '群发名单内在群发后 48 小时内（含整 48:00:00）取关的人，除以微信报告的送达人数。两次群发后都在 48 小时内取关的人各计一次。微信没有发出、或尚未报告结果的不计入。',
    en: 'Members of the audience who left within 48 hours of the push (48:00:00 is inside), divided by what WeChat reported as delivered. Who leaves within 48 hours of two pushes counts once for each. What WeChat did not carry out, or has not reported on, does not count.',
  },
  numerator: { zh: '48 小时内取关', en: 'Left within 48 hours' },
  denominator: delivered,
  query: lostByPush,
  missing,
  cells: (rows) => {
    const sum = (part: 'numerator' | 'denominator') => rows.reduce((total, row) => total + (row[part] ?? 0), 0);
    return [quotientCell('', sum('numerator'), sum('denominator'))];
  },
  behind: perPushBehind(peopleLost('1')),
};

const byPush = { name: { zh: '群发', en: 'Push' }, keys: null };

/** W-11: whatever their source, which nobody can tie to an article. */
export const pushGained: Metric = {
  id: 'push_gained', rows: ['W-11'], chapter: 'acquisition', unit: 'count', sources: ['callback', 'platform'], better: 'higher', dimension: byPush,
  name: { zh: '群发后新增关注', en: 'Gained after a push' },
  definition: {
    zh: '群发后 48 小时内该公众号的新关注，不论来源；同时处在两次群发之后的各计一次。',
    en: 'New follows of the account within 48 hours of the push, whatever their source; one within 48 hours of two pushes counts for each.',
  },
  numerator: { zh: '48 小时内新关注', en: 'New follows within 48 hours' },
  denominator: delivered,
  query: { store: 'warehouse', given: [given], sql: perPush('gained', gained), adds: { sums: ['numerator'], follows: true, after: WINDOW, lasting: true } },
  missing,
  behind: perPushBehind(`select distinct person as id from (${gained}) where push = {key:String}`),
};

export const pushLost: Metric = {
  id: 'push_lost', rows: ['W-11'], chapter: 'acquisition', unit: 'count', sources: ['callback', 'platform'], better: 'lower', dimension: byPush,
  name: { zh: '群发后取关', en: 'Lost after a push' },
  definition: { zh: '群发名单内在群发后 48 小时内取关的人。', en: 'Members of the audience who left within 48 hours of the push.' },
  numerator: { zh: '48 小时内取关', en: 'Left within 48 hours' },
  denominator: delivered,
  query: lostByPush,
  missing,
  behind: perPushBehind(peopleLost('l.push = {key:String}')),
};
