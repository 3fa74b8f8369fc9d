import { App, AutoComplete, Button, Form, Input, Tabs } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAccounts } from '../../../api/accounts.ts';
import { api, ask } from '../../../api/client.ts';
import { ApiError } from '../../../api/problem.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { Page } from '../../../components/page.tsx';
import { SavedMeanwhile } from '../../../components/saved-meanwhile.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { readDraft, useDraft } from '../../../lib/use-draft.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import css from '../content.module.css';
import { ApprovalPanel } from '../panels/approval-panel.tsx';
import { ArrangePanel } from '../panels/arrange-panel.tsx';
import { CheckPanel } from '../panels/check-panel.tsx';
import { VersionDiff, VersionsPanel } from '../panels/versions-panel.tsx';
import { PhonePreview } from '../phone-preview.tsx';
import { articleQuery, contentKey, topicsQuery, versionsQuery, type Article, type Checked, type TextBody } from '../queries.ts';
import { Standing } from '../standing.tsx';
import { useTelling } from '../../../components/use-telling.ts';
import BodyEditor from './body-editor.tsx';
import { CoverField } from './cover-field.tsx';
import { ElementsField } from './elements-field.tsx';
import { RemovedNotice } from './removed-notice.tsx';
import { createTrackedLink, isTracked } from './tracked-link.ts';
import { useChecked } from './use-checked.ts';

type Values = Required<TextBody>;
/** What was typed, and the version it was typed over. */
interface Typed extends Values {
  base: number;
}

const valuesOf = (article: Article | null): Values => ({
  title: article?.title ?? '', author: article?.author ?? '', digest: article?.digest ?? '', content: article?.content ?? '', readMoreUrl: article?.readMoreUrl ?? null, h5Url: article?.h5Url ?? null,
  coverId: article?.coverId ?? null, topic: article?.topic ?? '', elements: article?.elements ?? {},
});

