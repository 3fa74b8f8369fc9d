import { keyOf } from '../behind.ts';
import type { Behind, Query } from '../metric.ts';

/**
 * A figure that adds up what pushes did: asked as the sum, clicked through as the very pushes it is the sum of, with
 * what each contributes. `rows` has a row a push and key: key, id, title, sent (epoch seconds), num, den.
 */
export function overPushes(rows: Query, of: 'one' | 'keys'): { query: Query; behind: Behind } {
  const sums = `sum(num)::bigint as numerator, sum(den)::bigint as denominator from (${rows.sql}) pushes`;
  const list: Query = {
    ...rows,
    sql: `select id, title, to_timestamp(sent) as "sentAt", num as numerator, den as denominator from (${rows.sql}) pushes where key = ${keyOf(rows)}`,
  };
  return {
    // One number is there without any push, too.
    query: { ...rows, sql: of === 'one' ? `select '' as key, ${sums}` : `select key, ${sums} group by key order by key` },
    behind: { kind: 'pushes', numerator: list, denominator: list },
  };
}
