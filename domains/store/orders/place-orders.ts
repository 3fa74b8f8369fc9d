import { appendInTx, type NewEvent } from '@qingniao/activity';
import type { Secrets } from '@qingniao/kernel';
import { prepared, type Timers, type Tx } from '@qingniao/storage';
import { lockQueues, type QueuesFound, writeDecisions } from '../drop/decisions.ts';
import { orderEvent } from './order-event.ts';
import { boughtBy } from '../stock/holds.ts';
import { type Answer, type AskedOrder, boughtOf, decide, type Found, requestOf, stockOf, unitsOf } from './decide.ts';

/** A timer a second of expiry, not one an order. */
export const EXPIRY_TIMER = 'store-order-expiry';

/**
 * Decides about these orders and writes what was decided, in one transaction. The stock rows are locked first, in one
 * order for everybody, then the queues, so nobody decides from a figure that changes; the log comes last (architecture, Locks).
 * @returns the answers in the order given, and what is left of each stock row asked for
 */
export async function placeOrders(tx: Tx, brandId: number, { timers, secrets }: { timers: Timers; secrets: Secrets }, asked: readonly AskedOrder[]): Promise<{ answers: Answer[]; available: ReadonlyMap<string, number> }> {
  const found = await lockAndRead(tx, brandId, asked);
  const answers = decide(asked, found);
  const placed = asked.filter((_, index) => answers[index]!.kind === 'placed');
  await Promise.all([writeDecisions(tx, brandId, secrets, found, asked, answers), placed.length === 0 ? null : write(tx, brandId, timers, placed)]);
  return { answers, available: found.available };
}

async function lockAndRead(tx: Tx, brandId: number, asked: readonly AskedOrder[]): Promise<Found & QueuesFound> {
  const stocks = new Map(asked.flatMap((order) => order.lines.map(({ skuId }) => [stockOf(order.poolId, skuId), [order.poolId, skuId]] as const)));
  const limited = asked.flatMap(({ storefrontId, identityId, lines }) => lines.filter(({ perPerson }) => perPerson !== null).map(({ skuId }) => ({ storefrontId, skuId, identityId })));
  const couponIds = [...new Set(asked.flatMap(({ couponId }) => couponId ?? []))];
  // Sent together: the later ones wait in the server until the first holds its locks, and see what was committed by then.
  const [stock, orders, bought, coupons, queues] = await Promise.all([
    tx.query<{ poolId: string; skuId: string; available: number }>(
      prepared(`select pool_id as "poolId", sku_id as "skuId", on_hand - held as available from stock
                 where brand_id = $1 and (pool_id, sku_id) in (select * from unnest($2::text[], $3::text[])) order by pool_id, sku_id for update`),
      [brandId, [...stocks.values()].map(([poolId]) => poolId), [...stocks.values()].map(([, skuId]) => skuId)],
    ),
    tx.query<{ id: string; identityId: number; requestKey: string; requestHash: string }>(
      prepared(`select o.id, o.identity_id as "identityId", o.request_key as "requestKey", o.request_hash as "requestHash"
                  from unnest($2::bigint[], $3::text[]) as u (identity_id, request_key) join shop_order o
                    on o.brand_id = $1 and o.identity_id = u.identity_id and o.request_key = u.request_key`),
      [brandId, asked.map(({ identityId }) => identityId), asked.map(({ requestKey }) => requestKey)],
    ),
    limited.length === 0 ? [] : tx.query<{ storefrontId: string; skuId: string; identityId: number; person: number; units: number }>(
      prepared(`select u.storefront_id as "storefrontId", u.sku_id as "skuId", u.identity_id as "identityId", i.contact_id as person, ${boughtBy('u', 'u.identity_id')} as units
                  from unnest($2::text[], $3::text[], $4::bigint[]) as u (storefront_id, sku_id, identity_id) join identity i on i.brand_id = $1 and i.id = u.identity_id`),
      [brandId, limited.map(({ storefrontId }) => storefrontId), limited.map(({ skuId }) => skuId), limited.map(({ identityId }) => identityId)],
    ),
    couponIds.length === 0 ? [] : tx.query<{ id: string; expiresAt: Date }>(
      prepared(`select id, expires_at as "expiresAt" from coupon
                 where brand_id = $1 and id = any ($2) and state in ('issued', 'saved') order by id for update`),
      [brandId, couponIds],
    ),
    lockQueues(tx, brandId, asked),
  ]);
  const latest = asked.reduce((at, order) => Math.max(at, order.at.getTime()), 0);
  return {
    ...queues,
    orders: new Map(orders.map((order) => [requestOf(order), order])),
    available: new Map(stock.map(({ poolId, skuId, available }) => [stockOf(poolId, skuId), available])),
    persons: new Map(bought.map(({ identityId, person }) => [identityId, person])),
    bought: new Map(bought.map(({ storefrontId, skuId, person, units }) => [boughtOf(storefrontId, skuId, person), units])),
    coupons: new Set(coupons.filter(({ expiresAt }) => expiresAt.getTime() > latest).map(({ id }) => id)),
  };
}

