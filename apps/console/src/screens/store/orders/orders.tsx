import { Button, Input, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
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
import { storefrontsQuery, storeKey, type OrderRow } from '../queries.ts';
import { StoreSteps } from '../steps.tsx';
import { OrderTabs } from '../tabs.tsx';
import { shipsAtAll, OrderState, shownState } from './states.tsx';

const states: readonly OrderRow['state'][] = ['awaiting_payment', 'paid', 'cancelled'];
const fulfilments = ['to_ship', 'part_shipped', 'shipped', 'received', 'upload_refused'] as const;
const sorts = ['newest', 'oldest', 'highest', 'lowest'] as const;

export default function Orders() {
  const { t } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const search = useSearch({ from: '/b/$brandId/orders' });
  const { text, state, fulfilment, storefront, sort, from, to } = search;
  const asked = { text, state, fulfilment, storefrontId: storefront, sort, from, to };
  const params = { brandId: String(brand.id) };
  const storefronts = useQuery({ ...storefrontsQuery(brand.id), enabled: brand.can('store:read') });
  const list = usePages([...storeKey(brand.id), 'orders', search], (cursor) =>
    ask(api.GET('/api/brands/{brandId}/store/orders', { params: { path: { brandId: brand.id }, query: { ...asked, cursor, limit: 100 } } })));
  const change = (next: Partial<typeof search>) => void navigate({ to: '.', search: { ...search, ...next }, replace: true });
  const storefrontOf = (row: OrderRow) => storefronts.data?.items.find(({ id }) => id === row.storefrontId)?.name ?? '';
  const shippingOf = (row: OrderRow) => (shipsAtAll(row) ? t(`service.fulfilment_${row.fulfilment}`) : t('state.none'));
  const columns: Column<OrderRow>[] = [
    {
      // The sign keeps spreadsheets from rounding 22 digits.
      id: 'number', title: t('store.number'), width: 178, phone: 'title', text: (row) => `#${row.number}`,
      cell: (row) => <Link className="num" to="/b/$brandId/orders/$orderId" params={{ ...params, orderId: row.id }} style={{ color: 'inherit' }}>{row.number}</Link>,
    },
    { id: 'state', title: t('store.state'), width: 110, phone: 'detail', cell: (row) => <OrderState order={row} />, text: (row) => t(`store.state_${shownState(row)}`) },
    { id: 'fulfilment', title: t('service.shipping'), width: 85, cell: shippingOf, text: shippingOf },
    { id: 'storefront', title: t('store.storefront'), width: 120, grow: 1, phone: 'detail', cell: storefrontOf, text: storefrontOf },
    { id: 'total', title: t('store.total'), width: 90, align: 'right', phone: 'aside', cell: (row) => money(row.totalFen), text: (row) => row.totalFen / 100 },
    { id: 'discount', title: t('store.discount'), width: 110, align: 'right', optional: true, cell: (row) => money(row.discountFen), text: (row) => row.discountFen / 100 },
    { id: 'paid', title: t('store.paid'), width: 110, align: 'right', optional: true, cell: (row) => money(row.paidFen), text: (row) => row.paidFen / 100 },
    { id: 'refunded', title: t('store.refundedMoney'), width: 85, align: 'right', cell: (row) => (row.refundedFen === 0 ? t('state.none') : money(row.refundedFen)), text: (row) => row.refundedFen / 100 },
    { id: 'channel', title: t('store.channel'), width: 110, optional: true, cell: (row) => t(`store.channel_${row.channel}`), text: (row) => t(`store.channel_${row.channel}`) },
    {
      id: 'buyer', title: t('store.buyer'), width: 95, text: (row) => row.contactId,
      cell: (row) => (row.contactId === null
        ? t('state.none')
        : <Link to="/b/$brandId/contacts/$contactId" params={{ ...params, contactId: String(row.contactId) }}>{t('contacts.unnamed', { id: row.contactId })}</Link>),
    },
    { id: 'placed', title: t('store.placedAt'), width: 165, phone: 'detail', cell: (row) => <When at={row.placedAt} />, text: (row) => row.placedAt },
    { id: 'paidAt', title: t('store.paidAt'), width: 170, optional: true, cell: (row) => (row.paidAt ? <When at={row.paidAt} /> : t('state.none')), text: (row) => row.paidAt },
  ];
  const filtered = Object.keys(search).length > 0;
  return (
    <Page title={t('nav.orders')} tabs={<OrderTabs />} full>
      <DataTable
        id="orders"
        label={t('nav.orders')}
        main
        savedViews
        personal
        columns={columns}
        rowId={(row) => row.id}
        {...list}
        onOpen={(row) => void navigate({ to: '/b/$brandId/orders/$orderId', params: { ...params, orderId: row.id } })}
        filters={(
          <>
            <span data-table-search>
              <Input.Search
                key={text} allowClear style={{ width: 260 }} defaultValue={text} maxLength={60} aria-label={t('table.search')}
                placeholder={t(brand.can('people:read') ? 'store.searchOrders' : 'store.searchNumber')}
                onSearch={(typed) => change({ text: typed.trim() || undefined })}
              />
            </span>
            <Select
              allowClear style={{ minWidth: 130 }} placeholder={t('store.allStates')} aria-label={t('store.state')} value={state} onChange={(next) => change({ state: next })}
              options={states.map((value) => ({ value, label: t(`store.state_${value}`) }))}
            />
            <Select
              allowClear style={{ minWidth: 130 }} placeholder={t('service.anyFulfilment')} aria-label={t('service.shipping')} value={fulfilment} onChange={(next) => change({ fulfilment: next })}
              options={fulfilments.map((value) => ({ value, label: t(`service.fulfilment_${value}`) }))}
            />
            <Select
              allowClear style={{ minWidth: 140 }} placeholder={t('store.allStorefronts')} aria-label={t('store.storefront')} value={storefront} onChange={(next: string | undefined) => change({ storefront: next })}
              options={(storefronts.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Input type="date" style={{ width: 150 }} value={from ?? ''} {...(to ? { max: to } : {})} aria-label={t('store.placedFrom')} onChange={(event) => change({ from: event.target.value || undefined })} />
            <Input type="date" style={{ width: 150 }} value={to ?? ''} {...(from ? { min: from } : {})} aria-label={t('store.placedTo')} onChange={(event) => change({ to: event.target.value || undefined })} />
            <Select<(typeof sorts)[number]> style={{ minWidth: 130 }} aria-label={t('store.sort')} value={sort ?? 'newest'} onChange={(next) => change({ sort: next === 'newest' ? undefined : next })} options={sorts.map((value) => ({ value, label: t(`store.sort_${value}`) }))} />
          </>
        )}
        tools={<Button type="text" size="small" href={`/api/brands/${brand.id}/store/orders.csv${queryOf(asked)}`} download>{t('contacts.exportAll')}</Button>}
        empty={filtered
          ? <Empty title={t('store.noMatch')}>{t('store.noMatchMore')}</Empty>
          : <Empty title={t('store.noOrders')} action={<StoreSteps />}>{t('store.noOrdersMore')}</Empty>}
      />
    </Page>
  );
}

const queryOf = (asked: Record<string, string | undefined>): string => {
  const given = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
};
