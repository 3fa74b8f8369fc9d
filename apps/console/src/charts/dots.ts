import type { EChartsCoreOption } from 'echarts/core';
import type { Tokens } from '../theme/tokens.ts';
import { namedTooltip, tooltipHtml } from './options.ts';
import { widthOf } from './text-width.ts';

export interface Dot {
  name: string;
  value: number | null;
  /** The ends of the whisker; absent where the value is exact. */
  low?: number | undefined;
  high?: number | undefined;
  facts: readonly (readonly [name: string, value: string])[];
}

/** The part of ECharts' custom series we draw with. */
interface Drawing {
  value: (dimension: number) => number;
  coord: (point: [number, number]) => [number, number];
}

/** Rates with what is not known of them: a dot where the value is exact, a whisker from the least to the most it can be. */
export function whiskers({ dots, format }: { dots: readonly Dot[]; format: (value: number) => string }) {
  return (c: Tokens): EChartsCoreOption => ({
    grid: { left: 52, right: 8, top: 12, bottom: 24 },
    tooltip: namedTooltip(dots),
    xAxis: { type: 'category', data: dots.map(({ name }) => name) },
    yAxis: { type: 'value', min: 0, axisLabel: { formatter: format } },
    series: [
      {
        type: 'custom',
        name: 'interval',
        data: dots.map(({ low, high, value }, index) => [index, low ?? value, high ?? value]),
        encode: { x: 0, y: [1, 2] },
        renderItem: (_: unknown, api: Drawing) => {
          const [x, top] = api.coord([api.value(0), api.value(2)]);
          const [, bottom] = api.coord([api.value(0), api.value(1)]);
          const line = (x1: number, y1: number, x2: number, y2: number) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: c.ink, lineWidth: 1.5 } });
          return {
            type: 'group',
            children: bottom - top < 1 ? [] : [line(x, top, x, bottom), line(x - 5, top, x + 5, top), line(x - 5, bottom, x + 5, bottom)],
          };
        },
      },
      {
        type: 'scatter',
        name: 'value',
        // Within an interval no point is likelier than another: no dot is drawn there.
        data: dots.map(({ value, low, high }) => (low !== undefined && high !== undefined && high > low ? null : value)),
        symbolSize: 8,
        itemStyle: { color: c.ink, opacity: 1 },
      },
    ],
  });
}

export interface Place {
  name: string;
  x: number;
  y: number;
  kind: 'ours' | 'benchmark';
  facts: readonly (readonly [name: string, value: string])[];
}

interface PlacesInput {
  places: readonly Place[];
  xName: string;
  yName: string;
  format: (value: number) => string;
}

const sides = ['top', 'bottom', 'right', 'left'] as const;

/** About how wide a chart is drawn, in pixels. */
const DRAWN = 620;

/** Above its dot, or on the first side where its name meets no dot and no name that is placed already. Sizes are parts of the drawing. */
function labelSides(all: readonly Place[]): (typeof sides)[number][] {
  const [width, height] = [Math.max(...all.map(({ x }) => x)) * 1.4, Math.max(...all.map(({ y }) => y)) * 1.2];
  const taken: Box[] = all.map(({ x, y }) => ({ x: x / width, y: y / height, across: 0.016, up: 0.03 }));
  return all.map(({ name, x, y }) => {
    const at = { x: x / width, y: y / height, across: widthOf(name) / DRAWN, up: 0.05 };
    const boxes: Record<(typeof sides)[number], Box> = {
      top: { ...at, y: at.y + 0.05 }, bottom: { ...at, y: at.y - 0.05 },
      right: { ...at, x: at.x + 0.012 + at.across / 2 }, left: { ...at, x: at.x - 0.012 - at.across / 2 },
    };
    const side = sides.find((one) => !taken.some((box) => meet(boxes[one], box))) ?? 'top';
    taken.push(boxes[side]);
    return side;
  });
}

interface Box {
  x: number;
  y: number;
  across: number;
  up: number;
}

const meet = (a: Box, b: Box): boolean => Math.abs(a.x - b.x) < (a.across + b.across) / 2 && Math.abs(a.y - b.y) < (a.up + b.up) / 2;

/** Two measures of each source against one another; a benchmark is a hollow ochre diamond. */
export function places({ places: all, xName, yName, format }: PlacesInput) {
  const sideOf = labelSides(all);
  const dot = (c: Tokens, kind: Place['kind']) => ({
    type: 'scatter',
    name: kind,
    silent: kind === 'benchmark',
    data: all.flatMap(({ x, y, name, kind: own }, index) => (own === kind ? [{ value: [x, y], name, index, label: { position: sideOf[index] } }] : [])),
    symbol: kind === 'ours' ? 'circle' : 'diamond',
    symbolSize: kind === 'ours' ? 9 : 16,
    itemStyle: kind === 'ours' ? { color: c.ink, opacity: 1 } : { color: 'transparent', borderColor: c.ochre, borderWidth: 1.5, opacity: 1 },
    label: { show: true, formatter: '{b}', color: kind === 'ours' ? c.ink : c.ochreText },
  });
  return (c: Tokens): EChartsCoreOption => ({
    grid: { left: 56, right: 32, top: 32, bottom: 44 },
    tooltip: {
      trigger: 'item',
      confine: true,
      formatter: ({ data }: { data: { index: number } }) => {
        const place = all[data.index];
        return place ? tooltipHtml(place.name, place.facts) : '';
      },
    },
    xAxis: { type: 'value', name: xName, nameLocation: 'middle', nameGap: 28, min: 0, splitLine: { show: false }, axisLine: { show: true }, axisLabel: { formatter: format } },
    yAxis: { type: 'value', name: yName, nameLocation: 'end', nameTextStyle: { align: 'left', padding: [0, 0, 4, -40] }, min: 0, axisLabel: { formatter: format } },
    series: [dot(c, 'ours'), dot(c, 'benchmark')],
  });
}
