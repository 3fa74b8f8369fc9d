import { bars, barsHeight } from '../../../charts/bars.ts';
import { Chart } from '../../../charts/chart.tsx';
import { useWords } from '../../../i18n/index.ts';
import { count } from '../../../lib/format.ts';
import css from './planner.module.css';
import type { Plan } from './queries.ts';

/** What the plan comes to: the target, the four blocks with their arithmetic, and what was taken for granted. */
export function PlanResult({ plan, followers }: { plan: Plan; followers: number }) {
  const { t, language } = useWords();
  const percentOf = ({ percent }: Plan['blocks'][number]) => (percent === null ? '' : ` · ${percent}\u202F%`);
  const largest = plan.blocks.toSorted((a, b) => b.value - a.value)[0];
  const title = plan.delta > 0 && largest ? t('insights.plan.finding', { block: largest.name[language], percent: largest.percent }) : t('insights.plan.blocks');
  return (
    <div className={css.result}>
      <div className={css.target}>
        <span className="quiet">{t('insights.plan.target')}</span>
        <strong>{count(plan.target)}</strong>
        <span>{t('insights.plan.delta', { delta: count(plan.delta), followers: count(followers) })}</span>
      </div>
      <Chart
        title={title}
        summary={plan.blocks.map((block) => `${block.name[language]} ${count(block.value)}${percentOf(block)}`).join('; ')}
        height={barsHeight(plan.blocks.length)}
        option={bars({
          bars: plan.blocks.map((block) => ({
            name: block.name[language], value: block.value, label: `${count(block.value)}${percentOf(block)}`,
            facts: [[block.name[language], count(block.value)], ...block.parts.map((part) => [part.name[language], count(part.value)] as const)],
          })),
        })}
        table={{ header: [t('insights.plan.block'), t('insights.plan.people'), '%'], rows: plan.blocks.map((block) => [block.name[language], block.value, block.percent]) }}
        fileName="kpi-plan"
      />
      <ol className={css.formulas} aria-label={t('insights.plan.inWords')}>
        {plan.blocks.map((block) => (
          <li key={block.key}>
            <b>{block.name[language]}</b>
            {block.parts.map((part) => <p key={part.key}>{part.formula[language]}</p>)}
            <p>{block.formula[language]}</p>
          </li>
        ))}
        <li><p>{plan.formulas.delta[language]}</p><p className={css.sum}>{plan.formulas.target[language]}</p></li>
      </ol>
      <ul className={css.checklist} aria-label={t('insights.plan.assets')}>
        {plan.assets.map(({ key, name, ready, effect }) => (
          <li key={key} data-ready={ready}><b>{name[language]}</b> <span>{t(ready ? 'insights.plan.ready' : 'insights.plan.notReady')}</span><p>{effect[language]}</p></li>
        ))}
      </ul>
      {plan.assumptions.map((text) => <p key={text.en} className="caption">{text[language]}</p>)}
    </div>
  );
}
