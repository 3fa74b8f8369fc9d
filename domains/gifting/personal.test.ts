import type { BrandDatabase, Stores } from '@qingniao/storage';
import { testStores } from '@qingniao/storage/testing';
import { exportOrders } from '@qingniao/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setUpStall } from '../store/testing.ts';
import { eraseGifts, exportGifts } from './index.ts';
import { address, testGifting } from './testing.ts';

let stores: Stores;
let closeStores: () => Promise<void>;
let brand: BrandDatabase;
let shop: Awaited<ReturnType<typeof testGifting>>;

beforeAll(async () => {
  ({ stores, close: closeStores } = await testStores());
  stores.timers.hold();
  brand = stores.database.forBrand(1);
  shop = await testGifting(stores);
});
afterAll(async () => {
  await shop.close();
  await closeStores();
});

const subjectOf = async (column: 'buyer_id' | 'receiver_id', orderId: string) => {
  const [row] = await brand.query<{ id: number }>(`select ${column} as id from gift where brand_id = 1 and order_id = $1`, [orderId]);
  return { contactId: row!.id, identityIds: [row!.id] };
};
/** Every row of every table, with what is sealed in it opened: as much as whoever has the key could read. */
async function readable(text: string): Promise<string[]> {
  const { secrets } = shop.store.routes;
  const gifts = await brand.query<Record<string, unknown> & { id: string; order_id: string }>('select * from gift where brand_id = 1');
  const orders = await brand.query<Record<string, unknown> & { id: string; address: string | null }>('select id, address from shop_order where brand_id = 1');
  const events = await brand.query('select props from event where brand_id = 1');
  const opened = gifts.flatMap((gift) => ['sender_name', 'message', 'thanks'].map((name) => ({ where: `gift.${name}`, text: gift[name] == null ? '' : secrets.open(gift[name] as string, `gift:${gift.id}`) })));
  const addresses = orders.map((order) => ({ where: 'shop_order.address', text: order.address === null ? '' : secrets.open(order.address, `order address:${order.id}`) }));
  return [...opened, ...addresses, { where: 'event', text: JSON.stringify(events) }, { where: 'gift', text: JSON.stringify(gifts) }].filter((one) => one.text.includes(text)).map(({ where }) => where);
}

it('each has a copy of their own words, and takes them along when erased', async () => {
  const gift = await shop.paidGift(await setUpStall(brand, { type: 'permanent', units: [3] }));
  const receiver = await shop.shopper('o-receives');
  const { body: { id } } = await receiver.ask('POST', '/received-gifts/acceptance', { token: gift.token, address, channel: 'mini_program', marketingConsent: 'v1' });
  await receiver.ask('POST', `/received-gifts/${id}/thanks`, { text: '收到啦，谢谢' });
  await brand.query(`insert into parcel (brand_id, id, order_id, seq, method, waybill, shipped_at, shipped_by) values (1, 'p', $1, 1, 'express', 'SF100200', now(), 'x')`, [gift.orderId]);
  const [buyerOf, receiverOf] = [await subjectOf('buyer_id', gift.orderId), await subjectOf('receiver_id', gift.orderId)];
  const exporter = exportGifts(shop.store.routes.secrets);

  // Where it goes is the receiver's to know.
  expect(JSON.stringify([await exporter(brand, 1, buyerOf), await exportOrders(shop.store.routes.secrets)(brand, 1, buyerOf)])).not.toContain(address.detail);
  const [given, none] = await exporter(brand, 1, buyerOf);
  expect([given!.rows, none!.rows]).toMatchObject([[{ order: gift.number, sender: '小青', thanks: '收到啦，谢谢' }], []]);
  const [, received] = await exporter(brand, 1, receiverOf);
  expect(received!.rows).toMatchObject([{ sender: '小青', address, thanks: '收到啦，谢谢' }]);
  expect(JSON.stringify(received)).not.toMatch(/青鸟手镯|19900|order/);
  // They agreed to hear from the brand; where it goes is in no profile.
  expect(await brand.query('select purpose, given, text_version from consent where brand_id = 1 and identity_id = $1', [receiverOf.contactId])).toEqual([{ purpose: 'marketing', given: true, text_version: 'v1' }]);
  expect(await brand.query('select 1 from profile_value where brand_id = 1')).toEqual([]);

  expect([await readable('龙井路'), await readable('收到啦'), await readable('小青')]).toEqual([['shop_order.address'], ['gift.thanks'], ['gift.sender_name']]);
  await brand.tx((tx) => eraseGifts(tx, 1, receiverOf));
  expect([await readable('龙井路'), await readable('收到啦'), await readable('小青')]).toEqual([[], [], ['gift.sender_name']]);
  expect(await brand.query('select waybill from parcel where brand_id = 1')).toEqual([{ waybill: '' }]);
  await brand.tx((tx) => eraseGifts(tx, 1, buyerOf));
  expect([await readable('小青'), await readable('生日快乐')]).toEqual([[], []]);
});

it('an address the buyer gave goes with the buyer', async () => {
  const gift = await shop.paidGift(await setUpStall(brand, { type: 'permanent', units: [3] }), { address });
  expect(await readable('龙井路')).toEqual(['shop_order.address']);
  await brand.tx(async (tx) => eraseGifts(tx, 1, await subjectOf('buyer_id', gift.orderId)));
  expect(await readable('龙井路')).toEqual([]);
});
