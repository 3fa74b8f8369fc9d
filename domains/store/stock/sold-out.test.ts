import type { BrandDatabase, Stores } from '@qingniao/storage';
import { silentLog, testStores } from '@qingniao/storage/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setUpStall, type Stall } from '../testing.ts';
import { moveStock } from './pools.ts';
import { openSoldOut, type SoldOut } from './sold-out.ts';

let stores: Stores;
let closeStores: () => Promise<void>;
let brand: BrandDatabase;
let soldOut: SoldOut;
let stall: Stall;

beforeAll(async () => {
  ({ stores, close: closeStores } = await testStores());
  brand = stores.database.forBrand(1);
  soldOut = await openSoldOut(stores.database, silentLog);
  stall = await setUpStall(brand, { units: [0, 5] });
  // The gate's rows are made by the first movement.
  await brand.query('insert into stock (brand_id, pool_id, sku_id, on_hand, held, version) values (1, $1, $2, 0, 0, 0)', [stall.poolId, stall.skuIds[0]]);
});
afterAll(async () => {
  await soldOut.close();
  await closeStores();
});

const refused = (identityId = 7) => soldOut.refused(1, stall.poolId, stall.skuIds, identityId);
/** Somebody finds nothing left of both; only one of them is. */
async function remember(): Promise<void> {
  // Every buyer notices anew: what was read while units came is not believed.
  await expect.poll(() => {
    for (const skuId of stall.skuIds) soldOut.noticed(1, stall.poolId, skuId);
    return refused();
  }).toEqual([stall.skuIds[0]]);
}

it('refuses what the database confirmed to be sold out, and nothing it did not', async () => {
  expect(refused()).toEqual([]);
  await remember();
  expect(soldOut.refused(2, stall.poolId, stall.skuIds, 7)).toEqual([]);
});

it('forgets at once when units come, as every process does', async () => {
  await remember();
  await brand.tx((tx) => moveStock(tx, 1, stall.poolId, { skuId: stall.skuIds[0]!, quantity: 1, reason: 'received', note: '' }, 'test'));
  await expect.poll(() => refused()).toEqual([]);
  await brand.tx((tx) => moveStock(tx, 1, stall.poolId, { skuId: stall.skuIds[0]!, quantity: 0, reason: 'counted', note: '' }, 'test'));
});

it('lets whoever ordered within the life of a pass through to ask for their order again, and nobody of before', async () => {
  for (const [identityId, days] of [[8, 6], [9, 8]] as const) {
    await brand.query(
      `insert into shop_order (brand_id, id, number, identity_id, storefront_id, window_id, request_key, request_hash, state, total_fen, discount_fen, paid_fen, refunded_fen, channel, source, placed_at, expires_at)
       values (1, $1, $1, $2, $3, '', 'key', '', 'paid', 1, 0, 1, 0, 'h5', '{}', $4, $4)`, [`order-${identityId}`, identityId, stall.storefrontId, new Date(Date.now() - days * 86_400_000)],
    );
    await brand.query(`insert into stock_hold (brand_id, order_id, pool_id, sku_id, quantity, state) values (1, $1, $2, $3, 1, 'committed')`, [`order-${identityId}`, stall.poolId, stall.skuIds[0]]);
  }
  await remember();
  expect([refused(8), refused(9)]).toEqual([[], [stall.skuIds[0]]]);
});

it('finds out by itself although nobody told it', async () => {
  await remember();
  await brand.query('update stock set on_hand = 1, version = version + 1 where brand_id = 1 and pool_id = $1 and sku_id = $2', [stall.poolId, stall.skuIds[0]]);
  expect(refused()).toHaveLength(1);
  await expect.poll(() => refused()).toEqual([]);
});
