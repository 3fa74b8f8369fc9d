import { writeUrl } from '../engine/pages.ts';
import { type Launch, type PayParameters, Refused, type WeChat } from './wechat.ts';

/** Which official account signs people in, from the page’s head. */
export interface Outside {
  shopId: number;
  assetId: string;
  appid: string;
  /** Of open.weixin.qq.com. */
  authorize: string;
}

declare const WeixinJSBridge: { invoke(name: string, given: object, answer: (result: { err_msg: string }) => void): void } | undefined;

export const isWeChat = /MicroMessenger/i.test(navigator.userAgent);
const STATE = 'shop sign-in';

/**
 * A link opened outside a mini program: people sign in through the official account (snsapi_base, official-account 18), which
 * needs WeChat’s browser. Null while the page leaves for WeChat’s.
 * @param route what the address asks for
 */
export function inBrowser({ shopId, assetId, appid, authorize }: Outside, route: { path: string; query: Record<string, string> }): WeChat | null {
  const { code, state, ...query } = route.query;
  const expected = sessionStorage.getItem(STATE);
  let fresh = code !== undefined && state !== undefined && state === expected ? code : null;
  const leave = (): void => {
    const said = crypto.randomUUID().replaceAll('-', '');
    sessionStorage.setItem(STATE, said);
    const back = `${location.origin}${writeUrl(location.pathname, query)}`;
    // In this order, which WeChat asks for.
    location.replace(`${authorize}/connect/oauth2/authorize?appid=${appid}&redirect_uri=${encodeURIComponent(back)}&response_type=code&scope=snsapi_base&state=${said}#wechat_redirect`);
  };
  if (fresh === null) {
    leave();
    return null;
  }
  sessionStorage.removeItem(STATE);
  const launch: Launch = { scene: 1000, path: route.path, query, referrerInfo: {} };
  return {
    shop: { server: location.origin, shopId, assetId, channel: 'h5' }, launch, person: 'h5',
    login: async () => {
      if (fresh === null) {
        // Good for once: another is to be had by the same way only.
        leave();
        return new Promise(() => {});
      }
      const given = fresh;
      fresh = null;
      return given;
    },
    pay: (parameters: PayParameters) => new Promise((resolve, reject) => {
      if (!isWeChat || typeof WeixinJSBridge === 'undefined') return reject(new Refused('WeChat only'));
      const appId = appid;
      WeixinJSBridge.invoke('getBrandWCPayRequest', { appId, ...parameters }, ({ err_msg: said }) => {
        if (said.endsWith(':ok')) resolve();
        else reject(new Refused(said.endsWith(':cancel') ? 'cancel' : said));
      });
    }),
    share: async ({ path = '' }) => `${location.origin}/shop/${shopId}${path}`,
    onShow: () => {},
  };
}
