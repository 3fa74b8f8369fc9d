import { useQuery } from '@tanstack/react-query';
import { Chart } from '../../charts/chart.tsx';
import { timeLines } from '../../charts/options.ts';
import { ChartBones, Loaded } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { bigCount, count, date, difference } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { historyQuery, type Segment } from './queries.ts';

/** Members day by day over the last year. */
export function History({ segment }: { segment: Segment }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const history = useQuery(historyQuery(brand.id, segment.id));
  return (
    <Loaded query={history} bones={<ChartBones height={200} />}>
      {({ items }) => {
        const known = items.filter((point): point is { day: string; size: number } => point.size !== null);
        const [first, last] = [known[0], known.at(-1)];
        if (!first || !last || known.length < 2) return <p className="quiet">{t('audience.noHistory')}</p>;
        // The day is not over: its last point is older than the segment.
        const now = segment.size ?? last.size;
        const title = t(now === first.size ? 'audience.historySame' : 'audience.historyTitle', { shown: bigCount(now, language), change: difference(now - first.size), day: date(first.day, language) });
        return (
          <Chart
            title={title}
            summary={title}
            height={200}
            option={timeLines({ days: items.map(({ day }) => day), series: [{ name: t('audience.members'), values: items.map(({ size }) => size) }], language, format: count })}
            table={{ header: [t('recruitment.day'), t('audience.members')], rows: items.map(({ day, size }) => [day, size]) }}
            fileName={`segment-${segment.id}`}
          />
        );
      }}
    </Loaded>
  );
}
