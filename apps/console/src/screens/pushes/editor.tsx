import { Button, Form, Input, Radio, Select, Switch } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useAccounts } from '../../api/accounts.ts';
import { api, ask } from '../../api/client.ts';
import { ApiError } from '../../api/problem.ts';
import { tagsQuery } from '../../api/tags.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { Page } from '../../components/page.tsx';
import { SavedMeanwhile } from '../../components/saved-meanwhile.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import { bigCount } from '../../lib/format.ts';
import { readDraft, useDraft } from '../../lib/use-draft.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { ArticlePreview, LibraryPreview } from './article-preview.tsx';
import { blankPlan, bodyOf, valuesOf, type ArticleValue, type PlanValues } from './plan-values.ts';
import css from './pushes.module.css';
import type { PushDetail } from './queries.ts';
import { VariantFields } from './variant-fields.tsx';

/** WeChat's sending speeds in followers a minute; the place in the list is the number it goes by. */
const speeds = [800_000, 600_000, 450_000, 300_000, 100_000] as const;

/** What was typed, and the revision it was typed over. */
interface Typed {
  values: PlanValues;
  base: number;
}

/** A plan as it is sent: over the revision it began from, or over the newer one that is knowingly replaced. */
type Sent = PlanValues & { over?: number | undefined };

