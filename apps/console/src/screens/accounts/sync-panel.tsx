import { Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { Ago, When } from '../../components/number.tsx';
import { Section } from '../../components/page.tsx';
import { Loaded, RowBones } from '../../components/states.tsx';
import { useTelling } from '../../components/use-telling.ts';
import { useWords } from '../../i18n/index.ts';
import { count } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './accounts.module.css';

type Sync = paths['/api/brands/{brandId}/accounts/{assetId}/syncs']['get']['responses']['200']['content']['application/json']['items'][number];

const isLive = (sync: Sync) => sync.state === 'queued' || sync.state === 'running';

/** What is read from WeChat: progress with counts, the last error in plain words, safe to start again. */
export function SyncPanel({ assetId }: { assetId: string }) {
  const { t } = useWords();
  const brand = useBrand();
  const telling = useTelling();
  const queryClient = useQueryClient();
  const queryKey = ['brand', brand.id, 'syncs', assetId];
  const syncs = useQuery({
    queryKey,
    queryFn: () => ask(api.GET('/api/brands/{brandId}/accounts/{assetId}/syncs', { params: { path: { brandId: brand.id, assetId } } })),
    refetchInterval: ({ state }) => (state.data?.items.some(isLive) ? 1_500 : 30_000),
  });
  const attempt = async (call: () => Promise<unknown>) => {
    await telling(call);
    await queryClient.invalidateQueries({ queryKey });
  };
  const path = (kind: Sync['kind']) => ({ params: { path: { brandId: brand.id, assetId, kind } } });
  return (
    <Section title={t('accounts.syncs')} note={t('accounts.syncsNote')}>
      <Loaded query={syncs} bones={<RowBones count={4} />}>
        {({ items }) => (
          <div className={css.checks}>
            {items.map((sync) => (
              <SyncRow
                key={sync.kind}
                sync={sync}
                onStart={() => void attempt(() => ask(api.POST('/api/brands/{brandId}/accounts/{assetId}/syncs/{kind}', path(sync.kind))))}
                onStop={() => void attempt(() => ask(api.DELETE('/api/brands/{brandId}/accounts/{assetId}/syncs/{kind}', path(sync.kind))))}
              />
            ))}
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function SyncRow({ sync, onStart, onStop }: { sync: Sync; onStart: () => void; onStop: () => void }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const live = isLive(sync);
  const counts = sync.total !== null ? t('activity.counts', { done: count(sync.done), total: count(sync.total) }) : sync.done > 0 ? count(sync.done) : '';
  return (
    <div className={css.sync}>
      <div>
        <b style={{ fontWeight: 500 }}>{sync.name[language]}</b>
        <div className="caption num">
          {sync.state ? t(`activity.${sync.state}`) : t('accounts.neverRun')}
          {counts && ` · ${counts}`}
          {sync.finishedAt && <> · <Ago at={sync.finishedAt} /></>}
          {sync.resumesAt && <> · {t('accounts.resumes')} <When at={sync.resumesAt} /></>}
        </div>
      </div>
      {brand.can('accounts:write') && <Button size="small" onClick={live ? onStop : onStart}>{t(live ? 'activity.cancel' : 'accounts.startSync')}</Button>}
      {live && sync.total ? <div className={css.bar}><span style={{ width: `${Math.min(100, (100 * sync.done) / sync.total)}%` }} /></div> : null}
      {sync.lastError && <div className={css.error}>{sync.lastError[language]}</div>}
    </div>
  );
}
