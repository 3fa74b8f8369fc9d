import { html, type Html, linked } from '../html.ts';

export interface Month {
  label: string;
  /** Null where nothing is known. */
  value: number | null;
  text: string;
  /** Where its rows are. */
  rows?: string | null;
  /** W-06: numbers of the notes that fall into the month. */
  notes: readonly number[];
  /** Not observed in full: drawn hollow. */
  partial?: boolean;
}

interface Options {
  as: 'columns' | 'line';
  benchmark?: { value: number; text: string } | null;
}

/** Units of the drawing: four to a millimetre of the 116 mm column. */
const WIDTH = 464;
const TOP = 26;
const FLOOR = 152;
const HEIGHT = 184;
export const MONTHS_HEIGHT = HEIGHT / 4;

/** Months in a row: columns for amounts, a line for a rate; the benchmark a thin line with its edition at the end. */
export function months(all: readonly Month[], { as, benchmark = null }: Options): Html {
  const known = all.flatMap(({ value }) => (value === null ? [] : [value]));
  const highest = Math.max(...known, benchmark?.value ?? 0, 0);
  const lowest = Math.min(...known, 0);
  const span = highest - lowest || 1;
  const y = (value: number): number => FLOOR - ((value - lowest) / span) * (FLOOR - TOP);
  const step = WIDTH / Math.max(all.length, 1);
  const x = (index: number): number => step * (index + 0.5);
  const spoken = labelled(all);
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${all.map(({ label, text }) => `${label} ${text}`).join('; ')}">
<line x1="0" x2="${WIDTH}" y1="${y(0).toFixed(1)}" y2="${y(0).toFixed(1)}" class="base"/>
${benchmark ? html`<line x1="0" x2="${WIDTH}" y1="${y(benchmark.value).toFixed(1)}" y2="${y(benchmark.value).toFixed(1)}" class="benchline"/>${benchmarkLabel(benchmark, all, y)}` : null}
${as === 'columns' ? columns(all, x, y, Math.min(step * 0.62, 30)) : line(all, x, y)}
${all.map(({ label, text, value, notes, rows = null }, index) => html`${value !== null && spoken.has(index) ? html`<text x="${x(index).toFixed(1)}" y="${(y(Math.max(value, 0)) - 6).toFixed(1)}" class="mid num">${linked(text, rows)}</text>` : null}<text x="${x(index).toFixed(1)}" y="${FLOOR + 16}" class="mid axis">${index % Math.ceil(all.length / 14) === 0 ? label : ''}</text>${
    notes.length ? html`<text x="${x(index).toFixed(1)}" y="${FLOOR + 29}" class="mid mark">▲ ${notes.join(', ')}</text>` : null}`)}</svg>`;
}

/** Months of a year that the label is as wide as. */
const UNDER_LABEL = 6;

/** At the end where the months leave it room. */
function benchmarkLabel({ value, text }: { value: number; text: string }, all: readonly Month[], y: (value: number) => number): Html {
  const room = (month: Month | undefined): number => (month?.value == null ? TOP : Math.abs(y(month.value) - y(value)));
  const [start, end] = [Math.min(room(all[0]), room(all[1])), Math.min(room(all.at(-1)), room(all.at(-2)))];
  const atStart = start > end;
  // The values of months stand above their points: where these are near, below the line and the points under the label is free.
  const under = (atStart ? all.slice(0, UNDER_LABEL) : all.slice(-UNDER_LABEL)).map((month) => y(month.value ?? value));
  const level = Math.max(start, end) < 24 ? Math.max(y(value), ...under) + 13 : y(value) - 5;
  return html`<text x="${atStart ? 0 : WIDTH}" y="${level.toFixed(1)}" class="bench${atStart ? '' : ' end'}">${text}</text>`;
}

/** Every month up to 13; of more the first, the last, the highest and the lowest. */
function labelled(all: readonly Month[]): Set<number> {
  const known = all.flatMap(({ value }, index) => (value === null ? [] : [{ value, index }]));
  if (known.length <= 13) return new Set(known.map(({ index }) => index));
  const sorted = [...known].sort((a, b) => a.value - b.value);
  return new Set([known[0]!, known.at(-1)!, sorted[0]!, sorted.at(-1)!].map(({ index }) => index));
}

const columns = (all: readonly Month[], x: (index: number) => number, y: (value: number) => number, width: number): Html[] =>
  all.map(({ value, partial }, index) => (value === null ? html`` : html`<rect x="${(x(index) - width / 2).toFixed(1)}" y="${y(Math.max(value, 0)).toFixed(1)}" width="${width.toFixed(1)}" height="${Math.abs(y(value) - y(0)).toFixed(1)}" class="${partial ? 'range' : 'ink'}"/>`));

/** Broken where a month is unknown. */
function line(all: readonly Month[], x: (index: number) => number, y: (value: number) => number): Html {
  const path = all.map(({ value }, index) => (value === null ? '' : `${index > 0 && all[index - 1]!.value !== null ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`)).join('');
  return html`<path d="${path}" class="line"/>${all.map(({ value, partial }, index) => (value === null ? html`` : html`<circle cx="${x(index).toFixed(1)}" cy="${y(value).toFixed(1)}" r="2.6" class="${partial ? 'range' : 'ink'}"/>`))}`;
}
