import { useMemo } from 'react';
import { columns } from '../../../charts/columns.ts';
import { Chart } from '../../../charts/chart.tsx';
import { Section } from '../../../components/page.tsx';
import { useWords } from '../../../i18n/index.ts';
import { count, dateTime } from '../../../lib/format.ts';
import type { Drop } from './queries.ts';

/** Orders in each second of two minutes. */
export function Pace({ drop: { pace, orders } }: { drop: Drop }) {
  const { t, language } = useWords();
  const option = useMemo(() => columns({
    columns: pace.seconds.map((value, index) => {
      const name = new Date(Date.parse(pace.from) + index * 1000).toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai' });
      return { name, value, facts: [[t('drop.orders'), count(value)]] };
    }),
    format: count, whole: true,
  }), [pace, t]);
  if (orders.placed === 0) return <Section title={t('drop.pace')}><p className="caption">{t('drop.noOrders')}</p></Section>;
  const title = t('drop.paceTitle', { peak: count(pace.peak) });
  const summary = t('drop.paceSummary', { peak: count(pace.peak), orders: count(orders.placed), cancelled: count(orders.cancelled), from: dateTime(pace.from, language) });
  const rows = pace.seconds.map((value, index) => [new Date(Date.parse(pace.from) + index * 1000).toISOString(), value]);
  return <Section title={t('drop.pace')}><Chart title={title} note={summary} summary={summary} height={220} option={option} fileName="drop-pace" table={{ header: [t('drop.second'), t('drop.orders')], rows }} /></Section>;
}
