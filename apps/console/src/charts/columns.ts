import type { EChartsCoreOption } from 'echarts/core';
import type { Tokens } from '../theme/tokens.ts';
import { benchmarkLine, benchmarkRoom, markLine, namedTooltip, reaching } from './options.ts';

export interface Column {
  /** At the axis. */
  name: string;
  value: number | null;
  facts: readonly (readonly [name: string, value: string])[];
}

interface ColumnsInput {
  columns: readonly Column[];
  /** How a value is written at the axis. */
  format: (value: number) => string;
  /** Only whole numbers stand at the axis. */
  whole?: boolean;
  /** Written above each column where there is room for it. */
  label?: (value: number) => string;
  benchmark?: { value: number; label: string } | undefined;
  /** Small marks at the time axis: what happened in that column. */
  marks?: readonly { index: number; label: string }[];
}

/** Amounts along an axis: months, positions, numbers of articles. */
export function columns({ columns: rows, format, whole = false, label, benchmark, marks = [] }: ColumnsInput) {
  return (c: Tokens): EChartsCoreOption => ({
    grid: { left: 52, right: benchmark ? benchmarkRoom : 8, top: marks.length > 0 || benchmark ? 28 : 20, bottom: 24 },
    tooltip: namedTooltip(rows),
    xAxis: { type: 'category', data: rows.map(({ name }) => name) },
    yAxis: {
      type: 'value',
      ...(whole ? { minInterval: 1 } : {}),
      axisLabel: { formatter: format },
      ...(benchmark ? reaching(benchmark.value) : {}),
    },
    series: [{
      type: 'bar',
      name: 'value',
      data: rows.map(({ value }) => value),
      barMaxWidth: 28,
      barCategoryGap: '40%',
      itemStyle: { color: c.ink },
      label: { show: label !== undefined && rows.length <= 14, position: 'top', color: c.ink2, formatter: ({ value }: { value: number }) => label?.(value) ?? '' },
      labelLayout: { hideOverlap: true },
      markLine: markLine([
        ...marks.map(({ index, label: name }) => ({ name, xAxis: index })),
        ...(benchmark ? [benchmarkLine(benchmark, c)] : []),
      ], c),
    }],
  });
}
