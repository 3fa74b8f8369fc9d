import { appendInTx, type Querier } from '@qingniao/activity';
import { badRequest, conflict, type Fen, maskedAddress, notFound, nowDate, type Secrets } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import { isTaxNumber } from './tax-number.ts';
import { orderEvent } from './order-event.ts';
import { lockOrder, orderNotFound, type OrderRow } from './order-row.ts';
import { lockOwnOrder } from './own-order.ts';

export type InvoiceState = 'requested' | 'issued' | 'refused' | 'withdrawn';
export const invoiceStates: readonly InvoiceState[] = ['requested', 'issued', 'refused', 'withdrawn'];
export type TitleKind = 'personal' | 'company';
export const titleKinds: readonly TitleKind[] = ['personal', 'company'];

/** Whom it is made out to and where it goes; sealed. */
export interface InvoiceDetails {
  title: string;
  /** Of a company: 统一社会信用代码. */
  taxNumber: string | null;
  email: string;
}

export interface InvoiceRow {
  orderId: string;
  state: InvoiceState;
  titleKind: TitleKind;
  /** Sealed; null when erased. */
  details: string | null;
  requestedAt: Date;
  changedAt: Date;
  changedBy: string;
  reason: string | null;
  number: string | null;
  amountFen: Fen | null;
  issuedAt: Date | null;
  hasPdf: boolean;
}

const context = (orderId: string): string => `invoice:${orderId}`;
export const openDetails = (secrets: Secrets, orderId: string, sealed: string): InvoiceDetails => JSON.parse(secrets.open(sealed, context(orderId))) as InvoiceDetails;

/** As lists show it: companies are not people. */
export const maskDetails = (kind: TitleKind, { title, taxNumber, email }: InvoiceDetails): InvoiceDetails => ({
  title: kind === 'company' ? title : `${[...title][0] ?? ''}*`, taxNumber, email: maskedAddress(email),
});

/** What an invoice is made out for: what was paid and has not gone back. */
export const invoiceable = ({ paidFen, refundedFen }: Pick<OrderRow, 'paidFen' | 'refundedFen'>): Fen => paidFen - refundedFen;

const columns = `i.order_id as "orderId", i.state, i.title_kind as "titleKind", i.details, i.requested_at as "requestedAt", i.changed_at as "changedAt", i.changed_by as "changedBy",
  i.reason, i.number, i.amount_fen as "amountFen", i.issued_at as "issuedAt", i.pdf is not null as "hasPdf"`;
type AsRow<T> = T & Record<string, unknown>;

/** Null when nobody has asked. */
export async function readInvoice(db: Querier, brandId: number, orderId: string): Promise<InvoiceRow | null> {
  const [row] = await db.query<AsRow<InvoiceRow>>(`select ${columns} from invoice_request i where i.brand_id = $1 and i.order_id = $2`, [brandId, orderId]);
  return row ?? null;
}

export type InvoiceFound = InvoiceRow & { orderNumber: string; paidFen: Fen; refundedFen: Fen };

/** What changed last comes first. */
export const listInvoices = (db: Querier, brandId: number, state: InvoiceState | null, limit: number, after: [Date, string] | null): Promise<InvoiceFound[]> =>
  db.query<AsRow<InvoiceFound>>(
    `select ${columns}, o.number as "orderNumber", o.paid_fen as "paidFen", o.refunded_fen as "refundedFen"
       from invoice_request i join shop_order o on o.brand_id = i.brand_id and o.id = i.order_id
      where i.brand_id = $1 and ($2::text is null or i.state = $2) and ($3::timestamptz is null or (i.changed_at, i.order_id) < ($3, $4))
      order by i.changed_at desc, i.order_id desc limit $5`, [brandId, state, after?.[0] ?? null, after?.[1] ?? null, limit],
  );

/**
 * The buyer asks, or asks anew before it is issued.
 * @throws Problem not_found (404), not_paid, invoice_issued (409), tax_number (422)
 */
