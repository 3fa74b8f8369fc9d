import type { Language } from '@qingniao/kernel';
import { describe, expect, it } from 'vitest';
import { publishedBenchmarks } from '../benchmarks/index.ts';
import { catalogue } from '../catalogue.ts';
import type { CellView } from '../measure.ts';
import { sentences } from '../narrative/index.ts';
import { planKpi, planPresets } from '../planner/index.ts';
import { progressOf } from '../planner/progress.ts';
import { suppressSmallWeeks } from '../planner/suppress-small-weeks.ts';
import { fitted } from './fitted.ts';
import { reportHtml } from './report-html.ts';
import type { ReportInput } from './report-input.ts';
import { suppressSmallCells, type SafeFigure } from './suppress-small-cells.ts';

const YEAR = { from: '2020-01-01', to: '2020-12-31' };
const cell = (key: string, numerator: number | null, denominator: number | null, name: string | null = null): CellView => ({
  key, numerator, denominator, value: numerator === null || !denominator ? null : numerator / denominator, percent: null, previous: null, name: name === null ? null : { zh: name, en: name },
});
const known: Record<string, CellView[]> = {
  community_growth: [{ ...cell('', 440_000, 1_000_000), previous: { numerator: 370, denominator: 1000, value: 0.37 } }],
  growth_by_month: [cell('2020-01', 1200, 100_000), cell('2020-02', -300, 101_200)],
  recruitment_sources: [cell('qr', 1, 3, 'QR'), cell('search', 1, 3, 'Search'), cell('ads', 1, 3, 'Ads')],
  monthly_active: [cell('', 62_000, 1_000_000)],
};
const figuresOf = (cells: Record<string, CellView[]>): SafeFigure[] =>
  catalogue.map((metric) => ({ metric, early: false, cells: cells[metric.id] ?? [], missing: cells[metric.id] ? null : { zh: '还没有接入公众号。', en: 'No official account is connected yet.' } }));
