import { columns } from '../../../charts/columns.ts';
import { useWords } from '../../../i18n/index.ts';
import { atAxis, benchmarkText, inUnit, nameOf } from './words.ts';
import { benchmarkOf, carriesWords, middleOf, useMeasured, type Measured } from '../view.ts';
import { withBenchmarks } from './bar-chart.tsx';
import { useFacts } from './facts.ts';
import { FigureChart } from './figure-chart.tsx';

interface ColumnChartProps {
  id: string;
  kind: 'months' | 'amounts';
  finding?: (measured: Measured) => string | null;
}

/** The cells of a figure along an axis: months, positions, numbers of articles. */
export function ColumnChart({ id, kind, finding }: ColumnChartProps) {
  const { language } = useWords();
  const measured = useMeasured(id);
  const factsOf = useFacts();
  if (!measured) return null;
  const { metric, figure } = measured;
  const cells = kind === 'months' ? figure.cells : figure.cells.filter(({ value }) => value !== null);
  const keyed = figure.cells.flatMap((cell) => {
    const benchmark = benchmarkOf(measured, cell.key);
    return benchmark ? [{ cell, benchmark }] : [];
  })[0];
  const found = (carriesWords(figure) && finding?.(measured)) || null;
  return (
    <FigureChart
      measured={measured}
      cells={cells}
      title={found}
      note={withBenchmarks(found && metric.name[language], keyed?.benchmark.edition[language])}
      height={240}
      option={columns({
        columns: cells.map((cell) => ({ name: nameOf(cell, language), value: cell.value, facts: factsOf(measured, cell) })),
        format: (value) => atAxis(metric.unit, value, language),
        whole: metric.unit === 'count',
        ...(kind === 'amounts' ? { label: (value: number) => inUnit(metric.unit, value) } : {}),
        benchmark: keyed && { value: middleOf(keyed.benchmark), label: `${nameOf(keyed.cell, language)}\n${benchmarkText(keyed.benchmark.unit, keyed.benchmark)}` },
      })}
    />
  );
}
