import { addDays, localDay, shanghaiMidnight } from '@qingniao/kernel';
import type { Row } from '@qingniao/storage';
import type { FewPeople } from './few-people.ts';
import type { Query, Readers, Scope } from './metric.ts';
import { firstObserved } from './observed.ts';
import { completeMonths, instantsOf } from './period.ts';
import { remembered } from './remembered.ts';
import type { Standing } from './standing.ts';

/** A question with everything it needs. Warehouse: parameters by name; database: by their place. */
export interface Question {
  query: Query;
  brandId: number;
  assetId: string | null;
  /** The first instant of the period and the first after it, also of a period that is not over. */
  from: Date;
  to: Date;
  params: Record<string, unknown> | readonly unknown[];
}

/** What a question reads in place of everybody's: a few people as they were at one place in the log. */
export type AsTheyWere = { log: number } & ({ contacts: readonly number[] } | (FewPeople & { follows: number }));

export type Asking = <R extends Row>(query: Query) => Promise<R[]>;

/** Asks about one scope. Metrics that share a question share its answer, and what was counted before is only brought up to date. */
export const asking = (standing: Standing, scope: Scope): Asking => sharing(standing, scope, (question) => remembered(standing, question));

function sharing(readers: Readers, scope: Scope, answerTo: (question: Question) => Promise<Row[]>): Asking {
  const answers = new Map<Query, Promise<Row[]>>();
  const asked: Asking = <R extends Row>(query: Query) => {
    const answer = answers.get(query) ?? pose(readers, query, scope, asked).then(answerTo);
    answers.set(query, answer);
    return answer as Promise<R[]>;
  };
  return asked;
}

/** Asks one question. `more` are further parameters: $5… in their order, `{name:…}` by name. */
export async function ask<R extends Row>(readers: Readers, query: Query, scope: Scope, more: Record<string, unknown> = {}): Promise<R[]> {
  return put<R>(readers, await pose(readers, query, scope, sharing(readers, scope, (question) => put(readers, question)), more));
}

async function pose(readers: Readers, query: Query, scope: Scope, asked: Asking, more: Record<string, unknown> = {}): Promise<Question> {
  const now = instantsOf(scope.period);
  // Nothing happens after now, so what is counted up to now is counted up to the end: an answer stays the same until somebody acts.
  const [from, to] = [now.from, shanghaiMidnight(addDays(scope.period.to, 1))];
  const { brandId, assetId } = scope;
  if (query.store === 'database') return { query, brandId, assetId, from, to, params: [brandId, from, query.adds ? to : now.to, assetId, ...Object.values(more)] };
  const params: Record<string, unknown> = { brand: brandId, from, to, asset: assetId ?? '', ...more };
  if (BY_MONTH.test(query.sql)) Object.assign(params, await observedMonths(readers, scope, from, now.to));
  for (const given of query.given ?? []) {
    const rows = await asked(given);
    for (const column of given.columns) params[column] = rows.map((row) => row[column]);
  }
  return { query, brandId, assetId, from, to, params };
}

/** About everybody, or about a few people as they were. */
export function put<R extends Row>({ brand, warehouse }: Readers, { query, params }: Question, few?: AsTheyWere): Promise<R[]> {
  const reading = (sql: string, table: string, whole: (alias: string) => string, part: string) =>
    sql.replaceAll(new RegExp(`\\{${table} (\\w+)\\}`, 'g'), (_, alias: string) => (few ? `(select * from ${part}) as ${alias}` : whole(alias)));
  if (Array.isArray(params)) {
    const [contacts, log] = [params.length + 1, params.length + 2];
    const sql = reading(query.sql, 'stage_move', (alias) => `stage_move as ${alias}`,
      `stage_move where brand_id = $1 and contact_id = any ($${contacts}::bigint[]) and event_id <= $${log}`);
    return brand.query<R>(sql, used(sql, few && 'contacts' in few ? [...params, few.contacts, few.log] : params));
  }
  const [events, followPeriods] = few && 'events' in few ? [few.events, few.followPeriods] : ['', ''];
  let sql = reading(query.sql, 'events', (alias) => `events as ${alias}`, `${events} where event_id <= {log:UInt64}`);
  sql = reading(sql, 'follow_periods', (alias) => `follow_periods as ${alias} final`,
    `${followPeriods} where revision <= {follows:UInt64} order by revision desc limit 1 by identity_id, event_id`);
  return warehouse.query<R>(sql, { params: { ...params, ...few } });
}

const BY_MONTH = /\{(months|bounds):/;

/** Nobody was seen to act before the account was connected, which is no month of zero. */
async function observedMonths(readers: Readers, scope: Scope, from: Date, to: Date) {
  const observed = await firstObserved(readers, scope);
  const since = observed === null ? from : shanghaiMidnight(localDay(observed));
  return completeMonths(since > from ? since : from, to);
}

/** PostgreSQL refuses parameters a statement does not name. */
function used(sql: string, params: readonly unknown[]): unknown[] {
  const highest = Math.max(0, ...[...sql.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)));
  return params.slice(0, highest);
}
