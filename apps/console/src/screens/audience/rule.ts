/** A segment's rule as the API takes it; its JSON Schema stands at /segments/rule-schema. Nothing here knows React. */
export type Rule = {
  version: 1;
  root: RuleNode;
};

export type Unit = 'second' | 'minute' | 'hour' | 'day';
export interface Duration {
  n: number;
  unit: Unit;
}
export type Period = { type: 'ever' } | ({ type: 'last' } & Duration) | { type: 'between'; from?: string; until?: string };

export type Filter =
  | { property: string; op: 'equals' | 'contains'; value: string }
  | { property: string; op: 'in'; values: string[] }
  | { property: string; op: 'filled' }
  | { property: string; op: 'less' | 'at_most' | 'at_least' | 'more'; value: number };

export interface Pattern {
  types: string[];
  where?: Filter[];
}

export type GroupNode = { type: 'all' | 'any'; nodes: RuleNode[] };
export type NotNode = { type: 'not'; node: RuleNode };
/** What a number or a date is compared with; null: still to be filled in. */
export type Edge = number | string | null;
export type ProfileNode =
  | { type: 'profile'; field: string; op: 'equals' | 'contains'; value: string }
  | { type: 'profile'; field: string; op: 'in'; values: string[] }
  | { type: 'profile'; field: string; op: 'filled' }
  | { type: 'profile'; field: string; op: 'less' | 'at_most' | 'at_least' | 'more'; value: Edge }
  | { type: 'profile'; field: string; op: 'before' | 'after'; value: Edge }
  | { type: 'profile'; field: string; op: 'between'; from: Edge; to: Edge }
  | { type: 'profile'; field: string; op: 'coming'; days: number };
export type ConsentNode = { type: 'consent'; purpose: string; state: 'given' | 'withdrawn' | 'none' };
export type TagNode = { type: 'tag'; tagIds: string[] };
export type StageNode = { type: 'stage'; stages: string[] };
export type SourceNode = { type: 'source'; groups: string[] };
export type ChannelNode = { type: 'channel'; channelIds: string[] };
export type FollowsNode = { type: 'follows'; assetId: string | null };
export type MomentNode = { type: 'moment'; of: 'followed' | 'unfollowed' | 'first_seen' | 'stage_since'; period: Period };
export type SegmentNode = { type: 'segment'; segmentId: string };
export type EventNode = { type: 'event'; event: Pattern; period: Period; count: { op: 'at_least' | 'at_most' | 'exactly'; n: number } };
export type OccurrenceNode = { type: 'occurrence'; which: 'first' | 'last'; event: Pattern; period: Period };
export type SequenceNode = { type: 'sequence'; steps: Pattern[]; within: Duration; period: Period };
export type ConditionNode =
  | ProfileNode | ConsentNode | TagNode | StageNode | SourceNode | ChannelNode | FollowsNode | MomentNode | SegmentNode | EventNode | OccurrenceNode | SequenceNode;
export type RuleNode = GroupNode | NotNode | ConditionNode;

export const isGroup = (node: RuleNode): node is GroupNode => node.type === 'all' || node.type === 'any';

const month: Period = { type: 'last', n: 30, unit: 'day' };
const nothing: Pattern = { types: [] };

/** A new condition of each kind, still to be filled in. */
export const fresh = {
  profile: (): ProfileNode => ({ type: 'profile', field: 'city', op: 'equals', value: '' }),
  stage: (): StageNode => ({ type: 'stage', stages: [] }),
  source: (): SourceNode => ({ type: 'source', groups: [] }),
  channel: (): ChannelNode => ({ type: 'channel', channelIds: [] }),
  follows: (): FollowsNode => ({ type: 'follows', assetId: null }),
  moment: (): MomentNode => ({ type: 'moment', of: 'followed', period: month }),
  tag: (): TagNode => ({ type: 'tag', tagIds: [] }),
  consent: (): ConsentNode => ({ type: 'consent', purpose: 'marketing', state: 'given' }),
  event: (): EventNode => ({ type: 'event', event: nothing, period: month, count: { op: 'at_least', n: 1 } }),
  occurrence: (): OccurrenceNode => ({ type: 'occurrence', which: 'first', event: nothing, period: month }),
  sequence: (): SequenceNode => ({ type: 'sequence', steps: [nothing, nothing], within: { n: 7, unit: 'day' }, period: month }),
  segment: (): SegmentNode => ({ type: 'segment', segmentId: '' }),
  group: (): GroupNode => ({ type: 'any', nodes: [] }),
} as const satisfies Record<string, () => RuleNode>;

