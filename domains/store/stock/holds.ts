import { nowDate } from '@qingniao/kernel';
import { prepared, type Tx } from '@qingniao/storage';
import { announceFreed } from './pools.ts';

/** An order as its units see it. */
export interface HoldingOrder {
  id: string;
  identityId: number;
  storefrontId: string;
  windowId: string;
}

interface HeldUnits extends Record<string, unknown> {
  poolId: string;
  skuId: string;
  quantity: number;
  available: number;
}

/** An order's units with their stock rows locked, always in the same order, so that no two transactions wait in a circle. */
const lockUnits = (tx: Tx, brandId: number, orderId: string, state: 'held' | 'released'): Promise<HeldUnits[]> =>
  tx.query<HeldUnits>(
    prepared(`select h.pool_id as "poolId", h.sku_id as "skuId", h.quantity, s.on_hand - s.held as available
       from stock_hold h join stock s on s.brand_id = h.brand_id and s.pool_id = h.pool_id and s.sku_id = h.sku_id
      where h.brand_id = $1 and h.order_id = $2 and h.state = $3 order by h.pool_id, h.sku_id for update of s`), [brandId, orderId, state],
  );

/** Unpaid units go back on sale. */
export async function releaseHolds(tx: Tx, brandId: number, order: HoldingOrder): Promise<void> {
  const units = await lockUnits(tx, brandId, order.id, 'held');
  if (units.length === 0) return;
  await setHolds(tx, brandId, order.id, 'held', 'released');
  await tx.query(
    prepared(`update stock s set held = s.held - u.quantity, version = s.version + 1 ${fromUnits}`), [brandId, ...columnsOf(units)],
  );
  await countPurchases(tx, brandId, order, units, -1);
  await announceFreed(tx, brandId);
}

/** Paid units are gone; writes down when that was the last of a SKU. The order must hold them. */
export async function sellHeld(tx: Tx, brandId: number, order: HoldingOrder): Promise<void> {
  const units = await lockUnits(tx, brandId, order.id, 'held');
  const [left] = await Promise.all([
    tx.query<{ skuId: string; onHand: number }>(
      prepared(`update stock s set on_hand = s.on_hand - u.quantity, held = s.held - u.quantity ${fromUnits} returning s.sku_id as "skuId", s.on_hand as "onHand"`), [brandId, ...columnsOf(units)],
    ),
    setHolds(tx, brandId, order.id, 'held', 'committed'),
  ]);
  await recordSale(tx, brandId, order, units, left);
}

/**
 * Money that came after the units went back: takes them again, if they are all there, the buyer may still have as many
 * (L-22), and `takeRest` gets what else the order needs; that comes after the stock, as everybody locks them.
 * @returns whether it did
 */
export async function sellReleased(tx: Tx, brandId: number, order: HoldingOrder, takeRest: () => Promise<boolean>): Promise<boolean> {
  const units = await lockUnits(tx, brandId, order.id, 'released');
  if (units.length === 0 || units.some(({ available, quantity }) => available < quantity)) return false;
  const [limited] = await tx.query(
    `select 1 from listing g join unnest($4::text[], $5::int[]) as u (sku_id, units) on u.sku_id = g.sku_id where g.brand_id = $1 and g.storefront_id = $2 and ${beyondLimit('$3', 'u.units')}`,
    [brandId, order.storefrontId, order.identityId, units.map(({ skuId }) => skuId), units.map(({ quantity }) => quantity)],
  );
  if (limited || !(await takeRest())) return false;
  await setHolds(tx, brandId, order.id, 'released', 'committed');
  const left = await tx.query<{ skuId: string; onHand: number }>(
    prepared(`update stock s set on_hand = s.on_hand - u.quantity ${fromUnits} returning s.sku_id as "skuId", s.on_hand as "onHand"`), [brandId, ...columnsOf(units)],
  );
  await countPurchases(tx, brandId, order, units, 1);
  await recordSale(tx, brandId, order, units, left);
  return true;
}

/**
 * Units come back on sale in the pool the order was sold from, as the variants they are now; `reference` is the refund or
 * after-sale case. Whether they are bought is a matter of the money.
 */
export async function returnUnits(tx: Tx, brandId: number, order: HoldingOrder, reference: string, bySku: ReadonlyMap<string, number>, by: string): Promise<void> {
  const sold = await tx.query<HeldUnits>(
    prepared(`select s.pool_id as "poolId", s.sku_id as "skuId", 0 as quantity, 0 as available
       from stock s where s.brand_id = $1 and s.sku_id = any ($3) and s.pool_id = (select pool_id from stock_hold where brand_id = $1 and order_id = $2 and state = 'committed' limit 1)
      order by s.sku_id for update`),
    [brandId, order.id, [...bySku.keys()]],
  );
  const units = sold.map((unit) => ({ ...unit, quantity: bySku.get(unit.skuId)! })).filter(({ quantity }) => quantity > 0);
  if (units.length === 0) return;
  await tx.query(prepared(`update stock s set on_hand = s.on_hand + u.quantity, version = s.version + 1 ${fromUnits}`), [brandId, ...columnsOf(units)]);
  await writeMovements(tx, brandId, units, 1, 'returned', reference, by);
  await announceFreed(tx, brandId);
}

