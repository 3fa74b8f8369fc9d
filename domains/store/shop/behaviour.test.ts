import { afterAll, expect, it } from 'vitest';
import { inOwnDatabase, setUpStall, testShop } from '../testing.ts';

const START = Date.parse('2026-08-19T12:00:00Z');
const DAY = 86_400_000;
let serial = 0;

const { brand, shop, close } = await inOwnDatabase(testShop, { now: () => START });
afterAll(close);
const stall = await setUpStall(brand, { units: [1] });

const viewed = (more: object = {}) => ({ kind: 'product_viewed', id: `client-id-${++serial}`, agoMs: 0, productId: stall.productId, storefrontId: stall.storefrontId, ...more });
const eventsOf = (openid: string) => brand.query<{ type: string; at: Date; props: object }>(
  `select e.type, e.at, e.props from event e join identity i on i.brand_id = e.brand_id and i.id = e.identity_id where e.brand_id = 1 and i.value = $1 order by e.id`, [openid]);

it('puts what a shopper did on their timeline, at the time it happened', async () => {
  const { ask } = await shop.shopper('o-first');
  const events = [
    { kind: 'page_viewed', id: 'page-view', agoMs: 2500, page: 'pages/home/home' }, viewed({ agoMs: 2000 }),
    { kind: 'cart_added', id: 'cart-added', agoMs: 1500, productId: stall.productId, skuId: stall.skuIds[0], storefrontId: stall.storefrontId, quantity: 2 },
    { kind: 'checkout_begun', id: 'checkout', agoMs: 1000, storefrontId: stall.storefrontId }, { kind: 'shared', id: 'shared-1', agoMs: 0, page: 'pages/product/product', productId: stall.productId },
    { kind: 'entered', id: 'entered-again', agoMs: 0 },
  ];
  expect((await ask('POST', '/events', { scene: 1058, source: { push_id: 'p' }, events })).body).toEqual({ stored: 6, known: 0 });
  const where = { push_id: 'p', scene: 1058, channel: 'h5' };
  const product = { storefront_id: stall.storefrontId, product_id: stall.productId };
  expect(await eventsOf('o-first')).toEqual([
    { type: 'shop.entered', at: new Date(START), props: {} },
    { type: 'shop.page_viewed', at: new Date(START - 2500), props: { ...where, page: 'pages/home/home' } },
    { type: 'shop.product_viewed', at: new Date(START - 2000), props: { ...where, ...product } },
    { type: 'shop.cart_added', at: new Date(START - 1500), props: { ...where, ...product, sku_id: stall.skuIds[0], quantity: 2 } },
    { type: 'shop.checkout_begun', at: new Date(START - 1000), props: { ...where, storefront_id: stall.storefrontId } },
    { type: 'shop.shared', at: new Date(START), props: { ...where, product_id: stall.productId, page: 'pages/product/product' } },
    { type: 'shop.entered', at: new Date(START), props: where },
  ]);
});

it('counts a batch that is sent again once, and the same id of another shopper as another’s', async () => {
  const one = await shop.shopper('o-again');
  const batch = { events: [viewed(), viewed()] };
  expect((await one.ask('POST', '/events', batch)).body).toEqual({ stored: 2, known: 0 });
  expect((await one.ask('POST', '/events', { events: [...batch.events, viewed()] })).body).toEqual({ stored: 1, known: 2 });
  const other = await shop.shopper('o-other');
  expect((await other.ask('POST', '/events', batch)).body).toEqual({ stored: 2, known: 0 });
});

it('refuses what a page cannot have sent', async () => {
  const { ask } = await shop.shopper('o-odd');
  const sent = async (event: object) => (await ask('POST', '/events', { events: [event] })).status;
  expect(await sent(viewed({ agoMs: 7 * DAY }))).toBe(200);
  expect(await sent(viewed({ agoMs: 7 * DAY + 1 }))).toBe(422);
  expect(await sent(viewed({ agoMs: -1 }))).toBe(422);
  expect(await sent(viewed({ productId: undefined }))).toBe(422);
  expect(await sent(viewed({ phone: '13800000000' }))).toBe(422);
  expect(await sent({ kind: 'page_viewed', id: 'with-query', agoMs: 0, page: 'pages/a?phone=1' })).toBe(422);
  expect((await ask('POST', '/events', { events: Array.from({ length: 51 }, () => viewed()) })).status).toBe(422);
  expect((await shop.withPass('forged', 1)('POST', '/events', { events: [viewed()] })).status).toBe(401);
});

it('takes 300 events of a person in a minute', async () => {
  const { ask } = await shop.shopper('o-fast');
  for (let batch = 0; batch < 6; batch++) expect((await ask('POST', '/events', { events: Array.from({ length: 50 }, () => viewed()) })).status).toBe(200);
  expect(await ask('POST', '/events', { events: [viewed()] })).toMatchObject({ status: 429, body: { error: { code: 'rate_limited' } } });
});
