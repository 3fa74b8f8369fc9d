import type { Benchmark } from '../benchmarks/benchmark.ts';
import { confidences } from '../benchmarks/benchmark.ts';
import { linesOf, sourceOf } from './footnotes.ts';
import { html, type Html, nothing } from './html.ts';
import { type Page, ROOM } from './pages.ts';
import type { Writing } from './report-input.ts';
import { method, sourceWords } from './words.ts';

/** How these numbers were made: method and what is missing, sources figure by figure, and what the published report got wrong. */
export function methodPages(writing: Writing): Page[] {
  const { w, say, aggregatesOnly } = writing;
  const first = html`<h2 class="plainhead">${w.howMade}</h2><section class="block"><h3>${w.method}</h3>${method.map((text) => html`<p class="reading">${say(text)}</p>`)}${aggregatesOnly ? html`<p class="reading">${w.suppressed}</p>` : null}</section>
<section class="block"><h3>${w.missing}</h3>${missing(writing)}</section>`;
  const notes = quotedNotes(writing);
  return [
    { body: first, notes: nothing },
    { body: html`<section class="block"><h3>${w.sources}</h3>${sources(writing)}</section>`, notes: nothing },
    ...split(notes, writing).map((body) => ({ body, notes: nothing })),
  ].map((page) => ({ ...page, head: w.howMade }));
}

/** Each lack once, with the figures it concerns. */
function missing({ figures, w, say, language }: Writing): Html {
  const lacks = new Map<string, string[]>();
  for (const { metric, missing: lack } of figures) if (lack) lacks.set(say(lack), [...(lacks.get(say(lack)) ?? []), say(metric.name)]);
  if (lacks.size === 0) return html`<p class="reading">${w.nothingMissing}</p>`;
  return html`<dl class="plain">${[...lacks].map(([lack, names]) => html`<dt>${lack}</dt><dd>${names.join(language === 'zh' ? '、' : ', ')}</dd>`)}</dl>`;
}

const sources = ({ figures, say, w, language }: Writing): Html => html`<table class="score sources"><thead><tr><th>${w.figure}</th><td>${w.source}</td><td>${w.rows}</td></tr></thead><tbody>${figures.map(({ metric }) =>
  html`<tr><th scope="row">${say(metric.name)}</th><td>${metric.sources.map((source) => say(sourceWords[source])).join(language === 'zh' ? '；' : '; ')}</td><td>${metric.rows.join(', ')}</td></tr>`)}</tbody></table>`;

interface Noted {
  title: string;
  text: string;
}

/** The notes on the benchmarks this report shows, each once; then the editions. */
function quotedNotes(writing: Writing): { corrections: Noted[]; editions: Noted[] } {
  const { language } = writing;
  const shown = writing.figures.flatMap(({ metric }) => writing.benchmarks.filter((one) => one.metric === metric.id && (one.note !== null || one === writing.benchmark(metric.id, one.key))).map((one) => ({ metric, one })));
  const corrections = new Map<string, Noted>();
  const editions = new Map<string, Noted>();
  for (const { metric, one } of shown) {
    if (one.note && one.edition.en.startsWith(STUDY)) corrections.set(writing.say(one.note), { title: writing.say(metric.name), text: `${writing.say(one.edition)}${language === 'zh' ? '：' : ': '}${writing.say(one.note)}` });
    editions.set(editionKey(one), { title: writing.say(one.edition), text: `${sourceOf(one, writing)} · ${writing.say(confidences[one.confidence])}` });
  }
  return { corrections: [...corrections.values()], editions: [...editions.values()] };
}

const STUDY = 'WeChat Luxury Index';
const editionKey = ({ edition, source, confidence }: Benchmark): string => [edition.en, source.name, confidence].join();

/** The two lists over as many pages as they need. */
function split({ corrections, editions }: ReturnType<typeof quotedNotes>, { w }: Writing): Html[] {
  const rows = [
    ...corrections.map((one, index) => ({ one, heading: index === 0 ? { title: w.wrong, lead: w.wrongLead } : null })),
    ...editions.map((one, index) => ({ one, heading: index === 0 ? { title: w.editions, lead: null } : null })),
  ];
  const pages: Html[][] = [];
  let left = 0;
  for (const { one, heading } of rows) {
    const height = (heading ? 26 : 0) + Math.max(linesOf(one.title, 34), linesOf(one.text, 88)) * 4.6 + 3;
    if (height > left) {
      pages.push([]);
      left = ROOM;
    }
    left -= height;
    pages.at(-1)!.push(html`${heading ? html`<h3>${heading.title}</h3>${heading.lead ? html`<p class="reading">${heading.lead}</p>` : null}` : null}<dl class="plain"><dt>${one.title}</dt><dd>${one.text}</dd></dl>`);
  }
  return pages.map((page) => html`<section class="block">${page}</section>`);
}
