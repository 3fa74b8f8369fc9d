import type { Api, OpenCall } from '../http/define.ts';
import { OK } from '../http/define.ts';
import { flagAt, neededText, textAt } from '../http/read.ts';
import { fail } from '../errcodes/error.ts';
import type { AccountState } from '../platform.ts';
import { countCall } from '../quotas/quotas.ts';
import { plainToken, stableToken } from './tokens.ts';

/** Appid, secret and address, in the order the platform complains about them. */
function signIn(call: OpenCall, given: Readonly<Record<string, unknown>>, path: string): AccountState {
  if (!textAt(given, 'appid')) fail(41002);
  if (textAt(given, 'grant_type') !== 'client_credential') fail(40002);
  const account = call.platform.state.accounts.get(textAt(given, 'appid')) ?? fail(40013);
  if (!textAt(given, 'secret')) fail(41004);
  if (textAt(given, 'secret') !== account.settings.secret) fail(40125);
  const allowed = account.settings.ipWhitelist;
  if (allowed.length > 0 && !allowed.includes(call.clientIp)) {
    fail(40164, `invalid ip ${call.clientIp} ipv6 ::ffff:${call.clientIp}, not in whitelist`);
  }
  countCall(account.quotas, path, call.now, call.platform.state.clock.mode);
  return account;
}

const answer = (issued: { value: string; expiresAt: number }, now: number) => ({
  access_token: issued.value,
  expires_in: Math.floor((issued.expiresAt - now) / 1000),
});

export const tokenApis: readonly Api[] = [
  {
    path: '/cgi-bin/token',
    method: 'GET',
    open: true,
    handle(call) {
      const account = signIn(call, call.query, this.path);
      return answer(plainToken(account.tokens, account.settings.appid, call.now), call.now);
    },
  },
  {
    path: '/cgi-bin/stable_token',
    method: 'POST',
    open: true,
    handle(call) {
      const account = signIn(call, call.body, this.path);
      return answer(stableToken(account.tokens, account.settings.appid, call.now, flagAt(call.body, 'force_refresh')), call.now);
    },
  },
  { path: '/cgi-bin/getcallbackip', method: 'GET', handle: () => ({ ip_list: ['127.0.0.1'] }) },
  { path: '/cgi-bin/get_api_domain_ip', method: 'GET', handle: () => ({ ip_list: ['127.0.0.1'] }) },
  {
    path: '/cgi-bin/callback/check',
    method: 'POST',
    handle({ account, body }) {
      const action = neededText(body, 'action', 40202);
      if (!['dns', 'ping', 'all'].includes(action)) fail(40202);
      if (!['CHINANET', 'UNICOM', 'CAP', 'DEFAULT'].includes(textAt(body, 'check_operator') || 'DEFAULT')) fail(40203);
      if (!account.settings.callbackUrl) fail(40201);
      const ip = '127.0.0.1';
      return {
        ...(action !== 'ping' && { dns: [{ ip, real_operator: 'DEFAULT' }] }),
        ...(action !== 'dns' && { ping: [{ ip, from_operator: 'DEFAULT', package_loss: '0%', time: '1.000ms' }] }),
      };
    },
  },
  {
    path: '/cgi-bin/get_current_autoreply_info',
    method: 'GET',
    handle: () => ({ is_add_friend_reply_open: 0, is_autoreply_open: 0 }),
  },
  {
    path: '/cgi-bin/changeopenid',
    method: 'POST',
    handle: ({ body }) => ({
      ...OK,
      result_list: (Array.isArray(body['openid_list']) ? body['openid_list'] : fail(40031)).map((openid: unknown) => ({
        ori_openid: openid,
        err_msg: 'ori_openid error',
      })),
    }),
  },
];
