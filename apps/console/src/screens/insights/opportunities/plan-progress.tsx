import { useQuery } from '@tanstack/react-query';
import { Chart } from '../../../charts/chart.tsx';
import { timeLines } from '../../../charts/options.ts';
import { ChartBones, Empty, Loaded } from '../../../components/states.tsx';
import { useWords } from '../../../i18n/index.ts';
import { count, date, difference } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { progressQuery } from './queries.ts';

/** Plan against actual, week by week, from the start of the plan's year. */
export function PlanProgress({ planId }: { planId: string }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const progress = useQuery(progressQuery(brand.id, planId));
  return (
    <Loaded query={progress} bones={<ChartBones />}>
      {({ weeks, asOf, planned, net, spread }) => {
        if (asOf === null) return <Empty title={t('insights.plan.notBegun')}>{t('insights.plan.notBegunMore')}</Empty>;
        const title = net === null ? t('insights.plan.actual') : t(net >= planned ? 'insights.plan.ahead' : 'insights.plan.behind', { by: count(Math.abs(net - planned)), day: date(`${asOf}T12:00:00+08:00`, language), net: difference(net), planned: difference(planned) });
        return (
          <Chart
            title={title}
            note={weeks.some(({ suppressed }) => suppressed) ? <>{spread[language]} {t('figure.suppressedNote')}</> : spread[language]}
            summary={title}
            option={timeLines({
              days: weeks.map(({ to }) => to),
              series: [{ name: t('insights.plan.actual'), values: weeks.map(({ netTotal }) => netTotal) }, { name: t('insights.plan.planned'), values: weeks.map(({ plannedTotal }) => plannedTotal) }],
              language,
            })}
            table={{
              header: [t('insights.plan.week'), t('contacts.from'), t('contacts.to'), t('insights.plan.planned'), t('insights.plan.plannedTotal'), t('recruitment.follows'), t('recruitment.unfollows'), t('insights.net'), t('insights.plan.actual')],
              rows: weeks.map((week) => {
                const why = week.suppressed && t(`figure.${week.suppressed}`);
                return [week.week, week.from, week.to, week.planned, week.plannedTotal, why ?? week.followed, why ?? week.unfollowed, why ?? week.net, week.netTotal];
              }),
            }}
            fileName="plan-against-actual"
          />
        );
      }}
    </Loaded>
  );
}
