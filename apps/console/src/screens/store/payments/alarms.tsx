import { Button, Segmented } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api, ask } from '../../../api/client.ts';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { When } from '../../../components/number.tsx';
import { Section } from '../../../components/page.tsx';
import { Empty } from '../../../components/states.tsx';
import { usePages } from '../../../components/use-pages.ts';
import { useTelling } from '../../../components/use-telling.ts';
import { useWords } from '../../../i18n/index.ts';
import { count, money } from '../../../lib/format.ts';
import { useNarrow } from '../../../lib/use-narrow.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { storeKey, type PaymentAlarm } from '../queries.ts';

/** Somebody has to look, and says so. */
export function Alarms() {
  const { t } = useWords();
  const brand = useBrand();
  const attempt = useTelling();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { all } = useSearch({ from: '/b/$brandId/payments' });
  const list = usePages([...storeKey(brand.id), 'alarms', all], (cursor) =>
    ask(api.GET('/api/brands/{brandId}/store/payment-alarms', { params: { path: { brandId: brand.id }, query: { unseen: all !== true, cursor, limit: 100 } } })));
  const narrow = useNarrow();
  const detailsOf = useDetails();
  const see = (row: PaymentAlarm) => attempt(async () => {
    await ask(api.POST('/api/brands/{brandId}/store/payment-alarms/{alarmId}/seen', { params: { path: { brandId: brand.id, alarmId: row.id } } }));
    await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
  });
  const mark = (row: PaymentAlarm) => row.seenAt === null && <Button type="link" size="small" onClick={() => void see(row)}>{t('store.markSeen')}</Button>;
  const columns: Column<PaymentAlarm>[] = [
    { id: 'at', title: t('store.when'), width: 170, phone: 'detail', cell: (row) => <When at={row.at} />, text: (row) => row.at },
    { id: 'kind', title: t('store.alarm'), width: 260, grow: 2, phone: 'title', cell: (row) => t(`store.alarm_${row.kind}`), text: (row) => t(`store.alarm_${row.kind}`) },
    { id: 'details', title: t('store.details'), width: 200, grow: 2, cell: (row) => <span className="num" title={detailsOf(row)}>{detailsOf(row)}</span>, phone: 'detail', text: detailsOf },
    {
      id: 'about', title: '', width: 90, text: (row) => row.orderId,
      cell: (row) => {
        const params = { brandId: String(brand.id) };
        const { merchantId, day } = row.details;
        return (
          <>
            {row.orderId !== null && <Link to="/b/$brandId/orders/$orderId" params={{ ...params, orderId: row.orderId }}>{t('store.order')}</Link>}
            {row.kind === 'bill_differs' && <Link to="/b/$brandId/payments/bills" params={params} search={{ merchant: String(merchantId), day: String(day) }}>{t('store.bill')}</Link>}
            {narrow && mark(row)}
          </>
        );
      },
    },
    {
      id: 'seen', title: t('store.seen'), width: 160, text: (row) => row.seenBy,
      cell: (row) => mark(row) || row.seenBy,
    },
  ];
  return (
    <Section
      title={t('store.alarms')}
      note={t('store.alarmsNote')}
      aside={(
        <Segmented
          value={all ? 'all' : 'unseen'} options={[{ value: 'unseen', label: t('store.unseen') }, { value: 'all', label: t('store.allAlarms') }]}
          onChange={(value) => void navigate({ to: '.', search: value === 'all' ? { all: true } : {}, replace: true })}
        />
      )}
    >
      <DataTable bare id="payment-alarms" label={t('store.alarms')} columns={columns} rowId={(row) => row.id} {...list} empty={<Empty title={t('store.noAlarms')} />} />
    </Section>
  );
}

/** Numbers and figures as WeChat Pay's own console names them; what only we count by stays out. */
const known = ['day', 'differences', 'outTradeNo', 'outRefundNo', 'transactionId', 'refundId', 'expected', 'got', 'paid', 'code', 'state', 'refusal'] as const;

function useDetails(): (row: PaymentAlarm) => string {
  const { t } = useWords();
  const isMoney = (row: PaymentAlarm, name: string) => name === 'paid' || (row.kind === 'wrong_amount' && (name === 'expected' || name === 'got')) || (row.kind === 'unknown_order' && name === 'got');
  return (row) => known.flatMap((name) => {
    const value = row.details[name];
    if (value === undefined || value === '') return [];
    return [name === 'day' ? String(value) : t(`store.detail_${name}`, { value: typeof value !== 'number' ? value : isMoney(row, name) ? money(value) : count(value) })];
  }).join(' · ');
}