/**
 * Units that are set aside for an exchange, from the pool the order was sold from; or come back to it, because it came
 * to nothing (`direction` 1). @returns the pool; null when there are not enough
 */
export async function moveReplacement(tx: Tx, brandId: number, orderId: string, bySku: ReadonlyMap<string, number>, caseId: string, by: string, direction: 1 | -1): Promise<string | null> {
  const [pool] = await tx.query<{ poolId: string }>(`select pool_id as "poolId" from stock_hold where brand_id = $1 and order_id = $2 and state = 'committed' limit 1`, [brandId, orderId]);
  if (!pool) return null;
  const units = [...bySku].map(([skuId, quantity]): HeldUnits => ({ poolId: pool.poolId, skuId, quantity, available: 0 }));
  await tx.query('select 1 from stock where brand_id = $1 and pool_id = $2 and sku_id = any ($3) order by sku_id for update', [brandId, pool.poolId, [...bySku.keys()]]);
  const moved = await tx.query(
    prepared(`update stock s set on_hand = s.on_hand + u.quantity * $5::int, version = s.version + case when $5::int > 0 then 1 else 0 end ${fromUnits}
       and s.on_hand + u.quantity * $5::int >= s.held returning 1`), [brandId, ...columnsOf(units), direction],
  );
  if (moved.length < units.length) return null;
  await writeMovements(tx, brandId, units, direction, 'exchanged', caseId, by);
  if (direction === 1) await announceFreed(tx, brandId);
  return pool.poolId;
}

/**
 * What was sold of one variant becomes another of the same pool: one comes back on sale as the other goes, in the places
 * in which everybody locks them. @returns whether there were enough; otherwise nothing has changed
 */
export async function swapSold(tx: Tx, brandId: number, order: HoldingOrder, from: string, to: string, quantity: number): Promise<boolean> {
  const [hold] = await tx.query<{ poolId: string }>(`select pool_id as "poolId" from stock_hold where brand_id = $1 and order_id = $2 and sku_id = $3 and state = 'committed'`, [brandId, order.id, from]);
  if (!hold) return false;
  const { poolId } = hold;
  const rows = await tx.query<{ skuId: string; available: number }>(
    'select sku_id as "skuId", on_hand - held as available from stock where brand_id = $1 and pool_id = $2 and sku_id = any ($3) order by sku_id for update', [brandId, poolId, [from, to]],
  );
  if ((rows.find(({ skuId }) => skuId === to)?.available ?? 0) < quantity) return false;
  // Orders count under the same rows of the stock.
  const [limited] = await tx.query(
    `select 1 from listing g where g.brand_id = $1 and g.storefront_id = $2 and g.sku_id = $3 and ${beyondLimit('$4', '$5')}`, [brandId, order.storefrontId, to, order.identityId, quantity],
  );
  if (limited) return false;
  const [back, gone]: [HeldUnits, HeldUnits] = [{ poolId, skuId: from, quantity, available: 0 }, { poolId, skuId: to, quantity, available: 0 }];
  await tx.query('update stock set on_hand = on_hand + $4, version = version + 1 where brand_id = $1 and pool_id = $2 and sku_id = $3', [brandId, poolId, from, quantity]);
  const left = await tx.query<{ skuId: string; onHand: number }>(
    'update stock set on_hand = on_hand - $4 where brand_id = $1 and pool_id = $2 and sku_id = $3 returning sku_id as "skuId", on_hand as "onHand"', [brandId, poolId, to, quantity],
  );
  await writeMovements(tx, brandId, [back], 1, 'exchanged', order.id, 'receiver');
  await writeMovements(tx, brandId, [gone], -1, 'exchanged', order.id, 'receiver');
  await tx.query(
    `with less as (update stock_hold set quantity = quantity - $6 where brand_id = $1 and order_id = $2 and pool_id = $3 and sku_id = $4)
     insert into stock_hold as h (brand_id, order_id, pool_id, sku_id, quantity, state) values ($1, $2, $3, $5, $6, 'committed')
     on conflict (brand_id, order_id, pool_id, sku_id) do update set quantity = h.quantity + excluded.quantity`, [brandId, order.id, poolId, from, to, quantity],
  );
  await tx.query('delete from stock_hold where brand_id = $1 and order_id = $2 and quantity = 0', [brandId, order.id]);
  await countPurchases(tx, brandId, order, [back], -1);
  await tx.query(
    `insert into purchase_count as c (brand_id, storefront_id, sku_id, identity_id, units) values ($1, $2, $3, $4, $5)
     on conflict (brand_id, storefront_id, sku_id, identity_id) do update set units = c.units + excluded.units`, [brandId, order.storefrontId, to, order.identityId, quantity],
  );
  await noteSellOuts(tx, brandId, order, left);
  await announceFreed(tx, brandId);
  return true;
}

