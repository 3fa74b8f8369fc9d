import { checkStock, eraseShopper, exportOrders } from '@qingniao/store';
import { afterAll, expect, it } from 'vitest';
import { orderOf } from '../store/testing.ts';
import { eraseGifts, exportGifts } from './index.ts';
import { giftsInOwnDatabase, giving, PRICE_SHOWN } from './testing.ts';

const url = '/api/brands/1/store';
const PHOTO = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
let serial = 0;
const newKey = () => `service-${++serial}-key`;

const { stores, brand, shop, close } = await giftsInOwnDatabase();
afterAll(close);
// The list of carriers is WeChat's; here there is none to ask.
shop.store.routes.carriers.waybill = async (_brandId, carrierId, number) => ({ carrierId, carrierName: carrierId, number });
const { stallOf, someone, accept, orderOfId } = giving(shop, brand);
const desk = (caseId: string, path = '', body?: object) => shop.call('owner', body ? 'POST' : 'GET', `${url}/after-sales/${caseId}${path}`, body);

/** Two rings of a size each; the buyer took the first. */
async function ring() {
  const stall = await stallOf({ units: [5, 5] });
  const path = `${url}/products/${stall.productId}`;
  const { id: _, createdAt: __, changedAt: ___, ...product } = (await shop.call('owner', 'GET', path)).body;
  const skus = product.skus.map(({ id, code }: { id: string; code: string }, index: number) => ({ id, code, name: `${12 + 2 * index} 号`, priceFen: 19_900, compareAtFen: null }));
  await shop.call('owner', 'PUT', path, { ...product, skus, askReceiver: 'size' });
  // The shelf is read anew with the commit's notice.
  await expect.poll(async () => (await (await someone()).ask('GET', `/storefronts/${stall.storefrontId}`)).body.items.map(({ priceFen }: { priceFen: number }) => priceFen)).toEqual([19_900, 19_900]);
  return stall;
}

/** Given by link, accepted, and on its way. */
async function arrived(stall: Awaited<ReturnType<typeof stallOf>>, order: object = {}) {
  const gift = await shop.paidGift(stall, order);
  const receiver = await someone();
  const { body: { id } } = await accept(receiver, gift.token);
  const service = (method: 'GET' | 'POST' | 'DELETE', path = '', body?: object, key?: string) => receiver.ask(method, `/received-gifts/${id}/service${path}`, body, key);
  const ship = () => shop.call('owner', 'POST', `${url}/orders/${gift.orderId}/parcels`, { method: 'local' });
  return { ...gift, receiver, id, service, ship };
}

