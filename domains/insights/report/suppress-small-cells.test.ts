import { describe, expect, it } from 'vitest';
import { metricOf } from '../catalogue.ts';
import type { CellView, Figure } from '../measure.ts';
import { suppressSmallCells } from './suppress-small-cells.ts';

type Counts = Record<string, readonly [numerator: number | null, denominator: number | null, previous?: readonly [number, number]]>;
const figure = (id: string, counts: Counts): Figure => ({
  metric: metricOf(id), missing: null,
  cells: Object.entries(counts).map(([key, [numerator, denominator, previous]]): CellView => ({
    key, name: null, numerator, denominator, value: numerator === null || !denominator ? null : numerator / denominator, percent: null,
    previous: previous ? { numerator: previous[0], denominator: previous[1], value: previous[0] / previous[1] } : null,
  })),
});
/** Key → what it reads: its numerator, or why it has none. */
const shown = (...figures: Figure[]) => suppressSmallCells(figures).map(({ cells }) => Object.fromEntries(cells.map((cell) => [cell.key, cell.suppressed ?? cell.numerator])));

describe('one count', () => {
  it.each([[9, 'small'], [10, 10], [1, 'small'], [0, 0], [191, 'small'], [190, 190], [200, 200]])('%i of 200 reads %s', (count, reads) => {
    expect(shown(figure('active_followers', { '': [count, 200] }))).toEqual([{ '': reads }]);
  });

  it('out of few people is hidden too, and nothing of it is left', () => {
    const [hidden] = suppressSmallCells([figure('active_followers', { '': [0, 9] })]);
    expect(hidden!.cells[0]).toEqual({ key: '', name: null, numerator: null, denominator: null, value: null, percent: null, previous: null, suppressed: 'small' });
    expect(shown(figure('active_followers', { '': [0, 10] }))).toEqual([{ '': 0 }]);
  });

  it('of pushes is nobody’s', () => {
    expect(shown(figure('pushes_by_month', { '2026-01': [2, null] }))).toEqual([{ '2026-01': 2 }]);
  });
});

describe('what a hidden count could be computed from', () => {
  it('the smallest other part of the whole', () => {
    expect(shown(figure('recruitment_sources', { qr: [500, 1000], search: [296, 1000], ads: [200, 1000], other: [4, 1000] }))).toEqual([{ qr: 500, search: 296, ads: 'complement', other: 'small' }]);
  });

  it('as many as make ten together; parts nobody is in hide nothing', () => {
    expect(shown(figure('recruitment_sources', { qr: [500, 1000], search: [494, 1000], ads: [3, 1000], word_of_mouth: [3, 1000], other: [0, 1000] })))
      .toEqual([{ qr: 500, search: 'complement', ads: 'small', word_of_mouth: 'small', other: 0 }]);
    expect(shown(figure('recruitment_sources', { qr: [500, 1000], search: [490, 1000], ads: [5, 1000], word_of_mouth: [5, 1000] })))
      .toEqual([{ qr: 500, search: 490, ads: 'small', word_of_mouth: 'small' }]);
  });

  it('no hidden part follows from the total and the parts shown', () => {
    for (let seed = 1; seed < 400; seed++) {
      const parts = Object.fromEntries(['qr', 'search', 'ads', 'word_of_mouth', 'other', 'unknown'].map((key, index) => [key, (seed * (index + 7) * 31) % (index % 2 === 0 ? 13 : 97)]));
      const whole = Object.values(parts).reduce((sum, part) => sum + part, 0);
      const [read] = shown(figure('recruitment_sources', Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, [part, whole]]))));
      const hidden = Object.keys(parts).filter((key) => typeof read![key] === 'string');
      const rest = hidden.reduce((sum, key) => sum + parts[key]!, 0);
      if (hidden.length > 0 && Object.keys(parts).some((key) => parts[key]! > 0 && !hidden.includes(key))) {
        expect(hidden.length, JSON.stringify(parts)).toBeGreaterThan(1);
        expect(rest, JSON.stringify(parts)).toBeGreaterThanOrEqual(10);
      }
      for (const [key, part] of Object.entries(parts)) if (part > 0 && part < 10) expect(hidden).toContain(key);
    }
  });

  it('the same number in another figure: new followers of a source are the base of its churn, and W-04 is one of them', () => {
    const [sources, churn, paid] = shown(
      figure('recruitment_sources', { qr: [500, 700], ads: [196, 700], other: [4, 700] }),
      figure('churn_by_source', { qr: [100, 500], ads: [60, 196], other: [1, 4] }),
      figure('paid_share', { '': [196, 700] }),
    );
    expect(sources).toEqual({ qr: 500, ads: 'complement', other: 'small' });
    expect(churn).toEqual({ qr: 100, ads: 'complement', other: 'small' });
    expect(paid).toEqual({ '': 'complement' });
  });
});

it('the period before is treated by itself', () => {
  const [{ cells }] = suppressSmallCells([figure('active_followers', { '': [50, 200, [5, 100]] })]) as [Figure];
  expect(cells[0]).toMatchObject({ numerator: 50, previous: null });
  const [{ cells: other }] = suppressSmallCells([figure('active_followers', { '': [5, 200, [50, 100]] })]) as [Figure];
  expect(other[0]).toMatchObject({ numerator: null, suppressed: 'small', previous: { numerator: 50 } });
});
