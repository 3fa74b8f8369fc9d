import type { Article, ReadScene, SeededDay, SubscribeScene } from '../../world.ts';
import { beijingDay, beijingHour, dayNumber } from '../time/clock.ts';

/** Order of every per-scene array below; also the bits of a reader's mask. */
export const READ_SCENES: readonly ReadScene[] = ['公众号消息', '聊天会话', '朋友圈', '公众号主页', '其他', '推荐', '搜一搜'];

/** datacube's user_source of a follow (contract 17): payments are folded into 0 since June 2023. */
const SOURCES: Partial<Record<SubscribeScene, number>> = {
  ADD_SCENE_SEARCH: 1, ADD_SCENE_PROFILE_CARD: 17, ADD_SCENE_QR_CODE: 30, ADD_SCENE_PROFILE_LINK: 57,
  ADD_SCENE_WECHAT_ADVERTISEMENT: 100, ADD_SCENE_WXA: 149, ADD_SCENE_REPRINT: 161, ADD_SCENE_CHANNELS: 200, ADD_SCENE_LIVESTREAM: 201,
};
export const sourceOf = (scene: SubscribeScene): number => SOURCES[scene] ?? 0;

/** Readers and what they did: of one article on one day, or of the whole account. */
export interface Reading {
  users: number;
  reads: number;
  sceneUsers: number[];
  sceneReads: number[];
  /** By the fifth of the page at which they left. */
  exits: number[];
  finished: number;
  minutes: number;
  share: number;
  like: number;
  zaikan: number;
  favourite: number;
  comments: number;
  /** "Read more" and other outward taps. */
  outward: number;
  /** Follows that came out of the article. */
  followed: number;
}
export interface ArticleStats {
  msgid: string;
  msgDataId: string;
  position: number;
  title: string;
  url: string;
  day: number;
  publishType: 0 | 1;
  delivered: number;
  days: Map<number, Reading>;
  /** Person index → bits of the scenes they came by: a reader counts once, in days as in total. */
  readers: Map<number, number>;
}
export interface AccountDay extends Reading {
  /** `hour * 8 + scene` → users and reads. */
  hours: Map<number, { users: number; reads: number }>;
  /** Readers of the day over all articles, while the day is fresh. */
  seen: Map<number, number>;
  shareHours: number[];
}
export interface Datacube {
  users: Map<number, Map<number, { new: number; cancel: number }>>;
  /** Followers at the end of a seeded day. */
  cumulates: Map<number, number>;
  articles: Map<string, ArticleStats>;
  days: Map<number, AccountDay>;
  /** One entry a message: seconds, person index, datacube msg_type. */
  upstream: { at: number[]; person: number[]; type: number[] };
  seededUpstream: Map<number, { type: number; users: number; count: number }[]>;
}

export const newDatacube = (): Datacube => ({
  users: new Map(), cumulates: new Map(), articles: new Map(), days: new Map(),
  upstream: { at: [], person: [], type: [] }, seededUpstream: new Map(),
});

export const newReading = (): Reading => ({
  users: 0, reads: 0, sceneUsers: [0, 0, 0, 0, 0, 0, 0], sceneReads: [0, 0, 0, 0, 0, 0, 0], exits: [0, 0, 0, 0, 0],
  finished: 0, minutes: 0, share: 0, like: 0, zaikan: 0, favourite: 0, comments: 0, outward: 0, followed: 0,
});

export const newArticleStats = (article: Article, day: number, delivered: number): ArticleStats => ({
  msgid: article.msgid, msgDataId: article.msgDataId, position: article.position, title: article.title, url: article.url,
  day, publishType: article.publishType, delivered, days: new Map(), readers: new Map(),
});

export function accountDay(cube: Datacube, day: number): AccountDay {
  let held = cube.days.get(day);
  if (!held) {
    cube.days.set(day, (held = { ...newReading(), hours: new Map(), seen: new Map(), shareHours: new Array<number>(24).fill(0) }));
    // Nobody reads for the first time on a day that is over.
    for (const [old, stats] of cube.days) if (old < day - 1 && stats.seen.size > 0) stats.seen = new Map();
  }
  return held;
}

export function articleDay(article: ArticleStats, day: number): Reading {
  let held = article.days.get(day);
  if (!held) article.days.set(day, (held = newReading()));
  return held;
}

export function countFollow(cube: Datacube, scene: SubscribeScene, at: number, field: 'new' | 'cancel'): void {
  const day = beijingDay(at);
  let sources = cube.users.get(day);
  if (!sources) cube.users.set(day, (sources = new Map()));
  const source = sourceOf(scene);
  let counts = sources.get(source);
  if (!counts) sources.set(source, (counts = { new: 0, cancel: 0 }));
  counts[field]++;
}

/** Articles count for 30 days (contract 17). */
export const STATISTICS_DAYS = 30;

/** One person opens an article: a user once per article, and once per day over the account. */
export function countRead(cube: Datacube, article: ArticleStats, person: number, act: { at: number; scene: ReadScene; fifths: number; finished: boolean; minutes: number }): void {
  const day = beijingDay(act.at);
  if (day - article.day >= STATISTICS_DAYS) return;
  const scene = READ_SCENES.indexOf(act.scene);
  const bit = 1 << scene;
  const stats = articleDay(article, day);
  const seenBefore = article.readers.get(person) ?? 0;
  article.readers.set(person, seenBefore | bit);
  addRead(stats, scene, seenBefore, bit);
  stats.exits[act.fifths - 1]! += 1;
  stats.finished += act.finished ? 1 : 0;
  stats.minutes += act.minutes;
  const whole = accountDay(cube, day);
  const seenToday = whole.seen.get(person) ?? 0;
  whole.seen.set(person, seenToday | bit);
  addRead(whole, scene, seenToday, bit);
  addHour(whole, act.at, scene, seenToday === 0 ? 1 : 0, 1);
}

