import { benchmarkValue, change, formatValue, partsOf, sharePercents, suppressedText, tight } from './format.ts';
import { linesOf } from './footnotes.ts';
import { sizeWords } from '../narrative/compare.ts';
import { html, type Html, linked } from './html.ts';
import { comparesOver, isKnown, type Writing } from './report-input.ts';
import type { SafeCell, SafeFigure } from './suppress-small-cells.ts';

/** A number as the report prints it; null where nothing is known. */
export function valueText(figure: SafeFigure, cell: SafeCell, { language, w }: Writing): string | null {
  const { unit } = figure.metric;
  if (cell.suppressed) return suppressedText(cell.suppressed, language);
  if (cell.value === null) return cell.low === undefined ? null : w.range(formatValue(unit, cell.low, language), formatValue(unit, cell.high!, language));
  if (unit === 'share') return tight(`${sharePercents(figure.cells)[figure.cells.indexOf(cell)]}${language === 'en' ? ' %' : '%'}`);
  return formatValue(unit, cell.value, language);
}

/** `5.89 % · 2020`; null without one. */
export function benchmarkText(metric: string, key: string, { benchmark, language }: Writing): string | null {
  const found = benchmark(metric, key);
  const size = found && sizeWords(found);
  return found && `${benchmarkValue(found, language)} · ${found.year}${size ? ` · ${size[language]}` : ''}`;
}

export function previousText({ metric }: SafeFigure, { value, previous }: SafeCell, { language, w }: Writing): string {
  if (previous === null || previous.value === null) return w.noPrevious;
  const by = value === null ? null : change(metric.unit, value, previous.value, language);
  return w.previousIs(formatValue(metric.unit, previous.value, language)) + (by === null ? '' : language === 'zh' ? `，${by}` : `, ${by}`);
}

/** The cell a figure is known by: its only one, else the largest that is known. */
export function leading({ cells }: SafeFigure): SafeCell | null {
  const known = cells.filter(isKnown);
  return known.find(({ key }) => key === '') ?? [...known].sort((a, b) => (b.numerator ?? -1) - (a.numerator ?? -1) || (b.value ?? 0) - (a.value ?? 0))[0] ?? null;
}

/** Millimetres of its parts in the 42 mm beside a chart, and how many half-widths of a letter fit a line there. */
const NUMBER = { height: 13.1, long: 8.9 };
const LABEL = { line: 4.2, width: 28 };
const SMALL = { line: 3.75, width: 33 };

export interface KeyFigure extends Html {
  /** Millimetres beside a chart. */
  height: number;
}

/** Never a number alone: what it is, of what, and what it is held against: the period before, and the benchmark where there is one. */
export function keyFigure(metric: string, key: string | null, writing: Writing): KeyFigure | null {
  const { say, w, note, language } = writing;
  const figure = writing.figure(metric);
  if (!figure) return null;
  const cell = key === null ? leading(figure) : writing.cell(metric, key);
  // The word joiner: its number never stands alone on the next line.
  const label = html`<p class="label">${say(figure.metric.name)}${cell?.name ? html` <span class="of">${say(cell.name)}</span>` : null}\u2060<sup>${note(metric)}</sup></p>`;
  const labelHeight = linesOf(`${say(figure.metric.name)}${cell?.name ? ` · ${say(cell.name)}` : ''}00`, LABEL.width) * LABEL.line;
  const value = cell && valueText(figure, cell, writing);
  if (!cell || value === null) return { ...html`<div class="key">${label}<p class="lacking">${figure.missing ? say(figure.missing) : w.notEnough}</p></div>`, height: labelHeight + 12 };
  const against = benchmarkText(metric, cell.key, writing);
  const edition = writing.benchmark(metric, cell.key);
  const ofYear = comparesOver(metric, writing) ? '' : language === 'zh' ? `（${w.yearly}）` : ` (${w.yearly})`;
  const before = figure.metric.today || (edition && cell.previous?.value == null) ? null : previousText(figure, cell, writing);
  const plain = [cell.suppressed ? null : partsOf(cell, figure.metric.unit), before].filter((text) => text !== null);
  const published = [against && `${w.benchmark} ${against}`, edition && `${say(edition.edition)}${ofYear}`].filter((text) => text !== null);
  const long = value.length > 9 || cell.suppressed !== undefined;
  return {
    ...html`<div class="key">${label}<p class="number${long ? ' long' : ''}">${linked(value, cell.suppressed ? null : writing.rows(metric, cell.key))}</p>
${plain.map((text) => html`<p class="small">${text}</p>`)}${published.map((text) => html`<p class="small bench">${text}</p>`)}</div>`,
    height: labelHeight + (long ? NUMBER.long : NUMBER.height) + [...plain, ...published].reduce((sum, text) => sum + linesOf(text, SMALL.width) * SMALL.line, 0),
  };
}
