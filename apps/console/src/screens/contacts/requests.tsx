import { Button, Form, InputNumber, Modal, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { Page } from '../../components/page.tsx';
import { Empty } from '../../components/states.tsx';
import { usePages } from '../../components/use-pages.ts';
import { useSubmit } from '../../components/use-submit.ts';
import { useTelling } from '../../components/use-telling.ts';
import { useWords } from '../../i18n/index.ts';
import { date } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './contact.module.css';
import { ContactTabs } from './tabs.tsx';

type Request = paths['/api/brands/{brandId}/rights-requests']['get']['responses']['200']['content']['application/json']['items'][number];

/** The rights desk: what people asked about their data, and until when it must be answered. */
export default function Requests() {
  const { t, language } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const now = useNow();
  const attempt = useTelling();
  const queryClient = useQueryClient();
  const queryKey = ['brand', brand.id, 'rights'];
  const requests = usePages([...queryKey, 'list'], (cursor) => ask(api.GET('/api/brands/{brandId}/rights-requests', { params: { path: { brandId: brand.id }, query: { cursor } } })));
  const [opening, setOpening] = useState(false);
  const close = (request: Request) => attempt(async () => {
    await ask(api.POST('/api/brands/{brandId}/rights-requests/{requestId}/close', { params: { path: { brandId: brand.id, requestId: request.id } } }));
    await queryClient.invalidateQueries({ queryKey });
  });
  const person = (row: Request) => ({ to: '/b/$brandId/contacts/$contactId', params: { brandId: String(brand.id), contactId: String(row.contactId) } }) as const;
  const columns: Column<Request>[] = [
    { id: 'kind', title: t('contacts.requestKind'), width: 140, phone: 'title', cell: (row) => t(`contacts.request_${row.kind}`), text: (row) => row.kind },
    { id: 'contact', title: t('contacts.contact'), width: 140, grow: 1, phone: 'detail', cell: (row) => <Link {...person(row)}>{t('contacts.unnamed', { id: row.contactId })}</Link>, text: (row) => row.contactId },
    { id: 'opened', title: t('contacts.requestOpened'), width: 140, cell: (row) => date(row.openedAt, language), text: (row) => row.openedAt },
    {
      id: 'due', title: t('contacts.requestDue'), width: 180, phone: 'aside', text: (row) => row.dueAt,
      cell: (row) => (row.closedAt
        ? <span className="quiet">{t('contacts.requestClosed', { day: date(row.closedAt, language) })}</span>
        : <span className={Date.parse(row.dueAt) < now ? css.overdue : undefined}>{date(row.dueAt, language)}</span>),
    },
    {
      id: 'do', title: '', width: 110, align: 'right', text: () => null,
      cell: (row) => row.closedAt === null && row.kind !== 'erasure' && <Button type="link" size="small" onClick={() => void close(row)}>{t('contacts.closeRequest')}</Button>,
    },
  ];
  return (
    <Page title={t('nav.contacts')} tabs={<ContactTabs />} full actions={<Button type="primary" onClick={() => setOpening(true)}>{t('contacts.openRequest')}</Button>}>
      <DataTable
        id="requests"
        label={t('contacts.requests')}
        main
        bare
        columns={columns}
        rows={requests.rows}
        rowId={(row) => row.id}
        error={requests.error}
        retry={requests.retry}
        more={requests.more}
        onOpen={(row) => void navigate(person(row))}
        empty={<Empty title={t('contacts.noRequests')}>{t('contacts.noRequestsMore')}</Empty>}
      />
      <OpenRequest open={opening} onClose={() => setOpening(false)} onDone={() => void queryClient.invalidateQueries({ queryKey })} />
    </Page>
  );
}

function OpenRequest({ open, onClose, onDone }: { open: boolean; onClose: () => void; onDone: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const [form] = Form.useForm<{ contactId: number; kind: Request['kind'] }>();
  const { busy, failure, submit } = useSubmit(form, async (body) => {
    await ask(api.POST('/api/brands/{brandId}/rights-requests', { params: { path: { brandId: brand.id } }, body }));
    form.resetFields();
    onDone();
    onClose();
  });
  return (
    <Modal open={open} title={t('contacts.openRequest')} onCancel={onClose} onOk={() => form.submit()} okText={t('contacts.openRequest')} confirmLoading={busy} destroyOnHidden>
      <Form form={form} layout="vertical" initialValues={{ kind: 'access' }} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Form.Item name="contactId" label={t('contacts.number')} rules={[{ required: true, message: t('door.needed') }]}>
          <InputNumber min={1} precision={0} controls={false} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="kind" label={t('contacts.requestKind')}>
          <Select options={(['access', 'correction', 'erasure', 'objection'] as const).map((kind) => ({ value: kind, label: t(`contacts.request_${kind}`) }))} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
