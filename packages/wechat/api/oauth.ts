import type { BaseUrls, Caller } from '../call.ts';

export interface OauthToken {
  access_token: string;
  expires_in: number;
  refresh_token: string;
  openid: string;
  scope: string;
  /** 1: a virtual visitor of the snapshot mode, not a person. */
  is_snapshotuser?: 0 | 1;
  unionid?: string;
}

export interface OauthUser {
  openid: string;
  nickname: string;
  /** 0 and empty since October 2021. */
  sex: number;
  province: string;
  city: string;
  country: string;
  headimgurl: string;
  privilege: string[];
  unionid?: string;
}

/** Web authorisation (official-account 18). Its token belongs to one person and is not the API token. */
export const oauthApi = (call: Caller, { appid, secret, baseUrls }: { appid: string; secret: string; baseUrls: BaseUrls }) => {
  const get = <T>(path: string, query: Record<string, string>) => call.json<T>({ method: 'GET', path, token: false, query });
  return {
    /** The platform wants exactly this order of parameters; `state` holds letters and digits, at most 128. */
    authorizeUrl: (page: { redirectUri: string; scope: 'snsapi_base' | 'snsapi_userinfo'; state: string }) =>
      `${baseUrls.open}/connect/oauth2/authorize?appid=${appid}&redirect_uri=${encodeURIComponent(page.redirectUri)}` +
      `&response_type=code&scope=${page.scope}&state=${page.state}#wechat_redirect`,
    /** 40029 for a wrong code, 40163 for a used one. */
    exchange: (code: string) => get<OauthToken>('/sns/oauth2/access_token', { appid, secret, code, grant_type: 'authorization_code' }),
    refresh: (refreshToken: string) => get<OauthToken>('/sns/oauth2/refresh_token', { appid, grant_type: 'refresh_token', refresh_token: refreshToken }),
    userInfo: (token: string, openid: string) => get<OauthUser>('/sns/userinfo', { access_token: token, openid, lang: 'zh_CN' }),
    check: (token: string, openid: string) => get('/sns/auth', { access_token: token, openid }),
  };
};
