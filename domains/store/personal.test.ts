import { eraseIdentities, type LogEvent } from '@qingniao/activity';
import { nowDate } from '@qingniao/kernel';
import { afterAll, expect, it } from 'vitest';
import { eraseShopper, exportOrders, orderTraces } from './index.ts';
import { maskAddress } from './orders/address.ts';
import { inOwnDatabase, orderOf, setUpStall, testShop } from './testing.ts';

const address = { name: '王小明', phone: '13800138000', province: '上海', city: '上海', district: '静安区', detail: '南京西路 1 号' };
const { stores, brand, shop, close } = await inOwnDatabase(testShop);
afterAll(close);

it('an address is sealed, masked, revealed with a line in the audit log, exported to its person, and erased with them', async () => {
  const engraving = { id: 'inside', kind: 'engraving' as const, name: '刻字', required: false, feeFen: 0, leadDays: 1, most: 5, scripts: ['han' as const] };
  const stall = await setUpStall(brand, { type: 'permanent', units: [2], options: [engraving] });
  const { ask } = await shop.shopper('o-wang');
  const basket = orderOf(stall);
  const { body: order } = await ask('POST', '/orders', { ...basket, lines: [{ ...basket.lines[0], options: { inside: '小明' } }], address }, 'request-1');
  await ask('PUT', `/storefronts/${stall.storefrontId}/cart/lines`, { skuId: stall.skuIds[0], quantity: 1, options: { inside: '明' } });

  const [stored] = await brand.query<{ address: string; identityId: number }>('select address, identity_id as "identityId" from shop_order where brand_id = 1');
  expect(stored!.address).not.toContain('13800138000');
  const path = `/api/brands/1/store/orders/${order.id}`;
  expect((await shop.call('viewer', 'GET', path)).body.address).toEqual({ ...address, name: '王*', phone: '138****8000', detail: '***' });
  expect((await shop.call('head_office', 'GET', path)).status).toBe(403);
  expect((await shop.call('marketer', 'POST', `${path}/address`)).status).toBe(403);
  expect((await shop.call('owner', 'POST', `${path}/address`)).body).toEqual(address);
  expect(await brand.query(`select action from audit_entry where brand_id = 1 and subject = $1`, [`order:${order.id}`])).toEqual([{ action: 'order.address_revealed' }]);

  const subject = { contactId: stored!.identityId, identityIds: [stored!.identityId] };
  const [orders, , cart] = await exportOrders(shop.store.routes.secrets)(brand, 1, subject);
  expect(orders!.rows).toMatchObject([{ number: order.number, address, lines: ['1 × 青鸟手镯 (小明)'] }]);
  expect(cart!.rows).toMatchObject([{ line: '1 × 青鸟手镯 (明)' }]);

  const events = await brand.query<LogEvent & Record<string, unknown>>(`select id, brand_id as "brandId", type, props from event where brand_id = 1 and type = 'order.placed'`);
  await stores.database.system.tx((tx) => orderTraces(shop.store.routes.secrets).apply(tx, events));
  const erased = await brand.tx((tx) => eraseShopper(tx, 1, subject));
  expect(erased).toEqual([
    { table: 'cart_line', rows: 1 }, { table: 'shop_order', rows: 1 }, { table: 'order_line', rows: 1 }, { table: 'message_grant', rows: 0 }, { table: 'resale_mark', rows: 0 }, { table: 'order_trace', rows: 1 },
    { table: 'parcel', rows: 0 }, { table: 'after_sale_step', rows: 0 }, { table: 'after_sale_photo', rows: 0 }, { table: 'after_sale', rows: 0 }, { table: 'invoice_request', rows: 0 },
  ]);
  expect((await shop.call('owner', 'GET', path)).body).toMatchObject({ address: null, totalFen: 19_900, lines: [{ options: {} }] });
  expect((await shop.call('owner', 'POST', `${path}/address`)).status).toBe(404);
});

it('a short number from abroad is hidden as well', () => {
  const shown = ['13800138000', '91234567', '123456'].map((phone) => maskAddress({ ...address, phone }).phone);
  expect(shown).toEqual(['138****8000', '****67', '****56']);
});

it('the pass of who was erased opens nothing any more, so that nothing new is written about them', async () => {
  const stall = await setUpStall(brand, { type: 'permanent', units: [2] });
  const { ask } = await shop.shopper('o-li');
  const { body: order } = await ask('POST', '/orders', orderOf(stall), 'request-2');
  const [row] = await brand.query<{ identityId: number }>('select identity_id as "identityId" from shop_order where brand_id = 1 and id = $1', [order.id]);
  await brand.tx(async (tx) => {
    await tx.query(`insert into erased_identity (brand_id, identity_id, at, reason) values (1, $1, $2, 'asked')`, [row!.identityId, nowDate()]);
    await eraseIdentities(tx, 1, [row!.identityId]);
  });
  await expect.poll(async () => (await ask('GET', '/orders')).body.error?.code).toBe('sign_in');
  expect(await shop.store.routes.pay.payerOf(1, row!.identityId)).toBeNull();
  const back = await shop.shopper('o-li');
  expect((await back.ask('GET', '/orders')).body.items).toEqual([]);
});
