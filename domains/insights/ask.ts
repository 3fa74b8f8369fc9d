import { localDay, shanghaiMidnight } from '@qingniao/kernel';
import type { Row } from '@qingniao/storage';
import type { Query, Readers, Scope } from './metric.ts';
import { firstObserved } from './observed.ts';
import { completeMonths, instantsOf } from './period.ts';

/** Asks one question of a metric. `more` are further parameters: $5… in their order, `{name:…}` by name. */
export async function ask<R extends Row>(readers: Readers, query: Query, scope: Scope, more: Record<string, unknown> = {}): Promise<R[]> {
  const { from, to } = instantsOf(scope.period);
  const inDatabase = (sql: string) => readers.brand.query<R>(sql, used(sql, [scope.brandId, from, to, scope.assetId, ...Object.values(more)]));
  if (query.store === 'database') return inDatabase(query.sql);
  const params: Record<string, unknown> = { brand: scope.brandId, from, to, asset: scope.assetId ?? '', ...more };
  if (BY_MONTH.test(query.sql)) Object.assign(params, await observedMonths(readers, scope, from, to));
  if (query.given) {
    const rows = await inDatabase(query.given.sql);
    for (const column of query.given.columns) params[column] = rows.map((row) => row[column]);
  }
  return readers.warehouse.query<R>(query.sql, { params });
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
