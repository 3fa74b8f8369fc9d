import type { BaseUrls } from '@qingniao/wechat';
import type { Settings } from './settings.ts';

/** Where WeChat is called. */
export const wechatOf = ({ wechatApi, wechatMp, wechatOpen }: Settings): BaseUrls => ({ api: wechatApi, mp: wechatMp, open: wechatOpen });

/** Not a sandbox or a relay: what is asked there reaches Tencent. */
export const isRealWechat = ({ wechatApi }: Settings): boolean => new URL(wechatApi).hostname.endsWith('.weixin.qq.com');
