import { Button, Drawer, Form, InputNumber, Switch } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { storeKey } from '../queries.ts';

interface Values {
  queues: boolean;
  turnSeconds?: number;
}

/** Enough to give an address and press once. */
const USUAL_TURN = 120;

export function QueueSetting({ storefrontId, turnSeconds, onClose }: { storefrontId: string; turnSeconds: number | null; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const queues = Form.useWatch('queues', form);
  const { busy, failure, submit } = useSubmit(form, async (values) => {
    await ask(api.PUT('/api/brands/{brandId}/store/storefronts/{storefrontId}/queue', {
      params: { path: { brandId: brand.id, storefrontId } }, body: { turnSeconds: values.queues ? values.turnSeconds ?? USUAL_TURN : null },
    }));
    await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
    onClose();
  });
  return (
    <Drawer open size={420} title={t('drop.queueSetting')} onClose={onClose} extra={<Button type="primary" loading={busy} onClick={() => form.submit()}>{t('action.save')}</Button>}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ queues: turnSeconds !== null, turnSeconds: turnSeconds ?? USUAL_TURN }} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Form.Item name="queues" label={t('drop.queues')} valuePropName="checked" extra={t('drop.queuesHelp')}><Switch /></Form.Item>
        {queues && (
          <Form.Item name="turnSeconds" label={t('drop.turnSeconds')} extra={t('drop.turnHelp')} rules={[{ required: true, message: t('door.needed') }]}>
            <InputNumber min={30} max={900} precision={0} controls={false} style={{ width: '100%' }} />
          </Form.Item>
        )}
      </Form>
    </Drawer>
  );
}
