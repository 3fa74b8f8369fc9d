import { linterRuleStates } from '@qingniao/content';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calculatePower } from './calculate.ts';
import { alsoDiffer, changeExperiment, deleteExperiment, readExperiment, stopExperiment } from './experiments.ts';
import { compareSeries, readResult, type ComparisonResult, type ExperimentResult } from './result.ts';
import type { MetricSeries } from './series.ts';
import { readLibrary, rulesContradicted, settleExperiments } from './settle.ts';
import { experimentWorld, type ExperimentWorld, type TestArm } from './testing.ts';

let world: ExperimentWorld;
beforeAll(async () => {
  world = await experimentWorld('2026-03-01T00:00:00Z');
}, 60_000);
afterAll(() => world.close());

const WEEK = [0.6, 0.16, 0.09, 0.06, 0.04, 0.03, 0.02, 0];
const readers = (people: number, rate: number): number[] => WEEK.map((part) => Math.round(people * rate * part));
const celebrity = { purpose: 'normal', teaser: 'celebrity' };
const logo = { purpose: 'normal', teaser: 'logo' };
const resultOf = async (id: string): Promise<ExperimentResult> => readResult(world.brand, world.stores.warehouse, await readExperiment(world.brand, 1, id));
const later = (at: string) => (world.clock.now = Date.parse(at));
const twoArms = (people: number, control: number, treatment: number): TestArm[] => [
  { name: '标识', people, readers: readers(people, control), elements: logo }, { name: '明星', people, readers: readers(people, treatment), elements: celebrity },
];

