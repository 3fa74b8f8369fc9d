import type { Language, Text } from '@qingniao/kernel';
import type { Annotation } from '../annotations.ts';
import type { Band } from '../band.ts';
import type { Benchmark } from '../benchmarks/benchmark.ts';
import type { Chapter, Period } from '../metric.ts';
import { benchmarkOf } from '../narrative/compare.ts';
import type { Sentence } from '../narrative/index.ts';
import type { Plan } from '../planner/index.ts';
import type { SafeProgress } from '../planner/suppress-small-weeks.ts';
import type { LiveSegmentValue } from '../segment-value/live-value.ts';
import type { SafeCell, SafeFigure } from './suppress-small-cells.ts';
import { type Words, words } from './words.ts';

/** Everything the document says; rendering it reads nothing else. */
export interface ReportInput {
  brand: string;
  /** One official account by name; null for all. */
  account: string | null;
  language: Language;
  /** When it was made. */
  made: Date;
  period: Period;
  previous: Period;
  observedSince: Date | null;
  figures: readonly SafeFigure[];
  benchmarks: readonly Benchmark[];
  /** How large the account was: what its growth is held against (W-02). */
  band: Band | null;
  sentences: readonly Sentence[];
  annotations: readonly Annotation[];
  /** Null where it may not be shown. */
  segments: LiveSegmentValue | null;
  plan: { name: string; plan: Plan; progress: SafeProgress } | null;
  /** Head office: small cells were suppressed. */
  aggregatesOnly: boolean;
  /** The brand's Insights in the console, and the period and account there; null where no figure leads to its rows. */
  console: { address: string; search: string } | null;
}

/** What every page is written with. */
export interface Writing extends ReportInput {
  w: Words;
  say: (text: Text) => string;
  figure: (metric: string) => SafeFigure | null;
  cell: (metric: string, key: string) => SafeCell | null;
  benchmark: (metric: string, key: string) => Benchmark | null;
  /** Of a metric, where it is told in its own chapter. */
  sentence: (metric: string, chapter: Chapter) => string | null;
  /** What most figures lack, said on every chapter's first page; null where nothing is common. */
  commonLack: string | null;
  /** Address of the rows behind a cell; null where there are none to see. */
  rows: (metric: string, key: string) => string | null;
  /** The number of a metric's footnote, which it gets when it is first asked for. */
  note: (metric: string) => number;
}

export function writing(input: ReportInput): Writing {
  const { language } = input;
  const figures = new Map(input.figures.map((figure) => [figure.metric.id, figure]));
  const notes = new Map<string, number>();
  return {
    ...input,
    w: words[language],
    say: (text) => text[language],
    figure: (metric) => figures.get(metric) ?? null,
    cell: (metric, key) => figures.get(metric)?.cells.find((one) => one.key === key) ?? null,
    benchmark: (metric, key) => (figures.get(metric)?.early ? null : benchmarkOf(input.benchmarks, metric, key, input.band)),
    sentence: (metric, chapter) => input.sentences.find((one) => one.metric === metric && one.chapter === chapter)?.text[language] ?? null,
    commonLack: commonOf(input.figures.flatMap(({ missing }) => (missing ? [missing[language]] : []))),
    rows: (metric, key) => {
      const { chapter, behind } = figures.get(metric)?.metric ?? {};
      if (input.console === null || !behind) return null;
      const { address, search } = input.console;
      return `${address}${chapter === 'acquisition' ? '' : `/${chapter}`}?${search}&behind=${encodeURIComponent(key === '' ? metric : `${metric}:${key}`)}`;
    },
    note: (metric) => {
      if (!notes.has(metric)) notes.set(metric, notes.size + 1);
      return notes.get(metric)!;
    },
  };
}

const commonOf = (texts: readonly string[]): string | null => texts.find((text) => texts.filter((other) => other === text).length > 5) ?? null;

/** Published for a whole year: not held against a part of one. */
const ofAYear = new Set(['community_growth', 'active_followers', 'churn_by_source']);
export function comparesOver(metric: string, { period, figure }: Writing): boolean {
  const wholeYear = period.from.slice(5) === '01-01' && period.to === `${period.from.slice(0, 4)}-12-31`;
  return !ofAYear.has(metric) || (wholeYear && figure(metric)?.missing === null);
}

/** Something to show: a value, a range, or a value that was suppressed. */
export const isKnown = ({ value, low, suppressed }: SafeCell): boolean => value !== null || low !== undefined || suppressed !== undefined;
