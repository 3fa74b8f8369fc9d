import { fieldColumn, singleFields } from '@qingniao/people';
import { comingSpans, daysOfYear } from '../person/coming.ts';
import { changeAfter, holdsAt } from '../person/spans.ts';
import { secondOf, secondsOf } from '../rule/durations.ts';
import type { ResolvedNode, ResolvedPattern } from '../rule/resolve.ts';
import type { ComingNode, Moment, Period, ProfileNode } from '../rule/types.ts';
import { byPerson, patternSql, type Scope } from './event-sql.ts';

/**
 * Which bound of the rule to write: as it is asked, or what it can become while only time passes: `upper` holds for
 * whoever it may come to hold for, `lower` only for those it can never stop holding for.
 */
export type Bound = 'exact' | 'upper' | 'lower';

export interface CompileScope extends Scope {
  /** The present members of the lists a rule asks about, by segment. */
  lists: ReadonlyMap<string, readonly number[]>;
  bound?: Bound;
}

/** A rule as a condition on rows of `contacts`. Behaviour is a set of people each, so that only the events it asks about are read. */
export function conditionSql(node: ResolvedNode, scope: CompileScope): string {
  const { params, bound = 'exact' } = scope;
  const may = timeMay(node);
  if (bound === 'upper' && may.rise) return '1';
  if (bound === 'lower' && may.fall) return '0';
  const words = (values: readonly string[]) => params.add('Array(String)', values);
  switch (node.type) {
    case 'all': return every(node.nodes.map((child) => conditionSql(child, scope)));
    case 'any': return some(node.nodes.map((child) => conditionSql(child, scope)));
    case 'not': return negated(conditionSql(node.node, { ...scope, bound: bound === 'upper' ? 'lower' : bound === 'lower' ? 'upper' : 'exact' }));
    case 'segment': return node.node ? conditionSql(node.node, scope) : `contact_id in ${params.add('Array(UInt64)', scope.lists.get(node.segmentId) ?? [])}`;
    case 'profile': return node.op === 'coming' ? comingSql(node, scope) : profileSql(node, scope);
    case 'consent': {
      const purpose = params.add('String', node.purpose);
      if (node.state === 'none') return `(not has(consents_given, ${purpose}) and not has(consents_withdrawn, ${purpose}))`;
      return `has(${node.state === 'given' ? 'consents_given' : 'consents_withdrawn'}, ${purpose})`;
    }
    case 'tag': return `hasAny(tags, ${words(node.tagIds)})`;
    case 'stage': return `stage in ${words(node.stages)}`;
    case 'source': return `source_group in ${words(node.groups)}`;
    case 'channel': return `channel_id in ${words(node.channelIds)}`;
    case 'follows': return node.assetId === null ? 'subscribed = 1' : `has(assets, ${params.add('String', node.assetId)})`;
    case 'moment': return momentSql(node.of, node.period, scope);
    case 'event': return eventSql(node.event, node.period, node.count, scope);
    case 'occurrence': return `contact_id in (select person from (${occurrenceSql(node.event, node.which, node.period, scope)}))`;
    case 'sequence': return `contact_id in (select person from (${sequenceSql(node.steps, secondsOf(node.within), node.period, scope)}))`;
  }
}

// What is settled needs no set of people to be gathered.
export const every = (conditions: readonly string[]): string => (conditions.includes('0') ? '0' : joined(conditions.filter((one) => one !== '1'), ' and ', '1'));
const some = (conditions: readonly string[]): string => (conditions.includes('1') ? '1' : joined(conditions.filter((one) => one !== '0'), ' or ', '0'));
export const negated = (condition: string): string => (condition === '1' ? '0' : condition === '0' ? '1' : `not (${condition})`);

const joined = (conditions: readonly string[], by: string, none: string): string =>
  conditions.length === 0 ? none : conditions.length === 1 ? conditions[0]! : `(${conditions.join(by)})`;

/** Whether a condition that does (not) hold may stop (begin) to, while only time passes. What is inside a group says so itself. */
function timeMay(node: ResolvedNode): { rise: boolean; fall: boolean } {
  if (node.type === 'profile') return { rise: node.op === 'coming', fall: node.op === 'coming' };
  const passes = 'period' in node && node.period.type === 'last';
  if (!passes) return { rise: false, fall: false };
  if (node.type !== 'event') return { rise: false, fall: true };
  return { rise: node.count.op !== 'at_least', fall: node.count.op !== 'at_most' };
}

function profileSql(node: Exclude<ProfileNode, ComingNode>, { params }: Scope): string {
  const text = (value: string) => params.add('String', value);
  const column = fieldColumn(node.field);
  switch (node.op) {
    case 'less': return numberSql(column, `< ${params.add('Float64', node.value)}`);
    case 'at_most': return numberSql(column, `<= ${params.add('Float64', node.value)}`);
    case 'at_least': return numberSql(column, `>= ${params.add('Float64', node.value)}`);
    case 'more': return numberSql(column, `> ${params.add('Float64', node.value)}`);
    case 'before': return `(${column} <> '' and ${column} < ${text(node.value)})`;
    case 'after': return `${column} > ${text(node.value)}`;
    case 'between': {
      const { from, to } = node;
      return typeof from === 'number' ? numberSql(column, `between ${params.add('Float64', from)} and ${params.add('Float64', to)}`) : `${column} between ${text(from)} and ${text(to as string)}`;
    }
  }
  if (singleFields.includes(node.field)) {
    switch (node.op) {
      case 'equals': return `${column} = ${text(node.value)}`;
      case 'in': return `${column} in ${params.add('Array(String)', node.values)}`;
      case 'contains': return `position(${column}, ${text(node.value)}) > 0`;
      case 'filled': return `${column} <> ''`;
    }
  }
  const values = `profile[${text(node.field)}]`;
  switch (node.op) {
    case 'equals': return `has(${values}, ${text(node.value)})`;
    case 'in': return `hasAny(${values}, ${params.add('Array(String)', node.values)})`;
    case 'contains': return `arrayExists(one -> position(one, ${text(node.value)}) > 0, ${values})`;
    case 'filled': return `notEmpty(${values})`;
  }
}

