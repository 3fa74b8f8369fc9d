import { newId, nowDate } from '@qingniao/kernel';
import Fastify from 'fastify';
import { afterAll, expect, it } from 'vitest';
import { setUpStall } from '../store/testing.ts';
import { Destination, Parcel, Received, Service, Services } from './fields.ts';
import { receiverRoutes } from './receiver-routes.ts';
import { serviceRoutes } from './service-routes.ts';
import { address, giftsInOwnDatabase } from './testing.ts';

/**
 * W-50: whoever gets a gift learns nothing of what it is, what it cost or what it looks like, in no byte of any answer:
 * every route of receivers, every standing, refusals and headers, and the card a chat shows before they open it.
 */
const { brand, shop, close } = await giftsInOwnDatabase();
afterAll(close);

const PRICE = 7_351_900;
const PHOTO = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const words = {
  name: '月光石吊坠', story: '传世工坊打造', vendor: '远山珠宝', attributes: { 材质: '白金' }, collaboration: { credit: '梅兰联名', editionSize: null, story: '孤品' },
  crossBorder: { shipFrom: '苏黎世', dutyNotice: '含税清关', deliveryDays: 9 },
  options: [
    { id: 'pendant-chain', kind: 'choice' as const, name: '锁骨链长', required: true, askReceiver: 'length' as const, choices: [{ id: 'chain-short', name: '40', feeFen: 0, leadDays: 1 }, { id: 'chain-long', name: '45', feeFen: 0, leadDays: 1 }] },
    { id: 'back', kind: 'engraving' as const, name: '背面镌刻', required: false, feeFen: 12_300, leadDays: 3, most: 9, scripts: ['han' as const] },
  ],
};

/** Everything the brand's own pages know of an order, as text: what a receiver must not find. */
async function secretsOf(orderId: string, stall: Awaited<ReturnType<typeof setUpStall>>, pictureId: string): Promise<string[]> {
  // Where it goes they said themselves.
  const { address: _, ...order } = (await shop.call('owner', 'GET', `/api/brands/1/store/orders/${orderId}`)).body;
  const { products, items } = (await (await shop.shopper('o-looks')).ask('GET', `/storefronts/${stall.storefrontId}`)).body;
  const known = new Set<string>([pictureId, stall.poolId, ...textsIn(order), ...textsIn(products), ...textsIn(items), '首发', '白金', 'pendant-chain', 'chain-long']);
  const amounts = [PRICE, PRICE + 12_300, 12_300].flatMap((fen) => [String(fen), (fen / 100).toFixed(2), (fen / 100).toLocaleString('en'), String(fen / 100)]);
  // Short codes, states and moments are words of every answer.
  return [...known, ...amounts].filter((text) => (text.length > 3 || /\p{Script=Han}/u.test(text)) && !/^\d{4}-\d\d-\d\dT/.test(text) && !['open', 'paid', 'mini_program', 'some', 'choice', 'engraving', 'length', 'held', 'han'].includes(text));
}

/** A few digits stand in many an id; an amount stands alone. */
const holds = (bytes: string, secret: string): boolean =>
  /^[\d.,]+$/.test(secret) ? new RegExp(`(?<![\\w-])${secret.replaceAll('.', '\\.')}(?![\\w-])`).test(bytes) : bytes.includes(secret);

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [...textsIn(inner), ...(/^[a-zA-Z]+$/.test(key) ? [] : [key])]);
}

