import { App, Button, Input, Tag, Upload } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { FigureCard, FigureGrid } from '../../components/figure-card.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { Page, Section } from '../../components/page.tsx';
import { useAttempt } from '../../components/use-attempt.ts';
import { useWords } from '../../i18n/index.ts';
import { count } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';

type Preview = paths['/api/brands/{brandId}/imports/preview']['post']['responses']['200']['content']['application/json'];
type RowError = Preview['errors'][number];

interface Chosen {
  name: string;
  csv: string;
  preview: Preview;
}

/** A file is looked at first; nothing is written until every row is right, and then all of it is. */
export default function ImportContacts() {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [consentText, setConsentText] = useState('import');
  const { busy, failure, attempt } = useAttempt();
  const params = { brandId: String(brand.id) };
  const path = { brandId: brand.id };
  const look = (file: File) => attempt(async () => {
    const csv = await file.text();
    setChosen({ name: file.name, csv, preview: await ask(api.POST('/api/brands/{brandId}/imports/preview', { params: { path }, body: { csv } })) });
  });
  const commit = ({ csv, preview }: Chosen) => attempt(async () => {
    const done = await ask(api.POST('/api/brands/{brandId}/imports', { params: { path }, body: { csv, digest: preview.digest, consentText } }));
    await queryClient.invalidateQueries({ queryKey: ['brand', brand.id] });
    void message.success(t('contacts.imported', { count: done.rows, shown: count(done.rows) }));
    await navigate({ to: '/b/$brandId/contacts', params });
  });
  const ready = chosen !== null && chosen.preview.errors.length === 0 && chosen.preview.rows > 0;
  return (
    <Page
      title={t('contacts.import')}
      lead={t('contacts.importLead')}
      back={<Link to="/b/$brandId/contacts" params={params}>{t('contacts.back')}</Link>}
      actions={ready && (
        <Button type="primary" loading={busy} onClick={() => void commit(chosen)}>
          {t('contacts.importRows', { count: chosen.preview.rows, shown: count(chosen.preview.rows) })}
        </Button>
      )}
    >
      <div style={{ display: 'flex', gap: 16, alignItems: 'center', flexWrap: 'wrap' }}>
        <Upload accept=".csv,text/csv" showUploadList={false} beforeUpload={(file) => { void look(file); return false; }}>
          <Button loading={busy && !ready}>{t(chosen ? 'contacts.chooseOther' : 'contacts.chooseFile')}</Button>
        </Upload>
        {chosen && <span className="quiet">{chosen.name}</span>}
        <a href={`/api/brands/${brand.id}/imports/template`} download="contacts.csv">{t('contacts.template')}</a>
      </div>
      <div style={{ marginTop: 24 }}><FormFailure text={failure} /></div>
      {chosen && <PreviewOf preview={chosen.preview} />}
      {ready && (
        <Section title={t('contacts.consentText')} note={t('contacts.consentTextNote')}>
          <Input style={{ maxWidth: 320 }} maxLength={40} value={consentText} onChange={(event) => setConsentText(event.target.value)} aria-label={t('contacts.consentText')} />
        </Section>
      )}
    </Page>
  );
}

function PreviewOf({ preview }: { preview: Preview }) {
  const { t, language } = useWords();
  const columns: Column<RowError>[] = [
    { id: 'line', title: t('contacts.line'), width: 80, align: 'right', phone: 'aside', cell: (row) => row.line, text: (row) => row.line },
    { id: 'column', title: t('contacts.column'), width: 140, phone: 'detail', cell: (row) => row.column ?? t('state.none'), text: (row) => row.column },
    { id: 'text', title: t('contacts.whatIsWrong'), width: 260, grow: 3, phone: 'title', cell: (row) => row[language], text: (row) => row[language] },
  ];
  return (
    <>
      <FigureGrid>
        <FigureCard label={t('contacts.rowsInFile')} value={count(preview.rows)} />
        <FigureCard label={t('contacts.peopleInFile')} value={count(preview.people)} />
        <FigureCard label={t('contacts.alreadyKnown')} value={count(preview.known)} />
        <FigureCard label={t('contacts.wrongRows')} value={count(preview.errors.length + preview.moreErrors)} />
      </FigureGrid>
      <Section title={t('contacts.columns')}>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 4 }}>
          {preview.columns.map((column) => (
            <Tag key={column.name} variant="outlined" color={column.known ? undefined : 'warning'}>
              {column.known ? column.name : t('contacts.ignoredColumn', { name: column.name })}
            </Tag>
          ))}
        </div>
      </Section>
      {preview.errors.length > 0 && (
        <Section title={t('contacts.toCorrect')} note={t('contacts.toCorrectNote')}>
          <DataTable id="import-errors" label={t('contacts.toCorrect')} columns={columns} rows={preview.errors} rowId={(row) => `${row.line} ${row.column}`} empty={null} />
          {preview.moreErrors > 0 && <p className="caption">{t('contacts.moreErrors', { count: preview.moreErrors, shown: count(preview.moreErrors) })}</p>}
        </Section>
      )}
    </>
  );
}
