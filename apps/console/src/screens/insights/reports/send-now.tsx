import { App, Button, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../../api/client.ts';
import { useTelling } from '../../../components/use-telling.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { monthWords } from './month.ts';
import { deliveriesQuery, type Schedule } from './queries.ts';

/** Mails the report of the month before to whoever is saved, after saying to how many. */
export function SendNow({ schedule }: { schedule: Schedule }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const telling = useTelling();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const month = monthWords(schedule.monthNow, language);
  const count = schedule.recipients.length;
  const send = async () => {
    setBusy(true);
    await telling(async () => {
      await ask(api.POST('/api/brands/{brandId}/insights/report/schedule/send', { params: { path: { brandId: brand.id } } }));
      await queryClient.invalidateQueries({ queryKey: deliveriesQuery(brand.id).queryKey });
      void message.success(t('reports.started', { month }));
    });
    setBusy(false);
    setAsking(false);
  };
  return (
    <>
      <Button disabled={schedule.mailMissing !== null || count === 0} onClick={() => setAsking(true)}>{t('reports.sendNow')}</Button>
      <Modal open={asking} title={t('reports.sendNowTitle', { month })} okText={t('reports.sendNow')} confirmLoading={busy} onOk={() => void send()} onCancel={() => setAsking(false)}>
        {t('reports.sendNowBody', { count, shown: count })}
      </Modal>
    </>
  );
}
