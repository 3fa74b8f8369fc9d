import type { Row } from '@qingniao/storage';
import type { Query, Readers, Scope } from './metric.ts';
import { completeMonths, instantsOf } from './period.ts';

/** Asks one question of a metric. `more` are further parameters: $5… in their order, `{name:…}` by name. */
export async function ask<R extends Row>(readers: Readers, query: Query, scope: Scope, more: Record<string, unknown> = {}): Promise<R[]> {
  const { from, to } = instantsOf(scope.period);
  const inDatabase = (sql: string) => readers.brand.query<R>(sql, used(sql, [scope.brandId, from, to, scope.assetId, ...Object.values(more)]));
  if (query.store === 'database') return inDatabase(query.sql);
  const { months, bounds } = completeMonths(from, to);
  const params: Record<string, unknown> = { brand: scope.brandId, from, to, asset: scope.assetId ?? '', months, bounds, ...more };
  if (query.given) {
    const rows = await inDatabase(query.given.sql);
    for (const column of query.given.columns) params[column] = rows.map((row) => row[column]);
  }
  return readers.warehouse.query<R>(query.sql, { params });
}

/** PostgreSQL refuses parameters a statement does not name. */
function used(sql: string, params: readonly unknown[]): unknown[] {
  const highest = Math.max(0, ...[...sql.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)));
  return params.slice(0, highest);
}
