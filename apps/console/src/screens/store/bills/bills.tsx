import { Button, Drawer, Input, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
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
import { useNarrow } from '../../../lib/use-narrow.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { useDoer } from '../doer.ts';
import { merchantsQuery, storeKey } from '../queries.ts';
import css from '../store.module.css';
import { PaymentTabs } from '../tabs.tsx';

type Get<Path extends keyof paths> = paths[Path] extends { get: { responses: { 200: { content: { 'application/json': infer Body } } } } } ? Body : never;
type Day = Get<'/api/brands/{brandId}/store/bills'>['items'][number];
type Difference = Get<'/api/brands/{brandId}/store/bills/{merchantId}/{day}'>['differences'][number];

/** Each day as WeChat Pay billed it beside our own books. */
export default function Bills() {
  const { t } = useWords();
  const brand = useBrand();
  const doer = useDoer();
  const navigate = useNavigate();
  const search = useSearch({ from: '/b/$brandId/payments/bills' });
  const merchants = useQuery(merchantsQuery(brand.id));
  const list = usePages([...storeKey(brand.id), 'bills'], (cursor) => ask(api.GET('/api/brands/{brandId}/store/bills', { params: { path: { brandId: brand.id }, query: { cursor, limit: 100 } } })));
  const merchantOf = (row: Day) => merchants.data?.items.find(({ id }) => id === row.merchantId)?.name ?? '';
  const open = (row: Day | null) => void navigate({ to: '.', search: row === null ? {} : { merchant: row.merchantId, day: row.day }, replace: true });
  const columns: Column<Day>[] = [
    { id: 'day', title: t('store.billDay'), width: 100, phone: 'title', cell: (row) => <span className="num">{row.day}</span>, text: (row) => row.day },
    { id: 'merchant', title: t('store.merchantName'), width: 120, grow: 1, phone: 'detail', cell: merchantOf, text: merchantOf },
    {
      id: 'state', title: t('store.state'), width: 140, phone: 'aside', text: (row) => row.differing,
      cell: (row) => <span className={css.state} data-state={row.state === 'agrees' ? 'open' : 'abnormal'}>{row.state === 'agrees' ? t('store.billAgrees') : t('store.billDiffers', { count: row.differing, shown: count(row.differing) })}</span>,
    },
    { id: 'matched', title: t('store.billMatched'), width: 90, align: 'right', cell: (row) => count(row.matched), text: (row) => row.matched },
    { id: 'paid', title: t('store.billPaid'), width: 110, align: 'right', phone: 'detail', cell: (row) => money(row.paidFen), text: (row) => row.paidFen / 100 },
    { id: 'refund', title: t('store.billRefunds'), width: 105, align: 'right', cell: (row) => money(row.refundFen), text: (row) => row.refundFen / 100 },
    { id: 'fee', title: t('store.billFee'), width: 90, align: 'right', cell: (row) => money(row.feeFen), text: (row) => row.feeFen / 100 },
    { id: 'in', title: t('store.flowIn'), width: 120, align: 'right', optional: true, cell: (row) => money(row.flowInFen), text: (row) => row.flowInFen / 100 },
    { id: 'out', title: t('store.flowOut'), width: 120, align: 'right', optional: true, cell: (row) => money(row.flowOutFen), text: (row) => row.flowOutFen / 100 },
    { id: 'at', title: t('store.comparedAt'), width: 165, cell: (row) => <When at={row.comparedAt} />, text: (row) => row.comparedAt },
    { id: 'by', title: t('store.comparedBy'), width: 110, optional: true, cell: (row) => doer(row.comparedBy), text: (row) => doer(row.comparedBy) },
  ];
  const { merchant, day } = search;
  return (
    <Page title={t('nav.payments')} tabs={<PaymentTabs />} full>
      <DataTable
        id="bills" label={t('store.bills')} main columns={columns} rowId={(row) => `${row.merchantId} ${row.day}`} {...list} onOpen={open} filters={<Compare />}
        empty={<Empty title={t('store.noBills')}>{t('store.noBillsMore')}</Empty>}
      />
      <Drawer open={merchant !== undefined && day !== undefined} onClose={() => open(null)} size={820} destroyOnHidden title={day && t('store.billOf', { day })}>
        {merchant !== undefined && day !== undefined && <Differences merchantId={merchant} day={day} />}
      </Drawer>
    </Page>
  );
}

/** A day fetched and compared now, in place of what was found before. */
function Compare() {
  const { t } = useWords();
  const brand = useBrand();
  const attempt = useTelling();
  const queryClient = useQueryClient();
  const merchants = useQuery(merchantsQuery(brand.id)).data?.items ?? [];
  const [chosen, setChosen] = useState<string>();
  const [day, setDay] = useState('');
  const [busy, setBusy] = useState(false);
  const merchantId = chosen ?? merchants[0]?.id;
  const compare = async () => {
    setBusy(true);
    await attempt(async () => {
      await ask(api.POST('/api/brands/{brandId}/store/bills', { params: { path: { brandId: brand.id } }, body: { merchantId: merchantId!, day } }));
      await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
    });
    setBusy(false);
  };
  return (
    <>
      {merchants.length > 1 && <Select aria-label={t('store.merchantName')} style={{ minWidth: 140 }} value={merchantId ?? null} onChange={setChosen} options={merchants.map(({ id, name }) => ({ value: id, label: name }))} />}
      <Input type="date" style={{ width: 150 }} aria-label={t('store.billDay')} value={day} onChange={(event) => setDay(event.target.value)} />
      <Button loading={busy} disabled={day === '' || merchantId === undefined} onClick={() => void compare()}>{t('store.compareNow')}</Button>
    </>
  );
}

function Differences({ merchantId, day }: { merchantId: string; day: string }) {
  const { t } = useWords();
  const brand = useBrand();
  const found = useQuery({
    queryKey: [...storeKey(brand.id), 'bill', merchantId, day],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/store/bills/{merchantId}/{day}', { params: { path: { brandId: brand.id, merchantId, day } } })),
  });
  const narrow = useNarrow();
  const sum = (fen: number | null) => (fen === null ? t('state.none') : money(fen));
  const columns: Column<Difference>[] = [
    { id: 'what', title: t('store.billWhat'), width: 70, phone: 'detail', cell: (row) => t(`store.bill_${row.what}`), text: (row) => t(`store.bill_${row.what}`) },
    {
      id: 'number', title: t('store.number'), width: 178, grow: 1, phone: 'title', text: (row) => (row.number === '' ? '' : `#${row.number}`),
      cell: (row) => (row.orderId === null ? <span className="num">{row.number || t('state.none')}</span> : <Link className="num" to="/b/$brandId/orders/$orderId" params={{ brandId: String(brand.id), orderId: row.orderId }}>{row.number}</Link>),
    },
    { id: 'kind', title: t('store.billDifference'), width: 160, phone: 'detail', cell: (row) => t(`store.billKind_${row.kind}`), text: (row) => t(`store.billKind_${row.kind}`) },
    { id: 'ours', title: t('store.billOurs'), width: 88, align: 'right', phone: 'detail', cell: (row) => (narrow ? t('store.billOursIs', { money: sum(row.oursFen) }) : sum(row.oursFen)), text: (row) => row.oursFen },
    { id: 'theirs', title: t('store.billTheirs'), width: 88, align: 'right', phone: 'aside', cell: (row) => sum(row.theirsFen), text: (row) => row.theirsFen },
  ];
  return (
    <>
      {(found.data?.differences.length ?? 0) > 0 && <p style={{ marginBottom: 12 }}><a href={`/api/brands/${brand.id}/store/bills/${merchantId}/${day}/differences.csv`} download>{t('chart.downloadCsv')}</a></p>}
      <DataTable
        bare id="bill-differences" label={t('store.billDifference')} columns={columns} rows={found.data?.differences} rowId={(row) => `${row.what} ${row.number}`} error={found.error} retry={() => void found.refetch()}
        empty={<Empty title={t('store.billAgrees')}>{t('store.billAgreesMore')}</Empty>}
      />
    </>
  );
}
