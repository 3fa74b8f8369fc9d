import { Button, Form, Input, Modal, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useAccounts } from '../../../api/accounts.ts';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { isoDay } from '../../../lib/format.ts';
import { productNow } from '../../../lib/use-now.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import type { PlanInputs, SavedPlan } from './queries.ts';

interface SavePlanProps {
  open: boolean;
  /** The plan that is being changed; null saves a new one. */
  plan: SavedPlan | null;
  inputs: PlanInputs;
  onClose: () => void;
  onSaved: (plan: SavedPlan) => void;
}

interface Values {
  name: string;
  startDay: string;
  assetId: string;
}

export function SavePlan({ open, plan, inputs, onClose, onSaved }: SavePlanProps) {
  const { t } = useWords();
  const brand = useBrand();
  const accounts = useAccounts();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const { busy, failure, submit } = useSubmit(form, async ({ name, startDay, assetId }) => {
    const body = { name, startDay, assetId: assetId === '' ? null : assetId, inputs };
    const saved = plan
      ? await ask(api.PUT('/api/brands/{brandId}/insights/plans/{planId}', { params: { path: { brandId: brand.id, planId: plan.id } }, body: { ...body, version: plan.version } }))
      : await ask(api.POST('/api/brands/{brandId}/insights/plans', { params: { path: { brandId: brand.id } }, body }));
    await queryClient.invalidateQueries({ queryKey: ['brand', brand.id, 'insights-plans'] });
    onSaved(saved);
  });
  return (
    <Modal open={open} title={t('insights.plan.save')} footer={null} destroyOnHidden onCancel={onClose}>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ name: plan?.name ?? '', startDay: plan?.startDay ?? `${isoDay(productNow()).slice(0, 4)}-01-01`, assetId: plan?.assetId ?? '' }}
        onFinish={(values) => void submit(values)}
      >
        <FormFailure text={failure} />
        <Form.Item name="name" label={t('insights.plan.name')} rules={[{ required: true, whitespace: true, message: t('insights.needed') }]}><Input maxLength={80} /></Form.Item>
        <Form.Item name="startDay" label={t('insights.plan.startDay')} rules={[{ required: true, message: t('insights.needed') }]}><Input type="date" /></Form.Item>
        <Form.Item name="assetId" label={t('insights.account')}>
          <Select options={[{ value: '', label: t('insights.allAccounts') }, ...(accounts ?? []).map(({ id, name }) => ({ value: id, label: name }))]} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>{t('action.save')}</Button>
      </Form>
    </Modal>
  );
}
