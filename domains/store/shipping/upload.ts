import type { Text } from '@qingniao/kernel';
import { type Log, messageOf, now, nowDate, type Secrets } from '@qingniao/kernel';
import type { Database, Timers, Tx } from '@qingniao/storage';
import { isWechatError, type MiniProgramClient, type PaidOrder, type PlatformOrder } from '@qingniao/wechat';
import type { MiniPrograms } from '../mini-programs/mini-programs.ts';
import { openAddress } from '../orders/address.ts';
import { lockOrder, type OrderRow, readLines, readOrder } from '../orders/order-row.ts';
import type { PayDeps } from '../pay/start-payment.ts';
import { type Parcel, readParcels, readUpload, tellWechat, type ShippingMethod, type Upload } from './parcels.ts';
import { planUpload, type UploadPlan } from './plan-upload.ts';

export interface ShippingDeps {
  database: Database;
  timers: Timers;
  secrets: Secrets;
  log: Log;
  miniPrograms: MiniPrograms;
  payerOf: PayDeps['payerOf'];
}

const logisticsTypes: Record<ShippingMethod, 1 | 2 | 4> = { express: 1, local: 2, pickup: 4 };
/** Milliseconds for which a mini program stays managed, or not. */
const REMEMBERED = 3_600_000;
/** Shipped already, and nothing has changed: it knows what we were going to say. */
const KNOWS = new Set([10060002, 10060023]);
const GOODS = 120;
const aGift: Text = { zh: '礼品', en: 'Gift' };

const refusals = {
  noPayment: { zh: '找不到这笔微信支付，无法上传发货信息。', en: 'The WeChat payment cannot be found, so shipping cannot be uploaded.' },
  noPayer: { zh: '买家的个人信息已删除，无法上传发货信息；请在微信商户后台发货。', en: 'The buyer was erased, so shipping cannot be uploaded; ship it in WeChat’s own console.' },
  changeUsed: { zh: '微信只允许修改一次发货信息，已经用过；请在微信商户后台处理。', en: 'WeChat takes one change of shipping information, and it has been used; see WeChat’s own console.' },
} satisfies Record<string, Text>;

/**
 * Tells WeChat what left. Whatever happens in between, the timer comes again and looks first at what WeChat has, since
 * the same upload twice would use up the one change it takes. Money stays frozen until it knows (mini-program-and-pay 10.1).
 */
export function createUploader(deps: ShippingDeps): (brandId: number, orderId: string) => Promise<void> {
  const isManaged = rememberManaged();
  return async (brandId, orderId) => {
    const db = deps.database.forBrand(brandId);
    if ((await readUpload(db, brandId, orderId))?.state !== 'waiting') return;
    const order = await readOrder(db, brandId, orderId);
    const client = order.assetId === null ? null : await deps.miniPrograms.clientOf(brandId, order.assetId);
    try {
      if (!client || !(await isManaged(client))) return await setState(deps, brandId, orderId, 'not_needed', null);
      await tell(deps, brandId, order, client);
    } catch (error) {
      if (!isWechatError(error)) throw error;
      await setState(deps, brandId, orderId, error.passing ? 'waiting' : 'refused', error.text);
      deps.log.warn({ brandId, orderId, err: messageOf(error) }, 'WeChat did not take shipping information');
      // The timer comes again, ever more slowly.
      if (error.passing) throw error;
    }
  };
}

/** Whether the service manages a mini program changes once in its life. */
function rememberManaged(): (client: MiniProgramClient) => Promise<boolean> {
  const known = new Map<string, { managed: boolean; until: number }>();
  return async (client) => {
    const held = known.get(client.appid);
    if (held && now() < held.until) return held.managed;
    const managed = await client.shipping.isManaged();
    known.set(client.appid, { managed, until: now() + REMEMBERED });
    return managed;
  };
}

