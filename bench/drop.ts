import { type Child, child } from './child.ts';
import type { DropOutcome } from './drop-drive.ts';
import type { Load } from './drop-load.ts';
import type { Ours, Prepared, Sold } from './drop-ours.ts';
import { installVendure, VENDURE } from './peers/vendure/install.ts';
import type { Peer, PreparedPeer } from './peers/vendure/server.ts';
import { below, type Bench, type BenchContext, type Result, within } from './result.ts';

interface Size {
  buyers: number;
  units: number;
  inFlight: number;
}

/** Both shops, the same crowd. */
const SIDE_BY_SIDE: readonly Size[] = [
  { buyers: 200, units: 20, inFlight: 64 },
  { buyers: 2000, units: 200, inFlight: 64 },
];
/** Ours alone: a larger crowd, and one that is at the door all at once. */
const ALONE: readonly Size[] = [
  { buyers: 10_000, units: 1000, inFlight: 64 },
  { buyers: 2000, units: 200, inFlight: 2000 },
];
const WARM: Size = { buyers: 600, units: 600, inFlight: 64 };
const PEER = `Vendure ${VENDURE}`;
/** Times less CPU a buyer than the peer. */
const CHEAPER = 20;
/** 5 % of those who got an order do not pay. */
const ABANDON_EVERY = 20;
const SALES = 400;
const REFUSALS = 4000;
/** Of a sale's CPU. */
const CHEAP_NO = 0.1;
/** Milliseconds of our process and PostgreSQL together. */
const MOST_CPU_A_BUYER = 2;

/** A crowd for few units, who queue by arrival: exactly those are sold, and what a buyer costs, beside Vendure on the same PostgreSQL. */
export const drop: Bench = {
  summary: `a drop with ten buyers a unit, 64 at once: exactly the units are sold; CPU a buyer, beside ${PEER} (GPL: installed into your cache folder on first use); a "no" after the sell-out`,
  async *run(context) {
    const home = await installVendure(context.say);
    const [load, ours, peer] = await Promise.all([child<Load>('drop-load.ts'), child<Ours>('drop-ours.ts'), child<Peer>('peers/vendure/server.ts')]);
    try {
      await peer.call('start', { home, databaseUrl: await ours.call<string>('makeDatabase', 'vendure') });
      // Code and connections warm, as in a shop that is open.
      await measure(load, ours, WARM);
      await measurePeer(load, ours, peer, WARM);
      for (const size of SIDE_BY_SIDE) yield* compare(load, ours, peer, size, context);
      await peer.stop();
      for (const size of ALONE) yield* sell(load, ours, size, context);
      yield await refuse(load, ours, context);
    } finally {
      await Promise.all([load, ours, peer].map((one) => one.stop()));
    }
  },
};

interface Measured {
  prepared: Prepared;
  outcome: DropOutcome;
  sold: Sold;
  /** Milliseconds, our process and PostgreSQL's together. */
  cpu: number;
}

async function measure(load: Child, ours: Child, size: Size): Promise<Measured> {
  const prepared = await ours.call<Prepared>('prepare', size);
  const { result, cpu } = await costing(() => oursCpu(ours), () => load.call<DropOutcome>('drop', { prepared, plan: { ...size, abandonEvery: ABANDON_EVERY } }));
  return { prepared, outcome: result, cpu, sold: await ours.call<Sold>('sold', prepared.skuId) };
}

/** PostgreSQL is the same one, and has nothing else to do meanwhile. */
async function measurePeer(load: Child, ours: Child, peer: Child, size: Size): Promise<{ outcome: DropOutcome; paid: number; cpu: number }> {
  const prepared = await peer.call<PreparedPeer>('prepare', size);
  const total = async () => (await peer.call<number>('cpu')) + (await cpuOf(ours)).postgres;
  const { result, cpu } = await costing(total, () => load.call<DropOutcome>('drop', { prepared, plan: { ...size, abandonEvery: ABANDON_EVERY } }));
  return { outcome: result, cpu, paid: await peer.call<number>('paid', prepared.variantId) };
}

