import { Select } from 'antd';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, ask } from '../../../api/client.ts';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { When } from '../../../components/number.tsx';
import { Empty } from '../../../components/states.tsx';
import { usePages } from '../../../components/use-pages.ts';
import { useWords } from '../../../i18n/index.ts';
import { difference } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { useDoer } from '../doer.ts';
import { storeKey, type Movement } from '../queries.ts';
import { useVariants } from '../variants.ts';

interface LedgerProps {
  poolId: string;
  pools: readonly { id: string; name: string }[];
  skuId: string | undefined;
  onSku: (skuId: string | undefined) => void;
  views: ReactNode;
  tools: ReactNode;
}

/** Every movement of a pool, newest first: nothing changes what is on hand but these. */
export function Ledger({ poolId, pools, skuId, onSku, views, tools }: LedgerProps) {
  const { t } = useWords();
  const brand = useBrand();
  const doer = useDoer();
  const variants = useVariants();
  const list = usePages([...storeKey(brand.id), 'movements', poolId, skuId], (cursor) =>
    ask(api.GET('/api/brands/{brandId}/store/pools/{poolId}/movements', { params: { path: { brandId: brand.id, poolId }, query: { skuId, cursor, limit: 100 } } })));
  const nameOf = (row: Movement) => variants?.get(row.skuId)?.name ?? row.skuId;
  const noteOf = (row: Movement) => (row.reason === 'moved' ? [t('store.otherPool', { name: pools.find(({ id }) => id === row.reference)?.name ?? '' }), row.note].filter((part) => part !== '').join(' · ') : row.note);
  const columns: Column<Movement>[] = [
    { id: 'at', title: t('store.when'), width: 170, phone: 'detail', cell: (row) => <When at={row.at} />, text: (row) => row.at },
    { id: 'name', title: t('store.product'), width: 180, grow: 2, phone: 'title', cell: nameOf, text: nameOf },
    { id: 'reason', title: t('store.movement'), width: 90, phone: 'detail', cell: (row) => t(`store.movement_${row.reason}`), text: (row) => t(`store.movement_${row.reason}`) },
    { id: 'quantity', title: t('store.quantity'), width: 90, align: 'right', phone: 'aside', cell: (row) => difference(row.quantity), text: (row) => row.quantity },
    { id: 'by', title: t('store.who'), width: 130, phone: 'detail', cell: (row) => <span title={doer(row.by)}>{doer(row.by)}</span>, text: (row) => doer(row.by) },
    {
      id: 'note', title: t('store.note'), width: 160, grow: 1, text: noteOf,
      cell: (row) => (row.orderId !== null
        ? <Link to="/b/$brandId/orders/$orderId" params={{ brandId: String(brand.id), orderId: row.orderId }}>{t('store.order')}</Link>
        : noteOf(row)),
    },
  ];
  return (
    <DataTable
      id="stock-ledger"
      label={t('store.ledger')}
      main
      columns={columns}
      rowId={(row) => String(row.id)}
      {...list}
      filters={(
        <>
          {views}
          <Select
            allowClear style={{ minWidth: 180 }} placeholder={t('store.allVariants')} aria-label={t('store.product')} value={skuId} onChange={(next: string | undefined) => onSku(next)}
            showSearch={{ optionFilterProp: 'label' }} options={[...(variants?.values() ?? [])].map(({ id, name, code }) => ({ value: id, label: `${name} (${code})` }))}
          />
        </>
      )}
      tools={tools}
      empty={<Empty title={t('store.noMovements')} />}
    />
  );
}