export async function requestInvoice(tx: Tx, brandId: number, secrets: Secrets, identityId: number, orderId: string, titleKind: TitleKind, details: InvoiceDetails): Promise<void> {
  const order = await lockOwnOrder(tx, brandId, identityId, orderId);
  if (invoiceable(order) <= 0) throw conflict('not_paid', { zh: '订单没有可开票的金额。', en: 'There is nothing in this order to invoice.' });
  if (titleKind === 'company' ? details.taxNumber === null || !isTaxNumber(details.taxNumber) : details.taxNumber !== null) {
    throw badRequest('tax_number', { zh: '税号有误：企业抬头须填写正确的统一社会信用代码，个人抬头不填。', en: 'A company gives its tax number as registered; a person gives none.' }, { field: 'taxNumber' });
  }
  const known = await readInvoice(tx, brandId, orderId);
  if (known?.state === 'issued') throw conflict('invoice_issued', { zh: '发票已开具，如需更改请联系客服。', en: 'The invoice was issued; ask the brand to change it.' });
  await tx.query(
    `insert into invoice_request (brand_id, order_id, state, title_kind, details, requested_at, changed_at, changed_by) values ($1, $2, 'requested', $3, $4, $5, $5, 'buyer')
     on conflict (brand_id, order_id) do update set state = 'requested', title_kind = excluded.title_kind, details = excluded.details, changed_at = excluded.changed_at, changed_by = 'buyer', reason = null`,
    [brandId, orderId, titleKind, secrets.seal(JSON.stringify(details), context(orderId)), nowDate()],
  );
  if (!known) await appendInTx(tx, brandId, [orderEvent('invoice.requested', order, nowDate(), invoiceable(order))]);
}

const noneRequested = () => conflict('invoice_state', { zh: '没有待处理的发票申请，请刷新后再试。', en: 'No invoice is asked for at the moment; look again.' });

/** @throws Problem not_found (404), invoice_state (409) */
export async function withdrawInvoice(tx: Tx, brandId: number, identityId: number, orderId: string): Promise<void> {
  await lockOwnOrder(tx, brandId, identityId, orderId);
  await end(tx, brandId, orderId, { state: 'withdrawn', by: 'buyer' });
}

/** At most 2 MB, as base64. */
export const MOST_PDF = 2_800_000;

/** The brand has made it out in its own tax system. @throws Problem not_found (404), invoice_state (409), pdf (422) */
export async function issueInvoice(tx: Tx, brandId: number, secrets: Secrets, orderId: string, { number, pdf }: { number: string; pdf: string | null }, by: string): Promise<void> {
  const order = await lockOrder(tx, brandId, { id: orderId });
  if (!order) throw orderNotFound();
  if (pdf !== null && !Buffer.from(pdf.slice(0, 8), 'base64').toString('latin1').startsWith('%PDF-')) {
    throw badRequest('pdf', { zh: '请上传 PDF 格式的发票。', en: 'Upload the invoice as a PDF.' }, { field: 'pdf' });
  }
  if (invoiceable(order) <= 0) throw conflict('invoice_state', { zh: '订单已全额退款，请拒绝这份申请。', en: 'Everything went back to the buyer; refuse this request.' });
  await end(tx, brandId, orderId, { state: 'issued', by, number, amountFen: invoiceable(order), pdf: pdf === null ? null : secrets.seal(pdf, `${context(orderId)}:pdf`) });
}

/** @throws Problem not_found (404), invoice_state (409) */
export async function refuseInvoice(tx: Tx, brandId: number, orderId: string, reason: string, by: string): Promise<void> {
  if (!(await lockOrder(tx, brandId, { id: orderId }))) throw orderNotFound();
  await end(tx, brandId, orderId, { state: 'refused', by, reason });
}

interface End {
  state: 'issued' | 'refused' | 'withdrawn';
  by: string;
  reason?: string;
  number?: string;
  amountFen?: Fen;
  pdf?: string | null;
}

async function end(tx: Tx, brandId: number, orderId: string, { state, by, reason, number, amountFen, pdf }: End): Promise<void> {
  const at = nowDate();
  const moved = await tx.query(
    `update invoice_request set state = $3, changed_at = $4, changed_by = $5, reason = $6, number = $7, amount_fen = $8, pdf = $9, issued_at = case when $3::text = 'issued' then $4::timestamptz end
      where brand_id = $1 and order_id = $2 and state = 'requested' returning 1`, [brandId, orderId, state, at, by, reason ?? null, number ?? null, amountFen ?? null, pdf ?? null],
  );
  if (moved.length === 0) throw noneRequested();
}

/** The bytes. @throws Problem not_found (404) */
export async function readPdf(db: Querier, brandId: number, secrets: Secrets, orderId: string): Promise<Buffer> {
  const [row] = await db.query<{ pdf: string | null }>('select pdf from invoice_request where brand_id = $1 and order_id = $2', [brandId, orderId]);
  if (!row?.pdf) throw notFound({ zh: '发票文件', en: 'invoice file' });
  return Buffer.from(secrets.open(row.pdf, `${context(orderId)}:pdf`), 'base64');
}
