import { Button, Drawer, Form, Input, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useCatalogue, type FieldSpec } from '../../api/catalogue.ts';
import { api, ask } from '../../api/client.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import type { Language } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import type { Matrix } from './queries.ts';

type Values = Record<string, string | string[] | undefined>;

interface ProfileDrawerProps {
  contactId: number;
  group: Matrix['groups'][number] | null;
  language: Language;
  onClose: () => void;
}

/** One group of the matrix as a form; only what was changed is sent, an emptied field is taken away. */
export function ProfileDrawer({ contactId, group, language, onClose }: ProfileDrawerProps) {
  const catalogue = useCatalogue();
  return (
    <Drawer open={group !== null} onClose={onClose} size={420} destroyOnHidden title={group ? catalogue?.groups[group.key]?.[language] : ''}>
      {group && <ProfileForm key={group.key} contactId={contactId} group={group} onDone={onClose} />}
    </Drawer>
  );
}

function ProfileForm({ contactId, group, onDone }: { contactId: number; group: Matrix['groups'][number]; onDone: () => void }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const catalogue = useCatalogue();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const editable = group.fields.filter(({ key }) => !catalogue?.fields[key]?.computed);
  // A sealed value is shown masked beside its field, never put into it.
  const initial = Object.fromEntries(editable.flatMap(({ key, value, masked }) => (value === null || masked ? [] : [[key, value]])));
  const { busy, failure, submit } = useSubmit(form, async (values) => {
    const changed = Object.entries(values).filter(([key, value]) => JSON.stringify(value ?? '') !== JSON.stringify(initial[key] ?? ''));
    if (changed.length > 0) {
      await ask(api.PUT('/api/brands/{brandId}/contacts/{contactId}/profile', {
        params: { path: { brandId: brand.id, contactId } },
        body: { values: Object.fromEntries(changed.map(([key, value]) => [key, value === undefined || value.length === 0 ? null : value])), source: 'staff' },
      }));
      for (const topic of ['person', 'matrix']) await queryClient.invalidateQueries({ queryKey: ['brand', brand.id, topic, contactId] });
    }
    onDone();
  });
  return (
    <Form form={form} layout="vertical" initialValues={initial} onFinish={(values) => void submit(values)}>
      <FormFailure text={failure} />
      {editable.map(({ key, value, masked }) => {
        const spec = catalogue?.fields[key];
        return spec && (
          <Form.Item key={key} name={key} label={spec[language]} extra={masked ? t('contacts.sealedNow', { value: String(value) }) : undefined}>
            {inputOf(spec, language)}
          </Form.Item>
        );
      })}
      <Button type="primary" htmlType="submit" loading={busy}>{t('action.save')}</Button>
    </Form>
  );
}

function inputOf(spec: FieldSpec, language: Language) {
  if (spec.choices) {
    const options = Object.entries(spec.choices).map(([value, text]) => ({ value, label: text[language] }));
    return <Select allowClear options={options} {...(spec.type === 'choices' ? { mode: 'multiple' as const } : {})} />;
  }
  const types: Partial<Record<FieldSpec['type'], string>> = { date: 'date', phone: 'tel', email: 'email', number: 'number' };
  return <Input type={types[spec.type] ?? 'text'} maxLength={200} autoComplete="off" />;
}