it('a receiver has a ring of the wrong size exchanged: asked by size, sent back, sent anew; money and order stay the buyer’s', async () => {
  const stall = await ring();
  const gift = await arrived(stall);
  expect((await gift.service('GET')).body).toEqual({ kinds: [], instead: expect.any(Array), cases: [] });
  await gift.ship();
  const { body: may } = await gift.service('GET');
  expect(may.kinds).toMatchObject([{ kind: 'exchange', most: 1 }, { kind: 'care', most: 1 }]);
  expect(may.instead).toMatchObject([{ asks: 'size', choices: [{ name: '14 号' }] }]);
  const [{ id: choice }] = may.instead[0].choices;
  const ask = (more: object, key = newKey()) => gift.service('POST', '', { kind: 'exchange', reason: 'size', words: '小了一号', ...more }, key);
  for (const kind of ['refund', 'return']) expect((await ask({ kind })).status).toBe(422);
  expect((await ask({ choice: 'something' })).body.error.code).toBe('choice_gone');
  expect((await (await someone()).ask('GET', `/received-gifts/${gift.id}/service`)).status).toBe(404);
  const key = newKey();
  const { body: asked } = await ask({ choice }, key);
  expect((await ask({ choice }, key)).body.id).toBe(asked.id);
  expect(asked).toMatchObject({ state: 'requested', instead: '14 号', notes: [] });
  expect((await ask({ kind: 'care', reason: 'repair' })).body.error.code).toBe('service_open');
  const { body: { id: photoId } } = await gift.service('POST', `/${asked.id}/photos`, { data: PHOTO });
  expect((await gift.service('GET', `/${asked.id}/photos/${photoId}`)).body.data).toContain(PHOTO);

  // The buyer's pages show nothing of it, to either of them; what is in question cannot be asked for twice.
  for (const who of [gift.receiver, gift.buyer]) {
    expect((await who.ask('GET', '/after-sales')).body.items).toEqual([]);
    for (const [method, path, body] of [['GET', ''], ['POST', '/withdrawal'], ['GET', `/photos/${photoId}`], ['POST', '/waybill', { carrier: '顺丰', waybill: 'SF123456' }]] as const) expect((await who.ask(method, `/after-sales/${asked.id}${path}`, body)).status).toBe(404);
  }
  expect((await gift.buyer.ask('POST', '/after-sales', { orderId: gift.orderId, kind: 'return', reason: 'defect', words: '', lines: [{ position: 1, units: 1 }] }, newKey())).body.error.code).toBe('after_sale_nothing_left');

  expect((await desk(asked.id)).body).toMatchObject({ byReceiver: true, replacement: '14 号', mayName: [], lines: [{ name: '青鸟手镯 12 号', units: 1 }], photos: [photoId], steps: [{ event: 'ask', by: 'receiver' }] });
  const stock = async () => (await shop.call('owner', 'GET', `${url}/pools/${stall.poolId}/stock`)).body.items.map(({ onHand }: { onHand: number }) => onHand);
  const before = await stock();
  await desk(asked.id, '/decision', { approve: true, note: '上海市静安区青鸟仓库' });
  const cases = async () => (await gift.service('GET')).body.cases[0];
  expect(await cases()).toMatchObject({ state: 'awaiting_return', notes: [{ text: '上海市静安区青鸟仓库' }] });
  expect((await gift.service('POST', `/${asked.id}/waybill`, { carrier: '顺丰', waybill: 'SF123456' })).body.state).toBe('returning');
  await desk(asked.id, '/inspection', { accept: true, note: '', sellable: [{ position: 1, units: 1 }] });
  await desk(asked.id, '/dispatch', { carrierId: 'JD', waybill: 'JD000009', note: '' });
  expect(await cases()).toMatchObject({ state: 'sent', sentCarrier: 'JD', sentWaybill: 'JD000009' });
  expect((await gift.service('POST', `/${asked.id}/receipt`)).body.state).toBe('done');
  expect(await stock()).toEqual([before[0] + 1, before[1] - 1]);
  expect(await checkStock(brand, 1)).toEqual([]);
  expect((await orderOfId(gift.orderId)).refundedFen).toBe(0);
  // Each on their own timeline: a gift on the receiver's, and nothing they did on the buyer's.
  const told = await brand.query<{ type: string; props: object }>(`select e.type, e.props from event e join gift g on g.brand_id = e.brand_id and g.receiver_id = e.identity_id where e.brand_id = 1 and e.type like 'gift.service%'`);
  expect(told).toEqual([{ type: 'gift.service_asked', props: { gift_id: gift.id } }]);
  expect(await brand.query(`select distinct type, identity_id as who from event where brand_id = 1 and type like 'after_sale.%' order by type`)).toEqual([{ type: 'after_sale.closed', who: null }, { type: 'after_sale.moved', who: null }]);
});