function addRead(stats: Reading, scene: number, seen: number, bit: number): void {
  if (seen === 0) stats.users++;
  if ((seen & bit) === 0) stats.sceneUsers[scene]! += 1;
  stats.reads++;
  stats.sceneReads[scene]! += 1;
}

export function addHour(day: AccountDay, at: number, scene: number, users: number, reads: number): void {
  const key = beijingHour(at) * 8 + scene;
  const held = day.hours.get(key);
  if (held) {
    held.users += users;
    held.reads += reads;
  } else day.hours.set(key, { users, reads });
}

/** Readers who follow nobody here: counted as given, on the article and on the account. */
export function countPassers(cube: Datacube, article: ArticleStats, act: { at: number; scene: ReadScene; users: number; reads: number; exits: readonly number[]; finished: number; minutes: number }): void {
  const day = beijingDay(act.at);
  if (day - article.day >= STATISTICS_DAYS) return;
  const scene = READ_SCENES.indexOf(act.scene);
  const whole = accountDay(cube, day);
  for (const stats of [articleDay(article, day), whole]) {
    stats.users += act.users;
    stats.reads += act.reads;
    stats.sceneUsers[scene]! += act.users;
    stats.sceneReads[scene]! += act.reads;
  }
  const stats = articleDay(article, day);
  act.exits.forEach((left, fifth) => (stats.exits[fifth]! += left));
  stats.finished += act.finished;
  stats.minutes += act.minutes;
  addHour(whole, act.at, scene, act.users, act.reads);
}

export function countEngagement(cube: Datacube, article: ArticleStats, at: number, counts: Partial<Pick<Reading, 'share' | 'like' | 'zaikan' | 'favourite' | 'comments' | 'outward' | 'followed'>>): void {
  const day = beijingDay(at);
  if (day - article.day >= STATISTICS_DAYS) return;
  const whole = accountDay(cube, day);
  const stats = articleDay(article, day);
  for (const [name, count] of Object.entries(counts) as [keyof typeof counts, number][]) {
    stats[name] += count;
    whole[name] += count;
  }
  whole.shareHours[beijingHour(at)]! += counts.share ?? 0;
}

/** History the sandbox did not live through (world.seedHistory). */
export function seedDays(cube: Datacube, days: readonly SeededDay[]): void {
  for (const seeded of days) {
    const day = dayNumber(seeded.day);
    cube.users.set(day, new Map(seeded.users.map((row) => [row.source, { new: row.new, cancel: row.cancel }])));
    if (seeded.cumulate !== undefined) cube.cumulates.set(day, seeded.cumulate);
    if (seeded.upstream) cube.seededUpstream.set(day, [...seeded.upstream]);
    for (const article of seeded.articles ?? []) seedArticle(cube, day, article);
  }
}

/** Followers at the end of a day the sandbox did not live through; null when nobody said. */
export const seededAt = (cube: Datacube, day: number): number | null => cube.cumulates.get(day) ?? null;

function seedArticle(cube: Datacube, day: number, seeded: NonNullable<SeededDay['articles']>[number]): void {
  const msgid = `${seeded.msgDataId}_${seeded.position}`;
  const stats: ArticleStats = {
    msgid, msgDataId: seeded.msgDataId, position: seeded.position, title: seeded.title,
    url: `https://mp.weixin.qq.com/s?mid=${seeded.msgDataId}&idx=${seeded.position}`, day, publishType: 0, delivered: seeded.delivered,
    days: new Map(), readers: new Map(),
  };
  cube.articles.set(msgid, stats);
  const spread = seeded.spread ?? [1];
  const scenes = READ_SCENES.map((scene) => seeded.readers[scene] ?? 0);
  const all = seeded.allReaders ?? scenes.reduce((sum, count) => sum + count, 0);
  let before = 0;
  spread.forEach((part, offset) => {
    const after = before + part;
    // Rounding the running total keeps the sum of the days exact.
    const share = (whole: number): number => Math.round(whole * after) - Math.round(whole * before);
    const reading: Reading = {
      ...newReading(),
      users: share(all), reads: share(all), sceneUsers: scenes.map(share), sceneReads: scenes.map(share),
      exits: (seeded.exits ?? [0, 0, 0, 0, all]).map(share), finished: share(all * (seeded.finishRate ?? 0.5)), minutes: share(all),
      share: share(seeded.share ?? 0), like: share(seeded.like ?? 0), zaikan: share(seeded.zaikan ?? 0),
      favourite: share(seeded.favourite ?? 0), comments: share(seeded.comments ?? 0),
    };
    before = after;
    stats.days.set(day + offset, reading);
    addReading(accountDay(cube, day + offset), reading);
  });
}

/** The account's day out of its articles'; somebody who read two counts twice, which only seeded days accept. */
function addReading(total: Reading, part: Reading): void {
  for (const name of ['users', 'reads', 'finished', 'minutes', 'share', 'like', 'zaikan', 'favourite', 'comments'] as const) total[name] += part[name];
  part.sceneUsers.forEach((count, scene) => (total.sceneUsers[scene]! += count));
  part.sceneReads.forEach((count, scene) => (total.sceneReads[scene]! += count));
}
