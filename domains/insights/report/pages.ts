import { localDay } from '@qingniao/kernel';
import { chapters } from '../catalogue.ts';
import type { Chapter } from '../metric.ts';
import { type Block, blocks, openers } from './blocks.ts';
import { fitted } from './fitted.ts';
import { footnotes, linesOf } from './footnotes.ts';
import { dayWords, periodWords, tight } from './format.ts';
import { html, type Html, nothing } from './html.ts';
import { keyFigure } from './key-figure.ts';
import type { Writing } from './report-input.ts';
import { numerals } from './words.ts';

/** Millimetres between the running head and the page number. */
const ROOM = 240;
const GAP = 11;

/** One page but for its number, which is known when all are there. */
export interface Page {
  head: string | null;
  body: Html;
  notes: Html;
  /** `shared`: its blocks share the room of the page. */
  kind?: 'cover' | 'opener' | 'shared';
}

type Asked = keyof typeof blocks;

/** The opener, then questions as many as fit a page, and what could not be had. */
export function chapterPages(chapter: Asked, writing: Writing): Page[] {
  const { say } = writing;
  const head = say(chapters[chapter]);
  const asked = blocks[chapter].filter(({ metric }) => writing.figure(metric) !== null);
  const drawn = asked.map((block) => ({ block, placed: placed(block, writing) }));
  const lacking = drawn.flatMap(({ block, placed: found }) => (found ? [] : [block]));
  const all = [...drawn.flatMap(({ placed: found }) => found ?? []), ...(lacking.length > 0 ? [notHad(lacking, writing)] : [])];
  const pages: Page[] = [opener(chapter, writing)];
  const free = (group: readonly Placed[]): number =>
    ROOM - group.reduce((sum, { height }) => sum + height + GAP, -GAP) - footnotes(group.flatMap(({ metrics }) => metrics), writing).height;
  for (const group of fitted(all, free)) {
    pages.push({ head, kind: 'shared', body: html`${group.map(({ markup }) => markup)}`, notes: footnotes(group.flatMap(({ metrics }) => metrics), writing).notes });
  }
  return pages;
}

function opener(chapter: Asked, writing: Writing): Page {
  const { say, w, language } = writing;
  const keys = openers[chapter].flatMap(([metric, key]) => keyFigure(metric, key, writing) ?? []);
  const common = openers[chapter].some(([metric, key]) => writing.cell(metric, key)?.value != null && say(writing.figure(metric)!.missing ?? { zh: '', en: '' }) === writing.commonLack);
  return openerPage(chapter, html`<p class="kicker">${w.threeFigures}</p>${keys}${common ? html`<p class="lacking">${writing.commonLack}</p>` : null}`, footnotes(openers[chapter].map(([metric]) => metric), writing).notes, { say, language });
}

export const openerPage = (chapter: Chapter, body: Html, notes: Html, { language, say }: Pick<Writing, 'language' | 'say'>): Page =>
  ({ head: null, kind: 'opener', notes, body: html`<p class="numeral">${numerals[chapter][language]}</p><h2>${say(chapters[chapter])}</h2><div class="three">${body}</div>` });

interface Placed {
  metrics: string[];
  markup: Html;
  height: number;
}

function placed(block: Block, writing: Writing): Placed | null {
  const drawn = block.draw(writing);
  const key = drawn && keyFigure(block.metric, block.key, writing);
  if (!drawn || !key) return null;
  const { chapter } = writing.figure(block.metric)!.metric;
  const sentence = [block.metric, ...(block.also ?? [])].flatMap((metric) => writing.sentence(metric, chapter) ?? []).join(writing.language === 'zh' ? '' : ' ');
  const words = sentence === '' ? 0 : linesOf(sentence, 57) * 6.1 + 3;
  return {
    metrics: [block.metric, ...(block.also ?? [])],
    markup: html`<section class="block"><h3>${writing.say(block.question)}</h3><div class="split">${key}<div class="shown">${sentence === '' ? null : html`<p class="finding">${tight(sentence)}</p>`}${drawn.chart}</div></div></section>`,
    height: 12 + Math.max(key.height, words + drawn.height),
  };
}

/** Not enough data is a sentence, not a zero. */
function notHad(lacking: readonly Block[], { w, say, figure }: Writing): Placed {
  const lines = lacking.map(({ metric, also }) => {
    const { metric: { name }, missing } = figure(metric)!;
    const hidden = [metric, ...(also ?? [])].some((one) => figure(one)?.cells.some(({ suppressed }) => suppressed));
    return { name: say(name), why: hidden ? w.hidden : missing ? say(missing) : w.notEnough };
  });
  return {
    metrics: [],
    markup: html`<section class="block"><h3>${w.notMeasured}</h3><dl class="plain">${lines.map(({ name, why }) => html`<dt>${name}</dt><dd>${why}</dd>`)}</dl></section>`,
    height: 12 + lines.reduce((sum, { name, why }) => sum + Math.max(linesOf(name, 28), linesOf(why, 90)) * 3.6 + 1.5, 0),
  };
}

export function cover(writing: Writing): Page {
  const { w, brand, account, period, language, made, observedSince, aggregatesOnly } = writing;
  const editions = [...new Set(writing.figures.flatMap(({ metric, cells }) => cells.flatMap(({ key }) => {
    const published = writing.benchmark(metric.id, key);
    return published ? [`${writing.say(published.edition)} (${published.year})`] : [];
  })))];
  const facts: [string, string][] = [
    [w.period, periodWords(period, language)], [w.editionOfBenchmark, editions.slice(0, 3).join(language === 'zh' ? '、' : ', ')],
    ...(observedSince ? [[w.observedSince, dayIn(observedSince, language)] as [string, string]] : []), [w.made, dayIn(made, language)],
  ];
  return {
    head: null, kind: 'cover', notes: nothing,
    body: html`<p class="series">${w.title}</p><h1>${brand}</h1><p class="account">${account ?? w.allAccounts}</p>${strokes(writing)}<p class="year">${periodWords(period, language)}</p>
<dl class="facts">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>${aggregatesOnly ? html`<p class="small">${w.headOffice}</p>` : null}`,
  };
}

const dayIn = (instant: Date, language: Writing['language']): string => dayWords(localDay(instant), language);

/** The brand's own months as strokes: no two covers are alike. */
function strokes({ figure, w }: Writing): Html {
  const values = figure('growth_by_month')?.cells.flatMap(({ numerator }) => (numerator === null ? [] : [numerator])) ?? [];
  const most = Math.max(...values.map(Math.abs), 0);
  if (most === 0) return html`<div class="rule"></div>`;
  const step = 640 / values.length;
  return html`<svg class="strokes" viewBox="0 0 640 183" role="img" aria-label="${w.coverNote}"><line x1="0" x2="640" y1="182" y2="182" class="base"/>${values.map((value, index) =>
    html`<line x1="${((index + 0.5) * step).toFixed(1)}" x2="${((index + 0.5) * step).toFixed(1)}" y1="182" y2="${(182 - Math.max(2, (Math.max(value, 0) / most) * 176)).toFixed(1)}" class="stroke"/>`)}</svg><p class="small">${w.coverNote}</p>`;
}
