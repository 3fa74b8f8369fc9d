import { Button, Form, Input, Modal, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCatalogue } from '../../api/catalogue.ts';
import { api, ask } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { Page } from '../../components/page.tsx';
import { Empty } from '../../components/states.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import { date } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { SettingsTabs } from './tabs.tsx';

type Body = paths['/api/brands/{brandId}/consent-texts']['post']['requestBody']['content']['application/json'];
type ConsentText = paths['/api/brands/{brandId}/consent-texts']['get']['responses']['200']['content']['application/json']['items'][number];

/** What people agree to, by purpose and version. A published text never changes; a new wording is a new version. */
export default function ConsentTexts() {
  const { t, language } = useWords();
  const brand = useBrand();
  const catalogue = useCatalogue();
  const queryKey = ['brand', brand.id, 'consent-texts'];
  const texts = useQuery({ queryKey, queryFn: () => ask(api.GET('/api/brands/{brandId}/consent-texts', { params: { path: { brandId: brand.id } } })) });
  const [publishing, setPublishing] = useState(false);
  const [read, setRead] = useState<ConsentText | null>(null);
  const purposeOf = (row: ConsentText) => catalogue?.purposes[row.purpose]?.[language] ?? row.purpose;
  const columns: Column<ConsentText>[] = [
    { id: 'purpose', title: t('contacts.purpose'), width: 160, phone: 'title', cell: purposeOf, text: purposeOf },
    { id: 'version', title: t('contacts.textVersion'), width: 120, phone: 'aside', cell: (row) => <code>{row.version}</code>, text: (row) => row.version },
    { id: 'text', title: t('settings.wording'), width: 240, grow: 3, phone: 'detail', cell: (row) => row[language], text: (row) => row[language] },
    { id: 'published', title: t('settings.published'), width: 140, cell: (row) => date(row.publishedAt, language), text: (row) => row.publishedAt },
  ];
  return (
    <Page
      title={t('nav.brand')}
      tabs={<SettingsTabs />}
      actions={brand.can('brand:manage') && <Button type="primary" onClick={() => setPublishing(true)}>{t('settings.publishText')}</Button>}
    >
      <DataTable
        bare
        id="consent-texts"
        label={t('settings.consentTexts')}
        columns={columns}
        rows={texts.data?.items}
        rowId={(row) => `${row.purpose} ${row.version}`}
        error={texts.error}
        retry={() => void texts.refetch()}
        onOpen={setRead}
        empty={<Empty title={t('settings.noTexts')}>{t('settings.noTextsMore')}</Empty>}
      />
      <Modal open={read !== null} onCancel={() => setRead(null)} footer={null} title={read && `${purposeOf(read)} · ${read.version}`}>
        <p lang="zh-CN" style={{ whiteSpace: 'pre-wrap', marginBottom: 16 }}>{read?.zh}</p>
        <p lang="en" style={{ whiteSpace: 'pre-wrap' }}>{read?.en}</p>
      </Modal>
      <Publish open={publishing} queryKey={queryKey} onClose={() => setPublishing(false)} />
    </Page>
  );
}

function Publish({ open, queryKey, onClose }: { open: boolean; queryKey: unknown[]; onClose: () => void }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const catalogue = useCatalogue();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Body>();
  const { busy, failure, submit } = useSubmit(form, async (body) => {
    await ask(api.POST('/api/brands/{brandId}/consent-texts', { params: { path: { brandId: brand.id } }, body }));
    await queryClient.invalidateQueries({ queryKey });
    form.resetFields();
    onClose();
  });
  const needed = [{ required: true, message: t('door.needed') }];
  return (
    <Modal open={open} title={t('settings.publishText')} onCancel={onClose} onOk={() => form.submit()} okText={t('settings.publishText')} confirmLoading={busy} destroyOnHidden>
      <p className="quiet" style={{ marginBottom: 16 }}>{t('settings.textNeverChanges')}</p>
      <Form form={form} layout="vertical" onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Form.Item name="purpose" label={t('contacts.purpose')} rules={needed}>
          <Select options={Object.entries(catalogue?.purposes ?? {}).map(([value, text]) => ({ value, label: text[language] }))} />
        </Form.Item>
        <Form.Item name="version" label={t('contacts.textVersion')} rules={needed}><Input maxLength={40} /></Form.Item>
        <Form.Item name="zh" label={t('settings.wordingZh')} rules={needed}><Input.TextArea rows={4} maxLength={5000} lang="zh-CN" /></Form.Item>
        <Form.Item name="en" label={t('settings.wordingEn')} rules={needed}><Input.TextArea rows={4} maxLength={5000} lang="en" /></Form.Item>
      </Form>
    </Modal>
  );
}
