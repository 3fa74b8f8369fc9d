import { App, Button, Checkbox, DatePicker, Form, Select, Switch } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import dayjs, { type Dayjs } from 'dayjs';
import { useAccounts } from '../../../api/accounts.ts';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { MoneyField } from '../../../components/money-field.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useTelling } from '../../../components/use-telling.ts';
import { useWords } from '../../../i18n/index.ts';
import { isoDay } from '../../../lib/format.ts';
import { optionalFen, optionalYuan } from '../../../lib/money.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import css from '../content.module.css';
import { contentKey, partnersQuery, useContentWords, type Article, type Decisions } from '../queries.ts';

interface Values {
  contentType: Article['contentType'];
  plannedDay: Dayjs | null;
  partnerId: string | null;
  cost: number | null;
  inPool: boolean;
  group: 'sales' | 'crm' | 'adhoc';
  audiences: NonNullable<Article['pool']>['audiences'];
  expires: Dayjs | null;
  invites: boolean;
}

/** It drops out when this day ends in the brand's zone. */
const lastDayOf = ({ pool }: Article): Dayjs | null => (pool?.expiresAt ? dayjs(isoDay(Date.parse(pool.expiresAt) - 1)) : null);

/** What is decided about an article beside what it says: none of it makes a version or asks for a new approval. */
export function ArrangePanel({ article }: { article: Article }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const attempt = useTelling();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const words = useContentWords();
  const partners = useQuery(partnersQuery(brand.id));
  const account = useAccounts()?.find(({ state }) => state === 'connected');
  const [form] = Form.useForm<Values>();
  const inPool = Form.useWatch('inPool', form) ?? article.pool !== null;
  const params = { brandId: brand.id, articleId: article.id };
  const decide = async (body: Decisions) => {
    await ask(api.PATCH('/api/brands/{brandId}/articles/{articleId}', { params: { path: params }, body }));
    await queryClient.invalidateQueries({ queryKey: contentKey(brand.id) });
  };
  const { busy, failure, submit } = useSubmit(form, async (values) => {
    await decide({
      contentType: values.contentType,
      plannedDay: values.plannedDay?.format('YYYY-MM-DD') ?? null,
      partnerId: values.partnerId ?? null,
      partnerCostFen: optionalFen(values.cost),
      pool: values.inPool ? { group: values.group, audiences: values.audiences, expiresAt: values.expires?.add(1, 'day').format('YYYY-MM-DDT00:00:00+08:00') ?? null, invitesToJoin: values.invites } : null,
    });
    void message.success(t('content.arranged'));
  });
  const copy = () => attempt(async () => {
    const made = await ask(api.POST('/api/brands/{brandId}/articles/{articleId}/copies', { params: { path: params } }));
    await navigate({ to: '/b/$brandId/content/articles/$articleId', params: { brandId: String(brand.id), articleId: made.id } });
  });
  const toDrafts = () => attempt(async () => {
    await ask(api.POST('/api/brands/{brandId}/articles/{articleId}/drafts', { params: { path: params }, body: { assetId: account!.id } }));
    void message.success(t('content.sent'));
  });
  const named = (texts: Record<string, { zh: string; en: string }> | undefined) => Object.entries(texts ?? {}).map(([value, name]) => ({ value, label: name[language] }));
  const initial: Values = {
    contentType: article.contentType, plannedDay: article.plannedDay === null ? null : dayjs(article.plannedDay), partnerId: article.partnerId,
    cost: optionalYuan(article.partnerCostFen), inPool: article.pool !== null, group: article.pool?.group ?? 'crm', audiences: article.pool?.audiences ?? ['unidentified', 'identified', 'member'],
    expires: lastDayOf(article), invites: article.pool?.invitesToJoin ?? false,
  };
  const writes = brand.can('pushes:write');
  return (
    <>
      <Form form={form} layout="vertical" disabled={!writes} initialValues={initial} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <div className={css.half}>
          <Form.Item name="plannedDay" label={t('content.plannedDay')}><DatePicker style={{ width: '100%' }} /></Form.Item>
          <Form.Item name="contentType" label={t('content.type')}><Select options={named(words?.contentTypes)} /></Form.Item>
        </div>
        <div className={css.half}>
          <Form.Item name="partnerId" label={t('content.partner')}><Select allowClear placeholder={t('content.noPartner')} options={(partners.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))} /></Form.Item>
          <Form.Item name="cost" label={t('content.cost')}><MoneyField max={100_000_000} /></Form.Item>
        </div>
        <Form.Item name="inPool" label={t('content.inPool')} valuePropName="checked"><Switch /></Form.Item>
        <div hidden={!inPool}>
          <div className={css.half}>
            <Form.Item name="group" label={t('content.poolGroup')}><Select options={named(words?.poolGroups)} /></Form.Item>
            <Form.Item name="expires" label={t('content.poolExpires')}><DatePicker style={{ width: '100%' }} placeholder={t('content.never')} /></Form.Item>
          </div>
          <Form.Item name="audiences" label={t('content.poolAudiences')} rules={inPool ? [{ required: true, message: t('door.needed') }] : []}><Select mode="multiple" options={named(words?.poolAudiences)} /></Form.Item>
          <Form.Item name="invites" valuePropName="checked" extra={t('content.invitesHelp')}><Checkbox>{t('content.invites')}</Checkbox></Form.Item>
        </div>
        {writes && <Button htmlType="submit" loading={busy}>{t('content.save')}</Button>}
      </Form>
      {writes && (
        <div className={css.actions} style={{ marginTop: 24 }}>
          {account && !article.archivedAt && <Button onClick={() => void toDrafts()}>{t('content.sendDraft')}</Button>}
          <Button onClick={() => void copy()}>{t('content.copy')}</Button>
          <Button onClick={() => void attempt(() => decide({ archived: article.archivedAt === null }))}>{t(article.archivedAt ? 'content.restore' : 'content.archive')}</Button>
        </div>
      )}
    </>
  );
}
