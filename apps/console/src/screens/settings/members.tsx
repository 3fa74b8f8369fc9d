import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { Ago } from '../../components/number.tsx';
import { Page } from '../../components/page.tsx';
import { Empty } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { InviteMember } from './invite-member.tsx';
import { MemberDrawer, type Member } from './member-drawer.tsx';
import { membersQuery, rolesQuery } from './queries.ts';
import { SettingsTabs } from './tabs.tsx';

export default function Members() {
  const { t, language } = useWords();
  const brand = useBrand();
  const members = useQuery(membersQuery(brand.id));
  const { data: known } = useQuery(rolesQuery);
  const [inviting, setInviting] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);

  const columns = useMemo<Column<Member>[]>(() => {
    const nameOf = (role: string) => known?.roles.find((one) => one.role === role)?.name[language] ?? role;
    const rolesOf = (member: Member) =>
      [...member.roles, ...member.organisationRoles].map(({ role, region }) => (region ? `${nameOf(role)}（${region}）` : nameOf(role))).join(language === 'zh' ? '、' : ', ');
    return [
      { id: 'name', title: t('settings.name'), width: 160, grow: 1, phone: 'title', cell: (row) => row.name, text: (row) => row.name },
      { id: 'email', title: t('door.email'), width: 220, grow: 1, phone: 'detail', cell: (row) => row.email, text: (row) => row.email },
      { id: 'roles', title: t('settings.roles'), width: 200, grow: 2, phone: 'detail', cell: rolesOf, text: rolesOf },
      {
        id: 'seen', title: t('settings.lastSignIn'), width: 140, phone: 'aside',
        cell: (row) => (row.invited ? <span className="quiet">{t('settings.invited')}</span> : row.lastSignInAt ? <Ago at={row.lastSignInAt} /> : t('state.none')),
        text: (row) => row.lastSignInAt,
      },
    ];
  }, [t, language, known]);

  return (
    <Page
      title={t('nav.brand')}
      tabs={<SettingsTabs />}
      actions={<Button type="primary" onClick={() => setInviting(true)}>{t('settings.invite')}</Button>}
    >
      <DataTable
        bare
        id="members"
        label={t('settings.members')}
        columns={columns}
        rows={members.data?.items}
        rowId={(row) => row.id}
        error={members.error}
        retry={() => void members.refetch()}
        empty={<Empty title={t('settings.noMembers')} />}
        onOpen={(row) => setChosen(row.id)}
      />
      <InviteMember open={inviting} onClose={() => setInviting(false)} />
      <MemberDrawer member={members.data?.items.find(({ id }) => id === chosen) ?? null} onClose={() => setChosen(null)} />
    </Page>
  );
}
