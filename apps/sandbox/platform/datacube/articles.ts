import { fail } from '../errcodes/error.ts';
import type { Api, Call } from '../http/define.ts';
import type { AccountState } from '../platform.ts';
import { beijingDay, dayNumber, dayText } from '../time/clock.ts';
import { type ArticleStats, type Reading, READ_SCENES, STATISTICS_DAYS } from './counters.ts';
import { isDelayed, readSpan } from './span.ts';

/** Readers by source, 全部 first (contract 17). */
const sources = (stats: Reading) => [
  { user_count: stats.users, scene_desc: '全部' },
  ...READ_SCENES.map((scene_desc, index) => ({ user_count: stats.sceneUsers[index]!, scene_desc })),
];

const ratio = (part: number, whole: number): number => (whole > 0 ? Math.round((part / whole) * 10_000) / 10_000 : 0);

function detail(article: ArticleStats, day: number, stats: Reading): Record<string, unknown> {
  const left = stats.exits.reduce((sum, count) => sum + count, 0);
  return {
    stat_date: dayText(day),
    read_user: stats.users,
    read_user_source: sources(stats),
    share_user: stats.share,
    zaikan_user: stats.zaikan,
    like_user: stats.like,
    comment_count: stats.comments,
    collection_user: stats.favourite,
    praise_money: 0,
    read_subscribe_user: stats.followed,
    read_delivery_rate: ratio(stats.sceneUsers[0]!, article.delivered),
    read_finish_rate: ratio(stats.finished, left),
    read_avg_activetime: left > 0 ? Math.round((stats.minutes / left) * 100) / 100 : 0,
    read_jump_position: stats.exits.map((count, index) => ({ position: index + 1, rate: ratio(count, left) })),
  };
}

/** The articles somebody read on the day, in order of publication. */
const readOn = (account: AccountState, day: number): { article: ArticleStats; stats: Reading }[] =>
  [...account.datacube.articles.values()].flatMap((article) => {
    const stats = article.days.get(day);
    return stats ? [{ article, stats }] : [];
  });

/** Checks the span, the first day that has data, and whether the figures are late. */
function answer(call: Call, span: number, items: (day: number) => Record<string, unknown>[]): Record<string, unknown> {
  const { account, body, now } = call;
  const { from, to } = readSpan(body, span, account.settings, now);
  const list: Record<string, unknown>[] = [];
  let delayed = false;
  for (let day = Math.max(from, dayNumber(account.settings.articleDataFrom)); day <= to; day++) {
    if (isDelayed(day, account.settings, now)) delayed = true;
    else list.push(...items(day));
  }
  return { list, is_delay: delayed };
}

const current: readonly Api[] = [
  {
    path: '/datacube/getarticleread', method: 'POST', right: 'datacube',
    handle: (call) => answer(call, 1, (day) => readOn(call.account, day).map(({ article, stats }) => ({
      ref_date: dayText(day), msgid: article.msgid, detail: { read_user: stats.users, read_user_source: sources(stats) },
    }))),
  },
  {
    path: '/datacube/getarticleshare', method: 'POST', right: 'datacube',
    handle: (call) => answer(call, 1, (day) => readOn(call.account, day).filter(({ stats }) => stats.share > 0).map(({ article, stats }) => ({
      ref_date: dayText(day), msgid: article.msgid, detail: { share_user: stats.share },
    }))),
  },
  {
    path: '/datacube/getbizsummary', method: 'POST', right: 'datacube',
    handle: (call) => answer(call, 30, (day) => {
      const stats = call.account.datacube.days.get(day);
      if (!stats) return [];
      const sent = [...call.account.datacube.articles.values()].filter((article) => article.day === day).length;
      return [{
        ref_date: dayText(day),
        detail: {
          read_user: stats.users, read_user_source: sources(stats), share_user: stats.share, zaikan_user: stats.zaikan,
          like_user: stats.like, comment_count: stats.comments, collection_user: stats.favourite,
          redirect_ori_page_user: stats.outward, send_page_count: sent,
        },
      }];
    }),
  },
  {
    path: '/datacube/getarticletotaldetail', method: 'POST', right: 'datacube',
    handle: (call) => answer(call, 1, (day) => [...call.account.datacube.articles.values()].filter((article) => article.day === day).map((article) => ({
      ref_date: dayText(day), msgid: article.msgid, publish_type: article.publishType, title: article.title, content_url: article.url,
      detail_list: [...article.days].sort(([a], [b]) => a - b)
        .filter(([stat]) => stat - day < STATISTICS_DAYS && stat <= lastReady(call))
        .map(([stat, stats]) => detail(article, stat, stats)),
    }))),
  },
];

const lastReady = ({ account, now }: Call): number => {
  const yesterday = beijingDay(now) - 1;
  return isDelayed(yesterday, account.settings, now) ? yesterday - 1 : yesterday;
};

/** Fields the retired calls share (*read* in contract 17). */
const old = (stats: Reading) => ({
  int_page_read_user: stats.users, int_page_read_count: stats.reads, ori_page_read_user: stats.outward, ori_page_read_count: stats.outward,
  share_user: stats.share, share_count: stats.share, add_to_fav_user: stats.favourite, add_to_fav_count: stats.favourite,
});

