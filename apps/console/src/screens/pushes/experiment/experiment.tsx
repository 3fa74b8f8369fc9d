import { Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../../../api/client.ts';
import { FigureCard, FigureGrid } from '../../../components/figure-card.tsx';
import { Count, When } from '../../../components/number.tsx';
import { Page, Section } from '../../../components/page.tsx';
import { FigureBones, Loaded } from '../../../components/states.tsx';
import { TypedConfirm } from '../../../components/typed-confirm.tsx';
import { useTelling } from '../../../components/use-telling.ts';
import { useWords } from '../../../i18n/index.ts';
import { count, share, smallRate } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { ArmsTable } from './arms-table.tsx';
import { armNames } from './arms.ts';
import css from './experiment.module.css';
import { IntervalChart } from './interval-chart.tsx';
import { experimentQuery, experimentsKey, type ExperimentResult, type MetricResult } from './queries.ts';

export default function ExperimentPage() {
  const { t } = useWords();
  const brand = useBrand();
  const { experimentId } = useParams({ from: '/b/$brandId/experiments/$experimentId' });
  const experiment = useQuery(experimentQuery(brand.id, experimentId));
  const params = { brandId: String(brand.id) };
  return (
    <Page
      title={experiment.data?.hypothesis ?? t('nav.experiments')}
      back={<Link to="/b/$brandId/experiments" params={params}>{t('experiments.back')}</Link>}
      lead={experiment.data && (
        <>
          {t(`experiments.state_${experiment.data.state}`)} · <Link to="/b/$brandId/pushes/$pushId" params={{ ...params, pushId: experiment.data.pushId }}>{experiment.data.push.title}</Link>
          {experiment.data.endsAt && <> · {t(experiment.data.state === 'over' ? 'experiments.ended' : 'experiments.ends')} <When at={experiment.data.endsAt} /></>}
        </>
      )}
      actions={experiment.data && <Actions experiment={experiment.data} />}
    >
      <Loaded query={experiment} bones={<FigureBones />}>{(data) => <Result experiment={data} />}</Loaded>
    </Page>
  );
}

/** A question can be taken back before its push is frozen, and ended while it runs. */
function Actions({ experiment }: { experiment: ExperimentResult }) {
  const { t } = useWords();
  const brand = useBrand();
  const telling = useTelling();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [stopping, setStopping] = useState(false);
  const path = { brandId: brand.id, experimentId: experiment.id };
  const refresh = () => queryClient.invalidateQueries({ queryKey: experimentsKey(brand.id) });
  if (!brand.can('pushes:write')) return null;
  const remove = () => telling(async () => {
    await ask(api.DELETE('/api/brands/{brandId}/experiments/{experimentId}', { params: { path } }));
    await refresh();
    await navigate({ to: '/b/$brandId/experiments', params: { brandId: String(brand.id) } });
  });
  const stop = async () => {
    await ask(api.POST('/api/brands/{brandId}/experiments/{experimentId}/stop', { params: { path } }));
    await refresh();
  };
  if (experiment.push.frozenAt === null) return <Button danger onClick={() => void remove()}>{t('experiments.remove')}</Button>;
  if (experiment.state !== 'running') return null;
  return (
    <>
      <Button onClick={() => setStopping(true)}>{t('experiments.stop')}</Button>
      <TypedConfirm open={stopping} title={t('experiments.stop')} expected={experiment.push.title} verb={t('experiments.stop')} onConfirm={stop} onClose={() => setStopping(false)}>
        {t('experiments.stopWarning')}
      </TypedConfirm>
    </>
  );
}

function Result({ experiment }: { experiment: ExperimentResult }) {
  const { t, language } = useWords();
  const { verdict, split, plan, results } = experiment;
  const [main] = results;
  const sound = split === null || split.sound;
  return (
    <>
      {!sound && <p className={css.alarm} role="alert">{verdict?.text[language]} {t('experiments.splitAlarm')}</p>}
      {sound && verdict && <p className={css.verdict} data-kind={verdict.kind}>{verdict.text[language]}</p>}
      <FigureGrid>
        {main && <MainFigures experiment={experiment} metric={main} />}
        <FigureCard
          label={t('experiments.perArm')}
          value={plan.perArm === null ? null : <Count value={plan.perArm} />}
          missing={t('experiments.notFrozen')}
          delta={{ text: count(plan.required), against: t('experiments.needs', { power: share(experiment.power), lift: share(experiment.worthFinding) }) }}
          definition={{ meaning: t('experiments.perArmMeaning'), source: t('experiments.fromPlan') }}
        />
        <FigureCard
          label={t('experiments.planPower')}
          value={plan.power === null ? null : share(plan.power)}
          missing={t('experiments.notFrozen')}
          definition={{ meaning: t('experiments.planPowerMeaning'), source: t('experiments.fromPlan') }}
        />
      </FigureGrid>
      {results.map((metric) => <MetricSection key={metric.metric} experiment={experiment} metric={metric} />)}
      {split && <Section title={t('experiments.split')} note={t('experiments.splitNote', { p: split.p < 0.001 ? '< 0.001' : `= ${split.p.toFixed(3)}` })}><ArmsTable experiment={experiment} metric={null} /></Section>}
      <Section title={t('experiments.question')}><Question experiment={experiment} /></Section>
    </>
  );
}

/** Of the first comparison of the metric that decides. */
function MainFigures({ experiment, metric }: { experiment: ExperimentResult; metric: MetricResult }) {
  const { t } = useWords();
  const nameOf = armNames(experiment);
  const [comparison] = metric.comparisons;
  const arm = metric.arms.find(({ variant }) => variant === comparison?.variant);
  if (!comparison || !arm) return null;
  return (
    <>
      <FigureCard
        label={t('experiments.beats', { treatment: nameOf(arm.variant), control: nameOf(experiment.control) })}
        value={arm.beatsControl === null ? null : share(arm.beatsControl)}
        missing={t('experiments.tooEarly')}
        definition={{ meaning: t('experiments.beatsMeaning'), source: t('experiments.fromFigures') }}
      />
      <FigureCard
        label={t('experiments.loss')}
        value={arm.expectedLoss === null ? null : smallRate(arm.expectedLoss)}
        missing={t('experiments.lossMissing')}
        definition={{ meaning: t('experiments.lossMeaning', { treatment: nameOf(arm.variant) }), source: t('experiments.fromFigures') }}
      />
    </>
  );
}

function MetricSection({ experiment, metric }: { experiment: ExperimentResult; metric: MetricResult }) {
  const { t, language } = useWords();
  const nameOf = armNames(experiment);
  return (
    <Section title={capital(metric.name[language])} note={metric.definition[language]}>
      {metric.comparisons.map((comparison) => (
        <div key={comparison.variant}>
          {experiment.results.length + metric.comparisons.length > 2 && <p className={css.compared}>{comparison.verdict.text[language]}</p>}
          {comparison.looks.length > 0 && <IntervalChart comparison={comparison} control={nameOf(experiment.control)} treatment={nameOf(comparison.variant)} metric={metric.name[language]} />}
          {comparison.explained !== null && comparison.explained > 0.005 && <p className="caption">{t('experiments.explained', { part: share(comparison.explained) })}</p>}
        </div>
      ))}
      <ArmsTable experiment={experiment} metric={metric} />
    </Section>
  );
}

function Question({ experiment }: { experiment: ExperimentResult }) {
  const { t, language } = useWords();
  const { elementName, control, worthFinding, power, days, alsoDiffer } = experiment;
  const comma = language === 'zh' ? '、' : ', ';
  return (
    <dl className={css.facts}>
      <dt>{t('experiments.element')}</dt><dd>{elementName[language]}</dd>
      {alsoDiffer.length > 0 && <><dt>{t('experiments.alsoDiffer')}</dt><dd>{t('experiments.alsoDifferNote', { elements: alsoDiffer.map((name) => name[language]).join(comma) })}</dd></>}
      <dt>{t('experiments.control')}</dt><dd>{armNames(experiment)(control)}</dd>
      <dt>{t('experiments.worthFinding')}</dt><dd>{share(worthFinding)}</dd>
      <dt>{t('experiments.power')}</dt><dd>{share(power)}</dd>
      <dt>{t('experiments.days')}</dt><dd>{days}</dd>
    </dl>
  );
}

/** Metrics are named as they stand in a sentence. */
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
