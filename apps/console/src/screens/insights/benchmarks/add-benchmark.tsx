import { Button, Form, Input, Modal, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import type { Metric } from '../queries.ts';

interface Values {
  metric: string;
  key?: string;
  value: string;
  edition: string;
  year: string;
  source: string;
  sample?: string;
  address?: string;
  note?: string;
}

/** A figure the brand has from elsewhere: last year's agency report, a sister house. */
export function AddBenchmark({ open, metrics, onClose }: { open: boolean; metrics: readonly Metric[]; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Modal open={open} title={t('insights.bench.add')} footer={null} destroyOnHidden onCancel={onClose}>
      <BenchmarkForm metrics={metrics} onDone={onClose} />
    </Modal>
  );
}

/** What is typed, as the API has it: shares and rates are typed in per cent, money in yuan. */
const scaleOf = ({ unit }: Metric): number => (unit === 'share' || unit === 'rate' ? 0.01 : unit === 'fen' ? 100 : 1);

function BenchmarkForm({ metrics, onDone }: { metrics: readonly Metric[]; onDone: () => void }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const chosen = Form.useWatch('metric', form);
  const metric = metrics.find(({ id }) => id === chosen);
  const { busy, failure, submit } = useSubmit(form, async ({ value, ...rest }) => {
    const words = Object.fromEntries(Object.entries(rest).filter(([, text]) => text !== undefined && text !== '')) as typeof rest;
    await ask(api.POST('/api/brands/{brandId}/insights/benchmarks', {
      params: { path: { brandId: brand.id } },
      body: { ...words, value: Number((Number(value) * scaleOf(metric!)).toPrecision(12)) },
    }));
    await queryClient.invalidateQueries({ queryKey: ['brand', brand.id, 'insights-benchmarks'] });
    await queryClient.invalidateQueries({ queryKey: ['brand', brand.id, 'insights'] });
    onDone();
  });
  const needed = [{ required: true, whitespace: true, message: t('insights.needed') }];
  const unit = metric && (scaleOf(metric) === 0.01 ? '%' : metric.unit === 'fen' ? '¥' : undefined);
  return (
    <Form form={form} layout="vertical" onFinish={(values) => void submit(values)}>
      <FormFailure text={failure} />
      <Form.Item name="metric" label={t('insights.bench.figure')} rules={[{ required: true, message: t('insights.needed') }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} onChange={() => form.setFieldValue('key', undefined)} options={metrics.map(({ id, name }) => ({ value: id, label: name[language] }))} />
      </Form.Item>
      {metric?.dimension?.keys && (
        <Form.Item name="key" label={metric.dimension.name[language]} rules={[{ required: true, message: t('insights.needed') }]}>
          <Select options={metric.dimension.keys.map(({ key, name }) => ({ value: key, label: name[language] }))} />
        </Form.Item>
      )}
      <Form.Item name="value" label={t('insights.bench.value')} rules={[{ required: true, pattern: /^-?\d+(\.\d+)?$/, message: t('insights.bench.numberNeeded') }]}>
        <Input inputMode="decimal" suffix={unit} />
      </Form.Item>
      <div style={{ display: 'grid', gridTemplateColumns: '2fr 1fr', gap: 12 }}>
        <Form.Item name="edition" label={t('insights.editionHead')} rules={needed}><Input maxLength={80} /></Form.Item>
        <Form.Item name="year" label={t('insights.bench.year')} rules={[{ required: true, pattern: /^\d{4}(-[A-Z0-9]{2})?$/, message: t('insights.bench.yearNeeded') }]}><Input placeholder="2026" maxLength={7} /></Form.Item>
      </div>
      <Form.Item name="source" label={t('figure.source')} rules={needed}><Input maxLength={200} /></Form.Item>
      <Form.Item name="sample" label={t('insights.bench.sample')}><Input maxLength={200} /></Form.Item>
      <Form.Item name="address" label={t('insights.bench.address')}><Input maxLength={500} /></Form.Item>
      <Form.Item name="note" label={t('recruitment.note')}><Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} /></Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>{t('action.save')}</Button>
    </Form>
  );
}
