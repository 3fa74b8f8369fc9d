import type { EChartsCoreOption } from 'echarts/core';
import type { Tokens } from '../theme/tokens.ts';
import { namedTooltip } from './options.ts';

export interface Pair {
  name: string;
  /** Percent of the first and of the second whole; null where it is not known. */
  shares: readonly [number | null, number | null];
  /** What stands in place of the first bar where it may not be known. */
  absent?: string | undefined;
  facts: readonly (readonly [name: string, value: string])[];
}

interface PairsInput {
  pairs: readonly Pair[];
  /** What the two wholes are; written at the first bar of each. */
  series: readonly [string, string];
  format: (percent: number) => string;
  names?: number;
}

export const pairsHeight = (pairs: number): number => pairs * 56 + 8;

/** Two shares of each category under one another: ours ink, the other indigo. */
export function pairs({ pairs: rows, series, format, names = 104 }: PairsInput) {
  // For what is written after the longest bar, whatever the width.
  const room = 64 + 13 * Math.max(...series.map((name) => name.length));
  return (c: Tokens): EChartsCoreOption => ({
    grid: { left: names, right: room, top: 4, bottom: 4 },
    tooltip: namedTooltip(rows),
    xAxis: { type: 'value', show: false, min: 0, max: Math.max(1, ...rows.flatMap(({ shares }) => shares.map((share) => share ?? 0))) },
    yAxis: { type: 'category', inverse: true, data: rows.map(({ name }) => name), axisLine: { show: false }, axisLabel: { color: c.ink2, width: names - 12, overflow: 'truncate', interval: 0 } },
    series: series.map((name, which) => ({
      type: 'bar',
      name,
      data: rows.map(({ shares, absent }) => shares[which] ?? (which === 0 && absent ? 0 : null)),
      barWidth: 12,
      barGap: '35%',
      itemStyle: { color: which === 0 ? c.ink : c.indigo },
      label: {
        show: true, position: 'right', color: which === 0 ? c.ink : c.indigo, fontWeight: 500,
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const { shares: { [which]: share }, absent } = rows[dataIndex]!;
          return share == null ? absent ?? '' : `${format(share)}${dataIndex === 0 ? `  ${name}` : ''}`;
        },
      },
    })),
  });
}
