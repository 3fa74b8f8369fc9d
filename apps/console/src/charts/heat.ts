import type { EChartsCoreOption } from 'echarts/core';
import type { Tokens } from '../theme/tokens.ts';
import { tooltipHtml } from './options.ts';

export interface Hour {
  day: number;
  hour: number;
  value: number;
  facts: readonly (readonly [name: string, value: string])[];
}

interface HeatInput {
  hours: readonly Hour[];
  /** Names of the seven days, top to bottom, and what stands above the hour's facts. */
  days: readonly string[];
  heading: (hour: Hour) => string;
}

interface Drawing {
  value: (dimension: number) => number;
  coord: (point: [number, number]) => [number, number];
  size: (span: [number, number]) => [number, number];
}

export const heatHeight = 7 * 26 + 28;

/** A week by hours: the darker, the more. The strongest hour wears the accent. */
export function heat({ hours, days, heading }: HeatInput) {
  const most = Math.max(1, ...hours.map(({ value }) => value));
  return (c: Tokens): EChartsCoreOption => ({
    grid: { left: 44, right: 4, top: 4, bottom: 24 },
    tooltip: {
      trigger: 'item',
      confine: true,
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const hour = hours[dataIndex];
        return hour ? tooltipHtml(heading(hour), hour.facts) : '';
      },
    },
    xAxis: { type: 'category', data: Array.from({ length: 24 }, (_, hour) => hour), axisLine: { show: false }, axisLabel: { interval: 2 } },
    yAxis: { type: 'category', data: days as string[], inverse: true, axisLine: { show: false } },
    series: [{
      type: 'custom',
      name: 'hours',
      data: hours.map(({ day, hour, value }) => [hour, day, value]),
      encode: { x: 0, y: 1 },
      renderItem: (_: unknown, api: Drawing) => {
        const [x, y] = api.coord([api.value(0), api.value(1)]);
        const [width, height] = api.size([1, 1]);
        const value = api.value(2);
        return {
          type: 'rect',
          shape: { x: x - width / 2 + 1, y: y - height / 2 + 1, width: Math.max(1, width - 2), height: height - 2, r: 1 },
          style: { fill: value === most ? c.cinnabar : value === 0 ? c.sunken : c.ink, opacity: value === most || value === 0 ? 1 : 0.08 + 0.82 * (value / most) },
        };
      },
    }],
  });
}
