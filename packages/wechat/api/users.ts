import type { Caller } from '../call.ts';

export type PlatformLanguage = 'zh_CN' | 'zh_TW' | 'en';

/** A page of openids. An empty page or an empty `nextOpenid` ends the list. */
export interface OpenidPage {
  total: number;
  openids: string[];
  nextOpenid: string;
}

/** What WeChat still tells about a follower (official-account 8); no nickname or avatar since December 2021. */
export interface UserInfo {
  /** 0: does not follow, and then nothing but the openid is given. */
  subscribe: 0 | 1;
  openid: string;
  language?: string;
  /** Unix seconds of the latest follow. */
  subscribe_time?: number;
  unionid?: string;
  remark?: string;
  groupid?: number;
  tagid_list?: number[];
  /** ADD_SCENE_…; an open set. */
  subscribe_scene?: string;
  qr_scene?: number;
  qr_scene_str?: string;
}

/** People in one batch. */
export const USER_BATCH = 100;

interface PageAnswer {
  total?: number;
  count: number;
  data?: { openid?: string[] };
  next_openid?: string;
}

/** `count` 0 comes without `data` (official-account 8). */
export const readOpenidPage = (answer: PageAnswer): OpenidPage => ({
  total: answer.total ?? 0,
  openids: answer.data?.openid ?? [],
  nextOpenid: answer.count === 0 ? '' : (answer.next_openid ?? ''),
});

/** Users (official-account 8). */
export const usersApi = (call: Caller) => ({
  list: async (after = ''): Promise<OpenidPage> =>
    readOpenidPage(await call.json({ method: 'GET', path: '/cgi-bin/user/get', query: { next_openid: after || undefined } })),
  info: (openid: string, lang: PlatformLanguage = 'zh_CN') =>
    call.json<UserInfo>({ method: 'GET', path: '/cgi-bin/user/info', query: { openid, lang } }),
  /** At most 100; one bad openid fails the whole batch (40003). */
  batchInfo: async (openids: readonly string[], lang: PlatformLanguage = 'zh_CN'): Promise<UserInfo[]> => {
    const user_list = openids.map((openid) => ({ openid, lang }));
    return (await call.json<{ user_info_list: UserInfo[] }>({ method: 'POST', path: '/cgi-bin/user/info/batchget', json: { user_list } })).user_info_list;
  },
  /** Under 30 characters. */
  updateRemark: (openid: string, remark: string) =>
    call.json({ method: 'POST', path: '/cgi-bin/user/info/updateremark', json: { openid, remark } }),
});
