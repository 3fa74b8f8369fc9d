import type { EChartsCoreOption } from 'echarts/core';
import { namedTooltip } from './options.ts';
import type { Tokens } from '../theme/tokens.ts';
import { widthOf } from './text-width.ts';

export interface Bar {
  name: string;
  value: number | null;
  /** The value as it stands at the bar's end. */
  label: string;
  /** Drawn as an ochre tick across the bar, its words in the column at the right. */
  benchmark?: { value: number; label: string } | undefined;
  /** Exact values, a line each. */
  facts: readonly (readonly [name: string, value: string])[];
}

interface BarsInput {
  bars: readonly Bar[];
  /** Room for benchmark words at the right, in pixels. */
  benchmarks?: number;
  /** The most names may take at the left, in pixels. */
  names?: number;
}

export const barHeight = 36;
/** How high a chart of so many bars is. */
export const barsHeight = (bars: number): number => bars * barHeight + 8;

/** Amounts side by side, first on top; benchmarks as ticks. */
export function bars({ bars: rows, names: mostForNames = 196, benchmarks = 104 }: BarsInput) {
  const names = Math.min(mostForNames, Math.max(48, ...rows.map(({ name }) => widthOf(name))) + 20);
  const compared = rows.some(({ benchmark }) => benchmark !== undefined);
  const most = Math.max(...rows.map(({ value, benchmark }) => Math.max(value ?? 0, benchmark?.value ?? 0)), Number.MIN_VALUE);
  const place = { type: 'category', data: rows.map(({ name }) => name), inverse: true, axisLine: { show: false }, axisTick: { show: false } };
  const labels = Math.max(...rows.map(({ label }) => widthOf(label)), 0) + 16;
  return (c: Tokens): EChartsCoreOption => ({
    grid: { left: names, right: labels + (compared ? benchmarks : 0), top: 4, bottom: 4 },
    tooltip: namedTooltip(rows),
    xAxis: { type: 'value', show: false, min: 0, max: most },
    yAxis: [
      { ...place, axisLabel: { color: c.ink2, width: names - 12, overflow: 'truncate', interval: 0 } },
      {
        ...place,
        position: 'right',
        offset: labels,
        axisLabel: { show: compared, color: c.ochreText, interval: 0, formatter: (_: string, index: number) => rows[index]?.benchmark?.label ?? '' },
      },
    ],
    series: [
      {
        type: 'bar',
        name: 'value',
        data: rows.map(({ value }) => value),
        barWidth: 14,
        itemStyle: { color: c.ink },
      },
      {
        type: 'scatter',
        name: 'benchmark',
        silent: true,
        data: rows.flatMap(({ benchmark }, index) => (benchmark ? [[benchmark.value, index]] : [])),
        symbol: 'rect',
        symbolSize: [2, 24],
        itemStyle: { color: c.ochre, opacity: 1 },
        z: 5,
      },
      {
        // The words of a bar stand above a tick that happens to be where they begin.
        type: 'scatter',
        name: 'label',
        silent: true,
        data: rows.map(({ value }, index) => [value ?? 0, index]),
        symbolSize: 0,
        label: {
          show: true, position: 'right', distance: 4, color: c.ink, fontWeight: 500, backgroundColor: c.paper, padding: [1, 3],
          formatter: ({ dataIndex }: { dataIndex: number }) => rows[dataIndex]?.label ?? '',
        },
        z: 6,
      },
    ],
  });
}
