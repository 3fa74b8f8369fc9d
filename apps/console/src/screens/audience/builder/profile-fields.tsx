import { Input, InputNumber } from 'antd';
import type { FieldSpec } from '../../../api/catalogue.ts';
import { useWords } from '../../../i18n/index.ts';
import css from '../audience.module.css';
import type { Edge, ProfileNode } from '../rule.ts';
import { usePeopleChoices } from './choices.ts';
import { One, Several } from './fields.tsx';

type Op = ProfileNode['op'];

interface FieldsProps {
  node: ProfileNode;
  onChange: (node: ProfileNode) => void;
}

/** As the server's `profileOps`: of a sealed date only whether it is coming or known. */
function opsOf(spec: FieldSpec | undefined): readonly Op[] {
  if (spec?.type === 'date') return spec.sealed ? ['coming', 'filled'] : ['coming', 'before', 'after', 'between', 'filled'];
  if (spec?.type === 'number') return ['between', 'at_least', 'at_most', 'more', 'less', 'filled'];
  return spec?.choices ? ['in', 'filled'] : ['equals', 'contains', 'filled'];
}

/** The condition with another comparison, still to be filled in. */
function withOp(field: string, op: Op): ProfileNode {
  const node = { type: 'profile' as const, field };
  switch (op) {
    case 'filled': return { ...node, op };
    case 'in': return { ...node, op, values: [] };
    case 'coming': return { ...node, op, days: 7 };
    case 'between': return { ...node, op, from: null, to: null };
    case 'equals':
    case 'contains': return { ...node, op, value: '' };
    default: return { ...node, op, value: null };
  }
}

export function ProfileFields({ node, onChange }: FieldsProps) {
  const { t } = useWords();
  const { fields, specOf } = usePeopleChoices();
  const fieldChosen = (field: string) => onChange(withOp(field, opsOf(specOf(field))[0]!));
  const opChosen = (op: Op) => {
    const next = withOp(node.field, op);
    // What was typed stays when the other comparison takes it, too.
    onChange('value' in next && 'value' in node ? { ...next, value: node.value } as ProfileNode : next);
  };
  return (
    <>
      <One label={t('audience.field')} value={node.field} choices={fields} onChange={fieldChosen} />
      <One label={t('audience.comparison')} value={node.op} choices={[...new Set([...opsOf(specOf(node.field)), node.op])].map((op) => ({ value: op, label: t(`audience.ops.${op}`) }))} onChange={opChosen} />
      <ComparedWith node={node} onChange={onChange} />
    </>
  );
}

function ComparedWith({ node, onChange }: FieldsProps) {
  const { t } = useWords();
  const { valuesOf, specOf } = usePeopleChoices();
  const isDate = specOf(node.field)?.type === 'date';
  const edge = (label: string, value: Edge, change: (value: Edge) => void) => (isDate
    ? <Input type="date" aria-label={label} style={{ width: 150 }} value={value ?? ''} onChange={(event) => change(event.target.value || null)} />
    : <InputNumber aria-label={label} style={{ width: 110 }} value={value as number | null} onChange={change} />);
  switch (node.op) {
    case 'filled': return null;
    case 'in': return <Several label={t('audience.fieldValue')} value={node.values} choices={valuesOf(node.field)} onChange={(values) => onChange({ ...node, values })} />;
    case 'equals':
    case 'contains': return (
      <Input aria-label={t('audience.fieldValue')} placeholder={t('audience.fieldValue')} style={{ width: 180 }} maxLength={200} value={node.value} onChange={(event) => onChange({ ...node, value: event.target.value })} />
    );
    case 'between': return (
      <span className={css.inline}>
        {edge(t('audience.least'), node.from, (from) => onChange({ ...node, from }))}
        <span className="quiet">{t('audience.to')}</span>
        {edge(t('audience.most'), node.to, (to) => onChange({ ...node, to }))}
      </span>
    );
    case 'coming': return (
      <InputNumber
        aria-label={t('audience.daysAhead')} min={0} max={300} precision={0} style={{ width: 112 }} value={node.days}
        suffix={t('audience.units.day', { count: node.days })} onChange={(days) => days !== null && onChange({ ...node, days })}
      />
    );
    default: return edge(t('audience.fieldValue'), node.value, (value) => onChange({ ...node, value }));
  }
}
