import { Button, Segmented, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
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
import { count } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { storeKey } from '../queries.ts';
import { OrderTabs } from '../tabs.tsx';
import { AfterSaleSettingsDrawer } from './after-sale-settings.tsx';
import { CaseState } from './case-state.tsx';
import { caseKinds, deskQuery, ours, turns, type CaseRow } from './queries.ts';

/** What buyers ask for after paying: what needs the brand comes first. */
export default function AfterSales() {
  const { t } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const search = useSearch({ from: '/b/$brandId/orders/after-sale' });
  const { turn = 'brand', kind } = search;
  const [setting, setSetting] = useState(false);
  const params = { brandId: String(brand.id) };
  const desk = useQuery(deskQuery(brand.id)).data?.cases;
  const list = usePages([...storeKey(brand.id), 'after-sales', turn, kind], (cursor) =>
    ask(api.GET('/api/brands/{brandId}/store/after-sales', { params: { path: { brandId: brand.id }, query: { turn, kind, cursor, limit: 100 } } })));
  const change = (next: Partial<typeof search>) => void navigate({ to: '.', search: { ...search, ...next }, replace: true });
  const open = desk && {
    brand: ours.reduce((sum, state) => sum + (desk[state] ?? 0), 0),
    others: Object.entries(desk).reduce((sum, [state, cases]) => sum + (ours.some((one) => one === state) ? 0 : cases), 0),
  };
  const labelOf = (one: (typeof turns)[number]) => (open && one !== 'closed' ? t('service.countOf', { label: t(`service.turn_${one}`), count: count(open[one]) }) : t(`service.turn_${one}`));
  const columns: Column<CaseRow>[] = [
    {
      id: 'number', title: t('store.number'), width: 185, phone: 'title', text: (row) => `#${row.orderNumber}`,
      cell: (row) => <Link className="num" to="/b/$brandId/orders/after-sale/$caseId" params={{ ...params, caseId: row.id }} style={{ color: 'inherit' }}>{row.orderNumber}</Link>,
    },
    { id: 'kind', title: t('service.kind'), width: 120, phone: 'detail', cell: (row) => t(`service.kind_${row.kind}`), text: (row) => t(`service.kind_${row.kind}`) },
    { id: 'reason', title: t('service.reason'), width: 140, grow: 1, phone: 'detail', cell: (row) => t(`service.reason_${row.reason}`), text: (row) => t(`service.reason_${row.reason}`) },
    { id: 'state', title: t('store.state'), width: 150, phone: 'aside', cell: (row) => <CaseState state={row.state} />, text: (row) => t(`service.case_${row.state}`) },
    { id: 'due', title: t('service.dueAt'), width: 165, cell: (row) => (row.dueAt ? <When at={row.dueAt} /> : t('state.none')), text: (row) => row.dueAt },
    { id: 'asked', title: t('service.askedAt'), width: 165, phone: 'detail', cell: (row) => <When at={row.askedAt} />, text: (row) => row.askedAt },
    { id: 'changed', title: t('service.changedAt'), width: 165, optional: true, cell: (row) => <When at={row.changedAt} />, text: (row) => row.changedAt },
  ];
  return (
    <Page title={t('nav.orders')} tabs={<OrderTabs />} full actions={brand.can('store:write') && <Button onClick={() => setSetting(true)}>{t('service.settings')}</Button>}>
      <DataTable
        id="after-sales"
        label={t('service.afterSales')}
        main
        columns={columns}
        rowId={(row) => row.id}
        {...list}
        onOpen={(row) => void navigate({ to: '/b/$brandId/orders/after-sale/$caseId', params: { ...params, caseId: row.id } })}
        filters={(
          <>
            <Segmented<(typeof turns)[number]> aria-label={t('store.state')} value={turn} onChange={(next) => change({ turn: next === 'brand' ? undefined : next })} options={turns.map((value) => ({ value, label: labelOf(value) }))} />
            <Select
              allowClear style={{ minWidth: 140 }} placeholder={t('service.anyKind')} aria-label={t('service.kind')} value={kind} onChange={(next) => change({ kind: next })}
              options={caseKinds.map((value) => ({ value, label: t(`service.kind_${value}`) }))}
            />
          </>
        )}
        empty={<Empty title={t('service.noCases')}>{t('service.noCasesMore')}</Empty>}
      />
      {setting && <AfterSaleSettingsDrawer onClose={() => setSetting(false)} />}
    </Page>
  );
}
