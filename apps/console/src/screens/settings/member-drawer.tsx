import { App, Button, Drawer, Form } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { useSession } from '../../api/session.ts';
import { Copyable } from '../../components/copyable.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { TypedConfirm } from '../../components/typed-confirm.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useTelling } from '../../components/use-telling.ts';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { membersQuery } from './queries.ts';
import { memberRoles, RoleFields, type RoleValues } from './role-fields.tsx';

export type Member = paths['/api/brands/{brandId}/members']['get']['responses']['200']['content']['application/json']['items'][number];

export function MemberDrawer({ member, onClose }: { member: Member | null; onClose: () => void }) {
  return (
    <Drawer open={member !== null} onClose={onClose} title={member?.name} size={420} destroyOnHidden>
      {member && <MemberForm key={member.id} member={member} onDone={onClose} />}
    </Drawer>
  );
}

function MemberForm({ member, onDone }: { member: Member; onDone: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const { user } = useSession();
  const { message } = App.useApp();
  const attempt = useTelling();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<RoleValues>();
  const [removing, setRemoving] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const path = { brandId: brand.id, userId: member.id };
  const refresh = () => queryClient.invalidateQueries({ queryKey: membersQuery(brand.id).queryKey });

  const { busy, failure, submit } = useSubmit(form, async (values) => {
    await ask(api.PUT('/api/brands/{brandId}/members/{userId}/roles', { params: { path }, body: { roles: memberRoles(values) } }));
    await refresh();
    onDone();
  });
  const invite = () => attempt(async () => {
    const invited = await ask(api.POST('/api/brands/{brandId}/members/{userId}/invitation', { params: { path } }));
    if (invited.link) setLink(invited.link);
    else void message.success(t('settings.invitationSent'));
  });
  const remove = async () => {
    await ask(api.DELETE('/api/brands/{brandId}/members/{userId}', { params: { path } }));
    await refresh();
    onDone();
  };

  return (
    <>
      <p className="quiet" style={{ marginBottom: 20 }}>{member.email}</p>
      {member.roles.length === 0 ? <p>{t('settings.fromOrganisation')}</p> : (
        <Form
          form={form}
          layout="vertical"
          initialValues={{ roles: member.roles.map(({ role }) => role), region: member.roles.find(({ region }) => region)?.region ?? '' }}
          onFinish={(values) => void submit(values)}
        >
          <FormFailure text={failure} />
          <RoleFields />
          <div style={{ display: 'flex', gap: 8 }}>
            <Button type="primary" htmlType="submit" loading={busy}>{t('action.save')}</Button>
            {member.id !== user.id && <Button danger onClick={() => setRemoving(true)}>{t('settings.removeMember')}</Button>}
          </div>
        </Form>
      )}
      {member.invited && (
        <div style={{ marginTop: 32, display: 'grid', gap: 12 }}>
          <p>{t('settings.invitationOpen')}</p>
          {link ? <Copyable text={link} /> : <div><Button onClick={() => void invite()}>{t('settings.inviteAgain')}</Button></div>}
        </div>
      )}
      <TypedConfirm
        open={removing}
        title={t('settings.removeMember')}
        expected={member.name}
        verb={t('settings.removeMember')}
        onConfirm={remove}
        onClose={() => setRemoving(false)}
      >
        {t('settings.removeWarning', { name: member.name, brand: brand.name })}
      </TypedConfirm>
    </>
  );
}
