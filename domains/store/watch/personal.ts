import type { Eraser } from '@qingniao/people';
import { RESALE_MARKED } from './refusals.ts';

/**
 * Where their orders went, and what the brand made of it: gone, unless others order to the same place or phone; then the
 * mark stays and what was noted about it goes, because nobody knows of whom it speaks.
 */
export const eraseWatch: Eraser = async (tx, brandId, { identityIds }) => {
  const params = [brandId, identityIds];
  const theirs = `m.brand_id = $1 and (m.kind = 'person' and m.value = any ($2::bigint[]::text[]) or exists (
    select 1 from order_trace t where t.brand_id = $1 and t.identity_id = any ($2::bigint[]) and m.value = case m.kind when 'phone' then t.phone when 'place' then t.place end))`;
  const others = `exists (
    select 1 from order_trace t where t.brand_id = $1 and t.identity_id <> all ($2::bigint[]) and m.value = case m.kind when 'phone' then t.phone when 'place' then t.place end)`;
  const gone = await tx.query(`delete from resale_mark m where ${theirs} and not ${others} returning 1`, params);
  const kept = await tx.query(`update resale_mark m set note = '' where ${theirs} and m.note <> '' returning 1`, params);
  if (gone.length > 0) await tx.query('select pg_notify($1, $2)', [RESALE_MARKED, String(brandId)]);
  const traces = await tx.query('delete from order_trace where brand_id = $1 and identity_id = any ($2::bigint[]) returning 1', params);
  return [{ table: 'resale_mark', rows: gone.length + kept.length }, { table: 'order_trace', rows: traces.length }];
};
