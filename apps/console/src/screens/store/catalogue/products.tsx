import { Button, Input, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../../../api/client.ts';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { Ago } from '../../../components/number.tsx';
import { Page } from '../../../components/page.tsx';
import { Empty } from '../../../components/states.tsx';
import { usePages } from '../../../components/use-pages.ts';
import { useWords } from '../../../i18n/index.ts';
import { count, money } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { categoriesQuery, storeKey, type Product } from '../queries.ts';
import css from '../store.module.css';
import { CatalogueTabs } from '../tabs.tsx';
import { CatalogueSettings } from './catalogue-settings.tsx';
import { pictureUrl } from './picture-field.tsx';

const states: readonly Product['state'][] = ['draft', 'active', 'archived'];
const onSale = ({ skus }: Product) => skus.filter(({ archivedAt }) => archivedAt === null);

export default function Products() {
  const { t } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const search = useSearch({ from: '/b/$brandId/products' });
  const { text, state, category } = search;
  const [setting, setSetting] = useState(false);
  const params = { brandId: String(brand.id) };
  const categories = useQuery(categoriesQuery(brand.id)).data?.items;
  const list = usePages([...storeKey(brand.id), 'products', search], (cursor) =>
    ask(api.GET('/api/brands/{brandId}/store/products', { params: { path: { brandId: brand.id }, query: { text, state, categoryId: category, cursor, limit: 100 } } })));
  const change = (next: Partial<typeof search>) => void navigate({ to: '.', search: { ...search, ...next }, replace: true });
  const categoryOf = (row: Product) => categories?.find(({ id }) => id === row.categoryId)?.name ?? '';
  const priceOf = (row: Product) => {
    const prices = onSale(row).map(({ priceFen }) => priceFen);
    const [low, high] = [Math.min(...prices), Math.max(...prices)];
    if (prices.length === 0) return '';
    return low === high ? money(low) : `${money(low)}–${money(high)}`;
  };
  const columns: Column<Product>[] = [
    {
      id: 'name', title: t('store.productName'), width: 240, grow: 3, phone: 'title', text: (row) => row.name,
      cell: (row) => (
        <Link className={css.named} to="/b/$brandId/products/$productId" params={{ ...params, productId: row.id }}>
          {row.pictureIds[0] === undefined ? <span className={css.thumb} /> : <img className={css.thumb} src={pictureUrl(brand.id, row.pictureIds[0])} alt="" loading="lazy" />}
          {row.name}
        </Link>
      ),
    },
    { id: 'category', title: t('store.category'), width: 120, grow: 1, phone: 'detail', cell: categoryOf, text: categoryOf },
    { id: 'variants', title: t('store.variants'), width: 80, align: 'right', cell: (row) => count(onSale(row).length), text: (row) => onSale(row).length },
    { id: 'price', title: t('store.price'), width: 170, align: 'right', phone: 'aside', cell: priceOf, text: (row) => (onSale(row)[0]?.priceFen ?? 0) / 100 },
    { id: 'state', title: t('store.state'), width: 100, phone: 'detail', cell: (row) => <span className={css.state} data-state={row.state}>{t(`store.product_${row.state}`)}</span>, text: (row) => t(`store.product_${row.state}`) },
    { id: 'changed', title: t('store.changed'), width: 130, cell: (row) => <Ago at={row.changedAt} />, text: (row) => row.changedAt },
  ];
  const create = brand.can('store:write') && <Link to="/b/$brandId/products/new" params={params}><Button type="primary" tabIndex={-1}>{t('store.newProduct')}</Button></Link>;
  return (
    <Page title={t('nav.products')} tabs={<CatalogueTabs />} full actions={create && <><Button onClick={() => setSetting(true)}>{t('store.catalogueSettings')}</Button>{create}</>}>
      <DataTable
        id="products"
        label={t('nav.products')}
        main
        savedViews
        columns={columns}
        rowId={(row) => row.id}
        {...list}
        onOpen={(row) => void navigate({ to: '/b/$brandId/products/$productId', params: { ...params, productId: row.id } })}
        filters={(
          <>
            <span data-table-search>
              <Input.Search
                key={text} allowClear style={{ width: 240 }} defaultValue={text} maxLength={60} placeholder={t('store.searchProducts')} aria-label={t('table.search')}
                onSearch={(typed) => change({ text: typed.trim() || undefined })}
              />
            </span>
            <Select allowClear style={{ minWidth: 130 }} placeholder={t('store.allStates')} aria-label={t('store.state')} value={state} onChange={(next) => change({ state: next })} options={states.map((value) => ({ value, label: t(`store.product_${value}`) }))} />
            <Select allowClear style={{ minWidth: 140 }} placeholder={t('store.allCategories')} aria-label={t('store.category')} value={category} onChange={(next: string | undefined) => change({ category: next })} options={(categories ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
          </>
        )}
        empty={Object.keys(search).length > 0
          ? <Empty title={t('store.noProductMatch')} />
          : <Empty title={t('store.noProducts')} action={create}>{t('store.noProductsMore')}</Empty>}
      />
      <CatalogueSettings open={setting} onClose={() => setSetting(false)} />
    </Page>
  );
}