async function tell(deps: ShippingDeps, brandId: number, order: OrderRow, client: MiniProgramClient): Promise<void> {
  const db = deps.database.forBrand(brandId);
  const [payment] = await db.query<{ transactionId: string | null }>('select transaction_id as "transactionId" from payment where brand_id = $1 and order_id = $2', [brandId, order.id]);
  const payer = await deps.payerOf(brandId, order.identityId);
  if (!payment?.transactionId) return setState(deps, brandId, order.id, 'refused', refusals.noPayment);
  if (!payer) return setState(deps, brandId, order.id, 'refused', refusals.noPayer);
  const paid: PaidOrder = { transactionId: payment.transactionId };
  const begun = await begin(deps, brandId, order.id);
  if (begun.mayHaveArrived && (await settleKnown(deps, brandId, order.id, await client.shipping.order(paid)))) return;
  const { parcels, upload, fulfilment } = await db.tx((tx) => read(tx, brandId, order.id));
  const plan = planUpload(parcels.map((parcel) => ({ ...parcel, isKnown: parcel.uploadedAt !== null })), fulfilment === 'shipped' || fulfilment === 'received', upload);
  if (plan.kind === 'nothing') return setState(deps, brandId, order.id, 'told', null);
  if (plan.kind === 'change_used') return setState(deps, brandId, order.id, 'refused', refusals.changeUsed);
  const goods = new Map((await readLines(db, brandId, order.id)).map(({ position, name }) => [position, name]));
  const phone = order.address === null ? null : openAddress(deps.secrets, order.id, order.address).phone;
  await client.shipping.upload({
    order: paid, logisticsType: logisticsTypes[parcels[0]!.method], uploadedAt: begun.at, payerOpenid: payer.openid,
    ...(plan.kind === 'split' ? { split: { allDelivered: plan.allDelivered } } : {}),
    parcels: plan.parcels.map(({ carrierId, waybill, lines }) => ({
      // W-50: the receiver reads it too.
      itemDesc: order.forGift ? aGift[order.language] : describeGoods(lines, goods),
      ...(carrierId === null ? {} : { trackingNo: waybill!, company: carrierId }),
      // SF is traced with the last digits of a phone only.
      ...(carrierId === 'SF' && phone !== null ? { receiverContact: maskContact(phone) } : {}),
    })),
  }).catch((error: unknown) => {
    if (!isWechatError(error) || error.errcode === null || !KNOWS.has(error.errcode)) throw error;
  });
  await settle(deps, brandId, order.id, plan, begun.at);
}

/** Written before WeChat is asked: who comes after a crash knows that it may have arrived. @returns the upload's time, later than every one before */
async function begin({ database }: ShippingDeps, brandId: number, orderId: string): Promise<{ at: Date; mayHaveArrived: boolean }> {
  const [row] = await database.forBrand(brandId).query<{ at: Date; attempts: number }>(
    `update shipping_upload set attempts = attempts + 1, sent_at = greatest($3, sent_at + interval '1 millisecond') where brand_id = $1 and order_id = $2 returning sent_at as at, attempts`,
    [brandId, orderId, nowDate()],
  );
  return { at: row!.at, mayHaveArrived: row!.attempts > 1 };
}

const read = async (tx: Tx, brandId: number, orderId: string) => {
  const order = (await lockOrder(tx, brandId, { id: orderId }))!;
  return { fulfilment: order.fulfilment, parcels: await readParcels(tx, brandId, orderId), upload: (await readUpload(tx, brandId, orderId)) as Upload };
};