describe('an experiment on opening', () => {
  it('finds the published 15 % on the day it shows, with an interval for each day', async () => {
    later('2026-03-02T00:00:00Z');
    const { experimentId } = await world.push('2026-03-02', twoArms(20_000, 0.0973, 0.0973 * 1.15));
    later('2026-03-10T04:00:00Z');
    const { state, verdict, metrics, split, power } = await resultOf(experimentId);
    expect(state).toBe('over');
    expect(split).toMatchObject({ sound: true, p: 1 });
    expect(verdict).toMatchObject({ kind: 'better', stop: true });
    expect(verdict!.text.zh).toMatch(/^“明星”胜过“标识”：打开率 11\.2\u202F% 对 9\.7\u202F%，高 15\.0\u202F%/);
    const [comparison] = metrics[0]!.comparisons;
    expect(comparison!.looks.map(({ day }) => day)).toEqual(['02', '03', '04', '05', '06', '07', '08', '09'].map((day) => `2026-03-${day}`));
    expect(comparison!.lift).toBeCloseTo(0.15, 3);
    expect(comparison!.liftLow).toBeGreaterThan(0);
    expect(comparison!.decidedOn).toBe('2026-03-02');
    // Each day adds readers, none is counted twice.
    expect(comparison!.looks.at(-1)!.controlRate).toBeCloseTo(0.0973, 3);
    expect(comparison!.looks[0]!.controlRate).toBeCloseTo(0.0973 * 0.6, 3);
    expect(metrics[0]!.arms.map(({ variant, best }) => [variant, Math.round(best! * 100)])).toEqual([[1, 0], [2, 100]]);
    expect(power).toMatchObject({ perArm: 20_000 });
    expect(power.required).toBeGreaterThan(25_000);
  });

  it('says “no difference” when there is none, and goes on asking until it is over', async () => {
    later('2026-04-02T00:00:00Z');
    const { experimentId } = await world.push('2026-04-02', twoArms(5000, 0.0973, 0.0973));
    later('2026-04-05T04:00:00Z');
    expect((await resultOf(experimentId)).verdict).toMatchObject({ kind: 'undecided', stop: false });
    later('2026-04-10T04:00:00Z');
    const { verdict, state } = await resultOf(experimentId);
    expect([state, verdict!.kind]).toEqual(['over', 'no_difference']);
    expect(verdict!.text.en).toMatch(/^No difference/);
  });

  it('hides everything when the arms are not the sizes they should be', async () => {
    later('2026-05-02T00:00:00Z');
    const [control, treatment] = twoArms(10_000, 0.0973, 0.2);
    const { experimentId } = await world.push('2026-05-02', [control!, { ...treatment!, people: 10_600 }]);
    const delivered = await world.push('2026-05-03', [control!, { ...treatment!, delivered: 9200 }]);
    // Stopped before it came to the second arm.
    const stopped = await world.push('2026-05-04', [control!, { ...treatment!, people: 10_000 }]);
    await world.brand.query('delete from push_call where brand_id = 1 and push_id = $1 and variant = 2', [stopped.pushId]);
    later('2026-05-12T04:00:00Z');
    for (const id of [experimentId, delivered.experimentId, stopped.experimentId]) {
      const result = await resultOf(id);
      expect(result).toMatchObject({ split: { sound: false }, verdict: { kind: 'split_broken' }, metrics: [] });
    }
  });

  it('takes one error rate for all arms and metrics together', async () => {
    later('2026-06-02T00:00:00Z');
    const arms = [...twoArms(8000, 0.1, 0.118), { name: '模特', people: 8000, readers: readers(8000, 0.1), elements: { purpose: 'normal', teaser: 'model' } }];
    const { experimentId } = await world.push('2026-06-02', arms, { metrics: ['open', 'engagement'] });
    later('2026-06-10T04:00:00Z');
    const comparisons = (await resultOf(experimentId)).metrics.flatMap((metric) => metric.comparisons);
    expect(comparisons).toHaveLength(4);
    for (const { p, adjustedP } of comparisons) expect(adjustedP).toBeGreaterThanOrEqual(p);
    const lowest = [...comparisons].sort((a, b) => a.p - b.p)[0]!;
    expect(lowest.adjustedP).toBeCloseTo(Math.min(1, lowest.p * 4), 12);
  });

  it('is decided by one look: its direction, its rates and an interval without 0, whatever the last one is', async () => {
    later('2026-06-20T00:00:00Z');
    const { experimentId } = await world.push('2026-06-20', [...twoArms(10_000, 0.1, 0.1), { name: '模特', people: 10_000, elements: { purpose: 'normal', teaser: 'model' } }]);
    const experiment = await readExperiment(world.brand, 1, experimentId);
    const looks = (...events: number[]) => events.map((count) => ({ events: count, of: 10_000, sums: null }));
    // +20 % on the first day, −0.5 % on the last; the third arm is decided by Holm alone.
    const series: MetricSeries = { metric: 'open', days: ['2026-06-20', '2026-06-26'], arms: new Map([[1, looks(1000, 2000)], [2, looks(1200, 1990)], [3, looks(1000, 2188)]]) };
    later('2026-06-28T12:00:00Z');
    const [turned, byHolm] = compareSeries(experiment, [series], new Date('2026-06-27T11:00:00Z'))[0]!.comparisons as [ComparisonResult, ComparisonResult];
    expect(turned).toMatchObject({ verdict: { kind: 'better' }, lift: expect.closeTo(0.2, 10), decidedOn: '2026-06-20' });
    expect(turned.verdict.text.en.replaceAll('\u202F', ' ')).toMatch(/open rate 12\.0 % against 10\.0 %, 20\.0 % higher .* \(by 2026-06-20\)\. You can stop\.$/);
    expect(turned.liftLow).toBeGreaterThan(0);
    expect(byHolm).toMatchObject({ verdict: { kind: 'better' }, lift: expect.closeTo(0.094, 10) });
    expect(byHolm.p).toBeGreaterThan(0.025);
    expect(byHolm.looks.at(-1)!.low).toBeLessThan(0);
    expect(byHolm.liftLow).toBeGreaterThanOrEqual(0);
    expect(byHolm.verdict.text.en).not.toContain('(by ');
  });

  it('ends when somebody stops it, with what is known then', async () => {
    later('2026-07-02T00:00:00Z');
    const { experimentId } = await world.push('2026-07-02', twoArms(20_000, 0.0973, 0.0973));
    later('2026-07-04T04:00:00Z');
    let audited = 0;
    await stopExperiment(world.brand, experimentId, 'user', async () => void audited++);
    await stopExperiment(world.brand, experimentId, 'user', async () => void audited++);
    expect(audited).toBe(1);
    const { state, metrics } = await resultOf(experimentId);
    expect(state).toBe('over');
    expect(metrics[0]!.comparisons[0]!.looks.at(-1)!.day).toBe('2026-07-04');
  });
});

