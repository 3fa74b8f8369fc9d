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
  /** Identities that are not their own contact; 0 spares the join. */
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
export function periodSql(period: Period, { params, asOf }: Scope): string {
  const until = `at <= ${instant(asOf, params)}`;
  if (period.type === 'ever') return until;
  if (period.type === 'last') return `at > ${instant(asOf - secondsOf(period), params)} and ${until}`;
  const from = period.from === undefined ? [] : [`at >= ${instant(secondOf(period.from), params)}`];
  return [until, ...from, ...(period.until === undefined ? [] : [`at < ${instant(secondOf(period.until), params)}`])].join(' and ');
}

/** The warehouse's times begin with 1970 and end with 2106. */
const instant = (second: number, params: Params): string => params.add('DateTime', Math.min(Math.max(0, second), 4_294_967_295));

/** Beyond this many the join's right side is narrowed to who did one of the events. */
const MANY_MOVED = 100_000;

/**
 * Events gathered by person. `each` are aggregates over one identity's events, `all` say how those of several identities of
 * a person come together; `having` chooses. Columns: `person` and what `all` names.
 */
export function byPerson(where: string, { moved }: Scope, each: Record<string, string>, all: Record<string, string>, having: string | null): string {
  const columns = (of: Record<string, string>) => Object.entries(of).map(([name, sql]) => `, ${sql} as ${name}`).join('');
  const chosen = having === null ? '' : ` having ${having}`;
  if (moved === 0) return `select contact_id as person${columns(each)} from events where ${where} group by contact_id${chosen}`;
  const narrowed = moved > MANY_MOVED ? ` and identity_id in (select contact_id from events where ${where})` : '';
  return `select if(m.to = 0, e.id, m.to) as person${columns(all)}
    from (select contact_id as id${columns(each)} from events where ${where} group by contact_id) as e
    any left join (select identity_id, contact_id as to from moved_identities final where brand_id = {brand:UInt32}${narrowed}) as m on m.identity_id = e.id
    group by person${chosen}`;
}
