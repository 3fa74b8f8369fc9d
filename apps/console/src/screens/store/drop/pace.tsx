import { useMemo } from 'react';
import { columns } from '../../../charts/columns.ts';
import { Chart } from '../../../charts/chart.tsx';
import { Section } from '../../../components/page.tsx';
import { useWords } from '../../../i18n/index.ts';
import { count } from '../../../lib/format.ts';
import type { Drop } from './queries.ts';

const timeOf = (from: string, index: number): string => new Date(Date.parse(from) + index * 1000).toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai' });

/** Orders in each second, of two minutes at most. */
export function Pace({ drop: { pace, orders } }: { drop: Drop }) {
  const { t } = useWords();
  const option = useMemo(() => columns({
    columns: pace.seconds.map((value, index) => ({ name: timeOf(pace.from, index), value, facts: [[t('drop.orders'), count(value)]] })),
    format: count, whole: true,
  }), [pace, t]);
  if (orders.placed === 0) return <Section title={t('drop.pace')}><p className="caption">{t('drop.noOrders')}</p></Section>;
  const title = t('drop.paceTitle', { peak: count(pace.peak) });
  const summary = t('drop.paceSummary', { peak: count(pace.peak), orders: count(orders.placed), cancelled: count(orders.cancelled), seconds: pace.seconds.length, from: timeOf(pace.from, 0) });
  const rows = pace.seconds.map((value, index) => [new Date(Date.parse(pace.from) + index * 1000).toISOString(), value]);
  return <Section title={t('drop.pace')}><Chart title={title} note={summary} summary={summary} height={220} option={option} fileName="drop-pace" table={{ header: [t('drop.second'), t('drop.orders')], rows }} /></Section>;
}
