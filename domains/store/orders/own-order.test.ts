import { mergeContacts, mergesOf, platformSources, unmerge } from '@qingniao/people';
import { afterAll, expect, it } from 'vitest';
import { settle } from '../pay/settle.ts';
import { type Ask, inOwnDatabase, ordering, orderOf, setUpStall, testShop } from '../testing.ts';

const url = '/api/brands/1';
const { brand, shop, close } = await inOwnDatabase(testShop);
afterAll(close);
const { newKey } = ordering(shop, brand);
const stall = await setUpStall(brand, { type: 'permanent', units: [20] });

const contactOf = async (openid: string): Promise<number> => (await brand.query<{ id: number }>('select contact_id as id from identity where brand_id = 1 and value = $1', [openid]))[0]!.id;
/** One person by two doors, as the unionid of WeChat makes them (people), and somebody else. */
async function doors() {
  const [web, mini] = [newKey(), newKey()];
  const asks = [(await shop.shopper(web)).ask, (await shop.shopper(mini)).ask, (await shop.shopper(newKey())).ask] as const;
  const [first, second] = [await contactOf(web), await contactOf(mini)];
  return { asks, contactId: first, merge: () => brand.tx((tx) => mergeContacts(tx, 1, first, second, null, 'user:1', platformSources)) };
}
const ordered = async (ask: Ask, more: object = {}) => (await ask('POST', '/orders', { ...orderOf(stall), channel: 'h5', ...more }, newKey())).body;
async function paid(ask: Ask) {
  const order = await ordered(ask);
  await ask('POST', `/orders/${order.id}/payment`);
  shop.platform.pay(order.number);
  return order;
}
const statusOf = async (asked: Promise<{ status: number }>) => (await asked).status;

it('an order is its buyer’s by every door they come in, from the merge to its end, and nobody else’s', async () => {
  const { asks: [web, mini, other], merge, contactId } = await doors();
  const order = await paid(web);
  const pages = ['', '/delivery', '/after-sale-options', '/invoice'].map((page) => `/orders/${order.id}${page}`);
  const seen = (ask: Ask) => Promise.all(pages.map((page) => statusOf(ask('GET', page))));
  expect(await seen(mini)).toEqual([404, 404, 404, 404]);
  await merge();
  expect([await seen(web), await seen(mini), await seen(other)]).toEqual([[200, 200, 200, 200], [200, 200, 200, 200], [404, 404, 404, 404]]);
  expect((await mini('GET', '/orders')).body.items.map(({ id }: { id: string }) => id)).toEqual([order.id]);
  expect((await other('GET', '/orders')).body.items).toEqual([]);
  // The sheet was closed there, and the money is asked after here.
  expect((await mini('POST', `/orders/${order.id}/confirmation`)).body).toMatchObject({ state: 'paid', channel: 'h5' });
  const asked = (await mini('POST', '/after-sales', { orderId: order.id, kind: 'refund', reason: 'changed_mind', words: '', lines: [{ position: 1, units: 1 }] }, newKey())).body;
  expect((await web('GET', `/after-sales?orderId=${order.id}`)).body.items).toMatchObject([{ id: asked.id }]);
  expect(await statusOf(other('POST', `/after-sales/${asked.id}/withdrawal`))).toBe(404);
  expect((await web('POST', `/after-sales/${asked.id}/withdrawal`)).body.state).toBe('withdrawn');
  const { body: open } = await mini('POST', '/after-sales', { orderId: order.id, kind: 'refund', reason: 'changed_mind', words: '', lines: [{ position: 1, units: 1 }] }, newKey());
  const [merged] = await mergesOf(brand, 1, contactId);
  await brand.tx((tx) => unmerge(tx, 1, merged!.id, 'user:1', platformSources));
  expect([await seen(web), await seen(mini)]).toEqual([[200, 200, 200, 200], [404, 404, 404, 404]]);
  // What was asked by the other door stays with the order.
  expect([(await mini('GET', '/after-sales')).body.items, await statusOf(mini('POST', `/after-sales/${open.id}/withdrawal`)), await statusOf(web('GET', `/after-sales/${open.id}`))]).toEqual([[], 404, 200]);
});

