import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Chart } from '../../charts/chart.tsx';
import { multiples, panelHeight } from '../../charts/multiples.ts';
import { Page, Section } from '../../components/page.tsx';
import { PeriodPicker } from '../../components/period-picker.tsx';
import { ChartBones, Empty, Loaded, RowBones } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { bigCount, clock, share } from '../../lib/format.ts';
import { daysOf, monthsOf, type Period } from '../../lib/period.ts';
import { useNow } from '../../lib/use-now.ts';
import { useNarrow } from '../../lib/use-narrow.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { usePeriod } from '../../shell/use-period.ts';
import { League } from './league.tsx';
import { NotObserved } from './not-observed.tsx';
import { seriesQuery, sourcesQuery, useKinds, type SeriesPoint } from './queries.ts';
import { SourceTable } from './source-table.tsx';
import { RecruitmentTabs } from './tabs.tsx';

export default function Sources() {
  const { t } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const { days = '90' } = useSearch({ from: '/b/$brandId/recruitment' });
  const period = usePeriod(days);
  const grain = period.days > 90 || brand.aggregatesOnly ? 'month' : 'day';
  const table = useQuery(sourcesQuery(brand.id, period));
  const series = useQuery(seriesQuery(brand.id, period, grain));
  const unseen = series.data?.items.some(({ observed }) => !observed) ?? false;
  return (
    <Page
      title={t('nav.recruitment')}
      tabs={<RecruitmentTabs />}
      actions={<PeriodPicker value={days} onChange={(span) => void navigate({ to: '.', search: { days: span }, replace: true })} />}
    >
      <Loaded query={series} bones={<ChartBones />}>
        {({ items, gaps }) => (
          <>
            {items.length === 0
              ? <Empty title={t('recruitment.nothing')}>{t('recruitment.nothingMore')}</Empty>
              : <SourceChart points={items} period={period} grain={grain} />}
            <div className="caption"><NotObserved gaps={gaps} /></div>
          </>
        )}
      </Loaded>
      <Loaded query={table} bones={<RowBones count={6} />}>
        {({ items, costs }) => items.some(({ follows, unfollows }) => follows !== 0 || unfollows !== 0) && (
          <>
            <Section title={t('recruitment.bySource')} note={unseen ? <>{t('recruitment.tableSinceConnected')} {t('recruitment.bySourceNote')}</> : t('recruitment.bySourceNote')}><SourceTable rows={items} costs={costs} /></Section>
            <Section title={t('recruitment.league')} note={t('recruitment.leagueNote')}><League period={period} /></Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** By what the series says, WeChat's own summaries of the days before we were connected included: the first day has charts too. */
function SourceChart({ points, period, grain }: { points: readonly SeriesPoint[]; period: Period; grain: 'day' | 'month' }) {
  const { t, language } = useWords();
  const narrow = useNarrow();
  const brand = useBrand();
  const navigate = useNavigate();
  const now = useNow();
  const names = useKinds()?.groups;
  const nameOf = (group: string) => names?.[group]?.[language] ?? group;
  const buckets = grain === 'month' ? monthsOf(period) : daysOf(period);
  const ranked = groupsOf(points);
  const panels = ranked.map(({ group, follows, part, byBucket }) =>
    ({ name: nameOf(group), fact: follows === null ? t('figure.complement') : part === null ? bigCount(follows, language) : `${share(part)} · ${bigCount(follows, language)}`, values: buckets.map((bucket) => byBucket.get(bucket) ?? (byBucket.has(bucket) ? null : 0)) }));
  const columns = narrow ? 1 : 3;
  const first = ranked[0];
  const title = first?.part ? t('recruitment.finding', { source: nameOf(first.group), share: share(first.part) }) : t(first ? 'recruitment.bySource' : 'recruitment.nothing');
  return (
    <Chart
      title={title}
      note={<>{grain === 'month' ? t('recruitment.perMonth') : t('recruitment.perDay', { time: clock(now) })}{points.some(({ observed }) => !observed) && <><br />{t('recruitment.chartFromWechat')}</>}</>}
      summary={panels.map((panel) => `${panel.name} ${panel.fact}`).join(language === 'zh' ? '；' : '; ')}
      height={Math.ceil(panels.length / columns) * panelHeight}
      option={multiples({ buckets, panels, columns, language, grain })}
      table={{ header: [t('recruitment.time'), ...panels.map(({ name }) => name)], rows: buckets.map((bucket, index) => [bucket, ...panels.map(({ values }) => values[index])]) }}
      fileName="sources"
      onPick={(_, name) => {
        const group = ranked.find((row) => nameOf(row.group) === name)?.group;
        if (group && brand.can('people:read')) {
          void navigate({ to: '/b/$brandId/contacts', params: { brandId: String(brand.id) }, search: { source: group, followedFrom: period.from, followedTo: period.to } });
        }
      }}
    />
  );
}

interface GroupSeries {
  group: string;
  /** Null where some of them are suppressed. */
  follows: number | null;
  /** Of all follows, 0 to 1; null where any source is suppressed. */
  part: number | null;
  byBucket: Map<string, number | null>;
}

const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

/** Groups with follows, the largest first. A month that has both observed days and earlier ones comes as two points. */
function groupsOf(points: readonly SeriesPoint[]): GroupSeries[] {
  const total = points.reduce<number | null>((sum, { follows }) => plus(sum, follows), 0);
  const groups = new Map<string, GroupSeries>();
  for (const { group, bucket, follows } of points) {
    const one: GroupSeries = groups.get(group) ?? { group, follows: 0, part: 0, byBucket: new Map<string, number | null>() };
    one.follows = plus(one.follows, follows);
    one.part = total === null || one.follows === null ? null : one.follows / (total || 1);
    one.byBucket.set(bucket, one.byBucket.has(bucket) ? plus(one.byBucket.get(bucket)!, follows) : follows);
    groups.set(group, one);
  }
  return [...groups.values()].filter(({ follows }) => follows !== 0).toSorted((a, b) => (b.follows ?? 0) - (a.follows ?? 0));
}
