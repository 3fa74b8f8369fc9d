import { Button, DatePicker, Form, Input } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { When } from '../../../components/number.tsx';
import { LineBones, Loaded } from '../../../components/states.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useTelling } from '../../../components/use-telling.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { RegionsField } from '../regions-field.tsx';
import css from '../content.module.css';
import { approvalsQuery, contentKey, settingsQuery, type Approval, type Article } from '../queries.ts';
import { CommentsBlock } from './comments-block.tsx';
import { VersionDiff } from './versions-panel.tsx';

/** L-07: one version before the reviewers of regions, their answers, and the talk about it. */
export function ApprovalPanel({ article }: { article: Article }) {
  const { t } = useWords();
  const brand = useBrand();
  const approvals = useQuery(approvalsQuery(brand.id, article.id));
  return (
    <Loaded query={approvals} bones={<LineBones count={4} />}>
      {({ items }) => {
        const settled = items.some(({ version, state }) => version === article.version && (state === 'open' || state === 'approved'));
        const approved = items.find(({ state }) => state === 'approved')?.version;
        return (
          <>
            {items.length === 0 && <p className="quiet">{t('content.neverAsked')}</p>}
            {!settled && brand.can('pushes:write') && !article.archivedAt && <AskForm article={article} last={items[0] ?? null} />}
            {items.map((one) => <OneApproval key={one.id} approval={one} approvedBefore={approved !== undefined && approved < one.version ? approved : null} />)}
            <p className="caption">{t('content.notByAuthor')}</p>
            <CommentsBlock articleId={article.id} />
          </>
        );
      }}
    </Loaded>
  );
}

interface Asked {
  regions: string[];
  deadline?: Dayjs | null;
  note?: string;
}

/** Asked again, the same regions are meant. */
function AskForm({ article, last }: { article: Article; last: Approval | null }) {
  const { t } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const settings = useQuery(settingsQuery(brand.id));
  const [form] = Form.useForm<Asked>();
  const { busy, failure, submit } = useSubmit(form, async ({ regions, deadline, note }) => {
    await ask(api.POST('/api/brands/{brandId}/articles/{articleId}/approvals', {
      params: { path: { brandId: brand.id, articleId: article.id } },
      // Wall time of the brand, wherever the person sits.
      body: { regions, deadline: deadline?.format('YYYY-MM-DDTHH:mm:00+08:00') ?? null, ...(note ? { note } : {}) },
    }));
    await queryClient.invalidateQueries({ queryKey: contentKey(brand.id) });
  });
  if (!settings.data) return null;
  return (
    <Form className={css.block} form={form} layout="vertical" initialValues={{ regions: last?.regions.filter((region) => region !== '*') ?? settings.data.regions }} onFinish={(values) => void submit(values)}>
      <FormFailure text={failure} />
      <Form.Item name="regions" label={t('content.askRegions')} extra={t('content.askRegionsHelp')}><RegionsField byDefault={settings.data.regions} /></Form.Item>
      <Form.Item name="deadline" label={t('content.deadline')}><DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} /></Form.Item>
      <Form.Item name="note" label={t('content.note')}><Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} /></Form.Item>
      <div><Button htmlType="submit" loading={busy}>{t(last ? 'content.askAgain' : 'content.ask')}</Button></div>
    </Form>
  );
}

function OneApproval({ approval, approvedBefore }: { approval: Approval; approvedBefore: number | null }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const telling = useTelling();
  const queryClient = useQueryClient();
  const [comment, setComment] = useState('');
  const [comparing, setComparing] = useState(false);
  const regionName = (region: string) => (region === '*' ? t('content.anyRegion') : region);
  const act = (work: Promise<unknown>) => telling(async () => {
    await work;
    setComment('');
    await queryClient.invalidateQueries({ queryKey: contentKey(brand.id) });
  });
  const path = { brandId: brand.id, approvalId: approval.id };
  const decide = (region: string, decision: 'approved' | 'changes_requested') =>
    void act(ask(api.POST('/api/brands/{brandId}/approvals/{approvalId}/decisions', { params: { path }, body: { region, decision, comment } })));
  const open = approval.state === 'open';
  return (
    <section className={css.block} aria-label={t('content.versionN', { n: approval.version })}>
      <div>
        <strong className={css.standing} data-standing={approval.overdue ? 'overdue' : approval.state}>{t(`content.state_${approval.state}`)}{approval.overdue && ` · ${t('content.overdue')}`}</strong>
        <div>{t('content.askedBy', { by: approval.requestedBy, version: approval.version })}</div>
        <span className="caption"><When at={approval.requestedAt} />{approval.deadline && <> · {t('content.due')} <When at={approval.deadline} /></>}</span>
      </div>
      {approval.note && <p>{approval.note}</p>}
      {approval.decisions.map((one) => (
        <div key={one.region}>
          <div className={one.decision === 'approved' ? css.good : css.bad}>{t(`content.decided_${one.decision}`, { by: one.by, region: regionName(one.region) })}</div>
          {one.comment && <p>{one.comment}</p>}
        </div>
      ))}
      {open && <span className="caption">{t('content.waiting', { regions: approval.waiting.map(regionName).join(language === 'zh' ? '、' : ', ') })}</span>}
      {approvedBefore !== null && <div><Button type="link" size="small" style={{ padding: 0 }} onClick={() => setComparing(true)}>{t('content.diffTitle', { from: approvedBefore, to: approval.version })}</Button></div>}
      {approval.mine.length > 0 && (
        <>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1000} placeholder={t('content.decisionComment')} aria-label={t('content.decisionComment')} value={comment} onChange={(event) => setComment(event.target.value)} />
          {approval.mine.map((region) => (
            <div className={css.actions} key={region}>
              {approval.regions.length > 1 && <span>{regionName(region)}</span>}
              <Button size="small" type="primary" onClick={() => decide(region, 'approved')}>{t('content.approve')}</Button>
              <Button size="small" onClick={() => decide(region, 'changes_requested')}>{t('content.requestChanges')}</Button>
            </div>
          ))}
        </>
      )}
      {open && brand.can('pushes:write') && (
        <div><Button type="link" size="small" style={{ padding: 0 }} onClick={() => void act(ask(api.POST('/api/brands/{brandId}/approvals/{approvalId}/withdraw', { params: { path } })))}>{t('content.withdraw')}</Button></div>
      )}
      <VersionDiff articleId={approval.articleId} from={comparing ? approvedBefore : null} to={approval.version} onClose={() => setComparing(false)} />
    </section>
  );
}
