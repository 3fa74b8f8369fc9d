import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { Page } from '../../../components/page.tsx';
import { Empty } from '../../../components/states.tsx';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { poolsQuery, storefrontsQuery, type Storefront } from '../queries.ts';
import { StoreSteps } from '../steps.tsx';
import { StorefrontTabs } from '../tabs.tsx';
import { StorefrontCalendar } from './calendar.tsx';
import { Phase, useComing } from './standing.tsx';
import { NewStorefront } from './new-storefront.tsx';

/** When each storefront sells, then what there is. */
export default function Storefronts() {
  const { t } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const coming = useComing();
  const storefronts = useQuery(storefrontsQuery(brand.id));
  const pools = useQuery(poolsQuery(brand.id)).data?.items;
  const [adding, setAdding] = useState(false);
  const params = { brandId: String(brand.id) };
  const items = storefronts.data?.items;
  const poolOf = (row: Storefront) => pools?.find(({ id }) => id === row.poolId)?.name ?? '';
  const columns: Column<Storefront>[] = [
    {
      id: 'name', title: t('store.storefront'), width: 180, grow: 2, phone: 'title', text: (row) => row.name,
      cell: (row) => <Link to="/b/$brandId/storefronts/$storefrontId" params={{ ...params, storefrontId: row.id }} style={{ color: 'inherit' }}>{row.name}</Link>,
    },
    { id: 'type', title: t('store.type'), width: 100, phone: 'detail', cell: (row) => t(`store.type_${row.type}`), text: (row) => t(`store.type_${row.type}`) },
    { id: 'phase', title: t('store.state'), width: 100, phone: 'aside', cell: (row) => <Phase storefront={row} />, text: (row) => t(`store.phase_${row.standing.phase}`) },
    { id: 'coming', title: t('store.coming'), width: 240, grow: 1, phone: 'detail', cell: coming, text: coming },
    { id: 'pool', title: t('store.pool'), width: 140, cell: poolOf, text: poolOf },
    { id: 'kol', title: t('store.kolName'), width: 120, optional: true, cell: (row) => row.kolName ?? t('state.none'), text: (row) => row.kolName },
  ];
  return (
    <Page
      title={t('nav.storefronts')}
      tabs={<StorefrontTabs />}
      actions={brand.can('store:write') && <Button type="primary" onClick={() => setAdding(true)}>{t('store.newStorefront')}</Button>}
    >
      {items && items.length > 0 && <StorefrontCalendar storefronts={items} />}
      <DataTable
        bare={items?.length === 0}
        id="storefronts"
        label={t('nav.storefronts')}
        columns={columns}
        rows={items}
        rowId={(row) => row.id}
        error={storefronts.error}
        retry={() => void storefronts.refetch()}
        onOpen={(row) => void navigate({ to: '/b/$brandId/storefronts/$storefrontId', params: { ...params, storefrontId: row.id } })}
        empty={<Empty title={t('store.noStorefronts')} action={<StoreSteps />}>{t('store.noStorefrontsMore')}</Empty>}
      />
      {adding && pools && <NewStorefront pools={pools} onClose={() => setAdding(false)} />}
    </Page>
  );
}
