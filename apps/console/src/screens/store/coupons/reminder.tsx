import { Button, Drawer, Form, Input, InputNumber, Switch } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { LineBones, Loaded } from '../../../components/states.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { couponReminderQuery, type CouponReminder } from '../queries.ts';
import css from '../store.module.css';

interface Values {
  reminds: boolean;
  setting: CouponReminder;
}

const fresh: Partial<CouponReminder> = { daysBefore: 3 };

/** V-06: whoever allowed it hears once of a coupon that ends soon. Ids and keys as they stand in the template at WeChat. */
export function ReminderDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const query = couponReminderQuery(brand.id);
  const loaded = useQuery(query);
  const [form] = Form.useForm<Values>();
  const reminds = Form.useWatch('reminds', form) === true;
  const { busy, failure, submit } = useSubmit(form, async ({ reminds: on, setting }) => {
    await ask(api.PUT('/api/brands/{brandId}/store/coupon-reminder', { params: { path: { brandId: brand.id } }, body: { setting: on ? setting : null } }));
    await queryClient.invalidateQueries({ queryKey: query.queryKey });
    onClose();
  });
  const key = [{ required: true, pattern: /^[a-z_]{1,24}[0-9]{1,3}$/, message: t('gifts.keyWrong') }];
  return (
    <Drawer
      open size={480} title={t('store.couponReminder')} onClose={onClose}
      extra={<Button type="primary" loading={busy} disabled={!loaded.data} onClick={() => form.submit()}>{t('action.save')}</Button>}
    >
      <Loaded query={loaded} bones={<LineBones count={4} />}>
        {({ setting }) => (
          <Form form={form} layout="vertical" requiredMark={false} initialValues={{ reminds: setting !== null, setting: setting ?? fresh }} onFinish={(values) => void submit(values)}>
            <FormFailure text={failure} />
            <Form.Item name="reminds" label={t('store.remindsOfCoupons')} extra={t('store.remindsOfCouponsHelp')} valuePropName="checked"><Switch /></Form.Item>
            {reminds && (
              <div className={css.under}>
                <Form.Item name={['setting', 'daysBefore']} label={t('store.daysBefore')} rules={[{ required: true, message: t('door.needed') }]}><InputNumber min={1} max={30} precision={0} style={{ width: '100%' }} controls={false} /></Form.Item>
                <Form.Item name={['setting', 'templateId']} label={t('gifts.templateId')} rules={[{ required: true, whitespace: true, message: t('door.needed') }]}><Input maxLength={64} className="num" /></Form.Item>
                <div className={css.pair}>
                  <Form.Item name={['setting', 'nameKey']} label={t('store.couponNameKey')} rules={key}><Input maxLength={27} placeholder="thing1" /></Form.Item>
                  <Form.Item name={['setting', 'timeKey']} label={t('store.couponTimeKey')} rules={key}><Input maxLength={27} placeholder="time2" /></Form.Item>
                </div>
              </div>
            )}
          </Form>
        )}
      </Loaded>
    </Drawer>
  );
}
