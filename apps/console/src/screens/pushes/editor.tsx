import { Button, Form, Input, Radio, Select, Switch } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAccounts } from '../../api/accounts.ts';
import { api, ask } from '../../api/client.ts';
import { tagsQuery } from '../../api/tags.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { Page } from '../../components/page.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import { readDraft, useDraft } from '../../lib/use-draft.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { ArticleFields } from './article-fields.tsx';
import { ArticlePreview } from './article-preview.tsx';
import css from './pushes.module.css';
import type { PushBody, PushDetail } from './queries.ts';

interface Values {
  assetId?: string;
  title: string;
  audience: 'everyone' | 'tag';
  tagId?: number;
  segmented: boolean;
  openComments: boolean;
  articles: PushBody['articles'];
}

const blank: Values = { title: '', audience: 'everyone', segmented: false, openComments: true, articles: [{ title: '', content: '' }] };

const valuesOf = (push: PushDetail): Values => ({
  assetId: push.assetId,
  title: push.title,
  audience: push.audience.kind === 'tag' ? 'tag' : 'everyone',
  ...(push.audience.kind === 'tag' ? { tagId: push.audience.tagId } : {}),
  segmented: push.segmented,
  openComments: push.openComments,
  articles: push.articles.map(({ title, author, digest, content, readMoreUrl, cover, elements }) => ({ title, author, digest, content, readMoreUrl, cover, elements })),
});

const bodyOf = ({ audience, tagId, assetId, ...rest }: Values, before: PushDetail | null): PushBody => ({
  ...rest,
  assetId: assetId!,
  // Chosen contacts come from elsewhere (a selection, the API); editing the words leaves them as they are.
  audience: before?.audience.kind === 'contacts' && audience === 'everyone'
    ? before.audience
    : audience === 'tag' ? { kind: 'tag', tagId: tagId! } : { kind: 'everyone' },
  articles: rest.articles.map((article) => ({ ...article, readMoreUrl: article.readMoreUrl || null })),
});

/** Writes a new push, or changes a draft. */
export function PushEditor({ push }: { push: PushDetail | null }) {
  const { t } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const accounts = useAccounts()?.filter(({ state }) => state === 'connected');
  const tags = useQuery({ ...tagsQuery(brand.id), enabled: brand.can('people:read') });
  const [form] = Form.useForm<Values>();
  const draftKey = `push.${brand.id}.${push?.id ?? 'new'}`;
  const [initial] = useState(() => ({ ...(push ? valuesOf(push) : blank), ...readDraft<Values>(draftKey) }));
  const [shown, setShown] = useState(0);
  const current = Form.useWatch<Values | undefined>([], form);
  const draft = useDraft(draftKey, current);
  const { busy, failure, submit } = useSubmit(form, async (values) => {
    const body = bodyOf(values, push);
    const path = { brandId: brand.id };
    const { id } = push
      ? await ask(api.PUT('/api/brands/{brandId}/pushes/{pushId}', { params: { path: { ...path, pushId: push.id } }, body }))
      : await ask(api.POST('/api/brands/{brandId}/pushes', { params: { path }, body }));
    draft.forget();
    await queryClient.invalidateQueries({ queryKey: ['brand', brand.id, 'pushes'] });
    await navigate({ to: '/b/$brandId/pushes/$pushId', params: { brandId: String(brand.id), pushId: id } });
  });
  const assetId = current?.assetId ?? initial.assetId ?? accounts?.[0]?.id;
  const wechatTags = (tags.data?.items ?? []).flatMap((tag) =>
    tag.assetId === assetId && tag.wechatId !== null ? [{ value: tag.wechatId, label: tag.name }] : []);
  const article = current?.articles?.[shown] ?? current?.articles?.[0];
  return (
    <Page
      title={push ? push.title : t('pushes.create')}
      back={<Link to="/b/$brandId/pushes" params={{ brandId: String(brand.id) }}>{t('pushes.back')}</Link>}
      actions={<Button type="primary" loading={busy} onClick={() => form.submit()}>{t('pushes.saveDraft')}</Button>}
    >
      <Form form={form} layout="vertical" initialValues={initial} onFinish={(values) => void submit({ ...values, assetId: values.assetId ?? assetId })}>
        <div className={css.editor}>
          <div>
            <FormFailure text={failure} />
            <Form.Item name="title" label={t('pushes.title')} rules={[{ required: true, message: t('pushes.titleNeeded') }]}>
              <Input maxLength={100} autoFocus={!push} />
            </Form.Item>
            {accounts && accounts.length > 1 && (
              <Form.Item name="assetId" label={t('pushes.account')} rules={[{ required: true, message: t('pushes.accountNeeded') }]}>
                <Select options={accounts.map(({ id, name }) => ({ value: id, label: name }))} />
              </Form.Item>
            )}
            {push?.audience.kind !== 'contacts' && (
              <Form.Item name="audience" label={t('pushes.audience')}>
                <Radio.Group options={[{ value: 'everyone', label: t('pushes.everyone') }, { value: 'tag', label: t('pushes.tag') }]} />
              </Form.Item>
            )}
            {current?.audience === 'tag' && (
              <Form.Item name="tagId" label={t('pushes.tag')} rules={[{ required: true, message: t('door.needed') }]}>
                <Select options={wechatTags} showSearch={{ optionFilterProp: 'label' }} />
              </Form.Item>
            )}
            <Form.Item name="segmented" label={t('pushes.segmented')} extra={t('pushes.segmentedHelp')} valuePropName="checked"><Switch /></Form.Item>
            <Form.Item name="openComments" label={t('pushes.openComments')} extra={t('pushes.openCommentsHelp')} valuePropName="checked"><Switch /></Form.Item>
            <ArticleFields onShow={setShown} />
            <span className={`caption ${css.kept}`}>{t('pushes.draftKept')}</span>
          </div>
          <aside className={css.preview} aria-label={t('pushes.preview')}>
            {article && <ArticlePreview article={{ ...article, author: article.author ?? '', position: shown + 1 }} />}
          </aside>
        </div>
      </Form>
    </Page>
  );
}
