import { useQuery } from '@tanstack/react-query';
import { useNavigate, type LinkProps } from '@tanstack/react-router';
import { api, ask } from '../../api/client.ts';
import { Chart } from '../../charts/chart.tsx';
import { timeLines, type Annotation } from '../../charts/options.ts';
import { FigureCard, FigureGrid, type Delta } from '../../components/figure-card.tsx';
import { Count } from '../../components/number.tsx';
import { Section } from '../../components/page.tsx';
import { ChartBones, FigureBones, Loaded } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { bigCount, change, clock, count, date, difference, points, share } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { before, daysOf, monthsOf, type Period, type Span } from '../../lib/period.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { countQuery } from '../contacts/queries.ts';
import { NotObserved } from '../recruitment/not-observed.tsx';
import { seriesQuery, sourcesQuery, type SeriesPoint, type SourceRow } from '../recruitment/queries.ts';

/** Null where a part of it is suppressed (head office). */
interface Moved {
  follows: number | null;
  unfollows: number | null;
}

const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);
const less = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);
const sumOf = (values: readonly (number | null)[]): number | null => values.reduce(plus, 0);

const movedOf = (rows: readonly Moved[]): Moved => ({ follows: sumOf(rows.map((row) => row.follows)), unfollows: sumOf(rows.map((row) => row.unfollows)) });

/** Of the new followers we saw arrive, the part that left again; WeChat's own summaries cannot say. */
function churnOf(rows: readonly SourceRow[]): Pick<Moved, 'follows'> & { gone: number | null; churn: number | null } {
  const { follows } = movedOf(rows);
  const gone = sumOf(rows.map((row) => row.gone));
  return { gone, follows, churn: gone === null || !follows ? null : gone / follows };
}

export function Changed({ span, period }: { span: Span; period: Period }) {
  const { t } = useWords();
  const brand = useBrand();
  const grain = period.days > 90 || brand.aggregatesOnly ? 'month' : 'day';
  const now = useQuery(sourcesQuery(brand.id, period));
  const earlier = useQuery(sourcesQuery(brand.id, before(period)));
  const series = useQuery(seriesQuery(brand.id, period, grain));
  const seriesBefore = useQuery(seriesQuery(brand.id, before(period), grain));
  return (
    <Section title={t('home.changed')}>
      <Loaded query={series} bones={<FigureBones />}>
        {({ items }) => (
          <Figures
            span={span}
            period={period}
            points={items}
            earlier={seriesBefore.data ? movedOf(seriesBefore.data.items) : null}
            sources={now.data?.items ?? []}
            observedSince={now.data?.observedSince ?? null}
            sourcesBefore={earlier.data?.items ?? []}
            grain={grain}
          />
        )}
      </Loaded>
      <div style={{ marginTop: 32 }}>
        <Loaded query={series} bones={<ChartBones />}>{({ items, gaps }) => <><Moves period={period} points={items} grain={grain} /><div className="caption"><NotObserved gaps={gaps} /></div></>}</Loaded>
      </div>
    </Section>
  );
}

interface FiguresProps {
  span: Span;
  period: Period;
  points: readonly SeriesPoint[];
  earlier: Moved | null;
  sources: readonly SourceRow[];
  observedSince: string | null;
  sourcesBefore: readonly SourceRow[];
  grain: 'day' | 'month';
}

function Figures({ span, period, points: moves, earlier, sources, observedSince: since, sourcesBefore, grain }: FiguresProps) {
  const { t, language } = useWords();
  const brand = useBrand();
  const params = { brandId: String(brand.id) };
  const followers = useQuery({ ...countQuery(brand.id, { subscribed: true }), enabled: brand.can('people:read') });
  const against = t('period.against', { days: period.days });
  const buckets = bucketSums(period, moves, grain);
  const totals = movedOf(moves);
  const net = less(totals.follows, totals.unfollows);
  const { churn, gone, follows: arrived } = churnOf(sources);
  const { churn: churnBefore } = churnOf(sourcesBefore);
  // Only accounts whose followers were never synchronised, read through WeChat's summaries: none of them is 0.
  const unsynced = followers.data?.count === 0 && (net ?? 0) > 0;
  const source = t(moves.some(({ observed }) => !observed) ? 'home.fromBoth' : 'home.fromCallbacks');
  const relative = (value: number | null, base: number | null | undefined, moreIsGood: boolean): Delta | null => {
    if (!base || value === null) return null;
    const ratio = value / base - 1;
    return { text: change(ratio), against, tone: ratio === 0 ? undefined : (ratio > 0) === moreIsGood ? 'good' : 'bad' };
  };
  const observedSince = since === null ? undefined : date(since, language);
  const days = t('home.period', { from: date(`${period.from}T12:00:00+08:00`, language), to: date(`${period.to}T12:00:00+08:00`, language) });
  const contacts = (search: Record<string, unknown>) => (brand.can('people:read') ? { to: '/b/$brandId/contacts', params, search } as LinkProps : undefined);
  return (
    <FigureGrid>
      {followers.data && (
        <FigureCard
          label={t('home.followers')}
          value={unsynced ? null : <Count value={followers.data.count} />}
          missing={t('home.followersNotSynced')}
          delta={net === null ? null : { text: difference(net), against: t('home.inPeriod', { days: period.days }), tone: net === 0 ? undefined : net > 0 ? 'good' : 'bad' }}
          spark={unsynced ? [] : backwards(followers.data.count, buckets)}
          definition={{ meaning: t('home.followersMeaning'), source: t('home.fromCallbacks'), observedSince }}
          to={contacts({ subscribed: true })}
        />
      )}
      <FigureCard
        label={t('home.newFollowers')}
        value={totals.follows === null ? null : <Count value={totals.follows} />}
        missing={t('figure.hidden')}
        delta={relative(totals.follows, earlier?.follows, true)}
        spark={buckets.flatMap(({ follows }) => follows ?? [])}
        definition={{ meaning: t('home.newFollowersMeaning'), period: days, source, observedSince }}
        to={contacts({ followedFrom: period.from, followedTo: period.to })}
      />
      <FigureCard
        label={t('home.unfollows')}
        value={totals.unfollows === null ? null : <Count value={totals.unfollows} />}
        missing={t('figure.hidden')}
        delta={relative(totals.unfollows, earlier?.unfollows, false)}
        spark={buckets.flatMap(({ unfollows }) => unfollows ?? [])}
        definition={{ meaning: t('home.unfollowsMeaning'), period: days, source, observedSince }}
        to={brand.can('insights:read') ? { to: '/b/$brandId/insights', params, search: { period: 'custom', from: period.from, to: period.to } } as LinkProps : undefined}
      />
      <FigureCard
        label={t('recruitment.cohortChurn')}
        value={churn === null ? null : share(churn)}
        missing={t(sources.some(({ suppressed }) => suppressed) ? 'figure.hidden' : 'figure.notEnough')}
        delta={churn === null || churnBefore === null ? null : { text: points(churn - churnBefore), against, tone: churn === churnBefore ? undefined : churn < churnBefore ? 'good' : 'bad' }}
        definition={{
          meaning: t('home.churnMeaning'), ...(gone === null || arrived === null ? {} : { numerator: count(gone), denominator: count(arrived) }), period: days, source: t('home.fromCallbacks'), observedSince,
        }}
        to={{ to: '/b/$brandId/recruitment', params, search: { days: span } } as LinkProps}
      />
    </FigureGrid>
  );
}

