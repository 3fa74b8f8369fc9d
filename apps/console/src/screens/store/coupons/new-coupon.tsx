import { Form, Input, InputNumber, Modal, Radio, Select, Switch } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { MoneyField } from '../../../components/money-field.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { fenOf, optionalFen } from '../../../lib/money.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { couponsQuery, storefrontsQuery, type CouponInput } from '../queries.ts';
import css from '../store.module.css';

interface Values {
  name: string;
  kind: 'amount' | 'percent';
  /** Yuan. */
  off?: number;
  /** Per cent. */
  percent?: number;
  most?: number | null;
  threshold: number;
  storefrontIds: string[];
  budget: number;
  validDays: number;
  claimable: boolean;
}

const discountOf = ({ kind, off = 0, percent = 0, most }: Values): CouponInput['discount'] =>
  (kind === 'amount' ? { kind, fen: fenOf(off) } : { kind, basisPoints: Math.round(percent * 100), mostFen: optionalFen(most) });

/** What a coupon gives never changes once it is offered. */
export function NewCoupon({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const storefronts = useQuery(storefrontsQuery(brand.id)).data?.items ?? [];
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form) ?? 'amount';
  const { busy, failure, submit } = useSubmit(form, async (values) => {
    const { name, threshold, storefrontIds, budget, validDays, claimable } = values;
    await ask(api.POST('/api/brands/{brandId}/store/coupon-templates', {
      params: { path: { brandId: brand.id } }, body: { name, discount: discountOf(values), thresholdFen: fenOf(threshold), storefrontIds, budget, validDays, claimable },
    }));
    await queryClient.invalidateQueries({ queryKey: couponsQuery(brand.id).queryKey });
    onClose();
  });
  const needed = [{ required: true, message: t('door.needed') }];
  return (
    <Modal open title={t('store.newCoupon')} okText={t('store.offerCoupon')} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ kind: 'amount', threshold: 0, storefrontIds: [], validDays: 30, claimable: true }} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <p className="caption" style={{ marginBottom: 12 }}>{t('store.couponNote')}</p>
        <Form.Item name="name" label={t('store.couponName')} rules={[{ required: true, whitespace: true, message: t('door.needed') }]}><Input maxLength={100} /></Form.Item>
        <Form.Item name="kind" label={t('store.offer')}><Radio.Group options={(['amount', 'percent'] as const).map((value) => ({ value, label: t(`store.kind_${value}`) }))} /></Form.Item>
        <div className={css.pair}>
          {kind === 'amount' ? <Form.Item name="off" label={t('store.off')} rules={needed}><MoneyField min={0.01} /></Form.Item> : (
            <>
              <Form.Item name="percent" label={t('store.percentOff')} rules={needed}><InputNumber min={0.01} max={100} precision={2} suffix="%" style={{ width: '100%' }} controls={false} /></Form.Item>
              <Form.Item name="most" label={t('store.atMost')}><MoneyField min={0.01} /></Form.Item>
            </>
          )}
          <Form.Item name="threshold" label={t('store.threshold')} extra={t('store.thresholdHelp')} rules={needed}><MoneyField /></Form.Item>
        </div>
        <Form.Item name="storefrontIds" label={t('store.where')}><Select mode="multiple" placeholder={t('store.everywhere')} options={storefronts.filter(({ state }) => state !== 'archived').map(({ id, name }) => ({ value: id, label: name }))} /></Form.Item>
        <div className={css.pair}>
          <Form.Item name="budget" label={t('store.budget')} rules={needed}><InputNumber min={1} max={10_000_000} precision={0} style={{ width: '100%' }} controls={false} /></Form.Item>
          <Form.Item name="validDays" label={t('store.validDays')} extra={t('store.validHelp')} rules={needed}><InputNumber min={1} max={730} precision={0} style={{ width: '100%' }} controls={false} /></Form.Item>
        </div>
        <Form.Item name="claimable" label={t('store.claimableLabel')} extra={t('store.claimableHelp')} valuePropName="checked" style={{ marginBottom: 0 }}><Switch /></Form.Item>
      </Form>
    </Modal>
  );
}
