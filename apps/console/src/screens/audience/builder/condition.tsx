import { Button, InputNumber } from 'antd';
import { useWords } from '../../../i18n/index.ts';
import { NamedField, SeveralNamed } from '../../../shell/named-field.tsx';
import css from '../audience.module.css';
import { replaced, type ConditionNode, type EventNode, type OccurrenceNode, type SequenceNode } from '../rule.ts';
import { useAccountChoices, usePeopleChoices, useTagChoices } from './choices.ts';
import { DurationField, One, PeriodField, Several } from './fields.tsx';
import { PatternField } from './pattern-field.tsx';
import { ProfileFields } from './profile-fields.tsx';

interface FieldsProps<Node> {
  node: Node;
  onChange: (node: Node) => void;
}

/** The fields of one condition, in the order of its sentence. */
export function ConditionFields({ node, self, onChange }: FieldsProps<ConditionNode> & { self: string | null }) {
  const { t } = useWords();
  const people = usePeopleChoices();
  const tags = useTagChoices();
  const accounts = useAccountChoices();
  switch (node.type) {
    case 'profile': return <ProfileFields node={node} onChange={onChange} />;
    case 'stage': return <Several label={t('audience.kinds.stage')} value={node.stages} choices={people.stages} onChange={(stages) => onChange({ ...node, stages })} />;
    case 'source': return <Several label={t('audience.kinds.source')} value={node.groups} choices={people.sources} onChange={(groups) => onChange({ ...node, groups })} />;
    case 'tag': return <Several label={t('audience.kinds.tag')} value={node.tagIds} choices={tags} onChange={(tagIds) => onChange({ ...node, tagIds })} />;
    case 'channel': return <SeveralNamed what="channels" className={css.several} label={t('audience.kinds.channel')} value={node.channelIds} onChange={(channelIds) => onChange({ ...node, channelIds })} />;
    case 'segment': return <NamedField what="segments" className={css.several} except={self === null ? [] : [self]} label={t('audience.kinds.segment')} value={node.segmentId} onChange={(segmentId) => onChange({ ...node, segmentId })} />;
    case 'follows': return (
      <One
        label={t('audience.kinds.follows')}
        value={node.assetId ?? 'any'}
        choices={[{ value: 'any', label: t('audience.anyAccount') }, ...accounts]}
        onChange={(value) => onChange({ ...node, assetId: value === 'any' ? null : value })}
      />
    );
    case 'consent': return (
      <>
        <One label={t('audience.consentState')} value={node.state} choices={(['given', 'withdrawn', 'none'] as const).map((value) => ({ value, label: t(`audience.consents.${value}`) }))} onChange={(state) => onChange({ ...node, state })} />
        <One label={t('audience.kinds.consent')} value={node.purpose} choices={people.purposes} onChange={(purpose) => onChange({ ...node, purpose })} />
      </>
    );
    case 'moment': return (
      <>
        <One label={t('audience.kinds.moment')} value={node.of} choices={(['followed', 'unfollowed', 'first_seen', 'stage_since'] as const).map((value) => ({ value, label: t(`audience.moments.${value}`) }))} onChange={(of) => onChange({ ...node, of })} />
        <PeriodField value={node.period} onChange={(period) => onChange({ ...node, period })} />
      </>
    );
    case 'event': return <EventFields node={node} onChange={onChange} />;
    case 'occurrence': return <OccurrenceFields node={node} onChange={onChange} />;
    case 'sequence': return <SequenceFields node={node} onChange={onChange} />;
  }
}

type Often = 'at_least' | 'at_most' | 'exactly' | 'never';

function EventFields({ node, onChange }: FieldsProps<EventNode>) {
  const { t } = useWords();
  const { op, n } = node.count;
  const often: Often = n === 0 && op !== 'at_least' ? 'never' : op;
  const change = (next: Often) => onChange({ ...node, count: next === 'never' ? { op: 'at_most', n: 0 } : { op: next, n: Math.max(1, n) } });
  return (
    <>
      <PatternField value={node.event} onChange={(event) => onChange({ ...node, event })} />
      <span className={css.inline}>
        <One label={t('audience.howOften')} value={often} choices={(['at_least', 'at_most', 'exactly', 'never'] as const).map((value) => ({ value, label: t(`audience.often.${value}`) }))} onChange={change} />
        {often !== 'never' && (
          <InputNumber
            aria-label={t('audience.times')}
            min={1}
            max={10_000}
            precision={0}
            style={{ width: 112 }}
            value={n}
            suffix={t('audience.timesUnit', { count: n })}
            onChange={(value) => value !== null && onChange({ ...node, count: { op, n: value } })}
          />
        )}
      </span>
      <PeriodField value={node.period} onChange={(period) => onChange({ ...node, period })} />
    </>
  );
}

function OccurrenceFields({ node, onChange }: FieldsProps<OccurrenceNode>) {
  const { t } = useWords();
  return (
    <>
      <One label={t('audience.kinds.occurrence')} value={node.which} choices={(['first', 'last'] as const).map((value) => ({ value, label: t(`audience.which.${value}`) }))} onChange={(which) => onChange({ ...node, which })} />
      <PatternField value={node.event} onChange={(event) => onChange({ ...node, event })} />
      <PeriodField value={node.period} onChange={(period) => onChange({ ...node, period })} />
    </>
  );
}

const MOST_STEPS = 5;

function SequenceFields({ node, onChange }: FieldsProps<SequenceNode>) {
  const { t } = useWords();
  return (
    <div className={css.steps}>
      <ol>
        {node.steps.map((step, index) => (
          <li key={index}>
            <div className={css.inline}>
              <PatternField value={step} onChange={(next) => onChange({ ...node, steps: replaced(node.steps, index, next) })} />
              {node.steps.length > 2 && (
                <Button type="text" size="small" aria-label={t('audience.removeStep', { number: index + 1 })} onClick={() => onChange({ ...node, steps: replaced(node.steps, index, null) })}>×</Button>
              )}
            </div>
          </li>
        ))}
      </ol>
      {node.steps.length < MOST_STEPS && <Button type="link" size="small" onClick={() => onChange({ ...node, steps: [...node.steps, { types: [] }] })}>{t('audience.addStep')}</Button>}
      <span className={css.inline}>
        <span className="quiet">{t('audience.within')}</span>
        <DurationField label={t('audience.within')} value={node.within} onChange={(within) => onChange({ ...node, within })} />
        <PeriodField value={node.period} onChange={(period) => onChange({ ...node, period })} />
      </span>
    </div>
  );
}