/** Writes an article; beside it what a reader sees, what the rules say, who has to approve, and what it said before. */
export function ArticleEditor({ article }: { article: Article | null }) {
  const { t } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const attempt = useTelling();
  const topics = useQuery(topicsQuery(brand.id));
  const account = useAccounts()?.find(({ state }) => state === 'connected');
  const [form] = Form.useForm<Values>();
  const draftKey = `article.${brand.id}.${article?.id ?? 'new'}`;
  const [start] = useState(() => readDraft<Typed>(draftKey));
  // Something typed over an older version stays; saving it says that there is a newer one.
  const [base, setBase] = useState(start?.base ?? article?.version ?? 1);
  const [initial] = useState<Values>(() => start ?? valuesOf(article));
  const [removed, setRemoved] = useState<Checked['removed']>([]);
  const [newer, setNewer] = useState<number | null>(null);
  const [comparing, setComparing] = useState(false);
  const current = Form.useWatch<Values | undefined>([], form) ?? initial;
  // Only what somebody typed is kept, or an article that was merely opened would come back as it was then.
  const [touched, setTouched] = useState(start !== null);
  const draft = useDraft<Typed | undefined>(draftKey, touched ? { ...current, base } : undefined);
  const checked = useChecked(current);
  const writes = brand.can('pushes:write') && !article?.archivedAt;

  const save = useSubmit(form, async (values: Values & { over?: number }) => {
    const { over = base, ...words } = values;
    const body = { ...words, readMoreUrl: words.readMoreUrl || null, h5Url: words.h5Url || null };
    setNewer(null);
    const saved = await (article
      ? ask(api.PUT('/api/brands/{brandId}/articles/{articleId}/text', { params: { path: { brandId: brand.id, articleId: article.id } }, body: { ...body, version: over } }))
      : ask(api.POST('/api/brands/{brandId}/articles', { params: { path: { brandId: brand.id } }, body }))
    ).catch((error: unknown) => {
      if (article && error instanceof ApiError && error.code === 'article_changed') {
        setNewer(Number((error.data as { version: number }).version));
        void queryClient.invalidateQueries({ queryKey: versionsQuery(brand.id, article.id).queryKey });
      }
      throw error;
    });
    draft.forget();
    setTouched(false);
    setRemoved(saved.removed);
    setBase(saved.article.version);
    form.setFieldsValue(valuesOf(saved.article));
    queryClient.setQueryData(articleQuery(brand.id, saved.article.id).queryKey, saved.article);
    await queryClient.invalidateQueries({ queryKey: contentKey(brand.id) });
    void message.success(article && saved.article.version === article.version ? t('content.unchanged') : t('content.saved', { n: saved.article.version }));
    if (!article) await navigate({ to: '/b/$brandId/content/articles/$articleId', params: { brandId: String(brand.id), articleId: saved.article.id }, replace: true });
  });
  function typed() {
    draft.resume();
    setTouched(true);
  }
  async function loadNewest() {
    if (!article) return;
    const newest = await queryClient.fetchQuery({ ...articleQuery(brand.id, article.id), staleTime: 0 });
    draft.forget();
    setTouched(false);
    setBase(newest.version);
    setNewer(null);
    form.setFieldsValue(valuesOf(newest));
  }
  async function track() {
    const url = await createTrackedLink(brand.id, account!.id, current.title || t('content.untitled'), current.readMoreUrl!, 'read_more');
    form.setFieldValue('readMoreUrl', url);
    typed();
  }
  const trackable = account && brand.can('recruitment:write') && current.readMoreUrl && /^https?:\/\/\S+$/.test(current.readMoreUrl) && !isTracked(current.readMoreUrl);

  const panels = [
    { key: 'preview', label: t('content.preview'), children: <PhonePreview article={current} /> },
    { key: 'check', label: checked.data && checked.data.findings.length > 0 ? `${t('content.check')} ${checked.data.findings.length}` : t('content.check'), children: <CheckPanel query={checked} /> },
    ...(article ? [
      { key: 'approval', label: t('content.approval'), children: <ApprovalPanel article={article} /> },
      { key: 'history', label: t('content.history'), children: <VersionsPanel article={article} /> },
      { key: 'arrange', label: t('content.arrange'), children: <ArrangePanel article={article} /> },
    ] : []),
  ];
  return (
    <Page
      title={article ? article.title : t('content.create')}
      back={<Link to="/b/$brandId/content" params={{ brandId: String(brand.id) }}>{t('content.back')}</Link>}
      lead={article && <>{t('content.versionN', { n: article.version })} · {article.changedBy} · <Standing value={article.approval} /></>}
      actions={writes && <Button type="primary" loading={save.busy} onClick={() => form.submit()}>{t('content.save')}</Button>}
    >
      <div className={css.editor}>
        <Form form={form} layout="vertical" disabled={!writes} initialValues={initial} onValuesChange={typed} onFinish={(values) => void save.submit(values)}>
          {newer === null ? <FormFailure text={save.failure} /> : (
            <SavedMeanwhile text={save.failure}>
              <Button size="small" onClick={() => setComparing(true)}>{t('content.compare')}</Button>
              <Button size="small" onClick={() => void attempt(loadNewest)}>{t('content.loadTheirs')}</Button>
              <Button size="small" danger onClick={() => void save.submit({ ...form.getFieldsValue(true), over: newer })}>{t('content.saveMine')}</Button>
            </SavedMeanwhile>
          )}
          <RemovedNotice removed={removed} />
          <Form.Item name="title" label={t('content.title')} rules={[{ required: true, whitespace: true, message: t('door.needed') }]}><Input maxLength={32} showCount autoFocus={!article} /></Form.Item>
          <div className={css.half}>
            <Form.Item name="digest" label={t('content.digest')} extra={t('content.digestHelp')}><Input.TextArea autoSize={{ minRows: 1, maxRows: 3 }} maxLength={128} /></Form.Item>
            <Form.Item name="author" label={t('content.author')}><Input maxLength={16} /></Form.Item>
          </div>
          <Form.Item name="content" label={t('content.body')}><BodyEditor /></Form.Item>
          <div className={css.half}>
            <Form.Item name="readMoreUrl" label={t('content.readMore')} extra={trackable && <Button type="link" size="small" style={{ padding: 0 }} onClick={() => void attempt(track)}>{t('content.trackIt')}</Button>}>
              <Input inputMode="url" placeholder="https://" />
            </Form.Item>
            <Form.Item name="topic" label={t('content.topic')}><AutoComplete options={(topics.data?.items ?? []).map((value) => ({ value }))} maxLength={40} /></Form.Item>
          </div>
          {(article?.contentType === 'h5' || article?.contentType === 'game') && (
            <Form.Item name="h5Url" label={t('content.h5Url')} extra={t('content.h5Help')}><Input inputMode="url" placeholder="https://" /></Form.Item>
          )}
          <Form.Item name="coverId" label={t('content.cover')}><CoverField /></Form.Item>
          <Form.Item name="elements" label={t('content.elements')} extra={t('content.elementsHelp')}><ElementsField derived={checked.data?.completeElements ?? article?.completeElements ?? {}} /></Form.Item>
          {writes && <span className="caption">{t('content.draftKept')}</span>}
        </Form>
        <aside className={css.side}><Tabs items={panels} /></aside>
      </div>
      {article && newer !== null && <VersionDiff articleId={article.id} from={comparing ? base : null} to={newer} onClose={() => setComparing(false)} />}
    </Page>
  );
}
