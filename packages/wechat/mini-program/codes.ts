import { type Caller, type FileAnswer, isFile } from '../call.ts';
import { networkError } from '../wechat-error.ts';

export type EnvVersion = 'release' | 'trial' | 'develop';

export interface UnlimitedCode {
  /** 1 to 32 of `0-9a-zA-Z!#$&'()*+,/:;=?@-._~`; the page reads it as `options.scene`, URL-encoded. */
  scene: string;
  /** Published, without a leading `/` and without a query; default the home page. */
  page?: string;
  /** False allows a page that is not published yet. */
  checkPath?: boolean;
  envVersion?: EnvVersion;
  /** Pixels, 280 to 1280; default 430. */
  width?: number;
  lineColor?: { r: number; g: number; b: number };
  /** A transparent ground: the picture is a PNG. */
  transparent?: boolean;
}

/** When a link ends: at a moment, or after whole days; 1 minute to 30 days ahead. */
export type LinkEnd = { at: Date } | { days: number };

export interface PageLink {
  /** Without a query. Empty: the home page. */
  path: string;
  /** At most 1,024 characters; what comes in `onLaunch` as `query`. */
  query?: string;
  envVersion?: EnvVersion;
}

export interface LinkInfo {
  appid: string;
  path: string;
  query: string;
  /** Unix seconds. */
  create_time: number;
  /** Unix seconds; 0 when it never ends. */
  expire_time: number;
  env_version: EnvVersion;
}

const page = ({ path, query, envVersion }: PageLink) => ({ path, query, env_version: envVersion });
const end = (until: LinkEnd) =>
  ('at' in until ? { expire_type: 0, expire_time: Math.floor(until.at.getTime() / 1000) } : { expire_type: 1, expire_interval: until.days });

/** Codes and links that open a page (mini-program-and-pay 2). Anybody may open a link: who it was made for is ours to enforce. */
export const codesApi = (call: Caller) => {
  const post = <T>(path: string, json: unknown) => call.json<T>({ method: 'POST', path, json });
  return {
    /** A permanent code, of which there may be any number. 40169 wrong scene, 41030 page not published. */
    unlimited: async (code: UnlimitedCode): Promise<FileAnswer> => {
      const path = '/wxa/getwxacodeunlimit';
      const answer = await call.file({
        method: 'POST',
        path,
        json: {
          scene: code.scene, page: code.page, check_path: code.checkPath, env_version: code.envVersion,
          width: code.width, line_color: code.lineColor, is_hyaline: code.transparent,
        },
      });
      if (!isFile(answer)) throw networkError(path, 'no picture came');
      return answer;
    },

    /** `https://wxaurl.cn/…`, for SMS and e-mail; launch scene 1194. 44993 when the day's 500,000 links are used up. */
    urlLink: async (to: PageLink, until: LinkEnd): Promise<string> =>
      (await post<{ url_link: string }>('/wxa/generate_urllink', { ...page(to), ...end(until) })).url_link,
    /** `weixin://dl/business/?t=…`, for a page of our own; launch scene 1065. Shares the quota of links. */
    scheme: async (to: PageLink, until: LinkEnd): Promise<string> =>
      (await post<{ openlink: string }>('/wxa/generatescheme', { jump_wxa: page(to), ...end(until) })).openlink,
    /** `#小程序://…`, works inside WeChat only; 30 days unless permanent. 43104 unless the account is of an e-commerce category. */
    shortLink: async (link: { pageUrl: string; title: string; permanent?: boolean }): Promise<string> =>
      (await post<{ link: string }>('/wxa/genwxashortlink', { page_url: link.pageUrl, page_title: link.title, is_permanent: link.permanent ?? false })).link,

    /** 85403 when there is no such link. */
    urlLinkInfo: async (link: string): Promise<LinkInfo> =>
      (await post<{ url_link_info: LinkInfo }>('/wxa/query_urllink', { url_link: link, query_type: 0 })).url_link_info,
    schemeInfo: async (link: string): Promise<LinkInfo> =>
      (await post<{ scheme_info: LinkInfo }>('/wxa/queryscheme', { scheme: link, query_type: 0 })).scheme_info,
  };
};
