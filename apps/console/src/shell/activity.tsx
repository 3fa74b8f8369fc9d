import { Button, Drawer } from 'antd';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import { Ago } from '../components/number.tsx';
import { Empty, Failure, LineBones } from '../components/states.tsx';
import { usePages } from '../components/use-pages.ts';
import { useTelling } from '../components/use-telling.ts';
import { useWords } from '../i18n/index.ts';
import { count, share } from '../lib/format.ts';
import { useBrand } from './brand-context.ts';
import { jobNames, placeOfResult } from './job-names.ts';
import css from './activity.module.css';

export type Job = paths['/api/brands/{brandId}/jobs']['get']['responses']['200']['content']['application/json']['items'][number];

const isLive = (job: Job) => job.state === 'queued' || job.state === 'running';

const jobsKey = (brandId: number) => ['brand', brandId, 'jobs'];
const loadJobs = (brandId: number, cursor?: string) => ask(api.GET('/api/brands/{brandId}/jobs', { params: { path: { brandId }, query: { cursor } } }));

/** Looked at often while some is under way, rarely otherwise. */
const pause = (jobs: Job[] | undefined): number => (jobs?.some(isLive) ? 1_500 : 20_000);

/** The latest long work. */
export const jobsQuery = (brandId: number) => queryOptions({
  queryKey: [...jobsKey(brandId), 'latest'],
  queryFn: () => loadJobs(brandId),
  refetchInterval: ({ state }) => pause(state.data?.items),
});

export function ActivityButton({ className }: { className: string }) {
  const brand = useBrand();
  return brand.can('status:read') ? <JobsButton className={className} /> : null;
}

function JobsButton({ className }: { className: string }) {
  const { t } = useWords();
  const brand = useBrand();
  const [open, setOpen] = useState(false);
  const jobs = useQuery(jobsQuery(brand.id));
  const running = jobs.data?.items.filter(isLive).length ?? 0;
  return (
    <>
      <button type="button" className={className} onClick={() => setOpen(true)}>
        <span>{t('activity.title')}</span>
        {running > 0 && <b aria-label={t('activity.underWay', { count: running })}>{running}</b>}
      </button>
      <Drawer open={open} onClose={() => setOpen(false)} title={t('activity.title')} size={440} destroyOnHidden>
        <JobList onGo={() => setOpen(false)} />
      </Drawer>
    </>
  );
}

function JobList({ onGo }: { onGo: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const { rows, error, retry, more } = usePages([...jobsKey(brand.id), 'list'], (cursor) => loadJobs(brand.id, cursor), { again: pause });
  if (error) return <Failure error={error} retry={retry} />;
  if (!rows) return <LineBones count={6} />;
  if (rows.length === 0) return <Empty title={t('activity.none')}>{t('activity.noneMore')}</Empty>;
  return (
    <div className={css.list}>
      {rows.map((job) => <JobRow key={job.id} job={job} onGo={onGo} />)}
      {more && <Button type="text" loading={more.loading} onClick={more.load}>{t('contacts.earlier')}</Button>}
    </div>
  );
}

export function JobRow({ job, onGo }: { job: Job; onGo?: () => void }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const attempt = useTelling();
  const queryClient = useQueryClient();
  const cancel = () => attempt(async () => {
    await ask(api.POST('/api/brands/{brandId}/jobs/{jobId}/cancel', { params: { path: { brandId: brand.id, jobId: job.id } } }));
    await queryClient.invalidateQueries({ queryKey: jobsKey(brand.id) });
  });
  const name = jobNames[job.kind]?.[language] ?? job.kind;
  const place = placeOfResult(job.kind);
  const portion = job.total ? Math.min(1, job.done / job.total) : null;
  return (
    <div className={css.job}>
      <div className={css.head}>
        <strong>{name}</strong>
        <span className="caption"><Ago at={job.finishedAt ?? job.startedAt ?? job.createdAt} /></span>
      </div>
      {job.state === 'running' && portion !== null && (
        <div className={css.bar} role="progressbar" aria-valuenow={Math.round(portion * 100)} aria-valuemin={0} aria-valuemax={100} aria-label={name}>
          <span style={{ width: `${portion * 100}%` }} />
        </div>
      )}
      <div className="caption num">
        {t(`activity.${job.state}`)}
        {job.total !== null && ` · ${t('activity.counts', { done: count(job.done), total: count(job.total) })}`}
        {job.total === null && job.done > 0 && ` · ${count(job.done)}`}
        {job.state === 'running' && portion !== null && ` · ${share(portion)}`}
      </div>
      {job.lastError && <div className={css.error}>{job.lastError[language]}</div>}
      <div style={{ display: 'flex', gap: 12 }}>
        {job.state === 'done' && place && (
          <Link {...({ to: place, params: { brandId: String(brand.id) } } as LinkProps)} onClick={onGo}>{t('activity.result')}</Link>
        )}
        {isLive(job) && brand.can('accounts:write') && <Button size="small" onClick={() => void cancel()}>{t('activity.cancel')}</Button>}
      </div>
    </div>
  );
}
