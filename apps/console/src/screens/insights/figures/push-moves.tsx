import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { PeopleCount } from '../../../components/number.tsx';
import { useWords } from '../../../i18n/index.ts';
import { count, difference } from '../../../lib/format.ts';
import type { Cell } from '../queries.ts';
import { hasValues, useInsights, useMeasured } from '../view.ts';
import { Absent } from './figure-chart.tsx';
import css from './push-moves.module.css';
import { pushRows, type PushRow } from './push-rows.ts';
import { nameOf } from './words.ts';

/** W-11: what each push brought and what it cost in followers. */
export function PushMoves() {
  const { t, language } = useWords();
  const { ask, scope } = useInsights();
  const gained = useMeasured('push_gained');
  const lost = useMeasured('push_lost');
  if (!gained || !lost) return null;
  if (!hasValues(gained.figure) && !hasValues(lost.figure)) return <Absent measured={gained} />;
  const rows = pushRows(gained.figure, lost.figure);
  const name = ({ plus, minus }: PushRow) => nameOf((plus ?? minus)!, language);
  const link = (metric: NonNullable<typeof gained>['metric'], cell: Cell | undefined) => {
    if (!cell || cell.numerator === null) return <PeopleCount value={null} suppressed={cell?.suppressed} />;
    return ask && metric.behind && cell.numerator > 0
      ? <button type="button" className={css.link} onClick={() => ask({ metric, cell })}>{count(cell.numerator)}</button>
      : count(cell.numerator);
  };
  const columns: Column<PushRow>[] = [
    { id: 'push', title: t('insights.push'), width: 200, grow: 3, phone: 'title', cell: name, text: name },
    { id: 'gained', title: gained.metric.name[language], width: 150, align: 'right', phone: 'detail', cell: (row) => link(gained.metric, row.plus), text: (row) => row.plus?.numerator },
    { id: 'lost', title: lost.metric.name[language], width: 150, align: 'right', phone: 'detail', cell: (row) => link(lost.metric, row.minus), text: (row) => row.minus?.numerator },
    { id: 'net', title: t('insights.net'), width: 90, align: 'right', phone: 'aside', cell: (row) => (row.net === null ? t('state.none') : difference(row.net)), text: (row) => row.net },
  ];
  return <DataTable id={`insight-pushes-${scope.from}-${scope.to}`} label={t('insights.pushMoves')} columns={columns} rows={rows} rowId={(row) => row.key} empty={null} />;
}
