import { notFound, now, nowDate, type Secrets } from '@qingniao/kernel';
import { fieldOf, type ContactCopy, type FieldKey } from '@qingniao/people';
import { type BrandDatabase } from '@qingniao/storage';
import type { FactEvent, PersonFacts } from './person/facts.ts';
import { consentOf, endOf, isIn, momentOf, spansOf } from './person/judge.ts';
import { matches } from './person/match.ts';
import { needsOf } from './person/needs.ts';
import { readFacts } from './person/read-facts.ts';
import { changeAfter, holdsAt } from './person/spans.ts';
import { secondOf } from './rule/durations.ts';
import { resolveRule, type ResolvedNode, type ResolvedPattern } from './rule/resolve.ts';
import type { Period, Rule, RuleNode } from './rule/types.ts';

/** One condition of the rule, and what decided it for one person. */
export interface Reason {
  /** `root.nodes.0`: where it stands in the rule. */
  path: string;
  type: RuleNode['type'];
  holds: boolean;
  /** When only time will change whether it holds; null: never. */
  until: Date | null;
  /** The newest events that count for it, newest first, at most ten. */
  events: { id: number; type: string; at: Date }[];
  /** How many events count; null where the condition is not about events. */
  count: number | null;
  /** What is known of the person that it asks about; empty: nothing. Null where it is not about that. */
  values: string[] | null;
  /** The conditions inside it. */
  reasons: Reason[];
}

export interface Why {
  asOf: Date;
  member: boolean;
  /** The next moment at which only time changes the answer; null: none. */
  changesAt: Date | null;
  reason: Reason;
}

const SHOWN_EVENTS = 10;

/** Stands for a value nobody is shown without a reason. */
const SEALED = '••';

/** Why a person fits a rule now, or does not. Throws 404 when there is no such person (any more). */
export async function whyMember(db: BrandDatabase, rule: Rule, contactId: number, secrets: Secrets): Promise<Why> {
  const asOf = nowDate();
  const node = await resolveRule(db, db.brandId, rule);
  const facts = (await readFacts(db, db.brandId, [contactId], needsOf(node), secondOf(now()), secrets)).get(contactId);
  if (!facts) throw notFound({ zh: '该联系人', en: 'contact' });
  const reason = reasonOf(node, 'root', facts, secondOf(asOf));
  return { asOf, member: reason.holds, changesAt: reason.until, reason };
}

function reasonOf(node: ResolvedNode, path: string, facts: PersonFacts, asOf: number): Reason {
  const spans = spansOf(node, facts);
  const until = changeAfter(spans, asOf);
  const counting = countingFor(node, facts, asOf);
  return {
    path, type: node.type, holds: holdsAt(spans, asOf), until: until === null ? null : new Date(until * 1000),
    events: (counting ?? []).slice(-SHOWN_EVENTS).reverse().map(({ id, type, second }) => ({ id, type, at: new Date(second * 1000) })),
    count: counting?.length ?? null, values: valuesFor(node, facts),
    reasons: inside(node, path).map(([child, place]) => reasonOf(child, place, facts, asOf)),
  };
}

/** The conditions inside a segment stand in that segment's own rule. */
function inside(node: ResolvedNode, path: string): [ResolvedNode, string][] {
  if (node.type === 'all' || node.type === 'any') return node.nodes.map((child, index) => [child, `${path}.nodes.${index}`]);
  if (node.type === 'not') return [[node.node, `${path}.node`]];
  return node.type === 'segment' && node.node ? [[node.node, `${path}.root`]] : [];
}

/** The events the condition counts, oldest first; null where it is not about events. */
function countingFor(node: ResolvedNode, { events }: PersonFacts, asOf: number): FactEvent[] | null {
  if (node.type === 'event') return counting(events, [node.event], node.period, asOf);
  if (node.type === 'sequence') return counting(events, node.steps, node.period, asOf);
  if (node.type !== 'occurrence') return null;
  const all = counting(events, [node.event], { type: 'ever' }, asOf);
  return node.which === 'first' ? all.slice(0, 1) : all.slice(-1);
}

const counting = (events: readonly FactEvent[], patterns: readonly ResolvedPattern[], period: Period, asOf: number): FactEvent[] =>
  events.filter((event) => event.second <= asOf && isIn(period, event.second) && asOf < endOf(period, event.second) && patterns.some((pattern) => matches(pattern, event)));

function valuesFor(node: ResolvedNode, { contact }: PersonFacts): string[] | null {
  switch (node.type) {
    case 'profile': return knownOf(node.field, contact);
    case 'consent': return [consentOf(contact, node.purpose)];
    case 'tag': return contact.tags.filter((tag) => node.tagIds.includes(tag));
    case 'stage': return [contact.stage];
    case 'source': return [contact.source_group];
    case 'channel': return contact.channel_id === '' ? [] : [contact.channel_id];
    case 'follows': return contact.assets;
    case 'moment': return [momentOf(node.of, contact)?.toISOString() ?? []].flat();
    default: return null;
  }
}

/** What was sealed stays so: only that it is known. */
const knownOf = (field: FieldKey, { profile }: ContactCopy): string[] => (profile[field] ?? []).map((value) => (fieldOf(field).sealed ? SEALED : value));
