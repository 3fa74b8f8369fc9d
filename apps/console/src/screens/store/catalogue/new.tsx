import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, ask } from '../../../api/client.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { storeKey } from '../queries.ts';
import { ProductForm } from './product-form.tsx';
import { inputOf, newProduct } from './product-values.ts';

export default function NewProduct() {
  const { t } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return (
    <ProductForm
      title={t('store.newProduct')}
      initial={newProduct}
      draftKey={`product.${brand.id}`}
      onSave={async (values) => {
        const { id } = await ask(api.POST('/api/brands/{brandId}/store/products', { params: { path: { brandId: brand.id } }, body: inputOf(values, brand.can('finance:read')) }));
        await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
        await navigate({ to: '/b/$brandId/products/$productId', params: { brandId: String(brand.id), productId: id }, replace: true });
      }}
    />
  );
}
