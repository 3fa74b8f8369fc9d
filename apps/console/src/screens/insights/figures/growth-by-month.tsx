import { useQuery } from '@tanstack/react-query';
import { columns } from '../../../charts/columns.ts';
import { short } from '../../../charts/options.ts';
import { useWords } from '../../../i18n/index.ts';
import { difference } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { annotationsQuery } from '../queries.ts';
import { useInsights, useMeasured } from '../view.ts';
import { Annotations } from './annotations.tsx';
import { useFacts } from './facts.ts';
import { FigureChart } from './figure-chart.tsx';
import { bestMonth } from './titles.ts';
import { inUnit, nameOf } from './words.ts';

/** Net new followers of each month (W-02), with what happened (W-06). */
export function GrowthByMonth() {
  const { t, language } = useWords();
  const brand = useBrand();
  const { scope } = useInsights();
  const measured = useMeasured('growth_by_month');
  const whole = useMeasured('community_growth');
  const annotations = useQuery(annotationsQuery(brand.id, scope)).data?.items ?? [];
  const factsOf = useFacts();
  if (!measured) return null;
  const { metric, figure } = measured;
  const months = figure.cells.map(({ key }) => key);
  const found = bestMonth(figure, whole?.figure);
  const marks = annotations.flatMap(({ day, text }, number) => {
    const index = months.indexOf(day.slice(0, 7));
    return index === -1 ? [] : [{ index, label: annotations.length > 4 ? String(number + 1) : clipped(text) }];
  });
  return (
    <>
      <FigureChart
        measured={measured}
        title={found && t('insights.bestMonth', { month: nameOf(found.best, language), net: difference(found.net), total: difference(found.total) })}
        note={t('insights.growthNote')}
        option={columns({
          columns: figure.cells.map((cell) => ({ name: nameOf(cell, language), value: cell.numerator, facts: [...factsOf(measured, cell), ...(cell.value === null ? [] : [[metric.name[language], inUnit(metric.unit, cell.value)] as const])] })),
          format: (value) => short(value, language),
          whole: true,
          label: difference,
          marks,
        })}
      />
      <Annotations annotations={annotations} numbered={annotations.length > 4} />
    </>
  );
}

/** As much of a note as stands above a column: twelve characters of Chinese, twice as many of Latin. */
function clipped(text: string): string {
  const most = /[\u4e00-\u9fff]/.test(text) ? 12 : 24;
  return [...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text;
}
