import type { EChartsCoreOption } from 'echarts/core';
import { count, dayOfYear, month, type Language } from '../lib/format.ts';
import type { Tokens } from '../theme/tokens.ts';

export interface Multiple {
  name: string;
  /** Stands beside the name: a total, a share. */
  fact: string;
  /** Null is a gap. */
  values: readonly (number | null)[];
}

interface MultiplesInput {
  buckets: readonly string[];
  panels: readonly Multiple[];
  columns: number;
  language: Language;
  grain: 'day' | 'month';
}

export const panelHeight = 140;

/** The same small chart once for each category, on one scale: what more than four lines would be. */
export function multiples({ buckets, panels, columns, language, grain }: MultiplesInput) {
  const width = 100 / columns;
  const most = Math.max(1, ...panels.flatMap((panel) => panel.values.map((value) => value ?? 0)));
  const label = (bucket: string) => (grain === 'month' ? month(`${bucket}-15`, language) : dayOfYear(bucket, language));
  const place = (index: number) => ({ column: index % columns, row: Math.floor(index / columns) });
  return (c: Tokens): EChartsCoreOption => ({
    title: panels.map((panel, index) => ({
      text: `{name|${panel.name}}  {fact|${panel.fact}}`,
      left: `${place(index).column * width}%`,
      top: place(index).row * panelHeight,
      padding: 0,
      textStyle: { rich: { name: { color: c.ink, fontSize: 12, fontWeight: 500 }, fact: { color: c.ink3, fontSize: 12, fontWeight: 'normal' } } },
    })),
    grid: panels.map((_, index) => ({
      left: `${place(index).column * width}%`,
      width: `${width - 3}%`,
      top: place(index).row * panelHeight + 24,
      height: panelHeight - 64,
    })),
    tooltip: {
      trigger: 'axis',
      formatter: (points: { dataIndex: number; seriesName: string; value: number | null | undefined }[]) =>
        points.map((point) => `${label(buckets[point.dataIndex] ?? '')}<br>${point.seriesName}  ${typeof point.value === 'number' ? count(point.value) : '–'}`).join('<br>'),
    },
    xAxis: panels.map((_, index) => ({
      type: 'category',
      gridIndex: index,
      data: buckets as string[],
      boundaryGap: false,
      axisLabel: { show: true, formatter: label, showMinLabel: true, showMaxLabel: true, interval: buckets.length - 2, alignMinLabel: 'left', alignMaxLabel: 'right', fontSize: 11 },
    })),
    yAxis: panels.map((_, index) => ({ type: 'value', gridIndex: index, max: most, show: false })),
    series: panels.map((panel, index) => ({
      type: 'line',
      name: panel.name,
      xAxisIndex: index,
      yAxisIndex: index,
      data: panel.values as (number | null)[],
      lineStyle: { width: 1.25, color: c.ink },
      itemStyle: { color: c.ink },
      areaStyle: { color: c.ink, opacity: 0.06 },
    })),
  });
}
