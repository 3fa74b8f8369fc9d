import { FigureGrid } from '../../../components/figure-card.tsx';
import { Section } from '../../../components/page.tsx';
import { useWords } from '../../../i18n/index.ts';
import { bigCount } from '../../../lib/format.ts';
import { BarChart } from '../figures/bar-chart.tsx';
import { GrowthByMonth } from '../figures/growth-by-month.tsx';
import { MetricCard } from '../figures/metric-card.tsx';
import { inUnit, leads, shown } from '../figures/words.ts';
import { PushMoves } from '../figures/push-moves.tsx';
import { RecruitmentTable } from '../figures/recruitment-table.tsx';
import type { Cell } from '../queries.ts';
import { useInsights, type Measured } from '../view.ts';
import css from './chapters.module.css';

/** How the community grows, from where, and who stays (W-02 to W-13). */
export function AcquisitionChapter() {
  const { t, language } = useWords();
  const { catalogue } = useInsights();
  const most = ({ metric, figure }: Measured, name: (cell: Cell) => string) => {
    const first = figure.cells.filter(({ key, value }) => value && key !== 'unknown').toSorted((a, b) => b.value! - a.value!)[0];
    return first ? t('insights.mostFrom', { source: name(first), share: shown(metric, first), people: bigCount(first.numerator ?? 0, language) }) : null;
  };
  const leaveMost = (key: 'insights.leaveMost' | 'insights.leaveMostInPeriod') => ({ metric, figure }: Measured, name: (cell: Cell) => string) => {
    const known = figure.cells.filter(({ key: source, value }) => value && source !== 'unknown').toSorted((a, b) => b.value! - a.value!);
    // The chart shows small sources too: where one of them leads, or none leads clearly, nothing is claimed.
    return leads(known.map(({ value, denominator }) => ({ value: value!, of: denominator ?? 0 }))) ? t(key, { source: name(known[0]!), rate: inUnit(metric.unit, known[0]!.value!) }) : null;
  };
  return (
    <>
      <FigureGrid>
        <MetricCard id="community_growth" series="growth_by_month" />
        <MetricCard id="paid_share" />
        <MetricCard id="unfollow_after_push" />
        {catalogue.has('cost_per_kept') && <MetricCard id="cost_per_kept" cell="ads" />}
      </FigureGrid>
      <Section title={t('insights.growth')}><GrowthByMonth /></Section>
      <Section title={t('insights.sources')}>
        <BarChart id="recruitment_sources" finding={most} />
        <RecruitmentTable />
      </Section>
      <Section title={t('insights.churn')} note={t('insights.churnNote')}>
        <div className={css.two}>
          <BarChart id="churn_by_source" finding={leaveMost('insights.leaveMost')} />
          <BarChart id="churn_in_period" finding={leaveMost('insights.leaveMostInPeriod')} />
        </div>
      </Section>
      <Section title={t('insights.pushMoves')} note={t('insights.pushMovesNote')}><PushMoves /></Section>
    </>
  );
}
