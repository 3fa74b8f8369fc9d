import type { Caller, JsonAnswer, Upload } from '../call.ts';

/** A customer-service message (official-account 15.1). */
export type ServiceMessage =
  | { msgtype: 'text'; text: { content: string } }
  | { msgtype: 'image'; image: { media_id: string } }
  | { msgtype: 'voice'; voice: { media_id: string } }
  | { msgtype: 'video'; video: { media_id: string; thumb_media_id: string; title?: string; description?: string } }
  | { msgtype: 'music'; music: { title?: string; description?: string; musicurl: string; hqmusicurl: string; thumb_media_id: string } }
  | { msgtype: 'news'; news: { articles: [{ title: string; description: string; url: string; picurl: string }] } }
  | { msgtype: 'mpnews'; mpnews: { media_id: string } }
  | { msgtype: 'mpnewsarticle'; mpnewsarticle: { article_id: string } }
  | { msgtype: 'msgmenu'; msgmenu: { head_content: string; list: { id: string; content: string }[]; tail_content: string } }
  | { msgtype: 'wxcard'; wxcard: { card_id: string } }
  | { msgtype: 'miniprogrampage'; miniprogrampage: { title: string; appid: string; pagepath: string; thumb_media_id: string } };

export interface ServiceAgent {
  kf_account: string;
  kf_nick: string;
  kf_id: string | number;
  kf_headimgurl: string;
  kf_wx?: string;
  invite_wx?: string;
  invite_expire_time?: number;
  invite_status?: string;
}

export interface ServiceRecord {
  openid: string;
  /** 2002 the agent sent, 2003 the agent received. */
  opercode: number;
  text: string;
  time: number;
  worker: string;
}

/** Customer service (official-account 15). */
export const customServiceApi = (call: Caller) => {
  const post = <T = JsonAnswer>(path: string, json: unknown) => call.json<T>({ method: 'POST', path, json });
  const get = <T>(path: string, query?: Record<string, string>) => call.json<T>({ method: 'GET', path, ...(query ? { query } : {}) });
  return {
    /** 45015 outside every window, 45047 when the allowance is used up; never repeated when it may have arrived. */
    send: (openid: string, message: ServiceMessage, kfAccount?: string) =>
      call.json({
        method: 'POST',
        path: '/cgi-bin/message/custom/send',
        once: true,
        json: { touser: openid, ...message, ...(kfAccount ? { customservice: { kf_account: kfAccount } } : {}) },
      }),
    typing: (openid: string, command: 'Typing' | 'CancelTyping') => post('/cgi-bin/message/custom/typing', { touser: openid, command }),

    /** `account` is `name@wechatid`, the nickname at most 16 characters. */
    addAgent: (account: string, nickname: string) => post('/customservice/kfaccount/add', { kf_account: account, nickname }),
    updateAgent: (account: string, nickname: string) => post('/customservice/kfaccount/update', { kf_account: account, nickname }),
    removeAgent: (account: string) => get<JsonAnswer>('/customservice/kfaccount/del', { kf_account: account }),
    inviteAgent: (account: string, wechatId: string) => post('/customservice/kfaccount/inviteworker', { kf_account: account, invite_wx: wechatId }),
    setAgentPicture: (account: string, upload: Upload) =>
      call.json({ method: 'POST', path: '/customservice/kfaccount/uploadheadimg', query: { kf_account: account }, upload }),
    agents: async () => (await get<{ kf_list: ServiceAgent[] }>('/cgi-bin/customservice/getkflist')).kf_list,
    onlineAgents: async () =>
      (await get<{ kf_online_list: { kf_account: string; status: number; kf_id: string | number; accepted_case: number }[] }>('/cgi-bin/customservice/getonlinekflist')).kf_online_list,

    openSession: (account: string, openid: string) => post('/customservice/kfsession/create', { kf_account: account, openid }),
    closeSession: (account: string, openid: string) => post('/customservice/kfsession/close', { kf_account: account, openid }),
    session: (openid: string) => get<{ createtime: number; kf_account: string }>('/customservice/kfsession/getsession', { openid }),
    sessionsOf: async (account: string) =>
      (await get<{ sessionlist: { createtime: number; openid: string }[] }>('/customservice/kfsession/getsessionlist', { kf_account: account })).sessionlist,
    /** At most 100 are listed; `count` is all. */
    waiting: () => get<{ count: number; waitcaselist: { latest_time: number; openid: string }[] }>('/customservice/kfsession/getwaitcase'),
    /** Unix seconds, at most 24 h apart; pass the returned `msgid` on until fewer than `number` come. */
    records: async (range: { starttime: number; endtime: number; msgid: string; number: number }) => {
      const answer = await post<{ recordlist: ServiceRecord[]; number: number; msgid: string | number }>('/customservice/msgrecord/getmsglist', range);
      return { ...answer, msgid: String(answer.msgid) };
    },
  };
};
