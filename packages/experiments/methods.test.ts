import { describe, expect, it } from 'vitest';
import { alwaysValid, boundaryAt } from './always-valid.ts';
import { betaBinomialChances } from './bayes.ts';
import { holm, sampleRatio } from './checks.ts';
import { combine, type Sides } from './combine.ts';
import { estimatesOfCounts, relativeLift, twoProportionTest, welchTest, type Estimates } from './compare.ts';
import { cuped, type ArmSums } from './cuped.ts';
import { studentTwoSided, studentTwoSidedQuantile } from './distributions.ts';
import { detectableLift, powerOf, requiredPerArm } from './power.ts';

// Expected values: SciPy 1.17.1 and NumPy 2.4.6, unless a test says otherwise.

describe('fixed tests', () => {
  it('compares two proportions, pooled for the test and unpooled for the interval', () => {
    const large = twoProportionTest({ successes: 485, trials: 5000 }, { successes: 570, trials: 5000 });
    expect(large.statistic).toBeCloseTo(2.7669577226302815, 12);
    expect(large.p).toBeCloseTo(0.005658209236301097, 12);
    expect(large.interval.low).toBeCloseTo(0.004962725173123208, 12);
    expect(large.interval.high).toBeCloseTo(0.029037274826876795, 12);
    expect(twoProportionTest({ successes: 9, trials: 40 }, { successes: 22, trials: 38 }).p).toBeCloseTo(0.001408779296464465, 12);
  });

  it('compares two means with unequal variances (scipy.stats.ttest_ind_from_stats)', () => {
    const test = welchTest({ n: 95, mean: 2.2, variance: 0.81 }, { n: 120, mean: 2.61, variance: 1.96 });
    expect(test.statistic).toBeCloseTo(2.600377259422117, 10);
    expect(test.df).toBeCloseTo(204.96131205119696, 8);
    expect(test.p).toBeCloseTo(0.00999017857135246, 10);
    expect(test.interval.low).toBeCloseTo(0.09913805187219604, 10);
    expect(test.interval.high).toBeCloseTo(0.7208619481278039, 10);
  });

  it('knows Student’s t for degrees of freedom that are not whole', () => {
    expect(studentTwoSided(2.1, 7.3)).toBeCloseTo(0.0722467134248534, 12);
    expect(studentTwoSided(0.4, 150.25)).toBeCloseTo(0.6897246174690281, 12);
    expect(studentTwoSided(5, 30.5) / 2.2358470831133045e-5).toBeCloseTo(1, 9);
    expect(studentTwoSidedQuantile(0.05, 7.3)).toBeCloseTo(2.345066736547703, 9);
    expect(studentTwoSidedQuantile(0.01, 150.25)).toBeCloseTo(2.6089467047750494, 9);
  });

  it('gives a ratio the spread that eight million simulated ratios have', () => {
    const of: Estimates = { control: 0.1, controlVariance: 1e-6, treatment: 0.12, treatmentVariance: 1.44e-6 };
    const lift = relativeLift(of, 1)!;
    expect(lift.lift).toBeCloseTo(0.2, 12);
    expect((lift.high - lift.lift) / 0.016968).toBeCloseTo(1, 2);
    expect(relativeLift({ ...of, control: 0 }, 1)).toBeNull();
  });

  it('takes the variance of a count to be the count', () => {
    expect(estimatesOfCounts({ events: 30, exposure: 200 }, { events: 45, exposure: 300 })).toEqual({
      control: 0.15, treatment: 0.15, controlVariance: 0.00075, treatmentVariance: 0.0005,
    });
  });
});

describe('the always-valid interval', () => {
  // The likelihood ratio against a normal mixture, integrated numerically, and where it reaches 20.
  it.each([
    { difference: 0.012, error: 0.004, share: 1, p: 0.0550397179213798, boundary: 3.035446396635904 },
    { difference: 0.012, error: 0.004, share: 0.3, p: 0.07304805032945798, boundary: 3.1695388985315 },
    { difference: 0.03, error: 0.01, share: 2, p: 0.060993451459564495, boundary: 3.0692211215338925 },
  ])('is the mixture likelihood ratio at share $share', ({ difference, error, share, p, boundary }) => {
    const result = alwaysValid({ of: { control: 0.1, controlVariance: 0, treatment: 0.1 + difference, treatmentVariance: error ** 2 }, share });
    expect(result.p).toBeCloseTo(p, 9);
    expect(result.boundary).toBeCloseTo(boundary, 7);
    expect(result.interval.high - result.difference).toBeCloseTo(boundary * error, 9);
  });

  it('excludes zero exactly when p is at most the error rate', () => {
    const look = (z: number) => alwaysValid({ of: { control: 0, controlVariance: 1, treatment: z * Math.SQRT2, treatmentVariance: 1 }, share: 0.6 }, 0.05);
    const limit = boundaryAt(0.6, 0.05);
    expect(look(limit + 1e-6)).toMatchObject({ p: expect.closeTo(0.05, 5) });
    expect(look(limit + 1e-6).interval.low).toBeGreaterThan(0);
    expect(look(limit - 1e-6).interval.low).toBeLessThan(0);
  });
});

