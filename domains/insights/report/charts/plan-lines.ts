import { html, type Html } from '../html.ts';

export interface PlanPoint {
  /** First day, `2026-03-02`. */
  from: string;
  planned: number;
  /** Null where nothing is known. */
  actual: number | null;
}

/** Units of the drawing: four to a millimetre of the page's width between its margins. */
const WIDTH = 664;
const BOX = { left: 0, right: 560, top: 14, bottom: 150 };
const HEIGHT = 172;
/** Two labels at the end of lines that meet. */
const APART = 13;

interface Words {
  planned: string;
  actual: string;
  month: (month: string) => string;
}

/** Running totals of a plan's weeks: what happened in ink, the plan dashed, each named at its end. */
export function planLines(points: readonly PlanPoint[], { planned, actual, month }: Words, label: string): Html {
  const values = points.flatMap((point) => [point.planned, point.actual ?? 0]);
  const [lowest, highest] = [Math.min(0, ...values), Math.max(1, ...values)];
  const x = (index: number): number => BOX.left + (index / Math.max(1, points.length - 1)) * (BOX.right - BOX.left);
  const y = (value: number): number => BOX.bottom - ((value - lowest) / (highest - lowest)) * (BOX.bottom - BOX.top);
  const path = (of: (point: PlanPoint) => number | null): string => points.map((point, index) => {
    const value = of(point);
    const before = index === 0 ? null : of(points[index - 1]!);
    return value === null ? '' : `${before === null ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
  }).join('');
  const last = points.findLastIndex((point) => point.actual !== null);
  const ends = { planned: y(points.at(-1)!.planned), actual: last === -1 ? null : y(points[last]!.actual!) };
  const nudge = ends.actual === null || last < points.length - 1 || Math.abs(ends.actual - ends.planned) >= APART ? 0 : (APART - Math.abs(ends.actual - ends.planned)) * (ends.actual > ends.planned ? 0.5 : -0.5);
  const months = points.flatMap(({ from }, index) => (index === 0 || from.slice(0, 7) === points[index - 1]!.from.slice(0, 7) ? [] : [{ index, key: from.slice(0, 7) }]));
  return html`<svg class="chart across" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
<line x1="${BOX.left}" x2="${BOX.right}" y1="${y(0).toFixed(1)}" y2="${y(0).toFixed(1)}" class="base"/>
<path d="${path((point) => point.planned)}" class="line dashed"/><path d="${path((point) => point.actual)}" class="line"/>
<text x="${BOX.right + 6}" y="${(ends.planned - nudge + 3).toFixed(1)}" class="axis">${planned}</text>
${ends.actual === null ? null : html`<circle cx="${x(last).toFixed(1)}" cy="${ends.actual.toFixed(1)}" r="2.6" class="ink"/><text x="${(x(last) + 6).toFixed(1)}" y="${(ends.actual + nudge + 3).toFixed(1)}" class="num">${actual}</text>`}
${months.map(({ index, key }) => html`<text x="${x(index).toFixed(1)}" y="${BOX.bottom + 16}" class="mid axis">${month(key)}</text>`)}</svg>`;
}
