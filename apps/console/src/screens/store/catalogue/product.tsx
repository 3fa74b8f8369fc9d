import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { App } from 'antd';
import { api, ask } from '../../../api/client.ts';
import { Page } from '../../../components/page.tsx';
import { LineBones, Loaded } from '../../../components/states.tsx';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { productQuery, storeKey } from '../queries.ts';
import { ProductForm } from './product-form.tsx';
import { inputOf, valuesOf } from './product-values.ts';

export default function ProductScreen() {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const { productId } = useParams({ from: '/b/$brandId/products/$productId' });
  const product = useQuery(productQuery(brand.id, productId));
  if (product.data === undefined) return <Page title={t('store.productWord')}><Loaded query={product} bones={<LineBones count={8} />}>{() => null}</Loaded></Page>;
  return (
    <ProductForm
      // What was saved comes back with the ids of its new variants.
      key={`${product.data.id} ${product.data.changedAt}`}
      title={product.data.name}
      initial={valuesOf(product.data)}
      onSave={async (values) => {
        await ask(api.PUT('/api/brands/{brandId}/store/products/{productId}', { params: { path: { brandId: brand.id, productId } }, body: inputOf(values, brand.can('finance:read')) }));
        void message.success(t('settings.saved'));
        await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
      }}
    />
  );
}
