import { Button, Drawer, Form, Input, Switch } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { MoneyField } from '../../../components/money-field.tsx';
import { LineBones, Loaded } from '../../../components/states.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { fenOf, yuanOf } from '../../../lib/money.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { categoriesQuery, priceBandsQuery, storeKey } from '../queries.ts';
import css from '../store.module.css';

export function CatalogueSettings({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const categories = useQuery({ ...categoriesQuery(brand.id), enabled: open });
  const bands = useQuery({ ...priceBandsQuery(brand.id), enabled: open });
  return (
    <Drawer open={open} onClose={onClose} size={480} title={t('store.catalogueSettings')} destroyOnHidden>
      <div className={css.panel}>
        <h2>{t('store.categories')}</h2>
        <Loaded query={categories} bones={<LineBones />}>{({ items }) => <Categories items={items} />}</Loaded>
      </div>
      <div className={css.panel} style={{ marginTop: 40 }}>
        <h2>{t('store.bands')}</h2>
        <p className="caption" style={{ marginBottom: 12 }}>{t('store.bandsNote')}</p>
        <Loaded query={bands} bones={<LineBones />}>{({ items }) => <Bands items={items.map(({ fromFen, ...band }) => ({ ...band, from: yuanOf(fromFen) }))} />}</Loaded>
      </div>
    </Drawer>
  );
}

interface Category {
  id?: string;
  name: string;
}

function Categories({ items }: { items: Category[] }) {
  const { t } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<{ items: Category[] }>();
  const { busy, failure, submit } = useSubmit(form, async ({ items: kept }) => {
    const saved = await ask(api.PUT('/api/brands/{brandId}/store/categories', { params: { path: { brandId: brand.id } }, body: { items: kept.map(({ id, name }) => (id === undefined ? { name } : { id, name })) } }));
    form.setFieldsValue(saved);
    await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
  });
  return (
    <Form form={form} layout="vertical" initialValues={{ items }} onFinish={(values) => void submit(values)}>
      <FormFailure text={failure} />
      <Form.List name="items">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div className={css.rowOfOne} key={key}>
                <Form.Item name={[name, 'id']} hidden><Input /></Form.Item>
                <Form.Item name={[name, 'name']} rules={[{ required: true, whitespace: true, message: t('door.needed') }]}><Input maxLength={100} aria-label={t('store.category')} /></Form.Item>
                <Button type="link" onClick={() => remove(name)}>{t('action.remove')}</Button>
              </div>
            ))}
            <div className={css.adders}>
              <Button onClick={() => add({ name: '' })}>{t('store.addCategory')}</Button>
              <Button htmlType="submit" loading={busy}>{t('store.saveCategories')}</Button>
            </div>
          </>
        )}
      </Form.List>
    </Form>
  );
}

interface Band {
  name: string;
  /** Yuan. */
  from: number;
  soldDirectly: boolean;
}

/** L-19: what may be sold in the store, by its price. */
function Bands({ items }: { items: Band[] }) {
  const { t } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<{ items: Band[] }>();
  const { busy, failure, submit } = useSubmit(form, async ({ items: kept }) => {
    await ask(api.PUT('/api/brands/{brandId}/store/price-bands', { params: { path: { brandId: brand.id } }, body: { items: kept.map(({ from, ...band }) => ({ ...band, fromFen: fenOf(from) })) } }));
    await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
  });
  const needed = [{ required: true, message: t('door.needed') }];
  return (
    <Form form={form} layout="vertical" requiredMark={false} initialValues={{ items }} onFinish={(values) => void submit(values)}>
      <FormFailure text={failure} />
      <Form.List name="items">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div className={css.band} key={key}>
                <Form.Item name={[name, 'name']} label={t('store.bandName')} rules={needed}><Input maxLength={100} /></Form.Item>
                <Form.Item name={[name, 'from']} label={t('store.bandFrom')} rules={needed}><MoneyField /></Form.Item>
                <Form.Item name={[name, 'soldDirectly']} label={t('store.soldDirectly')} valuePropName="checked"><Switch /></Form.Item>
                <Button type="link" className={css.drop} onClick={() => remove(name)}>{t('action.remove')}</Button>
              </div>
            ))}
            <div className={css.adders}>
              <Button onClick={() => add({ name: '', from: null, soldDirectly: true })}>{t('store.addBand')}</Button>
              <Button htmlType="submit" loading={busy}>{t('store.saveBands')}</Button>
            </div>
          </>
        )}
      </Form.List>
    </Form>
  );
}
