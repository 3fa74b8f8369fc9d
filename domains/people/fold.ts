import { eventTypes, type LogEvent } from '@qingniao/activity';
import type { Stage } from './matrix.ts';
import type { FollowFacts } from './sources.ts';
import { countEvent, stageOf, type CompiledStages, type StageCounts } from './stage-rules.ts';

export interface Period extends FollowFacts {
  identityId: number;
  eventId: number;
  followedAt: Date;
  unfollowedAt: Date | null;
  observed: boolean;
}

export interface Follower extends FollowFacts {
  identityId: number;
  subscribed: boolean;
  subscribedAt: Date | null;
  unsubscribedAt: Date | null;
  wechatTags: number[];
  syncedAt: Date | null;
  /** The latest follow, open while `unfollowedAt` is null. */
  last: Period | null;
}

export interface StageMove {
  eventId: number;
  at: Date;
  from: Stage | null;
  to: Stage;
}

/** Everything derived about one contact, built up by one event after the other in log order. */
export interface Person {
  createdAt: Date;
  firstSeenAt: Date;
  lastActiveAt: Date | null;
  stage: Stage;
  stageSince: Date;
  stageCounts: StageCounts;
  ownTags: Set<string>;
  /** Tags when the person was loaded. */
  savedTags: readonly string[];
  followers: Map<number, Follower>;
  /** Opened or changed since the person was loaded. */
  periods: Set<Period>;
  moves: StageMove[];
}

/** user/info's subscribe_time and the callback's CreateTime name the same follow when they are this close. */
export const SAME_FOLLOW = 60_000;

const derivesFrom = new Set<string>(['contact.synced', 'contact.imported', 'tag.added', 'tag.removed', 'consent.given', 'consent.withdrawn']);

/** Whether an event can change anything derived here; pushes alone are half of a log and change nothing. */
export const matters = (stages: CompiledStages, type: string): boolean =>
  derivesFrom.has(type) || isByPerson(type) || stages.conditions.has(type);

/** Whether an event can change more than when somebody was active and at which stage they are. */
export const isAboutFollowing = (type: string): boolean => followTypes.has(type);
const followTypes = new Set(['follow', 'unfollow', 'contact.synced', 'tag.added', 'tag.removed']);

const isByPerson = (type: string): boolean => eventTypes[type as keyof typeof eventTypes]?.actor === 'person';

/** The person after one more event; `person` is changed in place, null means this is their first. */
export function fold(person: Person | null, event: LogEvent, stages: CompiledStages): Person {
  const self = person ?? newcomer(event);
  if (event.at < self.firstSeenAt) self.firstSeenAt = event.at;
  if (isByPerson(event.type) && (self.lastActiveAt === null || event.at > self.lastActiveAt)) self.lastActiveAt = event.at;
  applyFollow(self, event);
  applyTag(self, event);
  applyStage(self, event, stages);
  return self;
}

const newcomer = (event: LogEvent): Person => ({
  createdAt: event.receivedAt, firstSeenAt: event.at, lastActiveAt: null,
  stage: 'lead', stageSince: event.at, stageCounts: {},
  ownTags: new Set(), savedTags: [], followers: new Map(), periods: new Set(),
  moves: [{ eventId: event.id, at: event.at, from: null, to: 'lead' }],
});

function applyStage(self: Person, event: LogEvent, stages: CompiledStages): void {
  const counts = countEvent(stages, self.stageCounts, event.type, event.props);
  if (counts === self.stageCounts) return;
  self.stageCounts = counts;
  const stage = stageOf(stages, counts);
  if (stage === self.stage) return;
  const arrival = self.moves.find((move) => move.eventId === event.id);
  if (arrival) arrival.to = stage;
  else self.moves.push({ eventId: event.id, at: event.at, from: self.stage, to: stage });
  self.stage = stage;
  self.stageSince = event.at;
}

function applyFollow(self: Person, event: LogEvent): void {
  if (event.identityId === null || event.assetId === null) return;
  if (event.type === 'follow') {
    const follower = followerOf(self, event.identityId, event.assetId);
    follow(self, follower, event, event.at, { observed: true, qrScene: text(event.props['scene']), subscribeScene: null });
  } else if (event.type === 'unfollow') {
    unfollow(self, followerOf(self, event.identityId, event.assetId), event.at);
  } else if (event.type === 'contact.synced') {
    synchronise(self, event, event.identityId, event.assetId);
  }
}

function followerOf(self: Person, identityId: number, assetId: string): Follower {
  const known = self.followers.get(identityId);
  if (known) return known;
  const made: Follower = {
    identityId, assetId, subscribed: false, subscribedAt: null, unsubscribedAt: null,
    subscribeScene: null, qrScene: null, wechatTags: [], syncedAt: null, last: null,
  };
  self.followers.set(identityId, made);
  return made;
}

interface FollowDetails {
  observed: boolean;
  subscribeScene: string | null;
  qrScene: string | null;
}

/**
 * Opens a period, or adds to the open one when both describe the same follow. The platform tells of a follow once
 * (repeated pushes never reach the log): two that were seen are two, however close.
 */
