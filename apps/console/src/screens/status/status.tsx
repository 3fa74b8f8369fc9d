import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { FigureCard, FigureGrid } from '../../components/figure-card.tsx';
import { Ago, When } from '../../components/number.tsx';
import { Page, Section } from '../../components/page.tsx';
import { Empty, FigureBones, Loaded, RowBones } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { ago, bigCount, bytes, count } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { JobRow } from '../../shell/activity.tsx';
import { useBrand } from '../../shell/brand-context.ts';
import { outcomeNames, projectionNames } from './names.ts';
import css from './status.module.css';

type Status = paths['/api/brands/{brandId}/status']['get']['responses']['200']['content']['application/json'];

export default function StatusPage() {
  const { t } = useWords();
  const brand = useBrand();
  const status = useQuery({
    queryKey: ['brand', brand.id, 'status'],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/status', { params: { path: { brandId: brand.id } } })),
    refetchInterval: 5_000,
  });
  return (
    <Page title={t('nav.status')} lead={status.data && <Verdict status={status.data} />}>
      <Loaded query={status} bones={<><FigureBones /><RowBones count={5} /></>}>
        {(data) => <StatusBody status={data} />}
      </Loaded>
    </Page>
  );
}

/** One sentence before any number: is it well, and if not, what is not. */
function Verdict({ status }: { status: Status }) {
  const { t } = useWords();
  const troubles = [
    !status.stores.database.reachable && t('status.databaseAway'),
    !status.stores.warehouse.reachable && t('status.warehouseAway'),
    status.projections.some(({ error }) => error !== null) && t('status.projectionFails'),
    status.timers.failing.length > 0 && t('status.timersFail'),
  ].filter((one) => one !== false);
  return <span data-tone={troubles.length > 0 ? 'bad' : undefined} className={css.verdict}>{troubles.length > 0 ? troubles.join('') : t('status.well')}</span>;
}

function StatusBody({ status }: { status: Status }) {
  const { t, language } = useWords();
  const now = useNow();
  const { stores, projections, timers, callbacks } = status;
  const behind = Math.max(0, ...projections.map((one) => one.behind));
  const today = callbacks.days.filter(({ day }) => day === callbacks.days.map((one) => one.day).sort().at(-1));
  const accepted = today.filter(({ outcome }) => outcome === 'accepted').reduce((sum, one) => sum + one.count, 0);
  const refused = callbacks.days.filter(({ outcome }) => outcome !== 'accepted');
  return (
    <>
      <FigureGrid>
        <StoreCard label={t('status.database')} engine="PostgreSQL" store={stores.database} />
        <StoreCard label={t('status.warehouse')} engine="ClickHouse" store={stores.warehouse} />
        <FigureCard
          label={t('status.behind')}
          value={bigCount(behind, language)}
          delta={{ text: count(projections.length), against: t('status.projectionsCount') }}
          definition={{ meaning: t('status.behindMeaning'), source: t('status.fromLog') }}
        />
        <FigureCard
          label={t('status.callbacksToday')}
          value={callbacks.lastAt ? bigCount(accepted, language) : null}
          missing={t('status.noCallbacks')}
          delta={callbacks.lastAt ? { text: ago(callbacks.lastAt, now, language), against: t('status.lastCallback') } : null}
          definition={{ meaning: t('status.callbacksMeaning'), source: t('status.fromTally') }}
        />
      </FigureGrid>

      <Section title={t('status.projections')} note={t('status.projectionsNote')}>
        <ProjectionTable rows={projections} />
      </Section>

      <Section title={t('status.refused')} note={t('status.refusedNote')}>
        {refused.length === 0 ? <Empty title={t('status.noneRefused')} /> : <RefusedTable rows={refused} />}
      </Section>

      <Section title={t('status.timers')}>
        <p className="num">
          {t('status.timersWaiting', { count: timers.waiting, shown: count(timers.waiting) })}
          {timers.nextDue && <> {t('status.nextDue')} <When at={timers.nextDue} /></>}
        </p>
        {timers.failing.map((one) => (
          <p key={one.name} className={css.failing}><b>{one.name}</b> × {count(one.count)}: {one.error}</p>
        ))}
      </Section>

      <Section title={t('status.jobs')}>
        {status.jobs.length === 0
          ? <Empty title={t('activity.none')} />
          : <div className={css.jobs}>{status.jobs.slice(0, 12).map((job) => <JobRow key={job.id} job={job} />)}</div>}
      </Section>

      <p className="caption" style={{ marginTop: 40 }}>
        {t('status.about', { version: status.version })} <Ago at={status.startedAt} />
        {status.simulatedTime && <> · {t('status.simulated')} <When at={status.now} /></>}
      </p>
    </>
  );
}

type Store = Status['stores']['database'];

function StoreCard({ label, engine, store }: { label: string; engine: string; store: Store }) {
  const { t, language } = useWords();
  return (
    <FigureCard
      label={label}
      value={store.reachable && store.sizeBytes !== null ? bytes(store.sizeBytes) : null}
      missing={store.reachable ? t('status.sizeUnknown') : store.error ?? t('status.away')}
      delta={{ text: [engine, store.version].filter(Boolean).join(' '), against: t(`status.${store.mode}`) }}
      benchmark={store.warning?.[language] ?? (store.restarts > 0 ? t('status.restarts', { count: store.restarts, shown: count(store.restarts) }) : undefined)}
    />
  );
}

type Projection = Status['projections'][number];

function ProjectionTable({ rows }: { rows: readonly Projection[] }) {
  const { t, language } = useWords();
  const columns: Column<Projection>[] = [
    { id: 'name', title: t('status.projection'), width: 180, grow: 2, phone: 'title', cell: (row) => projectionNames[row.name]?.[language] ?? row.name, text: (row) => row.name },
    { id: 'behind', title: t('status.behind'), width: 120, align: 'right', phone: 'aside', cell: (row) => count(row.behind), text: (row) => row.behind },
    { id: 'cursor', title: t('status.cursor'), width: 140, align: 'right', phone: 'detail', cell: (row) => count(row.cursor), text: (row) => row.cursor },
    { id: 'error', title: t('status.error'), width: 200, grow: 3, phone: 'detail', cell: (row) => (row.error ? <span className={css.failing}>{row.error}</span> : t('status.noError')), text: (row) => row.error },
  ];
  return <DataTable bare id="projections" label={t('status.projections')} columns={columns} rows={rows} rowId={(row) => row.name} empty={<Empty title={t('state.none')} />} />;
}

type Refused = Status['callbacks']['days'][number];

function RefusedTable({ rows }: { rows: readonly Refused[] }) {
  const { t, language } = useWords();
  const columns: Column<Refused>[] = [
    { id: 'day', title: t('status.day'), width: 110, phone: 'detail', cell: (row) => row.day, text: (row) => row.day },
    { id: 'outcome', title: t('status.reason'), width: 240, grow: 2, phone: 'title', cell: (row) => outcomeNames[row.outcome]?.[language] ?? row.outcome, text: (row) => row.outcome },
    { id: 'count', title: t('status.times'), width: 90, align: 'right', phone: 'aside', cell: (row) => count(row.count), text: (row) => row.count },
    { id: 'last', title: t('status.lastAt'), width: 140, cell: (row) => <Ago at={row.lastAt} />, text: (row) => row.lastAt },
  ];
  return <DataTable bare id="refused" label={t('status.refused')} columns={columns} rows={rows} rowId={(row) => `${row.assetId} ${row.day} ${row.outcome}`} empty={null} />;
}
