import type { Text } from '@qingniao/kernel';
import type { WechatError } from '@qingniao/wechat';

/** The caller's address is not on the account's whitelist. */
export const NOT_ON_WHITELIST = 40164;

/** Why WeChat gave no token and what to do. It names the address it saw; only for showing, never decided by. */
export function refusalText({ errcode, errmsg, text }: WechatError): Text {
  const ip = errcode === NOT_ON_WHITELIST ? /\d{1,3}(?:\.\d{1,3}){3}/.exec(errmsg)?.[0] : undefined;
  if (!ip) return text;
  return {
    zh: `请在微信公众平台「设置与开发 → 开发接口管理 → IP 白名单」中加入 ${ip}。`,
    en: `Add ${ip} to the IP whitelist under Settings & Development in the WeChat console.`,
  };
}