/** scene_desc by position → the retired user_source codes. */
const OLD_SOURCES = [0, 1, 2, 4, 5, 6, 7];
const ALL_SOURCES = 99_999_999;

/** A retired call: 48001 once the account is past them. */
const retired = (name: string, span: number, items: (account: AccountState, day: number) => Record<string, unknown>[]): Api => ({
  path: `/datacube/${name}`, method: 'POST', right: 'datacube',
  handle({ account, body, now }) {
    if (!account.settings.retiredDatacube) fail(48001);
    const { from, to } = readSpan(body, span, account.settings, now);
    const list: Record<string, unknown>[] = [];
    for (let day = from; day <= to; day++) list.push(...items(account, day).map((item) => ({ ref_date: dayText(day), ...item })));
    return { list };
  },
});

/** Totals since sending, as getarticletotal gave them: each day includes those before it. */
function runningTotals(article: ArticleStats): Record<string, unknown>[] {
  const total = { users: 0, reads: 0, outward: 0, share: 0, favourite: 0, sceneUsers: [0, 0, 0, 0, 0, 0, 0], sceneReads: [0, 0, 0, 0, 0, 0, 0] };
  const details: Record<string, unknown>[] = [];
  for (let day = article.day; day < article.day + 7; day++) {
    const stats = article.days.get(day);
    if (!stats) continue;
    for (const name of ['users', 'reads', 'outward', 'share', 'favourite'] as const) total[name] += stats[name];
    stats.sceneUsers.forEach((count, scene) => (total.sceneUsers[scene]! += count));
    stats.sceneReads.forEach((count, scene) => (total.sceneReads[scene]! += count));
    const by = (scene: number, name: string) => ({
      [`int_page_from_${name}_read_user`]: total.sceneUsers[scene], [`int_page_from_${name}_read_count`]: total.sceneReads[scene],
    });
    details.push({
      stat_date: dayText(day), target_user: article.delivered,
      int_page_read_user: total.users, int_page_read_count: total.reads, ori_page_read_user: total.outward, ori_page_read_count: total.outward,
      share_user: total.share, share_count: total.share, add_to_fav_user: total.favourite, add_to_fav_count: total.favourite,
      ...by(0, 'session'), ...by(3, 'hist_msg'), ...by(2, 'feed'), ...by(1, 'friends'), ...by(4, 'other'),
      feed_share_from_session_user: total.share, feed_share_from_session_cnt: total.share,
      feed_share_from_feed_user: 0, feed_share_from_feed_cnt: 0, feed_share_from_other_user: 0, feed_share_from_other_cnt: 0,
    });
  }
  return details;
}

const retiredApis: readonly Api[] = [
  retired('getarticlesummary', 1, (account, day) =>
    readOn(account, day).filter(({ article }) => article.publishType === 0)
      .map(({ article, stats }) => ({ user_source: 0, msgid: article.msgid, title: article.title, ...old(stats) }))),
  retired('getarticletotal', 1, (account, day) =>
    [...account.datacube.articles.values()].filter((article) => article.day === day && article.publishType === 0)
      .map((article) => ({ msgid: article.msgid, title: article.title, url: article.url, details: runningTotals(article) }))),
  retired('getuserread', 3, (account, day) => {
    const stats = account.datacube.days.get(day);
    if (!stats) return [];
    const scenes = OLD_SOURCES.flatMap((user_source, scene) => (stats.sceneReads[scene]! > 0
      ? [{ user_source, int_page_read_user: stats.sceneUsers[scene], int_page_read_count: stats.sceneReads[scene], ori_page_read_user: 0, ori_page_read_count: 0, share_user: 0, share_count: 0, add_to_fav_user: 0, add_to_fav_count: 0 }]
      : []));
    return [{ user_source: ALL_SOURCES, ...old(stats) }, ...scenes];
  }),
  retired('getuserreadhour', 1, (account, day) =>
    [...(account.datacube.days.get(day)?.hours ?? [])].sort(([a], [b]) => a - b).map(([key, counts]) => ({
      ref_hour: Math.floor(key / 8) * 100, user_source: OLD_SOURCES[key % 8],
      int_page_read_user: counts.users, int_page_read_count: counts.reads, ori_page_read_user: 0, ori_page_read_count: 0,
      share_user: 0, share_count: 0, add_to_fav_user: 0, add_to_fav_count: 0,
    }))),
  retired('getusershare', 7, (account, day) => {
    const share = account.datacube.days.get(day)?.share ?? 0;
    return share > 0 ? [{ share_scene: 1, share_count: share, share_user: share }] : [];
  }),
  retired('getusersharehour', 1, (account, day) =>
    (account.datacube.days.get(day)?.shareHours ?? []).flatMap((share, hour) =>
      (share > 0 ? [{ ref_hour: hour * 100, share_scene: 1, share_count: share, share_user: share }] : []))),
];

export const articleDatacubeApis: readonly Api[] = [...current, ...retiredApis];
