import { html, type Html, linked } from '../html.ts';

export interface Bar {
  label: string;
  /** What the length says; null where there is only a range, or nothing. */
  value: number | null;
  range?: { low: number; high: number };
  /** The value in words, at the end of the bar. */
  text: string;
  /** Where its rows are. */
  rows?: string | null;
  /** What it is made of: `1,234 / 5,678`. */
  detail: string;
  benchmark?: { value: number; text: string } | null;
}

const WIDTH = 1000;
const HEIGHT = 44;

/** Amounts side by side, one line each, with the benchmark as a tick; drawn so that it prints in grey. */
export function bars(rows: readonly Bar[]): Html {
  const longest = Math.max(...rows.flatMap(({ value, range, benchmark }) => [value ?? 0, range?.high ?? 0, benchmark?.value ?? 0]), 0);
  const scale = longest === 0 ? 0 : WIDTH / longest;
  return html`<table class="bars"><tbody>${rows.map((row) => html`<tr${{ markup: row.benchmark ? ' class="two"' : '' }}><th scope="row">${row.label}</th>
<td class="bar">${track(row, scale)}</td><td class="value">${linked(row.text, row.rows ?? null)}</td><td class="detail">${row.detail}${row.benchmark ? html`<span class="bench">${row.benchmark.text}</span>` : null}</td></tr>`)}</tbody></table>`;
}

function track({ value, range, benchmark }: Bar, scale: number): Html {
  const at = (amount: number): string => (amount * scale).toFixed(1);
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true"><line x1="0" x2="${WIDTH}" y1="22" y2="22" class="hair"/>${
    value === null || value <= 0 ? null : html`<rect x="0" y="11" width="${at(value)}" height="22" class="ink"/>`}${
    range ? html`<rect x="${at(range.low)}" y="11" width="${at(range.high - range.low)}" height="22" class="range"/>` : null}${
    benchmark ? html`<line x1="${at(benchmark.value)}" x2="${at(benchmark.value)}" y1="0" y2="${HEIGHT}" class="tick"/>` : null}</svg>`;
}

/** Millimetres it takes on the page. */
export const barsHeight = (rows: readonly Bar[]): number => rows.reduce((sum, { benchmark, label }) => sum + (benchmark || label.length > 16 ? 8.8 : 6.6), 0);
