import { App, Button, Form, Input, Modal } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { TypedConfirm } from '../../components/typed-confirm.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useTelling } from '../../components/use-telling.ts';
import { useWords } from '../../i18n/index.ts';
import { count, dateTime } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { PreviewDialog } from './preview-dialog.tsx';
import css from './pushes.module.css';
import { isOver, planQuery, pushesKey, wentHalfWay, type PushDetail } from './queries.ts';
import { SendDialog } from './send-dialog.tsx';

/** What can be done with a push where it stands; one primary action at most. */
export function PushActions({ push }: { push: PushDetail }) {
  const { t } = useWords();
  const brand = useBrand();
  const { user } = useSession();
  const { message } = App.useApp();
  const telling = useTelling();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [dialog, setDialog] = useState<'send' | 'preview' | 'approve' | 'return' | 'delete' | 'stop' | 'deleteSent' | null>(null);
  const [busy, setBusy] = useState(false);
  const at = { params: { path: { brandId: brand.id, pushId: push.id } } };
  const place = { brandId: String(brand.id), pushId: push.id };
  const reload = () => queryClient.invalidateQueries({ queryKey: pushesKey(brand.id) });
  const step = async (run: () => Promise<unknown>, said: string) => {
    setBusy(true);
    await telling(async () => {
      await run();
      await reload();
      void message.success(said);
    });
    setBusy(false);
  };
  const close = () => setDialog(null);
  const { state } = push;
  const [writes, sends, approves] = [brand.can('pushes:write'), brand.can('pushes:send'), brand.can('pushes:approve') && push.submittedBy !== user.id];
  const takeBack = writes && (
    <Button loading={busy} onClick={() => void step(() => ask(api.POST('/api/brands/{brandId}/pushes/{pushId}/take-back', at)), t('pushes.takenBack'))}>{t('pushes.takeBack')}</Button>
  );
  const stop = sends && <Button danger onClick={() => setDialog('stop')}>{t('pushes.stop')}</Button>;
  return (
    <>
      {state === 'draft' && (
        <>
          {writes && <Button danger onClick={() => setDialog('delete')}>{t('pushes.deleteDraft')}</Button>}
          {writes && <Button onClick={() => void navigate({ to: '/b/$brandId/pushes/$pushId/edit', params: place })}>{t('pushes.edit')}</Button>}
          {writes && <Button onClick={() => setDialog('preview')}>{t('pushes.sendPreview')}</Button>}
          {sends && <Button type="primary" onClick={() => setDialog('send')}>{t('pushes.sendOrSchedule')}</Button>}
        </>
      )}
      {state === 'awaiting' && (
        <>
          {takeBack}
          {approves && <Button onClick={() => setDialog('return')}>{t('pushes.giveBack')}</Button>}
          {approves && <Button type="primary" onClick={() => setDialog('approve')}>{t('pushes.approve')}</Button>}
        </>
      )}
      {state === 'scheduled' && takeBack}
      {state === 'sending' && (
        <>
          {stop}
          {sends && <Button loading={busy} onClick={() => void step(() => ask(api.POST('/api/brands/{brandId}/pushes/{pushId}/pause', at)), t('pushes.isPaused'))}>{t('pushes.pause')}</Button>}
        </>
      )}
      {state === 'paused' && (
        <>
          {stop}
          {sends && <Button type="primary" loading={busy} onClick={() => void step(() => ask(api.POST('/api/brands/{brandId}/pushes/{pushId}/resume', at)), t('pushes.goesOn'))}>{t('pushes.resume')}</Button>}
        </>
      )}
      {writes && isOver(push) && <Button onClick={() => void navigate({ to: '/b/$brandId/pushes/new', params: { brandId: place.brandId }, search: { copy: push.id } })}>{t('pushes.copy')}</Button>}
      {(state === 'sent' || state === 'finished' || wentHalfWay(push)) && sends && <Button danger onClick={() => setDialog('deleteSent')}>{t('pushes.deleteSent')}</Button>}

      {dialog === 'send' && <SendDialog push={push} onClose={close} />}
      <PreviewDialog push={push} open={dialog === 'preview'} onClose={close} />
      {dialog === 'approve' && <ApproveDialog push={push} onApprove={(body) => step(() => ask(api.POST('/api/brands/{brandId}/pushes/{pushId}/approve', { ...at, body })), t('pushes.approved'))} onClose={close} />}
      <ReturnDialog push={push} open={dialog === 'return'} onClose={close} />
      <TypedConfirm
        open={dialog === 'delete'}
        title={t('pushes.deleteDraft')}
        expected={push.title}
        verb={t('pushes.deleteDraft')}
        onConfirm={async () => {
          await ask(api.DELETE('/api/brands/{brandId}/pushes/{pushId}', at));
          await queryClient.invalidateQueries({ queryKey: [...pushesKey(brand.id), 'list'] });
          await navigate({ to: '/b/$brandId/pushes', params: { brandId: String(brand.id) } });
        }}
        onClose={close}
      >
        {t('pushes.deleteWarning', { title: push.title })}
      </TypedConfirm>
      <TypedConfirm
        open={dialog === 'stop'}
        title={t('pushes.stop')}
        expected={push.title}
        verb={t('pushes.stop')}
        onConfirm={() => ask(api.POST('/api/brands/{brandId}/pushes/{pushId}/stop', at)).then(reload)}
        onClose={close}
      >
        {t('pushes.stopWarning', { done: count(push.calls.filter((call) => call.state === 'accepted').length), all: count(push.calls.length) })}
      </TypedConfirm>
      <TypedConfirm
        open={dialog === 'deleteSent'}
        title={t('pushes.deleteSent')}
        expected={push.title}
        verb={t('pushes.deleteSent')}
        onConfirm={async () => {
          const { left } = await ask(api.POST('/api/brands/{brandId}/pushes/{pushId}/delete-sent', { ...at, body: { position: null } }));
          await reload();
          if (left > 0) void message.info(t('pushes.deleteRest', { shown: count(left) }));
        }}
        onClose={close}
      >
        {t('pushes.deleteSentWarning', { shown: count(push.delivered ?? push.frozenCount ?? 0) })}
      </TypedConfirm>
    </>
  );
}

