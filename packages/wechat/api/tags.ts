import type { Caller } from '../call.ts';
import { type OpenidPage, readOpenidPage } from './users.ts';

export interface PlatformTag {
  id: number;
  name: string;
  count?: number;
}

/** Openids in one call (official-account 9). */
export const TAG_BATCH = 50;

/** Tags and blacklist (official-account 9). A batch with one bad openid fails as a whole. */
export const tagsApi = (call: Caller) => {
  const post = <T>(path: string, json: unknown) => call.json<T>({ method: 'POST', path, json });
  const page = async (path: string, json: unknown): Promise<OpenidPage> => readOpenidPage(await post(path, json));
  return {
    create: async (name: string) => (await post<{ tag: PlatformTag }>('/cgi-bin/tags/create', { tag: { name } })).tag,
    list: async () => (await call.json<{ tags: PlatformTag[] }>({ method: 'GET', path: '/cgi-bin/tags/get' })).tags,
    rename: (id: number, name: string) => post('/cgi-bin/tags/update', { tag: { id, name } }),
    /** 45057 above 100,000 members: untag them first. */
    remove: (id: number) => post('/cgi-bin/tags/delete', { tag: { id } }),
    members: (tagid: number, after = '') => page('/cgi-bin/user/tag/get', { tagid, next_openid: after }),
    tag: (tagid: number, openids: readonly string[]) => post('/cgi-bin/tags/members/batchtagging', { openid_list: openids, tagid }),
    untag: (tagid: number, openids: readonly string[]) => post('/cgi-bin/tags/members/batchuntagging', { openid_list: openids, tagid }),
    ofUser: async (openid: string) => (await post<{ tagid_list: number[] }>('/cgi-bin/tags/getidlist', { openid })).tagid_list,
    blacklist: (after = '') => page('/cgi-bin/tags/members/getblacklist', { begin_openid: after }),
    block: (openids: readonly string[]) => post('/cgi-bin/tags/members/batchblacklist', { openid_list: openids }),
    unblock: (openids: readonly string[]) => post('/cgi-bin/tags/members/batchunblacklist', { openid_list: openids }),
  };
};
