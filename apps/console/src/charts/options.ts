import type { EChartsCoreOption } from 'echarts/core';
import { count, dayOfYear, isoDay, month, type Language } from '../lib/format.ts';
import type { Tokens } from '../theme/tokens.ts';
import { widthOf } from './text-width.ts';

/** The kinds of chart the house draws. Pure: data and tokens in, ECharts option out. */

export interface Series {
  name: string;
  values: readonly (number | null)[];
}

export interface Annotation {
  at: string;
  label: string;
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** One tooltip for all: the heading, then name and exact value a line. */
export function tooltipHtml(heading: string, lines: readonly (readonly [name: string, value: string])[]): string {
  const rows = lines.map(([name, value]) =>
    `<tr><td style="padding-right:16px">${escapeHtml(name)}</td><td style="text-align:right">${escapeHtml(value)}</td></tr>`);
  return `<div style="margin-bottom:4px">${escapeHtml(heading)}</div><table style="border-spacing:0">${rows.join('')}</table>`;
}

/** For what has a name and facts a category: the whole band answers, not only the ink. */
export const namedTooltip = (rows: readonly { name: string; facts: readonly (readonly [name: string, value: string])[] }[]) => ({
  trigger: 'axis' as const,
  axisPointer: { type: 'shadow' as const },
  confine: true,
  formatter: (points: { dataIndex: number }[]) => {
    const row = rows[points[0]?.dataIndex ?? 0];
    return row ? tooltipHtml(row.name, row.facts) : '';
  },
});

/** Upright hairlines with a word at their top, and the benchmark across. */
export const markLine = (data: readonly object[], c: Tokens) => ({
  silent: true,
  symbol: 'none',
  animation: false,
  lineStyle: { color: c.hairlineStrong, type: 'dotted' as const, width: 1 },
  label: { color: c.ink3, fontSize: 11, formatter: '{b}', position: 'end' as const },
  data,
});

/** Counts at an axis: `1.2 万`, `12k`. */
export const short = (value: number, language: Language): string => {
  if (language === 'zh') return Math.abs(value) >= 10_000 ? `${Number((value / 10_000).toFixed(1))} 万` : count(value);
  return Math.abs(value) >= 10_000 ? `${Number((value / 1_000).toFixed(1))}k` : count(value);
};

/** Room at the right end of the line for what it is, in pixels. */
export const benchmarkRoom = 112;

/** An axis that reaches the benchmark when the data do not. */
export const reaching = (value: number) => ({ max: ({ max }: { max: number }) => (max >= value ? null : niceAbove(value)) });

/** The next 1, 1.5, 2, 3, 5 or 8 of its order of magnitude. */
function niceAbove(value: number): number {
  const order = 10 ** Math.floor(Math.log10(value));
  return (([1.5, 2, 3, 5, 8].find((step) => step * order > value) ?? 10) * order);
}

/** The one way a benchmark is drawn across a chart. */
export const benchmarkLine = ({ value, label }: { value: number; label: string }, c: Tokens) => ({
  name: label,
  yAxis: value,
  lineStyle: { color: c.ochre, type: 'solid', width: 1 },
  label: { color: c.ochreText, fontSize: 12, lineHeight: 16, formatter: '{b}', position: 'end', width: benchmarkRoom - 8, overflow: 'break' },
});

export interface TimeLineInput {
  days: readonly string[];
  series: readonly Series[];
  annotations?: readonly Annotation[];
  language: Language;
  format?: (value: number) => string;
  grain?: 'day' | 'month';
  /** A thin ochre line with its edition at its end. */
  benchmark?: { value: number; label: string };
}

/** Lines over time; up to four, each with its name at its end. Ours ink, the second indigo. */
export function timeLines({ days, series, annotations = [], language, format = count, grain = 'day', benchmark }: TimeLineInput) {
  const label = (at: string) => (grain === 'month' ? month(at, language) : dayOfYear(at, language));
  const known = new Map(days.map((day) => [isoDay(day), day]));
  return (c: Tokens): EChartsCoreOption => ({
    grid: { left: 44, right: benchmark ? benchmarkRoom : series.length > 1 ? Math.max(...series.map(({ name }) => widthOf(name))) + 12 : 16, top: annotations.length || benchmark ? 28 : 12, bottom: 24 },
    tooltip: {
      trigger: 'axis',
      formatter: (points: { dataIndex: number; seriesName: string; value: number | null }[]) =>
        tooltipHtml(
          label(days[points[0]?.dataIndex ?? 0] ?? ''),
          points.map((point) => [point.seriesName, point.value === null ? '–' : format(point.value)]),
        ),
    },
    xAxis: { type: 'category', boundaryGap: false, data: days as string[], axisLabel: { formatter: label } },
    yAxis: { type: 'value', ...(benchmark ? reaching(benchmark.value) : {}), ...(format === count ? { minInterval: 1 } : {}), axisLabel: { formatter: (value: number) => (format === count ? short(value, language) : format(value)) } },
    series: series.map((one, index) => ({
      type: 'line',
      name: one.name,
      data: one.values as (number | null)[],
      lineStyle: { width: 1.5, color: [c.ink, c.indigo, c.ochre, c.jade][index] },
      itemStyle: { color: [c.ink, c.indigo, c.ochre, c.jade][index] },
      endLabel: { show: series.length > 1, formatter: '{a}', color: [c.ink, c.indigo, c.ochreText, c.jade][index] },
      labelLayout: { moveOverlap: 'shiftY' },
      markLine: index > 0 || (annotations.length === 0 && !benchmark) ? undefined : markLine([
        ...annotations.flatMap(({ at, label: name }) => {
          const day = known.get(isoDay(at));
          return day ? [{ name, xAxis: day }] : [];
        }),
        ...(benchmark ? [benchmarkLine(benchmark, c)] : []),
      ], c),
    })),
  });
}