const input = (change: Partial<ReportInput> = {}): ReportInput => {
  const figures = change.figures ?? figuresOf(known);
  return {
    brand: 'Maison Q', account: null, language: 'en', made: new Date('2021-01-05T04:00:00Z'), period: YEAR, previous: { from: '2019-01-01', to: '2019-12-31' },
    observedSince: new Date('2019-12-31T16:00:00Z'), figures, benchmarks: publishedBenchmarks, band: null, sentences: sentences(figures, publishedBenchmarks, YEAR), annotations: [],
    segments: null, plan: null, aggregatesOnly: false, console: null, ...change,
  };
};
/** What a reader sees, tags aside. */
const textOf = (html: string): string => html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the document', () => {
  it('stands alone: nothing runs, nothing is fetched', () => {
    const page = reportHtml(input());
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|url\(|@import|@font-face|\son\w+=/i);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('writes what people typed as text', () => {
    const typed = '<script>alert("1")</script> & ‘Frères’';
    const page = reportHtml(input({ brand: typed, annotations: [{ id: 'a', day: '2020-02-03', text: typed }], account: typed }));
    expect(page).not.toContain('<script>');
    expect(page.split('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; ‘Frères’').length).toBeGreaterThan(4);
  });

  it.each<[Language, RegExp[]]>([
    ['zh', [/关键指标一览/, /第一章/, /44\.0%/, /上期 37\.0%，\+7\.0 个百分点/, /微信奢侈品指数 2021 版/, /分母：期初[^。]*1,000,000/, /数字如何得出/, /由 12% 到 15% 实为 \+25\.0%/, /2 月|2月/]],
    ['en', [/Key indicators at a glance/, /Chapter I/, /44\.0\s%/, /37\.0\s% in the period before, \+7\.0\spt/, /WeChat Luxury Index 2021/, /Denominator: [^.]*1,000,000/, /How these numbers were made/, /From 12 % to 15 % it is \+25\.0 %/, /Feb/]],
  ])('says it all in %s', (language, expected) => {
    const text = textOf(reportHtml(input({ language })));
    for (const one of expected) expect(text).toMatch(one);
    expect(text).not.toMatch(/undefined|NaN|Infinity|\[object/);
  });

  it('numbers its pages from the cover on', () => {
    const folios = [...reportHtml(input()).matchAll(/<p class="folio"><span>[^<]*<\/span><span>(\d+)<\/span>/g)].map(([, number]) => Number(number));
    expect(folios).toEqual(folios.map((_, index) => index + 2));
    expect(folios.length).toBeGreaterThan(7);
  });

  it('makes parts of a whole add up to 100.0', () => {
    const text = textOf(reportHtml(input()));
    expect(['33.4\u202f%', '33.3\u202f%'].map((part) => text.replace(/ %/g, '\u202f%').includes(part))).toEqual([true, true]);
  });
});

describe('pages', () => {
  const on = (heights: number[]) => fitted(heights, (page) => 100 - page.reduce((sum, height) => sum + height, 0));

  it('are as few as will do, filled alike, in order', () => {
    // One after the other would leave the last one nearly empty.
    expect(on([30, 30, 40, 20, 20])).toEqual([[30, 30], [40, 20, 20]]);
    expect(on([60, 40, 50, 50])).toEqual([[60, 40], [50, 50]]);
    expect(on([])).toEqual([]);
  });

  it('hold what is too high for any of them alone', () => {
    expect(on([10, 120, 10])).toEqual([[10], [120], [10]]);
  });
});

it('leads from every figure to the rows behind it', () => {
  const page = reportHtml(input({ console: { address: 'https://crm.example/b/1/insights', search: 'period=custom&from=2020-01-01&to=2020-12-31' } }));
  const links = new Set([...page.matchAll(/<a href="([^"]*)"/g)].map(([, address]) => address!.replaceAll('&amp;', '&')));
  const rows = (path: string, behind: string) => `https://crm.example/b/1/insights${path}?period=custom&from=2020-01-01&to=2020-12-31&behind=${behind}`;
  expect([...links].sort()).toEqual([
    rows('', 'community_growth'), rows('', 'growth_by_month%3A2020-01'), rows('', 'growth_by_month%3A2020-02'),
    rows('', 'recruitment_sources%3Aads'), rows('', 'recruitment_sources%3Aqr'), rows('', 'recruitment_sources%3Asearch'), rows('/engagement', 'monthly_active'),
  ].sort());
});

describe('the plan', () => {
  const { inputs } = planPresets[0]!;
  const days = [{ day: '2021-01-04', followed: 4_000, unfollowed: 0 }, { day: '2021-01-12', followed: 9, unfollowed: 0 }];
  const progress = progressOf({ startDay: '2021-01-01', inputs }, days, '2021-01-01', '2021-02-01');
  const read = (change: Partial<ReportInput>) => textOf(reportHtml(input({ plan: { name: '2021', plan: planKpi(inputs), progress }, ...change })));

  it('stands beside what came of it', () => {
    const planned = Math.round((286_940 * 31) / 365).toLocaleString('en-US');
    expect(read({})).toContain(`Net +4,009 followers by 31 January 2021; the plan for that time is +${planned}.`);
    expect(read({ language: 'zh' })).toContain(`截至 2021 年 1 月 31 日，净增 +4,009，同期计划 +${planned}。`);
    expect(read({})).toMatch(/planned \+286,940 actual \+4,009/);
  });

  it('is drawn for head office without a week of under ten', () => {
    const text = read({ plan: { name: '2021', plan: planKpi(inputs), progress: suppressSmallWeeks(progress) }, aggregatesOnly: true });
    expect(text).toContain('Net +4,009 followers');
    expect(text).not.toMatch(/actual \+/);
  });

  it('stands beside what the stages are worth in all accounts, which the report of one says', () => {
    expect(read({ account: 'Maison Q Service' })).toContain('What each stage is worth · All official accounts');
    expect(read({ account: 'Maison Q Service', language: 'zh' })).toContain('各阶段的价值 · 全部公众号');
    expect(read({})).not.toContain('worth · All');
  });

  it('is withheld from head office, not missing, where a stage has under ten', () => {
    const text = read({ segments: null, aggregatesOnly: true });
    expect(text.match(/A stage has under ten people/g)).toHaveLength(2);
  });
});

describe('little to say', () => {
  it('without any data it is sentences, in both languages', () => {
    for (const [language, sentence] of [['zh', '还没有接入公众号。'], ['en', 'No official account is connected yet.']] as const) {
      const text = textOf(reportHtml(input({ language, figures: figuresOf({}), observedSince: null })));
      expect(text).toContain(sentence);
      expect(text).not.toMatch(/undefined|NaN|Infinity| 0(\.0+)?\s?%/);
    }
  });

  it('of one follower it claims nothing', () => {
    const figures = figuresOf({ community_growth: [cell('', 1, 0)], active_followers: [cell('', 0, 1)], monthly_active: [cell('', 0, 1)], recruitment_sources: [cell('qr', 1, 1, 'QR')] });
    const page = reportHtml(input({ figures }));
    expect(page).not.toContain('class="finding"');
    expect(textOf(page)).toMatch(/0 \/ 1/);
    expect(textOf(page)).not.toMatch(/NaN|Infinity/);
  });

  it('head office is told what is withheld, and not that there is too little of it', () => {
    const figures = suppressSmallCells(figuresOf({ ...known, churn_by_source: [cell('qr', 4, 100, 'QR')], monthly_active_by_source: [cell('qr', 20, 100, 'QR')] })).map((figure) => ({ ...figure, missing: null }));
    const page = textOf(reportHtml(input({ figures, aggregatesOnly: true })));
    expect(page).toContain('Monthly active followers by source It rests on counts under ten people');
    expect(page).toContain('Open rate There is not enough data');
  });

  it('head office reads no count under ten anywhere', () => {
    const figures = suppressSmallCells(figuresOf({ active_followers: [cell('', 7, 777)], monthly_active: [cell('', 60, 777)] }));
    const text = textOf(reportHtml(input({ figures, sentences: sentences(figures, publishedBenchmarks, YEAR), aggregatesOnly: true })));
    expect(text).toContain('&lt;10');
    expect(text).not.toMatch(/7 \/ 777|= 7\b|0\.90/);
    expect(text).toContain('60 / 780');
  });
});
