import type { EChartsCoreOption } from 'echarts/core';
import type { Tokens } from '../theme/tokens.ts';
import { namedTooltip } from './options.ts';

export interface Interval {
  /** At the axis. */
  name: string;
  value: number;
  low: number;
  high: number;
  /** What others found, as a hollow ochre diamond. */
  published?: number | undefined;
  facts: readonly (readonly [name: string, value: string])[];
}

/** The part of ECharts' custom series we draw with. */
interface Drawing {
  value: (dimension: number) => number;
  coord: (point: [number, number]) => [number, number];
}

const CAP = 5;

/**
 * Differences with what is not known of them, above and below a line of no difference: a dot at the estimate, and a
 * whisker from the least to the most it can be.
 */
export function intervals({ intervals: all, format }: { intervals: readonly Interval[]; format: (value: number) => string }) {
  return drawn(all, 0, { format, across: false });
}

/**
 * Lifts, as rows: their names are long. Doubling stands as far from nothing as halving does, so that +15 % and +361 %
 * can be read side by side; values are ratios less one.
 */
export function lifts({ intervals: all, format }: { intervals: readonly Interval[]; format: (value: number) => string }) {
  const ratios = all.map((one) => ({ ...one, value: 1 + one.value, low: 1 + one.low, high: 1 + one.high, published: one.published === undefined ? undefined : 1 + one.published }));
  return drawn(ratios, 1, { format: (ratio) => format(ratio - 1), across: true });
}

/** @param nothing where there is no difference */
function drawn(all: readonly Interval[], nothing: number, { format, across }: { format: (value: number) => string; across: boolean }) {
  const names = { type: 'category', data: all.map(({ name }) => name), ...(across ? { inverse: true, axisLabel: { width: 180, overflow: 'truncate' } } : {}) };
  const values = across ? { type: 'log', logBase: 2, axisLabel: { formatter: format } } : { type: 'value', axisLabel: { formatter: format } };
  const point = (index: number, value: number): [number, number] => (across ? [value, index] : [index, value]);
  return (c: Tokens): EChartsCoreOption => ({
    grid: across ? { left: 196, right: 24, top: 8, bottom: 28 } : { left: 60, right: 12, top: 12, bottom: 24 },
    tooltip: namedTooltip(all),
    xAxis: across ? values : names,
    yAxis: across ? names : values,
    series: [
      {
        type: 'custom',
        name: 'interval',
        data: all.map(({ low, high }, index) => [index, low, high]),
        encode: across ? { y: 0, x: [1, 2] } : { x: 0, y: [1, 2] },
        renderItem: (_: unknown, api: Drawing) => {
          const ends = [1, 2].map((dimension) => api.coord(point(api.value(0), api.value(dimension)))) as [[number, number], [number, number]];
          const line = ([x1, y1]: [number, number], [x2, y2]: [number, number]) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: c.ink, lineWidth: 1.5 } });
          const cap = ([x, y]: [number, number]) => (across ? line([x, y - CAP], [x, y + CAP]) : line([x - CAP, y], [x + CAP, y]));
          return { type: 'group', children: [line(...ends), cap(ends[0]), cap(ends[1])] };
        },
      },
      {
        type: 'scatter', name: 'value', data: all.map(({ value }, index) => point(index, value)), symbolSize: 8, itemStyle: { color: c.ink, opacity: 1 },
        markLine: {
          silent: true, symbol: 'none', animation: false, label: { show: false }, lineStyle: { color: c.hairlineStrong, type: 'solid', width: 1 },
          data: [across ? { xAxis: nothing } : { yAxis: nothing }],
        },
      },
      {
        type: 'scatter', name: 'published', silent: true, symbol: 'diamond', symbolSize: 14,
        itemStyle: { color: 'transparent', borderColor: c.ochre, borderWidth: 1.5, opacity: 1 },
        data: all.flatMap(({ published }, index) => (published === undefined ? [] : [point(index, published)])),
      },
    ],
  });
}
