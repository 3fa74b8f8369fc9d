import { Form, Switch } from 'antd';
import type { ParseKeys } from 'i18next';
import { useWords } from '../../../i18n/index.ts';
import { AmountInput, type AmountKind } from './amount-input.tsx';
import css from './planner.module.css';
import type { Plan, PlanInputs } from './queries.ts';

type AmountName = { [Name in keyof PlanInputs]: PlanInputs[Name] extends boolean ? never : Name }[keyof PlanInputs];
type BlockKey = Plan['blocks'][number]['key'];

interface Field {
  name: AmountName;
  kind: AmountKind;
  label: ParseKeys;
}

/** What is asked for each of the four blocks (W-07), in the order of the formula. */
const blocks: readonly { key: BlockKey; title: ParseKeys; fields: readonly Field[] }[] = [
  { key: 'organic', title: 'insights.plan.organic', fields: [
    { name: 'followers', kind: 'people', label: 'insights.plan.followers' },
    { name: 'organicGrowth', kind: 'percent', label: 'insights.plan.organicGrowth' },
  ] },
  { key: 'paid', title: 'insights.plan.paid', fields: [
    { name: 'mediaBudgetFen', kind: 'money', label: 'insights.plan.mediaBudget' },
    { name: 'postShare', kind: 'percent', label: 'insights.plan.postShare' },
    { name: 'postCostFen', kind: 'money', label: 'insights.plan.postCost' },
    { name: 'momentsCostFen', kind: 'money', label: 'insights.plan.momentsCost' },
  ] },
  { key: 'prospects', title: 'insights.plan.prospects', fields: [
    { name: 'stores', kind: 'people', label: 'insights.plan.stores' },
    { name: 'visitors', kind: 'people', label: 'insights.plan.visitors' },
    { name: 'conversion', kind: 'percent', label: 'insights.plan.conversion' },
  ] },
  { key: 'clients', title: 'insights.plan.clients', fields: [
    { name: 'existingClients', kind: 'people', label: 'insights.plan.existingClients' },
    { name: 'existingOnboarding', kind: 'percent', label: 'insights.plan.existingOnboarding' },
    { name: 'newClients', kind: 'people', label: 'insights.plan.newClients' },
    { name: 'newOnboarding', kind: 'percent', label: 'insights.plan.newOnboarding' },
  ] },
];

interface PlanFieldsProps {
  inputs: PlanInputs;
  onChange: (inputs: PlanInputs) => void;
  /** What the server says of a field: `inputs.postCostFen`. */
  wrong: { field: string; message: string } | null;
}

export function PlanFields({ inputs, onChange, wrong }: PlanFieldsProps) {
  const { t } = useWords();
  const amount = ({ name, kind, label }: Field) => {
    const message = wrong?.field === `inputs.${name}` ? wrong.message : undefined;
    const set = (value: number | null) => onChange({ ...inputs, [name]: value ?? (name === 'newClients' ? null : 0) });
    return (
      <Form.Item key={name} label={t(label)} htmlFor={`plan-${name}`} {...(message ? { validateStatus: 'error' as const, help: message } : {})}>
        <AmountInput id={`plan-${name}`} label={t(label)} kind={kind} value={inputs[name]} onChange={set} {...(name === 'newClients' ? { placeholder: t('insights.plan.asProspects') } : {})} />
      </Form.Item>
    );
  };
  return (
    <Form layout="vertical" component="div" className={css.fields}>
      {blocks.map(({ key, title, fields }) => (
        <fieldset key={key} className={css.block}>
          <legend>{t(title)}</legend>
          <div className={css.row}>{fields.map(amount)}</div>
        </fieldset>
      ))}
      <fieldset className={css.block}>
        <legend>{t('insights.plan.assets')}</legend>
        <p className="caption">{t('insights.plan.assetsNote')}</p>
        {([['salesCeremony', 'newOnboardingWithout'], ['loyaltyProgramme', 'existingOnboardingWithout']] as const).map(([asset, without]) => (
          <div key={asset} className={css.asset}>
            <Switch id={`plan-${asset}`} checked={inputs[asset]} onChange={(ready) => onChange({ ...inputs, [asset]: ready })} />
            <label htmlFor={`plan-${asset}`}>{t(`insights.plan.${asset}`)}</label>
            <div>{amount({ name: without, kind: 'percent', label: `insights.plan.${without}` })}</div>
          </div>
        ))}
      </fieldset>
    </Form>
  );
}