it('it is paid where it was placed, as the openid wants, and may be given up elsewhere', async () => {
  const { asks: [web, mini], merge } = await doors();
  await merge();
  const order = await ordered(web);
  expect([(await web('GET', `/orders/${order.id}`)).body.isFromHere, (await mini('GET', `/orders/${order.id}`)).body.isFromHere]).toEqual([true, false]);
  expect((await mini('POST', `/orders/${order.id}/payment`)).body.error.code).toBe('pay_where_ordered');
  expect((await mini('POST', `/orders/${order.id}/cancellation`)).body).toMatchObject({ state: 'cancelled' });
});

it('a coupon the brand gives a contact is in the wallet wherever they shop, once', async () => {
  const { asks: [web, mini, other], merge, contactId } = await doors();
  await merge();
  const { body: { id: templateId } } = await shop.call('owner', 'POST', `${url}/store/coupon-templates`, { name: '生日礼', discount: { kind: 'amount', fen: 1000 }, thresholdFen: 0, storefrontIds: [], budget: 5, validDays: 3, claimable: true });
  const give = (role: 'owner' | 'viewer', to: number) => shop.call(role, 'POST', `${url}/store/coupon-templates/${templateId}/coupons`, { contactId: to });
  expect([(await give('viewer', contactId)).status, (await give('owner', 987_654)).status]).toEqual([403, 404]);
  const { body: coupon } = await give('owner', contactId);
  expect(coupon).toMatchObject({ state: 'issued', isNew: true });
  expect(await give('owner', contactId)).toMatchObject({ status: 200, body: { id: coupon.id, isNew: false } });
  expect((await mini('GET', '/coupon-templates')).body.items).toEqual([]);
  expect((await mini('POST', `/coupon-templates/${templateId}/claim`)).body.id).toBe(coupon.id);
  expect([await statusOf(other('POST', `/coupons/${coupon.id}/save`)), await statusOf(mini('POST', `/coupons/${coupon.id}/save`))]).toEqual([404, 204]);
  expect((await web('GET', '/coupons')).body.items).toMatchObject([{ id: coupon.id, state: 'saved' }]);
  const withCoupon = { couponId: coupon.id, expectedTotalFen: 18_900 };
  expect((await ordered(other, withCoupon)).error.code).toBe('coupon_unusable');
  const order = await ordered(mini, withCoupon);
  expect((await ordered(web, withCoupon)).error.code).toBe('coupon_unusable');
  expect((await web('GET', '/coupons')).body.items).toMatchObject([{ state: 'used', orderId: order.id }]);
  expect((await give('owner', contactId)).body).toMatchObject({ state: 'used', isNew: false });
  expect(await brand.query('select subject from audit_entry where brand_id = 1 and action = $1', ['coupon.given'])).toEqual([{ subject: `contact:${contactId}` }]);
});

it('a limit a person is theirs by every door: what they bought by one counts at the other, also at the same moment (L-22)', async () => {
  const limited = await setUpStall(brand, { type: 'permanent', units: [20, 20], perPerson: 2 });
  const { asks: [web, mini, other], merge, contactId } = await doors();
  const buy = async (ask: Ask, quantity = 1, more: object = {}) => (await ask('POST', '/orders', { ...orderOf(limited, { quantity }), ...more }, newKey())).body;
  await merge();
  const first = await buy(web);
  expect((await buy(mini, 2)).error).toMatchObject({ code: 'limit_reached', data: { perPerson: 2, bought: 1 } });
  const answers = await Promise.all([web, mini, web, mini].map((ask) => buy(ask)));
  expect(answers.filter(({ id }) => id)).toHaveLength(1);
  expect((await buy(other, 2)).id).toBeTruthy();
  // Money that comes late takes no more than they may have by now.
  await web('POST', `/orders/${first.id}/payment`);
  await web('POST', `/orders/${first.id}/cancellation`);
  expect((await buy(mini)).id).toBeTruthy();
  expect(await settle(shop.store.routes.pay, 1, shop.platform.pay(first.number, true)!, 'notice')).toBe('refunding');
  const [merged] = await mergesOf(brand, 1, contactId);
  await brand.tx((tx) => unmerge(tx, 1, merged!.id, 'user:1', platformSources));
  expect((await buy(web)).id).toBeTruthy();
});
