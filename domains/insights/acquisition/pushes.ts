import type { Text } from '@qingniao/kernel';
import { quotientCell } from '../community.ts';
import type { Behind, Given, Metric, Query } from '../metric.ts';
import { follows, moved } from '../people-sql.ts';
import { together } from '../together.ts';
import { tooYoung, TWO_DAYS, youngText } from '../young-pushes.ts';

/** W-10: exactly 48:00:00 is inside. */
const WINDOW = TWO_DAYS;

/** Calls that WeChat took, by variant: when, and what it reported of them. */
const sentVariants = `
  select c.variant, min(c.submitted_at) as started_at, max(c.submitted_at) as last_at, sum(r.sent_count) as delivered, bool_and(coalesce(r.succeeded, false)) as carried_out
    from push_call c left join mass_report r on r.brand_id = c.brand_id and r.asset_id = p.asset_id and r.msg_id = c.msg_id
   where c.brand_id = p.brand_id and c.push_id = p.id and c.state = 'accepted'
   group by c.variant`;
const ofPeriod = `p.brand_id = $1 and c.started_at >= $2 and c.started_at < $3 and ($4::text is null or p.asset_id = $4::text)`;

/**
 * Pushes of the period that WeChat carried out: when the first and the last call were accepted, since when its people may be
 * noted (its freeze), what was delivered (SentCount). A variant counts when WeChat has carried out all its calls: the people
 * of one it refused, or has not reported on, are in no denominator.
 */
const sentPushes = `
  select p.id, p.title, p.asset_id, c.started_at, c.last_at, coalesce(p.frozen_at, c.started_at) as frozen_at, c.delivered, c.variants
    from push p
    join lateral (select min(started_at) as started_at, max(last_at) as last_at, sum(delivered)::bigint as delivered, array_agg(variant::text) as variants
                    from (${sentVariants}) v where carried_out) c on c.delivered is not null
   where ${ofPeriod}`;

const given: Given = {
  of: {
    store: 'database',
    sql: `select id as pushes, title as titles, asset_id as assets, floor(extract(epoch from started_at))::bigint as starts, floor(extract(epoch from last_at))::bigint as lasts,
                 floor(extract(epoch from frozen_at))::bigint as frozen, delivered, variants
            from (${sentPushes}) sent order by started_at, id`,
  },
  columns: ['pushes', 'titles', 'assets', 'starts', 'lasts', 'frozen', 'delivered', 'variants'],
};

/** Of every push of the period: its last call, whether it counts, and which of its variants are left out. */
const told: Query = {
  store: 'database',
  sql: `select p.title, floor(extract(epoch from c.last_at))::bigint as last, c.counts,
               (select array_agg(coalesce(nullif(v.name, ''), '#' || o.variant) order by o.variant)
                  from unnest(c.left_out) as o (variant) left join push_variant v on v.brand_id = p.brand_id and v.push_id = p.id and v.number = o.variant) as variants
          from push p
          join lateral (select min(started_at) as started_at, max(last_at) as last_at, bool_or(carried_out) as counts, array_agg(variant) filter (where not carried_out) as left_out
                          from (${sentVariants}) v) c on true
         where ${ofPeriod}
         order by c.started_at, p.id`,
};

interface Told {
  title: string;
  last: number;
  counts: boolean;
  /** Null: none is left out. */
  variants: string[] | null;
}

const NAMED = 5;

