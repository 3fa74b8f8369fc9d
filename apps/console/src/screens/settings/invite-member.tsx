import { Form, Input, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { MakeDialog } from '../../components/make-dialog.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import type { Language } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { membersQuery } from './queries.ts';
import { memberRoles, RoleFields, type RoleValues } from './role-fields.tsx';

interface Values extends RoleValues {
  email: string;
  name: string;
  language: Language;
}

export function InviteMember({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [link, setLink] = useState<string | null>(null);
  const sending = useSubmit(form, async (values) => {
    const invited = await ask(api.POST('/api/brands/{brandId}/members', {
      params: { path: { brandId: brand.id } },
      body: { email: values.email, name: values.name, language: values.language, roles: memberRoles(values) },
    }));
    await queryClient.invalidateQueries({ queryKey: membersQuery(brand.id).queryKey });
    if (invited.link) setLink(invited.link);
    else {
      form.resetFields();
      close();
    }
  });
  const close = () => {
    setLink(null);
    onClose();
  };
  const needed = [{ required: true, message: t('door.needed') }];
  return (
    <MakeDialog
      open={open}
      title={t('settings.invite')}
      verb={t('settings.sendInvitation')}
      form={form}
      initialValues={{ language }}
      sending={sending}
      made={link}
      madeNote={t('settings.handOver')}
      onClose={close}
    >
      <Form.Item name="name" label={t('settings.name')} rules={needed}><Input maxLength={60} /></Form.Item>
      <Form.Item name="email" label={t('door.email')} rules={needed}><Input type="email" autoComplete="off" /></Form.Item>
      <RoleFields />
      <Form.Item name="language" label={t('user.language')}>
        <Select options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} />
      </Form.Item>
    </MakeDialog>
  );
}
