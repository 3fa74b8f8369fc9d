import { readFileSync } from 'node:fs';
import { localDay } from '@qingniao/kernel';
import { expect, test } from 'vitest';
import type { Act } from '../world.ts';
import { DAY, HOUR, midnight } from './calendar.ts';
import { yearTo } from './check/play.ts';
import { standIn } from './check/stand-in.ts';
import { accountsOf, createEngine, periodOf, planPushes, readPopulation } from './index.ts';
import { storeCalendar } from './store.ts';
import { wishes } from './wishes.ts';

const file = JSON.parse(readFileSync(new URL('../../../populations/luxury-2020.json', import.meta.url), 'utf8')) as unknown;
const population = readPopulation(file);
const MINI_PROGRAM = 'wx00000000000000bb';
type Shopping = Extract<Act, { kind: 'shop' }>;
type Looking = Extract<Act, { kind: 'errand' }>;

/** A year of a community whose brand has a mini program, or none. */
async function yearOf(seed: string, withShop: boolean): Promise<{ shopping: Shopping[]; looking: Looking[]; others: string }> {
  const options = yearTo('2025-12-31', { population: file, followers: 3_000, seed });
  const [brand] = accountsOf(options);
  const accounts = [{ appid: 'wx00000000000000aa', originalId: 'gh_0', ...brand! }, ...(withShop ? [{ appid: MINI_PROGRAM, originalId: 'gh_1', name: '精品店', kind: 'miniProgram' as const }] : [])];
  const stand = standIn(population, planPushes(population, options.followers, periodOf(options.start, options.until), options.until), accounts, options.start);
  const shopping: Shopping[] = [];
  const looking: Looking[] = [];
  const { act } = stand.world;
  stand.world.act = (...acts) => {
    shopping.push(...acts.filter((one): one is Shopping => one.kind === 'shop'));
    looking.push(...acts.filter((one): one is Looking => one.kind === 'errand'));
    act(...acts.filter(({ kind }) => kind !== 'shop' && kind !== 'errand'));
  };
  const engine = createEngine(options);
  await engine.init(stand.world);
  for (let hour = options.start; hour < options.until; hour += HOUR) await stand.hour(engine, hour);
  return { shopping, looking, others: JSON.stringify(stand.ledger) };
}

test('who buys what and when follows from the seed, is as much as the file says, and changes nothing else of the year', async () => {
  const [one, again, other, without] = [await yearOf('a', true), await yearOf('a', true), await yearOf('b', true), await yearOf('a', false)];
  expect([again.shopping, again.looking]).toEqual([one.shopping, one.looking]);
  expect(other.shopping).not.toEqual(one.shopping);
  expect([without.shopping, without.looking]).toEqual([[], []]);
  expect(without.others === one.others).toBe(true);

  const { drop, popup } = storeCalendar(population, midnight('2025-01-01'));
  const of = (storefront: Shopping['storefront']) => one.shopping.filter((act) => act.storefront === storefront);
  // 2,083 followers at first, 3,000 in the end.
  const between = (visits: readonly object[], rate: number, more = 0) => visits.length > 2 * rate && visits.length < 3.1 * rate + more;
  const { orders, abandoned } = population.store;
  expect([between(of('permanent'), orders.permanent, wishes.length), between(of('drop'), orders.drop), between(of('popup'), orders.popup)]).toEqual([true, true, true]);
  expect(of('drop').every(({ at }) => at >= drop.opensAt && at < drop.opensAt + HOUR)).toBe(true);
  expect(of('popup').every(({ at }) => at >= popup.opensAt && at < popup.closesAt)).toBe(true);
  expect(Math.abs(one.shopping.filter(({ pays }) => !pays).length - one.shopping.length * abandoned)).toBeLessThan(1 + wishes.length * abandoned);
  // As many look at what opens in the week before, and not once it is open.
  const looked = one.looking.filter(({ errand }) => errand.to === 'look forward' && errand.storefront === 'popup');
  expect(between(looked, orders.popup)).toBe(true);
  expect(looked.every(({ at }) => at >= popup.opensAt - 7 * DAY && at < popup.opensAt)).toBe(true);
  // Every wish is somebody's, in its time, and whoever gives has a friend.
  const wished = one.shopping.filter(({ wish }) => wish !== undefined);
  expect(wished.map(({ wish }) => wish!.gift?.end ?? wish!.service?.kind ?? wish!.invoice?.titleKind)).toEqual(wishes.map(({ gift, service, invoice }) => gift?.end ?? service?.kind ?? invoice?.titleKind));
  wished.forEach(({ at, pays, openid, wish }, index) => {
    const early = (midnight('2025-12-31') - midnight(localDay(at))) / DAY - wishes[index]!.day;
    expect([pays, wish!.gift?.to === openid, early >= 0 && early <= 3]).toEqual([true, false, true]);
  });
  // Some come again.
  expect(new Set(one.shopping.map(({ openid }) => openid)).size).toBeLessThan(one.shopping.length);
});

test('Qixi is the seventh of the seventh month, and a calendar begins with the year it is asked for', () => {
  const qixi = (day: string) => storeCalendar(population, midnight(day)).popup.closesAt - DAY;
  // 2025 has a leap sixth month.
  expect(['2023-01-01', '2024-01-01', '2025-01-01', '2026-01-01'].map(qixi)).toEqual(['2023-08-22', '2024-08-10', '2025-08-29', '2026-08-19'].map(midnight));
  expect(storeCalendar(population, midnight('2025-11-09')).drop.opensAt).toBe(midnight('2026-11-08') + 20 * HOUR);
});
