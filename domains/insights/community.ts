import { sourceGroups } from '@qingniao/people';
import type { Answer, Cell, Query } from './metric.ts';
import { actions, actionTypes, follows, followsAt, followsAtStart, followsInPeriod } from './people-sql.ts';

/** Bits beside those of the months: followed in the period at all, alive at its start and at its end. */
const AT_ALL = 61;
const AT_START = 62;
const AT_END = 63;

const bit = (position: string | number) => `bitShiftLeft(toUInt64(1), ${position})`;
const monthNumber = (instant: string) => `toRelativeMonthNum(${instant}, 'Asia/Shanghai')`;
/** How many of `{bounds}` are at or before an instant; they are the starts of consecutive months. */
const boundsUntil = (instant: string) =>
  `toUInt8(greatest(0, least(length({bounds:Array(UInt32)}), toInt64(${monthNumber(instant)}) - ${monthNumber('toDateTime({bounds:Array(UInt32)}[1])')} + 1)))`;

/**
 * At which of `{bounds}` a follow was alive, as bits: bit 0 is the start of the first month, bit n the end of the n-th.
 * A follow is one span, so its bits are all those from one to another.
 */
const alive = `assumeNotNull(bitOr(bitOr(
    bitAnd(${bit(boundsUntil('coalesce(unfollowed_at, {to:DateTime})'))} - 1, bitNot(${bit(boundsUntil('followed_at'))} - 1)),
    ${bit(AT_START)} * ${followsAtStart}), ${bit(AT_END)} * ${followsAt('{to:DateTime}')}))`;

/** By person, and by person and source (without: ''): the bounds at which they followed. Who follows two accounts counts under the source of each. */
export const following = `(
  select person, source_group, groupBitOr(${alive}) as following from ${follows} where ${followsInPeriod}
   group by grouping sets ((person), (person, source_group)))`;

/** As `boundsUntil`, of an instant of the period: less work for each of millions. No complete month ends after it. */
const boundsUntilWithin = (instant: string) =>
  `if(empty({bounds:Array(UInt32)}), toUInt8(0), toUInt8(greatest(0, ${monthNumber(instant)} + 1 - ${monthNumber('toDateTime({bounds:Array(UInt32)}[1])')})))`;

/** By person: the months with an action, numbered as the bounds at their ends; actions outside complete months have bits besides. */
export const acting = `(select person, groupBitOr(${bit(boundsUntilWithin('at'))}) as acting from ${actions} group by person)`;

const groups = Object.keys(sourceGroups);

/** As `following`, a column a source: much faster than a row a source. */
const followingBySource = `(
  select person, ${groups.map((group) => `groupBitOrIf(span, source_group = '${group}') as ${group}`).join(', ')}
    from (select person, source_group, bitOr(${alive}, ${bit(AT_ALL)}) as span from ${follows} where ${followsInPeriod}) group by person)`;

/** How many people have the same bits, by source and (source '') over all: a few thousand rows instead of everybody. Joined in full: somebody may act without following. */
const alike = `(
  select side.1 as source_group, side.2 as following, acting, sum(people) as people
    from (select arrayJoin([('', ${groups.reduce((all, group) => `bitOr(${all}, ${group})`)}), ${groups.map((group) => `('${group}', ${group})`).join(', ')}]) as side, acting, people
            from (select ${groups.map((group) => `f.${group} as ${group}`).join(', ')}, a.acting as acting, count() as people
                    from ${followingBySource} as f full join ${acting} as a on a.person = f.person
                   group by ${groups.join(', ')}, acting))
   where side.1 = '' or side.2 <> 0
   group by source_group, following, acting)`;

const ofMonths = (bits: string) => `sumForEach(arrayMap(month -> people * bitTest(${bits}, month), range(1, length({months:Array(String)}) + 1)))`;

/**
 * One walk through everybody for all that is asked about people over time, by source and (source '') over all.
 * Rows: source, month; people who followed at its start and end, who acted, who did both; and of the whole period,
 * the same on each row, who followed at its start, at its end, at any time, and who of these acted.
 */
export const community: Query = {
  store: 'warehouse',
  adds: { sums: ['opening', 'closing', 'active', 'active_following', 'at_start', 'at_end', 'ever', 'ever_active'], events: actionTypes, follows: true },
  sql: `select source_group as key, {months:Array(String)}[number] as month, openings[number] as opening, closings[number] as closing, actives[number] as active,
               active_followings[number] as active_following, at_start, at_end, ever, ever_active
          from (select source_group, ${ofMonths('bitShiftLeft(following, 1)')} as openings, ${ofMonths('following')} as closings,
                       ${ofMonths('acting')} as actives, ${ofMonths('bitAnd(following, acting)')} as active_followings,
                       sum(people * bitTest(following, ${AT_START})) as at_start, sum(people * bitTest(following, ${AT_END})) as at_end,
                       sum(people * bitTest(following, ${AT_ALL})) as ever, sumIf(people * bitTest(following, ${AT_ALL}), acting > 0) as ever_active
                  from ${alike} group by source_group)
          left array join arrayEnumerate({months:Array(String)}) as number
         order by key, month`,
};

export interface CommunityRow extends Answer {
  /** `2026-01`; '' in a period without a complete month. */
  month: string;
  opening: number;
  closing: number;
  active: number;
  active_following: number;
  at_start: number;
  at_end: number;
  ever: number;
  ever_active: number;
}

export const quotientCell = (key: string, numerator: number, denominator: number): Cell =>
  ({ key, numerator, denominator, value: denominator > 0 ? numerator / denominator : null });

/** Rows over all sources, a month each. */
export const overall = (rows: readonly Answer[]): CommunityRow[] => (rows as readonly CommunityRow[]).filter(({ key }) => key === '');
export const monthsOf = (rows: readonly CommunityRow[]): CommunityRow[] => rows.filter(({ month }) => month !== '');

/** What a list behind a month's cell selects people by. */
export const monthBit = (bits: string, months = 0): string =>
  `(has({months:Array(String)}, {key:String}) and bitTest(${bits}, toUInt8(indexOf({months:Array(String)}, {key:String}) - ${months})))`;