/** What stands in neither number, by name. */
function leftOutText(rows: readonly Told[]): Text | null {
  const all = rows.flatMap(({ title, counts, variants }): { title: string; name: string | null }[] =>
    (variants === null ? [] : counts ? variants.map((name) => ({ title, name })) : [{ title, name: null }]));
  if (all.length === 0) return null;
  const more = all.length - NAMED;
  const names = all.slice(0, NAMED);
  return {
    zh: `微信没有发出或尚未报告结果，因此未计入：${names.map(({ title, name }) => `“${title}”${name === null ? '' : `的版本“${name}”`}`).join('、')}${more > 0 ? `等 ${all.length} 项` : ''}。`,
    en: `Left out, as WeChat did not carry them out or has not reported on them: ${names.map(({ title, name }) => `“${title}”${name === null ? '' : `, variant “${name}”`}`).join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
  };
}

/** Those whose two days are not over, and those left out. */
const missing: Metric['missing'] = {
  query: told,
  say: (rows) => {
    const pushes = rows as unknown as readonly Told[];
    return together([youngText(lastsOf(pushes), WINDOW), leftOutText(pushes)]);
  },
  early: (rows) => tooYoung(lastsOf(rows as unknown as readonly Told[]), WINDOW),
};
const lastsOf = (rows: readonly Told[]): number[] => rows.filter(({ counts }) => counts).map(({ last }) => last);

/** Numbers of the pushes (sorted by start) that began at most so many seconds before an instant. */
const pushesAround = (at: string, reach: string) => `arrayJoin(range(
  toUInt32(arrayCount(start -> start < toUnixTimestamp(${at}) - (${reach}), {starts:Array(UInt32)})) + 1, toUInt32(arrayCount(start -> start <= toUnixTimestamp(${at}), {starts:Array(UInt32)})) + 1))`;
/** Seconds between the first and the last call of the push that took longest. */
const LONGEST = 'toUInt32(arrayMax(arrayMap((start, last) -> last - start, {starts:Array(UInt32)}, {lasts:Array(UInt32)})))';
const END = `toDateTime(arrayMax({lasts:Array(UInt32)})) + ${WINDOW}`;

/** Who left, when, and after which push and whichever variant of it; few, so the audiences are looked up for them alone. */
const leavers = `
  select contact_id, at, ${pushesAround('at', `${WINDOW} + ${LONGEST}`)} as number, {pushes:Array(String)}[number] as push, arrayJoin({variants:Array(Array(String))}[number]) as variant
    from {events e} where brand_id = {brand:UInt32} and type = 'unfollow' and at >= {from:DateTime} and at <= ${END}`;

/**
 * Members of the frozen audience who left within 48 hours of their own call, once per push. Each is noted when that call is
 * made, which may be days after the first, and after the period. Few of millions ever left: that alone passes over the most rows.
 */
const lost = `
  select distinct t.identity as identity, t.push as push
    from (select contact_id as identity, toString(push_id) as push, toUnixTimestamp(at) as called
            from {events e}
           where brand_id = {brand:UInt32} and type = 'push.targeted' and at >= toDateTime(arrayMin({frozen:Array(UInt32)})) and at <= ${END}
             and contact_id in (select contact_id from (${leavers})) and (contact_id, toString(push_id), toString(variant_id)) in (select contact_id, push, variant from (${leavers}))) as t
    join (select distinct contact_id as identity, push, toUnixTimestamp(at) as gone from (${leavers})) as l on l.identity = t.identity and l.push = t.push
   where l.gone >= t.called and l.gone - t.called <= ${WINDOW}`;

/** New follows of the account within 48 hours. */
const gained = `
  select person, {pushes:Array(String)}[number] as push
    from (select person, asset_id, ${pushesAround('followed_at', `${WINDOW}`)} as number
            from ${follows} where observed = 1 and followed_at >= {from:DateTime} and followed_at <= {to:DateTime} + ${WINDOW})
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
  store: 'warehouse', given: [given], sql: perPush('gone', lost), adds: { sums: ['numerator'], events: ['unfollow', 'push.targeted'], after: Infinity, lasting: true },
};

export const unfollowAfterPush: Metric = {
  id: 'unfollow_after_push', rows: ['W-10'], chapter: 'acquisition', unit: 'rate', sources: ['callback', 'platform'], better: 'lower', dimension: null,
  name: { zh: '群发后 48 小时取关率', en: 'Unfollows within 48 h of a push' },
  definition: {
    zh: '群发名单内的人，从发给本人的那次调用起 48 小时内（含整 48:00:00）取关的，除以微信报告的送达人数。两次群发后都在 48 小时内取关的人各计一次。微信没有发出、或尚未报告结果的不计入。',
    en: 'Members of the audience who left within 48 hours of the call that went to them (48:00:00 is inside), divided by what WeChat reported as delivered. Who leaves within 48 hours of two pushes counts once for each. What WeChat did not carry out, or has not reported on, does not count.',
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
    zh: '从首次调用起 48 小时内该公众号的新关注，不论来源；同时处在两次群发之后的各计一次。',
    en: 'New follows of the account within 48 hours of the push’s first call, whatever their source; one within 48 hours of two pushes counts for each.',
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
  definition: { zh: '群发名单内的人，从发给本人的那次调用起 48 小时内取关的。', en: 'Members of the audience who left within 48 hours of the call that went to them.' },
  numerator: { zh: '48 小时内取关', en: 'Left within 48 hours' },
  denominator: delivered,
  query: lostByPush,
  missing,
  behind: perPushBehind(peopleLost('l.push = {key:String}')),
};