it('of a gift of several things the desk makes out what it is about, and only what may still be asked for', async () => {
  const stall = await ring();
  const lines = stall.skuIds.map((skuId) => ({ skuId, quantity: 1, options: {} }));
  const gift = await arrived(stall, { ...orderOf(stall), lines, expectedTotalFen: 39_800 });
  await gift.ship();
  expect((await gift.service('GET')).body).toMatchObject({ kinds: [{ most: null }, { most: null }], instead: [] });
  const { body: asked } = await gift.service('POST', '', { kind: 'care', reason: 'repair', words: '搭扣松了' }, newKey());
  expect((await desk(asked.id)).body).toMatchObject({ lines: [], mayName: [{ position: 1, units: 1 }, { position: 2, units: 1 }] });
  const decide = (body: object) => desk(asked.id, '/decision', { approve: true, note: '工坊', ...body });
  expect((await decide({})).body.error).toMatchObject({ code: 'case_lines', field: 'lines' });
  expect((await decide({ lines: [{ position: 3, units: 1 }] })).body.error.code).toBe('case_line');
  expect((await decide({ lines: [{ position: 2, units: 2 }] })).body.error.code).toBe('after_sale_nothing_left');
  expect((await decide({ lines: [{ position: 2, units: 1 }] })).body).toMatchObject({ state: 'awaiting_return', lines: [{ position: 2, units: 1 }], mayName: [] });
  expect((await gift.service('POST', `/${asked.id}/withdrawal`)).body.state).toBe('withdrawn');

  const { body: tight } = await gift.service('POST', '', { kind: 'exchange', reason: 'size', words: '第一只想换大一号' }, newKey());
  const { body: { mayName: [{ replacements: [larger] }] } } = await desk(tight.id);
  expect(larger).toEqual({ skuId: stall.skuIds[1], name: '14 号' });
  const { body: agreed } = await desk(tight.id, '/decision', { approve: true, note: '仓库', lines: [{ position: 1, units: 1 }], replacementSkuId: larger.skuId });
  expect(agreed).toMatchObject({ state: 'awaiting_return', lines: [{ position: 1, units: 1 }], replacement: '14 号' });
});

it('of several things made to a size the desk chooses another size for one, of its own options and its price alone', async () => {
  const choice = (name: string, feeFen = 0) => ({ id: `s${name}`, name, feeFen, leadDays: 0 });
  const size = { id: 'size', kind: 'choice' as const, name: '戒圈', required: true, choices: [choice('12'), choice('14'), choice('20', 5_000)] };
  const stall = await stallOf({ units: [5, 5], options: [size] });
  const lines = stall.skuIds.map((skuId) => ({ skuId, quantity: 1, options: { size: 's12' } }));
  const gift = await arrived(stall, { ...orderOf(stall), lines, expectedTotalFen: 39_801 });
  await gift.ship();
  const { body: asked } = await gift.service('POST', '', { kind: 'exchange', reason: 'size', words: '都小了一号' }, newKey());
  const [one, other] = (await desk(asked.id)).body.mayName;
  expect(one.choices).toEqual([{ optionId: 'size', choiceId: 's14', option: '戒圈', name: '14' }]);
  const decide = async (choiceId: string, of: readonly { position: number }[]) =>
    (await desk(asked.id, '/decision', { approve: true, note: '仓库', lines: of.map(({ position }) => ({ position, units: 1 })), replacementChoice: { optionId: 'size', choiceId } })).body;
  for (const [choiceId, of] of [['s20', [one]], ['s12', [one]], ['s14', [one, other]]] as const) expect((await decide(choiceId, of)).error).toMatchObject({ code: 'replacement', field: 'replacementChoice' });
  expect(await decide('s14', [other])).toMatchObject({ state: 'awaiting_return', lines: [{ position: 2, units: 1 }], replacement: '戒圈 14' });
  // It is their own sort of thing again: one of it is set aside.
  const { body: { items } } = await shop.call('owner', 'GET', `${url}/pools/${stall.poolId}/stock`);
  expect(items.map(({ onHand }: { onHand: number }) => onHand).sort()).toEqual([3, 4]);
  expect((await gift.service('GET')).body.cases).toMatchObject([{ instead: null }]);
});

