import { Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, ask } from '../../../api/client.ts';
import type { paths } from '../../../api/schema.d.ts';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { When } from '../../../components/number.tsx';
import { Page } from '../../../components/page.tsx';
import { Empty } from '../../../components/states.tsx';
import { usePages } from '../../../components/use-pages.ts';
import { useTelling } from '../../../components/use-telling.ts';
import { useWords } from '../../../i18n/index.ts';
import { count, money } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { storeKey } from '../queries.ts';
import { OrderTabs } from '../tabs.tsx';

type Watch = paths['/api/brands/{brandId}/store/resale-watch']['get']['responses']['200']['content']['application/json'];
type Suspect = Watch['items'][number];

const marks = ['fine', 'watch', 'refuse'] as const;

/** L-22: who orders strikingly often, with the reasons; a person decides what to make of it. */
export default function ResaleWatch() {
  const { t } = useWords();
  const brand = useBrand();
  const attempt = useTelling();
  const queryClient = useQueryClient();
  const queryKey = [...storeKey(brand.id), 'resale-watch'];
  const watch = usePages(queryKey, (cursor) => ask(api.GET('/api/brands/{brandId}/store/resale-watch', { params: { path: { brandId: brand.id }, query: { cursor } } })));
  const strikes = watch.first?.strikes;
  const mark = ({ kind, value, note }: Suspect, to: (typeof marks)[number]) => attempt(async () => {
    await ask(api.PUT('/api/brands/{brandId}/store/resale-watch', { params: { path: { brandId: brand.id } }, body: { kind, value, mark: to, note } }));
    await queryClient.invalidateQueries({ queryKey });
  });
  const reasonsOf = (row: Suspect) => row.reasons.map((reason) => t(`store.suspect_${reason}`)).join(' · ');
  const shownOf = (row: Suspect) => row.shown ?? t(`store.suspect_${row.kind}`);
  const columns: Column<Suspect>[] = [
    { id: 'kind', title: t('store.suspectKind'), width: 90, phone: 'detail', cell: (row) => t(`store.suspect_${row.kind}`), text: (row) => t(`store.suspect_${row.kind}`) },
    {
      id: 'shown', title: t('store.suspect'), width: 140, grow: 1, phone: 'title', text: shownOf,
      cell: (row) => (row.contactId === null ? shownOf(row) : <Link to="/b/$brandId/contacts/$contactId" params={{ brandId: String(brand.id), contactId: String(row.contactId) }}>{shownOf(row)}</Link>),
    },
    { id: 'reasons', title: t('store.suspectReasons'), width: 170, grow: 1, cell: reasonsOf, text: reasonsOf },
    { id: 'orders', title: t('nav.orders'), width: 60, align: 'right', phone: 'aside', cell: (row) => count(row.orders), text: (row) => row.orders },
    { id: 'people', title: t('store.suspectPeople'), width: 70, align: 'right', cell: (row) => count(row.people), text: (row) => row.people },
    { id: 'units', title: t('store.quantity'), width: 80, align: 'right', optional: true, cell: (row) => count(row.units), text: (row) => row.units },
    { id: 'total', title: t('store.total'), width: 110, align: 'right', cell: (row) => money(row.totalFen), text: (row) => row.totalFen / 100 },
    { id: 'last', title: t('store.suspectLast'), width: 168, cell: (row) => <When at={row.lastAt} />, text: (row) => row.lastAt },
    {
      id: 'mark', title: t('store.suspectMark'), width: 150, phone: 'detail', text: (row) => (row.mark === null ? '' : t(`store.mark_${row.mark}`)),
      cell: (row) => (
        <Select
          size="small" style={{ width: 130 }} disabled={!brand.can('store:write')} value={row.mark} placeholder={t('store.notMarked')} aria-label={t('store.suspectMark')}
          onChange={(to) => void mark(row, to)} options={marks.map((value) => ({ value, label: t(`store.mark_${value}`) }))}
        />
      ),
    },
  ];
  return (
    <Page title={t('nav.orders')} tabs={<OrderTabs />} lead={strikes && t('store.watchLead', { orders: count(strikes.orders), people: count(strikes.people), days: count(strikes.days) })} full>
      <DataTable
        id="resale-watch" label={t('store.resaleWatch')} main personal columns={columns} rows={watch.rows} rowId={(row) => `${row.kind} ${row.value}`} error={watch.error} retry={watch.retry} more={watch.more}
        empty={<Empty title={t('store.noSuspects')}>{t('store.noSuspectsMore')}</Empty>}
      />
    </Page>
  );
}
