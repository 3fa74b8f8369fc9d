import { exportOrders } from '@qingniao/store';
import { afterAll, expect, it } from 'vitest';
import { setUpStall } from '../store/testing.ts';
import { eraseGifts, exportGifts, forgetGifts } from './index.ts';
import { address, giftsInOwnDatabase, PHONE_SHOWN, PRICE_SHOWN, tokenOf } from './testing.ts';

const { stores, brand, shop, close } = await giftsInOwnDatabase();
afterAll(close);

const eraser = () => eraseGifts({ timers: stores.timers, secrets: shop.store.routes.secrets });
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
  const { body: { id } } = await receiver.ask('POST', '/received-gifts/acceptance', { token: gift.token, address, channel: 'mini_program', marketingConsent: 'purpose' });
  await receiver.ask('POST', `/received-gifts/${id}/thanks`, { text: '收到啦，谢谢' });
  await shop.call('owner', 'POST', `/api/brands/1/store/orders/${gift.orderId}/parcels`, { method: 'local' });
  await brand.query(`update parcel set waybill = 'SF100200' where brand_id = 1 and order_id = $1`, [gift.orderId]);
  const [buyerOf, receiverOf] = [await subjectOf('buyer_id', gift.orderId), await subjectOf('receiver_id', gift.orderId)];
  const exporter = exportGifts(shop.store.routes.secrets);

  // Where it goes is the receiver's to know.
  expect(JSON.stringify([await exporter(brand, 1, buyerOf), await exportOrders(shop.store.routes.secrets)(brand, 1, buyerOf)])).not.toContain(address.detail);
  const [given, none] = await exporter(brand, 1, buyerOf);
  expect([given!.rows, none!.rows]).toMatchObject([[{ order: gift.number, sender: '小青', thanks: '收到啦，谢谢' }], []]);
  const [, received] = await exporter(brand, 1, receiverOf);
  expect(received!.rows).toMatchObject([{ sender: '小青', address, thanks: '收到啦，谢谢' }]);
  expect(JSON.stringify(received)).not.toMatch(new RegExp(`青鸟手镯|${PRICE_SHOWN.source}|order`));
  // They agreed to hear from the brand; where it goes is in no profile.
  expect(await brand.query('select purpose, given, text_version from consent where brand_id = 1 and identity_id = $1', [receiverOf.contactId])).toEqual([{ purpose: 'marketing', given: true, text_version: 'purpose' }]);
  expect(await brand.query('select 1 from profile_value where brand_id = 1')).toEqual([]);

  expect([await readable('龙井路'), await readable('收到啦'), await readable('小青')]).toEqual([['shop_order.address'], ['gift.thanks'], ['gift.sender_name']]);
  await brand.tx((tx) => eraser()(tx, 1, receiverOf));
  expect([await readable('龙井路'), await readable('收到啦'), await readable('小青')]).toEqual([[], [], ['gift.sender_name']]);
  expect(await brand.query('select waybill from parcel where brand_id = 1')).toEqual([{ waybill: '' }]);
  await brand.tx((tx) => eraser()(tx, 1, buyerOf));
  expect([await readable('小青'), await readable('生日快乐')]).toEqual([[], []]);
});

it('an address the buyer gave goes with the buyer', async () => {
  const gift = await shop.paidGift(await setUpStall(brand, { type: 'permanent', units: [3] }), { address });
  expect(await readable('龙井路')).toEqual(['shop_order.address']);
  await brand.tx(async (tx) => eraser()(tx, 1, await subjectOf('buyer_id', gift.orderId)));
  expect(await readable('龙井路')).toEqual([]);
});

it('whoever accepted is erased before it left: it waits for a receiver again, and the buyer is told of it and not of them', async () => {
  const stall = await setUpStall(brand, { type: 'permanent', units: [3] });
  const gift = await shop.paidGift(stall);
  const receiver = await shop.shopper('o-forgets');
  await receiver.ask('POST', '/received-gifts/acceptance', { token: gift.token, address, channel: 'mini_program' });
  const receiverOf = await subjectOf('receiver_id', gift.orderId);
  await shop.call('owner', 'PUT', `/api/brands/1/store/storefronts/${stall.storefrontId}/gifting`, { offered: true, days: 3, messages: [], reminder: { templateId: 'T', thingKey: 'thing1', timeKey: 'time2' } });
  await brand.tx((tx) => eraser()(tx, 1, receiverOf));
  await stores.timers.runDue();

  const seen = await gift.buyer.ask('GET', `/orders/${gift.orderId}/gift`);
  expect(seen.body).toMatchObject({ state: 'waiting', addressedAt: null, reopenedAt: expect.any(String), thanks: null });
  expect(seen.bytes).not.toMatch(new RegExp(`龙井|${PHONE_SHOWN.source}|李|receiver|"${receiverOf.contactId}"`));
  expect(shop.reminders).toMatchObject([{ page: `pages/gift-sent/gift-sent?order=${gift.orderId}`, data: { thing1: { value: '礼物需要新的收礼地址，请再送一次' } } }]);
  const told = await brand.query<{ type: string; identityId: number }>(`select type, identity_id as "identityId" from event where brand_id = 1 and type = 'gift.reopened' and props->>'order_id' = $1`, [gift.orderId]);
  expect(told).toHaveLength(1);
  expect(told[0]!.identityId).not.toBe(receiverOf.contactId);
  expect((await shop.call('owner', 'POST', `/api/brands/1/store/orders/${gift.orderId}/parcels`, { method: 'local' })).body.error.code).toBe('no_address');
  expect((await shop.call('owner', 'GET', `/api/brands/1/store/orders/${gift.orderId}/gift`)).body.receiverContactId).toBeNull();

  // The old link opens nothing; the new one is good for somebody, who sees nothing of the first.
  const next = await shop.shopper('o-next');
  expect((await next.ask('POST', '/received-gifts/opening', { token: gift.token })).status).toBe(404);
  const token = tokenOf(seen.body.share);
  expect((await next.ask('POST', '/received-gifts/acceptance', { token, address: { ...address, detail: '灵隐路 1 号' }, channel: 'mini_program' })).body.standing).toBe('yours');
  expect((await shop.call('owner', 'POST', `/api/brands/1/store/orders/${gift.orderId}/parcels`, { method: 'local' })).status).toBe(201);
});

it('what was said with a gift is forgotten in time, though not before its card is printed', async () => {
  const gift = await shop.paidGift(await setUpStall(brand, { type: 'permanent', units: [3] }));
  const receiver = await shop.shopper('o-said');
  const { body: { id } } = await receiver.ask('POST', '/received-gifts/acceptance', { token: gift.token, address, channel: 'mini_program' });
  await receiver.ask('POST', `/received-gifts/${id}/thanks`, { text: '久违了' });
  const [{ thankedAt }] = (await brand.query<{ thankedAt: Date }>('select thanked_at as "thankedAt" from gift where brand_id = 1 and id = $1', [id])) as [{ thankedAt: Date }];
  const forget = (before: number) => brand.tx((tx) => forgetGifts(tx, 1, new Date(before)));
  const said = async () => Object.values((await brand.query('select sender_name, message, thanks from gift where brand_id = 1 and id = $1', [id]))[0]!).filter((words) => words !== null).length;
  await forget(thankedAt.getTime() + 1);
  expect(await said()).toBe(3);
  await shop.call('owner', 'POST', `/api/brands/1/store/orders/${gift.orderId}/parcels`, { method: 'local' });
  await forget(thankedAt.getTime());
  expect(await said()).toBe(3);
  await forget(thankedAt.getTime() + 1);
  expect(await said()).toBe(0);
});
