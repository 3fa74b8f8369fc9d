import { hasRight } from '../accounts/settings.ts';
import { fail } from '../errcodes/error.ts';
import { OK, type Api, type OpenCall } from '../http/define.ts';
import type { AccountState } from '../platform.ts';
import { findPerson } from '../users/people.ts';
import { nicknameOf } from '../users/api.ts';
import { TOKEN_LIFE, issueTokens, useCode } from './oauth.ts';

const accountOf = ({ platform, query }: OpenCall): AccountState => {
  const account = platform.state.accounts.get(query['appid'] || fail(41002)) ?? fail(40013);
  return hasRight(account.settings, 'oauth') ? account : fail(48001);
};

/** Tokens of people are looked up over all accounts: the call names none. */
function ownerOf({ platform, query, now }: OpenCall): { account: AccountState; openid: string; scope: string } {
  const token = query['access_token'] || fail(41001);
  for (const account of platform.state.accounts.values()) {
    const grant = account.oauth.tokens.get(token);
    if (!grant) continue;
    if (grant.expiresAt <= now) fail(42001);
    if (grant.openid !== query['openid']) fail(40003);
    return { account, openid: grant.openid, scope: grant.scope };
  }
  return fail(40014);
}

const unionOf = (account: AccountState, openid: string): { unionid?: string } => {
  const unionid = account.settings.openPlatform ? findPerson(account.people, openid)?.unionid : null;
  return unionid ? { unionid } : {};
};

export const oauthApis: readonly Api[] = [
  {
    path: '/sns/oauth2/access_token', method: 'ANY', open: true, textPlain: true,
    handle(call) {
      const { query, now } = call;
      const account = accountOf(call);
      if (!query['secret']) fail(41004);
      if (query['secret'] !== account.settings.secret) fail(40125);
      if (query['grant_type'] !== 'authorization_code') fail(40002);
      const grant = useCode(account.oauth, query['code'] || fail(41008), now);
      const { token, refresh } = issueTokens(account.oauth, grant, now);
      return {
        access_token: token, expires_in: TOKEN_LIFE / 1000, refresh_token: refresh, openid: grant.openid, scope: grant.scope,
        ...unionOf(account, grant.openid),
      };
    },
  },
  {
    path: '/sns/oauth2/refresh_token', method: 'ANY', open: true, textPlain: true,
    handle(call) {
      const { query, now } = call;
      const account = accountOf(call);
      if (query['grant_type'] !== 'refresh_token') fail(40002);
      const grant = account.oauth.refreshTokens.get(query['refresh_token'] || fail(41003)) ?? fail(40030);
      if (grant.expiresAt <= now) fail(42002);
      const { token } = issueTokens(account.oauth, grant, now);
      return { access_token: token, expires_in: TOKEN_LIFE / 1000, refresh_token: query['refresh_token'], openid: grant.openid, scope: grant.scope };
    },
  },
  {
    path: '/sns/userinfo', method: 'ANY', open: true, textPlain: true,
    handle(call) {
      const { account, openid, scope } = ownerOf(call);
      if (scope !== 'snsapi_userinfo') fail(48001);
      const person = findPerson(account.people, openid) ?? fail(40003);
      return {
        openid, nickname: nicknameOf(person), sex: 0, language: '', city: '', province: '', country: '',
        headimgurl: `${call.platform.baseUrl}/mmhead/${openid}`, privilege: [], ...unionOf(account, openid),
      };
    },
  },
  {
    path: '/sns/auth', method: 'ANY', open: true, textPlain: true,
    handle(call) {
      ownerOf(call);
      return OK;
    },
  },
];
