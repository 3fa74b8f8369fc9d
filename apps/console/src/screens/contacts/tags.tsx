import { Button, Form, Input, Modal, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAccounts } from '../../api/accounts.ts';
import { api, ask } from '../../api/client.ts';
import { tagsQuery, type Tag } from '../../api/tags.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { Count } from '../../components/number.tsx';
import { Page } from '../../components/page.tsx';
import { Empty } from '../../components/states.tsx';
import { TypedConfirm } from '../../components/typed-confirm.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useTelling } from '../../components/use-telling.ts';
import { useWords } from '../../i18n/index.ts';
import { count } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { ContactTabs } from './tabs.tsx';

/** The brand's own tags and those of its accounts at WeChat, in step with each other. */
export default function Tags() {
  const { t } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const attempt = useTelling();
  const queryClient = useQueryClient();
  const accounts = useAccounts();
  const tags = useQuery(tagsQuery(brand.id));
  const [naming, setNaming] = useState<Tag | 'new' | null>(null);
  const [deleting, setDeleting] = useState<Tag | null>(null);
  const may = brand.can('people:write');
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['brand', brand.id] });
  const connected = accounts?.filter(({ state }) => state === 'connected') ?? [];
  const sync = () => attempt(async () => {
    for (const { id } of connected) await ask(api.POST('/api/brands/{brandId}/tags/sync', { params: { path: { brandId: brand.id } }, body: { assetId: id } }));
    await refresh();
  });
  const remove = async (tag: Tag) => {
    await ask(api.DELETE('/api/brands/{brandId}/tags/{tagId}', { params: { path: { brandId: brand.id, tagId: tag.id } } }));
    await refresh();
  };
  const placeOf = (row: Tag) => (row.assetId === null ? t('contacts.ownTag') : accounts?.find(({ id }) => id === row.assetId)?.name ?? t('contacts.account'));
  const columns: Column<Tag>[] = [
    { id: 'name', title: t('contacts.tagName'), width: 160, grow: 2, phone: 'title', cell: (row) => row.name, text: (row) => row.name },
    { id: 'place', title: t('contacts.tagPlace'), width: 160, grow: 1, phone: 'detail', cell: placeOf, text: placeOf },
    { id: 'people', title: t('contacts.tagPeople'), width: 100, align: 'right', phone: 'aside', cell: (row) => <Count value={row.people} />, text: (row) => row.people },
    { id: 'wechat', title: t('contacts.tagAtWechat'), width: 110, align: 'right', cell: (row) => (row.atWechat === null ? t('state.none') : <Count value={row.atWechat} />), text: (row) => row.atWechat },
    { id: 'conflict', title: t('contacts.tagConflict'), width: 160, grow: 1, cell: (row) => (row.conflict ? t(`contacts.conflict_${row.conflict}`) : ''), text: (row) => row.conflict },
    {
      id: 'do', title: '', width: 140, align: 'right', text: () => null,
      cell: (row) => may && (
        <>
          <Button type="link" size="small" onClick={() => setNaming(row)}>{t('contacts.rename')}</Button>
          <Button type="link" size="small" onClick={() => setDeleting(row)}>{t('action.delete')}</Button>
        </>
      ),
    },
  ];
  return (
    <Page
      title={t('nav.contacts')}
      tabs={<ContactTabs />}
      full
      actions={may && (
        <>
          {connected.length > 0 && <Button onClick={() => void sync()}>{t('contacts.syncTags')}</Button>}
          <Button type="primary" onClick={() => setNaming('new')}>{t('contacts.newTag')}</Button>
        </>
      )}
    >
      <DataTable
        id="tags"
        label={t('contacts.tags')}
        main
        columns={columns}
        rows={tags.data?.items}
        rowId={(row) => row.id}
        error={tags.error}
        retry={() => void tags.refetch()}
        onOpen={(row) => void navigate({ to: '/b/$brandId/contacts', params: { brandId: String(brand.id) }, search: { tag: row.id } })}
        empty={<Empty title={t('contacts.noTagsYet')}>{t('contacts.noTagsYetMore')}</Empty>}
      />
      <NameTag tag={naming} accounts={connected} onClose={() => setNaming(null)} onDone={() => void refresh()} />
      <TypedConfirm
        open={deleting !== null}
        title={t('contacts.deleteTag')}
        expected={deleting?.name ?? ''}
        verb={t('action.delete')}
        onConfirm={() => remove(deleting!)}
        onClose={() => setDeleting(null)}
      >
        {t('contacts.deleteTagWarning', { count: deleting?.people ?? 0, shown: count(deleting?.people ?? 0), name: deleting?.name ?? '' })}
      </TypedConfirm>
    </Page>
  );
}

interface NameTagProps {
  tag: Tag | 'new' | null;
  accounts: readonly { id: string; name: string }[];
  onClose: () => void;
  onDone: () => void;
}

function NameTag({ tag, accounts, onClose, onDone }: NameTagProps) {
  const { t } = useWords();
  const brand = useBrand();
  const [form] = Form.useForm<{ name: string; assetId: string }>();
  const { busy, failure, submit } = useSubmit(form, async ({ name, assetId }) => {
    if (tag === 'new') {
      await ask(api.POST('/api/brands/{brandId}/tags', { params: { path: { brandId: brand.id } }, body: { name, assetId: assetId || null } }));
    } else if (tag) {
      await ask(api.PATCH('/api/brands/{brandId}/tags/{tagId}', { params: { path: { brandId: brand.id, tagId: tag.id } }, body: { name } }));
    }
    onDone();
    onClose();
  });
  const title = t(tag === 'new' ? 'contacts.newTag' : 'contacts.rename');
  return (
    <Modal open={tag !== null} title={title} onCancel={onClose} onOk={() => form.submit()} okText={t('action.save')} confirmLoading={busy} destroyOnHidden>
      <Form
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={{ name: tag !== null && tag !== 'new' ? tag.name : '', assetId: '' }}
        onFinish={(values) => void submit(values)}
       
      >
        <FormFailure text={failure} />
        <Form.Item name="name" label={t('contacts.tagName')} rules={[{ required: true, message: t('door.needed') }]}><Input maxLength={30} /></Form.Item>
        {tag === 'new' && (
          <Form.Item name="assetId" label={t('contacts.tagPlace')} extra={t('contacts.tagPlaceAdvice')}>
            <Select options={[{ value: '', label: t('contacts.ownTag') }, ...accounts.map(({ id, name }) => ({ value: id, label: name }))]} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
