import { type Child, child } from './child.ts';
import type { DropOutcome } from './drop-drive.ts';
import type { Load } from './drop-load.ts';
import type { Ours, Prepared, Sold } from './drop-ours.ts';
import { type Bench, type BenchContext, type Result, within } from './result.ts';

interface Size {
  buyers: number;
  units: number;
  inFlight: number;
}

const SIZES: readonly Size[] = [
  { buyers: 200, units: 20, inFlight: 64 },
  { buyers: 2000, units: 200, inFlight: 64 },
  { buyers: 10_000, units: 1000, inFlight: 64 },
  // All at the door at once.
  { buyers: 2000, units: 200, inFlight: 2000 },
];
/** 5 % of those who got an order do not pay. */
const ABANDON_EVERY = 20;
const SALES = 400;
const REFUSALS = 4000;
/** Of a sale's CPU. */
const CHEAP_NO = 0.1;
/** Milliseconds of our process and PostgreSQL together. */
const MOST_CPU_A_BUYER = 2;

/** A crowd for few units: exactly those are sold, and what a buyer costs. */
export const drop: Bench = {
  summary: 'a drop with ten buyers a unit, 64 at once: exactly the units are sold; CPU a buyer, and of a "no" after the sell-out',
  async *run(context) {
    const [load, ours] = await Promise.all([child<Load>('drop-load.ts'), child<Ours>('drop-ours.ts')]);
    try {
      // Code and connections warm, as in a shop that is open.
      await measure(load, ours, { buyers: 300, units: 300, inFlight: 64 });
      for (const size of SIZES) yield* sell(load, ours, size, context);
      yield await refuse(load, ours, context);
    } finally {
      await Promise.all([load.stop(), ours.stop()]);
    }
  },
};

interface Measured {
  prepared: Prepared;
  outcome: DropOutcome;
  sold: Sold;
  /** Milliseconds, both together. */
  cpu: number;
}

async function measure(load: Child, ours: Child, { buyers, units, inFlight }: Size): Promise<Measured> {
  const prepared = await ours.call<Prepared>('prepare', { buyers, units });
  const { result, cpu } = await costing(ours, () => load.call<DropOutcome>('drop', { prepared, plan: { buyers, units, inFlight, abandonEvery: ABANDON_EVERY } }));
  return { prepared, outcome: result, cpu, sold: await ours.call<Sold>('sold', prepared.skuId) };
}

async function costing<T>(ours: Child, work: () => Promise<T>): Promise<{ result: T; cpu: number }> {
  const total = async () => {
    const { node, postgres } = await ours.call<{ node: number; postgres: number }>('cpu');
    return node + postgres;
  };
  const before = await total();
  const result = await work();
  return { result, cpu: (await total()) - before };
}

async function* sell(load: Child, ours: Child, size: Size, { say }: BenchContext): AsyncGenerator<Result> {
  const { outcome, sold, cpu } = await measure(load, ours, size);
  const { buyers, units, inFlight } = size;
  const name = inFlight === 64 ? 'drop' : `drop, ${inFlight} at once`;
  say(`${buyers} buyers, ${units} units, ${inFlight} at once: ${outcome.paid} paid, ${outcome.abandoned} abandoned, ${outcome.refused} refused in ${Math.round(outcome.ms)} ms; ${(cpu / buyers).toFixed(2)} ms CPU a buyer`);
  const exact = sold.paid === units && sold.committed === units && sold.onHand === 0 && sold.held === 0 && outcome.paid === units;
  yield { name, size: buyers, value: sold.paid, unit: 'paid orders', peer: null, peerValue: null, ratio: null, target: `exactly ${units}`, holds: exact };
  yield within({ name, size: buyers, value: cpu / buyers, unit: 'ms CPU a buyer' }, MOST_CPU_A_BUYER);
}

/** What a "no" costs beside a sale, for people who have no order. */
async function refuse(load: Child, ours: Child, { say }: BenchContext): Promise<Result> {
  const { prepared, outcome, cpu: ofSales } = await measure(load, ours, { buyers: SALES * 1.2, units: SALES, inFlight: 64 });
  const { passes } = await ours.call<Prepared>('prepare', { buyers: REFUSALS / 4, units: 1 });
  const { result: refused, cpu: ofNos } = await costing(ours, () => load.call<number>('refusals', { prepared: { ...prepared, passes }, count: REFUSALS, inFlight: 64 }));
  const ofNo = ofNos / REFUSALS;
  const ofSale = (ofSales - outcome.refused * ofNo) / outcome.paid;
  say(`a sale takes ${ofSale.toFixed(2)} ms of CPU, a "no" ${ofNo.toFixed(3)} ms`);
  const measured = within({ name: 'drop, after the sell-out', size: REFUSALS, value: ofNo / ofSale, unit: 'of a sale’s CPU' }, CHEAP_NO);
  return { ...measured, holds: measured.holds && refused === REFUSALS };
}
