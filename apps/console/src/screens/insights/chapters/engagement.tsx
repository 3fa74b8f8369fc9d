import { FigureGrid } from '../../../components/figure-card.tsx';
import { Section } from '../../../components/page.tsx';
import { useWords } from '../../../i18n/index.ts';
import { BarChart } from '../figures/bar-chart.tsx';
import { LoyaltyScatter } from '../figures/loyalty-scatter.tsx';
import { MetricCard } from '../figures/metric-card.tsx';
import { MonthlyActive } from '../figures/monthly-active.tsx';
import { StageMoves } from '../figures/stage-moves.tsx';
import { shown } from '../figures/words.ts';
import type { Cell } from '../queries.ts';
import type { Measured } from '../view.ts';
import css from './chapters.module.css';

/** Who is active, where they came from and what they do (W-14 to W-29). */
export function EngagementChapter() {
  const { t } = useWords();
  const largest = (key: 'insights.mostActions' | 'insights.mostMenu') => ({ metric, figure }: Measured, name: (cell: Cell) => string) => {
    const first = figure.cells.filter(({ value }) => value).toSorted((a, b) => b.value! - a.value!)[0];
    return first ? t(key, { what: name(first), share: shown(metric, first) }) : null;
  };
  return (
    <>
      <FigureGrid>
        <MetricCard id="active_followers" />
        <MetricCard id="monthly_active" series="monthly_active_by_month" />
        <MetricCard id="action_types" cell="menu" />
        <MetricCard id="post_engagement_people" />
      </FigureGrid>
      <Section title={t('insights.activeByMonth')}><MonthlyActive /></Section>
      <Section title={t('insights.activeAgainstChurn')}><LoyaltyScatter /></Section>
      <Section title={t('insights.whatTheyDo')}>
        <div className={css.two}>
          <BarChart id="action_types" finding={largest('insights.mostActions')} />
          <BarChart id="menu_categories" finding={largest('insights.mostMenu')} onlyFound />
        </div>
      </Section>
      <Section title={t('insights.stages')}>
        <div className={css.two}>
          <BarChart id="stage_counts" />
          <StageMoves />
        </div>
      </Section>
      <Section title={t('insights.matrix')}><BarChart id="matrix_completeness" /></Section>
    </>
  );
}
