import { Form, Input, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { Session } from '../../api/session.ts';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { rolesQuery } from './queries.ts';

export type RoleName = Session['brands'][number]['roles'][number];

export interface RoleValues {
  roles: RoleName[];
  region?: string;
}

/** As the API wants them: only an approver has a region. */
export const memberRoles = ({ roles, region }: RoleValues) =>
  roles.map((role) => ({ role, region: role === 'approver' && region?.trim() ? region.trim() : null }));

/** Roles to give; those that hold more than the giver does are not offered. */
export function RoleFields() {
  const { t, language } = useWords();
  const brand = useBrand();
  const { data } = useQuery(rolesQuery);
  const chosen = Form.useWatch<RoleName[] | undefined>('roles');
  const options = (data?.roles ?? [])
    .filter(({ role, permissions }) => role !== 'organisation_admin' && permissions.every((one) => brand.can(one)))
    .map(({ role, name }) => ({ value: role, label: name[language] }));
  return (
    <>
      <Form.Item name="roles" label={t('settings.roles')} rules={[{ required: true, message: t('settings.roleNeeded') }]}>
        <Select mode="multiple" options={options} />
      </Form.Item>
      {chosen?.includes('approver') && (
        <Form.Item name="region" label={t('settings.region')} extra={t('settings.regionAdvice')}><Input maxLength={60} /></Form.Item>
      )}
    </>
  );
}
