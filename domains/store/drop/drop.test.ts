import { afterAll, expect, it } from 'vitest';
import { type Ask, inOwnDatabase, orderOf, setUpStall, type Stall, testShop } from '../testing.ts';
import { nextHash } from './log.ts';
import { verifyDropLogs } from './verify-all.ts';
import { saveTurnSeconds } from './queue-setting.ts';
import { callUpTo, placeState, type QueueView } from './standing.ts';

const MINUTE = 60_000;
const TURN = 2 * MINUTE;
let at = Date.parse('2026-11-20T12:00:00Z');
let serial = 0;

const { stores, brand, shop, close } = await inOwnDatabase(testShop, { now: () => at });
afterAll(close);

/** A drop people queue for, in ten minutes. */
async function queueFor(units: number): Promise<Stall & { windowId: string }> {
  const stall = await setUpStall(brand, { units: [units], perPerson: 1, opensAt: new Date(at + 10 * MINUTE) });
  await brand.tx((tx) => saveTurnSeconds(tx, 1, stall.storefrontId, TURN / 1000));
  const [window] = await brand.query<{ id: string }>('select id from storefront_window where brand_id = 1 and storefront_id = $1', [stall.storefrontId]);
  return { ...stall, windowId: window!.id };
}

interface Person {
  ask: Ask;
  pass: string;
  number: number;
}

/** So many people, who take their places one after another. */
async function people(stall: Stall, count: number): Promise<Person[]> {
  const queue: Person[] = [];
  for (let index = 0; index < count; index++) {
    const { ask } = await shop.shopper(`q-${++serial}`);
    queue.push({ ask, ...(await takePlace(ask, stall)) });
  }
  return queue;
}
async function takePlace(ask: Ask, stall: Stall): Promise<{ pass: string; number: number }> {
  const { status, body } = await ask('POST', `/storefronts/${stall.storefrontId}/queue`);
  expect(status).toBe(200);
  return { pass: body.pass, number: body.place.number };
}
const placeOf = async ({ ask, pass }: Person, stall: Stall) => (await ask('GET', `/storefronts/${stall.storefrontId}/queue`, undefined, undefined, { 'queue-pass': pass })).body.place;
const stateOf = async (person: Person, stall: Stall): Promise<string> => (await placeOf(person, stall))?.state;
const order = async ({ ask, pass }: { ask: Ask; pass: string | null }, stall: Stall, key = `queue-key-${++serial}`) => {
  const { body } = await ask('POST', '/orders', { ...orderOf(stall), pass }, key);
  return body.error?.code ?? body.id;
};
const verify = async ({ storefrontId, windowId }: Stall & { windowId: string }) => (await shop.call('viewer', 'GET', `/api/brands/1/store/storefronts/${storefrontId}/releases/${windowId}/log`)).body;

