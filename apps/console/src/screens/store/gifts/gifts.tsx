import { Select } from 'antd';
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
import { useBrand } from '../../../shell/brand-context.ts';
import { storefrontsQuery, storeKey } from '../queries.ts';
import { StorefrontTabs } from '../tabs.tsx';
import { GiftState, useGiftState } from './gift-state.tsx';
import { giftStates, type GiftRow } from './queries.ts';

/** Who gave, who got it, and what still waits. What is in a gift stands in its order. */
export default function Gifts() {
  const { t } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const search = useSearch({ from: '/b/$brandId/storefronts/gifts' });
  const { state, storefront } = search;
  const params = { brandId: String(brand.id) };
  const stateOf = useGiftState();
  const storefronts = useQuery(storefrontsQuery(brand.id)).data?.items ?? [];
  const list = usePages([...storeKey(brand.id), 'gifts', search], (cursor) =>
    ask(api.GET('/api/brands/{brandId}/store/gifts', { params: { path: { brandId: brand.id }, query: { state, storefrontId: storefront, cursor, limit: 100 } } })));
  const change = (next: Partial<typeof search>) => void navigate({ to: '.', search: { ...search, ...next }, replace: true });
  const person = (id: number | null) => (id === null ? t('state.none') : <Link to="/b/$brandId/contacts/$contactId" params={{ ...params, contactId: String(id) }}>{t('contacts.unnamed', { id })}</Link>);
  const moment = (at: string | null) => (at === null ? t('state.none') : <When at={at} />);
  const columns: Column<GiftRow>[] = [
    {
      id: 'order', title: t('store.number'), width: 178, phone: 'title', text: (row) => `#${row.orderNumber}`,
      cell: (row) => <Link className="num" to="/b/$brandId/orders/$orderId" params={{ ...params, orderId: row.orderId }} style={{ color: 'inherit' }}>{row.orderNumber}</Link>,
    },
    { id: 'state', title: t('store.state'), width: 130, phone: 'aside', cell: (row) => <GiftState gift={row} />, text: stateOf },
    { id: 'path', title: t('gifts.path'), width: 120, optional: true, phone: 'detail', cell: (row) => t(`gifts.path_${row.path}`), text: (row) => t(`gifts.path_${row.path}`) },
    { id: 'storefront', title: t('store.storefront'), width: 130, grow: 1, phone: 'detail', cell: (row) => row.storefrontName, text: (row) => row.storefrontName },
    ...(brand.can('people:read') ? [
      { id: 'buyer', title: t('gifts.giver'), width: 100, cell: (row: GiftRow) => person(row.buyerContactId), text: (row: GiftRow) => row.buyerContactId },
      { id: 'receiver', title: t('gifts.receiver'), width: 100, cell: (row: GiftRow) => person(row.receiverContactId), text: (row: GiftRow) => row.receiverContactId },
    ] : []),
    { id: 'created', title: t('store.placedAt'), width: 165, optional: true, cell: (row) => moment(row.createdAt), text: (row) => row.createdAt },
    { id: 'expires', title: t('gifts.expiresAt'), width: 165, cell: (row) => moment(row.state === 'waiting' ? row.expiresAt : null), text: (row) => (row.state === 'waiting' ? row.expiresAt : null) },
    { id: 'opened', title: t('gifts.openedAt'), width: 165, optional: true, cell: (row) => moment(row.openedAt), text: (row) => row.openedAt },
    { id: 'claimed', title: t('gifts.addressedAt'), width: 165, cell: (row) => moment(row.path === 'link' ? row.addressedAt : null), text: (row) => (row.path === 'link' ? row.addressedAt : null) },
    { id: 'reminded', title: t('gifts.remindedAt'), width: 165, optional: true, cell: (row) => moment(row.remindedAt), text: (row) => row.remindedAt },
    { id: 'thanked', title: t('gifts.thankedAt'), width: 165, optional: true, cell: (row) => moment(row.thankedAt), text: (row) => row.thankedAt },
  ];
  const filtered = Object.keys(search).length > 0;
  return (
    <Page title={t('nav.storefronts')} tabs={<StorefrontTabs />} full>
      <DataTable
        id="gifts"
        label={t('gifts.gifts')}
        main
        columns={columns}
        rowId={(row) => row.id}
        {...list}
        onOpen={(row) => void navigate({ to: '/b/$brandId/orders/$orderId', params: { ...params, orderId: row.orderId } })}
        filters={(
          <>
            <Select
              allowClear style={{ minWidth: 140 }} placeholder={t('store.allStates')} aria-label={t('store.state')} value={state} onChange={(next) => change({ state: next })}
              options={giftStates.map((value) => ({ value, label: t(`gifts.state_${value}`) }))}
            />
            <Select
              allowClear style={{ minWidth: 140 }} placeholder={t('store.allStorefronts')} aria-label={t('store.storefront')} value={storefront} onChange={(next: string | undefined) => change({ storefront: next })}
              options={storefronts.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </>
        )}
        empty={filtered ? <Empty title={t('gifts.noMatch')} /> : <Empty title={t('gifts.none')}>{t('gifts.noneMore')}</Empty>}
      />
    </Page>
  );
}
