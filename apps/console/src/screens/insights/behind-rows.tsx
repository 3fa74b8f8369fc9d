import { Link, useNavigate } from '@tanstack/react-router';
import { useCatalogue } from '../../api/catalogue.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { When } from '../../components/number.tsx';
import { Empty } from '../../components/states.tsx';
import { usePages } from '../../components/use-pages.ts';
import { useWords } from '../../i18n/index.ts';
import { date } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { exact } from './figures/words.ts';
import { behindPage, type DayBehind, type Part, type PersonBehind, type PushBehind } from './queries.ts';
import { useInsights, type Asked } from './view.ts';

interface RowsProps {
  asked: Asked;
  part: Part;
}

/** One list of what a figure counts, page by page; the metric's `behind` says what it consists of. */
function useBehind<Item>({ asked: { metric, cell }, part }: RowsProps) {
  const brand = useBrand();
  const { scope } = useInsights();
  return usePages<Item>(['brand', brand.id, 'insights', 'behind', metric.id, cell?.key, part, scope], async (cursor) => {
    const { items, nextCursor } = await behindPage(brand.id, scope, metric.id, cell?.key ?? '', part, cursor);
    return { items: items as Item[], nextCursor };
  });
}

function NoRows() {
  const { t } = useWords();
  return <Empty title={t('insights.noRows')}>{t('insights.noRowsMore')}</Empty>;
}

export function PeopleRows(props: RowsProps) {
  const { t, language } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const catalogue = useCatalogue();
  const list = useBehind<PersonBehind>(props);
  const nameOf = (row: PersonBehind) => row.name ?? t('contacts.unnamed', { id: row.id });
  const stageOf = (row: PersonBehind) => catalogue?.stages[row.stage]?.[language] ?? row.stage;
  const sourceOf = (row: PersonBehind) => catalogue?.sources[row.source]?.[language] ?? row.source;
  const columns: Column<PersonBehind>[] = [
    { id: 'name', title: t('contacts.name'), width: 140, grow: 2, phone: 'title', cell: nameOf, text: nameOf },
    { id: 'stage', title: t('contacts.stage'), width: 110, phone: 'aside', cell: stageOf, text: stageOf },
    { id: 'source', title: t('contacts.source'), width: 110, phone: 'detail', cell: sourceOf, text: sourceOf },
    {
      id: 'followed', title: t('contacts.followed'), width: 140, phone: 'detail', text: (row) => row.followedAt,
      cell: (row) => (row.subscribed && row.followedAt ? date(row.followedAt, language) : t(row.unfollowedAt ? 'contacts.left' : 'contacts.notFollowing')),
    },
  ];
  const open = (row: PersonBehind) => void navigate({ to: '/b/$brandId/contacts/$contactId', params: { brandId: String(brand.id), contactId: String(row.id) } });
  return (
    <DataTable id={`behind-${props.asked.metric.id}`} label={props.asked.metric[props.part][language]} columns={columns} rowId={(row) => String(row.id)} {...list} {...(brand.can('people:read') ? { onOpen: open } : {})} empty={<NoRows />} />
  );
}

export function PushRows(props: RowsProps) {
  const { t, language } = useWords();
  const brand = useBrand();
  const list = useBehind<PushBehind>(props);
  // What was sent from WeChat's own console has neither a title of ours nor a page.
  const titleOf = ({ title }: PushBehind) => title ?? t('insights.fromConsole');
  const linked = (row: PushBehind) => (row.title !== null && brand.can('pushes:read')
    ? <Link to="/b/$brandId/pushes/$pushId" params={{ brandId: String(brand.id), pushId: row.id }}>{row.title}</Link> : titleOf(row));
  const columns: Column<PushBehind>[] = [
    { id: 'title', title: t('insights.push'), width: 200, grow: 3, phone: 'title', cell: linked, text: titleOf },
    { id: 'sent', title: t('pushes.sentAt'), width: 180, phone: 'detail', cell: (row) => (row.sentAt ? <When at={row.sentAt} /> : t('state.none')), text: (row) => row.sentAt },
    { id: 'count', title: t('insights.itsPart'), width: 110, align: 'right', phone: 'aside', cell: (row) => (row.count === null ? t('state.none') : exact(row.count)), text: (row) => row.count },
  ];
  return (
    <DataTable id={`behind-${props.asked.metric.id}`} label={props.asked.metric[props.part][language]} columns={columns} rowId={(row) => row.id} {...list} empty={<NoRows />} />
  );
}

export function DayRows(props: RowsProps) {
  const { t, language } = useWords();
  const list = useBehind<DayBehind>(props);
  const columns: Column<DayBehind>[] = [
    { id: 'day', title: t('recruitment.day'), width: 140, grow: 1, phone: 'title', cell: (row) => date(`${row.day}T12:00:00+08:00`, language), text: (row) => row.day },
    { id: 'count', title: t('insights.itsPart'), width: 130, align: 'right', phone: 'aside', cell: (row) => (row.count === null ? t('state.none') : exact(row.count)), text: (row) => row.count },
  ];
  return <DataTable id={`behind-${props.asked.metric.id}`} label={props.asked.metric[props.part][language]} columns={columns} rowId={(row) => row.day} {...list} empty={<NoRows />} />;
}
