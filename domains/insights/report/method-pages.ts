import type { Language } from '@qingniao/kernel';
import type { Benchmark } from '../benchmarks/benchmark.ts';
import { confidences } from '../benchmarks/benchmark.ts';
import { linesOf, sourceOf } from './footnotes.ts';
import { html, type Html, nothing } from './html.ts';
import type { Page } from './pages.ts';
import type { Writing } from './report-input.ts';
import { method, shortEdition, sourceWords } from './words.ts';

/** A heading and what stands under it; may go on over the page. */
interface Section {
  title: string;
  lead?: string;
  rows: readonly Row[];
}

type Row = { text: string } | Noted;

interface Noted {
  title: string;
  text: string;
}

/** How these numbers were made: method and what is missing, where figures come from, and what the published report got wrong. */
export function methodPages(writing: Writing): Page[] {
  const { w, say, aggregatesOnly } = writing;
  const { corrections, editions } = quotedNotes(writing);
  const lacks = missing(writing);
  const sections: Section[] = [
    { title: w.method, rows: [...method.map((text) => ({ text: say(text) })), ...(aggregatesOnly ? [{ text: w.suppressed }] : [])] },
    { title: w.missing, rows: lacks.length > 0 ? lacks : [{ text: w.nothingMissing }] },
    { title: w.sources, rows: sources(writing) },
    { title: w.wrong, lead: w.wrongLead, rows: corrections },
    { title: w.editions, rows: editions },
  ];
  return flow(sections.filter(({ rows }) => rows.length > 0), writing).map((body) => ({ head: w.howMade, body, notes: nothing }));
}

/** Each lack once, with the figures it concerns. */
function missing({ figures, say, language }: Writing): Noted[] {
  const lacks = new Map<string, string[]>();
  for (const { metric, missing: lack } of figures) if (lack) lacks.set(say(lack), [...(lacks.get(say(lack)) ?? []), say(metric.name)]);
  return [...lacks].map(([title, names]) => ({ title, text: names.join(language === 'zh' ? '、' : ', ') }));
}

/** Figures by what they are made from, each with its rows of the study. */
function sources({ figures, say, language }: Writing): Noted[] {
  const [and, stop] = language === 'zh' ? ['；', '、'] : ['; ', ', '];
  const made = new Map<string, string[]>();
  for (const { metric } of figures) {
    const from = metric.sources.map((source) => say(sourceWords[source])).join(and);
    made.set(from, [...(made.get(from) ?? []), `${say(metric.name)} (${metric.rows.join(', ')})`]);
  }
  return [...made].map(([title, names]) => ({ title, text: names.join(stop) }));
}

/** The notes on the benchmarks this report shows, each once; then the editions. */
function quotedNotes(writing: Writing): { corrections: Noted[]; editions: Noted[] } {
  const { language } = writing;
  const shown = writing.figures.flatMap(({ metric }) => writing.benchmarks.filter((one) => one.metric === metric.id && (one.note !== null || one === writing.benchmark(metric.id, one.key))).map((one) => ({ metric, one })));
  const corrections = new Map<string, Noted>();
  const editions = new Map<string, Noted>();
  for (const { metric, one } of shown) {
    if (one.note && one.edition.en.startsWith(STUDY)) corrections.set(writing.say(one.note), { title: writing.say(metric.name), text: `${shortEdition(writing.say(one.edition))}${language === 'zh' ? '：' : ': '}${writing.say(one.note)}` });
    editions.set(editionKey(one), { title: writing.say(one.edition), text: `${sourceOf(one, writing)} · ${writing.say(confidences[one.confidence])}` });
  }
  return { corrections: [...corrections.values()], editions: [...editions.values()] };
}

const STUDY = 'WeChat Luxury Index';
const editionKey = ({ edition, source, confidence }: Benchmark): string => [edition.en, source.name, confidence].join();

/** Millimetres: a section's heading, the rule above all but a page's first, its lead, a line of text, between rows; half-widths of a letter in a line of each. */
const HEADING = 11;
const RULE = 13.3;
const LEAD = 7;
const LINE = 3.55;
const BETWEEN = 1.5;
const WIDTH = { title: 27, text: 92, whole: 112 };
/** Latin letters are narrower than half a sign. */
const LATIN = 1.07;
/** A page without footnotes. */
const ROOM = 245;

function heightOf(row: Row, language: Language): number {
  const lines = (text: string, width: number): number => linesOf(text, language === 'en' ? width * LATIN : width);
  return BETWEEN + LINE * ('title' in row ? Math.max(lines(row.title, WIDTH.title), lines(row.text, WIDTH.text)) : lines(row.text, WIDTH.whole));
}

const written = (row: Row): Html => ('title' in row ? html`<dl class="plain"><dt>${row.title}</dt><dd>${row.text}</dd></dl>` : html`<p class="reading">${row.text}</p>`);

/** The sections one after the other over as many pages as they need; a heading never stands alone at the foot. */
function flow(sections: readonly Section[], { w, language }: Writing): Html[] {
  const pages: Html[] = [html`<h2 class="plainhead">${w.howMade}</h2>`];
  let left = ROOM - 14;
  let first = true;
  for (const { title: heading, lead, rows } of sections) {
    let open: Html[] = [];
    const close = () => {
      if (open.length > 0) pages.push(html`${pages.pop()!}<section class="block">${open}</section>`);
      open = [];
    };
    rows.forEach((row, index) => {
      const head = index === 0 ? html`<h3>${heading}</h3>${lead ? html`<p class="reading">${lead}</p>` : null}` : nothing;
      const height = heightOf(row, language) + (index === 0 ? HEADING + (lead ? LEAD : 0) + (first ? 0 : RULE) : 0);
      if (height > left) {
        close();
        pages.push(nothing);
        left = ROOM;
        first = true;
      }
      left -= height;
      open.push(html`${head}${written(row)}`);
    });
    close();
    first = false;
  }
  return pages;
}