describe('Beta-Binomial chances', () => {
  // scipy.integrate.quad over scipy.stats.beta
  it.each([
    { arms: [[485, 5000], [520, 5000]], best: [0.1222961627736571, 0.8777038372253437], loss: [0.0073607197861465384, 0.00036351866659437015] },
    { arms: [[0, 20], [3, 25]], best: [0.08381689232751446, 0.9161831076714696], loss: [0.1061859732072402, 0.003492370513637516] },
    { arms: [[48500, 500000], [48900, 500000]], best: [0.08865894941407164, 0.9113410505849221], loss: [0.000824298724677805, 2.4301924665001695e-5] },
    { arms: [[5, 50], [9000, 100000]], best: [0.6909375640047801, 0.3090624359942205], loss: [0.006584747805666341, 0.031961163354278455] },
    {
      arms: [[100, 1000], [112, 1000], [95, 1000]], best: [0.17082640475476363, 0.7532407978267102, 0.075932797417526],
      loss: [0.013876571986646727, 0.0019005240824551128, 0.01886659194672656],
    },
  ])('of $arms', ({ arms, best, loss }) => {
    const chances = betaBinomialChances(arms.map(([successes, trials]) => ({ successes: successes!, trials: trials! })));
    chances.forEach((arm, index) => {
      expect(arm.best).toBeCloseTo(best[index]!, 4);
      expect(arm.expectedLoss / loss[index]!).toBeCloseTo(1, 3);
    });
    if (arms.length === 3) expect(chances[1]!.beatsControl).toBeCloseTo(0.807775857924849, 4);
    expect(chances[0]!.beatsControl).toBeNull();
  });
});

describe('CUPED', () => {
  const x = [3, 2, 3, 1, 2, 4, 1, 0, 0, 4, 1, 0, 1, 1, 0, 1, 2, 3, 3, 1, 1, 1, 3, 2];
  const y = [0.91, 0.82, 1.9, 1.6, 2.55, 1.48, -0.09, 0.65, -1.99, 2.34, 0.6, 1.26, 1.89, 0.87, 0.13, 0.95, 3.42, 2.17, 2.3, 1.55, 1.08, 1.0, 1.49, 1.89];
  const sums = (from: number, to: number): ArmSums => {
    const add = (value: (index: number) => number) => x.slice(from, to).reduce((total, _, index) => total + value(from + index), 0);
    return { n: to - from, y: add((i) => y[i]!), yy: add((i) => y[i]! ** 2), x: add((i) => x[i]!), xx: add((i) => x[i]! ** 2), xy: add((i) => x[i]! * y[i]!) };
  };

  it('is least squares on earlier activity with one slope for all arms (numpy.linalg.lstsq)', () => {
    const { samples, explained } = cuped([sums(0, 12), sums(12, 24)]);
    expect(samples[0]!.mean).toBeCloseTo(0.960614139020537, 10);
    expect(samples[0]!.variance).toBeCloseTo(0.9705128397145576, 10);
    expect(samples[1]!.mean).toBeCloseTo(1.6035525276461298, 10);
    expect(samples[1]!.variance).toBeCloseTo(0.41784913249569655, 10);
    expect(explained).toBeCloseTo(0.367787130418714, 10);
  });

  it('changes nothing where there was no earlier activity', () => {
    const quiet = { ...sums(0, 12), x: 0, xx: 0, xy: 0 };
    const [sample] = cuped([quiet, { ...sums(12, 24), x: 0, xx: 0, xy: 0 }]).samples;
    expect(sample!.mean).toBeCloseTo(quiet.y / 12, 12);
  });
});

