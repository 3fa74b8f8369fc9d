import type { Json } from '@qingniao/activity';
import type { ContactCopy } from '@qingniao/people';
import type { Duration, EventPattern, Period, ProfileNode, PropertyFilter, Rule, RuleNode } from '../rule/types.ts';

/**
 * A second reading of `rule/types.ts`: slow, over the whole list of events, sharing nothing with the two compilers. Tests hold
 * all three against each other.
 */
export interface World {
  /** Every event of the brand. */
  events: readonly WorldEvent[];
  /** Whom each identity belongs to. */
  contactOf: ReadonlyMap<number, number>;
  /** The living, as the people room tells of them. */
  contacts: ReadonlyMap<number, ContactCopy>;
  /** Rules, or the identities a list names. */
  segments: ReadonlyMap<string, Rule | readonly number[]>;
  channels: readonly { id: string; kind: string; assetId: string; scene: string }[];
  /** Where the brand's days begin. */
  zone: string;
}

export interface WorldEvent {
  id: number;
  type: string;
  at: Date;
  assetId: string | null;
  identityId: number | null;
  props: Readonly<Record<string, Json>>;
}

/** Does the rule describe this person at this second? */
export const describes = (world: World, rule: Rule, person: number, now: number): boolean => world.contacts.has(person) && true_(world, rule.root, person, now);

function true_(world: World, node: RuleNode, person: number, now: number): boolean {
  const contact = world.contacts.get(person)!;
  switch (node.type) {
    case 'all': return node.nodes.every((child) => true_(world, child, person, now));
    case 'any': return node.nodes.some((child) => true_(world, child, person, now));
    case 'not': return !true_(world, node.node, person, now);
    case 'profile': {
      const values = contact.profile[node.field] ?? [];
      return node.op === 'filled' ? values.length !== 0 : values.some((value) => told(world, node, value, now));
    }
    case 'consent': {
      const said = contact.consents_given.includes(node.purpose) ? 'given' : contact.consents_withdrawn.includes(node.purpose) ? 'withdrawn' : 'none';
      return said === node.state;
    }
    case 'tag': return contact.tags.some((tag) => node.tagIds.includes(tag));
    case 'stage': return node.stages.some((stage) => stage === contact.stage);
    case 'source': return node.groups.some((group) => group === contact.source_group);
    case 'channel': return node.channelIds.some((id) => id === contact.channel_id);
    case 'follows': return node.assetId === null ? contact.assets.length > 0 : contact.assets.includes(node.assetId);
    case 'moment': {
      const at = { followed: contact.followed_at, unfollowed: contact.unfollowed_at, first_seen: contact.first_seen_at, stage_since: contact.stage_since }[node.of];
      return at !== null && lies(node.period, second(at), now);
    }
    case 'segment': {
      const other = world.segments.get(node.segmentId)!;
      if ('version' in other) return true_(world, other.root, person, now);
      return other.some((identity) => world.contactOf.get(identity) === person);
    }
    case 'event': {
      const times = happened(world, node.event, person).filter((event) => lies(node.period, second(event.at), now)).length;
      return node.count.op === 'at_least' ? times >= node.count.n : node.count.op === 'at_most' ? times <= node.count.n : times === node.count.n;
    }
    case 'occurrence': {
      const seconds = happened(world, node.event, person).map((event) => second(event.at)).filter((at) => at <= now);
      if (seconds.length === 0) return false;
      return lies(node.period, node.which === 'first' ? Math.min(...seconds) : Math.max(...seconds), now);
    }
    case 'sequence': {
      // Every way to choose one event a step.
      const choices = (step: number, before: WorldEvent[]): boolean => {
        if (step === node.steps.length) return second(before.at(-1)!.at) - second(before[0]!.at) <= length(node.within);
        return happened(world, node.steps[step]!, person)
          .filter((event) => lies(node.period, second(event.at), now))
          .filter((event) => before.length === 0 || isAfter(event, before.at(-1)!))
          .some((event) => choices(step + 1, [...before, event]));
      };
      return choices(0, []);
    }
  }
}

