import { App, Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { messageOf } from '../../api/problem.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { FigureCard, FigureGrid } from '../../components/figure-card.tsx';
import { Count, When } from '../../components/number.tsx';
import { Page, Section } from '../../components/page.tsx';
import { FigureBones, Loaded } from '../../components/states.tsx';
import { TypedConfirm } from '../../components/typed-confirm.tsx';
import { useWords } from '../../i18n/index.ts';
import { count, share, smallRate } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { ArticlePreview } from './article-preview.tsx';
import css from './pushes.module.css';
import { pushQuery, type PushDetail } from './queries.ts';
import { PushState, useAudienceWords } from './state.tsx';

export default function PushPage() {
  const { t } = useWords();
  const brand = useBrand();
  const { pushId } = useParams({ from: '/b/$brandId/pushes/$pushId' });
  const push = useQuery(pushQuery(brand.id, pushId));
  const audienceOf = useAudienceWords();
  return (
    <Page
      title={push.data?.title ?? t('nav.pushes')}
      back={<Link to="/b/$brandId/pushes" params={{ brandId: String(brand.id) }}>{t('pushes.back')}</Link>}
      lead={push.data && <><PushState state={push.data.state} /> · {audienceOf(push.data)}{!push.data.openComments && <> · {t('pushes.commentsClosed')}</>}{push.data.sentAt && <> · <When at={push.data.sentAt} /></>}</>}
      actions={push.data?.state === 'draft' && <DraftActions push={push.data} />}
    >
      <Loaded query={push} bones={<FigureBones />}>{(data) => <PushBody push={data} />}</Loaded>
    </Page>
  );
}

function DraftActions({ push }: { push: PushDetail }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [reach, setReach] = useState<{ reached: number; kind: 'service' | 'subscription' } | null>(null);
  const [deleting, setDeleting] = useState(false);
  const [busy, setBusy] = useState(false);
  const path = { brandId: brand.id, pushId: push.id };
  const params = { brandId: String(brand.id) };

  /** Counts first, so that the confirmation can name how many people it will reach. */
  const prepare = async () => {
    setBusy(true);
    try {
      setReach(await ask(api.POST('/api/brands/{brandId}/pushes/{pushId}/audience', { params: { path } })));
    } catch (error) {
      void message.error(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  const send = async () => {
    await ask(api.POST('/api/brands/{brandId}/pushes/{pushId}/send', { params: { path } }));
    await queryClient.invalidateQueries({ queryKey: ['brand', brand.id] });
    void message.success(t('pushes.started'));
  };
  const remove = async () => {
    await ask(api.DELETE('/api/brands/{brandId}/pushes/{pushId}', { params: { path } }));
    await queryClient.invalidateQueries({ queryKey: ['brand', brand.id, 'pushes', 'list'] });
    await navigate({ to: '/b/$brandId/pushes', params });
  };
  return (
    <>
      {brand.can('pushes:write') && <Button danger onClick={() => setDeleting(true)}>{t('pushes.deleteDraft')}</Button>}
      {brand.can('pushes:write') && (
        <Button onClick={() => void navigate({ to: '/b/$brandId/pushes/$pushId/edit', params: { ...params, pushId: push.id } })}>{t('pushes.edit')}</Button>
      )}
      {brand.can('pushes:send') && <Button type="primary" loading={busy} onClick={() => void prepare()}>{t('pushes.send')}</Button>}
      <TypedConfirm
        open={reach !== null}
        title={t('pushes.sendTitle', { title: push.title })}
        expected={String(reach?.reached ?? '')}
        verb={t('pushes.send')}
        onConfirm={send}
        onClose={() => setReach(null)}
      >
        {reach && t('pushes.sendWarning', { count: reach.reached, shown: count(reach.reached), spends: t(`pushes.spends_${reach.kind}`) })}
      </TypedConfirm>
      <TypedConfirm
        open={deleting}
        title={t('pushes.deleteDraft')}
        expected={push.title}
        verb={t('pushes.deleteDraft')}
        onConfirm={remove}
        onClose={() => setDeleting(false)}
      >
        {t('pushes.deleteWarning', { title: push.title })}
      </TypedConfirm>
    </>
  );
}

function PushBody({ push }: { push: PushDetail }) {
  const { t, language } = useWords();
  const part = (value: number | null, written: (ratio: number) => string) =>
    value !== null && push.frozenCount ? { text: written(value / push.frozenCount), against: t('pushes.ofFrozen') } : null;
  const missing = t(push.state === 'failed' ? 'pushes.notSent' : 'pushes.waitingReport');
  const figure = (value: number | null) => (value === null ? null : <Count value={value} />);
  const excluded = Object.entries(push.excluded ?? {});
  return (
    <>
      {push.error && <p className={css.error} role="alert">{push.error[language]}</p>}
      {push.state === 'draft' ? <AudienceCount push={push} /> : (
        <FigureGrid>
          <FigureCard label={t('pushes.frozen')} value={figure(push.frozenCount)} missing={t('pushes.freezing')} definition={{ meaning: t('pushes.frozenMeaning'), source: t('pushes.fromFreeze') }} />
          <FigureCard label={t('pushes.delivered')} value={figure(push.delivered)} missing={missing} delta={part(push.delivered, share)} definition={{ meaning: t('pushes.deliveredMeaning'), source: t('pushes.fromReport') }} />
          <FigureCard label={t('pushes.filtered')} value={figure(push.filtered)} missing={missing} delta={part(push.filtered, smallRate)} definition={{ meaning: t('pushes.filteredMeaning'), source: t('pushes.fromReport') }} />
          <FigureCard label={t('pushes.failedCount')} value={figure(push.failed)} missing={missing} delta={part(push.failed, smallRate)} definition={{ meaning: t('pushes.failedMeaning'), source: t('pushes.fromReport') }} />
        </FigureGrid>
      )}
      {excluded.length > 0 && <Section title={t('pushes.excluded')}><Exclusions excluded={push.excluded ?? {}} /></Section>}
      <Section title={t('pushes.articles')}>
        <div className={css.articles}>
          {push.articles.map((article) => <ArticlePreview key={article.position} article={article} />)}
        </div>
      </Section>
      {push.calls.length > 0 && <Section title={t('pushes.calls')} note={t('pushes.callsNote')}><Calls calls={push.calls} /></Section>}
    </>
  );
}

const reasons = ['quota_used', 'consent_withdrawn'] as const;

function Exclusions({ excluded }: { excluded: Record<string, number> }) {
  const { t } = useWords();
  return (
    <dl className={css.exclusions}>
      {reasons.map((reason) => excluded[reason] !== undefined && (
        <div key={reason}><dt>{t(`pushes.${reason}`)}</dt><dd className="num">{count(excluded[reason])}</dd></div>
      ))}
    </dl>
  );
}

/** Who a draft would reach, counted on demand: the numbers are those of this moment. */
function AudienceCount({ push }: { push: PushDetail }) {
  const { t } = useWords();
  const brand = useBrand();
  const preview = useQuery({
    queryKey: ['brand', brand.id, 'pushes', push.id, 'audience'],
    queryFn: () => ask(api.POST('/api/brands/{brandId}/pushes/{pushId}/audience', { params: { path: { brandId: brand.id, pushId: push.id } } })),
    enabled: false,
  });
  return (
    <div className={css.reach}>
      <Button loading={preview.isFetching} onClick={() => void preview.refetch()}>{t('pushes.count')}</Button>
      {preview.isError && <span className={css.error}>{messageOf(preview.error)}</span>}
      {preview.data && (
        <div>
          <p className="num">{t('pushes.reach', { count: preview.data.reached, shown: count(preview.data.reached), calls: count(preview.data.calls) })}</p>
          <Exclusions excluded={preview.data.excluded} />
        </div>
      )}
    </div>
  );
}

type Call = PushDetail['calls'][number];

const callStates = ['planned', 'submitting', 'accepted'] as const;

function Calls({ calls }: { calls: readonly Call[] }) {
  const { t } = useWords();
  /** WeChat's own answer once there is one; a refusal keeps its code, which WeChat's pages explain. */
  const wordOf = ({ status, state }: Call) => {
    if (status !== null) return status === 'send success' ? t('pushes.call_sent') : t('pushes.call_refused', { status });
    const known = callStates.find((one) => one === state);
    return known ? t(`pushes.call_${known}`) : state;
  };
  const columns: Column<Call>[] = [
    { id: 'number', title: t('pushes.callNumber'), width: 56, align: 'right', phone: 'title', cell: (row) => row.number, text: (row) => row.number },
    { id: 'route', title: 'API', width: 120, grow: 1, phone: 'detail', cell: (row) => <code>mass/{row.route}</code>, text: (row) => row.route },
    { id: 'state', title: t('pushes.callState'), width: 160, grow: 1, phone: 'detail', cell: wordOf, text: (row) => row.status ?? row.state },
    { id: 'planned', title: t('pushes.planned'), width: 110, align: 'right', cell: (row) => count(row.planned), text: (row) => row.planned },
    { id: 'sent', title: t('pushes.delivered'), width: 110, align: 'right', phone: 'aside', cell: (row) => (row.sentCount === null ? t('state.none') : count(row.sentCount)), text: (row) => row.sentCount },
    { id: 'at', title: t('pushes.sentAt'), width: 180, cell: (row) => (row.submittedAt ? <When at={row.submittedAt} /> : t('state.none')), text: (row) => row.submittedAt },
  ];
  return <DataTable bare id="push-calls" label={t('pushes.calls')} columns={columns} rows={calls} rowId={(row) => String(row.number)} empty={null} />;
}
