import { Button, Select } from 'antd';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../../../api/client.ts';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { When } from '../../../components/number.tsx';
import { Page } from '../../../components/page.tsx';
import { Empty } from '../../../components/states.tsx';
import { usePages } from '../../../components/use-pages.ts';
import { useWords } from '../../../i18n/index.ts';
import { money } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { storeKey } from '../queries.ts';
import css from '../store.module.css';
import { OrderTabs } from '../tabs.tsx';
import { IssueDialog, RefuseInvoiceDialog } from './invoice-dialogs.tsx';
import { invoiceStates, type Invoice } from './queries.ts';

/** What buyers want invoiced; made out in the brand's own tax system, recorded here. */
export default function Invoices() {
  const { t } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const search = useSearch({ from: '/b/$brandId/orders/invoices' });
  const { state } = search;
  const params = { brandId: String(brand.id) };
  const [issuing, setIssuing] = useState<Invoice | null>(null);
  const [refusing, setRefusing] = useState<Invoice | null>(null);
  const list = usePages([...storeKey(brand.id), 'invoices', state], (cursor) =>
    ask(api.GET('/api/brands/{brandId}/store/invoices', { params: { path: { brandId: brand.id }, query: { state, cursor, limit: 100 } } })));
  const titleOf = (row: Invoice) => row.details?.title ?? t('state.none');
  const columns: Column<Invoice>[] = [
    {
      id: 'number', title: t('store.number'), width: 178, phone: 'title', text: (row) => `#${row.orderNumber}`,
      cell: (row) => <Link className="num" to="/b/$brandId/orders/$orderId" params={{ ...params, orderId: row.orderId }} style={{ color: 'inherit' }}>{row.orderNumber}</Link>,
    },
    { id: 'state', title: t('store.state'), width: 80, phone: 'aside', cell: (row) => <span className={css.state} data-state={row.state === 'requested' ? 'requested' : row.state === 'issued' ? 'open' : 'closed'}>{t(`service.invoice_${row.state}`)}</span>, text: (row) => t(`service.invoice_${row.state}`) },
    { id: 'title', title: t('service.invoiceTitle'), width: 165, grow: 1, phone: 'detail', cell: (row) => <>{titleOf(row)} <span className="caption">{t(`service.title_${row.titleKind}`)}</span></>, text: titleOf },
    { id: 'tax', title: t('service.taxNumber'), width: 180, optional: true, cell: (row) => <span className="num">{row.details?.taxNumber ?? t('state.none')}</span>, text: (row) => row.details?.taxNumber ?? null },
    {
      id: 'fen', title: t('service.invoiceable'), width: 105, align: 'right', phone: 'detail', text: (row) => row.dueFen / 100,
      cell: (row) => (row.amountFen !== null && row.amountFen !== row.dueFen ? <span className={css.wrong} title={t('service.differs', { money: money(row.amountFen) })}>{money(row.dueFen)}</span> : money(row.dueFen)),
    },
    { id: 'invoice', title: t('service.invoiceNumber'), width: 165, cell: (row) => <span className="num">{row.number ?? row.reason ?? t('state.none')}</span>, text: (row) => row.number },
    { id: 'asked', title: t('service.askedAt'), width: 165, cell: (row) => <When at={row.requestedAt} />, text: (row) => row.requestedAt },
    {
      id: 'do', title: '', width: 120, align: 'right', text: () => null,
      cell: (row) => row.state === 'requested' && brand.can('orders:refund') && (
        <>
          <Button type="link" size="small" onClick={() => setIssuing(row)}>{t('service.issue')}</Button>
          <Button type="link" size="small" onClick={() => setRefusing(row)}>{t('service.refuseInvoice')}</Button>
        </>
      ),
    },
  ];
  return (
    <Page title={t('nav.orders')} tabs={<OrderTabs />} full>
      <DataTable
        id="invoices"
        label={t('service.invoices')}
        main
        columns={columns}
        rowId={(row) => row.orderId}
        {...list}
        filters={(
          <Select
            allowClear style={{ minWidth: 140 }} placeholder={t('service.invoiceState')} aria-label={t('store.state')} value={state} onChange={(next) => void navigate({ to: '.', search: { state: next }, replace: true })}
            options={invoiceStates.map((value) => ({ value, label: t(`service.invoice_${value}`) }))}
          />
        )}
        empty={<Empty title={t('service.noInvoices')}>{t('service.noInvoicesMore')}</Empty>}
      />
      {issuing && <IssueDialog invoice={issuing} onClose={() => setIssuing(null)} />}
      {refusing && <RefuseInvoiceDialog invoice={refusing} onClose={() => setRefusing(null)} />}
    </Page>
  );
}