/** Writes a new push, from nothing or from an earlier one, or changes a draft. @param onReload shows the draft as it is now */
export function PushEditor({ push, copied = null, onReload }: { push: PushDetail | null; copied?: PushDetail | null; onReload?: () => void }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const accounts = useAccounts()?.filter(({ state }) => state === 'connected');
  const tags = useQuery({ ...tagsQuery(brand.id), enabled: brand.can('people:read') });
  const [form] = Form.useForm<PlanValues>();
  const before = push ?? copied;
  const draftKey = `push-plan.${brand.id}.${push?.id ?? (copied ? `copy-${copied.id}` : 'new')}`;
  const [kept] = useState(() => readDraft<Typed>(draftKey));
  const [initial] = useState(() => ({
    ...(push ? valuesOf(push) : copied ? { ...valuesOf(copied), title: t('pushes.copyTitle', { title: copied.title.slice(0, 90) }) } : blankPlan),
    ...kept?.values,
  }));
  // Something typed over an older revision stays; saving it says that there is a newer one.
  const [base] = useState(kept?.values ? kept.base : push?.revision ?? 1);
  const [newer, setNewer] = useState<number | null>(null);
  const [shown, setShown] = useState<(string | number)[]>(['groups', 0, 'arms', 0, 'articles', 0]);
  const current = Form.useWatch<PlanValues | undefined>([], { form, preserve: true });
  // Only what somebody typed is kept, or a push that was merely opened would come back as it was then.
  const opened = useRef<string>(undefined);
  const written = JSON.stringify(current);
  opened.current ??= written;
  const draft = useDraft<Typed | undefined>(draftKey, current && (written !== opened.current || kept?.values) ? { values: current, base } : undefined);
  const { busy, failure, submit } = useSubmit(form, async ({ over = base, ...values }: Sent) => {
    setNewer(null);
    const body = bodyOf(values, before);
    const path = { brandId: brand.id };
    const { id } = push
      ? await ask(api.PUT('/api/brands/{brandId}/pushes/{pushId}', { params: { path: { ...path, pushId: push.id } }, body: { ...body, revision: over } })).catch((error: unknown) => {
        if (error instanceof ApiError && error.code === 'push_changed') setNewer(Number((error.data as { revision: number }).revision));
        throw error;
      })
      : await ask(api.POST('/api/brands/{brandId}/pushes', { params: { path }, body }));
    draft.forget();
    await queryClient.invalidateQueries({ queryKey: ['brand', brand.id, 'pushes'] });
    await navigate({ to: '/b/$brandId/pushes/$pushId', params: { brandId: String(brand.id), pushId: id } });
  });
  const assetId = current?.assetId ?? initial.assetId ?? accounts?.[0]?.id;
  const save = (over?: number) => {
    // With what no field shows, such as which article of the library it is.
    const values = form.getFieldsValue(true) as PlanValues;
    const sent: Sent = { ...values, assetId: values.assetId ?? assetId, over };
    void submit(sent);
  };
  const wechatTags = (tags.data?.items ?? []).flatMap((tag) =>
    tag.assetId === assetId && tag.wechatId !== null ? [{ value: tag.wechatId, label: tag.name }] : []);
  const article = form.getFieldValue(shown as never) as ArticleValue | undefined ?? current?.groups?.[0]?.arms?.[0]?.articles?.[0];
  return (
    <Page
      title={push ? push.title : t('pushes.create')}
      back={<Link to="/b/$brandId/pushes" params={{ brandId: String(brand.id) }}>{t('pushes.back')}</Link>}
      actions={<Button type="primary" loading={busy} onClick={() => form.submit()}>{t('pushes.saveDraft')}</Button>}
    >
      <Form form={form} layout="vertical" initialValues={initial} onFinish={() => save()}>
        <div className={css.editor}>
          <div>
            {newer === null ? <FormFailure text={failure} /> : (
              <SavedMeanwhile text={failure}>
                <Button size="small" onClick={() => {
                  draft.forget();
                  onReload?.();
                }}>{t('pushes.showTheirs')}</Button>
                <Button size="small" danger onClick={() => save(newer)}>{t('pushes.saveMine')}</Button>
              </SavedMeanwhile>
            )}
            <Form.Item name="title" label={t('pushes.title')} rules={[{ required: true, message: t('pushes.titleNeeded') }]}>
              <Input maxLength={100} autoFocus={!push} />
            </Form.Item>
            {accounts && accounts.length > 1 && (
              <Form.Item name="assetId" label={t('pushes.account')} rules={[{ required: true, message: t('pushes.accountNeeded') }]}>
                <Select options={accounts.map(({ id, name }) => ({ value: id, label: name }))} />
              </Form.Item>
            )}
            {before?.audience.kind !== 'contacts' && (
              <Form.Item name="audience" label={t('pushes.audience')}>
                <Radio.Group options={[{ value: 'everyone', label: t('pushes.everyone') }, { value: 'tag', label: t('pushes.tag') }]} />
              </Form.Item>
            )}
            {current?.audience === 'tag' && (
              <Form.Item name="tagId" label={t('pushes.tag')} rules={[{ required: true, message: t('door.needed') }]}>
                <Select options={wechatTags} showSearch={{ optionFilterProp: 'label' }} />
              </Form.Item>
            )}
            <VariantFields onShow={setShown} />
            <h3 className={css.more}>{t('pushes.more')}</h3>
            {current?.groups?.every(({ segmentId }) => segmentId === null) && (
              <Form.Item name="segmented" label={t('pushes.segmented')} extra={t('pushes.segmentedHelp')} valuePropName="checked"><Switch /></Form.Item>
            )}
            <Form.Item name="onceADay" label={t('pushes.onceADay')} extra={t('pushes.onceADayHelp')} valuePropName="checked"><Switch /></Form.Item>
            <Form.Item name="openComments" label={t('pushes.openComments')} extra={t('pushes.openCommentsHelp')} valuePropName="checked"><Switch /></Form.Item>
            <Form.Item name="speed" label={t('pushes.speed')} extra={t('pushes.speedHelp')}>
              <Select allowClear placeholder={t('pushes.speedUnchanged')} options={speeds.map((perMinute, value) => ({ value, label: t('pushes.perMinute', { shown: bigCount(perMinute, language) }) }))} />
            </Form.Item>
            <span className={`caption ${css.kept}`}>{t('pushes.draftKept')}</span>
          </div>
          <aside className={css.preview} aria-label={t('pushes.preview')}>
            {article && (article.articleId
              ? <LibraryPreview articleId={article.articleId} />
              : <ArticlePreview article={{ ...article, author: article.author ?? '', position: Number(shown.at(-1)) + 1 }} />)}
          </aside>
        </div>
      </Form>
    </Page>
  );
}
