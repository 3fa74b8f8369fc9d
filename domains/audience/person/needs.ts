import { secondOf, secondsOf } from '../rule/durations.ts';
import type { ResolvedNode, ResolvedPattern } from '../rule/resolve.ts';
import type { Period } from '../rule/types.ts';

/** What has to be read of a person to judge a rule. */
export interface Needs {
  /** Events that can touch it. */
  patterns: readonly ResolvedPattern[];
  /** Types of event it asks about, each with how far back: seconds before now, or since a second; Infinity: all. */
  types: ReadonlyMap<string, Reach>;
  /** Lists it asks about. */
  lists: readonly string[];
  /** Whether it asks what people stated: their profile and consents. */
  stated: boolean;
}

export interface Reach {
  back: number;
  since: number;
}

export function needsOf(node: ResolvedNode): Needs {
  const asked = asks(node);
  const types = farthest(asked.events.flatMap(({ pattern, reach }) => pattern.types.map((type) => [type, reach] as const)));
  return { patterns: asked.events.map(({ pattern }) => pattern), types, lists: asked.lists, stated: asked.stated };
}

/** Of each type the one that goes back farthest. */
function farthest(reaches: Iterable<readonly [string, Reach]>): Map<string, Reach> {
  const types = new Map<string, Reach>();
  for (const [type, { back, since }] of reaches) {
    const known = types.get(type);
    types.set(type, known ? { back: Math.max(known.back, back), since: Math.min(known.since, since) } : { back, since });
  }
  return types;
}

/** The needs of several rules together. */
export function allNeeds(needs: readonly Needs[]): Needs {
  return {
    patterns: needs.flatMap(({ patterns }) => patterns), types: farthest(needs.flatMap(({ types }) => [...types])), lists: [...new Set(needs.flatMap(({ lists }) => lists))], stated: needs.some(({ stated }) => stated),
  };
}

/** The first second from which events have to be read. */
export const readFrom = ({ types }: Needs, now: number): number => Math.min(...[...types.values()].map(({ back, since }) => Math.min(now - back, since)));

interface Asked {
  events: { pattern: ResolvedPattern; reach: Reach }[];
  lists: string[];
  stated: boolean;
}

function asks(node: ResolvedNode): Asked {
  const none: Asked = { events: [], lists: [], stated: false };
  const together = (all: readonly Asked[]): Asked => ({
    events: all.flatMap(({ events }) => events), lists: all.flatMap(({ lists }) => lists), stated: all.some(({ stated }) => stated),
  });
  switch (node.type) {
    case 'all':
    case 'any': return together(node.nodes.map(asks));
    case 'not': return asks(node.node);
    case 'segment': return node.node ? asks(node.node) : { ...none, lists: [node.segmentId] };
    case 'event': return { ...none, events: [{ pattern: node.event, reach: reachOf(node.period) }] };
    // The first and the last time are among all times.
    case 'occurrence': return { ...none, events: [{ pattern: node.event, reach: reachOf({ type: 'ever' }) }] };
    case 'sequence': return { ...none, events: node.steps.map((pattern) => ({ pattern, reach: reachOf(node.period) })) };
    case 'profile':
    case 'consent': return { ...none, stated: true };
    default: return none;
  }
}

function reachOf(period: Period): Reach {
  if (period.type === 'last') return { back: secondsOf(period), since: Infinity };
  const from = period.type === 'between' && period.from !== undefined ? secondOf(period.from) : -Infinity;
  return { back: 0, since: from };
}
