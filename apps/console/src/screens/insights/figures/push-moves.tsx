import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { useWords } from '../../../i18n/index.ts';
import { count, difference } from '../../../lib/format.ts';
import type { Cell } from '../queries.ts';
import { cellOf, hasValues, useInsights, useMeasured } from '../view.ts';
import { Absent } from './figure-chart.tsx';
import css from './push-moves.module.css';
import { nameOf } from './words.ts';

/** W-11: what each push brought and what it cost in followers. */
export function PushMoves() {
  const { t, language } = useWords();
  const { ask, scope } = useInsights();
  const gained = useMeasured('push_gained');
  const lost = useMeasured('push_lost');
  if (!gained || !lost) return null;
  if (!hasValues(gained.figure) && !hasValues(lost.figure)) return <Absent measured={gained} />;
  const keys = [...new Set([...gained.figure.cells, ...lost.figure.cells].map(({ key }) => key))];
  const rows = keys.map((key) => {
    const [plus, minus] = [cellOf(gained.figure, key), cellOf(lost.figure, key)];
    return { key, plus, minus, name: nameOf((plus ?? minus)!, language), net: (plus?.numerator ?? 0) - (minus?.numerator ?? 0) };
  });
  type Row = (typeof rows)[number];
  const link = (metric: NonNullable<typeof gained>['metric'], cell: Cell | undefined) =>
    cell && ask && metric.behind && cell.numerator
      ? <button type="button" className={css.link} onClick={() => ask({ metric, cell })}>{count(cell.numerator)}</button>
      : count(cell?.numerator ?? 0);
  const columns: Column<Row>[] = [
    { id: 'push', title: t('insights.push'), width: 200, grow: 3, phone: 'title', cell: (row) => row.name, text: (row) => row.name },
    { id: 'gained', title: gained.metric.name[language], width: 150, align: 'right', phone: 'detail', cell: (row) => link(gained.metric, row.plus), text: (row) => row.plus?.numerator },
    { id: 'lost', title: lost.metric.name[language], width: 150, align: 'right', phone: 'detail', cell: (row) => link(lost.metric, row.minus), text: (row) => row.minus?.numerator },
    { id: 'net', title: t('insights.net'), width: 90, align: 'right', phone: 'aside', cell: (row) => difference(row.net), text: (row) => row.net },
  ];
  return <DataTable id={`insight-pushes-${scope.from}-${scope.to}`} label={t('insights.pushMoves')} columns={columns} rows={rows} rowId={(row) => row.key} empty={null} />;
}