describe('checks', () => {
  it('finds a split that went wrong (scipy.stats.chisquare), and accepts chance', () => {
    expect(sampleRatio([5063, 4937], [0.5, 0.5]).p).toBeCloseTo(0.20766936224259733, 12);
    expect(sampleRatio([5200, 4800], [0.5, 0.5])).toMatchObject({ p: expect.closeTo(6.334248366623988e-5, 12), sound: false });
    expect(sampleRatio([480, 270, 250], [0.5, 0.25, 0.25])).toMatchObject({ p: expect.closeTo(0.3011942119122021, 12), sound: true });
    // 10,000 in two halves: the limit of p = 0.001 lies at 3.2905 standard deviations, 164.5 people.
    expect(sampleRatio([5164, 4836], [1, 1]).sound).toBe(true);
    expect(sampleRatio([5165, 4835], [1, 1]).sound).toBe(false);
    // An arm that got nothing at all.
    expect(sampleRatio([10_000, 0], [1, 1])).toMatchObject({ p: 0, sound: false });
  });

  it('adjusts by Holm’s steps, worked by hand', () => {
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
    expect(holm([0.3, 0.001, 0.9])).toEqual([0.6, 0.003, 0.9]);
  });
});

describe('power', () => {
  it('is the sample size of R’s power.prop.test (its help page: n = 76.7) for one look', () => {
    expect(requiredPerArm({ baseline: 0.5, lift: 0.5, power: 0.9, reading: 'once' })).toBe(77);
    expect(powerOf({ baseline: 0.5, lift: 0.5, reading: 'once' }, 50)).toBeCloseTo(0.74, 3);
    expect(requiredPerArm({ baseline: 0.0973, lift: 0.15, reading: 'once' })).toBe(6901);
  });

  it('asks for more when one may look every day, and finds back what a size can show', () => {
    const daily = requiredPerArm({ baseline: 0.0973, lift: 0.15 });
    expect(daily / 6901).toBeGreaterThan(1.8);
    expect(daily / 6901).toBeLessThan(2);
    expect(powerOf({ baseline: 0.0973, lift: 0.15 }, daily)).toBeCloseTo(0.8, 3);
    expect(detectableLift({ baseline: 0.0973 }, daily)).toBeCloseTo(0.15, 4);
    expect(detectableLift({ baseline: 0.0973 }, 1)).toBeNull();
    expect(requiredPerArm({ baseline: 0.0973, lift: 0.15, comparisons: 3 })).toBeGreaterThan(daily);
  });
});

describe('adding experiments up', () => {
  const sides = ([a, n, b, m]: readonly [number, number, number, number]): Sides => ({ first: { events: a, of: n }, second: { events: b, of: m } });

  // Mantel-Haenszel in NumPy.
  it('weighs each by its size, few events or many, and widens when they disagree', () => {
    expect(combine(([[112, 1000, 97, 1000], [130, 980, 101, 1020], [20, 200, 14, 190]] as const).map(sides), 'person')).toMatchObject({
      lift: expect.closeTo(0.2555313645129593, 10), low: expect.closeTo(0.058146544766774805, 10), high: expect.closeTo(0.48973600591704197, 10), p: expect.closeTo(0.0091174470718699, 10), experiments: 3, mixed: false,
    });
    expect(combine(([[16, 100, 3, 98], [15, 101, 4, 99], [18, 97, 2, 95]] as const).map(sides), 'count')).toMatchObject({
      lift: expect.closeTo(4.334963848126019, 10), low: expect.closeTo(1.6207711096004898, 10), high: expect.closeTo(9.860101119303895, 10), mixed: false,
    });
    expect(combine(([[150, 1000, 97, 1000], [90, 980, 121, 1020], [40, 200, 14, 190]] as const).map(sides), 'person')).toMatchObject({
      lift: expect.closeTo(0.22108207082815734, 10), low: expect.closeTo(-0.29996347193608003, 10), high: expect.closeTo(1.129948029743149, 10), mixed: true,
    });
  });

  it('says nothing while a side has no event', () => {
    expect(combine([], 'person')).toBeNull();
    expect(combine([sides([5, 100, 0, 100])], 'count')).toBeNull();
    expect(combine([sides([5, 100, 0, 100]), sides([4, 100, 1, 100])], 'count')).toMatchObject({ lift: expect.closeTo(8, 10) });
  });
});
