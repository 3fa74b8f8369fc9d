import type { Caller, JsonAnswer } from '../call.ts';

interface Credentials {
  appid: string;
  secret: string;
}

/** One attempt to learn the current API token (official-account 6.1). `force` kills the previous one at once. */
export const fetchStableToken = (call: Caller, { appid, secret }: Credentials, force: boolean) =>
  call.json<{ access_token: string; expires_in: number }>({
    method: 'POST',
    path: '/cgi-bin/stable_token',
    token: false,
    json: { grant_type: 'client_credential', appid, secret, ...(force ? { force_refresh: true } : {}) },
  });

export interface CallbackCheck {
  dns?: { ip: string; real_operator: string }[];
  ping?: { ip: string; from_operator: string; package_loss: string; time: string }[];
}

export interface QuotaAnswer {
  quota: { daily_limit: number; used: number; remain: number };
  rate_limit?: { call_count: number; refresh_second: number };
  component_rate_limit?: { call_count: number; refresh_second: number };
}

export interface MovedOpenid {
  ori_openid: string;
  new_openid?: string;
  err_msg: string;
}

/** Base calls (official-account 6.3, 19). */
export const baseApi = (call: Caller, { appid, secret }: Credentials) => ({
  /** Addresses pushes come from; change rarely, read daily. */
  callbackIps: async () => (await call.json<{ ip_list: string[] }>({ method: 'GET', path: '/cgi-bin/getcallbackip' })).ip_list,
  apiDomainIps: async () => (await call.json<{ ip_list: string[] }>({ method: 'GET', path: '/cgi-bin/get_api_domain_ip' })).ip_list,
  /** 40201 when the account has no callback url. */
  checkCallback: (action: 'dns' | 'ping' | 'all', operator: 'CHINANET' | 'UNICOM' | 'CAP' | 'DEFAULT' = 'DEFAULT') =>
    call.json<CallbackCheck>({ method: 'POST', path: '/cgi-bin/callback/check', json: { action, check_operator: operator } }),
  /** Ten resets a month for the whole account; 48006 when used up. */
  clearQuota: () => call.json<JsonAnswer>({ method: 'POST', path: '/cgi-bin/clear_quota', json: { appid } }),
  clearQuotaWithSecret: () =>
    call.json<JsonAnswer>({ method: 'POST', path: '/cgi-bin/clear_quota/v2', token: false, query: { appid, appsecret: secret }, json: { appid, appsecret: secret } }),
  quota: (cgiPath: string) => call.json<QuotaAnswer>({ method: 'POST', path: '/cgi-bin/openapi/quota/get', json: { cgi_path: cgiPath } }),
  clearQuotaOf: (cgiPath: string) => call.json<JsonAnswer>({ method: 'POST', path: '/cgi-bin/openapi/quota/clear', json: { cgi_path: cgiPath } }),
  requestByRid: (rid: string) => call.json<{ request: JsonAnswer }>({ method: 'POST', path: '/cgi-bin/openapi/rid/get', json: { rid } }),
  autoReplies: () => call.json<JsonAnswer>({ method: 'GET', path: '/cgi-bin/get_current_autoreply_info' }),
  /** After an account migration: the new openids of people known by their old ones. */
  changeOpenids: async (fromAppid: string, openids: readonly string[]) =>
    (await call.json<{ result_list: MovedOpenid[] }>({ method: 'POST', path: '/cgi-bin/changeopenid', json: { from_appid: fromAppid, openid_list: openids } })).result_list,
  /** For `jssdkSignature` (`jsapi`) and card signatures (`wx_card`); cache it, it lives two hours. */
  ticket: (type: 'jsapi' | 'wx_card') =>
    call.json<{ ticket: string; expires_in: number }>({ method: 'GET', path: '/cgi-bin/ticket/getticket', query: { type } }),
});
