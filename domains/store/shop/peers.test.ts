import { eventLog } from '@qingniao/activity';
import { peopleProjection } from '@qingniao/people';
import { createProjectionRunner } from '@qingniao/storage';
import { silentLog } from '@qingniao/storage/testing';
import { afterAll, expect, it } from 'vitest';
import { createProduct } from '../catalogue/products.ts';
import { reports } from '../reports/index.ts';
import { idsBehind, readReport } from '../reports/report.ts';
import { moveStock } from '../stock/pools.ts';
import { saveListings } from '../storefronts/listings.ts';
import { type Ask, inOwnDatabase, orderOf, productWords, setUpStall, type Stall, testShop } from '../testing.ts';

let at = Date.parse('2026-08-19T04:00:00Z');
let serial = 0;
const { stores, brand, shop, close } = await inOwnDatabase(testShop, { now: () => at });
const people = createProjectionRunner({ database: stores.database, source: eventLog, projections: [peopleProjection(shop.store.routes.people)], log: silentLog });
afterAll(async () => {
  await people.stop();
  await close();
});

const stall = await setUpStall(brand, { type: 'permanent', units: [50] });
/** Two pieces on one shelf. */
async function anotherPiece(): Promise<Stall> {
  const { productId, skuId } = await brand.tx(async (tx) => {
    const made = await createProduct(tx, 1, { ...productWords, name: '折枝' }, [{ code: 'other', name: '', priceFen: 19_900, compareAtFen: null }]);
    const [sku] = await tx.query<{ id: string }>('select id from sku where brand_id = 1 and product_id = $1', [made]);
    await moveStock(tx, 1, stall.poolId, { skuId: sku!.id, quantity: 50, reason: 'received', note: '' }, 'test');
    await saveListings(tx, 1, stall.storefrontId, [stall.skuIds[0]!, sku!.id].map((id) => ({ skuId: id, priceFen: null, perPerson: null })));
    return { productId: made, skuId: sku!.id };
  });
  return { ...stall, productId, skuIds: [skuId] };
}
const other = await anotherPiece();

async function somebody(taste: string | null, agrees: boolean | null = true): Promise<Ask> {
  const { ask } = await shop.shopper(`o-${++serial}`);
  await people.drain();
  if (taste) await ask('PUT', '/me/profile', { values: { content_interests: [taste] } });
  if (agrees !== null) await ask('PUT', '/me/consents/profiling', { given: agrees, version: 'purpose' });
  return ask;
}
async function buys(ask: Ask, piece: Stall): Promise<string> {
  const { body } = await ask('POST', '/orders', orderOf(piece), `peers-order-${++serial}`);
  await ask('POST', `/orders/${body.id}/payment`);
  shop.platform.pay(body.number);
  await ask('POST', `/orders/${body.id}/confirmation`);
  return body.id as string;
}
const shown = async (ask: Ask, language = 'zh') => {
  // Older than any answer that is remembered.
  at += 3_600_000;
  await people.drain();
  return (await ask('GET', `/storefronts/${stall.storefrontId}/peers`, undefined, undefined, { 'accept-language': language })).body;
};
const group = async (taste: string | null, size: number, piece: Stall) => {
  const asks: Ask[] = [];
  for (let one = 0; one < size; one++) asks.push(await somebody(taste));
  const orders: string[] = [];
  for (const ask of asks) orders.push(await buys(ask, piece));
  return { asks, orders };
};

it('shows what people of the same taste kept, with the number they are; nothing under five of them, nor without consent (Z-12)', async () => {
  const [likesCraft, likesArt] = [await somebody('craft'), await somebody('art')];
  expect(await shown(await somebody('craft', null))).toEqual({ consent: 'none', days: 90, items: [], empty: true });
  const craft = await group('craft', 5, stall);
  expect((await shown(likesCraft)).items).toEqual([{ productId: stall.productId, people: 5, alike: '内容偏好：工艺' }]);
  await group('art', 4, other);
  expect((await shown(likesArt)).items).toEqual([]);
  const [fifth] = (await group('art', 1, other)).asks;
  expect(await shown(likesArt, 'en')).toEqual({ consent: 'given', days: 90, items: [{ productId: other.productId, people: 5, alike: 'Content: Art' }] });
  expect((await shown(likesCraft)).items.map(({ productId }: { productId: string }) => productId)).toEqual([stall.productId]);

  for (const [agrees, consent] of [[null, 'none'], [false, 'withdrawn']] as const) expect(await shown(await somebody('craft', agrees))).toEqual({ consent, days: 90, items: [] });
  // Nobody is counted who refuses it, nor shown anything from then on.
  await fifth!('PUT', '/me/consents/profiling', { given: false, version: 'purpose' });
  expect((await fifth!('GET', `/storefronts/${stall.storefrontId}/peers`)).body).toMatchObject({ consent: 'withdrawn', items: [] });
  expect((await shown(likesArt)).items).toEqual([]);
  await fifth!('PUT', '/me/consents/profiling', { given: true, version: 'purpose' });

  // Who told nothing is with those at the same stage, and is not shown what they have.
  const newcomer = await somebody(null);
  expect((await shown(newcomer)).items).toEqual([]);
  await buys(newcomer, other);
  expect((await shown(newcomer)).items).toEqual([{ productId: stall.productId, people: 5, alike: '新客' }]);

  const report = reports.find(({ id }) => id === 'peers')!;
  const readers = { brand, warehouse: null as never };
  const span = { from: new Date(at - 86_400_000), to: new Date(at + 1) };
  const rows = await readReport(readers, report, span);
  expect(rows.map(({ name, cells }) => [name!.en, ...cells.map(({ numerator, denominator }) => [numerator, denominator])])).toEqual([
    ['New · 折枝', [6, null], [6, 11]], ['Content: Art · 折枝', [5, null], [5, 5]], ['Content: Craft · 青鸟手镯', [5, null], [5, 5]], ['New · 青鸟手镯', [5, null], [5, 11]],
  ]);
  for (const { key, cells } of rows) {
    const { numerator, denominator } = report.figures[1]!.behind!;
    const behind = async (query: typeof numerator) => (await idsBehind(readers, 'contacts', query, span, key, null, 50)).length;
    expect([await behind(numerator), await behind(denominator!)]).toEqual([cells[1]!.numerator, cells[1]!.denominator]);
  }

  // What went back was not kept; what was bought long ago is not of these days.
  await shop.call('owner', 'POST', `/api/brands/1/store/orders/${craft.orders[0]}/refunds`, { lines: [{ position: 1, units: 1 }], reason: '退', restock: true, requestKey: 'peers-refund' });
  await stores.timers.runDue(at);
  expect((await shown(likesCraft)).items).toEqual([]);
  at += 90 * 86_400_000;
  const [later, art] = [(await shop.shopper('o-2')).ask, await shop.shopper('o-1')];
  expect((await shown(later)).items).toEqual([]);
  expect((await shown(art.ask)).items).toEqual([]);
});
