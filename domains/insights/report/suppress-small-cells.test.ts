import { describe, expect, it } from 'vitest';
import { calledFor } from '@qingniao/people';
import { metricOf } from '../catalogue.ts';
import type { CellView, Figure } from '../measure.ts';
import { suppressSmallCells } from './suppress-small-cells.ts';

type Counts = Record<string, readonly [numerator: number | null, denominator: number | null, previous?: readonly [number, number]]>;
const figure = (id: string, counts: Counts): Figure => ({
  metric: metricOf(id), missing: null, early: false,
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

  it('who clicked or commented, less those who commented: the people of both go with either', () => {
    const posts = (clicks: number, comments: number, people: number) => shown(
      figure('post_actions', { clicks: [clicks, 900], comments: [comments, 900], likes: [40, 900], shares: [30, 900], favourites: [20, 900], anonymous_clicks: [12, 900] }),
      figure('post_engagement_people', { '': [people, 900] }),
    );
    // Clicks of nobody known are in no sum, so they hide nothing; the smallest of the others does.
    expect(posts(60, 4, 62)).toEqual([{ clicks: 60, comments: 'small', likes: 40, shares: 30, favourites: 'complement', anonymous_clicks: 12 }, { '': 'complement' }]);
    expect(posts(6, 25, 30)).toEqual([{ clicks: 'small', comments: 25, likes: 40, shares: 30, favourites: 'complement', anonymous_clicks: 12 }, { '': 'complement' }]);
    expect(posts(60, 14, 70)).toEqual([{ clicks: 60, comments: 14, likes: 40, shares: 30, favourites: 20, anonymous_clicks: 12 }, { '': 70 }]);
  });

  it('a sum and its other parts, in whichever figure: all actions on posts, and all taps of the menu', () => {
    const [all, actions, byAudience, types, taps] = shown(
      figure('post_engagement', { '': [108, 900] }),
      figure('post_actions', { clicks: [50, 900], comments: [12, 900], likes: [21, 900], shares: [14, 900], favourites: [11, 900] }),
      figure('segmented_engagement', { segmented: [108, 900], everyone: [0, 0] }),
      figure('action_types', { menu: [30, 146], message: [5, 146], post: [108, 146], scan: [3, 146] }),
      figure('menu_categories', { brand: [10, 30], ecommerce: [10, 30], crm: [10, 30], none: [0, 30] }),
    );
    // Five and three are not ten together, and what is in no other figure is already hidden.
    expect(types).toEqual({ menu: 'complement', message: 'small', post: 108, scan: 'small' });
    // Every category, that of nobody as well, stands over all taps.
    expect(taps).toEqual({ brand: 'complement', ecommerce: 'complement', crm: 'complement', none: 'complement' });
    expect([all, actions!['favourites'], byAudience!['segmented']]).toEqual([{ '': 108 }, 11, 108]);
  });

  it('no kind of action follows from the base of the menu’s categories', () => {
    let withheld = 0;
    for (let seed = 1; seed < 300; seed++) {
      const some = (n: number, most: number) => (seed * (n + 11) * 37) % most;
      const taps = { brand: some(1, 30), ecommerce: some(2, 15), crm: some(3, 3), none: 0 };
      const menu = Object.values(taps).reduce((sum, n) => sum + n, 0);
      const kinds = { menu, message: some(4, 14), post: some(5, 120), scan: some(6, 14) };
      const all = Object.values(kinds).reduce((sum, n) => sum + n, 0);
      const of = (id: string, parts: Record<string, number>, whole: number) => figure(id, Object.fromEntries(Object.entries(parts).map(([key, n]) => [key, [n, whole]])));
      const [types, categories] = suppressSmallCells([of('action_types', kinds, all), of('menu_categories', taps, menu)]);
      const told = categories!.cells.some(({ denominator }) => denominator !== null);
      const unknown = types!.cells.filter(({ key, suppressed }) => suppressed && !(told && key === 'menu')).map(({ key }) => kinds[key as keyof typeof kinds]);
      if (!told) withheld++;
      if (unknown.length === 0 || kinds.post === 0) continue;
      expect(unknown.length, `seed ${seed}`).toBeGreaterThan(1);
      if (types!.cells.some(({ numerator }) => numerator)) expect(unknown.reduce((sum, n) => sum + n, 0), `seed ${seed}`).toBeGreaterThanOrEqual(10);
    }
    expect(withheld).toBeGreaterThan(0);
    expect(withheld).toBeLessThan(299);
  });

  it('the base of a move, less the moves shown: who is still in the stage', () => {
    const of = (stayed: number, lapsed: number) => shown(
      figure('stage_counts', { lead: [300, 500 + stayed], prospect: [200, 500 + stayed], new: [stayed, 500 + stayed] }),
      figure('stage_moves', { 'lead>new': [20, 320], 'new>prospect': [30, 30 + lapsed + stayed], 'new>lead': [lapsed, 30 + lapsed + stayed], 'prospect>lead': [0, 0] }),
    )[1];
    expect(of(4, 20)).toEqual({ 'lead>new': 20, 'new>prospect': 'complement', 'new>lead': 'complement', 'prospect>lead': 0 });
    expect(of(40, 3)).toMatchObject({ 'new>prospect': 'complement', 'new>lead': 'small', 'prospect>lead': 0 });
    expect(of(40, 20)).toEqual({ 'lead>new': 20, 'new>prospect': 30, 'new>lead': 20, 'prospect>lead': 0 });
  });

  it('no hidden action on posts follows from the sums of it', () => {
    for (let seed = 1; seed < 300; seed++) {
      const some = (n: number, most: number) => (seed * (n + 11) * 37) % most;
      const kinds = { clicks: some(1, 40), comments: some(2, 12), likes: some(3, 30), shares: some(4, 20), favourites: some(5, 15) };
      const post = Object.values(kinds).reduce((sum, n) => sum + n, 0);
      const segmented = Math.min(post, some(6, 60));
      const [menu, message, scan] = [some(7, 90), some(8, 14), some(9, 14)];
      const parts = (id: string, of: Record<string, number>, whole: number) => figure(id, Object.fromEntries(Object.entries(of).map(([key, n]) => [key, [n, whole]])));
      const [all, actions, byAudience, types] = shown(
        parts('post_engagement', { '': post }, 900), parts('post_actions', kinds, 900), parts('segmented_engagement', { segmented, everyone: post - segmented }, 450),
        parts('action_types', { menu, message, post, scan }, menu + message + post + scan),
      );
      for (const [numbers, reads] of [
        [[post, ...Object.values(kinds)], [all!['']!, ...Object.values(actions!)]],
        [[post, segmented, post - segmented], [all!['']!, ...Object.values(byAudience!)]],
        [[post, post], [all!['']!, types!['post']!]],
        [[menu, message, post, scan], Object.values(types!)],
      ] as const) expect(numbers.filter((n, index) => n > 0 && typeof reads[index] === 'string'), `seed ${seed}`).not.toHaveLength(1);
    }
  });

  it('the bounds of what is not known exactly', () => {
    const cumulative = figure('open_rate_cumulative', { 2: [null, 200] });
    const between = (low: number, high: number) => suppressSmallCells([{ ...cumulative, cells: cumulative.cells.map((cell) => ({ ...cell, low: low / 200, high: high / 200 })) }])[0]!.cells[0]!;
    expect(between(9, 30)).toMatchObject({ suppressed: 'small' });
    expect(between(9, 30)).not.toHaveProperty('low');
    expect(between(10, 30)).toMatchObject({ low: 0.05 });
  });
});

