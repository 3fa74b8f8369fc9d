import { secondsOf } from '../rule/durations.ts';
import type { ResolvedNode, ResolvedPattern } from '../rule/resolve.ts';
import type { Period } from '../rule/types.ts';
import { comingDueSql, conditionSql, every, momentSecond, negated, occurrenceSql, type CompileScope } from './compile.ts';
import { byPerson, patternSql, personSql, type Scope } from './event-sql.ts';

/**
 * The moments at which only time may change who is described, soonest first of each person: columns `person` and `due` (seconds).
 * Null when time changes nothing. A moment may turn out to change nothing (the person is judged anew then), none is missing.
 */
export function dueSql(node: ResolvedNode, scope: CompileScope): string | null {
  const passing = leaves(node).flatMap((leaf) => passingSql(leaf, scope) ?? []);
  const coming = leaves(node).flatMap((leaf) => comingSql(leaf, scope));
  // Whoever is described whatever time does, or is not, needs no moment.
  const upper = conditionSql(node, { ...scope, bound: 'upper' });
  const lower = conditionSql(node, { ...scope, bound: 'lower' });
  const movable = `select contact_id from contacts final where brand_id = {brand:UInt32} and removed = 0 and ${every([upper, negated(lower)])}`;
  const parts = [...(passing.length === 0 ? [] : [`select person, due from (${passing.join(' union all ')}) where person in (${movable})`]), ...coming];
  return parts.length === 0 ? null : `select person, min(due) as due from (${parts.join(' union all ')}) group by person`;
}

const leaves = (node: ResolvedNode): ResolvedNode[] =>
  node.type === 'all' || node.type === 'any' ? node.nodes.flatMap(leaves)
  : node.type === 'not' ? leaves(node.node)
  : node.type === 'segment' ? (node.node ? leaves(node.node) : [])
  : [node];

/** When what counts now no longer will; of a day of the year also when it will. */
function passingSql(leaf: ResolvedNode, scope: CompileScope): string | null {
  if (leaf.type === 'profile' && leaf.op === 'coming') return comingDueSql(leaf, scope);
  if (!('period' in leaf) || leaf.period.type !== 'last') return null;
  const lasts = scope.params.add('Int64', secondsOf(leaf.period));
  switch (leaf.type) {
    case 'event': return countSql(leaf.event, leaf.period, leaf.count, lasts, scope);
    case 'occurrence': return `select person, second + ${lasts} as due from (${occurrenceSql(leaf.event, leaf.which, leaf.period, scope)})`;
    case 'sequence': return oldestSql(leaf.steps[0]!, leaf.period, lasts, scope);
    case 'moment': {
      const second = momentSecond(leaf.of);
      const asOf = scope.params.add('Int64', scope.asOf);
      return `select contact_id as person, assumeNotNull(${second}) + ${lasts} as due from contacts final
        where brand_id = {brand:UInt32} and removed = 0 and ifNull(${second} + ${lasts} > ${asOf}, 0)`;
    }
    default: return null;
  }
}

/** The n-th newest of those in the period is the one whose end makes them fewer than n. */
function countSql(pattern: ResolvedPattern, period: Period, { op, n }: { op: string; n: number }, lasts: string, scope: Scope): string | null {
  const turns = [...(op === 'at_least' || op === 'exactly' ? [n] : []), ...(op === 'at_most' || op === 'exactly' ? [n + 1] : [])].filter((nth) => nth > 0);
  const gathered = (columns: Record<string, string>, having: string | null) => byPerson(patternSql(pattern, scope.params), period, scope, columns, having);
  const each = turns.map((nth) =>
    nth === 1
      ? `select person, newest + ${lasts} as due from (${gathered({ newest: 'toInt64(toUnixTimestamp(max(at)))' }, null)})`
      : `select person, arrayReverseSort(seconds)[${nth}] + ${lasts} as due
           from (${gathered({ seconds: 'groupArray(toInt64(toUnixTimestamp(at)))' }, `length(seconds) >= ${nth}`)})`);
  return each.length === 0 ? null : each.join(' union all ');
}

const oldestSql = (pattern: ResolvedPattern, period: Period, lasts: string, scope: Scope): string =>
  `select person, oldest + ${lasts} as due from (${byPerson(patternSql(pattern, scope.params), period, scope,
    { oldest: 'toInt64(toUnixTimestamp(min(at)))' }, null)})`;

/** What carries a time that has not come yet (clocks differ) counts when it has. */
function comingSql(leaf: ResolvedNode, scope: CompileScope): string[] {
  const asOf = scope.params.add('Int64', scope.asOf);
  if (leaf.type === 'moment') {
    const second = momentSecond(leaf.of);
    return [`select contact_id as person, toInt64(assumeNotNull(${second})) as due from contacts final where brand_id = {brand:UInt32} and removed = 0 and ifNull(${second} > ${asOf}, 0)`];
  }
  const patterns = leaf.type === 'event' || leaf.type === 'occurrence' ? [leaf.event] : leaf.type === 'sequence' ? leaf.steps : [];
  return patterns.map((pattern) =>
    `select ${personSql(scope)} as person, toInt64(toUnixTimestamp(min(at))) as due from events where ${patternSql(pattern, scope.params)} and at > toDateTime(${asOf}) group by person`);
}
