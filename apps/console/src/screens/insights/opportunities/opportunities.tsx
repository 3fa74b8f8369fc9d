import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Page, Section } from '../../../components/page.tsx';
import { ChartBones, Empty, LineBones, Loaded } from '../../../components/states.tsx';
import { useWords } from '../../../i18n/index.ts';
import { count, date } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { SentenceList } from '../figures/sentences.tsx';
import { figuresQuery } from '../queries.ts';
import { ScopePicker, useScope } from '../scope-picker.tsx';
import { InsightTabs } from '../tabs.tsx';
import { sentencesOf } from '../view.ts';
import css from './opportunities.module.css';
import { liveValueQuery, plansQuery } from './queries.ts';
import { ValueChart } from './value-chart.tsx';

/** What to do next: where the money is (W-32), and how many followers are planned (W-07). */
export default function Opportunities() {
  const { t, language } = useWords();
  const brand = useBrand();
  const params = { brandId: String(brand.id) };
  // Stages are the brand’s, whichever account one came with.
  const { from, to } = useScope();
  const figures = useQuery(figuresQuery(brand.id, { from, to, assetId: undefined }));
  const value = useQuery(liveValueQuery(brand.id, { from, to }));
  const plans = useQuery(plansQuery(brand.id));
  const toPlanner = <Link to="/b/$brandId/insights/opportunities/planner" params={params}><Button tabIndex={-1}>{t('insights.plan.open')}</Button></Link>;
  return (
    <Page title={t('nav.insights')} tabs={<InsightTabs />} actions={<ScopePicker accounts={false} />}>
      {figures.data && <SentenceList texts={sentencesOf(figures.data, 'opportunities')} />}
      <Section
        title={t('insights.segmentValue')}
        note={t('insights.value.lead')}
        aside={<Link to="/b/$brandId/insights/opportunities/segment-value" params={params} search={true}>{t('insights.value.open')}</Link>}
      >
        <Loaded query={value} bones={<ChartBones />}>
          {({ rows, totalFen, notes }) => (
            <>
              <ValueChart rows={rows} />
              {totalFen === null && notes[0] && <p className={css.note}>{notes[0][language]}</p>}
            </>
          )}
        </Loaded>
      </Section>
      <Section title={t('insights.planner')} note={t('insights.plan.lead')} aside={toPlanner}>
        <Loaded query={plans} bones={<LineBones />}>
          {({ items }) => items.length === 0 ? <Empty title={t('insights.plan.none')}>{t('insights.plan.noneMore')}</Empty> : (
            <ul className={css.plans}>
              {items.map(({ id, name, startDay, plan }) => (
                <li key={id}>
                  <Link to="/b/$brandId/insights/opportunities/planner" params={params} search={{ plan: id }}>{name}</Link>
                  <span className="quiet">{t('insights.plan.from', { day: date(`${startDay}T12:00:00+08:00`, language) })}</span>
                  <span className="num">{t('insights.plan.targetOf', { target: count(plan.target) })}</span>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </Section>
    </Page>
  );
}