it('of one thing whose receiver chose nothing the desk chooses what is sent instead, and of what was chosen nothing else', async () => {
  const choice = (name: string) => ({ id: `s${name}`, name, feeFen: 0, leadDays: 0 });
  const size = { id: 'size', kind: 'choice' as const, name: '戒圈', required: true, askReceiver: 'size' as const, choices: ['12', '14', '16'].map(choice) };
  const stall = await stallOf({ units: [5], options: [size] });
  const gift = await arrived(stall, { ...orderOf(stall), lines: [{ skuId: stall.skuIds[0], quantity: 1, options: { size: 's12' } }] });
  await gift.ship();
  const asked = async (chosen: object) => (await gift.service('POST', '', { kind: 'exchange', reason: 'size', words: '大两号就好', ...chosen }, newKey())).body;
  const decide = async (id: string, choiceId: string) => (await desk(id, '/decision', { approve: true, note: '仓库', replacementChoice: { optionId: 'size', choiceId } })).body;

  const [{ choices: [{ id: larger }] }] = (await gift.service('GET')).body.instead;
  const said = await asked({ choice: larger });
  expect((await desk(said.id)).body).toMatchObject({ replacement: '戒圈 14', mayName: [] });
  expect((await decide(said.id, 's16')).error).toMatchObject({ code: 'replacement', field: 'replacementChoice' });
  await gift.service('POST', `/${said.id}/withdrawal`);

  const unsaid = await asked({});
  expect((await desk(unsaid.id)).body).toMatchObject({ lines: [{ position: 1, units: 1 }], mayName: [{ position: 1, units: 1, choices: [{ choiceId: 's14' }, { choiceId: 's16' }] }] });
  expect((await decide(unsaid.id, 's12')).error).toMatchObject({ code: 'replacement', field: 'replacementChoice' });
  expect(await decide(unsaid.id, 's16')).toMatchObject({ state: 'awaiting_return', lines: [{ position: 1, units: 1 }], mayName: [], replacement: '戒圈 16' });
  expect((await gift.service('GET')).body.cases[0]).toMatchObject({ instead: '16' });
});

it('what a receiver wrote and showed is in their copy, not in the buyer’s, and goes with them', async () => {
  const gift = await arrived(await ring());
  await gift.ship();
  const { body: asked } = await gift.service('POST', '', { kind: 'care', reason: 'repair', words: '搭扣松了的那只' }, newKey());
  await gift.service('POST', `/${asked.id}/photos`, { data: PHOTO });
  const [ids] = await brand.query<{ buyer: number; receiver: number }>('select buyer_id as buyer, receiver_id as receiver from gift where brand_id = 1 and order_id = $1', [gift.orderId]);
  const of = (id: number) => ({ contactId: id, identityIds: [id] });
  const { secrets } = shop.store.routes;
  const copyOf = async (id: number) => JSON.stringify([await exportOrders(secrets)(brand, 1, of(id)), await exportGifts(secrets)(brand, 1, of(id))]);
  const copy = await copyOf(ids!.receiver);
  for (const own of ['搭扣松了的那只', PHOTO]) expect(copy).toContain(own);
  for (const secret of ['青鸟手镯', gift.number, gift.orderId]) expect(copy).not.toContain(secret);
  expect(copy).not.toMatch(PRICE_SHOWN);
  expect(await copyOf(ids!.buyer)).not.toMatch(/搭扣松了的那只|data:image/);

  const erase = (id: number) => brand.tx(async (tx) => [await eraseShopper(tx, 1, of(id)), await eraseGifts({ timers: stores.timers, secrets })(tx, 1, of(id))]);
  const kept = () => brand.query('select c.words, count(p.id)::int as photos from after_sale c left join after_sale_photo p on p.brand_id = c.brand_id and p.case_id = c.id where c.brand_id = 1 and c.id = $1 group by 1', [asked.id]);
  await erase(ids!.buyer);
  expect(await kept()).toEqual([{ words: '搭扣松了的那只', photos: 1 }]);
  await erase(ids!.receiver);
  expect(await kept()).toEqual([{ words: '', photos: 0 }]);
});