it('numbers people in the order of arrival, calls as many as there are units, and lets nobody before', async () => {
  const stall = await queueFor(2);
  at -= 20 * MINUTE + 1;
  const early = await shop.shopper('too-early');
  expect((await early.ask('POST', `/storefronts/${stall.storefrontId}/queue`)).body.error.code).toBe('queue_not_open');
  at += 1;
  const queue = await people(stall, 4);
  expect(queue.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  const [first, second, third, fourth] = queue as [Person, Person, Person, Person];
  expect((await takePlace(second.ask, stall)).number).toBe(2);
  at += 30 * MINUTE - 1;
  expect([await stateOf(first, stall), await order(first, stall)]).toEqual(['waiting', 'not_open_yet']);
  at += 1;
  await expect.poll(() => Promise.all(queue.map((person) => stateOf(person, stall)))).toEqual(['your_turn', 'your_turn', 'waiting', 'waiting']);
  expect(await placeOf(third, stall)).toMatchObject({ ahead: 0, number: 3 });
  expect(await order(third, stall)).toBe('not_your_turn');
  // No pass, somebody else's, or one with a better number.
  for (const pass of [null, first.pass, third.pass.replace('3.', '1.')]) expect(await order({ ask: third.ask, pass }, stall)).toBe('queue_first');

  const mine = await order(first, stall, 'first-in-line');
  expect(await order(first, stall, 'first-in-line')).toBe(mine);
  // One order a place.
  expect(await order(first, stall)).toBe('turn_over');
  expect((await first.ask('POST', `/storefronts/${stall.storefrontId}/queue`)).body).toMatchObject({ orderId: mine, place: { state: 'ordered', number: 1 } });

  // The second lets the turn pass: the third is called, and the second begins again at the end.
  at += TURN - 1;
  expect(await stateOf(second, stall)).toBe('your_turn');
  at += 1;
  await expect.poll(() => stateOf(third, stall)).toBe('your_turn');
  expect([await stateOf(second, stall), await order(second, stall)]).toEqual(['turn_over', 'turn_over']);
  Object.assign(second, await takePlace(second.ask, stall));
  expect(second.number).toBe(5);

  // Units given back go to the next in line.
  expect((await first.ask('POST', `/orders/${mine}/cancellation`)).status).toBe(200);
  await expect.poll(() => Promise.all([fourth, second].map((person) => stateOf(person, stall)))).toEqual(['your_turn', 'waiting']);
  for (const person of [third, fourth]) {
    const id = await order(person, stall);
    const { body } = await person.ask('GET', `/orders/${id}`);
    await person.ask('POST', `/orders/${id}/payment`);
    shop.platform.pay(body.number);
    expect((await person.ask('POST', `/orders/${id}/confirmation`)).body.state).toBe('paid');
  }
  await expect.poll(() => stateOf(second, stall)).toBe('sold_out');
  const late = await shop.shopper('too-late');
  expect((await late.ask('POST', `/storefronts/${stall.storefrontId}/queue`)).body.error.code).toBe('sold_out');
  expect((await late.ask('GET', `/storefronts/${stall.storefrontId}/queue`)).body).toMatchObject({ soldOut: true, place: null });
  expect(await order({ ask: late.ask, pass: null }, stall)).toBe('sold_out');

  expect(await verify(stall)).toMatchObject({ arrivals: 5, called: 4, ordered: 3, refused: 1, withoutPlace: 0, firstBreak: null });
  const monitor = () => shop.call('viewer', 'GET', `/api/brands/1/store/storefronts/${stall.storefrontId}/drop`);
  expect((await monitor()).body).toMatchObject({
    phase: 'open', queue: { arrivals: 5, called: 4, inTurn: 0 }, units: { left: 0, held: 0, sold: 2 }, orders: { placed: 3, awaiting: 0, paid: 2, cancelled: 1 }, minutes: 2, pace: { peak: 2 },
  });
  // The two who were too late, once a second.
  await expect.poll(async () => (await monitor()).body.queue.refused, { timeout: 20_000 }).toBe(2);
});

it('the log shows where somebody changed it first', async () => {
  const stall = await queueFor(1);
  const [first, second] = (await people(stall, 2)) as [Person, Person];
  at += 10 * MINUTE;
  await expect.poll(() => stateOf(first, stall)).toBe('your_turn');
  await order(first, stall);
  const { firstBreak, blocks } = await verify(stall);
  expect([firstBreak, blocks]).toEqual([null, 4]);
  const where = `where brand_id = 1 and window_id = '${stall.windowId}'`;
  const change = (sql: string) => stores.database.system.query(sql);
  /** Changes something, looks, and changes it back. */
  const broken = async (forth: string, back: string) => {
    await change(forth);
    const report = await verify(stall);
    await change(back);
    expect((await verify(stall)).firstBreak).toBeNull();
    return report.firstBreak;
  };
  const edit = (from: string, to: string) => `update drop_log set entries = replace(entries, '${from}', '${to}') ${where} and block = 2`;
  expect(await broken(edit('"place":2', '"place":1'), edit('"place":1', '"place":2'))).toEqual({ why: 'changed', block: 2, place: null });
  expect(await broken(`update drop_log set block = 9 ${where} and block = 3`, `update drop_log set block = 3 ${where} and block = 9`)).toMatchObject({ why: 'missing', block: 3 });
  expect(await broken(`update drop_place set number = 3 - number + 10 ${where}`, `update drop_place set number = 13 - number ${where}`)).toEqual({ why: 'places', block: null, place: 1 });
  expect(await broken(`update drop_place set order_id = null ${where} and number = 1 and order_id is not null`, `update drop_place set order_id = (select id from shop_order o where o.window_id = '${stall.windowId}') ${where} and number = 1`)).toMatchObject({ why: 'orders', place: 1 });
  // Who writes a whole chain anew still lacks the secret it is sealed with.
  const rows = await change(`select block, entries, hash from drop_log ${where} order by block`) as { block: number; entries: string; hash: string }[];
  let hash = rows[0]!.hash;
  for (const { block, entries } of rows.slice(1)) {
    hash = nextHash(hash, block === 2 ? entries.replace('"who":', '"who":1') : entries);
    await change(`update drop_log set entries = '${block === 2 ? entries.replace('"who":', '"who":1') : entries}', hash = '${hash}' ${where} and block = ${block}`);
  }
  await change(`update drop_queue set hash = '${hash}' ${where}`);
  expect((await verify(stall)).firstBreak).toEqual({ why: 'forged', block: 2, place: null });
  // Who looks after the installation hears which drop and which line; those before are whole.
  const drops = await verifyDropLogs(brand, shop.store.routes.secrets);
  expect(drops.map(({ report }) => report.firstBreak?.why)).toEqual(['forged', undefined]);
  const [opensAt] = await brand.query<{ at: Date }>('select opens_at as at from storefront_window where brand_id = 1 and id = $1', [stall.windowId]);
  expect(drops[0]).toMatchObject({ drop: '首发', opensAt: opensAt!.at });
  expect(second.number).toBe(2);
});

it('people queue for drops only, and who may not change the store does not change that', async () => {
  const url = (stall: Stall) => `/api/brands/1/store/storefronts/${stall.storefrontId}/queue`;
  const permanent = await setUpStall(brand, { type: 'permanent', units: [1] });
  expect((await shop.call('owner', 'PUT', url(permanent), { turnSeconds: 60 })).body.error.code).toBe('queue_of_drop');
  const stall = await setUpStall(brand, { units: [1] });
  expect((await shop.call('viewer', 'PUT', url(stall), { turnSeconds: 60 })).status).toBe(403);
  for (const turnSeconds of [29, 901]) expect((await shop.call('owner', 'PUT', url(stall), { turnSeconds })).status).toBe(422);
  const { ask } = await shop.shopper('no-queue');
  const first = await shop.shopper('first');
  expect((await ask('POST', `/storefronts/${stall.storefrontId}/queue`)).body).toMatchObject({ opensAt: null, place: null, pass: null });
  expect((await shop.call('owner', 'PUT', url(stall), { turnSeconds: 30 })).status).toBe(204);
  await expect.poll(async () => (await ask('GET', `/storefronts/${stall.storefrontId}/queue`)).body.opensAt).not.toBeNull();
  expect(await order({ ask, pass: null }, stall)).toBe('queue_first');
  // The first to come after the opening.
  expect((await first.ask('POST', `/storefronts/${stall.storefrontId}/queue`)).body.place).toMatchObject({ state: 'your_turn', number: 1 });
});

it('calls never promise more than there is, and a turn ends to the millisecond', () => {
  expect(callUpTo({ arrivals: 9, called: 0, onHand: 5, held: 2 }, 0, 1)).toBe(3);
  expect(callUpTo({ arrivals: 2, called: 0, onHand: 5, held: 2 }, 0, 1)).toBe(2);
  expect(callUpTo({ arrivals: 9, called: 4, onHand: 5, held: 2 }, 3, 1)).toBe(4);
  expect(callUpTo({ arrivals: 9, called: 4, onHand: 5, held: 0 }, 1, 2)).toBe(5);
  expect(callUpTo({ arrivals: 9, called: 4, onHand: 1, held: 0 }, 0, 2)).toBe(5);
  expect(callUpTo({ arrivals: 9, called: 4, onHand: 2, held: 2 }, 0, 1)).toBe(4);
  const calls = [{ upTo: 3, at: new Date(1000) }, { upTo: 4, at: new Date(2000) }, { upTo: 9, at: new Date(3000) }];
  const view: QueueView = { arrivals: 12, called: 9, calls, onHand: 1, held: 0 };
  const state = (number: number, now: number) => placeState(number, view, { opensAt: new Date(0), turn: 100 }, now).state;
  expect([state(3, 1099), state(3, 1100), state(4, 2099), state(5, 3099), state(9, 3099), state(10, 3099)]).toEqual(['your_turn', 'turn_over', 'your_turn', 'your_turn', 'your_turn', 'waiting']);
  expect(placeState(12, view, { opensAt: new Date(0), turn: 100 }, 0)).toEqual({ state: 'waiting', ahead: 2 });
});