it('a receiver’s answers hold no product, price, picture or order', async () => {
  const pictureId = 'f'.repeat(64);
  await brand.query(`insert into product_picture (brand_id, id, content_type, width, height, bytes, created_at) values (1, $1, 'image/png', 1, 1, 'x', $2)`, [pictureId, nowDate()]);
  const stall = await setUpStall(brand, { type: 'permanent', units: [9], priceFen: PRICE });
  const { body: product } = await shop.call('owner', 'GET', `/api/brands/1/store/products/${stall.productId}`);
  const { id: _, createdAt: __, changedAt: ___, ...before } = product;
  const saved = await shop.call('owner', 'PUT', `/api/brands/1/store/products/${stall.productId}`, {
    ...before, ...words, exclusive: true, pictureIds: [pictureId], skus: before.skus.map(({ id }: { id: string }) => ({ id, code: 'MOON-0815', name: '玫瑰金款', priceFen: PRICE, compareAtFen: PRICE + 1, costFen: 4242 })),
  });
  expect(saved.status).toBe(200);

  await expect.poll(async () => (await (await shop.shopper('o-looks')).ask('GET', `/storefronts/${stall.storefrontId}`)).body.items[0].name).toContain('玫瑰金款');
  const lines = [{ skuId: stall.skuIds[0], quantity: 1, options: { back: '永结同心' } }];
  const give = () => shop.paidGift(stall, { lines, expectedTotalFen: PRICE + 12_300 });
  const [gift, other, gone] = [await give(), await give(), await give()];
  const seen: string[] = [JSON.stringify((await gift.state()).share)];
  const called = new Set<string>();
  const receiver = await shop.shopper('o-receiver');
  const late = await shop.shopper('o-late');
  const ask = async (who: typeof receiver, method: 'GET' | 'POST' | 'PUT' | 'DELETE', route: string, body?: object, giftId = '', caseId = '', photoId = '') => {
    called.add(`${method} ${route}`);
    const answer = await who.ask(method, route.replace(':giftId', giftId).replace(':caseId', caseId).replace(':photoId', photoId), body, `blind-${called.size}-${seen.length}`);
    seen.push(answer.bytes);
    return answer;
  };
  const opening = '/received-gifts/opening';
  const acceptance = '/received-gifts/acceptance';
  const body = { token: gift.token, address, channel: 'mini_program' };

  expect((await ask(receiver, 'POST', opening, { token: gift.token })).body.questions[0]).toMatchObject({ asks: 'length', choices: [{ name: '40' }, { name: '45' }] });
  await ask(gift.buyer, 'POST', opening, { token: gift.token });
  await ask(receiver, 'POST', acceptance, body);
  await ask(receiver, 'POST', acceptance, { ...body, choices: { 1: '9' } });
  await ask(receiver, 'POST', acceptance, { ...body, token: 'short' });
  const { body: accepted } = await ask(receiver, 'POST', acceptance, { ...body, choices: { 1: '2' } });
  expect(accepted.standing).toBe('yours');
  expect((await ask(late, 'POST', opening, { token: gift.token })).body.standing).toBe('taken');
  await ask(late, 'POST', acceptance, { ...body, choices: { 1: '1' } });
  await ask(receiver, 'POST', '/received-gifts/refusal', { token: gone.token });
  expect((await ask(late, 'POST', opening, { token: gone.token })).body.standing).toBe('over');
  await ask(late, 'POST', '/received-gifts/refusal', { token: gone.token });
  // What the courier writes on a parcel they may know.
  const secrets = [...await secretsOf(gift.orderId, stall, pictureId), other.orderId, other.number];
  await brand.query(
    `with sent as (insert into parcel (brand_id, id, order_id, seq, method, carrier_id, carrier_name, waybill, shipped_at, shipped_by) values (1, $1, $2, 1, 'express', 'SF', '顺丰速运', 'SF100200', $3, 'x'))
     insert into parcel_line (brand_id, parcel_id, position, quantity) values (1, $1, 1, 1)`, [newId(), gift.orderId, nowDate()],
  );
  expect((await ask(receiver, 'GET', '/received-gifts/:giftId', undefined, accepted.id)).body.parcels).toMatchObject([{ carrier: '顺丰速运', waybill: 'SF100200' }]);
  await ask(late, 'GET', '/received-gifts/:giftId', undefined, accepted.id);
  await ask(receiver, 'PUT', '/received-gifts/:giftId/address', { address }, accepted.id);
  await ask(receiver, 'POST', '/received-gifts/:giftId/thanks', { text: '谢谢' }, accepted.id);
  await ask(receiver, 'POST', '/received-gifts/:giftId/thanks', { text: '再谢' }, accepted.id);
  expect((await ask(receiver, 'GET', '/received-gifts')).body.items).toHaveLength(1);

  await brand.query(`update shop_order set fulfilment = 'shipped' where brand_id = 1 and id = $1`, [gift.orderId]);
  const service = '/received-gifts/:giftId/service';
  const { body: { instead: [longer] } } = await ask(receiver, 'GET', service, undefined, accepted.id);
  expect(longer).toMatchObject({ asks: 'length', choices: [{ name: '40' }] });
  await ask(receiver, 'POST', service, { kind: 'exchange', reason: 'changed_mind', words: '' }, accepted.id);
  const { body: asked } = await ask(receiver, 'POST', service, { kind: 'exchange', reason: 'defect', words: '扣环松动', choice: longer.choices[0].id }, accepted.id);
  expect(asked).toMatchObject({ state: 'requested', instead: '40' });
  await ask(receiver, 'POST', service, { kind: 'care', reason: 'repair', words: '' }, accepted.id);
  const { body: photo } = await ask(receiver, 'POST', `${service}/:caseId/photos`, { data: PHOTO }, accepted.id, asked.id);
  await ask(receiver, 'GET', `${service}/:caseId/photos/:photoId`, undefined, accepted.id, asked.id, photo.id);
  await ask(receiver, 'DELETE', `${service}/:caseId/photos/:photoId`, undefined, accepted.id, asked.id, photo.id);
  const decided = await shop.call('owner', 'POST', `/api/brands/1/store/after-sales/${asked.id}/decision`, { approve: true, note: '静安区青鸟工坊' });
  expect(decided.body.replacement).toBe('锁骨链长 40');
  await ask(receiver, 'POST', `${service}/:caseId/receipt`, undefined, accepted.id, asked.id);
  await ask(receiver, 'POST', `${service}/:caseId/waybill`, { carrier: '顺丰', waybill: 'SF123456' }, accepted.id, asked.id);
  await ask(receiver, 'POST', `${service}/:caseId/withdrawal`, undefined, accepted.id, asked.id);
  await ask(late, 'GET', service, undefined, accepted.id);
  expect((await ask(receiver, 'GET', service, undefined, accepted.id)).body.cases[0].notes[0].text).toBe('静安区青鸟工坊');

  for (const known of ['月光石吊坠 玫瑰金款', '传世工坊打造', '远山珠宝', '苏黎世', '梅兰联名', '永结同心', '锁骨链长', stall.skuIds[0]!, stall.productId, stall.storefrontId, gift.orderId, gift.number, pictureId, '73519', '7364200', 'chain-long']) expect(secrets).toContain(known);
  const told = secrets.flatMap((secret) => seen.filter((bytes) => holds(bytes, secret)).map((bytes) => `${secret} in ${bytes}`));
  expect(told).toEqual([]);
  expect([...called].sort()).toEqual(await routesOf());
}, 60_000);

