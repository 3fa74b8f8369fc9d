import { Button, Form, Input, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useTelling } from '../../../components/use-telling.ts';
import { useWords } from '../../../i18n/index.ts';
import { date } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import type { Annotation } from '../queries.ts';
import { useInsights } from '../view.ts';
import css from './annotations.module.css';

/** Why the curve moved (W-06): campaigns, closed shops, festivals. On paper they are a list without buttons. */
export function Annotations({ annotations, numbered }: { annotations: readonly Annotation[]; numbered: boolean }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const attempt = useTelling();
  const queryClient = useQueryClient();
  const { ask: interactive, scope } = useInsights();
  const [editing, setEditing] = useState<Annotation | 'new' | null>(null);
  const may = interactive !== undefined && brand.can('insights:write');
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['brand', brand.id, 'insights-annotations'] });
  const remove = ({ id }: Annotation) => attempt(async () => {
    await ask(api.DELETE('/api/brands/{brandId}/insights/annotations/{id}', { params: { path: { brandId: brand.id, id } } }));
    await refresh();
  });
  if (annotations.length === 0 && !may) return null;
  return (
    <div className={css.annotations}>
      <ol>
        {annotations.map((one, index) => (
          <li key={one.id}>
            <time dateTime={one.day}>{numbered && `${index + 1} · `}{date(`${one.day}T12:00:00+08:00`, language)}</time>
            <span>{one.text}</span>
            {may && (
              <span className={css.tools}>
                <Button type="link" size="small" aria-label={`${t('action.edit')} ${one.text}`} onClick={() => setEditing(one)}>{t('action.edit')}</Button>
                <Button type="link" size="small" aria-label={`${t('action.remove')} ${one.text}`} onClick={() => void remove(one)}>{t('action.remove')}</Button>
              </span>
            )}
          </li>
        ))}
      </ol>
      {may && <Button size="small" onClick={() => setEditing('new')}>{t('insights.annotate')}</Button>}
      <Modal open={editing !== null} title={t(editing === 'new' ? 'insights.annotate' : 'insights.annotation')} footer={null} destroyOnHidden onCancel={() => setEditing(null)}>
        {editing !== null && (
          <AnnotationForm
            initial={editing === 'new' ? { day: scope.to, text: '' } : editing}
            save={async (body) => {
              if (editing === 'new') await ask(api.POST('/api/brands/{brandId}/insights/annotations', { params: { path: { brandId: brand.id } }, body }));
              else await ask(api.PATCH('/api/brands/{brandId}/insights/annotations/{id}', { params: { path: { brandId: brand.id, id: editing.id } }, body }));
              await refresh();
              setEditing(null);
            }}
          />
        )}
      </Modal>
    </div>
  );
}

type Values = Pick<Annotation, 'day' | 'text'>;

function AnnotationForm({ initial, save }: { initial: Values; save: (values: Values) => Promise<void> }) {
  const { t } = useWords();
  const [form] = Form.useForm<Values>();
  const { busy, failure, submit } = useSubmit(form, save);
  return (
    <Form form={form} layout="vertical" initialValues={initial} onFinish={(values) => void submit(values)}>
      <FormFailure text={failure} />
      <Form.Item name="day" label={t('recruitment.day')} rules={[{ required: true, message: t('insights.needed') }]}><Input type="date" /></Form.Item>
      <Form.Item name="text" label={t('insights.whatHappened')} rules={[{ required: true, whitespace: true, message: t('insights.needed') }]}><Input maxLength={200} placeholder={t('insights.whatHappenedHint')} /></Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>{t('action.save')}</Button>
    </Form>
  );
}