const numberSql = (column: string, compared: string): string => `ifNull(toFloat64OrNull(${column}) ${compared}, 0)`;

/** The day of the year of a date's column; '' of nobody's. Of a sealed date it is all there is. */
const dayOfYear = (field: ComingNode['field']): string => `right(${fieldColumn(field)}, 5)`;

/** A year has so few days that the calendar is asked here, once for each, and the warehouse only compares words. */
function comingSql(node: ComingNode & { zone: string }, { params, asOf }: Scope): string {
  const holding = daysOfYear.filter((day) => holdsAt(comingSpans(day, node, asOf), asOf));
  return `${dayOfYear(node.field)} in ${params.add('Array(String)', holding)}`;
}

/** When that begins or ends next, of everybody with such a date. */
export function comingDueSql(node: ComingNode & { zone: string }, { params, asOf }: Scope): string {
  const seconds = daysOfYear.map((day) => changeAfter(comingSpans(day, node, asOf), asOf)!);
  return `select contact_id as person, transform(${dayOfYear(node.field)}, ${params.add('Array(String)', daysOfYear)}, ${params.add('Array(Int64)', seconds)}, toInt64(0)) as due
    from contacts final where brand_id = {brand:UInt32} and removed = 0 and ${fieldColumn(node.field)} <> ''`;
}

const momentColumns: Record<Moment, string> = { followed: 'followed_at', unfollowed: 'unfollowed_at', first_seen: 'first_seen_at', stage_since: 'stage_since' };

/** The second of a moment of `contacts`; null for nobody's. */
export const momentSecond = (of: Moment): string => `toUnixTimestamp(${momentColumns[of]})`;

/** A second that lies in the period, as conditions on it. */
function secondIn(second: string, period: Period, { params, asOf }: Scope): string[] {
  const edge = (sign: string, at: number) => `${second} ${sign} ${params.add('Int64', at)}`;
  if (period.type === 'last') return [edge('>', asOf - secondsOf(period))];
  if (period.type === 'ever') return [];
  return [...(period.from === undefined ? [] : [edge('>=', secondOf(period.from))]), ...(period.until === undefined ? [] : [edge('<', secondOf(period.until))])];
}

function momentSql(of: Moment, period: Period, scope: Scope): string {
  const second = momentSecond(of);
  return `ifNull(${[`${second} <= ${scope.params.add('Int64', scope.asOf)}`, ...secondIn(second, period, scope)].join(' and ')}, 0)`;
}

function eventSql(pattern: ResolvedPattern, period: Period, { op, n }: { op: 'at_least' | 'at_most' | 'exactly'; n: number }, scope: Scope): string {
  const who = (having: string | null) => `(select person from (${countsSql(pattern, period, scope, having)}))`;
  const least = (times: number) => (times <= 1 ? null : `times >= ${scope.params.add('UInt64', times)}`);
  if (op === 'at_least') return n === 0 ? '1' : `contact_id in ${who(least(n))}`;
  // Who never did it is in no set of those who did: "at most" is "not more".
  if (op === 'at_most' || n === 0) return `contact_id not in ${who(least(n + 1))}`;
  return `contact_id in ${who(`times = ${scope.params.add('UInt64', n)}`)}`;
}

const countsSql = (pattern: ResolvedPattern, period: Period, scope: Scope, having: string | null): string =>
  byPerson(patternSql(pattern, scope.params), period, scope, { times: 'count()' }, having);

/** `second` of the first (or last) time; only of those for whom it lies in the period. */
export function occurrenceSql(pattern: ResolvedPattern, which: 'first' | 'last', period: Period, scope: Scope): string {
  const pick = which === 'first' ? 'min' : 'max';
  const edges = secondIn('second', period, scope);
  return byPerson(patternSql(pattern, scope.params), { type: 'ever' }, scope,
    { second: `toInt64(toUnixTimestamp(${pick}(at)))` }, edges.length === 0 ? null : edges.join(' and '));
}

/** From each first step the soonest of every next one, in the order of time, then of arrival. */
function sequenceSql(steps: readonly ResolvedPattern[], within: number, period: Period, scope: Scope): string {
  const { params } = scope;
  const patterns = steps.map((step) => patternSql(step, params));
  const place = '(toUnixTimestamp(at), event_id)';
  const columns = Object.fromEntries(patterns.map((pattern, index) => [`step${index}`, `groupArrayIf(${place}, ${pattern})`]));
  const none = '(toUInt32(0), toUInt64(0))';
  const [first, ...next] = patterns.map((_, index) => `arraySort(step${index})`);
  const end = `arrayFold((reached, step) -> if(reached = ${none}, ${none}, arrayFirst(one -> one > reached, step)), [${next.join(', ')}], start)`;
  const having = `arrayExists(start -> arrayExists(finish -> finish <> ${none} and finish.1 - start.1 <= ${params.add('Int64', within)}, [${end}]), ${first})`;
  return byPerson(`((${patterns.join(') or (')}))`, period, scope, columns, having);
}
