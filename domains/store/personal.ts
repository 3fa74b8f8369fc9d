import type { Eraser, Exporter } from '@qingniao/people';
import type { Secrets } from '@qingniao/kernel';
import { eraseService, exportService } from './after-sale/personal.ts';
import { openAddress } from './orders/address.ts';
import { eraseWatch } from './watch/personal.ts';

/** Orders stay, as the law on bookkeeping wants; what names the buyer goes. Where a gift goes is its receiver’s (gifting). */
export const eraseShopper: Eraser = async (tx, brandId, subject) => {
  const { identityIds } = subject;
  const params = [brandId, identityIds];
  const carts = await tx.query('delete from cart_line where brand_id = $1 and identity_id = any ($2::bigint[]) returning 1', params);
  const orders = await tx.query('update shop_order set address = null where brand_id = $1 and identity_id = any ($2::bigint[]) and address is not null and not for_gift returning 1', params);
  // What was engraved may be a name.
  const lines = await tx.query(
    `update order_line l set options = '{}' from shop_order o
      where l.brand_id = $1 and o.brand_id = $1 and o.id = l.order_id and o.identity_id = any ($2::bigint[]) and l.options <> '{}' returning 1`, params,
  );
  const grants = await tx.query('delete from message_grant where brand_id = $1 and identity_id = any ($2::bigint[]) returning 1', params);
  return [
    { table: 'cart_line', rows: carts.length }, { table: 'shop_order', rows: orders.length }, { table: 'order_line', rows: lines.length },
    { table: 'message_grant', rows: grants.length },
    ...(await eraseWatch(tx, brandId, subject)),
    ...(await eraseService(tx, brandId, subject)),
  ];
};

/** What they had engraved or chose, in brackets. */
const chosen = (options: string): string => `coalesce((select ' (' || string_agg(value, ', ' order by key) || ')' from jsonb_each_text(${options})), '')`;

/** What the store knows about somebody, for the copy they may ask for. */
export const exportOrders = (secrets: Secrets): Exporter => async (db, brandId, subject, pictures) => {
  const { identityIds } = subject;
  const rows = await db.query<{ id: string; number: string; state: string; total: number; placedAt: Date; address: string | null; lines: string[] }>(
    `select o.id, o.number, o.state, o.total_fen as total, o.placed_at as "placedAt", case when not o.for_gift then o.address end as address,
            (select array_agg(l.quantity || ' × ' || l.name || ${chosen('l.options')} order by l.position) from order_line l where l.brand_id = o.brand_id and l.order_id = o.id) as lines
       from shop_order o where o.brand_id = $1 and o.identity_id = any ($2::bigint[]) order by o.placed_at`, [brandId, identityIds],
  );
  const coupons = await db.query<{ name: string; state: string; issuedAt: Date }>(
    `select t.name, c.state, c.issued_at as "issuedAt" from coupon c join coupon_template t on t.brand_id = c.brand_id and t.id = c.template_id
      where c.brand_id = $1 and c.identity_id = any ($2::bigint[]) order by c.issued_at`, [brandId, identityIds],
  );
  const cart = await db.query<{ line: string; addedAt: Date }>(
    `select c.quantity || ' × ' || p.name || ${chosen('c.options')} as line, c.added_at as "addedAt"
       from cart_line c join sku k on k.brand_id = c.brand_id and k.id = c.sku_id join product p on p.brand_id = c.brand_id and p.id = k.product_id
      where c.brand_id = $1 and c.identity_id = any ($2::bigint[]) order by c.added_at`, [brandId, identityIds],
  );
  return [
    { key: 'orders', title: { zh: '订单', en: 'Orders' }, rows: rows.map(({ id, address, ...order }) => ({ ...order, address: address === null ? null : openAddress(secrets, id, address) })) },
    { key: 'coupons', title: { zh: '优惠券', en: 'Coupons' }, rows: coupons },
    { key: 'cart', title: { zh: '购物袋', en: 'Bag' }, rows: cart },
    ...(await exportService(secrets)(db, brandId, subject, pictures)),
  ];
};
