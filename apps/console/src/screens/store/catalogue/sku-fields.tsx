import { Button, Form, Input } from 'antd';
import { MoneyField } from '../../../components/money-field.tsx';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import css from '../store.module.css';

/** What is priced, counted and sent. */
export function SkuFields() {
  const { t } = useWords();
  const brand = useBrand();
  const seesCosts = brand.can('finance:read');
  return (
    <Form.List name="skus">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div className={css.sku} key={key} data-costs={seesCosts || undefined}>
              <Form.Item name={[name, 'id']} hidden><Input /></Form.Item>
              <Form.Item name={[name, 'code']} label={t('store.code')} rules={[{ required: true, whitespace: true, message: t('door.needed') }]}><Input maxLength={60} /></Form.Item>
              <Form.Item name={[name, 'name']} label={t('store.variantName')}><Input maxLength={100} placeholder={t('store.variantHint')} /></Form.Item>
              <Form.Item name={[name, 'price']} label={t('store.price')} rules={[{ required: true, message: t('door.needed') }]}><MoneyField min={0.01} /></Form.Item>
              <Form.Item name={[name, 'compareAt']} label={t('store.compareAt')}><MoneyField /></Form.Item>
              {seesCosts && <Form.Item name={[name, 'cost']} label={t('store.cost')}><MoneyField /></Form.Item>}
              {fields.length > 1 && <Button type="link" className={css.drop} onClick={() => remove(name)}>{t('action.remove')}</Button>}
            </div>
          ))}
          <Button onClick={() => add({})}>{t('store.addVariant')}</Button>
        </>
      )}
    </Form.List>
  );
}
