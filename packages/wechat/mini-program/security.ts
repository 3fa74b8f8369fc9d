import type { Caller } from '../call.ts';

/** 1 profile, 2 comment, 3 forum, 4 social log. */
export type ContentScene = 1 | 2 | 3 | 4;
export type Suggestion = 'pass' | 'review' | 'risky';

export interface CheckedText {
  content: string;
  scene: ContentScene;
  /** Of the writer, active in the mini program within two hours: 61010 otherwise. */
  openid: string;
  title?: string;
  nickname?: string;
}

export interface TextVerdict {
  suggest: Suggestion;
  /** 100 fine, 10001 advertising, 20001 politics, 20002 porn, 20003 abuse, 20006 crime, 20008 fraud, 20012 vulgar, 20013 copyright, 21000 other. */
  label: number;
  /** What WeChat's support looks the check up by. */
  traceId: string;
}

/** Content security (mini-program-and-pay 8). */
export const securityApi = (call: Caller) => ({
  /** At most 2,500 characters. 44991 too many a minute, 45009 a day. */
  checkText: async (text: CheckedText): Promise<TextVerdict> => {
    const answer = await call.json<{ result: { suggest: Suggestion; label: number }; trace_id: string }>({ method: 'POST', path: '/wxa/msg_sec_check', json: { version: 2, ...text } });
    return { ...answer.result, traceId: answer.trace_id };
  },
});
