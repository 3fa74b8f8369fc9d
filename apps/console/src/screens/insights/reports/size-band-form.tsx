import { App, Button, Form, InputNumber } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { insightSettingsQuery } from './queries.ts';
import css from './reports.module.css';

interface Values {
  sizeBandLimit: number;
}

/** W-02: small and large accounts are compared each with their like. */
export function SizeBandForm({ saved }: { saved: Values }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const may = brand.can('insights:write');
  const { busy, failure, submit } = useSubmit(form, async (body) => {
    await ask(api.PUT('/api/brands/{brandId}/insights/settings', { params: { path: { brandId: brand.id } }, body }));
    await queryClient.invalidateQueries({ queryKey: insightSettingsQuery(brand.id).queryKey });
    await queryClient.invalidateQueries({ queryKey: ['brand', brand.id, 'insights'] });
    void message.success(t('settings.saved'));
  });
  return (
    <Form form={form} layout="vertical" className={css.form!} disabled={!may} initialValues={saved} onFinish={(values) => void submit(values)}>
      <FormFailure text={failure} />
      <Form.Item
        name="sizeBandLimit"
        label={t('reports.band')}
        extra={t('reports.bandAdvice')}
        rules={[{ required: true, type: 'integer', min: 1, max: 1_000_000_000, message: t('reports.bandNeeded') }]}
      >
        <InputNumber<number>
          controls={false}
          suffix={t('reports.bandUnit')}
          className={css.band!}
          formatter={(value) => String(value ?? '').replace(/\B(?=(\d{3})+$)/g, ',')}
          parser={(text) => Number((text ?? '').replaceAll(/[,，\s]/g, ''))}
        />
      </Form.Item>
      {may && <Button htmlType="submit" loading={busy}>{t('action.save')}</Button>}
    </Form>
  );
}