interface Bucket extends Moved {
  bucket: string;
}

function bucketSums(period: Period, moves: readonly SeriesPoint[], grain: 'day' | 'month'): Bucket[] {
  const sums = new Map((grain === 'month' ? monthsOf(period) : daysOf(period)).map((bucket): [string, Bucket] => [bucket, { bucket, follows: 0, unfollows: 0 }]));
  for (const { bucket, follows, unfollows } of moves) {
    const sum = sums.get(bucket);
    if (!sum) continue;
    sum.follows = plus(sum.follows, follows);
    sum.unfollows = plus(sum.unfollows, unfollows);
  }
  return [...sums.values()];
}

/** How many there were at the end of each bucket, reckoned back from how many there are now. */
function backwards(present: number, buckets: readonly Bucket[]): number[] {
  const values: number[] = [];
  let current = present;
  for (const { follows, unfollows } of buckets.toReversed()) {
    values.unshift(current);
    current -= less(follows, unfollows) ?? 0;
  }
  return values;
}

function Moves({ period, points: moves, grain }: { period: Period; points: readonly SeriesPoint[]; grain: 'day' | 'month' }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const pushes = useQuery({
    queryKey: ['brand', brand.id, 'pushes', 'marks'],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/pushes', { params: { path: { brandId: brand.id }, query: { limit: 100 } } })),
    enabled: brand.can('pushes:read') && grain === 'day',
  });
  const now = useNow();
  const buckets = bucketSums(period, moves, grain);
  // The cards above say why.
  if (buckets.every((one) => one.follows === null && one.unfollows === null)) return null;
  const totals = movedOf(buckets);
  const net = less(totals.follows, totals.unfollows);
  const annotations: Annotation[] = grain === 'month' ? [] : (pushes.data?.items ?? []).flatMap(({ sentAt }) => (sentAt ? [{ at: sentAt, label: t('home.pushMark') }] : []));
  const title = net === null ? t('home.newFollowers') : t(net >= 0 ? 'home.grew' : 'home.shrank', { days: period.days, net: bigCount(Math.abs(net), language) });
  const known = (people: number | null) => (people === null ? t('state.none') : count(people));
  const follows = buckets.map((one) => one.follows);
  const unfollows = buckets.map((one) => one.unfollows);
  return (
    <Chart
      title={title}
      note={grain === 'month' ? t('home.movesPerMonth') : t('home.movesPerDay', { time: clock(now) })}
      summary={t('home.movesSummary', { title, follows: known(totals.follows), unfollows: known(totals.unfollows) })}
      option={timeLines({
        days: buckets.map(({ bucket }) => (grain === 'month' ? `${bucket}-15` : bucket)),
        series: [{ name: t('home.newFollowers'), values: follows }, { name: t('home.unfollows'), values: unfollows }],
        annotations,
        language,
        grain,
      })}
      table={{ header: [t('recruitment.time'), t('home.newFollowers'), t('home.unfollows')], rows: buckets.map((one) => [one.bucket, one.follows, one.unfollows]) }}
      fileName="followers"
      onPick={(index) => {
        const bucket = buckets[index]?.bucket;
        if (bucket && grain === 'day' && brand.can('people:read')) {
          void navigate({ to: '/b/$brandId/contacts', params: { brandId: String(brand.id) }, search: { followedFrom: bucket, followedTo: bucket } });
        }
      }}
    />
  );
}
