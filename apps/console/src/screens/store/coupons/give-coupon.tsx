import { App, Form, Modal, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { LineBones, Loaded } from '../../../components/states.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { couponsQuery } from '../queries.ts';
import { useOffer } from './use-offer.ts';

/** One of the coupons on offer, also of those only the brand gives, for one person. */
export function GiveCoupon({ contactId, onClose }: { contactId: number; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const offerOf = useOffer();
  const coupons = useQuery(couponsQuery(brand.id));
  const [form] = Form.useForm<{ couponTemplateId: string }>();
  const { busy, failure, submit } = useSubmit(form, async ({ couponTemplateId }) => {
    const given = await ask(api.POST('/api/brands/{brandId}/store/coupon-templates/{couponTemplateId}/coupons', { params: { path: { brandId: brand.id, couponTemplateId } }, body: { contactId } }));
    await queryClient.invalidateQueries({ queryKey: couponsQuery(brand.id).queryKey });
    if (given.isNew) void message.success(t('store.couponGiven'));
    else void message.info(t(given.state === 'used' ? 'store.couponWasUsed' : given.state === 'expired' ? 'store.couponIsOver' : 'store.couponInWallet'));
    onClose();
  });
  const toGive = (coupons.data?.items ?? []).filter(({ endedAt, issued, budget }) => endedAt === null && issued < budget);
  return (
    <Modal open title={t('store.giveCoupon')} okText={t('store.giveCoupon')} okButtonProps={{ disabled: toGive.length === 0 }} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose}>
      <Loaded query={coupons} bones={<LineBones count={2} />}>
        {() => (toGive.length === 0 ? <p className="quiet">{t('store.noCouponToGive')}</p> : (
          <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
            <FormFailure text={failure} />
            <p className="caption" style={{ marginBottom: 16 }}>{t('store.giveCouponHelp')}</p>
            <Form.Item name="couponTemplateId" label={t('store.coupon')} rules={[{ required: true, message: t('door.needed') }]}>
              <Select options={toGive.map((one) => ({ value: one.id, label: `${one.name} · ${offerOf(one)}` }))} />
            </Form.Item>
          </Form>
        ))}
      </Loaded>
    </Modal>
  );
}
