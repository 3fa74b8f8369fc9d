import type { EventType } from '@qingniao/activity';
import type { FieldKey, PurposeKey, SourceGroup, Stage } from '@qingniao/people';

/**
 * A segment's rule: a tree of conditions about one person, the same for the builder, the API, pushes and reports.
 * What each condition means is said here and in docs/segments.md; both compilers and the oracle follow it.
 *
 * Times are whole seconds. A question is asked *as of* an instant; what happened after it does not count yet.
 */
export interface Rule {
  version: 1;
  root: RuleNode;
}

export type RuleNode =
  | AllNode | AnyNode | NotNode
  | ProfileNode | ConsentNode | TagNode | StageNode | SourceNode | ChannelNode | FollowsNode | MomentNode | SegmentNode
  | EventNode | OccurrenceNode | SequenceNode;

export type NodeType = RuleNode['type'];

/** Every one of them holds. */
export interface AllNode {
  type: 'all';
  nodes: RuleNode[];
}

/** At least one of them holds. */
export interface AnyNode {
  type: 'any';
  nodes: RuleNode[];
}

export interface NotNode {
  type: 'not';
  node: RuleNode;
}

/**
 * A field of the follower matrix, but no free words about one person (name, remark), and of what is sealed only a date,
 * asked whether it is known or coming. Of several choices any one counts. `profileOps` says which field takes which.
 */
export type ProfileNode =
  | { type: 'profile'; field: FieldKey; op: 'equals' | 'contains'; value: string }
  | { type: 'profile'; field: FieldKey; op: 'in'; values: string[] }
  | { type: 'profile'; field: FieldKey; op: 'filled' }
  | { type: 'profile'; field: FieldKey; op: 'less' | 'at_most' | 'at_least' | 'more'; value: number }
  | { type: 'profile'; field: FieldKey; op: 'before' | 'after'; value: string }
  | { type: 'profile'; field: FieldKey; op: 'between'; from: number | string; to: number | string }
  | ComingNode;

/**
 * The day of the year of a date is today or one of the next `days` days, by the calendar of the brand's zone: from one
 * midnight to another. 29 February is the 28th in years without it.
 */
export interface ComingNode {
  type: 'profile';
  field: FieldKey;
  op: 'coming';
  days: number;
}

/** The latest entry of the ledger for the purpose; `none`: never asked. */
export interface ConsentNode {
  type: 'consent';
  purpose: PurposeKey;
  state: 'given' | 'withdrawn' | 'none';
}

/** Carries at least one of these tags: own ones by id, WeChat's as `wx:<asset>:<number>`. */
export interface TagNode {
  type: 'tag';
  tagIds: string[];
}

/** Is at one of these stages (W-27). */
export interface StageNode {
  type: 'stage';
  stages: Stage[];
}

/** The latest follow came from one of these sources (W-05). */
export interface SourceNode {
  type: 'source';
  groups: SourceGroup[];
}

/** The latest follow came through one of these channels. */
export interface ChannelNode {
  type: 'channel';
  channelIds: string[];
}

/** Follows this account now; null: any account. */
export interface FollowsNode {
  type: 'follows';
  assetId: string | null;
}

/** Something that happened to the person once lies in the period: the latest follow, the unfollow after it, the first sight, the arrival at the stage. */
export interface MomentNode {
  type: 'moment';
  of: Moment;
  period: Period;
}
export type Moment = 'followed' | 'unfollowed' | 'first_seen' | 'stage_since';

/** Is somebody the other segment describes, by its published rule or list, at the same instant. */
export interface SegmentNode {
  type: 'segment';
  segmentId: string;
}

/** Did something so many times in a period. "Did not" is `at_most 0`. */
export interface EventNode {
  type: 'event';
  event: EventPattern;
  period: Period;
  count: { op: 'at_least' | 'at_most' | 'exactly'; n: number };
}

/** The first (or last) time they ever did something lies in the period. */
export interface OccurrenceNode {
  type: 'occurrence';
  which: 'first' | 'last';
  event: EventPattern;
  period: Period;
}

/**
 * Did one after the other, in this order and different events, all in the period; from the first step to the last at
 * most `within`. Others may lie between. Events of one second are in the order in which they arrived.
 */
export interface SequenceNode {
  type: 'sequence';
  steps: EventPattern[];
  within: Duration;
  period: Period;
}

/** Events of any of the types for which every filter holds. */
export interface EventPattern {
  types: EventType[];
  where?: PropertyFilter[];
}

/**
 * What an event says beside its type. `property` is the name in the event's properties, or one of `asset_id` (the
 * account), `channel_id` and `channel_kind` (of our code that was scanned).
 * Text and numbers are compared as text, `contains` minds upper and lower case; comparisons ask for a number.
 */
export type PropertyFilter =
  | { property: string; op: 'equals' | 'contains'; value: string }
  | { property: string; op: 'in'; values: string[] }
  | { property: string; op: 'filled' }
  | { property: string; op: 'less' | 'at_most' | 'at_least' | 'more'; value: number };

/**
 * `last`: an event counts from its second on for exactly so long, and no longer: 48 hours after 10:00:00 it is out at
 * 10:00:00. `between`: from `from` (included) until `until` (not included), either may be open. `ever`: since the log began.
 */
export type Period =
  | { type: 'ever' }
  | ({ type: 'last' } & Duration)
  | { type: 'between'; from?: string; until?: string };

export interface Duration {
  n: number;
  unit: 'second' | 'minute' | 'hour' | 'day';
}
