import type { Querier } from '@qingniao/activity';
import { addDays, type Fen, type Secrets, shanghaiMidnight } from '@qingniao/kernel';
import { listContacts } from '@qingniao/people';
import { isToShip, isUploadRefused } from '../shipping/parcels.ts';
import { phoneEndTrace, phoneTrace } from '../watch/trace.ts';
import { columns, type OrderRow, type OrderState } from './order-row.ts';

export type OrderSort = 'newest' | 'oldest' | 'highest' | 'lowest';
export const orderSorts: readonly OrderSort[] = ['newest', 'oldest', 'highest', 'lowest'];

export interface OrderSearch {
  /** An order number or how it begins, the phone of the parcel or its last four digits, or what a contact is found by. */
  text?: string;
  contactId?: number;
  state?: OrderState;
  /** `to_ship`: whatever still has something to ship, also when a part of it went. `upload_refused`: WeChat would not take what was shipped. */
  fulfilment?: string;
  storefrontId?: string;
  channel?: string;
  /** Days of Asia/Shanghai on which it was placed, both inclusive. */
  from?: string;
  to?: string;
}

/** Where the page before ended: what it is sorted by, and the id. */
export type OrderPosition = [Date | number, string];

const sorts = {
  newest: { by: 'placed_at', direction: 'desc' },
  oldest: { by: 'placed_at', direction: 'asc' },
  highest: { by: 'total_fen', direction: 'desc' },
  lowest: { by: 'total_fen', direction: 'asc' },
} as const satisfies Record<OrderSort, object>;

export const positionOf = (sort: OrderSort, { placedAt, totalFen, id }: OrderRow): OrderPosition => [sorts[sort].by === 'placed_at' ? placedAt : totalFen, id];
/** Of its parts, for a cursor. */
export const positionKinds = (sort: OrderSort) => [sorts[sort].by === 'placed_at' ? 'date' : 'number', 'string'] as const;

/** Who does not see contacts finds orders by their numbers only. */
export interface Seeing {
  secrets: Secrets;
  seesPeople: boolean;
}

const MOST_CONTACTS = 200;

/** Orders that fit, sorted, at most `limit`. */
export async function searchOrders(db: Querier, brandId: number, seeing: Seeing, search: OrderSearch, sort: OrderSort, limit: number, after: OrderPosition | null): Promise<OrderRow[]> {
  const { by, direction } = sorts[sort];
  const { sql, params } = await whereOf(db, brandId, seeing, search);
  const position = after === null ? '' : `and (${by}, id) ${direction === 'asc' ? '>' : '<'} ($${params.length + 1}, $${params.length + 2})`;
  return db.query<OrderRow & Record<string, unknown>>(
    `select ${columns} from shop_order o where ${sql} ${position} order by ${by} ${direction}, id ${direction} limit ${limit}`, [...params, ...(after ?? [])],
  );
}

export async function countOrders(db: Querier, brandId: number, seeing: Seeing, search: OrderSearch): Promise<{ orders: number; totalFen: Fen }> {
  const { sql, params } = await whereOf(db, brandId, seeing, search);
  const [row] = await db.query<{ orders: number; totalFen: Fen }>(`select count(*) as orders, coalesce(sum(total_fen), 0)::bigint as "totalFen" from shop_order o where ${sql}`, params);
  return row!;
}

async function whereOf(db: Querier, brandId: number, seeing: Seeing, { text, contactId, state, fulfilment, storefrontId, channel, from, to }: OrderSearch) {
  const params: unknown[] = [brandId];
  const conditions = ['brand_id = $1'];
  const and = (condition: (at: string) => string, value: unknown) => {
    params.push(value);
    conditions.push(condition(`$${params.length}`));
  };
  const ofContacts = (ids: readonly number[]) => and((at) => `identity_id in (select id from identity where brand_id = $1 and contact_id = any (${at}::bigint[]))`, ids);
  if (state !== undefined) and((at) => `state = ${at}`, state);
  if (fulfilment === 'to_ship') conditions.push(isToShip);
  else if (fulfilment === 'upload_refused') conditions.push(isUploadRefused);
  else if (fulfilment !== undefined) and((at) => `state = 'paid' and fulfilment = ${at}`, fulfilment);
  if (storefrontId !== undefined) and((at) => `storefront_id = ${at}`, storefrontId);
  if (channel !== undefined) and((at) => `channel = ${at}`, channel);
  if (from !== undefined) and((at) => `placed_at >= ${at}`, shanghaiMidnight(from));
  if (to !== undefined) and((at) => `placed_at < ${at}`, shanghaiMidnight(addDays(to, 1)));
  if (contactId !== undefined) ofContacts(seeing.seesPeople ? [contactId] : []);
  const wanted = text?.trim().replace(/^#/, '') ?? '';
  const traced = (column: string, hash: string) => and((at) => `id in (select order_id from order_trace where brand_id = $1 and ${column} = ${at})`, hash);
  if (wanted === '') return { sql: conditions.join(' and '), params };
  if (/^\d{4}$/.test(wanted) && seeing.seesPeople) traced('phone_end', phoneEndTrace(seeing.secrets, brandId, wanted));
  else if (/^(\+?86)?1[3-9]\d{9}$/.test(wanted) && seeing.seesPeople) traced('phone', phoneTrace(seeing.secrets, brandId, wanted));
  else if (/^\d{4,32}$/.test(wanted) || !seeing.seesPeople) and((at) => `number >= ${at} and number < ${at} || ':'`, wanted);
  else ofContacts((await listContacts(db, brandId, { text: wanted }, null, MOST_CONTACTS, seeing.secrets)).map(({ id }) => id));
  return { sql: conditions.join(' and '), params };
}
