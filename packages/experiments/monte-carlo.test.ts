import { describe, expect, it } from 'vitest';
import { alwaysValid, clockOfProportions, enoughEvents, plannedClock } from './always-valid.ts';
import { holm } from './checks.ts';
import { combine } from './combine.ts';
import { estimatesOfProportions, twoProportionTest, type Proportion } from './compare.ts';
import { requiredPerArm } from './power.ts';

const RUNS = 4000;
const BASELINE = 0.0973;
const DAYS = 14;

/** xorshift32: the same numbers in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}

/** One arm as it stands at the end of each day. */
type History = Proportion[];

/** People who arrive a day at a time and decide at once. */
function arriving(random: () => number, people: number, rate: number): History {
  const history: History = [];
  let successes = 0;
  for (let day = 1, seen = 0; day <= DAYS; day++) {
    const until = Math.round((people * day) / DAYS);
    for (; seen < until; seen++) if (random() < rate) successes++;
    history.push({ successes, trials: seen });
  }
  return history;
}

/** A push: everybody gets it on the first day, and the openers come over a week. */
const WEEK = [0.6, 0.16, 0.09, 0.06, 0.04, 0.03, 0.02];
function pushed(random: () => number, people: number, rate: number): History {
  const days = WEEK.map(() => 0);
  for (let person = 0; person < people; person++) {
    let left = random() / rate;
    for (let day = 0; day < WEEK.length && left < 1; day++) {
      left -= WEEK[day]!;
      if (left < 0) {
        days[day]! += 1;
        break;
      }
    }
  }
  let successes = 0;
  return days.map((openers) => ({ successes: (successes += openers), trials: people }));
}

/** Whether any look of the first `arms - 1` comparisons with the control finds a difference. */
function everFound(arms: History[], perArm: number): boolean {
  const [control, ...treatments] = arms;
  const alpha = 0.05;
  return control!.some((ofControl, day) => {
    const p = treatments.map((treatment) => {
      const of = treatment[day]!;
      if (!enoughEvents(ofControl, of)) return 1;
      return alwaysValid({ of: estimatesOfProportions(ofControl, of), share: clockOfProportions(ofControl, of) / plannedClock(BASELINE / (1 - BASELINE), perArm, perArm) }, alpha / treatments.length).p;
    });
    return holm(p).some((adjusted) => adjusted <= alpha);
  });
}

const shareOf = (runs: number, happens: () => boolean): number => {
  let times = 0;
  for (let run = 0; run < runs; run++) if (happens()) times++;
  return times / runs;
};

describe('4,000 experiments that somebody looks at every day', () => {
  it('raise a false alarm in at most 5 % where people arrive daily, while a plain test does in far more', () => {
    const random = randomFrom(20_261_122);
    let naive = 0;
    const alarms = shareOf(RUNS, () => {
      const [a, b] = [arriving(random, 6000, BASELINE), arriving(random, 6000, BASELINE)];
      if (a.some((control, day) => twoProportionTest(control, b[day]!).p <= 0.05)) naive++;
      return everFound([a, b], 6000);
    });
    expect(alarms).toBeLessThanOrEqual(0.06);
    expect(naive / RUNS).toBeGreaterThan(0.15);
  });

  it('raise a false alarm in at most 5 % where a push reaches everybody at once', () => {
    const random = randomFrom(47);
    expect(shareOf(RUNS, () => everFound([pushed(random, 6000, BASELINE), pushed(random, 6000, BASELINE)], 6000))).toBeLessThanOrEqual(0.06);
  });

  it('keep the same 5 % for four arms together', () => {
    const random = randomFrom(1_234_567);
    expect(shareOf(RUNS, () => everFound([0, 1, 2, 3].map(() => arriving(random, 3000, BASELINE)), 3000))).toBeLessThanOrEqual(0.06);
  });

  it('find a true effect of 15 % as often as planned', () => {
    const random = randomFrom(99);
    const perArm = requiredPerArm({ baseline: BASELINE, lift: 0.15, power: 0.8 });
    const found = shareOf(RUNS, () => everFound([pushed(random, perArm, BASELINE), pushed(random, perArm, BASELINE * 1.15)], perArm));
    expect(found).toBeGreaterThanOrEqual(0.79);
    // Not by being careless: the size is not much larger than it must be.
    expect(found).toBeLessThan(0.86);
  });
}, 60_000);

describe('many experiments of a handful of events', () => {
  it('have the true ratio in their interval as often as it says', () => {
    const random = randomFrom(321);
    const eventsOf = (of: number, rate: number) => {
      let events = 0;
      for (let person = 0; person < of; person++) if (random() < rate) events++;
      return { events, of };
    };
    const covered = shareOf(RUNS, () => {
      const { low, high } = combine(Array.from({ length: 8 }, () => ({ first: eventsOf(110, 0.06 * 1.38), second: eventsOf(90, 0.06) })), 'person')!;
      return low <= 0.38 && 0.38 <= high;
    });
    expect(covered).toBeGreaterThan(0.94);
    expect(covered).toBeLessThan(0.98);
  });
}, 60_000);
