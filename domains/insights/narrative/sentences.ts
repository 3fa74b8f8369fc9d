import { daysBetween, type Text } from '@qingniao/kernel';
import type { Band } from '../band.ts';
import type { Benchmark } from '../benchmarks/index.ts';
import { countRatio, type Interval, wilson } from '../intervals.ts';
import type { Cell, Chapter, Metric, Period } from '../metric.ts';
import { against, benchmarkOf } from './compare.ts';
import { writers } from './writers.ts';

/** A figure as the narrative needs it; what `measure` gives fits. */
export interface Told {
  metric: Pick<Metric, 'id' | 'chapter'>;
  cells: readonly Pick<Cell, 'key' | 'numerator' | 'denominator' | 'value'>[];
  missing: Text | null;
  /** Held against no benchmark. */
  early?: boolean;
}

export interface Sentence {
  chapter: Chapter;
  metric: string;
  text: Text;
}

/** A cell that rests on enough people to be spoken of. */
export interface Solid {
  key: string;
  value: number;
  interval: Interval;
  /** Set beside its benchmark; empty where there is none, or where a part of a year cannot be held against a year. */
  compared: Text;
}

/** A proportion: the denominator counts people (or deliveries), the numerator some of them. Else actions over people, or net growth. */
type Kind = 'proportion' | 'ratio';

/** What a writer asks for: the solid cells of one kind. `yearly`: the benchmark is of a whole year. */
export type SolidCells = (kind: Kind, options?: { yearly?: boolean }) => Solid[];

/** Fewer than these carry no sentence. */
export const MINIMUM_DENOMINATOR = 100;
export const MINIMUM_NUMERATOR = 5;

/**
 * What the figures carry, one sentence each at most, in their order. A difference is only claimed where the 95 % range of
 * the brand's own figure leaves the benchmark out; the benchmark's edition is always named.
 */
export function sentences(figures: readonly Told[], benchmarks: readonly Benchmark[], period: Period, band: Band | null = null): Sentence[] {
  const wholeYear = Math.abs(daysBetween(period.from, period.to) + 1 - 365) <= 1;
  return figures.flatMap((figure) => {
    const { id, chapter } = figure.metric;
    const text = writers[id]?.(solidCells(figure, (key) => (figure.early ? null : benchmarkOf(benchmarks, id, key, band)), wholeYear && figure.missing === null));
    return text ? [{ chapter, metric: id, text }] : [];
  });
}

const solidCells = ({ cells }: Told, benchmark: (key: string) => Benchmark | null, wholeYear: boolean): SolidCells => (kind, { yearly = false } = {}) =>
  cells.flatMap(({ key, numerator, denominator, value }) => {
    if (value === null || numerator === null || denominator === null) return [];
    if (denominator < MINIMUM_DENOMINATOR || Math.abs(numerator) < MINIMUM_NUMERATOR) return [];
    const interval = kind === 'proportion' ? wilson(Math.min(numerator, denominator), denominator) : countRatio(numerator, denominator);
    if (!interval) return [];
    const comparable = !yearly || wholeYear;
    return [{ key, value, interval, compared: against(interval, comparable ? benchmark(key) : null) }];
  });
