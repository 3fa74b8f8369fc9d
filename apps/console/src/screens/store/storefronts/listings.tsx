import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { Section } from '../../../components/page.tsx';
import { Empty } from '../../../components/states.tsx';
import { useWords } from '../../../i18n/index.ts';
import { count, money } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { listingsQuery, type Listing, type Storefront } from '../queries.ts';
import css from '../store.module.css';
import { ListingsDrawer } from './listings-drawer.tsx';

/** What it sells, with what its pool has of it. */
export function Listings({ storefront }: { storefront: Storefront }) {
  const { t } = useWords();
  const brand = useBrand();
  const listings = useQuery(listingsQuery(brand.id, storefront.id));
  const [editing, setEditing] = useState(false);
  const params = { brandId: String(brand.id) };
  const nameOf = (row: Listing) => (row.skuName === '' ? row.productName : `${row.productName} · ${row.skuName}`);
  const columns: Column<Listing>[] = [
    {
      id: 'name', title: t('store.product'), width: 200, grow: 2, phone: 'title', text: nameOf,
      cell: (row) => <Link to="/b/$brandId/products/$productId" params={{ ...params, productId: row.productId }} style={{ color: 'inherit' }}>{nameOf(row)}</Link>,
    },
    { id: 'code', title: t('store.code'), width: 120, phone: 'detail', cell: (row) => row.code, text: (row) => row.code },
    { id: 'price', title: t('store.sellsAt'), width: 150, align: 'right', phone: 'aside', cell: (row) => money(row.sellsAtFen), text: (row) => row.sellsAtFen / 100 },
    { id: 'limit', title: t('store.perPerson'), width: 100, align: 'right', cell: (row) => (row.perPerson === null ? t('state.none') : count(row.perPerson)), text: (row) => row.perPerson },
    {
      id: 'available', title: t('store.available'), width: 90, align: 'right', text: (row) => row.available,
      cell: (row) => (row.available === 0 ? <span className={css.none}>{count(0)}</span> : count(row.available)),
    },
    { id: 'onHand', title: t('store.onHand'), width: 90, align: 'right', cell: (row) => count(row.onHand), text: (row) => row.onHand },
  ];
  const change = brand.can('store:write') && storefront.state !== 'archived' && <Button size="small" onClick={() => setEditing(true)}>{t('store.changeListings')}</Button>;
  const bare = listings.data?.items.every(({ onHand }) => onHand === 0) ?? false;
  return (
    <Section
      title={t('store.listings')}
      aside={change}
      note={listings.data && listings.data.items.length > 0 && bare
        ? <>{t('store.nothingOnHand')} <Link to="/b/$brandId/products/stock" params={params} search={{ pool: storefront.poolId }}>{t('store.move')}</Link></>
        : undefined}
    >
      <DataTable
        bare
        id="listings"
        label={t('store.listings')}
        columns={columns}
        rows={listings.data?.items}
        rowId={(row) => row.skuId}
        error={listings.error}
        retry={() => void listings.refetch()}
        empty={<Empty title={t('store.noListings')}>{t('store.noListingsMore')}</Empty>}
      />
      {editing && listings.data && <ListingsDrawer storefront={storefront} listings={listings.data.items} onClose={() => setEditing(false)} />}
    </Section>
  );
}
