import { Button } from 'antd';
import { useState } from 'react';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { When } from '../../../components/number.tsx';
import { useWords } from '../../../i18n/index.ts';
import { count, money } from '../../../lib/format.ts';
import type { Order } from '../queries.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import css from '../store.module.css';
import { ResolveRefund } from './resolve-refund.tsx';

type Row = Order['refunds'][number];

/** Why the product itself gave money back; everybody else says it in words. */
const own = ['late_money', 'after_sale', 'gift_expired', 'gift_refused'] as const;

export function Refunds({ order }: { order: Order }) {
  const { t } = useWords();
  const brand = useBrand();
  const [stuck, setStuck] = useState<Row | null>(null);
  const stateOf = ({ state, refusal, endedBy }: Row): string =>
    endedBy !== null ? t(state === 'succeeded' ? 'store.refund_paid_otherwise' : 'store.refund_given_up') : refusal !== null ? t('store.refund_refused', { code: refusal }) : t(`store.refund_${state}`);
  const reasonOf = (row: Row): string => {
    const reason = own.find((one) => one === row.reason);
    return reason ? t(`store.reason_${reason}`) : row.reason;
  };
  const linesOf = (row: Row) => row.lines.map(({ position, units }) => `${order.lines.find((line) => line.position === position)?.name ?? ''} × ${count(units)}`).join(' · ');
  const columns: Column<Row>[] = [
    { id: 'lines', title: t('store.lines'), width: 180, grow: 2, phone: 'title', cell: linesOf, text: linesOf },
    { id: 'reason', title: t('store.reason'), width: 120, grow: 1, phone: 'detail', cell: reasonOf, text: reasonOf },
    { id: 'state', title: t('store.state'), width: 130, phone: 'detail', cell: (row) => <span className={css.state} data-state={row.state}>{stateOf(row)}</span>, text: stateOf },
    { id: 'at', title: t('store.requestedAt'), width: 170, phone: 'detail', cell: (row) => <When at={row.requestedAt} />, text: (row) => row.requestedAt },
    { id: 'fen', title: t('store.amount'), width: 110, align: 'right', phone: 'aside', cell: (row) => money(row.fen), text: (row) => row.fen / 100 },
    ...(brand.can('orders:refund') && order.refunds.some((one) => one.stuck)
      ? [{ id: 'resolve', title: '', width: 90, phone: 'aside', cell: (row) => row.stuck && <Button size="small" style={{ marginInlineStart: 8 }} onClick={() => setStuck(row)}>{t('store.resolveRefund')}</Button>, text: () => null } satisfies Column<Row>]
      : []),
  ];
  return (
    <>
      <DataTable bare id="order-refunds" label={t('store.refunds')} columns={columns} rows={order.refunds} rowId={(row) => row.id} empty={null} />
      {stuck && <ResolveRefund order={order} refund={stuck} onClose={() => setStuck(null)} />}
    </>
  );
}
