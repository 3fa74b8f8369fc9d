import type { Person } from '../../world.ts';
import { hasRight } from '../accounts/settings.ts';
import { type AccountState, type Platform, now } from '../platform.ts';
import { addPerson, findByUnionid, findPerson } from '../users/people.ts';
import { type Scope, holdCode, newCode } from './oauth.ts';

export type Consent =
  /** `hold`: the code in it does not age until the function that returns is called. */
  | { kind: 'redirect'; location: string; hold(): () => void }
  /** snsapi_userinfo asks first; `confirm=1` is the tap. */
  | { kind: 'ask'; account: AccountState; person: Person }
  | { kind: 'error'; code: number; message: string };

const error = (code: number, message: string): Consent => ({ kind: 'error', code, message });

/**
 * The consent page of open.weixin.qq.com for one WeChat user (contract 18). `openid` may belong to another
 * account of this sandbox: it is the same person, found by unionid or made known.
 */
export function authorize(platform: Platform, query: URLSearchParams, openid: string): Consent {
  const account = platform.state.accounts.get(query.get('appid') ?? '');
  if (!account || !hasRight(account.settings, 'oauth')) return error(10005, '该公众号没有网页授权权限');
  const target = URL.parse(query.get('redirect_uri') ?? '');
  if (!target) return error(10003, 'redirect_uri 域名与后台配置不一致');
  if (account.settings.oauthDomain !== null && target.host !== account.settings.oauthDomain) return error(10003, 'redirect_uri 域名与后台配置不一致');
  const scope = query.get('scope');
  if (query.get('response_type') !== 'code' || (scope !== 'snsapi_base' && scope !== 'snsapi_userinfo')) return error(10005, '授权参数错误');
  const state = query.get('state') ?? '';
  if (!/^[\x21-\x7e]{0,128}$/.test(state)) return error(10005, 'state 参数错误');
  const person = personFor(platform, account, openid);
  if (!person) return error(10004, '没有登录的微信用户');
  if (scope === 'snsapi_userinfo' && query.get('confirm') !== '1') return { kind: 'ask', account, person };
  const code = newCode(account.oauth, person.openid, scope satisfies Scope, now(platform));
  target.searchParams.set('code', code);
  target.searchParams.set('state', state);
  return { kind: 'redirect', location: target.href, hold: () => holdCode(account.oauth, code) };
}

/** The same WeChat user as this account knows them. */
export function personFor(platform: Platform, account: AccountState, openid: string): Person | null {
  const own = findPerson(account.people, openid);
  if (own) return own;
  for (const other of platform.state.accounts.values()) {
    const there = findPerson(other.people, openid);
    if (!there?.unionid) continue;
    return findByUnionid(account.people, there.unionid) ?? addPerson(account.people, platform.state.seed, account.settings.appid, { unionid: there.unionid });
  }
  return null;
}
