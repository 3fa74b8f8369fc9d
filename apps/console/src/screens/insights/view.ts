import { createContext, use } from 'react';
import type { Text } from '../../shell/text.ts';
import type { Benchmark, Cell, Chapter, Figure, Figures, Metric, Scope } from './queries.ts';

/** Which rows somebody wants to see: those of one figure, or of one of its cells. */
export interface Asked {
  metric: Metric;
  cell: Cell | null;
}

/** A chapter's numbers for whoever draws them: the console's pages and the report. */
export interface InsightsView {
  scope: Scope;
  figures: Figures;
  catalogue: ReadonlyMap<string, Metric>;
  /** Absent on paper, where nothing can be clicked. */
  ask?: ((asked: Asked) => void) | undefined;
}

export const InsightsContext = createContext<InsightsView | null>(null);

export function useInsights(): InsightsView {
  const view = use(InsightsContext);
  if (!view) throw new Error('useInsights outside of a chapter');
  return view;
}

export interface Measured {
  metric: Metric;
  figure: Figure;
}

/** One figure of the chapter with its entry of the catalogue; null while the server does not have it. */
export function useMeasured(id: string): Measured | null {
  const { catalogue, figures } = useInsights();
  const metric = catalogue.get(id);
  const figure = figures.figures.find((one) => one.metric === id);
  return metric && figure ? { metric, figure } : null;
}

export const cellOf = (figure: Figure, key: string): Cell | undefined => figure.cells.find((cell) => cell.key === key);

/** The benchmark a cell is held against: the server chooses it, for the sentences and the report as well. */
export function benchmarkOf({ figure }: Measured, key: string): Benchmark | undefined {
  const id = cellOf(figure, key)?.benchmark;
  return id ? figure.benchmarks.find((one) => one.id === id) : undefined;
}

/** Where it is drawn: of a range, the middle. */
export const middleOf = ({ value, low, high }: Benchmark): number => value ?? ((low ?? 0) + (high ?? 0)) / 2;

/** Whether there is anything to draw. */
export const hasValues = (figure: Figure): boolean => figure.cells.some(({ value, low }) => value !== null || low !== undefined);

/** Fewer carry no sentence, in the report neither. */
const FEWEST = { of: 100, cases: 5 };
export const carries = ({ numerator, denominator }: Cell): boolean => (denominator ?? 0) >= FEWEST.of && (numerator ?? 0) >= FEWEST.cases;
export const carriesWords = (figure: Figure): boolean => figure.cells.some(carries);

/** Sentences the server found the chapter's numbers to carry. */
export const sentencesOf = (figures: Figures, chapter: Chapter): Text[] =>
  figures.sentences.filter((one) => one.chapter === chapter).map(({ text }) => text);
