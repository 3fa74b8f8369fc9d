import { Button, Dropdown, Segmented } from 'antd';
import { useWords } from '../../../i18n/index.ts';
import css from '../audience.module.css';
import { fresh, isGroup, lackOf, negated, replaced, type GroupNode, type Kind, type RuleNode } from '../rule.ts';
import { ConditionFields } from './condition.tsx';

interface GroupProps {
  node: GroupNode;
  /** The segment being changed: it cannot ask about itself. */
  self: string | null;
  depth?: number;
  onChange: (node: GroupNode) => void;
}

/** As deep as the server allows, a condition's own "not" included. */
const DEEPEST = 4;

/** Conditions of which all or any must hold; groups may stand inside. */
export function Group({ node, self, depth = 1, onChange }: GroupProps) {
  const { t } = useWords();
  const put = (nodes: RuleNode[]) => onChange({ ...node, nodes });
  return (
    <div className={css.group} role="group" aria-label={t(`audience.groups.${node.type}`)}>
      <Segmented
        size="small"
        aria-label={t('audience.combine')}
        value={node.type}
        options={(['all', 'any'] as const).map((value) => ({ value, label: t(`audience.groups.${value}`) }))}
        onChange={(type) => onChange({ ...node, type })}
      />
      <ul>
        {node.nodes.map((child, index) => (
          <li key={index}>
            {index > 0 && <span className={css.between}>{t(`audience.between.${node.type}`)}</span>}
            <Item node={child} self={self} depth={depth} onChange={(next) => put(replaced(node.nodes, index, next))} onRemove={() => put(replaced(node.nodes, index, null))} />
          </li>
        ))}
      </ul>
      <AddCondition groups={depth < DEEPEST} onAdd={(kind) => put([...node.nodes, fresh[kind]()])} />
    </div>
  );
}

interface ItemProps {
  node: RuleNode;
  self: string | null;
  depth: number;
  onChange: (node: RuleNode) => void;
  onRemove: () => void;
}

/** One condition or group, perhaps negated, with what can be done to it. */
function Item({ node, self, depth, onChange, onRemove }: ItemProps) {
  const { t } = useWords();
  const turned = node.type === 'not';
  const inner = turned ? node.node : node;
  const put = (next: RuleNode) => onChange(turned ? { type: 'not', node: next } : next);
  if (inner.type === 'not') return <Item node={inner.node} self={self} depth={depth} onChange={onChange} onRemove={onRemove} />;
  const lack = lackOf(inner);
  const name = isGroup(inner) ? t('audience.kinds.group') : t(`audience.kinds.${inner.type}`);
  return (
    <div className={css.condition} data-incomplete={lack !== null} role="group" aria-label={name}>
      <div className={css.conditionHead}>
        <span className={css.kind}>
          {turned && <b>{t('audience.not')}</b>}
          {name}
        </span>
        <span className={css.tools}>
          <Button type="text" size="small" aria-pressed={turned} onClick={() => onChange(negated(node))}>{t('audience.negate')}</Button>
          <Button type="text" size="small" aria-label={t('audience.removeCondition', { name })} onClick={onRemove}>×</Button>
        </span>
      </div>
      {isGroup(inner) ? <Group node={inner} self={self} depth={depth + 1} onChange={put} /> : <div className={css.fields}><ConditionFields node={inner} self={self} onChange={put} /></div>}
      {lack && <p className={css.lack}>{t(`audience.lacks.${lack}`)}</p>}
    </div>
  );
}

const menu: readonly { group: 'behaviour' | 'person' | 'relation' | 'other'; kinds: readonly Kind[] }[] = [
  { group: 'behaviour', kinds: ['event', 'occurrence', 'sequence'] },
  { group: 'person', kinds: ['profile', 'stage', 'tag', 'consent'] },
  { group: 'relation', kinds: ['source', 'channel', 'follows', 'moment'] },
  { group: 'other', kinds: ['segment', 'group'] },
];

function AddCondition({ groups, onAdd }: { groups: boolean; onAdd: (kind: Kind) => void }) {
  const { t } = useWords();
  const items = menu.map(({ group, kinds }) => ({
    key: group, type: 'group' as const, label: t(`audience.menu.${group}`),
    children: kinds.filter((kind) => groups || kind !== 'group').map((kind) => ({ key: kind, label: t(`audience.kinds.${kind}`), onClick: () => onAdd(kind) })),
  }));
  return <Dropdown trigger={['click']} menu={{ items, style: { maxHeight: 'min(400px, 45vh)', overflowY: 'auto' } }}><Button size="small">{t('audience.addCondition')}</Button></Dropdown>;
}
