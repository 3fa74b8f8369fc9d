import { App, Button, Form, Radio, Select, Switch } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { dateTime, isoDay } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { monthWords } from './month.ts';
import { scheduleQuery, type Schedule } from './queries.ts';
import css from './reports.module.css';

type Values = Pick<Schedule, 'enabled' | 'recipients' | 'language' | 'aggregatesOnly' | 'day' | 'hour'>;

const days = Array.from({ length: 28 }, (_, index) => index + 1);
const hours = Array.from({ length: 24 }, (_, hour) => ({ value: hour, label: `${String(hour).padStart(2, '0')}:00` }));
/** The server checks it in full. */
const looksLikeAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** To whom the report goes, which, and when. */
export function ScheduleForm({ saved }: { saved: Schedule }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const enabled = Form.useWatch('enabled', form) ?? saved.enabled;
  const may = brand.can('insights:write');
  const { busy, failure, submit } = useSubmit(form, async (body) => {
    const next = await ask(api.PUT('/api/brands/{brandId}/insights/report/schedule', { params: { path: { brandId: brand.id } }, body }));
    queryClient.setQueryData(scheduleQuery(brand.id).queryKey, next);
    form.setFieldsValue(next);
    void message.success(t('settings.saved'));
  });
  const checkRecipients = async (_: unknown, addresses: string[]) => {
    const wrong = addresses.find((address) => !looksLikeAddress.test(address));
    if (wrong !== undefined) throw new Error(t('reports.notAddress', { address: wrong }));
    if (enabled && addresses.length === 0) throw new Error(t('reports.recipientsNeeded'));
  };
  return (
    <>
      {saved.mailMissing && <p className={css.missing} role="status">{saved.mailMissing[language]}</p>}
      <p className={css.next}>
        {saved.nextAt ? t('reports.next', { month: monthWords(monthBefore(saved.nextAt), language), at: dateTime(saved.nextAt, language) }) : t('reports.off')}
        {!saved.pdf && <span className="caption">{t('reports.noPdf')}</span>}
      </p>
      <Form form={form} layout="vertical" className={css.form!} disabled={!may} initialValues={saved} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Form.Item name="enabled" label={t('reports.enabled')} valuePropName="checked"><Switch /></Form.Item>
        <Form.Item
          name="recipients"
          label={t('reports.recipients')}
          extra={t(may ? 'reports.recipientsAdvice' : 'reports.recipientsMasked')}
          dependencies={['enabled']}
          validateTrigger="onSubmit"
          rules={may ? [{ validator: checkRecipients }] : []}
        >
          <Select mode="tags" open={false} suffixIcon={null} maxCount={20} tokenSeparators={[',', ';', ' ', '，', '；', '\n']} />
        </Form.Item>
        <div className={css.pair}>
          <Form.Item name="language" label={t('reports.language')}>
            <Select options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} />
          </Form.Item>
          <Form.Item name="aggregatesOnly" label={t('reports.version')}>
            <Radio.Group options={[{ value: false, label: t('reports.full') }, { value: true, label: t('reports.headOffice') }]} />
          </Form.Item>
        </div>
        <p className={css.advice}>{t('reports.headOfficeAdvice')}</p>
        <div className={css.pair}>
          <Form.Item name="day" label={t('reports.day')}>
            <Select options={days.map((day) => ({ value: day, label: t('reports.dayOf', { day }) }))} />
          </Form.Item>
          <Form.Item name="hour" label={t('reports.hour')}><Select options={hours} /></Form.Item>
        </div>
        <p className={css.advice}>{t('reports.whenAdvice')}</p>
        {may && <Button type="primary" htmlType="submit" loading={busy}>{t('action.save')}</Button>}
      </Form>
    </>
  );
}

/** The month a report sent at that moment covers: `2026-10`. */
function monthBefore(at: string): string {
  const [year, month] = isoDay(at).split('-').map(Number) as [number, number];
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}
