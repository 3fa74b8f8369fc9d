import { Input, InputNumber, Select } from 'antd';
import { useWords } from '../../../i18n/index.ts';
import type { Choice } from '../../../shell/named-field.tsx';
import { fromShanghai, inShanghai } from './instants.ts';
import css from '../audience.module.css';
import type { Duration, Period, Unit } from '../rule.ts';

/** Several of a list, by name; what the list does not know is shown as it is spelled. */
export function Several({ label, value, choices, onChange, placeholder }: {
  label: string;
  value: readonly string[];
  choices: readonly Choice[];
  onChange: (value: string[]) => void;
  placeholder?: string;
}) {
  return (
    <Select
      mode="multiple"
      className={css.several}
      aria-label={label}
      placeholder={placeholder ?? label}
      value={[...value]}
      options={[...choices]}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      onChange={onChange}
    />
  );
}

export function One<T extends string>({ label, value, choices, onChange, placeholder, width }: {
  label: string;
  value: T | undefined;
  choices: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
  placeholder?: string;
  width?: number;
}) {
  return (
    <Select<T>
      aria-label={label}
      placeholder={placeholder ?? label}
      // Null, not left out: a list without a value keeps what was chosen last, and "+ Where" looked like one condition more.
      value={value || null}
      {...(width ? { style: { width } } : {})}
      options={choices.map((one) => ({ ...one }))}
      showSearch={choices.length > 8 ? { optionFilterProp: 'label' } : false}
      popupMatchSelectWidth={false}
      onChange={onChange}
    />
  );
}

const units: readonly Unit[] = ['minute', 'hour', 'day'];

export function DurationField({ label, value, onChange }: { label: string; value: Duration; onChange: (value: Duration) => void }) {
  const { t } = useWords();
  const shown: readonly Unit[] = value.unit === 'second' ? ['second', ...units] : units;
  return (
    <span className={css.joined}>
      <InputNumber aria-label={label} min={1} max={3660} precision={0} value={value.n} style={{ width: 72 }} onChange={(n) => n !== null && onChange({ ...value, n })} />
      <One label={t('audience.unit')} value={value.unit} choices={shown.map((unit) => ({ value: unit, label: t(`audience.units.${unit}`, { count: value.n }) }))} onChange={(unit) => onChange({ ...value, unit })} />
    </span>
  );
}

const kinds = ['last', 'between', 'ever'] as const;

export function PeriodField({ value, onChange }: { value: Period; onChange: (value: Period) => void }) {
  const { t } = useWords();
  const change = (type: Period['type']) =>
    onChange(type === 'last' ? { type, n: 30, unit: 'day' } : { type });
  const edge = (key: 'from' | 'until', period: Period & { type: 'between' }) => (
    <Input
      type="datetime-local"
      aria-label={t(`audience.${key}`)}
      style={{ width: 196 }}
      value={inShanghai(period[key])}
      onChange={(event) => {
        const { [key]: _, ...rest } = period;
        const at = fromShanghai(event.target.value);
        onChange(at === undefined ? rest : { ...rest, [key]: at });
      }}
    />
  );
  return (
    <span className={css.inline}>
      <One label={t('audience.period')} value={value.type} choices={kinds.map((kind) => ({ value: kind, label: t(`audience.periods.${kind}`) }))} onChange={change} />
      {value.type === 'last' && <DurationField label={t('audience.howLong')} value={value} onChange={(duration) => onChange({ type: 'last', ...duration })} />}
      {value.type === 'between' && <>{edge('from', value)}<span className="quiet">{t('audience.untilBefore')}</span>{edge('until', value)}</>}
    </span>
  );
}
