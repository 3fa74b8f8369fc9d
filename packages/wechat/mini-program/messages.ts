import { subscriptionTemplatesApi } from '../api/subscription-templates.ts';
import type { Caller } from '../call.ts';

/** In which WeChat words what surrounds a message. */
export const wechatLanguages = { zh: 'zh_CN', en: 'en_US' } as const;

export interface SubscribeMessage {
  touser: string;
  template_id: string;
  /** Opened by the card; may carry a query. Without it the card opens nothing. */
  page?: string;
  /** Limits go by the key's prefix: `thing` 20 characters, `phrase` 5, `character_string` 32, … Too long is refused, not cut. */
  data: Record<string, { value: string }>;
  miniprogram_state?: 'developer' | 'trial' | 'formal';
  lang?: 'zh_CN' | 'en_US' | 'zh_HK' | 'zh_TW';
}

/** What a mini program may send in its customer-service session (mini-program-and-pay 4.2). */
export type MiniProgramServiceMessage =
  | { msgtype: 'text'; text: { content: string } }
  | { msgtype: 'image'; image: { media_id: string } }
  | { msgtype: 'link'; link: { title: string; description: string; url: string; thumb_url: string } }
  | { msgtype: 'miniprogrampage'; miniprogrampage: { title: string; pagepath: string; thumb_media_id: string } };

/** Messages of a mini program (mini-program-and-pay 4). What reaches a person is never repeated when it may have arrived. */
export const messagesApi = (call: Caller) => ({
  /** Uses up one grant. 43101 when there is none, 47003 with the field's name, 43108 when two are sent to one person at once. */
  sendSubscription: (message: SubscribeMessage) =>
    call.json({ method: 'POST', path: '/cgi-bin/message/subscribe/send', once: true, json: { miniprogram_state: 'formal', lang: 'zh_CN', ...message } }),
  ...subscriptionTemplatesApi(call),

  /** 5 within 48 h of the person's message, 2 within a minute of entering the session: 45015 too late, 45047 used up. */
  sendService: (openid: string, message: MiniProgramServiceMessage) =>
    call.json({ method: 'POST', path: '/cgi-bin/message/custom/send', once: true, json: { touser: openid, ...message } }),
  typing: (openid: string, command: 'Typing' | 'CancelTyping') =>
    call.json({ method: 'POST', path: '/cgi-bin/message/custom/typing', json: { touser: openid, command } }),
});
