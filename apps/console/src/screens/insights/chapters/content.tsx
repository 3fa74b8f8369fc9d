import { FigureGrid } from '../../../components/figure-card.tsx';
import { Section } from '../../../components/page.tsx';
import { useWords } from '../../../i18n/index.ts';
import { BarChart } from '../figures/bar-chart.tsx';
import { BestTime } from '../figures/best-time.tsx';
import { ColumnChart } from '../figures/column-chart.tsx';
import { MetricCard } from '../figures/metric-card.tsx';
import { CumulativeOpenRate } from '../figures/open-rate.tsx';
import { inUnit, shown } from '../figures/words.ts';
import type { Cell } from '../queries.ts';
import { cellOf, type Measured } from '../view.ts';
import css from './chapters.module.css';

/** What the pushes and their articles achieved (W-24 to W-26, W-34 to W-38). */
export function ContentChapter() {
  const { t } = useWords();
  const opens = ({ metric, figure }: Measured) => {
    const [top, second] = [cellOf(figure, '1')?.value, cellOf(figure, '2')?.value];
    return top && second ? t('insights.topOpens', { top: inUnit(metric.unit, top), second: inUnit(metric.unit, second) }) : null;
  };
  const most = ({ metric, figure }: Measured, name: (cell: Cell) => string) => {
    const first = figure.cells.filter(({ value }) => value).toSorted((a, b) => b.value! - a.value!)[0];
    return first ? t('insights.mostPostActions', { what: name(first), rate: shown(metric, first) }) : null;
  };
  // W-26. Whether the difference is more than chance is said by the sentences of the chapter, not by a title.
  const compared = ({ metric, figure }: Measured) => {
    const [segmented, everyone] = [cellOf(figure, 'segmented')?.value, cellOf(figure, 'everyone')?.value];
    return segmented && everyone ? t('insights.segmentedAndNot', { segmented: inUnit(metric.unit, segmented), everyone: inUnit(metric.unit, everyone) }) : null;
  };
  return (
    <>
      <FigureGrid>
        <MetricCard id="open_rate" />
        <MetricCard id="open_rate_by_position" cell="1" />
        <MetricCard id="post_engagement" />
        <MetricCard id="post_engagement_people" />
      </FigureGrid>
      <Section title={t('insights.rhythm')}>
        <div className={css.two}>
          <ColumnChart id="pushes_by_month" kind="months" />
          <ColumnChart id="articles_per_push" kind="amounts" />
        </div>
      </Section>
      <Section title={t('insights.opens')}>
        <div className={css.two}>
          <ColumnChart id="open_rate_by_position" kind="amounts" finding={opens} />
          <CumulativeOpenRate />
        </div>
      </Section>
      <Section title={t('insights.reactions')}>
        <div className={css.two}>
          <BarChart id="post_actions" finding={most} />
          <BarChart id="segmented_engagement" finding={compared} />
        </div>
      </Section>
      <Section title={t('insights.reading')}>
        <BarChart id="read_depth" />
        <div className={css.gap}><BestTime /></div>
      </Section>
    </>
  );
}
