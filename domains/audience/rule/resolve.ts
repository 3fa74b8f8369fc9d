import { findBrand } from '@qingniao/access';
import type { Querier } from '@qingniao/activity';
import { DEFAULT_ZONE, notFound } from '@qingniao/kernel';
import type { Row } from '@qingniao/storage';
import { segmentsIn } from './references.ts';
import type { ComingNode, EventNode, EventPattern, OccurrenceNode, PropertyFilter, Rule, RuleNode, SequenceNode } from './types.ts';
import { patternsOf, walk } from './walk.ts';

/** A rule with everything it names looked up: both compilers read this and ask nobody else. */
export type ResolvedNode =
  | { type: 'all' | 'any'; nodes: ResolvedNode[] }
  | { type: 'not'; node: ResolvedNode }
  | { type: 'segment'; segmentId: string; /** Null for a list. */ node: ResolvedNode | null }
  | (Omit<EventNode, 'event'> & { event: ResolvedPattern })
  | (Omit<OccurrenceNode, 'event'> & { event: ResolvedPattern })
  | (Omit<SequenceNode, 'steps'> & { steps: ResolvedPattern[] })
  | (ComingNode & { zone: string })
  | Exclude<RuleNode, ComingNode | { type: 'all' | 'any' | 'not' | 'segment' | 'event' | 'occurrence' | 'sequence' }>;

export interface ResolvedPattern {
  types: readonly string[];
  where: readonly ResolvedFilter[];
}

/** `codes`: the scene is that of one of our codes. */
export type ResolvedFilter = Exclude<PropertyFilter, { property: 'channel_id' | 'channel_kind' }> | { op: 'codes'; codes: readonly Code[] };

export interface Code {
  assetId: string;
  scene: string;
}

interface Channel extends Code {
  id: string;
  kind: string;
}

interface Stored {
  kind: 'rule' | 'list';
  rule: Rule | null;
}

/** Looks up the channels and segments a rule asks about. Throws 404 for a segment that is gone. */
export async function resolveRule(db: Querier, brandId: number, rule: Rule): Promise<ResolvedNode> {
  const segments = await segmentsBelow(db, brandId, rule);
  const rules = [rule, ...[...segments.values()].flatMap((one) => one.rule ?? [])];
  const channels = rules.some(asksChannels) ? await channelsOf(db, brandId) : [];
  const zone = rules.some(asksDays) ? (await findBrand(db, brandId))?.zone : undefined;
  return resolved(rule.root, { segments, channels, zone: zone ?? DEFAULT_ZONE });
}

const asksDays = (rule: Rule): boolean => walk(rule.root).some(({ node }) => node.type === 'profile' && node.op === 'coming');

const channelProperties = ['channel_id', 'channel_kind'];

const asksChannels = (rule: Rule): boolean =>
  walk(rule.root).flatMap(({ node }) => patternsOf(node)).some(({ where = [] }) => where.some(({ property }) => channelProperties.includes(property)));

const channelsOf = (db: Querier, brandId: number): Promise<Channel[]> =>
  db.query<Channel & Record<string, unknown>>(
    `select id, kind, asset_id as "assetId", scene from channel where brand_id = $1 and scene is not null`, [brandId],
  );

async function segmentsBelow(db: Querier, brandId: number, rule: Rule): Promise<Map<string, Stored>> {
  const found = new Map<string, Stored>();
  for (let asked = segmentsIn(rule); asked.length > 0;) {
    // What their members follow; of a draft, what it says so far.
    const rows = await db.query<Row & Stored & { id: string }>(
      `select id, kind, coalesce(live_rule, rule) as rule from segment where brand_id = $1 and id = any ($2) and state <> 'archived'`, [brandId, asked],
    );
    if (rows.length < asked.length) throw notFound({ zh: '规则引用的人群', en: 'segment the rule asks about' });
    for (const { id, kind, rule: below } of rows) found.set(id, { kind, rule: below });
    asked = [...new Set(rows.flatMap((row) => (row.rule ? segmentsIn(row.rule) : [])))].filter((id) => !found.has(id));
  }
  return found;
}

interface Lookups {
  segments: ReadonlyMap<string, Stored>;
  channels: readonly Channel[];
  zone: string;
}

function resolved(node: RuleNode, lookups: Lookups): ResolvedNode {
  switch (node.type) {
    case 'all':
    case 'any': return { type: node.type, nodes: node.nodes.map((child) => resolved(child, lookups)) };
    case 'not': return { type: 'not', node: resolved(node.node, lookups) };
    case 'segment': {
      const { rule } = lookups.segments.get(node.segmentId)!;
      return { type: 'segment', segmentId: node.segmentId, node: rule && resolved(rule.root, lookups) };
    }
    case 'event':
    case 'occurrence': return { ...node, event: pattern(node.event, lookups.channels) };
    case 'sequence': return { ...node, steps: node.steps.map((step) => pattern(step, lookups.channels)) };
    case 'profile': return node.op === 'coming' ? { ...node, zone: lookups.zone } : node;
    default: return node;
  }
}

const pattern = ({ types, where = [] }: EventPattern, channels: readonly Channel[]): ResolvedPattern =>
  ({ types, where: where.map((filter) => (channelProperties.includes(filter.property) ? { op: 'codes', codes: codesOf(filter, channels) } : filter)) });

const codesOf = (filter: PropertyFilter, channels: readonly Channel[]): Code[] => {
  const wanted = filter.op === 'in' ? filter.values : filter.op === 'equals' ? [filter.value] : null;
  const of = filter.property === 'channel_id' ? 'id' : 'kind';
  return channels.filter((channel) => wanted === null || wanted.includes(channel[of])).map(({ assetId, scene }) => ({ assetId, scene }));
};