it('the period before is treated by itself', () => {
  const [{ cells }] = suppressSmallCells([figure('active_followers', { '': [50, 200, [5, 100]] })]) as [Figure];
  expect(cells[0]).toMatchObject({ numerator: 50, previous: null });
  const [{ cells: other }] = suppressSmallCells([figure('active_followers', { '': [5, 200, [50, 100]] })]) as [Figure];
  expect(other[0]).toMatchObject({ numerator: null, suppressed: 'small', previous: { numerator: 50 } });
});

describe('bases', () => {
  const bases = (...figures: Figure[]) => suppressSmallCells(figures).flatMap(({ cells }) => cells.map(({ denominator }) => denominator));

  it('of followers, month after month, do not tell of a net growth that is hidden', () => {
    const [growth, active] = suppressSmallCells([
      figure('growth_by_month', { '2026-01': [40, 1003], '2026-02': [3, 1043], '2026-03': [50, 1046] }),
      figure('monthly_active_by_month', { '2026-01': [60, 1043], '2026-02': [61, 1046], '2026-03': [62, 1096] }),
    ]);
    expect(growth!.cells.map(({ suppressed, denominator }) => suppressed ?? denominator)).toEqual(['complement', 'small', 1050]);
    expect(active!.cells.map(({ denominator }) => denominator)).toEqual([1040, 1050, 1100]);
    // Nor does the share, taken back.
    for (const { numerator, denominator, value } of active!.cells) expect(value).toBe(numerator! / denominator!);
  });

  it('of all actions with an hour do not tell of the kind that is hidden', () => {
    const kinds = { message: 7, post: 30 };
    const [types, hours] = suppressSmallCells([
      figure('action_types', { menu: [0, 37], message: [kinds.message, 37], post: [kinds.post, 37], scan: [0, 37] }),
      figure('best_time', { '1-9': [20, 37], '5-20': [17, 37] }),
    ]);
    expect(types!.cells.map(({ key, suppressed }) => `${key} ${suppressed ?? 'shown'}`)).toEqual(['menu shown', 'message small', 'post complement', 'scan shown']);
    expect(hours!.cells.map(({ denominator }) => denominator)).toEqual([40, 40]);
  });

  it('of today are those of tens of people, whoever came since the last look', () => {
    const items = calledFor('lead').length;
    const read = (people: number) => suppressSmallCells([figure('matrix_completeness', { lead: [people * 2, people * items], prospect: [200, 100 * calledFor('prospect').length] })])[0]!.cells[0];
    expect(read(203)).toEqual(read(204));
    expect(read(203)).toMatchObject({ numerator: 400, denominator: 200 * items });
  });

  it('of the period before as well, and means of months stay what they are', () => {
    expect(bases(figure('active_followers', { '': [300, 1004] }))).toEqual([1000]);
    const mean = figure('monthly_active', { '': [60.5, 1004.25] });
    mean.cells[0]!.value = 0.0613;
    mean.cells[0]!.previous = { numerator: 50, denominator: 996, value: 50 / 996 };
    expect(suppressSmallCells([mean])[0]!.cells[0]).toMatchObject({ denominator: 1000, value: 0.0613, previous: { denominator: 1000, value: 0.05 } });
  });
});
