import { places, type Place } from '../../../charts/dots.ts';
import { useWords } from '../../../i18n/index.ts';
import { benchmarkOf, cellOf, hasValues, middleOf, useMeasured } from '../view.ts';
import { Absent, FigureChart } from './figure-chart.tsx';
import { atAxis, benchmarkText, inUnit, leads, nameOf } from './words.ts';

/** W-19: which sources bring people who do something, and which bring people who leave. */
export function LoyaltyScatter() {
  const { t, language } = useWords();
  const active = useMeasured('monthly_active_by_source');
  const churn = useMeasured('churn_by_source');
  if (!active || !churn) return null;
  if (!hasValues(churn.figure)) return <Absent measured={churn} />;
  const both = active.figure.cells.flatMap((cell) => {
    const left = cellOf(churn.figure, cell.key);
    return cell.value !== null && left && left.value !== null ? [{ cell, x: cell.value, y: left.value, left }] : [];
  });
  const words = (x: string, y: string) => [[active.metric.name[language], x], [churn.metric.name[language], y]] as const;
  const ours = both.map(({ cell, x, y }): Place => ({ name: nameOf(cell, language), x, y, kind: 'ours', facts: words(inUnit('rate', x), inUnit('rate', y)) }));
  const published = both.flatMap(({ cell }): Place[] => {
    const [x, y] = [benchmarkOf(active, cell.key), benchmarkOf(churn, cell.key)];
    return x && y && x.year === y.year
      ? [{ name: `${nameOf(cell, language)} · ${x.edition[language]}`, x: middleOf(x), y: middleOf(y), kind: 'benchmark', facts: words(benchmarkText('rate', x), benchmarkText('rate', y)) }]
      : [];
  });
  const known = both.filter(({ cell }) => cell.key !== 'unknown');
  const byActivity = known.toSorted((a, b) => b.x - a.x);
  const byChurn = known.toSorted((a, b) => b.y - a.y);
  const told = leads(byActivity.map(({ cell, x }) => ({ value: x, of: cell.denominator ?? 0 }))) && leads(byChurn.map(({ left, y }) => ({ value: y, of: left.denominator ?? 0 })));
  return (
    <FigureChart
      measured={active}
      cells={both.map(({ cell }) => cell)}
      title={told ? t('insights.activeAndLeaving', { active: nameOf(byActivity[0]!.cell, language), leaving: nameOf(byChurn[0]!.cell, language) }) : t('insights.activeOrLeaving')}
      note={t('insights.scatterNote')}
      height={340}
      option={places({ places: [...ours, ...published], xName: active.metric.name[language], yName: churn.metric.name[language], format: (value) => atAxis('rate', value, language) })}
      cellAt={(index, series) => (series === 'ours' ? both[index]?.cell : undefined)}
    />
  );
}
