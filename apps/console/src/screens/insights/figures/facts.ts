import { exactShare } from '../../../lib/format.ts';
import { useWords } from '../../../i18n/index.ts';
import type { Cell, Metric } from '../queries.ts';
import { benchmarkOf, useInsights, type Measured } from '../view.ts';
import { benchmarkText, exact, inUnit, nameOf, shown } from './words.ts';

export type Fact = readonly [name: string, value: string];

/** What the hover over a cell says: the exact value, what it is made of, the period before, the benchmark. */
export function useFacts() {
  const { t, language } = useWords();
  const { figures } = useInsights();
  return (measured: Measured, cell: Cell): Fact[] => {
    const { metric } = measured;
    const before = cell.previous?.value ?? null;
    const benchmark = benchmarkOf(measured, cell.key);
    const facts: (Fact | null)[] = [
      [metric.name[language], exactly(metric, cell)],
      cell.numerator === null ? null : [metric.numerator[language], exact(cell.numerator)],
      cell.denominator === null ? null : [metric.denominator[language], exact(cell.denominator)],
      before === null ? null : [t('insights.before', { ...figures.previous }), inUnit(metric.unit, before)],
      benchmark ? [`${benchmark.edition[language]} · ${benchmark.year}`, benchmarkText(metric.unit, benchmark)] : null,
    ];
    return facts.filter((fact) => fact !== null);
  };
}

/** Four decimals of a per cent: what is rounded on screen stands here in full. */
function exactly(metric: Metric, cell: Cell): string {
  if (cell.value === null || metric.unit === 'count' || metric.unit === 'fen') return shown(metric, cell) ?? '–';
  return metric.unit === 'mean' ? exact(cell.value) : exactShare(cell.value);
}

/** The cells of a figure as a table for CSV files and screen readers, values unrounded. */
export function useTable() {
  const { t, language } = useWords();
  return (measured: Measured) => {
    const { metric, figure } = measured;
    return {
    header: [
      metric.dimension?.name[language] ?? metric.name[language], metric.numerator[language], metric.denominator[language],
      metric.name[language], t('insights.low'), t('insights.high'), t('insights.valueBefore'), t('insights.benchmark'), t('insights.editionHead'),
    ],
    rows: figure.cells.map((cell) => {
      const benchmark = benchmarkOf(measured, cell.key);
      return [
        nameOf(cell, language), cell.numerator, cell.denominator, cell.value, cell.low, cell.high,
        cell.previous?.value, benchmark && (benchmark.value ?? benchmarkText(metric.unit, benchmark)), benchmark && `${benchmark.edition[language]} (${benchmark.year})`,
      ];
    }),
    };
  };
}
