import { Chart } from '../../../charts/chart.tsx';
import { intervals } from '../../../charts/intervals.ts';
import { useWords } from '../../../i18n/index.ts';
import { dayOfYear, points, share, smallRate } from '../../../lib/format.ts';
import type { Comparison } from './queries.ts';

interface IntervalChartProps {
  comparison: Comparison;
  control: string;
  treatment: string;
  metric: string;
}

/** The always-valid interval of the difference, a whisker a day: it holds whenever somebody looks. */
export function IntervalChart({ comparison: { looks }, control, treatment, metric }: IntervalChartProps) {
  const { t, language } = useWords();
  const small = looks.every(({ controlRate, treatmentRate }) => Math.max(controlRate, treatmentRate) < 0.02);
  const rate = small ? smallRate : share;
  const difference = (value: number) => points(value, small ? 2 : 1);
  const rows = looks.map((look) => ({
    name: dayOfYear(look.day, language), value: look.difference, low: look.low, high: look.high,
    facts: [
      [treatment, rate(look.treatmentRate)], [control, rate(look.controlRate)],
      [t('experiments.difference'), difference(look.difference)], [t('experiments.interval'), `${difference(look.low)} … ${difference(look.high)}`],
    ] as const,
  }));
  const last = rows.at(-1);
  return (
    <Chart
      title={t('experiments.chartTitle', { treatment, control, metric })}
      note={t('experiments.chartNote')}
      summary={last ? `${last.name}: ${last.facts.map(([name, value]) => `${name} ${value}`).join(', ')}` : t('experiments.tooEarly')}
      height={240}
      option={intervals({ intervals: rows, format: difference })}
      table={{
        header: [t('experiments.day'), control, treatment, t('experiments.difference'), t('experiments.low'), t('experiments.high')],
        rows: looks.map((look) => [look.day, look.controlRate, look.treatmentRate, look.difference, look.low, look.high]),
      }}
      fileName="experiment"
    />
  );
}
