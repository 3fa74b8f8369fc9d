import type { Caller } from '../call.ts';

export interface SubscriptionTemplate {
  priTmplId: string;
  title: string;
  content: string;
  example: string;
  /** 2 once, 3 long-term. */
  type: number;
  keywordEnumValueList?: { enumValueList: string[]; keywordCode: string }[];
}

/** The templates of subscription messages: the same calls for service accounts and mini programs (official-account 16, mini-program-and-pay 4.1). */
export const subscriptionTemplatesApi = (call: Caller) => {
  const post = <T>(path: string, json: unknown) => call.json<T>({ method: 'POST', path, json });
  const get = <T>(path: string, query?: Record<string, string | number>) => call.json<T>({ method: 'GET', path, ...(query ? { query } : {}) });
  return {
    subscriptionCategories: async () => (await get<{ data: { id: number; name: string }[] }>('/wxaapi/newtmpl/getcategory')).data,
    publicTitles: (categories: readonly number[], start: number, limit: number) =>
      get<{ count: number; data: { tid: number; title: string; type: number; categoryId: string }[] }>('/wxaapi/newtmpl/getpubtemplatetitles', { ids: categories.join(','), start, limit }),
    publicKeywords: (tid: string) => get<{ data: { kid: number; name: string; example: string; rule: string }[] }>('/wxaapi/newtmpl/getpubtemplatekeywords', { tid }),
    addSubscription: async (tid: string, keywords: readonly number[], scene: string) =>
      (await post<{ priTmplId: string }>('/wxaapi/newtmpl/addtemplate', { tid, kidList: keywords, sceneDesc: scene })).priTmplId,
    subscriptions: async () => (await get<{ data: SubscriptionTemplate[] }>('/wxaapi/newtmpl/gettemplate')).data,
    removeSubscription: (id: string) => post('/wxaapi/newtmpl/deltemplate', { priTmplId: id }),
  };
};
