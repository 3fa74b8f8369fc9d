import { whiskers } from '../../../charts/dots.ts';
import { useWords } from '../../../i18n/index.ts';
import { useMeasured } from '../view.ts';
import { useFacts } from './facts.ts';
import { FigureChart } from './figure-chart.tsx';
import { secondArticle } from './titles.ts';
import { atAxis, inUnit, nameOf } from './words.ts';

/** W-36: how many opened at least one article; an interval where the platform's figures allow no more. */
export function CumulativeOpenRate() {
  const { t, language } = useWords();
  const measured = useMeasured('open_rate_cumulative');
  const factsOf = useFacts();
  if (!measured) return null;
  const { metric, figure } = measured;
  const found = secondArticle(figure);
  return (
    <FigureChart
      measured={measured}
      title={found && t('insights.secondArticle', { one: inUnit('rate', found.one), two: inUnit('rate', found.two) })}
      note={t('insights.cumulativeNote')}
      height={240}
      option={whiskers({
        dots: figure.cells.map((cell) => ({
          name: nameOf(cell, language), value: cell.value, low: cell.low, high: cell.high,
          facts: [
            ...(cell.low !== undefined && cell.high !== undefined ? [[t('insights.between'), `${inUnit('rate', cell.low)} – ${inUnit('rate', cell.high)}`] as const] : []),
            ...factsOf(measured, cell),
          ],
        })),
        format: (value) => atAxis(metric.unit, value, language),
      })}
    />
  );
}
