import { Button, Form, Input, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { When } from '../../../components/number.tsx';
import { Section } from '../../../components/page.tsx';
import { Empty } from '../../../components/states.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { fromShanghai, inShanghai } from '../../audience/builder/instants.ts';
import { storeKey, type Storefront } from '../queries.ts';
import css from '../store.module.css';

/** W-49: releases of a drop, the span of a pop-up, hours of a live room. */
export function Windows({ storefront }: { storefront: Storefront }) {
  const { t } = useWords();
  const brand = useBrand();
  const [editing, setEditing] = useState(false);
  const change = brand.can('store:write') && storefront.state !== 'archived' && <Button size="small" onClick={() => setEditing(true)}>{t('store.changeWindows')}</Button>;
  return (
    <Section title={t('store.windows')} aside={storefront.windows.length > 0 && change}>
      {storefront.windows.length === 0 ? <Empty title={t('store.noWindows')} action={change}>{t('store.noWindowsMore')}</Empty> : (
        <ul className={css.windows}>
          {storefront.windows.map((window) => (
            <li key={window.id} data-now={window.id === storefront.standing.window?.id || undefined}>
              <When at={window.opensAt} /><span aria-hidden>–</span>{window.closesAt === null ? <span>{t('store.soldOutWord')}</span> : <When at={window.closesAt} />}
              {window.id === storefront.standing.window?.id && <em>{t('store.phase_open')}</em>}
              {window.id === storefront.standing.next?.id && <em>{t('store.nextWindow')}</em>}
            </li>
          ))}
        </ul>
      )}
      {editing && <WindowsDialog storefront={storefront} onClose={() => setEditing(false)} />}
    </Section>
  );
}

interface Values {
  /** As Shanghai's clock shows them. */
  windows: { id?: string; opensAt: string; closesAt?: string }[];
}

function WindowsDialog({ storefront, onClose }: { storefront: Storefront; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const { busy, failure, submit } = useSubmit(form, async ({ windows }) => {
    await ask(api.PUT('/api/brands/{brandId}/store/storefronts/{storefrontId}/windows', {
      params: { path: { brandId: brand.id, storefrontId: storefront.id } },
      body: { windows: windows.map(({ id, opensAt, closesAt = '' }) => ({ ...(id === undefined ? {} : { id }), opensAt: fromShanghai(opensAt)!, closesAt: fromShanghai(closesAt) ?? null })) },
    }));
    await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
    onClose();
  });
  const initial = storefront.windows.map(({ id, opensAt, closesAt }) => ({ id, opensAt: inShanghai(opensAt), closesAt: inShanghai(closesAt ?? undefined) }));
  const single = storefront.type === 'popup';
  return (
    <Modal open width={600} title={t('store.windows')} okText={t('action.save')} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ windows: initial.length > 0 ? initial : [{}] }} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <p className="caption" style={{ marginBottom: 12 }}>{t(`store.windowsHelp_${storefront.type}`)}</p>
        <Form.List name="windows">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div className={css.window} key={key}>
                  <Form.Item name={[name, 'id']} hidden><Input /></Form.Item>
                  <Form.Item name={[name, 'opensAt']} label={t('store.opens')} rules={[{ required: true, message: t('door.needed') }]}><Input type="datetime-local" /></Form.Item>
                  <Form.Item name={[name, 'closesAt']} label={t('store.closes')} rules={single ? [{ required: true, message: t('door.needed') }] : []}><Input type="datetime-local" /></Form.Item>
                  <Button type="link" className={css.drop} onClick={() => remove(name)}>{t('action.remove')}</Button>
                </div>
              ))}
              {!(single && fields.length > 0) && <Button onClick={() => add({})}>{t('store.addWindow')}</Button>}
            </>
          )}
        </Form.List>
      </Form>
    </Modal>
  );
}
