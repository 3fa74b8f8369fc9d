import type { BaseUrls, Caller, JsonAnswer } from '../call.ts';
import { subscriptionTemplatesApi } from './subscription-templates.ts';

export type TemplateData = Record<string, { value: string; color?: string }>;

export interface TemplateMessage {
  touser: string;
  template_id: string;
  url?: string;
  /** Wins over `url`. */
  miniprogram?: { appid: string; pagepath?: string };
  /** De-duplicates per openid for ten minutes. */
  client_msg_id?: string;
  data: TemplateData;
}

export interface PrivateTemplate {
  template_id: string;
  title: string;
  primary_industry: string;
  deputy_industry: string;
  content: string;
  example: string;
}

export interface OneTimeMessage {
  touser: string;
  template_id: string;
  url?: string;
  miniprogram?: { appid: string; pagepath?: string };
  scene: string;
  title: string;
  data: { content: { value: string; color?: string } };
}

/** Template, subscription and one-time messages (official-account 16). */
export const templatesApi = (call: Caller, { appid, baseUrls }: { appid: string; baseUrls: BaseUrls }) => {
  const post = <T = JsonAnswer>(path: string, json: unknown) => call.json<T>({ method: 'POST', path, json });
  const get = <T>(path: string, query?: Record<string, string | number>) => call.json<T>({ method: 'GET', path, ...(query ? { query } : {}) });
  return {
    /** → msgid of TEMPLATESENDJOBFINISH. Repeated only with a `client_msg_id`. */
    send: async (message: TemplateMessage) =>
      String((await call.json({ method: 'POST', path: '/cgi-bin/message/template/send', json: message, once: message.client_msg_id === undefined }))['msgid']),
    setIndustry: (first: string, second: string) => post('/cgi-bin/template/api_set_industry', { industry_id1: first, industry_id2: second }),
    industry: () => get<JsonAnswer>('/cgi-bin/template/get_industry'),
    add: async (shortId: string, keywords?: readonly string[]) =>
      (await post<{ template_id: string }>('/cgi-bin/template/api_add_template', { template_id_short: shortId, ...(keywords ? { keyword_name_list: keywords } : {}) })).template_id,
    list: async () => (await get<{ template_list: PrivateTemplate[] }>('/cgi-bin/template/get_all_private_template')).template_list,
    remove: (templateId: string) => post('/cgi-bin/template/del_private_template', { template_id: templateId }),

    /** 订阅通知 of a service account; 43101 when the person has no subscription left. */
    sendSubscription: (message: { touser: string; template_id: string; page?: string; miniprogram?: { appid: string; pagepath: string }; data: TemplateData }) =>
      call.json({ method: 'POST', path: '/cgi-bin/message/subscribe/bizsend', json: message, once: true }),
    ...subscriptionTemplatesApi(call),

    /** Where a person consents once (official-account 16.3); `scene` 0 to 10000. */
    oneTimeConsentUrl: (page: { scene: number; templateId: string; redirectUrl: string; reserved?: string }) => {
      const query = new URLSearchParams({
        action: 'get_confirm', appid, scene: String(page.scene), template_id: page.templateId,
        redirect_url: page.redirectUrl, ...(page.reserved ? { reserved: page.reserved } : {}),
      });
      return `${baseUrls.mp}/mp/subscribemsg?${query}#wechat_redirect`;
    },
    /** Works for people who do not follow; 43101 without consent. */
    sendOneTime: (message: OneTimeMessage) => call.json({ method: 'POST', path: '/cgi-bin/message/template/subscribe', json: message, once: true }),
  };
};