const cpuOf = (ours: Child) => ours.call<{ node: number; postgres: number }>('cpu');
async function oursCpu(ours: Child): Promise<number> {
  const { node, postgres } = await cpuOf(ours);
  return node + postgres;
}

async function costing<T>(total: () => Promise<number>, work: () => Promise<T>): Promise<{ result: T; cpu: number }> {
  const before = await total();
  const result = await work();
  return { result, cpu: (await total()) - before };
}

async function* compare(load: Child, ours: Child, peer: Child, size: Size, context: BenchContext): AsyncGenerator<Result> {
  const { buyers, units } = size;
  const measured = await told('ours', size, context, measure(load, ours, size));
  const theirs = await told(PEER, size, context, measurePeer(load, ours, peer, size));
  const beside = { name: 'drop', size: buyers, peer: PEER };
  yield { ...beside, value: measured.sold.paid, unit: 'paid orders', peerValue: theirs.paid, ratio: null, target: `exactly ${units}`, holds: isExact(measured, units) };
  yield below({ ...beside, value: measured.cpu / buyers, unit: 'ms CPU a buyer', peerValue: theirs.cpu / buyers }, CHEAPER);
}

async function* sell(load: Child, ours: Child, size: Size, context: BenchContext): AsyncGenerator<Result> {
  const { buyers, units, inFlight } = size;
  const measured = await told('ours', size, context, measure(load, ours, size));
  const name = inFlight === 64 ? 'drop' : `drop, ${inFlight} at once`;
  yield { name, size: buyers, value: measured.sold.paid, unit: 'paid orders', peer: null, peerValue: null, ratio: null, target: `exactly ${units}`, holds: isExact(measured, units) };
  yield within({ name, size: buyers, value: measured.cpu / buyers, unit: 'ms CPU a buyer' }, MOST_CPU_A_BUYER);
}

const isExact = ({ sold, outcome }: Measured, units: number): boolean =>
  [sold.paid, sold.committed, outcome.paid].every((count) => count === units) && sold.onHand === 0 && sold.held === 0;

async function told<M extends { outcome: DropOutcome; cpu: number }>(whose: string, { buyers, units, inFlight }: Size, { say }: BenchContext, measuring: Promise<M>): Promise<M> {
  const measured = await measuring;
  const { outcome: { paid, abandoned, refused, ms }, cpu } = measured;
  say(`${whose}, ${buyers} buyers, ${units} units, ${inFlight} at once: ${paid} paid, ${abandoned} abandoned, ${refused} refused in ${Math.round(ms)} ms; ${(cpu / buyers).toFixed(2)} ms CPU a buyer`);
  return measured;
}

/** What a "no" costs beside a sale, for people who have no order. */
async function refuse(load: Child, ours: Child, { say }: BenchContext): Promise<Result> {
  const { prepared, outcome, cpu: ofSales } = await measure(load, ours, { buyers: SALES * 1.2, units: SALES, inFlight: 64 });
  const { passes } = await ours.call<Prepared>('prepare', { buyers: REFUSALS / 4, units: 1 });
  const { result: refused, cpu: ofNos } = await costing(() => oursCpu(ours), () => load.call<number>('refusals', { prepared: { ...prepared, passes }, count: REFUSALS, inFlight: 64 }));
  const ofNo = ofNos / REFUSALS;
  const ofSale = (ofSales - outcome.refused * ofNo) / outcome.paid;
  say(`a sale takes ${ofSale.toFixed(2)} ms of CPU, a "no" ${ofNo.toFixed(3)} ms`);
  const measured = within({ name: 'drop, after the sell-out', size: REFUSALS, value: ofNo / ofSale, unit: 'of a sale’s CPU' }, CHEAP_NO);
  return { ...measured, holds: measured.holds && refused === REFUSALS };
}
