import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { useWords } from '../../../i18n/index.ts';
import { count, exactShare } from '../../../lib/format.ts';
import type { Cell } from '../queries.ts';
import { cellOf, hasValues, useInsights, useMeasured, type Measured } from '../view.ts';
import css from './recruitment-table.module.css';
import { absent, benchmarkText, inUnit, nameOf, shown } from './words.ts';

/** W-05 with all that is known of a source in one line: how many came, how many stayed, what it cost. */
export function RecruitmentTable() {
  const { t, language } = useWords();
  const { ask, scope } = useInsights();
  const sources = useMeasured('recruitment_sources');
  const beside = [
    { measured: useMeasured('churn_by_source'), title: t('recruitment.cohortChurn') },
    { measured: useMeasured('churn_in_period'), title: t('recruitment.periodChurn') },
    { measured: useMeasured('monthly_active_by_source'), title: t('insights.monthlyActive') },
    { measured: useMeasured('cost_per_kept'), title: t('recruitment.costPerKept') },
  ];
  if (!sources || !hasValues(sources.figure)) return null;
  const { metric, figure } = sources;
  const years = [...new Set(figure.benchmarks.filter(({ unit, value }) => unit === metric.unit && value !== null).map(({ year }) => year))].sort().reverse();
  const hasBefore = figure.cells.some(({ previous }) => previous !== null && previous.value !== null);
  const columns: Column<Cell>[] = [
    { id: 'source', title: metric.dimension?.name[language] ?? metric.name[language], width: 104, grow: 1, phone: 'title', cell: (row) => nameOf(row, language), text: (row) => nameOf(row, language) },
    { id: 'follows', title: t('recruitment.follows'), width: 88, align: 'right', phone: 'detail', cell: (row) => (row.numerator === null ? t(absent(row)) : count(row.numerator)), text: (row) => row.numerator },
    { id: 'share', title: t('recruitment.share'), width: 56, align: 'right', phone: 'aside', cell: (row) => <span title={row.value === null ? undefined : exactShare(row.value)}>{shown(metric, row) ?? t(absent(row))}</span>, text: (row) => row.value },
    ...(hasBefore ? [{
      id: 'before', title: t('insights.shareBefore'), width: 72, align: 'right' as const,
      cell: (row: Cell) => (row.previous?.value == null ? t('state.none') : inUnit(metric.unit, row.previous.value)), text: (row: Cell) => row.previous?.value,
    }] : []),
    ...years.map((year): Column<Cell> => {
      const published = (key: string) => figure.benchmarks.find((one) => one.key === key && one.year === year && one.unit === metric.unit);
      return {
        id: `benchmark-${year}`, title: t('insights.benchmarkOf', { year }), width: 96, align: 'right', text: (row) => published(row.key)?.value,
        cell: (row) => {
          const one = published(row.key);
          return one ? <span className={css.benchmark} title={one.edition[language]}>{benchmarkText(metric.unit, one)}</span> : t('state.none');
        },
      };
    }),
    ...beside.flatMap(({ measured, title }): Column<Cell>[] => (measured ? [{
      id: measured.metric.id, title, width: 100, align: 'right',
      cell: (row) => inOther(measured, row.key) ?? t('state.none'), text: (row) => cellOf(measured.figure, row.key)?.value,
    }] : [])),
  ];
  return (
    <div className={css.table}>
      <DataTable
        id={`insight-sources-${scope.from}-${scope.to}`}
        label={metric.name[language]}
        columns={columns}
        rows={figure.cells}
        rowId={(row) => row.key}
        empty={null}
        onOpen={ask && metric.behind ? (cell) => ask({ metric, cell }) : undefined}
      />
    </div>
  );
}

function inOther({ metric, figure }: Measured, key: string): string | null {
  const cell = cellOf(figure, key);
  return cell ? shown(metric, cell) : null;
}
