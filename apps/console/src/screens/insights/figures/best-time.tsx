import { heat, heatHeight } from '../../../charts/heat.ts';
import { useWords } from '../../../i18n/index.ts';
import { useMeasured } from '../view.ts';
import { FigureChart } from './figure-chart.tsx';
import { exact } from './words.ts';
import { useFacts } from './facts.ts';

/** A Monday: the days of the week are named from here. */
const monday = Date.UTC(2024, 0, 1);

/** When followers do something, by the hours they did it: a week of Asia/Shanghai. */
export function BestTime() {
  const { t, language } = useWords();
  const measured = useMeasured('best_time');
  const factsOf = useFacts();
  if (!measured) return null;
  const { figure } = measured;
  const weekday = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'short', timeZone: 'UTC' });
  const days = Array.from({ length: 7 }, (_, day) => weekday.format(monday + day * 86_400_000));
  const found = new Map(figure.cells.map((cell) => [cell.key, cell]));
  const cells = Array.from({ length: 7 * 24 }, (_, index) => {
    const [day, hour] = [Math.floor(index / 24), index % 24];
    return { day, hour, cell: found.get(`${day + 1}-${hour}`) };
  });
  const hourWords = (day: number, hour: number) => `${days[day]} ${String(hour).padStart(2, '0')}:00–${String(hour + 1).padStart(2, '0')}:00`;
  const best = cells.toSorted((a, b) => (b.cell?.numerator ?? 0) - (a.cell?.numerator ?? 0))[0]!;
  return (
    <FigureChart
      measured={measured}
      cells={best.cell ? [best.cell] : []}
      title={best.cell?.numerator ? t('insights.bestTime', { time: hourWords(best.day, best.hour), actions: exact(best.cell.numerator) }) : null}
      note={t('insights.bestTimeNote')}
      height={heatHeight}
      option={heat({
        hours: cells.map(({ day, hour, cell }) => ({ day, hour, value: cell?.numerator ?? 0, facts: cell ? factsOf(measured, cell) : [] })),
        days,
        heading: ({ day, hour }) => hourWords(day, hour),
      })}
      cellAt={(index) => cells[index]?.cell}
    />
  );
}
