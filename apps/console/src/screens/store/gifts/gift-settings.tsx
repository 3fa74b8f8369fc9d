import { Button, Drawer, Form, Input, InputNumber, Switch } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { LineBones, Loaded } from '../../../components/states.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { freeId } from '../catalogue/product-values.ts';
import { storeKey, type Storefront } from '../queries.ts';
import css from '../store.module.css';
import { giftSettingsQuery, type GiftSettings } from './queries.ts';

interface Values extends Omit<GiftSettings, 'reminder'> {
  reminds: boolean;
  reminder?: NonNullable<GiftSettings['reminder']>;
}

/** How a storefront gives: for how long a link waits, and what there is to say. */
export function GiftSettingsDrawer({ storefront, onClose }: { storefront: Storefront; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const settings = useQuery(giftSettingsQuery(brand.id, storefront.id));
  const [form] = Form.useForm<Values>();
  const { busy, failure, submit } = useSubmit(form, async ({ reminds, reminder, ...values }) => {
    await ask(api.PUT('/api/brands/{brandId}/store/storefronts/{storefrontId}/gifting', {
      params: { path: { brandId: brand.id, storefrontId: storefront.id } }, body: { ...values, reminder: reminds ? reminder ?? null : null },
    }));
    await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
    onClose();
  });
  return (
    <Drawer open size={640} title={t('gifts.settings')} onClose={onClose} extra={<Button type="primary" loading={busy} disabled={!settings.data} onClick={() => form.submit()}>{t('action.save')}</Button>}>
      <Loaded query={settings} bones={<LineBones count={6} />}>
        {({ reminder, ...loaded }) => (
          <Form
            form={form} layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}
            initialValues={{ ...loaded, reminds: reminder !== null, ...(reminder ? { reminder } : {}) }}
          >
            <FormFailure text={failure} />
            <div className={css.pair}>
              <Form.Item name="offered" label={t('gifts.offered')} valuePropName="checked"><Switch /></Form.Item>
              <Form.Item name="days" label={t('gifts.days')} extra={t('gifts.daysHelp')} rules={[{ required: true, message: t('door.needed') }]}><InputNumber min={1} max={14} precision={0} style={{ width: '100%' }} controls={false} /></Form.Item>
            </div>
            <h3>{t('gifts.messages')}</h3>
            <p className="caption" style={{ margin: '4px 0 12px' }}>{t('gifts.messagesHelp')}</p>
            <Messages />
            <Reminder />
          </Form>
        )}
      </Loaded>
    </Drawer>
  );
}

function Messages() {
  const { t } = useWords();
  const form = Form.useFormInstance<Values>();
  const needed = [{ required: true, whitespace: true, message: t('door.needed') }];
  return (
    <Form.List name="messages">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div className={css.under} key={key} style={{ marginBottom: 12 }}>
              <Form.Item name={[name, 'id']} hidden><Input /></Form.Item>
              <Form.Item name={[name, 'zh']} label={t('gifts.inChinese')} rules={needed}><Input maxLength={120} /></Form.Item>
              <Form.Item name={[name, 'en']} label={t('gifts.inEnglish')} rules={needed} style={{ marginBottom: 4 }}><Input maxLength={120} /></Form.Item>
              <Button type="link" size="small" className={css.remove} onClick={() => remove(name)}>{t('action.remove')}</Button>
            </div>
          ))}
          {fields.length < 30 && <Button size="small" onClick={() => add({ id: freeId('message', form.getFieldValue('messages') as GiftSettings['messages']), zh: '', en: '' })}>{t('gifts.addMessage')}</Button>}
        </>
      )}
    </Form.List>
  );
}

/** Ids and keys as they stand in the template at WeChat. */
function Reminder() {
  const { t } = useWords();
  const reminds = Form.useWatch('reminds') === true;
  const key = [{ required: true, pattern: /^[a-z_]+[0-9]+$/, message: t('gifts.keyWrong') }];
  return (
    <>
      <Form.Item name="reminds" label={t('gifts.reminder')} extra={t('gifts.reminderHelp')} valuePropName="checked" style={{ marginTop: 24 }}><Switch /></Form.Item>
      {reminds && (
        <div className={css.under}>
          <Form.Item name={['reminder', 'templateId']} label={t('gifts.templateId')} rules={[{ required: true, whitespace: true, message: t('door.needed') }]}><Input maxLength={64} className="num" /></Form.Item>
          <div className={css.pair}>
            <Form.Item name={['reminder', 'thingKey']} label={t('gifts.thingKey')} rules={key}><Input maxLength={32} placeholder="thing1" /></Form.Item>
            <Form.Item name={['reminder', 'timeKey']} label={t('gifts.timeKey')} rules={key}><Input maxLength={32} placeholder="time2" /></Form.Item>
          </div>
        </div>
      )}
    </>
  );
}
