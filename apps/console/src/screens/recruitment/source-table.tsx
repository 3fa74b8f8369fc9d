import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { PeopleCount } from '../../components/number.tsx';
import { useWords } from '../../i18n/index.ts';
import { exactShare, money, percent, share } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { useKinds, type SourceRow } from './queries.ts';

/** Not shown to who may not see money. */
const ofMoney = new Set(['spent', 'cpf', 'cpk']);

/** Two churns with two names (W-12): of those who came in the period, and of those who were there. */
export function SourceTable({ rows, costs }: { rows: readonly SourceRow[]; costs: boolean }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const names = useKinds()?.groups;
  const nameOf = (row: SourceRow) => names?.[row.group]?.[language] ?? row.group;
  const ratio = (value: number | null) => (value === null ? t('state.none') : share(value));
  const fen = (value: number | null) => (value === null ? t('state.none') : money(Math.round(value)));
  const columns: Column<SourceRow>[] = [
    { id: 'group', title: t('recruitment.source'), width: 96, grow: 1, phone: 'title', cell: nameOf, text: nameOf },
    { id: 'follows', title: t('recruitment.follows'), width: 84, align: 'right', phone: 'aside', cell: (row) => <PeopleCount value={row.follows} suppressed={row.suppressed} />, text: (row) => row.follows },
    { id: 'share', title: t('recruitment.share'), width: 72, align: 'right', phone: 'detail', cell: (row) => (row.percent === null || row.share === null ? t('state.none') : <span className="num" title={exactShare(row.share)}>{percent(row.percent)}</span>), text: (row) => row.share },
    { id: 'gone', title: t('recruitment.gone'), width: 110, align: 'right', optional: true, cell: (row) => <PeopleCount value={row.gone} suppressed={row.suppressed} />, text: (row) => row.gone },
    { id: 'cohort', title: t('recruitment.cohortChurn'), width: 110, align: 'right', phone: 'detail', cell: (row) => ratio(row.cohortChurn), text: (row) => row.cohortChurn },
    { id: 'unfollows', title: t('recruitment.unfollows'), width: 84, align: 'right', cell: (row) => <PeopleCount value={row.unfollows} suppressed={row.suppressed} />, text: (row) => row.unfollows },
    { id: 'average', title: t('recruitment.averageFollowers'), width: 110, align: 'right', optional: true, cell: (row) => <PeopleCount value={row.averageFollowers === null ? null : Math.round(row.averageFollowers)} suppressed={row.suppressed} />, text: (row) => row.averageFollowers },
    { id: 'period', title: t('recruitment.periodChurn'), width: 104, align: 'right', cell: (row) => ratio(row.periodChurn), text: (row) => row.periodChurn },
    { id: 'spent', title: t('recruitment.spent'), width: 92, align: 'right', cell: (row) => (row.spentFen ? money(row.spentFen) : t('state.none')), text: (row) => row.spentFen / 100 },
    { id: 'cpf', title: t('recruitment.costPerFollow'), width: 110, align: 'right', cell: (row) => fen(row.costPerFollow), text: (row) => (row.costPerFollow === null ? null : row.costPerFollow / 100) },
    { id: 'cpk', title: t('recruitment.costPerKept'), width: 110, align: 'right', cell: (row) => fen(row.costPerKept), text: (row) => (row.costPerKept === null ? null : row.costPerKept / 100) },
  ];
  return <DataTable id={`sources-${brand.id}`} label={t('recruitment.bySource')} columns={costs ? columns : columns.filter(({ id }) => !ofMoney.has(id))} rows={rows} rowId={(row) => row.group} empty={null} />;
}
