import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Fragment } from 'react';
import { When } from '../../components/number.tsx';
import { Page, Section } from '../../components/page.tsx';
import { Empty, Failure, RowBones } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { change, count, difference, isoDay, money, share, smallRate } from '../../lib/format.ts';
import { productNow } from '../../lib/use-now.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { figuresQuery } from '../insights/queries.ts';
import css from './pushes.module.css';
import { pushQuery, resultsQuery, salesQuery, type PushDetail, type PushResults, type PushSales } from './queries.ts';
import { rate } from './results.tsx';

interface Compared {
  push: PushDetail;
  results: PushResults;
  sales: PushSales;
}

/** Pushes side by side: a row a measure, the best of each marked. */
export default function ComparePushes() {
  const { t } = useWords();
  const brand = useBrand();
  const { ids = '' } = useSearch({ from: '/b/$brandId/pushes/compare' });
  const chosen = ids.split(',').filter(Boolean).slice(0, 6);
  const pushes = useQueries({ queries: chosen.map((id) => pushQuery(brand.id, id)) });
  const results = useQueries({ queries: chosen.map((id) => resultsQuery(brand.id, id)) });
  const sales = useQueries({ queries: chosen.map((id) => salesQuery(brand.id, id)) });
  const failed = [...pushes, ...results, ...sales].find(({ isError }) => isError);
  const found = chosen.flatMap((_, index): Compared[] => {
    const [push, result, sold] = [pushes[index]?.data, results[index]?.data, sales[index]?.data];
    return push && result && sold ? [{ push, results: result, sales: sold }] : [];
  });
  return (
    <Page title={t('pushes.compareTitle')} back={<Link to="/b/$brandId/pushes" params={{ brandId: String(brand.id) }}>{t('pushes.back')}</Link>}>
      {chosen.length === 0 ? <Empty title={t('pushes.compareNone')}>{t('pushes.compareNoneMore')}</Empty>
        : failed ? <Failure error={failed.error} />
          : found.length < chosen.length ? <RowBones />
            : <Table rows={found} />}
      <Segmented />
    </Page>
  );
}

interface Measure {
  label: string;
  of: (one: Compared) => number | null;
  written: (value: number) => string;
  /** Which end is better; null: neither. */
  better: 'more' | 'less' | null;
}

function Table({ rows }: { rows: readonly Compared[] }) {
  const { t } = useWords();
  const brand = useBrand();
  const measures: Measure[] = [
    { label: t('pushes.frozen'), of: ({ push }) => push.frozenCount, written: count, better: null },
    { label: t('pushes.delivered'), of: ({ results }) => results.delivered, written: count, better: null },
    { label: t('pushes.openRate'), of: ({ results }) => rate(results.opens, results.deliveries), written: share, better: 'more' },
    { label: t('pushes.topRate'), of: ({ results }) => rate(results.topOpens, results.delivered), written: share, better: 'more' },
    { label: t('pushes.engaged'), of: ({ results }) => rate(results.actions, results.opens), written: share, better: 'more' },
    { label: t('pushes.clickers'), of: ({ results }) => results.clickers, written: count, better: 'more' },
    { label: t('pushes.lost'), of: ({ results }) => rate(results.lost, results.delivered), written: smallRate, better: 'less' },
    { label: t('pushes.net'), of: ({ results }) => (results.gained === null || results.lost === null ? null : results.gained - results.lost), written: difference, better: 'more' },
    { label: t('pushes.visitors'), of: ({ sales }) => sales.visitors, written: count, better: 'more' },
    { label: t('pushes.buyers'), of: ({ sales }) => sales.buyers, written: count, better: 'more' },
    { label: t('pushes.revenue'), of: ({ sales }) => (sales.orders ? sales.revenueFen : null), written: money, better: 'more' },
  ];
  return (
    <div className={css.scroll}>
      <table className={css.compare}>
        <thead>
          <tr>
            <th />
            {rows.map(({ push }) => (
              <th key={push.id} scope="col">
                <Link to="/b/$brandId/pushes/$pushId" params={{ brandId: String(brand.id), pushId: push.id }}>{push.title}</Link>
                <span className="caption">{push.sentAt ? <When at={push.sentAt} /> : t(`pushes.${push.state}`)} · {t(push.segmented ? 'pushes.toSegment' : 'pushes.toEveryone')}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map(({ label, of, written, better }) => {
            const values = rows.map(of);
            const known = values.filter((value) => value !== null);
            const best = better === null || new Set(known).size < 2 ? null : better === 'more' ? Math.max(...known) : Math.min(...known);
            return (
              <tr key={label}>
                <th scope="row">{label}</th>
                {rows.map(({ push }, index) => <td key={push.id} className="num" data-best={best !== null && values[index] === best}>{values[index] === null || values[index] === undefined ? t('state.none') : written(values[index])}</td>)}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** W-26, over the year until yesterday: engagement of pushes to a segment against those to everybody. */
function Segmented() {
  const { t } = useWords();
  const brand = useBrand();
  const today = productNow();
  const figures = useQuery({
    ...figuresQuery(brand.id, { from: isoDay(today - 365 * 86_400_000), to: isoDay(today - 86_400_000), assetId: undefined }),
    enabled: brand.can('insights:read') && !brand.aggregatesOnly,
  });
  const cells = figures.data?.figures.find(({ metric }) => metric === 'segmented_engagement')?.cells ?? [];
  const valueOf = (key: string) => {
    const cell = cells.find((one) => one.key === key);
    return rate(cell?.numerator ?? null, cell?.denominator ?? null);
  };
  const [segmented, everyone] = [valueOf('segmented'), valueOf('everyone')];
  if (segmented === null || everyone === null) return null;
  return (
    <Section title={t('pushes.segmentedAgainst')} note={t('pushes.segmentedNote')}>
      <dl className={css.pair}>
        {([['pushes.toSegment', segmented], ['pushes.toEveryone', everyone]] as const).map(([label, value]) => (
          <Fragment key={label}><dt>{t(label)}</dt><dd className="num">{smallRate(value)}</dd></Fragment>
        ))}
        <dt>{t('pushes.lift')}</dt><dd className="num">{change(segmented / everyone - 1)}</dd>
      </dl>
    </Section>
  );
}
