import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAccounts } from '../../api/accounts.ts';
import { api, ask } from '../../api/client.ts';
import { useWords } from '../../i18n/index.ts';
import { count, share } from '../../lib/format.ts';
import type { Period } from '../../lib/period.ts';
import { jobsQuery } from '../../shell/activity.tsx';
import { useBrand } from '../../shell/brand-context.ts';
import { jobNames } from '../../shell/job-names.ts';
import { Section } from '../../components/page.tsx';
import { doctorQuery } from '../accounts/doctor-panel.tsx';
import { openApprovalsCountQuery } from '../content/queries.ts';
import { sourcesQuery } from '../recruitment/queries.ts';
import { useArticleNeeds } from './article-needs.ts';
import css from './home.module.css';
import { lastRunOf } from './last-run.ts';
import type { Need } from './need.ts';
import { usePushNeeds } from './push-needs.ts';
import { useStoreNeeds } from './store-needs.ts';

/** From this share on, unknown sources are worth a look at the mapping and the sync. */
const manyUnknown = 0.05;

export function Needs({ period }: { period: Period }) {
  const { t } = useWords();
  const needs = useNeeds(period);
  if (needs === null) return null;
  return (
    <Section title={t('home.needs')}>
      {needs.length === 0 ? <p className="quiet">{t('home.nothingNeeded')}</p> : (
        <ul className={css.needs}>
          {needs.map(({ key, tone, text, link }) => (
            <li key={key} className={css.need} data-tone={tone}>
              <span>{text}</span>
              {link && <Link {...link}>{link.label}</Link>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function useNeeds(period: Period): Need[] | null {
  const { t, language } = useWords();
  const brand = useBrand();
  const params = { brandId: String(brand.id) };
  const accounts = useAccounts();
  const connected = accounts?.filter(({ state }) => state === 'connected') ?? [];
  const doctors = useQueries({ queries: connected.map(({ id }) => doctorQuery(brand.id, id)) });
  const jobs = useQuery({ ...jobsQuery(brand.id), enabled: brand.can('status:read') });
  const sources = useQuery({ ...sourcesQuery(brand.id, period), enabled: brand.can('recruitment:read') });
  const unknown = useQuery({
    queryKey: ['brand', brand.id, 'status', 'unknown'],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/events/unknown', { params: { path: { brandId: brand.id } } })),
    enabled: brand.can('status:read'),
  });
  const rights = useQuery({
    queryKey: ['brand', brand.id, 'rights', 'count'],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/rights-requests', { params: { path: { brandId: brand.id }, query: { limit: 1 } } })),
    enabled: brand.can('people:erase'),
  });
  const approvals = useQuery({ ...openApprovalsCountQuery(brand.id), enabled: brand.can('pushes:approve') });
  const ofArticles = useArticleNeeds();
  const ofPushes = usePushNeeds();
  const ofStore = useStoreNeeds();
  // That nothing needs anybody is said only once everything was asked.
  if (brand.can('accounts:read') && accounts === undefined || [...doctors, jobs, sources, unknown, rights, approvals].some(({ isLoading }) => isLoading) || ofArticles === null || ofPushes === null || ofStore === null) return null;

  const needs: Need[] = [];
  if (accounts && connected.length === 0) {
    needs.push({ key: 'connect', tone: 'bad', text: t('accounts.none'), ...(brand.can('accounts:write') ? { link: { to: '/b/$brandId/accounts/connect', params, label: t('accounts.connect') } as Need['link'] } : {}) });
  }
  const unchecked = connected.filter((_, index) => doctors[index]?.isSuccess && doctors[index].data === null);
  if (unchecked.length > 1) {
    needs.push({ key: 'unchecked', tone: 'warn', text: t('home.manyNotChecked', { count: unchecked.length, shown: count(unchecked.length) }), link: { to: '/b/$brandId/accounts', params, label: t('nav.accounts') } as Need['link'] });
  }
  connected.forEach((account, index) => {
    const doctor = doctors[index];
    const link = { to: '/b/$brandId/accounts/$assetId', params: { ...params, assetId: account.id }, label: t('accounts.doctor') } as Need['link'];
    if (doctor?.data && !doctor.data.healthy) {
      const failed = doctor.data.checks.filter(({ state }) => state === 'failed').map(({ name }) => name[language]);
      needs.push({ key: `doctor-${account.id}`, tone: 'bad', text: t('home.unhealthy', { account: account.name, what: failed.join(language === 'zh' ? '、' : ', ') }), link });
    } else if (unchecked.length === 1 && account === unchecked[0]) {
      needs.push({ key: `doctor-${account.id}`, tone: 'warn', text: t('home.notChecked', { account: account.name }), link });
    }
  });
  for (const job of lastRunOf(jobs.data?.items ?? [])) {
    const name = jobNames[job.kind]?.[language] ?? job.kind;
    if (job.state === 'failed') {
      needs.push({ key: job.id, tone: 'bad', text: t('home.jobFailed', { name, why: job.lastError?.[language] ?? '' }), link: { to: '/b/$brandId/status', params, label: t('nav.status') } as Need['link'] });
    } else if (job.state === 'running' || job.state === 'queued') {
      needs.push({ key: job.id, tone: 'calm', text: t('home.jobRunning', { name, done: count(job.done), total: job.total === null ? '' : ` / ${count(job.total)}` }) });
    }
  }
  const { open: waiting, overdue } = approvals.data ?? { open: 0, overdue: 0 };
  if (waiting > 0) {
    const text = overdue > 0 ? t('home.approvalsOverdue', { count: overdue, shown: count(overdue) }) : t('home.approvals', { count: waiting, shown: count(waiting) });
    needs.push({ key: 'approvals', tone: overdue > 0 ? 'bad' : 'warn', text, link: { to: '/b/$brandId/content/approvals', params, label: t('content.approvals') } as Need['link'] });
  }
  needs.push(...ofArticles, ...ofPushes, ...ofStore);
  const lost = sources.data?.items.find(({ group }) => group === 'unknown');
  if (lost?.share && lost.follows !== null && lost.share >= manyUnknown) {
    needs.push({ key: 'unknown-sources', tone: 'warn', text: t('home.unknownSources', { count: lost.follows, shown: count(lost.follows), share: share(lost.share) }), link: { to: '/b/$brandId/recruitment', params, label: t('nav.recruitment') } as Need['link'] });
  }
  const strangers = unknown.data?.items ?? [];
  if (strangers.length > 0) {
    needs.push({ key: 'unknown-events', tone: 'calm', text: t('home.unknownEvents', { names: strangers.slice(0, 3).map(({ name }) => name).join(' · '), count: strangers.length }) });
  }
  const open = rights.data?.open ?? 0;
  if (open > 0) needs.push({ key: 'rights', tone: 'warn', text: t('home.rights', { count: open, shown: count(open) }), link: { to: '/b/$brandId/contacts/requests', params, label: t('contacts.requests') } as Need['link'] });
  return needs;
}
