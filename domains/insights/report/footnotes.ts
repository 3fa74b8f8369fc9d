import { money } from '@qingniao/kernel';
import type { Benchmark } from '../benchmarks/benchmark.ts';
import { exact, suppressedText } from './format.ts';
import { html, type Html } from './html.ts';
import type { Writing } from './report-input.ts';

/** Half-widths of a letter a footnote column takes in a line, and the height of the line in millimetres. */
const COLUMN = 66;
const LINE = 3.25;

interface Footnote {
  number: number;
  text: string;
}

/** What a page's figures mean, what they are made of, and what they are held against. */
export function footnotes(metrics: readonly string[], writing: Writing): { notes: Html; height: number } {
  const all = [...new Set(metrics)].flatMap((metric) => footnote(metric, writing) ?? []).sort((a, b) => a.number - b.number);
  const lines = all.reduce((sum, { text }) => sum + linesOf(text, COLUMN), 0);
  return {
    notes: html`<footer class="notes">${all.map(({ number, text }) => html`<p><sup>${number}</sup> ${text}</p>`)}</footer>`,
    height: all.length === 0 ? 0 : Math.ceil(lines / 2 + 1) * LINE + 5,
  };
}

function footnote(metric: string, writing: Writing): Footnote | null {
  const { say, w, language, note, cell, benchmarks } = writing;
  const figure = writing.figure(metric);
  if (!figure) return null;
  const { name, definition, numerator, denominator, unit } = figure.metric;
  const one = cell(metric, '');
  const number = (value: number | null, fen: boolean): string => (one?.suppressed ? ` = ${suppressedText(one.suppressed, language)}` : value === null ? '' : ` = ${fen ? money(value) : exact(value)}`);
  const [colon, stop] = language === 'zh' ? ['：', '。'] : [': ', '.'];
  const clause = (text: string): string => `${text.replace(/[.。]$/, '')}${stop}`;
  const parts = [
    `${say(name)}${colon}${clause(say(definition))}`,
    clause(`${w.numerator}${colon}${say(numerator)}${number(one?.numerator ?? null, unit === 'fen')}`),
    ...(unit === 'count' ? [] : [clause(`${w.denominator}${colon}${say(denominator)}${number(one?.denominator ?? null, false)}`)]),
    ...quoted(benchmarks.filter((published) => published.metric === metric && published === writing.benchmark(metric, published.key))).map((published) => clause(`${w.benchmark}${colon}${citation(published, writing)}`)),
  ];
  if (figure.missing && say(figure.missing) !== writing.commonLack) parts.push(say(figure.missing));
  return { number: note(metric), text: parts.join(language === 'zh' ? '' : ' ') };
}

/** One line an edition and year. */
const quoted = (benchmarks: readonly Benchmark[]): Benchmark[] =>
  [...new Map(benchmarks.map((one) => [`${one.edition.en} ${one.year} ${one.source.name}`, one])).values()];

/** `WeChat Luxury Index 2021 (2020), JINGdigital and Digital Luxury Group, 2021`. */
const citation = (benchmark: Benchmark, { say, language }: Writing): string =>
  `${say(benchmark.edition)} (${benchmark.year})${language === 'zh' ? '，' : ', '}${[publisher(benchmark), benchmark.source.date].filter((part) => part).join(', ')}`;

/** Who published it, when and where, and over whom. */
export function sourceOf(benchmark: Benchmark, { say, language }: Writing): string {
  const { source: { date, address }, sample } = benchmark;
  return [[publisher(benchmark), date, address].filter((part) => part).join(', '), ...(sample ? [say(sample)] : [])].join(language === 'zh' ? '；' : '; ');
}

/** Without the name of the edition, which stands before it. */
const publisher = ({ edition, source }: Benchmark): string => (source.name.startsWith(edition.en) ? source.name.slice(edition.en.length).replace(/^[,; ]+/, '') : source.name);

/** Lines a text takes where `width` half-widths fit: Chinese signs are two wide. */
export function linesOf(text: string, width: number): number {
  let units = 0;
  for (const sign of text) units += sign.codePointAt(0)! > 0x2e7f ? 2 : 1.02;
  return Math.max(1, Math.ceil(units / width));
}