export type Kind = keyof typeof fresh;

/** The builder always shows a group at the top. */
export const rooted = (root: RuleNode): GroupNode => (isGroup(root) ? root : { type: 'all', nodes: [root] });

export const emptyRule: Rule = { version: 1, root: { type: 'all', nodes: [] } };

/** What is still to be done about a condition; its words say how. */
export type Lack = 'conditions' | 'choice' | 'segment' | 'value' | 'values' | 'order' | 'event' | 'step' | 'filter' | 'edge' | 'edges';

/** What a condition lacks, of a group what the group itself lacks; null: nothing. */
export function lackOf(node: RuleNode): Lack | null {
  switch (node.type) {
    case 'all':
    case 'any': return node.nodes.length > 0 ? null : 'conditions';
    case 'not': return lackOf(node.node);
    case 'profile': return lackOfProfile(node);
    case 'tag': return node.tagIds.length > 0 ? null : 'choice';
    case 'stage': return node.stages.length > 0 ? null : 'choice';
    case 'source': return node.groups.length > 0 ? null : 'choice';
    case 'channel': return node.channelIds.length > 0 ? null : 'choice';
    case 'segment': return node.segmentId !== '' ? null : 'segment';
    case 'moment': return lackOfPeriod(node.period);
    case 'event':
    case 'occurrence': return lackOfPatterns([node.event]) ?? lackOfPeriod(node.period);
    case 'sequence': return lackOfPatterns(node.steps) ?? lackOfPeriod(node.period);
    default: return null;
  }
}

/** Whether everything is filled in, so that the server can be asked. */
export function isComplete(node: RuleNode): boolean {
  if (node.type === 'not') return isComplete(node.node);
  return lackOf(node) === null && (!isGroup(node) || node.nodes.every(isComplete));
}

function lackOfProfile(node: ProfileNode): Lack | null {
  switch (node.op) {
    case 'filled':
    case 'coming': return null;
    case 'in': return node.values.length > 0 ? null : 'choice';
    case 'between': return node.from === null || node.to === null ? 'values' : node.from > node.to ? 'order' : null;
    case 'equals':
    case 'contains': return node.value.trim() !== '' ? null : 'value';
    default: return node.value !== null ? null : 'value';
  }
}

function lackOfPeriod(period: Period): Lack | null {
  if (period.type !== 'between') return null;
  const { from, until } = period;
  if (from === undefined && until === undefined) return 'edge';
  return from !== undefined && until !== undefined && Date.parse(from) >= Date.parse(until) ? 'edges' : null;
}

function lackOfPatterns(patterns: readonly Pattern[]): Lack | null {
  if (patterns.some(({ types }) => types.length === 0)) return patterns.length > 1 ? 'step' : 'event';
  return patterns.every(({ where = [] }) => where.every(isFilter)) ? null : 'filter';
}

const isFilter = (filter: Filter): boolean =>
  filter.property !== '' && (filter.op === 'filled' || (filter.op === 'in' ? filter.values.length > 0 : filter.value !== ''));

/** Turns a condition round; twice is as before. */
export const negated = (node: RuleNode): RuleNode => (node.type === 'not' ? node.node : { type: 'not', node });

/** `items` with another value at `index`, or without it. */
export const replaced = <T>(items: readonly T[], index: number, value: T | null): T[] =>
  value === null ? items.filter((_, at) => at !== index) : items.map((one, at) => (at === index ? value : one));
