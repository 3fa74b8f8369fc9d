import { App, Button, Checkbox, Form, Input, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { Permission } from '../../api/session.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { MakeDialog } from '../../components/make-dialog.tsx';
import { Ago } from '../../components/number.tsx';
import { Page } from '../../components/page.tsx';
import { Empty } from '../../components/states.tsx';
import { TypedConfirm } from '../../components/typed-confirm.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import { date } from '../../lib/format.ts';
import { productNow } from '../../lib/use-now.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { keysQuery, rolesQuery } from './queries.ts';
import { SettingsTabs } from './tabs.tsx';

type Key = paths['/api/brands/{brandId}/api-keys']['get']['responses']['200']['content']['application/json']['items'][number];

export default function ApiKeys() {
  const { t, language } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const keys = useQuery(keysQuery(brand.id));
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<Key | null>(null);

  const columns: Column<Key>[] = [
    { id: 'name', title: t('settings.name'), width: 160, grow: 2, phone: 'title', cell: (row) => row.name, text: (row) => row.name },
    { id: 'prefix', title: t('settings.keyPrefix'), width: 120, phone: 'detail', cell: (row) => <code>{row.prefix}…</code>, text: (row) => row.prefix },
    { id: 'permissions', title: t('settings.permissions'), width: 80, align: 'right', cell: (row) => row.permissions.length, text: (row) => row.permissions.join(' ') },
    { id: 'by', title: t('settings.madeBy'), width: 120, grow: 1, cell: (row) => row.createdByName ?? t('state.none'), text: (row) => row.createdByName },
    { id: 'used', title: t('settings.lastUsed'), width: 120, phone: 'aside', cell: (row) => (row.lastUsedAt ? <Ago at={row.lastUsedAt} /> : t('settings.neverUsed')), text: (row) => row.lastUsedAt },
    { id: 'expires', title: t('settings.expires'), width: 130, phone: 'detail', cell: (row) => (row.expiresAt ? date(row.expiresAt, language) : t('settings.never')), text: (row) => row.expiresAt },
    { id: 'end', title: '', width: 72, align: 'right', cell: (row) => <Button type="link" size="small" onClick={() => setEnding(row)}>{t('settings.revoke')}</Button>, text: () => null },
  ];
  const revoke = async (key: Key) => {
    await ask(api.DELETE('/api/brands/{brandId}/api-keys/{keyId}', { params: { path: { brandId: brand.id, keyId: key.id } } }));
    await queryClient.invalidateQueries({ queryKey: keysQuery(brand.id).queryKey });
    void message.success(t('settings.revoked', { name: key.name }));
  };
  return (
    <Page
      title={t('nav.brand')}
      tabs={<SettingsTabs />}
      actions={<Button type="primary" onClick={() => setMaking(true)}>{t('settings.makeKey')}</Button>}
    >
      <DataTable
        bare
        id="api-keys"
        label={t('settings.keys')}
        columns={columns}
        rows={keys.data?.items}
        rowId={(row) => row.id}
        error={keys.error}
        retry={() => void keys.refetch()}
        empty={<Empty title={t('settings.noKeys')}>{t('settings.noKeysMore')}</Empty>}
      />
      <MakeKey open={making} onClose={() => setMaking(false)} />
      <TypedConfirm
        open={ending !== null}
        title={t('settings.revokeTitle', { name: ending?.name ?? '' })}
        expected={ending?.name ?? ''}
        verb={t('settings.revoke')}
        onConfirm={() => revoke(ending!)}
        onClose={() => setEnding(null)}
      >
        {t('settings.revokeWarning')}
      </TypedConfirm>
    </Page>
  );
}

interface Values {
  name: string;
  permissions: Permission[];
  days: number | null;
}

function MakeKey({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const { data } = useQuery(rolesQuery);
  const [form] = Form.useForm<Values>();
  const [token, setToken] = useState<string | null>(null);
  const sending = useSubmit(form, async ({ name, permissions, days }) => {
    const expiresAt = days === null ? null : new Date(productNow() + days * 86_400_000).toISOString();
    const made = await ask(api.POST('/api/brands/{brandId}/api-keys', {
      params: { path: { brandId: brand.id } }, body: { name, permissions, expiresAt, otherBrandIds: [] },
    }));
    setToken(made.token);
    await queryClient.invalidateQueries({ queryKey: keysQuery(brand.id).queryKey });
  });
  const close = () => {
    setToken(null);
    onClose();
  };
  const offered = (data?.permissions ?? []).filter(({ permission, forKeys }) => forKeys && brand.can(permission));
  return (
    <MakeDialog
      open={open}
      title={t('settings.makeKey')}
      verb={t('settings.makeKey')}
      form={form}
      initialValues={{ permissions: [], days: 365 }}
      sending={sending}
      made={token}
      madeNote={t('settings.tokenOnce')}
      onClose={close}
    >
      <Form.Item name="name" label={t('settings.keyName')} extra={t('settings.keyNameAdvice')} rules={[{ required: true, message: t('door.needed') }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="permissions" label={t('settings.permissions')} extra={t('settings.keyFollowsMaker')} rules={[{ required: true, type: 'array', min: 1, message: t('settings.permissionNeeded') }]}>
        <Checkbox.Group style={{ display: 'grid', gap: 4 }} options={offered.map(({ permission, name }) => ({ value: permission, label: name[language] }))} />
      </Form.Item>
      <Form.Item name="days" label={t('settings.expires')}>
        <Select options={[30, 90, 365].map((days) => ({ value: days as number | null, label: t('settings.afterDays', { days }) })).concat({ value: null, label: t('settings.never') })} />
      </Form.Item>
    </MakeDialog>
  );
}
