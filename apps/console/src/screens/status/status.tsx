import { useQueries, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useAccounts } from '../../api/accounts.ts';
import { api, ask } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { FigureCard, FigureGrid } from '../../components/figure-card.tsx';
import { Ago, When } from '../../components/number.tsx';
import { Page, Section } from '../../components/page.tsx';
import { Empty, FigureBones, Loaded, RowBones } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { ago, bigCount, bytes, count, isoDay } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { JobRow } from '../../shell/activity.tsx';
import { useBrand } from '../../shell/brand-context.ts';
import { doctorQuery } from '../accounts/doctor-panel.tsx';
import { outcomeNames, projectionNames } from './names.ts';
import css from './status.module.css';
import { failedChecks, heardFrom, troublesOf, type Connection, type Trouble } from './verdict.ts';

type Status = paths['/api/brands/{brandId}/status']['get']['responses']['200']['content']['application/json'];

export default function StatusPage() {
  const { t } = useWords();
  const brand = useBrand();
  const status = useQuery({
    queryKey: ['brand', brand.id, 'status'],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/status', { params: { path: { brandId: brand.id } } })),
    refetchInterval: 5_000,
  });
  const connections = useConnections();
  return (
    <Page title={t('nav.status')} lead={status.data && connections && <Verdict status={status.data} connections={connections} />}>
      <Loaded query={status} bones={<><FigureBones /><RowBones count={5} /></>}>
        {(data) => <StatusBody status={data} connections={connections} />}
      </Loaded>
    </Page>
  );
}

/** The connected official accounts with what their doctor said last; undefined until that is known. */
function useConnections(): Connection[] | undefined {
  const brand = useBrand();
  const connected = useAccounts()?.filter(({ state }) => state === 'connected');
  const doctors = useQueries({ queries: (connected ?? []).map(({ id }) => doctorQuery(brand.id, id)) });
  if (!brand.can('accounts:read')) return [];
  if (doctors.some(({ isPending }) => isPending)) return undefined;
  return connected?.map(({ id, name }, index) => ({ id, name, diagnosis: doctors[index]?.data }));
}

/** A few sentences before any number: is it well and why, and if not, what is not. */
function Verdict({ status, connections }: { status: Status; connections: readonly Connection[] }) {
  const { t, language } = useWords();
  const now = useNow();
  const listed = (names: readonly { zh: string; en: string }[]) => names.map((name) => name[language]).join(language === 'zh' ? '、' : ', ');
  const said = (trouble: Trouble): string => {
    switch (trouble.key) {
      case 'rightMissing': return t('home.unhealthy', { account: trouble.account, what: listed(trouble.checks) });
      case 'allRefused': return t('status.allRefused', { account: trouble.account });
      case 'jobFailed': return t('home.jobFailed', { name: trouble.job[language], why: '' }).trim();
      default: return t(`status.${trouble.key}`);
    }
  };
  const troubles = troublesOf(status, connections);
  const { lastAt } = status.callbacks;
  const sentences = troubles.length > 0 ? troubles.map(said) : [
    t('status.well', { projections: count(status.projections.length) }),
    ...(connections.length === 0 ? [] : [lastAt ? t('status.heard', { ago: ago(lastAt, now, language) }) : t('status.noCallbacks')]),
  ];
  return <span data-tone={troubles.length > 0 ? 'bad' : undefined} className={css.verdict}>{sentences.join(language === 'zh' ? '' : ' ')}</span>;
}

function StatusBody({ status, connections }: { status: Status; connections: readonly Connection[] | undefined }) {
  const { t, language } = useWords();
  const now = useNow();
  const { stores, projections, timers, callbacks } = status;
  const behind = Math.max(0, ...projections.map((one) => one.behind));
  const today = callbacks.days.filter(({ day }) => day === isoDay(status.now));
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

      {connections && connections.length > 0 && (
        <Section title={t('status.connections')} note={t('status.connectionsNote')}>
          <ConnectionTable rows={connections} days={callbacks.days} />
        </Section>
      )}

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

function ConnectionTable({ rows, days }: { rows: readonly Connection[]; days: Status['callbacks']['days'] }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const rightsOf = ({ diagnosis }: Connection): string =>
    !diagnosis ? t('accounts.notChecked') : diagnosis.healthy ? t('accounts.healthy') : t('status.missing', { what: failedChecks(diagnosis).map((name) => name[language]).join(language === 'zh' ? '、' : ', ') });
  const columns: Column<Connection>[] = [
    { id: 'name', title: t('accounts.name'), width: 160, grow: 1, phone: 'title', cell: (row) => row.name, text: (row) => row.name },
    {
      id: 'rights', title: t('accounts.doctor'), width: 260, grow: 3, phone: 'detail', text: rightsOf,
      cell: (row) => <span className={row.diagnosis?.healthy === false ? css.failing : undefined}>{rightsOf(row)}</span>,
    },
    {
      id: 'heard', title: t('status.lastCallback'), width: 140, phone: 'aside', text: (row) => heardFrom(row.id, days).lastAt,
      cell(row) {
        const { lastAt } = heardFrom(row.id, days);
        return lastAt ? <Ago at={lastAt} /> : t('state.none');
      },
    },
    { id: 'refused', title: t('status.refusedCount'), width: 130, align: 'right', cell: (row) => count(heardFrom(row.id, days).refused), text: (row) => heardFrom(row.id, days).refused },
  ];
  const open = ({ id }: Connection) => void navigate({ to: '/b/$brandId/accounts/$assetId', params: { brandId: String(brand.id), assetId: id } });
  return <DataTable bare id="connections" label={t('status.connections')} columns={columns} rows={rows} rowId={(row) => row.id} onOpen={open} empty={null} />;
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
