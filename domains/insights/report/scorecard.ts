import { chapters } from '../catalogue.ts';
import type { Chapter } from '../metric.ts';
import { benchmarkValue, change, formatValue, middleOf, partsOf } from './format.ts';
import { html, type Html, linked, nothing } from './html.ts';
import { valueText } from './key-figure.ts';
import type { Page } from './pages.ts';
import { comparesOver, isKnown, type Writing } from './report-input.ts';
import { shortEdition } from './words.ts';

/** W-51: the figures of the study, in its order. */
const lines: Readonly<Record<Exclude<Chapter, 'opportunities'>, readonly (readonly [metric: string, key: string])[]>> = {
  acquisition: [
    ['community_growth', ''], ['paid_share', ''], ['recruitment_sources', 'qr'], ['recruitment_sources', 'search'], ['recruitment_sources', 'ads'], ['recruitment_sources', 'word_of_mouth'],
    ['unfollow_after_push', ''], ['churn_by_source', 'qr'], ['churn_by_source', 'search'], ['churn_by_source', 'ads'], ['cost_per_kept', 'ads'],
  ],
  engagement: [
    ['active_followers', ''], ['monthly_active', ''], ['monthly_active_by_source', 'ads'], ['action_types', 'menu'], ['action_types', 'message'], ['action_types', 'post'],
    ['menu_categories', 'brand'], ['menu_categories', 'ecommerce'], ['menu_categories', 'crm'],
  ],
  content: [
    ['open_rate', ''], ['open_rate_by_position', '1'], ['post_engagement', ''], ['post_engagement_people', ''], ['post_actions', 'clicks'], ['segmented_engagement', 'segmented'], ['segmented_engagement', 'everyone'],
  ],
};

/** W-51: all key figures on one page: ours, what it is made of, the period before, the benchmark with its edition. */
export function scorecard(writing: Writing): Page {
  const { w, say } = writing;
  const sections = Object.entries(lines).map(([chapter, keys]) => html`<tr class="chapter"><th colspan="7">${say(chapters[chapter as Chapter])}</th></tr>${keys.map(([metric, key], index) => line(metric, key, keys[index - 1]?.[0] === metric, writing))}`);
  return {
    head: w.scorecard, notes: nothing,
    body: html`<h2 class="plainhead">${w.scorecard}</h2><table class="score card"><thead><tr><th>${w.figure}</th><td>${w.ours}</td><td>${w.made_of}</td><td>${w.previous}</td><td class="bench">${w.benchmark}</td><td class="bench">${w.edition}</td><td></td></tr></thead><tbody>${sections}</tbody></table>
<p class="small">${w.scorecardLead} ${w.shortEdition}${needsDagger(writing) ? ` ${w.dagger}` : ''}${writing.aggregatesOnly ? ` ${w.suppressed}` : ''}</p>`,
  };
}

/** `continued`: the line before is of the same metric, whose name is not said twice. */
function line(metric: string, key: string, continued: boolean, writing: Writing): Html {
  const figure = writing.figure(metric);
  if (!figure) return nothing;
  const { say, language } = writing;
  const cell = writing.cell(metric, key);
  const named = cell?.name ?? figure.metric.dimension?.keys?.[key] ?? null;
  const published = writing.benchmark(metric, key);
  const { unit } = figure.metric;
  const before = cell?.previous?.value ?? null;
  return html`<tr><th scope="row">${continued && named ? html`<span class="further">${say(named)}</span>` : html`${say(figure.metric.name)}${named ? html` <span class="of">${say(named)}</span>` : null}`}</th><td class="ours">${linked((cell && isKnown(cell) && valueText(figure, cell, writing)) || '–', cell && isKnown(cell) ? writing.rows(metric, key) : null)}</td>
<td class="made">${cell && cell.value !== null ? partsOf(cell, unit) : null}</td><td>${before === null ? '–' : html`${formatValue(unit, before, language)}${cell?.value != null ? html`<span class="delta">${change(unit, cell.value, before, language)}</span>` : null}`}</td>
<td class="bench">${published ? benchmarkValue(published, language) : null}${published && !comparesOver(metric, writing) ? '†' : null}</td><td class="edition">${published ? `${shortEdition(say(published.edition))} · ${published.year}` : null}</td>
<td class="beside">${cell?.value != null && published ? beside(cell.value, middleOf(published)) : null}</td></tr>`;
}

/** Ours a dot, the benchmark a tick, on a line from zero. */
function beside(ours: number, benchmark: number): Html {
  const reach = 1.08 * Math.max(ours, benchmark, 0);
  if (reach === 0) return nothing;
  const at = (value: number): string => (3 + (Math.max(value, 0) / reach) * 92).toFixed(1);
  return html`<svg viewBox="0 0 100 16" aria-hidden="true"><line x1="0" x2="100" y1="8" y2="8" class="hair"/><line x1="${at(benchmark)}" x2="${at(benchmark)}" y1="1" y2="15" class="tick thin"/><circle cx="${at(ours)}" cy="8" r="3.4" class="ink"/></svg>`;
}

/** Said under the scorecard where a benchmark of a year stands beside a part of one. */
const needsDagger = (writing: Writing): boolean =>
  Object.values(lines).flat().some(([metric, key]) => writing.benchmark(metric, key) !== null && !comparesOver(metric, writing));
