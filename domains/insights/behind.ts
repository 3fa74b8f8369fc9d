import { notFound } from '@qingniao/kernel';
import type { Row } from '@qingniao/storage';
import { ask } from './ask.ts';
import type { Behind, Metric, Query, Readers, Scope } from './metric.ts';

export type Part = 'numerator' | 'denominator';

/** What is behind one cell: `id`s, and for pushes and days what the page shows. */
export interface BehindRow extends Row {
  id: number | string;
  /** What a push or a day contributes to the figure; null where WeChat does not tell them apart. */
  count: number | null;
}

/** A page of the rows behind a cell, by id; `after` is the last id of the page before. @throws Problem not_found (404) */
export async function rowsBehind(
  readers: Readers, metric: Metric, scope: Scope, part: Part, key: string, after: string | number | null, limit: number,
): Promise<BehindRow[]> {
  const query = metric.behind?.[part];
  if (!metric.behind || !query) throw notFound({ zh: '该指标的明细', en: 'list behind this figure' });
  const rows = await ask<BehindRow & { [name in Part]?: number | null }>(
    readers, paged(metric.behind.kind, query), scope, { key, after: after ?? (metric.behind.kind === 'contacts' ? 0 : ''), limit },
  );
  return rows.map((row) => ({ ...row, count: row[part] ?? null }));
}

/** What names the key in a question to the database: the first parameter after what is given. */
export const keyOf = (query: Pick<Query, 'given'>): string => `$${placeOfKey(query)}`;
const placeOfKey = ({ given }: Pick<Query, 'given'>): number => 5 + (given?.length ?? 0);

/** Database: key, after and limit follow what is given; warehouse: by name. */
function paged(kind: Behind['kind'], query: Query): Query {
  const people = kind === 'contacts';
  const key = placeOfKey(query);
  const sql = query.store === 'warehouse'
    ? `select * from (${query.sql}) where id > {after:${people ? 'UInt64' : 'String'}} order by id limit {limit:UInt32}`
    : `select * from (${query.sql}) found where id > $${key + 1}::${people ? 'bigint' : 'text'} and $${key}::text is not null order by id limit $${key + 2}`;
  return { ...query, sql };
}
