import type { ReactNode } from 'react';
import { bars, barsHeight } from '../../../charts/bars.ts';
import { useWords } from '../../../i18n/index.ts';
import { useNarrow } from '../../../lib/use-narrow.ts';
import type { Cell } from '../queries.ts';
import { benchmarkOf, carriesWords, middleOf, useMeasured, type Measured } from '../view.ts';
import { useFacts } from './facts.ts';
import { FigureChart } from './figure-chart.tsx';
import { absent, benchmarkText, nameOf, shown } from './words.ts';

interface BarChartProps {
  id: string;
  /** The finding in the numbers; null where there is none and the metric's name stands. */
  finding?: (measured: Measured, nameOf: (cell: Cell) => string) => string | null;
  note?: ReactNode;
  /** Cells of nobody are left out where the dimension is long. */
  onlyFound?: boolean;
}

/** The cells of a figure as bars in the catalogue's order, benchmarks as ochre ticks. */
export function BarChart({ id, finding, note, onlyFound = false }: BarChartProps) {
  const { t, language } = useWords();
  const narrow = useNarrow();
  const measured = useMeasured(id);
  const factsOf = useFacts();
  if (!measured) return null;
  const { metric, figure } = measured;
  const cells = onlyFound ? figure.cells.filter(({ numerator }) => numerator !== 0) : figure.cells;
  const editions = new Set<string>();
  const rows = cells.map((cell) => {
    const benchmark = benchmarkOf(measured, cell.key);
    if (benchmark) editions.add(benchmark.edition[language]);
    return {
      name: nameOf(cell, language),
      value: cell.value,
      label: shown(metric, cell) ?? t(absent(cell)),
      benchmark: benchmark && { value: middleOf(benchmark), label: benchmarkText(metric.unit, benchmark) },
      facts: factsOf(measured, cell),
    };
  });
  const compared = [...editions].join(language === 'zh' ? '、' : ', ');
  const found = (carriesWords(figure) && finding?.(measured, (cell) => nameOf(cell, language))) || null;
  return (
    <FigureChart
      measured={measured}
      cells={cells}
      title={found}
      note={withBenchmarks(note ?? (found && metric.name[language]), compared)}
      height={barsHeight(rows.length)}
      option={bars({ bars: rows, ...(narrow ? { names: 116, benchmarks: 60 } : { benchmarks: 80 }) })}
    />
  );
}

/** Says once per chart what the ochre marks are, after what else is said. */
export const withBenchmarks = (note: ReactNode, editions: string | undefined): ReactNode => <>{note}{note && editions && ' · '}{editions && <BenchmarkKey editions={editions} />}</>;

function BenchmarkKey({ editions }: { editions: string }) {
  const { t } = useWords();
  return <span style={{ color: 'var(--ochre-text)' }}>{t('insights.benchmarkKey', { editions })}</span>;
}
