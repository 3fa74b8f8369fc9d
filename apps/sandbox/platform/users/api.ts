import type { Person } from '../../world.ts';
import { fail } from '../errcodes/error.ts';
import type { Api } from '../http/define.ts';
import { OK } from '../http/define.ts';
import { characters, neededText, objectsAt, textAt } from '../http/read.ts';
import type { AccountState } from '../platform.ts';
import { findPerson, pageOf } from './people.ts';

const PAGE = 10_000;
const MOST_AT_ONCE = 100;
const REMARK = 30;

const known = (account: AccountState, openid: string): Person => findPerson(account.people, openid) ?? fail(40003);

/** user/info of one person (contract 8): somebody who left is only an openid. */
function describe({ settings, people }: AccountState, person: Person, language: string): Record<string, unknown> {
  if (people.unread?.delete(person.openid)) people.areRead = true;
  if (!person.subscribed) return { subscribe: 0, openid: person.openid };
  const scene = person.qrScene;
  return {
    subscribe: 1,
    openid: person.openid,
    ...(settings.legacyProfile && { nickname: nicknameOf(person), sex: 0, city: '', province: '', country: '', headimgurl: '' }),
    language: language || person.language,
    subscribe_time: person.subscribeTime,
    ...(settings.openPlatform && person.unionid && { unionid: person.unionid }),
    remark: person.remark,
    groupid: 0,
    tagid_list: person.tags,
    subscribe_scene: person.scene,
    qr_scene: typeof scene === 'number' ? scene : 0,
    qr_scene_str: typeof scene === 'string' ? scene : '',
  };
}

/** WeChat's own default name; nobody's real one. */
export const nicknameOf = (person: Person): string => `微信用户${String(person.index + 1).padStart(4, '0')}`;

export const userApis: readonly Api[] = [
  {
    path: '/cgi-bin/user/get', method: 'GET', right: 'users',
    handle({ account, query }) {
      const openids = pageOf(account.people, query['next_openid'] ?? '', PAGE, (person) => person.subscribed) ?? fail(40003);
      return {
        total: account.people.followers,
        count: openids.length,
        ...(openids.length > 0 && { data: { openid: openids } }),
        next_openid: openids.at(-1) ?? '',
      };
    },
  },
  {
    path: '/cgi-bin/user/info', method: 'GET', right: 'users',
    handle: ({ account, query }) => describe(account, known(account, query['openid'] || fail(41009)), query['lang'] ?? ''),
  },
  {
    path: '/cgi-bin/user/info/batchget', method: 'POST', right: 'users',
    handle({ account, body }) {
      const users = objectsAt(body, 'user_list', 40031);
      if (users.length === 0 || users.length > MOST_AT_ONCE) fail(40032);
      return { user_info_list: users.map((user) => describe(account, known(account, textAt(user, 'openid')), textAt(user, 'lang'))) };
    },
  },
  {
    path: '/cgi-bin/user/info/updateremark', method: 'POST', right: 'users',
    handle({ account, body }) {
      const person = known(account, neededText(body, 'openid', 41009));
      if (!person.subscribed) fail(46004);
      const remark = textAt(body, 'remark');
      if (characters(remark) >= REMARK) fail(40035);
      person.remark = remark;
      return OK;
    },
  },
];
