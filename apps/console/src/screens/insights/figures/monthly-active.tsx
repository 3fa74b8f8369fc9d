import { timeLines } from '../../../charts/options.ts';
import { useWords } from '../../../i18n/index.ts';
import { benchmarkOf, middleOf, useMeasured } from '../view.ts';
import { FigureChart } from './figure-chart.tsx';
import { oneIn } from './titles.ts';
import { benchmarkText, inUnit } from './words.ts';

/** W-18: the part of the followers that did something, month by month, beside the study's yearly mean. */
export function MonthlyActive() {
  const { t, language } = useWords();
  const measured = useMeasured('monthly_active_by_month');
  const mean = useMeasured('monthly_active');
  if (!measured) return null;
  const { metric, figure } = measured;
  const often = oneIn(mean?.figure);
  const benchmark = mean ? benchmarkOf(mean, '') : undefined;
  return (
    <FigureChart
      measured={measured}
      title={often && t('insights.oneIn', { number: often.number, rate: inUnit('rate', often.rate) })}
      note={often ? metric.name[language] : undefined}
      option={timeLines({
        days: figure.cells.map(({ key }) => `${key}-15`),
        series: [{ name: metric.name[language], values: figure.cells.map((cell) => cell.value) }],
        language,
        grain: 'month',
        format: (rate) => inUnit('rate', rate),
        ...(benchmark ? { benchmark: { value: middleOf(benchmark), label: `${benchmark.edition[language]}\n${benchmarkText('rate', benchmark)}` } } : {}),
      })}
    />
  );
}
