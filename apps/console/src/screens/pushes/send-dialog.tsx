import { App, DatePicker, Form, Input, Modal, Radio } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { ApiError } from '../../api/problem.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { Failure, LineBones } from '../../components/states.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import { count, isoDay } from '../../lib/format.ts';
import { productNow } from '../../lib/use-now.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { figuresQuery } from '../insights/queries.ts';
import css from './pushes.module.css';
import { planQuery, pushesKey, settingsQuery, type PushDetail } from './queries.ts';

interface Values {
  when: 'now' | 'at';
  /** What the picker holds: a wall clock of Asia/Shanghai. */
  at?: { format: (pattern: string) => string };
  typed?: string;
}

const instantOf = ({ when, at }: Partial<Values>): string | null => (when === 'at' && at ? `${at.format('YYYY-MM-DDTHH:mm')}:00+08:00` : null);

/** Now or at an hour: says how many it reaches then, what stops it, and asks for that number to be typed. What is sent is what the page showed when it opened. */
export function SendDialog({ push, onClose }: { push: PushDetail; onClose: () => void }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [{ revision }] = useState(push);
  const [hour, setHour] = useState<string | null>(null);
  const [when, setWhen] = useState<Values['when']>('now');
  const settings = useQuery(settingsQuery(brand.id));
  const plan = useQuery({ ...planQuery(brand.id, push.id, hour), enabled: when === 'now' || hour !== null });
  const sending = useSubmit(form, async (values) => {
    const { state } = await ask(api.POST('/api/brands/{brandId}/pushes/{pushId}/send', { params: { path: { brandId: brand.id, pushId: push.id } }, body: { at: instantOf(values), revision } })).catch(async (error: unknown) => {
      // What it says to look at again stands behind the dialog.
      if (error instanceof ApiError && error.code === 'push_changed') await queryClient.invalidateQueries({ queryKey: pushesKey(brand.id) });
      throw error;
    });
    await queryClient.invalidateQueries({ queryKey: pushesKey(brand.id) });
    void message.success(t(`pushes.submitted_${state}`));
    onClose();
  });
  // What an earlier look counted is not what is sent now.
  const counted = plan.isFetching || plan.isError ? undefined : plan.data;
  const stops = counted?.findings.filter(({ level }) => level === 'stop') ?? [];
  const asks = settings.data?.approval === true;
  return (
    <Modal
      open
      title={t('pushes.sendTitle', { title: push.title })}
      onCancel={onClose}
      okText={t(asks ? 'pushes.askApproval' : when === 'at' ? 'pushes.schedule' : 'pushes.send')}
      okButtonProps={{ disabled: !counted || stops.length > 0 }}
      confirmLoading={sending.busy}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ when: 'now', typed: '' }}
        onValuesChange={(_, values: Values) => {
          setWhen(values.when);
          setHour(instantOf(values));
        }}
        onFinish={(values) => {
          // Enter in another field must not send what nobody has seen the number of.
          if (counted && stops.length === 0 && values.typed?.trim() === String(counted.reached)) void sending.submit(values);
        }}
      >
        <FormFailure text={sending.failure} />
        <Form.Item name="when">
          <Radio.Group options={[{ value: 'now', label: t('pushes.sendNow') }, { value: 'at', label: t('pushes.sendAt') }]} />
        </Form.Item>
        {when === 'at' && (
          <Form.Item name="at" label={t('pushes.hour')} rules={[{ required: true, message: t('door.needed') }]} extra={<BestHour assetId={push.assetId} />}>
            <DatePicker showTime={{ format: 'HH:mm', minuteStep: 5 }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />
          </Form.Item>
        )}
        {(when === 'now' || hour !== null) && (plan.isError && !plan.isFetching ? <Failure error={plan.error} retry={() => void plan.refetch()} /> : !counted ? <LineBones count={2} /> : (
          <>
            {stops.map((stop) => <p key={`${stop.code} ${stop.variant}`} className={css.error} role="alert">{stop[language]}</p>)}
            {stops.length === 0 && (
              <>
                <p>{t('pushes.sendWarning', { count: counted.reached, shown: count(counted.reached), spends: t(`pushes.spends_${counted.kind}`) })}</p>
                {counted.days > 1 && <p>{t('pushes.takesDays', { shown: count(counted.days) })}</p>}
                {asks && <p>{t('pushes.approvalAsked')}</p>}
                <Form.Item
                  name="typed"
                  label={t('confirm.type', { expected: String(counted.reached) })}
                  rules={[{ validator: (_, value: string | undefined) => (value?.trim() === String(counted.reached) ? Promise.resolve() : Promise.reject(new Error(t('pushes.typeNumber')))) }]}
                >
                  <Input autoComplete="off" inputMode="numeric" />
                </Form.Item>
              </>
            )}
          </>
        ))}
      </Form>
    </Modal>
  );
}

/** When followers act most (W-39): where to start testing, over the last 90 days. */
function BestHour({ assetId }: { assetId: string }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const today = productNow();
  const figures = useQuery({ ...figuresQuery(brand.id, { from: isoDay(today - 90 * 86_400_000), to: isoDay(today - 86_400_000), assetId }), enabled: brand.can('insights:read') && !brand.aggregatesOnly });
  const cells = figures.data?.figures.find(({ metric }) => metric === 'best_time')?.cells ?? [];
  const best = cells.toSorted((a, b) => (b.numerator ?? 0) - (a.numerator ?? 0))[0];
  if (!best?.numerator) return t('pushes.hourNote');
  const [day, hour] = best.key.split('-').map(Number) as [number, number];
  const weekday = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));
  return t('pushes.bestHour', { time: `${weekday} ${String(hour).padStart(2, '0')}:00` });
}
