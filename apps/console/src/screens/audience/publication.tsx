import { Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import { useTelling } from '../../components/use-telling.ts';
import { useWords } from '../../i18n/index.ts';
import { count } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './audience.module.css';
import { isPublishing, segmentsKey, type Segment } from './queries.ts';

/** How far the publication is, and a way to stop it; or why it failed; or that there has been none. */
export function Publication({ segment }: { segment: Segment }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const telling = useTelling();
  const queryClient = useQueryClient();
  const { job } = segment;
  const cancel = async () => {
    await telling(() => ask(api.DELETE('/api/brands/{brandId}/segments/{segmentId}/publish', { params: { path: { brandId: brand.id, segmentId: segment.id } } })));
    await queryClient.invalidateQueries({ queryKey: segmentsKey(brand.id) });
  };
  if (job && isPublishing(segment)) {
    const portion = job.total ? Math.min(1, job.done / job.total) : 0;
    return (
      <div className={css.banner}>
        <span className="num" aria-live="polite">
          {t('audience.publishing')}{job.total ? ` · ${t('activity.counts', { done: count(job.done), total: count(job.total) })}` : ''}
        </span>
        {brand.can('people:write') && <Button size="small" onClick={() => void cancel()}>{t('activity.cancel')}</Button>}
        <div className={css.bar} role="progressbar" aria-label={t('audience.publishing')} aria-valuenow={Math.round(portion * 100)} aria-valuemin={0} aria-valuemax={100}>
          <span style={{ width: `${portion * 100}%` }} />
        </div>
        {job.lastError && <div className={css.error}>{job.lastError[language]}</div>}
      </div>
    );
  }
  if (segment.state === 'failed' || job?.state === 'failed') return <div className={css.banner} role="alert"><span>{t(segment.state === 'failed' ? 'audience.failedEmpty' : 'audience.failed')}</span>{job?.lastError && <div className={css.error}>{job.lastError[language]}</div>}</div>;
  if (segment.state === 'draft') return <div className={css.banner}><span>{t('audience.draftNote')}</span></div>;
  return null;
}