function follow(self: Person, follower: Follower, event: LogEvent, at: Date, details: FollowDetails): void {
  const open = openPeriod(follower);
  const same = open?.observed && details.observed ? 0 : SAME_FOLLOW;
  if (open && Math.abs(at.getTime() - open.followedAt.getTime()) <= same) {
    open.observed ||= details.observed;
    open.subscribeScene ??= details.subscribeScene;
    open.qrScene ??= details.qrScene;
    self.periods.add(open);
  } else if (open && at < open.followedAt) {
    return;
  } else {
    // An open period before a later follow: the unfollow between them never reached us.
    if (open) unfollow(self, follower, at);
    const unfollowedAt = endBefore(follower, at);
    follower.last = {
      identityId: follower.identityId, assetId: follower.assetId, eventId: event.id,
      followedAt: at, unfollowedAt, ...details,
    };
    self.periods.add(follower.last);
    follower.subscribed = unfollowedAt === null;
    follower.subscribedAt = at;
    follower.unsubscribedAt = unfollowedAt;
  }
  copySource(follower);
}

/** The end of a follow that was overtaken by its own unfollow. */
function endBefore({ last, unsubscribedAt: left }: Follower, at: Date): Date | null {
  const known = last?.unfollowedAt ?? null;
  return left !== null && at < left && (known === null || (known <= at && known < left)) ? left : null;
}

const openPeriod = ({ last }: Follower): Period | null => (last && last.unfollowedAt === null ? last : null);

function copySource(follower: Follower): void {
  follower.subscribeScene = follower.last!.subscribeScene;
  follower.qrScene = follower.last!.qrScene;
}

function unfollow(self: Person, follower: Follower, at: Date): void {
  const open = openPeriod(follower);
  // Delivered late: the follow after it has ended the one it speaks of.
  if (open && at < open.followedAt) return;
  if (open) {
    open.unfollowedAt = at;
    self.periods.add(open);
  }
  if (follower.subscribed || follower.unsubscribedAt === null || at > follower.unsubscribedAt) follower.unsubscribedAt = at;
  follower.subscribed = false;
}

/** `contact.synced` carries what user/info said (official-account 8); an erased one carries nothing. */
function synchronise(self: Person, event: LogEvent, identityId: number, assetId: string): void {
  const { props } = event;
  if (typeof props['subscribed'] !== 'boolean') return;
  const follower = followerOf(self, identityId, assetId);
  if (!props['subscribed']) {
    if (follower.subscribed) unfollow(self, follower, event.at);
    return;
  }
  follower.syncedAt = event.at;
  if (Array.isArray(props['tag_ids'])) follower.wechatTags = sortedNumbers(props['tag_ids']);
  const subscribeTime = props['subscribe_time'];
  const since = typeof subscribeTime === 'number' ? new Date(subscribeTime * 1000) : openPeriod(follower)?.followedAt ?? event.at;
  const details = { observed: false, subscribeScene: text(props['subscribe_scene']), qrScene: text(props['qr_scene']) };
  // They left while user/info was on its way: it is about the follow before, whose source is still worth keeping.
  const left = follower.unsubscribedAt;
  if (!follower.subscribed && left !== null && since <= left) enrichClosed(self, follower, since, details);
  else follow(self, follower, event, since, details);
}

function enrichClosed(self: Person, follower: Follower, since: Date, details: FollowDetails): void {
  const { last } = follower;
  if (!last || Math.abs(since.getTime() - last.followedAt.getTime()) > SAME_FOLLOW) return;
  last.subscribeScene ??= details.subscribeScene;
  last.qrScene ??= details.qrScene;
  self.periods.add(last);
  copySource(follower);
}

const WECHAT_TAG = /^wx:([^:]+):(\d+)$/;

/** The id of WeChat's tag in ours: `wx:<asset>:<number>`. */
export const wechatTagId = (assetId: string, wechatId: number): string => `wx:${assetId}:${wechatId}`;

export function parseWechatTagId(tagId: string): { assetId: string; wechatId: number } | null {
  const match = WECHAT_TAG.exec(tagId);
  return match ? { assetId: match[1]!, wechatId: Number(match[2]) } : null;
}

function applyTag(self: Person, { type, identityId, props }: LogEvent): void {
  if ((type !== 'tag.added' && type !== 'tag.removed') || typeof props['tag'] !== 'string') return;
  const atWechat = parseWechatTagId(props['tag']);
  if (!atWechat) {
    if (type === 'tag.added') self.ownTags.add(props['tag']);
    else self.ownTags.delete(props['tag']);
    return;
  }
  const follower = identityId === null ? undefined : self.followers.get(identityId);
  if (!follower || follower.assetId !== atWechat.assetId) return;
  const others = follower.wechatTags.filter((id) => id !== atWechat.wechatId);
  follower.wechatTags = type === 'tag.added' ? sortedNumbers([...others, atWechat.wechatId]) : others;
}

/** Own tags and WeChat's of all followed accounts, sorted. */
export const tagsOf = (self: Person): string[] =>
  [...self.ownTags, ...new Set([...self.followers.values()].flatMap((one) => one.wechatTags.map((id) => wechatTagId(one.assetId, id))))].sort();

/** The follow that speaks for the contact: the latest one, whichever account; people who never followed have none. */
export function latestFollow(self: Person): Follower | null {
  const byTime = [...self.followers.values()].sort((a, b) =>
    (b.subscribedAt?.getTime() ?? -Infinity) - (a.subscribedAt?.getTime() ?? -Infinity) || a.identityId - b.identityId);
  return byTime[0] ?? null;
}

const text = (value: unknown): string | null =>
  typeof value === 'number' ? String(value) : typeof value === 'string' && value !== '' ? value : null;

const sortedNumbers = (values: readonly unknown[]): number[] =>
  [...new Set(values.filter((value): value is number => typeof value === 'number'))].sort((a, b) => a - b);
