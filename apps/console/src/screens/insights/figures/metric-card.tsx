import { FigureCard } from '../../../components/figure-card.tsx';
import { Count, PeopleCount } from '../../../components/number.tsx';
import { useWords } from '../../../i18n/index.ts';
import { benchmarkOf, cellOf, useInsights, useMeasured } from '../view.ts';
import { About } from './about.tsx';
import { benchmarkText, deltaOf, nameOf, shown } from './words.ts';

interface MetricCardProps {
  id: string;
  /** Which cell of the figure; the single one when absent. */
  cell?: string;
  /** The figure whose cells, in their order, are how this one went. */
  series?: string;
}

/** One figure with what it is compared with, from the catalogue and nothing else. */
export function MetricCard({ id, cell: key = '', series }: MetricCardProps) {
  const { t, language } = useWords();
  const { figures, ask } = useInsights();
  const measured = useMeasured(id);
  const went = useMeasured(series ?? id);
  if (!measured) return null;
  const { metric, figure } = measured;
  const cell = cellOf(figure, key) ?? null;
  const benchmark = benchmarkOf(measured, key);
  const size = benchmark?.key === 'small' || benchmark?.key === 'large' ? ` · ${t(`insights.bench.${benchmark.key}`)}` : '';
  const value = cell && shown(metric, cell);
  const name = metric.name[language];
  return (
    <FigureCard
      label={key === '' || !cell ? name : `${name} · ${nameOf(cell, language)}`}
      value={cell?.suppressed ? <PeopleCount value={null} suppressed={cell.suppressed} /> : value !== null && cell && cell.value !== null && metric.unit === 'count' ? <Count value={cell.value} /> : value}
      missing={figure.missing?.[language] ?? t('figure.notEnough')}
      delta={cell && deltaOf(metric, cell, t('insights.against', { ...figures.previous }))}
      {...(benchmark ? { benchmark: `${benchmarkText(benchmark.unit, benchmark)}${size} · ${benchmark.edition[language]}` } : {})}
      {...(series && went ? { spark: went.figure.cells.flatMap((one) => (one.value === null ? [] : [one.value])) } : {})}
      about={<About measured={measured} cell={cell} />}
      onOpen={ask && metric.behind && cell && value !== null ? () => ask({ metric, cell }) : undefined}
    />
  );
}