/** One thing a person told of a field. */
function told({ zone }: World, node: ProfileNode, value: string, now: number): boolean {
  switch (node.op) {
    case 'filled': return true;
    case 'in': return node.values.indexOf(value) >= 0;
    case 'equals': return value === node.value;
    case 'contains': return value.split(node.value).length > 1;
    case 'less': return parseFloat(value) < node.value;
    case 'at_most': return !(parseFloat(value) > node.value);
    case 'at_least': return !(parseFloat(value) < node.value);
    case 'more': return parseFloat(value) > node.value;
    case 'before': return Date.parse(value) < Date.parse(node.value);
    case 'after': return Date.parse(value) > Date.parse(node.value);
    case 'between': return typeof node.from === 'number' ? parseFloat(value) >= node.from && parseFloat(value) <= Number(node.to)
      : Date.parse(value) >= Date.parse(node.from) && Date.parse(value) <= Date.parse(String(node.to));
    case 'coming': {
      // The pages of a calendar, from today's on.
      const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(now * 1000);
      const page = (ahead: number) => new Date(Date.parse(today) + ahead * 86_400_000).toISOString().slice(5, 10);
      const day = value.slice(-5);
      return Array.from({ length: node.days + 1 }, (_, ahead) => ahead)
        .some((ahead) => page(ahead) === day || (day === '02-29' && page(ahead) === '02-28' && page(ahead + 1) === '03-01'));
    }
  }
}

const second = (at: Date): number => Math.floor(at.getTime() / 1000);
const length = ({ n, unit }: Duration): number => n * { second: 1, minute: 60, hour: 60 * 60, day: 24 * 60 * 60 }[unit];

const isAfter = (event: WorldEvent, other: WorldEvent): boolean => second(event.at) > second(other.at) || (second(event.at) === second(other.at) && event.id > other.id);

/** An event counts from its second on, and with "in the last" for exactly so long. */
function lies(period: Period, at: number, now: number): boolean {
  if (at > now) return false;
  if (period.type === 'ever') return true;
  if (period.type === 'last') return now < at + length(period);
  const from = period.from === undefined ? null : second(new Date(period.from));
  const until = period.until === undefined ? null : second(new Date(period.until));
  return (from === null || at >= from) && (until === null || at < until);
}

const happened = (world: World, pattern: EventPattern, person: number): WorldEvent[] =>
  world.events.filter((event) => event.identityId !== null && world.contactOf.get(event.identityId) === person
    && (pattern.types as string[]).includes(event.type) && (pattern.where ?? []).every((filter) => passes(world, filter, event)));

function passes(world: World, filter: PropertyFilter, event: WorldEvent): boolean {
  const asked = 'values' in filter ? filter.values : [];
  if (filter.property === 'channel_id' || filter.property === 'channel_kind') {
    const channel = world.channels.find((one) => one.assetId === event.assetId && one.scene === event.props['scene']);
    const value = filter.property === 'channel_id' ? channel?.id : channel?.kind;
    if (value === undefined) return false;
    return filter.op === 'filled' || (filter.op === 'in' ? asked.includes(value) : filter.op === 'equals' && filter.value === value);
  }
  const value = filter.property === 'asset_id' ? event.assetId : event.props[filter.property];
  if (filter.op === 'less' || filter.op === 'at_most' || filter.op === 'at_least' || filter.op === 'more') {
    if (typeof value !== 'number') return false;
    return { less: value < filter.value, at_most: value <= filter.value, at_least: value >= filter.value, more: value > filter.value }[filter.op];
  }
  // Yes and no are asked for as text, too; what has parts is nothing to compare.
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return false;
  const text = `${value}`;
  return filter.op === 'filled' ? text !== '' : filter.op === 'in' ? asked.includes(text) : filter.op === 'equals' ? text === filter.value : filter.op === 'contains' && text.includes(filter.value);
}
