import { App, Button, InputNumber, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCatalogue } from '../../api/catalogue.ts';
import { api, ask } from '../../api/client.ts';
import { eventTypesQuery } from '../../api/event-types.ts';
import type { paths } from '../../api/schema.d.ts';
import { Page, Section } from '../../components/page.tsx';
import { LineBones, Loaded } from '../../components/states.tsx';
import { TypedConfirm } from '../../components/typed-confirm.tsx';
import { useWords } from '../../i18n/index.ts';
import { eventChoice } from '../../lib/event-choice.ts';
import { date } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './stages.module.css';
import { SettingsTabs } from './tabs.tsx';

type Stored = paths['/api/brands/{brandId}/stages/rules']['get']['responses']['200']['content']['application/json'];
type Rules = Stored['rules'];
type Condition = Rules['prospect'][number];
const stages = ['prospect', 'new', 'recurring'] as const;

const rulesQuery = (brandId: number) => ({
  queryKey: ['brand', brandId, 'stage-rules'] as const,
  queryFn: () => ask(api.GET('/api/brands/{brandId}/stages/rules', { params: { path: { brandId } } })),
});

/** When a person is in which stage (W-27): any one condition will do, the furthest stage wins. */
export default function StageRules() {
  const { t } = useWords();
  const brand = useBrand();
  const rules = useQuery({ ...rulesQuery(brand.id), refetchOnWindowFocus: false });
  return (
    <Loaded query={rules} bones={<Page title={t('nav.brand')} tabs={<SettingsTabs />}><LineBones count={6} /></Page>}>
      {(stored) => <Editor key={stored.version} stored={stored} />}
    </Loaded>
  );
}

function Editor({ stored }: { stored: Stored }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const catalogue = useCatalogue();
  const [rules, setRules] = useState<Rules>(stored.rules);
  const [confirming, setConfirming] = useState(false);
  const may = brand.can('brand:manage');
  const changed = JSON.stringify(rules) !== JSON.stringify(stored.rules);
  const save = async () => {
    await ask(api.PUT('/api/brands/{brandId}/stages/rules', { params: { path: { brandId: brand.id } }, body: { rules } }));
    await queryClient.invalidateQueries({ queryKey: ['brand', brand.id] });
    void message.success(t('settings.saved'));
  };
  const change = (stage: keyof Rules, next: Condition[]) => setRules({ ...rules, [stage]: next });
  return (
    <Page
      title={t('nav.brand')}
      tabs={<SettingsTabs />}
      actions={may && <Button type="primary" disabled={!changed} onClick={() => setConfirming(true)}>{t('settings.saveRules')}</Button>}
    >
      <p className={css.lead}>
        {t('settings.rulesLead')}
        <br />
        {stored.createdAt
          ? t('settings.rulesVersion', { version: stored.version, day: date(stored.createdAt, language) })
          : t('settings.rulesDefault')}
      </p>
      {stages.map((stage) => (
        <Section key={stage} title={catalogue?.stages[stage]?.[language] ?? stage} note={catalogue?.stages[stage]?.goal[language]}>
          {rules[stage].map((condition, index) => (
            <ConditionRow
              key={condition.id}
              condition={condition}
              disabled={!may}
              onChange={(next) => change(stage, rules[stage].map((one, at) => (at === index ? next : one)))}
              onRemove={() => change(stage, rules[stage].filter((_, at) => at !== index))}
            />
          ))}
          {may && rules[stage].length < 20 && (
            <Button size="small" onClick={() => change(stage, [...rules[stage], { id: freshId(rules), events: [], atLeast: 1 }])}>{t('settings.addCondition')}</Button>
          )}
        </Section>
      ))}
      <TypedConfirm
        open={confirming}
        title={t('settings.saveRules')}
        expected={brand.name}
        verb={t('settings.saveRules')}
        onConfirm={save}
        onClose={() => setConfirming(false)}
      >
        {t('settings.rulesWarning')}
      </TypedConfirm>
    </Page>
  );
}

/** Stable within the rules: the running count of a condition is kept under its id. */
function freshId(rules: Rules): string {
  const taken = new Set(Object.values(rules).flat().map(({ id }) => id));
  let number = taken.size + 1;
  while (taken.has(`condition-${number}`)) number += 1;
  return `condition-${number}`;
}

function ConditionRow({ condition, disabled, onChange, onRemove }: {
  condition: Condition;
  disabled: boolean;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}) {
  const { t, language } = useWords();
  const brand = useBrand();
  const types = useQuery(eventTypesQuery(brand.id));
  const known = (types.data?.items ?? []).map((one) => eventChoice(one, language));
  const events = (value: string[] | undefined, label: string, set: (next: string[]) => void) => (
    <Select mode="multiple" disabled={disabled} value={value ?? []} options={known} aria-label={label} showSearch={{ optionFilterProp: 'found' }} onChange={set} placeholder={label} />
  );
  const where = Object.entries(condition.where ?? {}).map(([name, values]) => `${name} = ${values.join(' / ')}`).join(', ');
  return (
    <div className={css.condition}>
      {events(condition.events, t('settings.events'), (next) => onChange({ ...condition, events: next }))}
      <InputNumber
        disabled={disabled}
        min={1}
        max={1000}
        precision={0}
        value={condition.atLeast}
        aria-label={t('settings.atLeast')}
        prefix={t('settings.atLeast')}
        style={{ width: '100%' }}
        onChange={(value) => onChange({ ...condition, atLeast: value ?? 1 })}
      />
      {events(condition.minus, t('settings.minus'), (next) => {
        const { minus: _, ...rest } = condition;
        onChange(next.length === 0 ? rest : { ...rest, minus: next });
      })}
      {!disabled && <Button type="link" size="small" onClick={onRemove}>{t('action.remove')}</Button>}
      {where && <div className="caption">{t('settings.where', { where })}</div>}
    </div>
  );
}