/** Those of the plugin itself, so that a route added to it is asked above. */
async function routesOf(): Promise<string[]> {
  const routes: string[] = [];
  const app = Fastify();
  app.addHook('onRoute', ({ method, url }) => {
    if (method !== 'HEAD') routes.push(`${String(method)} ${url}`);
  });
  await app.register(receiverRoutes, {} as never);
  await app.register(serviceRoutes, {} as never);
  await app.close();
  return routes.sort();
}

it('what a receiver may be told is a list of fields, closed', () => {
  expect(Object.keys(Received.properties)).toEqual(['id', 'standing', 'senderName', 'message', 'expiresAt', 'questions', 'acceptedAt', 'thanks']);
  expect(Object.keys(Parcel.properties)).toEqual(['carrier', 'waybill', 'sentAt']);
  expect(Object.keys(Destination.properties)).toEqual(['name', 'phone', 'province', 'city', 'district', 'detail']);
  expect(Object.keys(Service.properties)).toEqual(['id', 'kind', 'reason', 'state', 'words', 'instead', 'askedAt', 'dueAt', 'notes', 'returnCarrier', 'returnWaybill', 'sentCarrier', 'sentWaybill', 'photos']);
  expect(Object.keys(Services.properties)).toEqual(['kinds', 'instead', 'cases']);
  const open = objectsIn(JSON.parse(JSON.stringify([Received, Parcel, Destination, Services]))).filter((schema) => schema['additionalProperties'] !== false);
  expect(open).toEqual([]);
});

function objectsIn(schema: unknown): Record<string, unknown>[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const inner = Object.values(schema).flatMap(objectsIn);
  return (schema as { type?: unknown }).type === 'object' ? [schema as Record<string, unknown>, ...inner] : inner;
}
