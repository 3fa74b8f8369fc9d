import type { Caller } from '../call.ts';
import { networkError } from '../wechat-error.ts';

export interface MiniProgramSession {
  openid: string;
  /** Stays on the server: never sent to the client, never logged. */
  sessionKey: string;
  /** Only when the mini program is bound to an Open Platform account. */
  unionid: string | null;
}

export interface PhoneNumber {
  /** With the country code when it is not a mainland number. */
  phone: string;
  /** Without it. */
  national: string;
  /** `86`. */
  countryCode: string;
}

interface PhoneAnswer {
  phone_info: { phoneNumber: string; purePhoneNumber: string; countryCode: string | number; watermark: { timestamp: number; appid: string } };
}

/** Who a person is (mini-program-and-pay 1). */
export const loginApi = (bare: Caller, call: Caller, { appid, secret }: { appid: string; secret: string }) => ({
  /** `code` of `wx.login`: once, within five minutes. 40029 wrong or used up, 40163 used, 40226 blocked as high-risk, 45011 too often. */
  session: async (code: string): Promise<MiniProgramSession> => {
    const answer = await bare.json<{ openid: string; session_key: string; unionid?: string }>({
      method: 'GET', path: '/sns/jscode2session', token: false, query: { appid, secret, js_code: code, grant_type: 'authorization_code' },
    });
    return { openid: answer.openid, sessionKey: answer.session_key, unionid: answer.unionid || null };
  },

  /** `code` of the phone button, not of `wx.login`: once, and paid for. 40029 wrong code, 40013 code of another app. */
  phone: async (code: string): Promise<PhoneNumber> => {
    const path = '/wxa/business/getuserphonenumber';
    const { phone_info: phone } = await call.json<PhoneAnswer>({ method: 'POST', path, json: { code } });
    if (phone.watermark.appid !== appid) throw networkError(path, 'the number is for another app');
    return { phone: phone.phoneNumber, national: phone.purePhoneNumber, countryCode: String(phone.countryCode) };
  },

  /** The unionid of somebody who has just paid, within minutes; no consent needed (1.4). 89002 without an Open Platform account. */
  paidUnionid: async (openid: string, transactionId: string): Promise<string> =>
    (await call.json<{ unionid: string }>({ method: 'GET', path: '/wxa/getpaidunionid', query: { openid, transaction_id: transactionId } })).unionid,
});