/**
 * SQL of the brand `$1`, over what has a `storefront_id` and a `sku_id`: units somebody has of it, by whatever door they
 * bought (L-22). Each count is looked up by its whole key: in a drop there are thousands of the same listing.
 */
export const boughtBy = (listing: string, identityId: string): string => `(
  select coalesce(sum((select c.units from purchase_count c where c.brand_id = $1 and c.storefront_id = ${listing}.storefront_id and c.sku_id = ${listing}.sku_id and c.identity_id = same.id)), 0)::int
    from identity me join identity same on same.brand_id = me.brand_id and same.contact_id = me.contact_id where me.brand_id = $1 and me.id = ${identityId}::bigint)`;

/** SQL over a listing `g`: with so many units more somebody had more than a person may (L-22). */
export const beyondLimit = (identityId: string, units: string): string => `g.per_person < ${units}::int + ${boughtBy('g', identityId)}`;

const fromUnits = `from unnest($2::text[], $3::text[], $4::int[]) as u (pool_id, sku_id, quantity)
  where s.brand_id = $1 and s.pool_id = u.pool_id and s.sku_id = u.sku_id`;
const columnsOf = (units: readonly HeldUnits[]): unknown[] => [units.map(({ poolId }) => poolId), units.map(({ skuId }) => skuId), units.map(({ quantity }) => quantity)];

const setHolds = (tx: Tx, brandId: number, orderId: string, from: string, to: string): Promise<unknown> =>
  tx.query(prepared('update stock_hold set state = $4 where brand_id = $1 and order_id = $2 and state = $3'), [brandId, orderId, from, to]);

/** L-22: whoever has their money back may buy as many again, whatever became of the goods. */
export const uncountRefunded = (tx: Tx, brandId: number, order: HoldingOrder, refundId: string): Promise<unknown> =>
  tx.query(
    `update purchase_count c set units = greatest(0, c.units - u.units)
       from (select l.sku_id, sum(r.quantity)::int as units from refund_line r join order_line l on l.brand_id = r.brand_id and l.order_id = $4 and l.position = r.position
              where r.brand_id = $1 and r.refund_id = $5 group by 1) u
      where c.brand_id = $1 and c.storefront_id = $2 and c.identity_id = $3 and c.sku_id = u.sku_id`, [brandId, order.storefrontId, order.identityId, order.id, refundId],
  );

/** L-22; taken back never below nothing. */
const countPurchases = (tx: Tx, brandId: number, order: HoldingOrder, units: readonly HeldUnits[], sign: 1 | -1): Promise<unknown> =>
  tx.query(
    prepared(`update purchase_count c set units = greatest(0, c.units + u.quantity)
       from unnest($4::text[], $5::int[]) as u (sku_id, quantity)
      where c.brand_id = $1 and c.storefront_id = $2 and c.identity_id = $3 and c.sku_id = u.sku_id`),
    [brandId, order.storefrontId, order.identityId, units.map(({ skuId }) => skuId), units.map(({ quantity }) => sign * quantity)],
  );

async function recordSale(tx: Tx, brandId: number, order: HoldingOrder, units: readonly HeldUnits[], left: readonly { skuId: string; onHand: number }[]): Promise<void> {
  await writeMovements(tx, brandId, units, -1, 'sold', order.id, 'wechat_pay');
  await noteSellOuts(tx, brandId, order, left);
}

async function noteSellOuts(tx: Tx, brandId: number, order: HoldingOrder, left: readonly { skuId: string; onHand: number }[]): Promise<void> {
  const gone = left.filter(({ onHand }) => onHand === 0).map(({ skuId }) => skuId);
  if (gone.length === 0 || order.windowId === '') return;
  // K-07: from the opening of the window to the last payment, by WeChat Pay's time: notices may be late and out of order.
  await tx.query(
    prepared(`insert into sell_out (brand_id, storefront_id, window_id, sku_id, opened_at, sold_out_at)
     select w.brand_id, w.storefront_id, w.id, sku, w.opens_at,
            coalesce((select max(o.paid_at) from stock_hold h join shop_order o on o.brand_id = h.brand_id and o.id = h.order_id
              where h.brand_id = $1 and h.sku_id = sku and h.state = 'committed' and o.storefront_id = $2 and o.window_id = $3), $5)
       from storefront_window w, unnest($4::text[]) as sku where w.brand_id = $1 and w.storefront_id = $2 and w.id = $3
     on conflict do nothing`), [brandId, order.storefrontId, order.windowId, gone, nowDate()],
  );
}

const writeMovements = (tx: Tx, brandId: number, units: readonly HeldUnits[], sign: 1 | -1, reason: 'sold' | 'returned' | 'exchanged', reference: string, by: string): Promise<unknown> =>
  tx.query(
    prepared(`insert into stock_movement (brand_id, pool_id, sku_id, quantity, reason, reference, note, at, by)
     select $1, pool_id, sku_id, quantity * $5, $6, $7, '', $8, $9 from unnest($2::text[], $3::text[], $4::int[]) as u (pool_id, sku_id, quantity)`),
    [brandId, ...columnsOf(units), sign, reason, reference, nowDate(), by],
  );
