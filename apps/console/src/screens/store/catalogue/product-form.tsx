import { Button, Form, Input, InputNumber, Segmented, Select, Switch } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FormFailure } from '../../../components/form-failure.tsx';
import { Page, Section } from '../../../components/page.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { readDraft, useDraft } from '../../../lib/use-draft.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { categoriesQuery } from '../queries.ts';
import css from '../store.module.css';
import { AskVariant, OptionFields } from './option-fields.tsx';
import { PictureField } from './picture-field.tsx';
import type { newProduct, ProductValues } from './product-values.ts';
import { SkuFields } from './sku-fields.tsx';

interface ProductFormProps {
  title: string;
  initial: ProductValues | typeof newProduct;
  /** Where what is typed is kept on this device until it is saved. */
  draftKey?: string;
  onSave: (values: ProductValues) => Promise<unknown>;
}

export function ProductForm({ title, initial, draftKey, onSave }: ProductFormProps) {
  const { t } = useWords();
  const brand = useBrand();
  const writes = brand.can('store:write');
  const [form] = Form.useForm<ProductValues>();
  const typed = Form.useWatch([], form) as ProductValues | undefined;
  const draft = useDraft(draftKey ?? 'product', draftKey === undefined ? undefined : typed);
  const { busy, failure, submit } = useSubmit(form, async (values) => {
    await onSave(values);
    if (draftKey !== undefined) draft.forget();
  });
  const kept = draftKey === undefined ? null : readDraft<ProductValues>(draftKey);
  return (
    <Page
      title={title}
      back={<Link to="/b/$brandId/products" params={{ brandId: String(brand.id) }}>{t('nav.products')}</Link>}
      actions={writes && <Button type="primary" loading={busy} onClick={() => form.submit()}>{t('action.save')}</Button>}
    >
      <Form form={form} layout="vertical" requiredMark={false} disabled={!writes} initialValues={kept ?? initial} scrollToFirstError onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Section title={t('store.about')}><About /></Section>
        <Section title={t('store.variants')} note={t('store.variantsNote')}><SkuFields /><AskVariant /></Section>
        <Section title={t('store.options')} note={t('store.optionsNote')}><OptionFields /></Section>
        <Section title={t('store.more')}><More /></Section>
      </Form>
    </Page>
  );
}

function About() {
  const { t } = useWords();
  const brand = useBrand();
  const categories = useQuery(categoriesQuery(brand.id)).data?.items ?? [];
  const needed = [{ required: true, whitespace: true, message: t('door.needed') }];
  return (
    <div className={css.narrow}>
      <Form.Item name="name" label={t('store.productName')} rules={needed}><Input maxLength={100} /></Form.Item>
      <Form.Item name="pictureIds" label={t('store.pictures')} extra={t('store.picturesHelp')}><PictureField disabled={!brand.can('store:write')} /></Form.Item>
      <Form.Item name="story" label={t('store.story')}><Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={5000} /></Form.Item>
      <div className={css.pair}>
        <Form.Item name="categoryId" label={t('store.category')}><Select allowClear options={categories.map(({ id, name }) => ({ value: id, label: name }))} notFoundContent={t('store.noCategories')} /></Form.Item>
        <Form.Item name="vendor" label={t('store.vendor')} extra={t('store.vendorHelp')}><Input maxLength={100} /></Form.Item>
      </div>
      <Form.Item name="state" label={t('store.state')} extra={t('store.productStateHelp')}>
        <Segmented options={(['draft', 'active', 'archived'] as const).map((value) => ({ value, label: t(`store.product_${value}`) }))} />
      </Form.Item>
    </div>
  );
}

/** K-08, K-14: what few products have. */
function More() {
  const { t } = useWords();
  const needed = [{ required: true, whitespace: true, message: t('door.needed') }];
  return (
    <div className={css.narrow}>
      <Attributes />
      <Form.Item name="exclusive" label={t('store.exclusive')} valuePropName="checked"><Switch /></Form.Item>
      <Form.Item name="isCrossBorder" label={t('store.crossBorder')} valuePropName="checked"><Switch /></Form.Item>
      <When on="isCrossBorder">
        <div className={css.pair}>
          <Form.Item name={['crossBorder', 'shipFrom']} label={t('store.shipFrom')} rules={needed}><Input maxLength={100} /></Form.Item>
          <Form.Item name={['crossBorder', 'deliveryDays']} label={t('store.deliveryDays')} rules={[{ required: true, message: t('door.needed') }]}><InputNumber min={1} max={120} precision={0} /></Form.Item>
        </div>
        <Form.Item name={['crossBorder', 'dutyNotice']} label={t('store.dutyNotice')} initialValue=""><Input.TextArea maxLength={500} autoSize /></Form.Item>
      </When>
      <Form.Item name="isCollaboration" label={t('store.collaboration')} valuePropName="checked"><Switch /></Form.Item>
      <When on="isCollaboration">
        <div className={css.pair}>
          <Form.Item name={['collaboration', 'credit']} label={t('store.credit')} rules={needed}><Input maxLength={100} /></Form.Item>
          <Form.Item name={['collaboration', 'editionSize']} label={t('store.editionSize')}><InputNumber min={1} precision={0} /></Form.Item>
        </div>
        <Form.Item name={['collaboration', 'story']} label={t('store.collaborationStory')}><Input.TextArea maxLength={2000} autoSize /></Form.Item>
      </When>
    </div>
  );
}

function When({ on, children }: { on: 'isCrossBorder' | 'isCollaboration'; children: ReactNode }) {
  const shown = Form.useWatch(on, Form.useFormInstance<ProductValues>());
  return shown ? <div className={css.under}>{children}</div> : null;
}

function Attributes() {
  const { t } = useWords();
  const needed = [{ required: true, whitespace: true, message: t('door.needed') }];
  return (
    <Form.Item label={t('store.attributes')} extra={t('store.attributesHelp')}>
      <Form.List name="attributes">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div className={css.attribute} key={key}>
                <Form.Item name={[name, 'name']} rules={needed}><Input maxLength={40} placeholder={t('store.attributeName')} aria-label={t('store.attributeName')} /></Form.Item>
                <Form.Item name={[name, 'value']} rules={needed}><Input maxLength={100} placeholder={t('store.attributeValue')} aria-label={t('store.attributeValue')} /></Form.Item>
                <Button type="link" onClick={() => remove(name)}>{t('action.remove')}</Button>
              </div>
            ))}
            <Button size="small" onClick={() => add({ name: '', value: '' })}>{t('store.addAttribute')}</Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
