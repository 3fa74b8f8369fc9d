import { App, Button, Checkbox, Form, InputNumber } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { When } from '../../components/number.tsx';
import { LineBones, Loaded } from '../../components/states.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import { share } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { holdoutsQuery, type Holdout } from './experiment/queries.ts';
import css from './pushes.module.css';

const MOST_PERCENT = 20;

/** A share of all followers that gets no push at all. */
export function HoldoutSetting() {
  const { t } = useWords();
  const brand = useBrand();
  const holdouts = useQuery(holdoutsQuery(brand.id));
  return (
    <section className={css.holdout} aria-label={t('pushes.globalHoldout')}>
      <h3>{t('pushes.globalHoldout')}</h3>
      <p>{t('pushes.holdoutHelp')}</p>
      <p>{t('pushes.holdoutSubscription')}</p>
      <Loaded query={holdouts} bones={<LineBones />}>{({ items }) => <Change current={items.find(({ endedAt }) => endedAt === null) ?? null} />}</Loaded>
    </section>
  );
}

interface Values {
  percent: number;
  drawAnew: boolean;
}

function Change({ current }: { current: Holdout | null }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const percent = Form.useWatch('percent', form);
  const { busy, failure, submit } = useSubmit(form, async ({ percent: typed, drawAnew = false }) => {
    await ask(api.PUT('/api/brands/{brandId}/global-holdouts/current', { params: { path: { brandId: brand.id } }, body: { share: typed / 100, drawAnew } }));
    await queryClient.invalidateQueries({ queryKey: holdoutsQuery(brand.id).queryKey });
    form.setFieldValue('drawAnew', false);
    void message.success(typed === 0 ? t('pushes.holdoutEnded') : t('pushes.holdoutSet', { share: share(typed / 100) }));
  });
  return (
    <Form form={form} layout="vertical" initialValues={{ percent: current ? current.share * 100 : 0, drawAnew: false }} onFinish={(values) => void submit(values)}>
      <FormFailure text={failure} />
      <Form.Item name="percent" label={t('pushes.holdoutShare')} extra={t('pushes.holdoutShareHelp')} rules={[{ required: true, message: t('door.needed') }]}>
        <InputNumber min={0} max={MOST_PERCENT} precision={1} suffix="%" controls={false} style={{ width: 160 }} />
      </Form.Item>
      {current && percent !== 0 && <Form.Item name="drawAnew" valuePropName="checked" extra={t('pushes.drawAnewHelp')}><Checkbox>{t('pushes.drawAnew')}</Checkbox></Form.Item>}
      {current && <p className="caption">{t('pushes.heldSince', { by: current.startedBy })} <When at={current.startedAt} /></p>}
      <Button type="primary" htmlType="submit" loading={busy}>{t('action.save')}</Button>
    </Form>
  );
}
