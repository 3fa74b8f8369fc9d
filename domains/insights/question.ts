import type { Row } from '@qingniao/storage';
import type { FewPeople } from './few-people.ts';
import type { Query, Readers } from './metric.ts';

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

/** PostgreSQL refuses parameters a statement does not name. */
function used(sql: string, params: readonly unknown[]): unknown[] {
  const highest = Math.max(0, ...[...sql.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)));
  return params.slice(0, highest);
}