describe('an experiment on what people do', () => {
  it('counts each person once, corrects by what they did before, and knows those held out', async () => {
    later('2026-08-02T00:00:00Z');
    const PEOPLE = 400;
    const { pushId, experimentId } = await world.push(
      '2026-08-02', [{ name: 'A', people: PEOPLE }, { name: '不发送', people: PEOPLE, arm: 'holdout' }], { metrics: ['menu_tap', 'purchase'], control: 2 });
    const sent = '2026-08-02T11:00:00Z';
    const inArm = (variant: number) => Array.from({ length: PEOPLE }, (_, index) => variant * 1000 + index);
    await world.brand.query(
      'insert into push_batch (brand_id, push_id, number, variant, call, first_id, last_id, identity_ids) values (1, $1, 1, 2, 0, 2000, 2399, $2)', [pushId, inArm(2)]);
    // Every fourth was busy before; every fifth taps after, those sent to twice as often, and some several times.
    const busy = (who: number) => who % 4 === 0;
    const taps = (who: number) => (who < 2000 ? who % 5 < 2 : who % 5 === 0);
    const people = [...inArm(1), ...inArm(2)];
    await world.events(inArm(1).map((who) => ({ type: 'push.targeted', who, at: sent, push: pushId, variant: 1 })));
    await world.events(people.filter(busy).flatMap((who) => [1, 2, 3].map((n) => ({ type: 'menu.click', who, at: `2026-07-0${n}T00:00:00Z` }))));
    await world.events(people.filter(taps).flatMap((who) => [3, 4].map((day) => ({ type: 'menu.click', who, at: `2026-08-0${day}T02:00:00Z` }))));
    // In the store they go by another identity, which was found to be the same person.
    const buyers = inArm(1).slice(0, 40);
    await world.events(buyers.map((who) => ({ type: 'order.paid', who: who + 50_000, at: '2026-08-03T02:00:00Z', amount: 100_00 })));
    await world.stores.warehouse.insert('moved_identities', buyers.map((who) => ({ brand_id: 1, identity_id: who + 50_000, contact_id: who, version: 1 })));
    // Neither before the push, nor after the end, nor by somebody else.
    await world.events([
      { type: 'menu.click', who: 1001, at: '2026-08-02T10:59:59Z' }, { type: 'menu.click', who: 1004, at: '2026-08-09T11:00:00Z' }, { type: 'menu.click', who: 9999, at: '2026-08-03T00:00:00Z' },
    ]);
    later('2026-08-09T11:00:00Z');
    const { metrics, state } = await resultOf(experimentId);
    expect(state).toBe('over');
    const [metric, bought] = metrics;
    expect(metric!.arms.map(({ variant, events, of }) => [variant, events, of])).toEqual([[2, 80, 400], [1, 160, 400]]);
    expect(bought!.arms.map(({ variant, events, of }) => [variant, events, of])).toEqual([[2, 0, 400], [1, 40, 400]]);
    const [comparison] = metric!.comparisons;
    expect(comparison!.verdict.kind).toBe('better');
    expect(comparison!.looks[0]).toMatchObject({ day: '2026-08-03' });
    expect(comparison!.explained).toBeGreaterThanOrEqual(0);
    expect(comparison!.looks.at(-1)!.treatmentRate - comparison!.looks.at(-1)!.controlRate).toBeCloseTo(0.2, 2);
  });
});

