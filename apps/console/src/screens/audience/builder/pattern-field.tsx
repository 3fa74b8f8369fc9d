import { Button, Input, InputNumber, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { eventTypesQuery } from '../../../api/event-types.ts';
import { useWords } from '../../../i18n/index.ts';
import { eventChoice } from '../../../lib/event-choice.ts';
import { fenOf, yuanOf } from '../../../lib/money.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { NamedField, SeveralNamed } from '../../../shell/named-field.tsx';
import css from '../audience.module.css';
import { replaced, type Filter, type Pattern } from '../rule.ts';
import { nameables, usePropertyChoices } from './choices.ts';
import { One, Several } from './fields.tsx';
import { bundles, propertiesOf, propertyOf, type Bundle, type KnownProperty } from './known-properties.ts';

/** Which events: their types by name, and what must be true of each. */
export function PatternField({ value, onChange }: { value: Pattern; onChange: (value: Pattern) => void }) {
  const { t } = useWords();
  const filters = value.where ?? [];
  const offered = propertiesOf(value.types).filter(({ key }) => !filters.some(({ property }) => property === key));
  const put = (where: Filter[]) => onChange(where.length === 0 ? { types: value.types } : { types: value.types, where });
  return (
    <>
      <EventTypes value={value.types} onChange={(types) => onChange({ ...value, types })} />
      {filters.map((filter, index) => (
        <FilterField key={filter.property} value={filter} onChange={(next) => put(replaced(filters, index, next))} onRemove={() => put(replaced(filters, index, null))} />
      ))}
      {value.types.length > 0 && offered.length > 0 && filters.length < 10 && (
        <One
          label={t('audience.addFilter')}
          value={undefined}
          choices={offered.map(({ key }) => ({ value: key, label: t(`audience.properties.${key}`) }))}
          onChange={(key) => put([...filters, firstFilter(key)])}
        />
      )}
    </>
  );
}

/** One, or one yuan: what a comparison begins with. */
const firstNumber = (kind: KnownProperty['value']): number => (kind === 'money' ? fenOf(1) : 1);

const firstFilter = (key: string): Filter => {
  const kind = propertyOf(key)?.value;
  if (kind === 'number' || kind === 'money') return { property: key, op: 'at_least', value: firstNumber(kind) };
  return kind === 'text' ? { property: key, op: 'contains', value: '' } : { property: key, op: 'in', values: [] };
};

function EventTypes({ value, onChange }: { value: readonly string[]; onChange: (types: string[]) => void }) {
  const { t, language } = useWords();
  const catalogue = useQuery(eventTypesQuery(useBrand().id)).data?.items ?? [];
  const bundleOptions = (Object.keys(bundles) as Bundle[]).map((key) => ({ value: `bundle:${key}`, label: t(`audience.bundles.${key}`), found: t(`audience.bundles.${key}`) }));
  const groups = (['person', 'brand', 'platform'] as const).map((actor) => ({
    label: t(`audience.actors.${actor}`),
    options: catalogue.filter((one) => one.actor === actor && one.type !== 'unknown').map((one) => eventChoice(one, language)),
  }));
  return (
    <Select
      mode="multiple"
      className={css.several}
      aria-label={t('audience.events')}
      placeholder={t('audience.chooseEvents')}
      value={[...value]}
      options={[{ label: t('audience.together'), options: bundleOptions }, ...groups]}
      showSearch={{ optionFilterProp: 'found' }}
      popupMatchSelectWidth={320}
      onChange={(chosen: string[]) => onChange([...new Set(chosen.flatMap((one) => (one.startsWith('bundle:') ? bundles[one.slice(7) as Bundle] : [one])))])}
    />
  );
}

const textOps = ['contains', 'equals', 'filled'] as const;
const numberOps = ['at_least', 'at_most', 'more', 'less', 'filled'] as const;
const choiceOps = ['in', 'filled'] as const;

type Compared = Extract<Filter, { value: number }>;
const isCompared = (filter: Filter): filter is Compared => (numberOps as readonly string[]).includes(filter.op) && filter.op !== 'filled';

function FilterField({ value, onChange, onRemove }: { value: Filter; onChange: (value: Filter) => void; onRemove: () => void }) {
  const { t } = useWords();
  const choices = usePropertyChoices(value.property);
  const what = nameables[value.property];
  const known = propertyOf(value.property);
  const kind = known?.value ?? (value.op === 'in' ? 'choice' : 'text');
  const ops: readonly Filter['op'][] = kind === 'choice' ? choiceOps : kind === 'number' || kind === 'money' ? numberOps : textOps;
  const { property } = value;
  const change = (op: Filter['op']) => {
    if (op === 'filled') onChange({ property, op });
    else if (op === 'in') onChange({ property, op, values: [] });
    else if (op === 'equals' || op === 'contains') onChange({ property, op, value: 'value' in value ? String(value.value) : '' });
    else onChange({ property, op, value: 'value' in value ? Number(value.value) || 0 : firstNumber(kind) });
  };
  const name = known ? t(`audience.properties.${known.key}`) : property;
  return (
    <span className={css.filter}>
      <span>{name}</span>
      <One label={t('audience.comparison')} value={value.op} choices={[...new Set([...ops, value.op])].map((op) => ({ value: op, label: t(`audience.ops.${op}`) }))} onChange={change} />
      {value.op === 'in' && (what
        ? <SeveralNamed what={what} className={css.several} label={name} value={value.values} onChange={(values) => onChange({ property, op: 'in', values })} />
        : <Several label={name} value={value.values} choices={choices} onChange={(values) => onChange({ property, op: 'in', values })} />)}
      {value.op === 'equals' && kind === 'choice' && (what
        ? <NamedField what={what} className={css.several} label={name} value={value.value} onChange={(one) => onChange({ ...value, value: one })} />
        : <One label={name} value={value.value} choices={choices} onChange={(one) => onChange({ ...value, value: one })} />)}
      {(value.op === 'contains' || (value.op === 'equals' && kind !== 'choice')) && (
        <Input aria-label={name} style={{ width: 160 }} maxLength={200} value={value.value} onChange={(event) => onChange({ ...value, value: event.target.value })} />
      )}
      {isCompared(value) && (
        <InputNumber
          aria-label={name}
          {...(kind === 'money' ? { prefix: '¥' } : {})}
          value={kind === 'money' ? yuanOf(value.value) : value.value}
          onChange={(number) => number !== null && onChange({ ...value, value: kind === 'money' ? fenOf(number) : number })}
        />
      )}
      <Button type="text" size="small" aria-label={t('audience.removeFilter', { name })} onClick={onRemove}>×</Button>
    </span>
  );
}
