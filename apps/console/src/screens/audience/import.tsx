import { App, Button, Checkbox, Input, Select, Upload } from 'antd';
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
import css from './audience.module.css';
import { segmentsKey } from './queries.ts';

type Call = paths['/api/brands/{brandId}/segments/lists/preview']['post'];
type Preview = Call['responses']['200']['content']['application/json'];
type By = Call['requestBody']['content']['application/json']['by'];

const ways: readonly By[] = ['openid', 'phone', 'member_no', 'external_id', 'unionid', 'contact'];

interface Looked {
  text: string;
  by: By;
  preview: Preview;
}

/** A list is looked at first; nothing is made until every row is right, or it was said to do without the wrong ones. */
export default function ImportSegmentList() {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [by, setBy] = useState<By>('openid');
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [leaveOut, setLeaveOut] = useState(false);
  const [looked, setLooked] = useState<Looked | null>(null);
  const { busy, failure, attempt } = useAttempt();
  const params = { brandId: String(brand.id) };
  const path = { brandId: brand.id };
  const look = (given: string) => attempt(async () => {
    setLooked(null);
    setLooked({ text: given, by, preview: await ask(api.POST('/api/brands/{brandId}/segments/lists/preview', { params: { path }, body: { text: given, by } })) });
  });
  const make = ({ text: given, by: way, preview }: Looked) => attempt(async () => {
    const made = await ask(api.POST('/api/brands/{brandId}/segments/lists', { params: { path }, body: { name: name.trim(), text: given, by: way, digest: preview.digest, leaveOut } }));
    await queryClient.invalidateQueries({ queryKey: segmentsKey(brand.id) });
    void message.success(t('audience.listMade', { count: made.size ?? 0, shown: count(made.size ?? 0) }));
    await navigate({ to: '/b/$brandId/audience/$segmentId', params: { ...params, segmentId: made.id } });
  });
  const wrong = looked ? looked.preview.errors.length + looked.preview.moreErrors : 0;
  const ready = looked !== null && looked.preview.people > 0 && name.trim() !== '' && (wrong === 0 || leaveOut);
  return (
    <Page
      title={t('audience.importList')}
      lead={t('audience.importLead')}
      back={<Link to="/b/$brandId/audience" params={params}>{t('audience.back')}</Link>}
      actions={looked && (
        <Button type="primary" disabled={!ready} loading={busy} onClick={() => void make(looked)}>
          {t('audience.makeList', { count: looked.preview.people, shown: count(looked.preview.people) })}
        </Button>
      )}
    >
      <div className={css.form}>
        <label><span>{t('audience.name')}</span><Input value={name} maxLength={60} onChange={(event) => setName(event.target.value)} /></label>
        <label>
          <span>{t('audience.calledBy')}</span>
          <Select value={by} options={ways.map((value) => ({ value, label: t(`audience.ways.${value}`) }))} onChange={(value: By) => { setBy(value); setLooked(null); }} />
        </label>
        <label>
          <span>{t('audience.paste')}</span>
          <Input.TextArea rows={6} value={text} placeholder={t('audience.pasteHint')} onChange={(event) => { setText(event.target.value); setLooked(null); }} />
        </label>
      </div>
      <div className={css.chosen}>
        <Button disabled={text.trim() === ''} loading={busy && !looked} onClick={() => void look(text)}>{t('audience.check')}</Button>
        <Upload accept=".csv,.txt,text/csv,text/plain" showUploadList={false} beforeUpload={(file) => { void file.text().then(look); return false; }}>
          <Button type="link">{t('contacts.chooseFile')}</Button>
        </Upload>
      </div>
      <FormFailure text={failure} />
      {looked && <PreviewOf {...looked} />}
      {looked && wrong > 0 && looked.preview.people > 0 && (
        <Checkbox style={{ marginTop: 16 }} checked={leaveOut} onChange={(event) => setLeaveOut(event.target.checked)}>{t('audience.leaveOut', { count: wrong, shown: count(wrong) })}</Checkbox>
      )}
    </Page>
  );
}

function PreviewOf({ preview, text }: Looked) {
  const { t, language } = useWords();
  const { byCode } = preview;
  const lines = text.split(/\r\n|\r|\n/);
  const written = ({ line }: { line: number }) => lines[line - 1]?.trim() ?? '';
  const columns: Column<Preview['errors'][number]>[] = [
    { id: 'line', title: t('contacts.line'), width: 80, align: 'right', phone: 'aside', cell: (row) => row.line, text: (row) => row.line },
    { id: 'written', title: t('audience.written'), width: 200, grow: 1, phone: 'detail', cell: written, text: written },
    { id: 'text', title: t('contacts.whatIsWrong'), width: 260, grow: 3, phone: 'title', cell: (row) => row[language], text: (row) => row[language] },
  ];
  return (
    <>
      <FigureGrid>
        <FigureCard label={t('audience.listPeople')} value={count(preview.people)} />
        <FigureCard label={t('audience.rows')} value={count(preview.rows)} />
        <FigureCard label={t('audience.repeated')} value={count(preview.repeated)} />
        <FigureCard label={t('audience.listNotFollowing')} value={count(preview.notFollowing)} />
        <FigureCard label={t('audience.wrong.unknown')} value={count(byCode.unknown)} />
        <FigureCard label={t('audience.wrong.other')} value={count(byCode.invalid + byCode.erased)} />
      </FigureGrid>
      {preview.errors.length > 0 && (
        <Section title={t('contacts.toCorrect')}>
          <DataTable id="list-errors" label={t('contacts.toCorrect')} columns={columns} rows={preview.errors} rowId={(row) => String(row.line)} empty={null} />
          {preview.moreErrors > 0 && <p className="caption">{t('contacts.moreErrors', { count: preview.moreErrors, shown: count(preview.moreErrors) })}</p>}
        </Section>
      )}
    </>
  );
}