describe('arms called days apart', () => {
  it('are compared by what everybody did in as long since their own call', async () => {
    later('2026-11-02T00:00:00Z');
    const PEOPLE = 400;
    const week = readers(PEOPLE, 0.4);
    const { pushId, experimentId } = await world.push('2026-11-02', [
      { name: 'A', people: PEOPLE, readers: week }, { name: 'B', people: PEOPLE, readers: week, calledAfter: 48 }, { name: '不发送', people: PEOPLE, arm: 'holdout' },
    ], { metrics: ['menu_tap', 'unfollow', 'open'] });
    const inArm = (variant: number) => Array.from({ length: PEOPLE }, (_, index) => 200_000 + variant * 1000 + index);
    await world.brand.query('insert into push_batch (brand_id, push_id, number, variant, call, first_id, last_id, identity_ids) values (1, $1, 1, 3, 0, 203000, 203399, $2)', [pushId, inArm(3)]);
    const first = Date.parse('2026-11-02T11:00:00Z');
    const called = (variant: number) => first + (variant - 1) * 48 * 3_600_000;
    const after = (variant: number, hours: number) => new Date(called(variant) + hours * 3_600_000).toISOString();
    for (const variant of [1, 2]) {
      const some = inArm(variant).slice(0, 100);
      await world.events(inArm(variant).map((who) => ({ type: 'push.targeted', who, at: after(variant, 0), push: pushId, variant })));
      await world.events(some.map((who) => ({ type: 'menu.click', who, at: after(variant, 1) })));
      // Before their own call, and later than a week or two days after it, nothing is its doing.
      await world.events([{ type: 'menu.click', who: inArm(variant)[200]!, at: after(variant, -1) }, { type: 'menu.click', who: inArm(variant)[201]!, at: after(variant, 168) }]);
      await world.events(some.slice(0, 20).map((who) => ({ type: 'unfollow', who, at: after(variant, 47) })));
      await world.events(some.slice(20, 60).map((who) => ({ type: 'unfollow', who, at: after(variant, 48) })));
    }
    // As far from the two calls as their mean.
    await world.events([{ type: 'menu.click', who: inArm(3)[0]!, at: after(1, 23) }, { type: 'menu.click', who: inArm(3)[1]!, at: after(1, 24) }]);
    later('2026-11-16T11:00:00Z');
    const { metrics, state } = await resultOf(experimentId);
    expect(state).toBe('over');
    const figures = metrics.map(({ arms }) => arms.map(({ variant, events, of }) => [variant, events, of]));
    expect(figures[0]).toEqual([[1, 100, 400], [2, 100, 400], [3, 1, 400]]);
    expect(figures[1]).toEqual([[1, 20, 400], [2, 20, 400], [3, 0, 400]]);
    expect(figures[2]).toEqual([[1, week.reduce((a, b) => a + b), 400], [2, week.reduce((a, b) => a + b), 400]]);
    // On every day, not at the end alone: an early look would decide.
    for (const { metric, comparisons } of metrics) {
      const looks = comparisons.find(({ variant }) => variant === 2)!.looks;
      expect(looks[0]?.day).toBe(metric === 'unfollow' ? '2026-11-06' : '2026-11-04');
      for (const { controlRate, treatmentRate } of looks) expect(treatmentRate).toBeCloseTo(controlRate, 2);
    }
  });
});

describe('the question', () => {
  const draft = () => world.brand.query(`update push set frozen_at = null, state = 'draft' where brand_id = 1 and id = 'push-1'`);
  it('is asked before the audience is frozen, and stays as it was', async () => {
    const [{ id }] = await world.brand.query<{ id: string }>(`select id from experiment where brand_id = 1 and push_id = 'push-1'`) as [{ id: string }];
    const { pushId: _, segmentId: __, ...settings } = await readExperiment(world.brand, 1, id);
    const change = { hypothesis: settings.hypothesis, element: settings.element, metrics: settings.metrics, control: settings.control, worthFinding: 0.2 };
    await expect(changeExperiment(world.brand, id, change)).rejects.toMatchObject({ code: 'experiment_after_freeze' });
    await expect(deleteExperiment(world.brand, id)).rejects.toMatchObject({ code: 'experiment_after_freeze' });
    await draft();
    await expect(changeExperiment(world.brand, id, { ...change, control: 9 })).rejects.toMatchObject({ code: 'experiment_control' });
    await expect(changeExperiment(world.brand, id, { ...change, metrics: ['open', 'open'] })).rejects.toMatchObject({ code: 'experiment_metrics' });
    await expect(changeExperiment(world.brand, id, { ...change, worthFinding: 9.5 })).rejects.toMatchObject({ code: 'power_rates' });
    await expect(changeExperiment(world.brand, id, { ...change, metrics: ['unfollow'], worthFinding: 1 })).rejects.toMatchObject({ code: 'power_rates' });
    await expect(stopExperiment(world.brand, id, 'user', async () => undefined)).rejects.toMatchObject({ code: 'experiment_not_running' });
    await changeExperiment(world.brand, id, change);
    expect(await readExperiment(world.brand, 1, id)).toMatchObject({ worthFinding: 0.2 });
    await world.brand.query(`update push set frozen_at = sent_at, state = 'sent' where brand_id = 1 and id = 'push-1'`);
  });

  it('says in what else the arms differ', () => {
    const arm = (elements: object, name = 'a') => ({ variant: 1, arm: name, name: '', share: 0.5, people: null, title: null, elements });
    expect(alsoDiffer({ element: 'teaser', arms: [arm({ ...logo, link: 'text' }), arm({ ...celebrity, link: 'none' }), arm({}, 'holdout')] })).toEqual(['link']);
  });

  it('knows of articles written in the push what their text tells', async () => {
    later('2026-08-20T00:00:00Z');
    const written = (words: number, content?: string) => ({ name: '', people: 100, elements: { title_length: words }, ...(content ? { content } : {}) });
    const { experimentId } = await world.push('2026-08-20', [written(7, '<p><a href="https://brand.example/">看看</a></p>'), written(6)]);
    await world.brand.query(`update push_article set elements = '{}' where brand_id = 1 and push_id = (select push_id from experiment where id = $1)`, [experimentId]);
    const experiment = await readExperiment(world.brand, 1, experimentId);
    expect(experiment.arms.map(({ elements }) => [elements.title_length, elements.link])).toEqual([[7, 'text'], [6, 'none']]);
    expect(alsoDiffer({ ...experiment, element: 'link' })).toContain('title_length');
  });

  it('knows how many people it needs', async () => {
    const { required, requiredOnce, detectable, power, source } = await calculatePower(world.brand, { metric: 'open', worthFinding: 0.15, power: 0.8, comparisons: 1, baseline: 0.0973, perArm: 2000 });
    expect([source, requiredOnce]).toEqual(['given', 6901]);
    expect(required).toBeGreaterThan(1.8 * requiredOnce);
    expect(power).toBeLessThan(0.2);
    expect(detectable).toBeGreaterThan(0.3);
    // Only readers can act: a tenth of the people.
    const engagement = await calculatePower(world.brand, { metric: 'engagement', worthFinding: 0.38, power: 0.8, comparisons: 1 });
    const ofReaders = await calculatePower(world.brand, { metric: 'open', worthFinding: 0.38, power: 0.8, comparisons: 1, baseline: engagement.baseline });
    expect(engagement.required / ofReaders.required).toBeGreaterThan(8);
    await expect(calculatePower(world.brand, { metric: 'open', worthFinding: 9.9, power: 0.8, comparisons: 1, baseline: 0.5 })).rejects.toMatchObject({ code: 'power_rates' });
  });
});

