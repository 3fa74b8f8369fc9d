import { Button, Segmented, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { api, ask } from '../../../api/client.ts';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { usePages } from '../../../components/use-pages.ts';
import { Page } from '../../../components/page.tsx';
import { Empty, LineBones, Loaded } from '../../../components/states.tsx';
import { useWords } from '../../../i18n/index.ts';
import { count } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { poolsQuery, stockDifferencesQuery, storeKey, type StockRow } from '../queries.ts';
import css from '../store.module.css';
import { CatalogueTabs } from '../tabs.tsx';
import { useVariants } from '../variants.ts';
import { Ledger } from './ledger.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { PoolDialog } from './pool-dialog.tsx';

/** What is on hand in a pool, and the ledger that says why. */
export default function Stock() {
  const { t } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const search = useSearch({ from: '/b/$brandId/products/stock' });
  const pools = useQuery(poolsQuery(brand.id));
  const [moving, setMoving] = useState(false);
  const [adding, setAdding] = useState(false);
  const writes = brand.can('store:write');
  const items = pools.data?.items ?? [];
  const pool = items.find(({ id }) => id === search.pool) ?? items[0];
  const change = (next: Partial<typeof search>) => void navigate({ to: '.', search: { ...search, ...next }, replace: true });
  const views = (
    <>
      <Select style={{ minWidth: 160 }} aria-label={t('store.pool')} value={pool?.id} options={items.map(({ id, name }) => ({ value: id, label: name }))} onChange={(id: string) => change({ pool: id, sku: undefined })} />
      {/* Each sale is a line of the ledger: one buyer, not an aggregate. */}
      {!brand.aggregatesOnly && (
        <Segmented
          value={search.view ?? 'stock'}
          options={[{ value: 'stock', label: t('store.onHand') }, { value: 'ledger', label: t('store.ledger') }]}
          onChange={(view) => change({ view: view === 'ledger' ? view : undefined, sku: undefined })}
        />
      )}
    </>
  );
  const tools = writes && <Button type="text" size="small" onClick={() => setAdding(true)}>{t('store.newPool')}</Button>;
  return (
    <Page title={t('nav.products')} tabs={<CatalogueTabs />} full actions={writes && pool && <Button type="primary" onClick={() => setMoving(true)}>{t('store.move')}</Button>}>
      <Differences />
      <Loaded query={pools} bones={<LineBones count={6} />}>
        {() => (pool === undefined
          ? <Empty title={t('store.noPools')} action={writes && <Button type="primary" onClick={() => setAdding(true)}>{t('store.newPool')}</Button>}>{t('store.noPoolsMore')}</Empty>
          : search.view === 'ledger' && !brand.aggregatesOnly
            ? <Ledger key={pool.id} poolId={pool.id} pools={items} skuId={search.sku} onSku={(sku) => change({ sku })} views={views} tools={tools} />
            : <OnHand key={pool.id} poolId={pool.id} views={views} tools={tools} onReceive={() => setMoving(true)} onOpen={brand.aggregatesOnly ? undefined : (sku) => change({ view: 'ledger', sku })} />)}
      </Loaded>
      {pool && moving && <MoveDialog poolId={pool.id} pools={items} onClose={() => setMoving(false)} />}
      <PoolDialog open={adding} onClose={() => setAdding(false)} onMade={(id) => change({ pool: id })} />
    </Page>
  );
}

interface OnHandProps {
  poolId: string;
  views: ReactNode;
  tools: ReactNode;
  onReceive: () => void;
  onOpen: ((skuId: string) => void) | undefined;
}

function OnHand({ poolId, views, tools, onReceive, onOpen }: OnHandProps) {
  const { t } = useWords();
  const brand = useBrand();
  const stock = usePages([...storeKey(brand.id), 'stock', poolId], (cursor) =>
    ask(api.GET('/api/brands/{brandId}/store/pools/{poolId}/stock', { params: { path: { brandId: brand.id, poolId }, query: { cursor, limit: 100 } } })));
  const variants = useVariants();
  const most = Math.max(1, ...(stock.rows ?? []).map(({ onHand }) => onHand));
  const nameOf = ({ skuId }: StockRow) => variants?.get(skuId)?.name ?? skuId;
  const codeOf = ({ skuId }: StockRow) => variants?.get(skuId)?.code ?? '';
  const columns: Column<StockRow>[] = [
    { id: 'name', title: t('store.product'), width: 200, grow: 2, phone: 'title', cell: nameOf, text: nameOf },
    { id: 'code', title: t('store.code'), width: 120, phone: 'detail', cell: (row) => <span className="num">{codeOf(row)}</span>, text: codeOf },
    { id: 'bar', title: t('store.availableAndHeld'), width: 200, grow: 2, cell: (row) => <StockBar row={row} most={most} />, text: (row) => row.available },
    { id: 'available', title: t('store.available'), width: 90, align: 'right', phone: 'aside', cell: (row) => (row.available === 0 ? <span className={css.none}>{count(0)}</span> : count(row.available)), text: (row) => row.available },
    { id: 'held', title: t('store.held'), width: 90, align: 'right', cell: (row) => count(row.held), text: (row) => row.held },
    { id: 'onHand', title: t('store.onHand'), width: 90, align: 'right', cell: (row) => count(row.onHand), text: (row) => row.onHand },
  ];
  return (
    <DataTable
      id="stock"
      label={t('store.stock')}
      main
      columns={columns}
      rows={variants && stock.rows}
      rowId={(row) => row.skuId}
      error={stock.error}
      retry={stock.retry}
      more={stock.more}
      {...(onOpen ? { onOpen: (row: StockRow) => onOpen(row.skuId) } : {})}
      filters={views}
      tools={tools}
      empty={<Empty title={t('store.noStock')} action={brand.can('store:write') && <Button onClick={onReceive}>{t('store.move')}</Button>}>{t('store.noStockMore')}</Empty>}
    />
  );
}

/** Ink: may be sold; ochre: held by orders that are not paid yet. */
function StockBar({ row, most }: { row: StockRow; most: number }) {
  const width = (units: number) => `${(100 * units) / most}%`;
  return <span className={css.stockBar} aria-hidden><i style={{ width: width(row.available) }} /><b style={{ width: width(row.held) }} /></span>;
}

/** Nothing to see, unless rows were changed by hand. */
function Differences() {
  const { t } = useWords();
  const brand = useBrand();
  const variants = useVariants();
  const differences = useQuery(stockDifferencesQuery(brand.id)).data?.items ?? [];
  if (differences.length === 0) return null;
  return (
    <div className={css.alarm} role="alert">
      <p>{t('store.differences')}</p>
      <ul>{differences.map(({ poolId, skuId, onHand, movements, held, holds }) => (
        <li key={`${poolId} ${skuId}`}>{t('store.difference', { name: variants?.get(skuId)?.name ?? skuId, onHand: count(onHand), movements: count(movements), held: count(held), holds: count(holds) })}</li>
      ))}</ul>
    </div>
  );
}
