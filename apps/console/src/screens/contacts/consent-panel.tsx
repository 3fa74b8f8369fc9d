import { Button, Form, Input, Modal, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCatalogue } from '../../api/catalogue.ts';
import { api, ask } from '../../api/client.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import { date } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './contact.module.css';
import { personQuery, type ContactPage } from './queries.ts';

const channels = ['boutique', 'phone', 'h5', 'mini_program', 'other'] as const;

/** By purpose, the last word of the ledger; the whole ledger is in the person's copy. */
export function ConsentPanel({ person }: { person: ContactPage }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const catalogue = useCatalogue();
  const [recording, setRecording] = useState(false);
  const latest = new Map<string, ContactPage['consents'][number]>();
  for (const entry of person.consents.toSorted((a, b) => a.at.localeCompare(b.at))) latest.set(entry.purpose, entry);
  return (
    <section className={css.panel}>
      <h3>{t('contacts.consent')}{brand.can('people:write') && <Button type="link" size="small" onClick={() => setRecording(true)}>{t('contacts.record')}</Button>}</h3>
      {latest.size === 0 && <p className={css.missing}>{t('contacts.noConsent')}</p>}
      <ul className={css.list}>
        {[...latest].map(([purpose, entry]) => (
          <li key={purpose}>
            <div>{catalogue?.purposes[purpose]?.[language] ?? purpose}</div>
            <span className="caption num">{t(entry.given ? 'contacts.given' : 'contacts.withdrawn')} {date(entry.at, language)}</span>
          </li>
        ))}
      </ul>
      <RecordConsent open={recording} person={person} onClose={() => setRecording(false)} />
    </section>
  );
}

interface Values {
  purpose: string;
  given: boolean;
  textVersion: string;
  channel: (typeof channels)[number];
  proof?: string;
}

function RecordConsent({ open, person, onClose }: { open: boolean; person: ContactPage; onClose: () => void }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const catalogue = useCatalogue();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const texts = useQuery({
    queryKey: ['brand', brand.id, 'consent-texts'],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/consent-texts', { params: { path: { brandId: brand.id } } })),
    enabled: open,
  });
  const { busy, failure, submit } = useSubmit(form, async (body) => {
    await ask(api.POST('/api/brands/{brandId}/contacts/{contactId}/consents', { params: { path: { brandId: brand.id, contactId: person.id } }, body }));
    await queryClient.invalidateQueries({ queryKey: personQuery(brand.id, person.id).queryKey });
    form.resetFields();
    onClose();
  });
  const purpose = Form.useWatch('purpose', form);
  const versions = texts.data?.items.filter((text) => text.purpose === purpose).map((text) => text.version) ?? [];
  const needed = [{ required: true, message: t('door.needed') }];
  return (
    <Modal open={open} title={t('contacts.recordConsent')} onCancel={onClose} onOk={() => form.submit()} okText={t('contacts.record')} confirmLoading={busy} destroyOnHidden>
      <Form form={form} layout="vertical" initialValues={{ given: true, channel: 'boutique' }} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Form.Item name="purpose" label={t('contacts.purpose')} rules={needed} extra={purpose && catalogue?.purposes[purpose]?.about[language]}>
          <Select options={Object.entries(catalogue?.purposes ?? {}).map(([value, text]) => ({ value, label: text[language] }))} />
        </Form.Item>
        <Form.Item name="given" label={t('contacts.decision')}>
          <Select options={[{ value: true, label: t('contacts.given') }, { value: false, label: t('contacts.withdrawn') }]} />
        </Form.Item>
        <Form.Item name="textVersion" label={t('contacts.textVersion')} rules={needed} extra={versions.length > 0 ? t('contacts.publishedVersions', { versions: versions.join(' · ') }) : undefined}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="channel" label={t('contacts.consentChannel')}>
          <Select options={channels.map((value) => ({ value, label: t(`contacts.via.${value}`) }))} />
        </Form.Item>
        <Form.Item name="proof" label={t('contacts.proof')}><Input maxLength={500} /></Form.Item>
      </Form>
    </Modal>
  );
}