describe('the library', () => {
  it('adds experiments on one element up, and switches off the rule they speak against', async () => {
    await world.brand.query('delete from experiment where brand_id = 1');
    later('2026-09-01T00:00:00Z');
    // Celebrity wins three times; which side is the control does not matter.
    for (const [day, turned] of [['2026-09-01', false], ['2026-09-08', true], ['2026-09-15', false]] as const) {
      const arms = twoArms(5000, 0.1, 0.115);
      await world.push(day, turned ? arms.reverse() : arms);
    }
    // Short titles do nothing, four times.
    for (const day of ['2026-09-02', '2026-09-09', '2026-09-16', '2026-09-23'])
      await world.push(day, [{ name: '长', people: 20_000, readers: readers(20_000, 0.1), elements: { title_length: 9 } }, { name: '短', people: 20_000, readers: readers(20_000, 0.1), elements: { title_length: 6 } }], { element: 'title_length' });
    const broken = twoArms(5000, 0.1, 0.2);
    await world.push('2026-09-20', [broken[0]!, { ...broken[1]!, people: 5600 }]);
    later('2026-09-20T04:00:00Z');
    expect((await settleExperiments(world.brand, world.stores.warehouse)).length).toBeGreaterThan(0);
    later('2026-10-02T04:00:00Z');
    expect(await settleExperiments(world.brand, world.stores.warehouse)).toEqual([]);

    const library = await readLibrary(world.brand);
    expect(library.map(({ key }) => key)).toEqual(['teaser_normal', 'short_title']);
    expect(library[0]).toMatchObject({ published: 15, contradicted: false, combined: { experiments: 3, mixed: false, lift: expect.closeTo(0.15, 2) } });
    expect(library[0]!.combined!.low).toBeGreaterThan(0);
    expect(library[1]).toMatchObject({ published: 23, contradicted: true, combined: { experiments: 4, lift: 0 } });
    expect(await rulesContradicted(world.brand)).toMatchObject([{ rule: 'short_title', evidence: { experiments: 4 } }]);
    const rules = new Map((await linterRuleStates(world.brand, 1)).map((state) => [state.rule, state]));
    expect(rules.get('short_title')).toMatchObject({ enabled: false, reason: 'own_tests', evidence: { experiments: 4 } });
    expect(rules.get('teaser_normal')).toMatchObject({ enabled: true });
  });
});
