import { wordProps } from '@qingniao/activity';
import { secondOf, secondsOf } from '../rule/durations.ts';
import type { Code, ResolvedFilter, ResolvedPattern } from '../rule/resolve.ts';
import type { Period } from '../rule/types.ts';
import type { Params } from './params.ts';

/** What every statement about events needs beside the rule. */
export interface Scope {
  params: Params;
  /** The second the question is asked as of. */
  asOf: number;
  /** Identities that are not their own contact; 0 spares looking for them. */
  moved: number;
}

const words = new Set<string>([...wordProps, 'asset_id']);

/** Rows of `events` a pattern means, as a condition on them; the time is for the caller to limit. */
export const patternSql = ({ types, where }: ResolvedPattern, params: Params): string =>
  [`brand_id = {brand:UInt32} and contact_id > 0 and type in ${params.add('Array(String)', types)}`, ...where.map((filter) => filterSql(filter, params))].join(' and ');

function filterSql(filter: ResolvedFilter, params: Params): string {
  switch (filter.op) {
    case 'codes': return codesSql(filter.codes, params);
    case 'equals': return `${textSql(filter.property, params)} = ${params.add('String', filter.value)}`;
    case 'in': return `${textSql(filter.property, params)} in ${params.add('Array(String)', filter.values)}`;
    case 'contains': return `position(${textSql(filter.property, params)}, ${params.add('String', filter.value)}) > 0`;
    case 'filled': return `${textSql(filter.property, params)} <> ''`;
    default: return numberSql(filter.property, filter.op, filter.value, params);
  }
}

function codesSql(codes: readonly Code[], params: Params): string {
  const byAccount = new Map<string, string[]>();
  for (const { assetId, scene } of codes) byAccount.set(assetId, [...(byAccount.get(assetId) ?? []), scene]);
  const each = [...byAccount].map(([assetId, scenes]) => `asset_id = ${params.add('String', assetId)} and scene in ${params.add('Array(String)', scenes)}`);
  return each.length === 0 ? '0' : `(${each.join(' or ')})`;
}

/** The property as text, as `person/match.ts` reads it. */
function textSql(property: string, params: Params): string {
  if (words.has(property)) return property;
  const key = params.add('String', property);
  const kind = `JSONType(props, ${key})`;
  return `multiIf(${kind} = 'String', JSONExtractString(props, ${key}), ${kind} in ('Int64', 'UInt64', 'Double', 'Bool'), JSONExtractRaw(props, ${key}), '')`;
}

const signs = { less: '<', at_most: '<=', at_least: '>=', more: '>' } as const;

function numberSql(property: string, op: keyof typeof signs, value: number, params: Params): string {
  const key = params.add('String', property);
  return `(JSONType(props, ${key}) in ('Int64', 'UInt64', 'Double') and JSONExtractFloat(props, ${key}) ${signs[op]} ${params.add('Float64', value)})`;
}

/** What of a period's events has happened by the instant asked about. */
function periodSql(period: Period, { params, asOf }: Scope): string {
  const until = `at <= ${instant(asOf, params)}`;
  if (period.type === 'ever') return until;
  if (period.type === 'last') return `at > ${instant(asOf - secondsOf(period), params)} and ${until}`;
  const from = period.from === undefined ? [] : [`at >= ${instant(secondOf(period.from), params)}`];
  return [until, ...from, ...(period.until === undefined ? [] : [`at < ${instant(secondOf(period.until), params)}`])].join(' and ');
}

/** The warehouse's times begin with 1970 and end with 2106. */
const instant = (second: number, params: Params): string => params.add('DateTime', Math.min(Math.max(0, second), 4_294_967_295));

/** Whose an event is. */
export const personSql = ({ moved }: Scope): string => (moved === 0 ? 'contact_id' : 'transform(contact_id, moved_ids, moved_to, contact_id)');

/** Events that pass `where` in a period, gathered by person. `columns` are aggregates beside `person`; `having` chooses among them. */
export function byPerson(where: string, period: Period, scope: Scope, columns: Record<string, string>, having: string | null): string {
  const aggregates = Object.entries(columns).map(([name, sql]) => `, ${sql} as ${name}`).join('');
  return `select ${personSql(scope)} as person${aggregates} from events where ${where} and ${periodSql(period, scope)} group by person${having === null ? '' : ` having ${having}`}`;
}

/** Beyond this many, those whom none of the events are about are left out. */
const MANY_MOVED = 200_000;

/**
 * Goes before a statement with `byPerson` in it: the identities that are not their own contact, and their contacts, side by side. A
 * look-up in them costs less than a join in each set, and beside tens of events a person they are few. Each list is a scalar of its
 * own: parts of a pair are written out into every expression that names them, which doubled the time of a rule with three sets.
 */
export function withMoves({ moved, params }: Scope, types: readonly string[]): string {
  if (moved === 0) return '';
  const narrowed = moved <= MANY_MOVED ? ''
    : ` and identity_id in (select contact_id from events where brand_id = {brand:UInt32} and type in ${params.add('Array(String)', types)})`;
  // Nobody's number stands first, so that the lists are never empty.
  return `with (select (arrayConcat([toUInt64(0)], groupArray(identity_id)), arrayConcat([toUInt64(0)], groupArray(contact_id)))
    from (select identity_id, contact_id from moved_identities final where brand_id = {brand:UInt32}${narrowed})) as moves, (select moves.1) as moved_ids, (select moves.2) as moved_to `;
}
