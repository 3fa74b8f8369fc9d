import type { Eraser, Exporter, Forgetter } from '@qingniao/people';
import type { Secrets } from '@qingniao/kernel';
import { openDetails } from '../orders/invoice.ts';
import { dataUrl, readPhoto } from './photos.ts';

/** Parcels, cases and invoices stay with their figures; what somebody wrote and photographed, and where their goods travelled, goes. */
export const eraseService: Eraser = async (tx, brandId, { identityIds }) => {
  const params = [brandId, identityIds];
  const ofBuyer = 'in (select o.id from shop_order o where o.brand_id = $1 and o.identity_id = any ($2::bigint[]))';
  const parcels = await tx.query(`update parcel set waybill = '' where brand_id = $1 and order_id ${ofBuyer} and waybill <> '' returning 1`, params);
  const steps = await tx.query(
    `update after_sale_step s set note = '' from after_sale c where s.brand_id = $1 and c.brand_id = $1 and c.id = s.case_id and c.identity_id = any ($2::bigint[]) and s.note <> '' returning 1`, params,
  );
  const photos = await tx.query('delete from after_sale_photo p using after_sale c where p.brand_id = $1 and c.brand_id = $1 and c.id = p.case_id and c.identity_id = any ($2::bigint[]) returning 1', params);
  const cases = await tx.query(
    `update after_sale set words = '', return_waybill = null, sent_waybill = null where brand_id = $1 and identity_id = any ($2::bigint[])
        and (words <> '' or return_waybill is not null or sent_waybill is not null) returning 1`, params,
  );
  const invoices = await tx.query(`update invoice_request set details = null, pdf = null where brand_id = $1 and order_id ${ofBuyer} and (details is not null or pdf is not null) returning 1`, params);
  return [
    { table: 'parcel', rows: parcels.length }, { table: 'after_sale_step', rows: steps.length }, { table: 'after_sale_photo', rows: photos.length }, { table: 'after_sale', rows: cases.length }, { table: 'invoice_request', rows: invoices.length },
  ];
};

export const exportService = (secrets: Secrets): Exporter => async (db, brandId, { identityIds }, pictures = 'whole') => {
  const params = [brandId, identityIds];
  const parcels = await db.query<{ order: string; carrier: string | null; waybill: string | null; shippedAt: Date }>(
    `select o.number as "order", p.carrier_name as carrier, p.waybill, p.shipped_at as "shippedAt" from parcel p join shop_order o on o.brand_id = p.brand_id and o.id = p.order_id
      where p.brand_id = $1 and o.identity_id = any ($2::bigint[]) and not o.for_gift order by p.shipped_at`, params,
  );
  // The receiver of a gift is told nothing of the order.
  const cases = await db.query<{ caseId: string; order: string | null; kind: string; state: string; words: string; askedAt: Date }>(
    `select c.id as "caseId", case when not c.by_receiver then o.number end as "order", c.kind, c.state, c.words, c.asked_at as "askedAt" from after_sale c join shop_order o on o.brand_id = c.brand_id and o.id = c.order_id
      where c.brand_id = $1 and c.identity_id = any ($2::bigint[]) order by c.asked_at`, params,
  );
  const photos = await db.query<{ caseId: string; id: string; at: Date }>(
    `select p.case_id as "caseId", p.id, p.added_at as at from after_sale_photo p join after_sale c on c.brand_id = p.brand_id and c.id = p.case_id
      where p.brand_id = $1 and c.identity_id = any ($2::bigint[]) order by p.added_at, p.id`, params,
  );
  const shown: { at: Date; value: string }[] = [];
  if (pictures === 'whole') for (const { caseId, id, at } of photos) shown.push({ at, value: dataUrl(await readPhoto(db, brandId, secrets, caseId, id)) });
  const invoices = await db.query<{ id: string; order: string; state: string; number: string | null; details: string | null }>(
    `select o.id, o.number as "order", i.state, i.number, i.details from invoice_request i join shop_order o on o.brand_id = i.brand_id and o.id = i.order_id
      where i.brand_id = $1 and o.identity_id = any ($2::bigint[]) order by i.requested_at`, params,
  );
  return [
    { key: 'parcels', title: { zh: '包裹', en: 'Parcels' }, rows: parcels },
    { key: 'after_sales', title: { zh: '售后', en: 'After-sale service' }, rows: cases },
    pictures === 'whole' ? { key: 'after_sale_photos', title: { zh: '售后照片', en: 'After-sale photos' }, rows: shown }
      : { key: 'after_sale_photos', title: { zh: '售后照片（请在售后申请中查看）', en: 'After-sale photos (seen with each request)' }, rows: photos },
    { key: 'invoices', title: { zh: '发票', en: 'Invoices' }, rows: invoices.map(({ id, details, ...row }) => ({ ...row, ...(details === null ? {} : openDetails(secrets, id, details)) })) },
  ];
};

/** What was written and photographed goes from cases that ended before; what came of them stays. */
export const forgetService: Forgetter = async (tx, brandId, before) => {
  const params = [brandId, before];
  const photos = await tx.query('delete from after_sale_photo p using after_sale c where p.brand_id = $1 and c.brand_id = $1 and c.id = p.case_id and c.closed_at < $2 returning 1', params);
  const words = await tx.query(`update after_sale set words = '' where brand_id = $1 and closed_at < $2 and words <> '' returning 1`, params);
  return photos.length + words.length;
};
