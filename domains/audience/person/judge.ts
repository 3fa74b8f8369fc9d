import { now } from '@qingniao/kernel';
import type { ContactCopy } from '@qingniao/people';
import { secondOf, secondsOf } from '../rule/durations.ts';
import type { ResolvedNode, ResolvedPattern } from '../rule/resolve.ts';
import type { ComingNode, Moment, Period, ProfileNode } from '../rule/types.ts';
import { comingSpans } from './coming.ts';
import type { FactEvent, PersonFacts } from './facts.ts';
import { matches } from './match.ts';
import { always, complement, intersection, never, span, union, type Spans } from './spans.ts';

/**
 * When a rule holds for a person, all else staying as it is. True from the present on: facts that have no history here
 * (a city, a tag) are taken to have always been so.
 */
export function spansOf(node: ResolvedNode, facts: PersonFacts): Spans {
  switch (node.type) {
    case 'all': return intersection(node.nodes.map((child) => spansOf(child, facts)));
    case 'any': return union(node.nodes.map((child) => spansOf(child, facts)));
    case 'not': return complement(spansOf(node.node, facts));
    case 'segment': return node.node ? spansOf(node.node, facts) : constant(facts.lists.has(node.segmentId));
    case 'event': return counted(secondsOfMatches(node.event, facts), node.period, node.count);
    case 'occurrence': return occurrence(secondsOfMatches(node.event, facts), node.which, node.period);
    case 'sequence': return sequence(facts.events, node.steps, secondsOf(node.within), node.period);
    case 'moment': return moment(momentOf(node.of, facts.contact), node.period);
    case 'profile': return node.op === 'coming' ? coming(node, facts.contact) : constant(profile(node, facts.contact.profile[node.field] ?? []));
    default: return constant(holds(node, facts.contact));
  }
}

const constant = (true_: boolean): Spans => (true_ ? always : never);

/** What the condition asks about that has no time in it. */
type Timeless = Extract<ResolvedNode, { type: 'consent' | 'tag' | 'stage' | 'source' | 'channel' | 'follows' }>;

function holds(node: Timeless, contact: ContactCopy): boolean {
  switch (node.type) {
    case 'consent': return consentOf(contact, node.purpose) === node.state;
    case 'tag': return node.tagIds.some((id) => contact.tags.includes(id));
    case 'stage': return (node.stages as string[]).includes(contact.stage);
    case 'source': return (node.groups as string[]).includes(contact.source_group);
    case 'channel': return node.channelIds.includes(contact.channel_id);
    case 'follows': return node.assetId === null ? contact.subscribed === 1 : contact.assets.includes(node.assetId);
  }
}

function profile(node: Exclude<ProfileNode, ComingNode>, values: readonly string[]): boolean {
  const some = (passes: (value: string) => boolean) => values.some(passes);
  switch (node.op) {
    case 'equals': return values.includes(node.value);
    case 'in': return some((value) => node.values.includes(value));
    case 'contains': return some((value) => value.includes(node.value));
    case 'filled': return values.length > 0;
    case 'less': return some((value) => Number(value) < node.value);
    case 'at_most': return some((value) => Number(value) <= node.value);
    case 'at_least': return some((value) => Number(value) >= node.value);
    case 'more': return some((value) => Number(value) > node.value);
    case 'before': return some((value) => value < node.value);
    case 'after': return some((value) => value > node.value);
    case 'between': return some((value) => {
      const known = typeof node.from === 'number' ? Number(value) : value;
      return known >= node.from && known <= node.to;
    });
  }
}

/** The copy of a sealed date has only the day of the year. */
function coming(node: ComingNode & { zone: string }, { profile: told }: ContactCopy): Spans {
  const [date] = told[node.field] ?? [];
  return date === undefined ? never : comingSpans(date.slice(-5), node, secondOf(now()));
}

export const consentOf = (contact: ContactCopy, purpose: string): 'given' | 'withdrawn' | 'none' =>
  contact.consents_given.includes(purpose) ? 'given' : contact.consents_withdrawn.includes(purpose) ? 'withdrawn' : 'none';

export function momentOf(of: Moment, contact: ContactCopy): Date | null {
  switch (of) {
    case 'followed': return contact.followed_at;
    case 'unfollowed': return contact.unfollowed_at;
    case 'first_seen': return contact.first_seen_at;
    case 'stage_since': return contact.stage_since;
  }
}

const secondsOfMatches = (pattern: ResolvedPattern, { events }: PersonFacts): number[] =>
  events.filter((event) => matches(pattern, event)).map(({ second }) => second);

/** Whether something of this second can count for the period at all; how long it does is `endOf`. */
export function isIn(period: Period, second: number): boolean {
  if (period.type !== 'between') return true;
  return (period.from === undefined || second >= secondOf(period.from)) && (period.until === undefined || second < secondOf(period.until));
}

/** Until when something of this second counts. */
export const endOf = (period: Period, second: number): number => (period.type === 'last' ? second + secondsOf(period) : Infinity);

function moment(at: Date | null, period: Period): Spans {
  const second = at === null ? null : secondOf(at);
  return second !== null && isIn(period, second) ? span(second, endOf(period, second)) : never;
}

/** At least `n` from the n-th on, for as long as the first of some n that follow each other counts. */
function counted(seconds: readonly number[], period: Period, { op, n }: { op: 'at_least' | 'at_most' | 'exactly'; n: number }): Spans {
  const inside = seconds.filter((second) => isIn(period, second));
  const atLeast = (least: number): Spans => {
    if (least === 0) return always;
    const reached = inside.slice(least - 1);
    return union([never, ...(period.type === 'last' ? reached : reached.slice(0, 1)).map((last, index) => span(last, endOf(period, inside[index]!)))]);
  };
  if (op === 'at_least') return atLeast(n);
  const atMost = complement(atLeast(n + 1));
  return op === 'at_most' ? atMost : intersection([atLeast(n), atMost]);
}

function occurrence(seconds: readonly number[], which: 'first' | 'last', period: Period): Spans {
  // Each second is the last one until the next comes; the first one stays the first.
  const turns = which === 'first' ? seconds.slice(0, 1).map((second) => [second, Infinity] as const) : seconds.map((second, index) => [second, seconds[index + 1] ?? Infinity] as const);
  return union([never, ...turns.filter(([second]) => isIn(period, second)).map(([second, next]) => span(second, Math.min(next, endOf(period, second))))]);
}

/** From each first step the soonest of every next one: nothing later could be within if that is not. */
function sequence(events: readonly FactEvent[], steps: readonly ResolvedPattern[], within: number, period: Period): Spans {
  const inside = events.filter(({ second }) => isIn(period, second));
  const spans: Spans[] = [never];
  for (const [start, first] of inside.entries()) {
    if (!matches(steps[0]!, first)) continue;
    let at = start;
    for (const step of steps.slice(1)) {
      at = at < 0 ? at : inside.findIndex((event, index) => index > at && matches(step, event));
    }
    if (at < 0) continue;
    const last = inside[at]!.second;
    if (last - first.second <= within) spans.push(span(last, endOf(period, first.second)));
  }
  return union(spans);
}
