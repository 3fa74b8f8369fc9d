import { type Querier, samePerson } from '@qingniao/activity';
import type { Tx } from '@qingniao/storage';
import { lockOrder, orderNotFound, type OrderRow, readOrder } from './order-row.ts';

/**
 * An order belongs to the person: who came by the account's web shop yesterday finds it in the mini program today, where
 * both openids are of one contact, by unionid, phone, member number, import or a merge by staff. @throws Problem not_found (404), also of somebody else's
 */
export const readOwnOrder = async (db: Querier, brandId: number, identityId: number, orderId: string): Promise<OrderRow> =>
  own(db, brandId, identityId, await readOrder(db, brandId, orderId));

/** As `readOwnOrder`, locked. */
export const lockOwnOrder = async (tx: Tx, brandId: number, identityId: number, orderId: string): Promise<OrderRow> =>
  own(tx, brandId, identityId, await lockOrder(tx, brandId, { id: orderId }));

async function own(db: Querier, brandId: number, identityId: number, order: OrderRow | null): Promise<OrderRow> {
  if (order && (order.identityId === identityId || (await samePerson(db, brandId, identityId)).includes(order.identityId))) return order;
  throw orderNotFound();
}
