import type { BaseUrls } from '@qingniao/wechat';
import type { Settings } from './settings.ts';

/** Where WeChat is called. */
export const wechatOf = ({ wechatApi, wechatMp, wechatOpen }: Settings): BaseUrls => ({ api: wechatApi, mp: wechatMp, open: wechatOpen });
