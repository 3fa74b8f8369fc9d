import type { Caller, JsonAnswer } from '../call.ts';
import { isWechatError } from '../wechat-error.ts';

/** What can be mass-sent (official-account 14). */
export type MassContent =
  | { msgtype: 'mpnews'; mpnews: { media_id: string } }
  | { msgtype: 'text'; text: { content: string } }
  | { msgtype: 'voice'; voice: { media_id: string } }
  | { msgtype: 'image'; images: { media_ids: string[]; recommend?: string; need_open_comment?: 0 | 1; only_fans_can_comment?: 0 | 1 } }
  | { msgtype: 'image'; image: { media_id: string } }
  | { msgtype: 'mpvideo'; mpvideo: { media_id: string; title?: string; description?: string } }
  | { msgtype: 'wxcard'; wxcard: { card_id: string } };

export type MassAudience = { is_to_all: true } | { is_to_all: false; tag_id: number };

export interface MassOptions {
  /** Go on when the article is judged a reprint and the original allows it. */
  sendIgnoreReprint?: boolean;
  /** At most 64 bytes, unique for 24 h: makes the send idempotent. */
  clientMsgId?: string;
}

/** Accepted, not sent: MASSSENDJOBFINISH tells the outcome. */
export interface MassAccepted {
  msgId: string;
  /** Articles only; joins datacube as `<msgDataId>_<index>`. */
  msgDataId: string | null;
  /** This clientmsgid had been accepted before (45065); nothing was sent again. */
  replayed: boolean;
}

/** By openid: 2 to 10,000 people a call. */
export const MASS_OPENIDS = { least: 2, most: 10_000 } as const;

const optionFields = (options: MassOptions): JsonAnswer => ({
  ...(options.sendIgnoreReprint === undefined ? {} : { send_ignore_reprint: options.sendIgnoreReprint ? 1 : 0 }),
  ...(options.clientMsgId === undefined ? {} : { clientmsgid: options.clientMsgId }),
});

/** Mass send (official-account 14). */
export const massApi = (call: Caller) => {
  const post = <T = JsonAnswer>(path: string, json: unknown) => call.json<T>({ method: 'POST', path, json });

  const send = async (path: string, json: JsonAnswer, options: MassOptions): Promise<MassAccepted> => {
    try {
      // Without a clientmsgid a request that may have arrived must not be repeated.
      const answer = await call.json({ method: 'POST', path, json: { ...json, ...optionFields(options) }, once: options.clientMsgId === undefined });
      return accepted(answer, false);
    } catch (error) {
      if (isWechatError(error) && error.errcode === 45065 && error.answer?.['msg_id'] !== undefined) return accepted(error.answer, true);
      throw error;
    }
  };

  return {
    sendAll: (audience: MassAudience, content: MassContent, options: MassOptions = {}) =>
      send('/cgi-bin/message/mass/sendall', { filter: audience, ...content }, options),
    /** Verified service accounts only; fewer than two openids is 40130. */
    sendTo: (openids: readonly string[], content: MassContent, options: MassOptions = {}) =>
      send('/cgi-bin/message/mass/send', { touser: openids, ...content }, options),
    /** 100 a day, to an openid or a WeChat id. */
    preview: (to: { touser: string } | { towxname: string }, content: MassContent) => post('/cgi-bin/message/mass/preview', { ...to, ...content }),
    status: async (msgId: string) =>
      (await post<{ msg_status: 'SEND_SUCCESS' | 'SENDING' | 'SEND_FAIL' | 'DELETE' }>('/cgi-bin/message/mass/get', { msg_id: msgId })).msg_status,
    /** `articleIdx` counts from 1; absent deletes all. */
    remove: (msgId: string, articleIdx?: number) => post('/cgi-bin/message/mass/delete', { msg_id: msgId, ...(articleIdx === undefined ? {} : { article_idx: articleIdx }) }),
    /** 0 (800,000 a minute) to 4 (100,000 a minute). */
    speed: () => post<{ speed: number; realspeed: number }>('/cgi-bin/message/mass/speed/get', {}),
    setSpeed: (speed: 0 | 1 | 2 | 3 | 4) => post('/cgi-bin/message/mass/speed/set', { speed }),
  };
};

const accepted = (answer: Readonly<JsonAnswer>, replayed: boolean): MassAccepted => ({
  msgId: String(answer['msg_id']),
  msgDataId: answer['msg_data_id'] === undefined ? null : String(answer['msg_data_id']),
  replayed,
});
