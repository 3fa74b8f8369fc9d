import { benchmarkValue, change, formatValue, partsOf, sharePercents, suppressedText, tight } from './format.ts';
import { html, type Html } from './html.ts';
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
  return found && `${benchmarkValue(found, language)} · ${found.year}`;
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

/** Never a number alone: what it is, of what, against the period before and the benchmark. */
export function keyFigure(metric: string, key: string | null, writing: Writing): Html | null {
  const { say, w, note, language } = writing;
  const figure = writing.figure(metric);
  if (!figure) return null;
  const cell = key === null ? leading(figure) : writing.cell(metric, key);
  // The word joiner: its number never stands alone on the next line.
  const label = html`<p class="label">${say(figure.metric.name)}${cell?.name ? html` <span class="of">${say(cell.name)}</span>` : null}\u2060<sup>${note(metric)}</sup></p>`;
  const value = cell && valueText(figure, cell, writing);
  if (!cell || value === null) return html`<div class="key">${label}<p class="lacking">${figure.missing ? say(figure.missing) : w.notEnough}</p></div>`;
  const against = benchmarkText(metric, cell.key, writing);
  const edition = writing.benchmark(metric, cell.key);
  return html`<div class="key">${label}<p class="number${value.length > 9 || cell.suppressed ? ' long' : ''}">${value}</p>
<p class="small">${cell.suppressed ? null : partsOf(cell, figure.metric.unit)}</p><p class="small">${figure.metric.today ? null : previousText(figure, cell, writing)}</p>
<p class="small bench">${against ? `${w.benchmark} ${against}` : null}</p>${edition ? html`<p class="small bench">${say(edition.edition)}${comparesOver(metric, writing) ? null : (language === 'zh' ? `（${w.yearly}）` : ` (${w.yearly})`)}</p>` : null}</div>`;
}
