import { places, type Place } from '../../../charts/dots.ts';
import { useWords } from '../../../i18n/index.ts';
import { benchmarkOf, cellOf, hasValues, useMeasured } from '../view.ts';
import { Absent, FigureChart } from './figure-chart.tsx';
import { atAxis, benchmarkText, enoughToCompare, inUnit, nameOf } from './words.ts';

/** W-19: which sources bring people who do something, and which bring people who leave. */
export function LoyaltyScatter() {
  const { t, language } = useWords();
  const active = useMeasured('monthly_active_by_source');
  const churn = useMeasured('churn_by_source');
  if (!active || !churn) return null;
  if (!hasValues(churn.figure)) return <Absent measured={churn} />;
  const both = active.figure.cells.flatMap((cell) => {
    const left = cellOf(churn.figure, cell.key)?.value;
    return cell.value !== null && left !== null && left !== undefined ? [{ cell, x: cell.value, y: left }] : [];
  });
  const words = (x: string, y: string) => [[active.metric.name[language], x], [churn.metric.name[language], y]] as const;
  const ours = both.map(({ cell, x, y }): Place => ({ name: nameOf(cell, language), x, y, kind: 'ours', facts: words(inUnit('rate', x), inUnit('rate', y)) }));
  const published = both.flatMap(({ cell }): Place[] => {
    const [x, y] = [benchmarkOf(active, cell.key), benchmarkOf(churn, cell.key)];
    return x && y && x.year === y.year
      ? [{ name: `${nameOf(cell, language)} · ${x.edition[language]}`, x: x.value!, y: y.value!, kind: 'benchmark', facts: words(benchmarkText('rate', x), benchmarkText('rate', y)) }]
      : [];
  });
  const known = both.filter(({ cell }) => cell.key !== 'unknown');
  const enough = (place: (typeof both)[number] | undefined) => (place?.cell.denominator ?? 0) >= enoughToCompare;
  const best = known.toSorted((a, b) => b.x - a.x)[0];
  const worst = known.toSorted((a, b) => b.y - a.y)[0];
  return (
    <FigureChart
      measured={active}
      cells={both.map(({ cell }) => cell)}
      title={best && worst && best !== worst && enough(best) && enough(worst)
        ? t('insights.activeAndLeaving', { active: nameOf(best.cell, language), leaving: nameOf(worst.cell, language) })
        : t('insights.activeOrLeaving')}
      note={t('insights.scatterNote')}
      height={340}
      option={places({ places: [...ours, ...published], xName: active.metric.name[language], yName: churn.metric.name[language], format: (value) => atAxis('rate', value, language) })}
      cellAt={(index, series) => (series === 'ours' ? both[index]?.cell : undefined)}
    />
  );
}