/** What an upload whose answer was lost has done. @returns whether nothing is left to tell */
async function settleKnown(deps: ShippingDeps, brandId: number, orderId: string, { shipping }: PlatformOrder): Promise<boolean> {
  const { parcels } = await deps.database.forBrand(brandId).tx((tx) => read(tx, brandId, orderId));
  const numbers = new Set(shipping.shipping_list?.map(({ tracking_no, express_company }) => `${express_company} ${tracking_no}`));
  const isThere = ({ method, carrierId, waybill }: Parcel): boolean => (method === 'express' ? numbers.has(`${carrierId} ${waybill}`) : shipping.logistics_type === logisticsTypes[method]);
  const arrived = parcels.filter((parcel) => parcel.uploadedAt === null && isThere(parcel));
  const finished = shipping.finish_shipping === true;
  if (arrived.length === 0 && !finished) return false;
  return setTold(deps, brandId, orderId, arrived, { finished, changed: shipping.finish_shipping_count === 2 }, nowDate());
}

const settle = (deps: ShippingDeps, brandId: number, orderId: string, plan: Exclude<UploadPlan<Parcel & { isKnown: boolean }>, { kind: 'nothing' | 'change_used' }>, at: Date): Promise<boolean> =>
  setTold(deps, brandId, orderId, plan.parcels, { finished: plan.allDelivered, changed: plan.isChange }, at);

/** What left meanwhile is told by the timer it has set. @returns whether nothing is left to tell */
const setTold = ({ database }: ShippingDeps, brandId: number, orderId: string, parcels: readonly Parcel[], told: { finished: boolean; changed: boolean }, at: Date): Promise<boolean> =>
  database.forBrand(brandId).tx(async (tx) => {
    const order = (await lockOrder(tx, brandId, { id: orderId }))!;
    // By their numbers: one corrected meanwhile is not known yet.
    await tx.query(
      `update parcel p set uploaded_at = $5 from unnest($3::text[], $4::text[]) as u (id, waybill)
        where p.brand_id = $1 and p.order_id = $2 and p.id = u.id and p.waybill is not distinct from u.waybill`,
      [brandId, orderId, parcels.map(({ id }) => id), parcels.map(({ waybill }) => waybill), at],
    );
    const isComplete = order.fulfilment === 'shipped' || order.fulfilment === 'received';
    const [row] = await tx.query<{ state: string }>(
      `update shipping_upload u set finished = finished or $3, changed = changed or $4, error_zh = null, error_en = null,
              state = case when exists (select 1 from parcel p where p.brand_id = $1 and p.order_id = $2 and p.uploaded_at is null) or ($5 and not (finished or $3)) then 'waiting' else 'told' end
        where u.brand_id = $1 and u.order_id = $2 returning state`, [brandId, orderId, told.finished, told.changed, isComplete],
    );
    return row!.state === 'told';
  });

const setState = async ({ database }: ShippingDeps, brandId: number, orderId: string, state: Upload['state'], error: Text | null): Promise<void> => {
  await database.forBrand(brandId).query(
    'update shipping_upload set state = $3, error_zh = $4, error_en = $5 where brand_id = $1 and order_id = $2', [brandId, orderId, state, error?.zh ?? null, error?.en ?? null],
  );
};

/** Another try by hand, after whatever was wrong has been put right. @returns whether there was something to try */
export async function retryUpload(tx: Tx, brandId: number, timers: Timers, orderId: string): Promise<boolean> {
  await lockOrder(tx, brandId, { id: orderId });
  const upload = await readUpload(tx, brandId, orderId);
  if (upload?.state !== 'refused' && upload?.state !== 'waiting') return false;
  await tellWechat(tx, brandId, timers, orderId);
  return true;
}

/** `手镯 × 2；戒指`, within what WeChat takes. */
export function describeGoods(lines: readonly { position: number; units: number }[], names: ReadonlyMap<number, string>): string {
  const words = [...lines.map(({ position, units }) => `${names.get(position) ?? ''}${units > 1 ? ` × ${units}` : ''}`).join('；')];
  return words.length <= GOODS ? words.join('') : `${words.slice(0, GOODS - 1).join('')}…`;
}

/** The last four digits stay, as WeChat asks. */
export const maskContact = (phone: string): string => {
  const digits = phone.replace(/\D/g, '');
  return `${digits.slice(0, Math.max(0, digits.length - 8))}****${digits.slice(-4)}`;
};