/** Who approves sends: says how many it reaches now, and asks for that number. What is approved is what the page showed when it opened. */
function ApproveDialog({ push, onApprove, onClose }: { push: PushDetail; onApprove: (seen: { submittedAt: string | null; atOnce: boolean }) => Promise<void>; onClose: () => void }) {
  const { t, language } = useWords();
  const [{ submittedAt, scheduledAt }] = useState(push);
  // Its hour may pass while the dialog stands open.
  const atOnce = scheduledAt !== null && Date.parse(scheduledAt) <= useNow();
  const brand = useBrand();
  const { data, isFetching, isError } = useQuery(planQuery(brand.id, push.id, null));
  if (isFetching) return null;
  const plan = isError ? undefined : data;
  return (
    <TypedConfirm open title={t('pushes.approve')} expected={plan ? String(plan.reached) : push.title} verb={t(atOnce ? 'pushes.approveAtOnce' : 'pushes.approve')} onConfirm={() => onApprove({ submittedAt, atOnce })} onClose={onClose}>
      {atOnce && <p role="alert" className={css.error}>{t('pushes.hourPassed', { hour: dateTime(scheduledAt, language) })}</p>}
      {plan && t('pushes.sendWarning', { count: plan.reached, shown: count(plan.reached), spends: t(`pushes.spends_${plan.kind}`) })}
    </TypedConfirm>
  );
}

function ReturnDialog({ push, open, onClose }: { push: PushDetail; open: boolean; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<{ note: string }>();
  const { busy, failure, submit } = useSubmit(form, async (body) => {
    await ask(api.POST('/api/brands/{brandId}/pushes/{pushId}/return', { params: { path: { brandId: brand.id, pushId: push.id } }, body }));
    await queryClient.invalidateQueries({ queryKey: pushesKey(brand.id) });
    onClose();
  });
  return (
    <Modal open={open} title={t('pushes.giveBack')} okText={t('pushes.giveBack')} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose} destroyOnHidden>
      <Form form={form} layout="vertical" onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Form.Item name="note" label={t('pushes.returnNote')} rules={[{ required: true, message: t('door.needed') }]}><Input.TextArea rows={3} maxLength={500} showCount /></Form.Item>
      </Form>
    </Modal>
  );
}
