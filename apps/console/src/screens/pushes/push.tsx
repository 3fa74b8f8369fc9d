import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useSession } from '../../api/session.ts';
import { FigureCard, FigureGrid } from '../../components/figure-card.tsx';
import { Count, When } from '../../components/number.tsx';
import { Page, Section } from '../../components/page.tsx';
import { FigureBones, Loaded } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { count, dateTime, share, smallRate } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { PushActions } from './actions.tsx';
import { ArticlePreview } from './article-preview.tsx';
import { Calls } from './calls.tsx';
import { Checks, Exclusions } from './checks.tsx';
import { DeleteArticle } from './delete-article.tsx';
import { ExperimentsOfPush } from './experiment/of-push.tsx';
import css from './pushes.module.css';
import { pushQuery, wentHalfWay, type PushDetail } from './queries.ts';
import { Results } from './results.tsx';
import { Sales } from './sales.tsx';
import { PushState, useAudienceWords, useVariantWords } from './state.tsx';
import { WhyInPush } from './why-dialog.tsx';

export default function PushPage() {
  const { t } = useWords();
  const brand = useBrand();
  const { pushId } = useParams({ from: '/b/$brandId/pushes/$pushId' });
  const push = useQuery(pushQuery(brand.id, pushId));
  return (
    <Page
      title={push.data?.title ?? t('nav.pushes')}
      back={<Link to="/b/$brandId/pushes" params={{ brandId: String(brand.id) }}>{t('pushes.back')}</Link>}
      lead={push.data && <Lead push={push.data} />}
      actions={push.data && <PushActions push={push.data} />}
    >
      <Loaded query={push} bones={<FigureBones />}>{(data) => <Body push={data} />}</Loaded>
    </Page>
  );
}

function Lead({ push }: { push: PushDetail }) {
  const { t } = useWords();
  const audienceOf = useAudienceWords();
  const hour = push.sentAt ?? (push.state === 'scheduled' || push.state === 'awaiting' ? push.scheduledAt : null);
  return (
    <>
      <PushState state={push.state} /> · {audienceOf(push)}
      {push.variants.length > 1 && <> · {t('pushes.variantsN', { count: push.variants.length, shown: count(push.variants.length) })}</>}
      {!push.openComments && <> · {t('pushes.commentsClosed')}</>}
      {hour && <> · <When at={hour} /></>}
    </>
  );
}

/** Nothing has been frozen: what matters is what would happen. */
const isPlanned = ({ state }: PushDetail): boolean => state === 'draft' || state === 'awaiting' || state === 'scheduled';

function Body({ push }: { push: PushDetail }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const { user } = useSession();
  return (
    <>
      {push.error && <p className={css.trouble} role="alert">{push.error[language]}</p>}
      {push.state === 'awaiting' && push.submittedBy === user.id && <p className={css.returned} role="note">{t('pushes.awaitsAnother')}</p>}
      {push.returnedNote && push.state === 'draft' && <p className={css.returned} role="note"><b>{t('pushes.returned')}</b>{push.returnedNote}</p>}
      {isPlanned(push) ? !brand.aggregatesOnly && <Checks push={push} /> : <Delivery push={push} />}
      <ExperimentsOfPush pushId={push.id} draft={push.state === 'draft'} arms={push.variants.some(({ arm }) => arm !== '')} />
      {(push.state === 'sent' || push.state === 'finished' || push.state === 'deleted' || wentHalfWay(push)) && <><Results push={push} /><Sales push={push} /></>}
      <Articles push={push} />
      {push.calls.length > 0 && <Calls push={push} />}
    </>
  );
}

/** What became of the frozen audience: this is WeChat's word, not ours. */
function Delivery({ push }: { push: PushDetail }) {
  const { t } = useWords();
  const part = (value: number | null, written: (ratio: number) => string) =>
    value !== null && push.frozenCount ? { text: written(value / push.frozenCount), against: t('pushes.ofFrozen') } : null;
  const nothingOut = push.state === 'paused' && push.calls.every(({ state }) => state === 'planned');
  const missing = t((push.state === 'failed' && !wentHalfWay(push)) || push.state === 'cancelled' || nothingOut ? 'pushes.notSent' : 'pushes.waitingReport');
  const figure = (value: number | null) => (value === null ? null : <Count value={value} />);
  return (
    <>
      {(push.state === 'sending' || push.state === 'paused') && push.calls.length > 0 && <Progress push={push} />}
      <FigureGrid>
        <FigureCard label={t('pushes.frozen')} value={figure(push.frozenCount)} missing={push.state === 'sending' || push.state === 'paused' ? t('pushes.freezing') : missing} definition={{ meaning: t('pushes.frozenMeaning'), source: t('pushes.fromFreeze') }} />
        <FigureCard label={t('pushes.delivered')} value={figure(push.delivered)} missing={missing} delta={part(push.delivered, share)} definition={{ meaning: t('pushes.deliveredMeaning'), source: t('pushes.fromReport') }} />
        <FigureCard label={t('pushes.filtered')} value={figure(push.filtered)} missing={missing} delta={part(push.filtered, smallRate)} definition={{ meaning: t('pushes.filteredMeaning'), source: t('pushes.fromReport') }} />
        <FigureCard label={t('pushes.failedCount')} value={figure(push.failed)} missing={missing} delta={part(push.failed, smallRate)} definition={{ meaning: t('pushes.failedMeaning'), source: t('pushes.fromReport') }} />
      </FigureGrid>
      {push.frozenCount !== null && (
        <Section title={t('pushes.excluded')} aside={<WhyInPush push={push} />}>
          {Object.keys(push.excluded ?? {}).length > 0 ? <Exclusions excluded={push.excluded ?? {}} /> : <p className="caption">{t('pushes.nobodyExcluded')}</p>}
        </Section>
      )}
    </>
  );
}

function Progress({ push }: { push: PushDetail }) {
  const { t, language } = useWords();
  const done = push.calls.filter(({ state }) => state === 'accepted').length;
  const all = push.calls.length;
  return (
    <>
      <div className={css.progress}>
        <progress value={done} max={all} aria-label={t('pushes.calls')} />
        <span className="num">{t('pushes.progress', { done: count(done), all: count(all) })}</span>
      </div>
      {push.state === 'paused' && push.frozenAt && <p className="caption">{t('pushes.resumeNote', { at: dateTime(push.frozenAt, language) })}</p>}
    </>
  );
}

function Articles({ push }: { push: PushDetail }) {
  const { t } = useWords();
  const variantOf = useVariantWords(push);
  const sent = push.variants.filter(({ arm }) => arm !== 'holdout');
  return (
    <Section title={t('pushes.articles')}>
      {sent.map(({ number }) => (
        <div key={number} className={css.variant}>
          {push.variants.length > 1 && <h3>{variantOf(number)}</h3>}
          <div className={css.articles}>
            {push.articles.filter((article) => article.variant === number).map((article) => <ArticlePreview key={article.position} article={article}><DeleteArticle push={push} article={article} /></ArticlePreview>)}
          </div>
        </div>
      ))}
    </Section>
  );
}
