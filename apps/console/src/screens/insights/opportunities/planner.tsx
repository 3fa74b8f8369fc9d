import { App, Button, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../../../api/client.ts';
import { ApiError } from '../../../api/problem.ts';
import { Page, Section } from '../../../components/page.tsx';
import { Failure, LineBones } from '../../../components/states.tsx';
import { TypedConfirm } from '../../../components/typed-confirm.tsx';
import { useWords } from '../../../i18n/index.ts';
import { readDraft, useDraft } from '../../../lib/use-draft.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { InsightTabs } from '../tabs.tsx';
import { PlanFields } from './plan-fields.tsx';
import { PlanProgress } from './plan-progress.tsx';
import { PlanResult } from './plan-result.tsx';
import css from './planner.module.css';
import { plansQuery, presetsQuery, previewQuery, type PlanInputs, type SavedPlan } from './queries.ts';
import { SavePlan } from './save-plan.tsx';

/** How many followers next year, and from where (W-07 to W-09). */
export default function Planner() {
  const { t } = useWords();
  const brand = useBrand();
  const { plan: planId } = useSearch({ from: '/b/$brandId/insights/opportunities/planner' });
  const plans = useQuery(plansQuery(brand.id));
  const presets = useQuery(presetsQuery(brand.id));
  const error = plans.error ?? presets.error;
  if (!plans.data || !presets.data) {
    return (
      <Page title={t('insights.planner')} tabs={<InsightTabs />}>
        {error ? <Failure error={error} retry={() => { void plans.refetch(); void presets.refetch(); }} /> : <div aria-busy="true"><LineBones count={6} /></div>}
      </Page>
    );
  }
  const plan = plans.data.items.find(({ id }) => id === planId) ?? null;
  const first = presets.data.items[0];
  const start = plan?.inputs ?? readDraft<PlanInputs>(`plan-${brand.id}`) ?? first?.inputs;
  return start ? <Editor key={plan ? `${plan.id} ${plan.version}` : 'new'} plan={plan} plans={plans.data.items} presets={presets.data.items} start={start} /> : null;
}

interface EditorProps {
  plan: SavedPlan | null;
  plans: readonly SavedPlan[];
  presets: readonly { id: string; name: { zh: string; en: string }; inputs: PlanInputs }[];
  start: PlanInputs;
}

function Editor({ plan, plans, presets, start }: EditorProps) {
  const { t, language } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [inputs, setInputs] = useState<PlanInputs>(start);
  const [saving, setSaving] = useState(false);
  const [removing, setRemoving] = useState(false);
  const draft = useDraft(plan ? `plan-${brand.id}-${plan.id}` : `plan-${brand.id}`, inputs);
  const preview = useQuery(previewQuery(brand.id, inputs));
  const wrong = preview.error instanceof ApiError && preview.error.field ? { field: preview.error.field, message: preview.error.message } : null;
  const may = brand.can('insights:write');
  const go = (id: string | undefined) => void navigate({ to: '.', search: id ? { plan: id } : {}, replace: true });
  const choose = (value: string) => {
    const [kind, id] = value.split(':');
    if (kind === 'plan') return go(id);
    const preset = presets.find((one) => one.id === id);
    if (preset) setInputs(preset.inputs);
    if (plan) go(undefined);
  };
  const remove = async () => {
    await ask(api.DELETE('/api/brands/{brandId}/insights/plans/{planId}', { params: { path: { brandId: brand.id, planId: plan!.id } } }));
    await queryClient.invalidateQueries({ queryKey: ['brand', brand.id, 'insights-plans'] });
    go(undefined);
  };
  return (
    <Page
      title={plan?.name ?? t('insights.planner')}
      lead={t('insights.plan.lead')}
      back={<Link to="/b/$brandId/insights/opportunities" params={{ brandId: String(brand.id) }}>{t('insights.opportunities')}</Link>}
      actions={may && <Button type="primary" disabled={wrong !== null} onClick={() => setSaving(true)}>{t('insights.plan.save')}</Button>}
      tabs={<InsightTabs />}
    >
      <div className={css.start}>
        <Select
          className={css.choice}
          aria-label={t('insights.plan.startFrom')}
          placeholder={t('insights.plan.startFrom')}
          value={plan ? `plan:${plan.id}` : null}
          onChange={choose}
          options={[
            { label: t('insights.plan.examples'), options: presets.map(({ id, name }) => ({ value: `preset:${id}`, label: name[language] })) },
            ...(plans.length > 0 ? [{ label: t('insights.plan.saved'), options: plans.map(({ id, name }) => ({ value: `plan:${id}`, label: name })) }] : []),
          ]}
        />
        {plan && may && <Button type="text" onClick={() => setRemoving(true)}>{t('action.delete')}</Button>}
      </div>
      <div className={css.columns}>
        <PlanFields inputs={inputs} onChange={setInputs} wrong={wrong} />
        <div className={css.preview} aria-live="polite">
          {preview.error && !wrong && <Failure error={preview.error} retry={() => void preview.refetch()} />}
          {preview.data ? <PlanResult plan={preview.data} followers={inputs.followers} /> : !preview.error && <LineBones count={5} />}
        </div>
      </div>
      {plan && <Section title={t('insights.plan.progress')}><PlanProgress planId={plan.id} /></Section>}
      <SavePlan
        open={saving}
        plan={plan}
        inputs={inputs}
        onClose={() => setSaving(false)}
        onSaved={(saved) => {
          draft.forget();
          setSaving(false);
          void message.success(t('settings.saved'));
          go(saved.id);
        }}
      />
      {plan && (
        <TypedConfirm open={removing} title={t('insights.plan.removeTitle', { name: plan.name })} expected={plan.name} verb={t('action.delete')} onConfirm={remove} onClose={() => setRemoving(false)}>
          {t('insights.plan.removeWarning')}
        </TypedConfirm>
      )}
    </Page>
  );
}