/** All statements go out together; the first that fails takes the transaction with it. */
async function write(tx: Tx, brandId: number, timers: Timers, placed: readonly AskedOrder[]): Promise<void> {
  const holds = placed.flatMap((order) => [...unitsOf(order)].map(([skuId, quantity]) => ({ order_id: order.id, pool_id: order.poolId, sku_id: skuId, quantity })));
  const counts = placed.flatMap((order) => [...unitsOf(order)].map(([skuId, units]) => ({ storefront_id: order.storefrontId, sku_id: skuId, identity_id: order.identityId, units })));
  const used = placed.filter(({ couponId }) => couponId !== null);
  const fromCart = placed.filter(({ cartLineIds }) => cartLineIds.length > 0);
  const dues = new Map(placed.map(({ expiresAt }) => [expiresAt.toISOString(), expiresAt]));
  const rows = (sql: string, values: readonly object[]) => tx.query(prepared(sql), [brandId, JSON.stringify(values)]);
  const [taken] = await Promise.all([
    tx.query(
      prepared(`update stock s set held = s.held + u.quantity
        from (select pool_id, sku_id, sum(quantity)::int as quantity from unnest($2::text[], $3::text[], $4::int[]) as n (pool_id, sku_id, quantity) group by 1, 2) as u
       where s.brand_id = $1 and s.pool_id = u.pool_id and s.sku_id = u.sku_id and s.on_hand - s.held >= u.quantity returning 1`),
      [brandId, holds.map(({ pool_id }) => pool_id), holds.map(({ sku_id }) => sku_id), holds.map(({ quantity }) => quantity)],
    ),
    rows(`insert into shop_order (brand_id, id, number, identity_id, storefront_id, window_id, request_key, request_hash, state, total_fen, discount_fen, paid_fen, refunded_fen,
                                  coupon_id, address, for_gift, channel, language, source, asset_id, placed_at, expires_at)
          select $1, id, number, identity_id, storefront_id, window_id, request_key, request_hash, 'awaiting_payment', total_fen, discount_fen, 0, 0, coupon_id, address, for_gift, channel, language, source, asset_id, placed_at, expires_at
            from jsonb_to_recordset($2::jsonb) as r (id text, number text, identity_id bigint, storefront_id text, window_id text, request_key text, request_hash text,
                                                     total_fen bigint, discount_fen bigint, coupon_id text, address text, for_gift boolean, channel text, language text, source jsonb, asset_id text, placed_at timestamptz, expires_at timestamptz)`,
      placed.map((order) => ({
        id: order.id, number: order.number, identity_id: order.identityId, storefront_id: order.storefrontId, window_id: order.windowId, request_key: order.requestKey,
        request_hash: order.requestHash, total_fen: order.totalFen, discount_fen: order.discountFen, coupon_id: order.couponId, address: order.address, for_gift: order.forGift, channel: order.channel,
        language: order.language, source: order.source, asset_id: order.assetId, placed_at: order.at, expires_at: order.expiresAt,
      }))),
    rows(`insert into order_line (brand_id, order_id, position, sku_id, product_id, name, quantity, unit_fen, options_fen, options, lead_days, discounts, pay_fen, left_to_receiver)
          select $1, r.* from jsonb_to_recordset($2::jsonb) as r (order_id text, position int, sku_id text, product_id text, name text, quantity int, unit_fen bigint,
                                                                   options_fen bigint, options jsonb, lead_days int, discounts jsonb, pay_fen bigint, left_to_receiver boolean)`,
      placed.flatMap((order) => order.lines.map((line, index) => ({
        order_id: order.id, position: index + 1, sku_id: line.skuId, product_id: line.productId, name: line.name, quantity: line.quantity, unit_fen: line.unitFen,
        options_fen: line.optionsFen, options: line.options, lead_days: line.leadDays, discounts: line.discounts, pay_fen: line.payFen, left_to_receiver: line.leftToReceiver,
      })))),
    rows(`insert into order_step (brand_id, order_id, seq, from_state, to_state, why, at, by)
          select $1, order_id, 1, null, 'awaiting_payment', 'placed', at, 'buyer' from jsonb_to_recordset($2::jsonb) as r (order_id text, at timestamptz)`,
      placed.map(({ id, at }) => ({ order_id: id, at }))),
    rows(`insert into stock_hold (brand_id, order_id, pool_id, sku_id, quantity, state)
          select $1, r.*, 'held' from jsonb_to_recordset($2::jsonb) as r (order_id text, pool_id text, sku_id text, quantity int)`, holds),
    rows(
      `insert into purchase_count as c (brand_id, storefront_id, sku_id, identity_id, units)
       select $1, storefront_id, sku_id, identity_id, sum(units) from jsonb_to_recordset($2::jsonb) as r (storefront_id text, sku_id text, identity_id bigint, units int) group by 2, 3, 4
       on conflict (brand_id, storefront_id, sku_id, identity_id) do update set units = c.units + excluded.units`, counts),
    used.length === 0 ? null : rows(
      `update coupon c set state = 'used', used_at = r.at, order_id = r.order_id
         from jsonb_to_recordset($2::jsonb) as r (id text, order_id text, at timestamptz) where c.brand_id = $1 and c.id = r.id`,
      used.map(({ couponId, id, at }) => ({ id: couponId, order_id: id, at }))),
    fromCart.length === 0 ? null : rows(
      `delete from cart_line c using jsonb_to_recordset($2::jsonb) as r (identity_id bigint, storefront_id text, id text)
        where c.brand_id = $1 and c.identity_id = r.identity_id and c.storefront_id = r.storefront_id and c.id = r.id`,
      fromCart.flatMap(({ identityId, storefrontId, cartLineIds }) => cartLineIds.map((id) => ({ identity_id: identityId, storefront_id: storefrontId, id })))),
    ...[...dues].map(([key, dueAt]) => timers.set(tx, { brandId, name: EXPIRY_TIMER, key, dueAt, payload: null })),
    appendInTx(tx, brandId, placed.map(placedEvent)),
  ]);
  const rowsAsked = new Set(holds.map(({ pool_id, sku_id }) => stockOf(pool_id, sku_id))).size;
  if (taken.length !== rowsAsked) throw new Error('stock was decided from other figures than it was taken from');
}

const placedEvent = (order: AskedOrder): NewEvent => orderEvent('order.placed', order, order.at, order.totalFen);
