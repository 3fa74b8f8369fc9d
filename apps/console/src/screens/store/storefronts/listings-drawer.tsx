import { Button, Drawer, Form, InputNumber, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { MoneyField } from '../../../components/money-field.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { optionalFen, optionalYuan, plainYuan } from '../../../lib/money.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { storeKey, type Listing, type Storefront } from '../queries.ts';
import css from '../store.module.css';
import { useVariants, variantChoices } from '../variants.ts';

interface Values {
  listings: { skuId: string; price?: number | null; perPerson?: number | null }[];
}

/** The whole list, in the order shoppers see it. */
export function ListingsDrawer({ storefront, listings, onClose }: { storefront: Storefront; listings: readonly Listing[]; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const variants = useVariants();
  const [form] = Form.useForm<Values>();
  const chosen = Form.useWatch('listings', form) ?? [];
  const { busy, failure, submit } = useSubmit(form, async (values) => {
    await ask(api.PUT('/api/brands/{brandId}/store/storefronts/{storefrontId}/listings', {
      params: { path: { brandId: brand.id, storefrontId: storefront.id } },
      body: { listings: values.listings.map(({ skuId, price, perPerson }) => ({ skuId, priceFen: optionalFen(price), perPerson: perPerson ?? null })) },
    }));
    await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
    onClose();
  });
  const initial = listings.map(({ skuId, priceFen, perPerson }) => ({ skuId, price: optionalYuan(priceFen), perPerson }));
  const left = variantChoices(variants).filter(({ value }) => !chosen.some((one) => one?.skuId === value));
  return (
    <Drawer open size={640} title={t('store.changeListings')} onClose={onClose} extra={<Button type="primary" loading={busy} onClick={() => form.submit()}>{t('action.save')}</Button>}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ listings: initial }} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Form.List name="listings">
          {(fields, { add, remove, move }) => (
            <>
              {fields.map(({ key, name }) => {
                const variant = variants?.get(chosen[name]?.skuId ?? '');
                return (
                  <div className={css.listing} key={key}>
                    <Form.Item name={[name, 'skuId']} hidden><Select /></Form.Item>
                    <div className={css.listingHead}>
                      <span>{variant?.name} <span className="caption num">{variant?.code}</span></span>
                      {name > 0 && <Button type="link" size="small" onClick={() => move(name, name - 1)}>{t('store.up')}</Button>}
                      <Button type="link" size="small" onClick={() => remove(name)}>{t('store.delist')}</Button>
                    </div>
                    <div className={css.pair}>
                      <Form.Item name={[name, 'price']} label={t('store.priceHere')}><MoneyField min={0.01} placeholder={variant && plainYuan(variant.priceFen)} /></Form.Item>
                      <Form.Item name={[name, 'perPerson']} label={t('store.perPerson')}><InputNumber min={1} max={999} precision={0} placeholder={t('store.noLimit')} /></Form.Item>
                    </div>
                  </div>
                );
              })}
              <Select
                value={null} placeholder={t('store.addListing')} aria-label={t('store.addListing')} style={{ width: '100%' }} showSearch={{ optionFilterProp: 'label' }} options={left}
                onChange={(skuId: string | null) => skuId !== null && add({ skuId })}
                notFoundContent={<Link to="/b/$brandId/products/new" params={{ brandId: String(brand.id) }}>{t('store.newProduct')}</Link>}
              />
            </>
          )}
        </Form.List>
      </Form>
    </Drawer>
  );
}
