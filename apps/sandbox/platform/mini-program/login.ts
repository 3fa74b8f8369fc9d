import { createHmac } from 'node:crypto';
import { fail } from '../errcodes/error.ts';
import { OK, type Api, type Call } from '../http/define.ts';
import { neededText, textAt } from '../http/read.ts';
import type { AccountState, Platform } from '../platform.ts';
import { paidOrder } from '../pay/orders.ts';
import { countCall } from '../quotas/quotas.ts';
import { findPerson } from '../users/people.ts';
import { startSession, useCode } from './codes.ts';

const PAID_UNIONID = 300_000;

/** The session a client's signature belongs to: hmac_sha256 of nothing by the session key. */
function signedSession({ account, query }: Call): { openid: string; key: string } {
  const openid = query['openid'] || fail(41009);
  if (query['sig_method'] !== 'hmac_sha256') fail(87008);
  const { key } = account.mini.sessions.get(openid) ?? fail(findPerson(account.people, openid) ? 87007 : 40003);
  if (createHmac('sha256', key).update('').digest('hex') !== query['signature']) fail(87009);
  return { openid, key };
}

const unionidOf = (account: AccountState, openid: string): string | null =>
  account.settings.openPlatform ? (findPerson(account.people, openid)?.unionid ?? null) : null;

/** The account of an appid that shows its secret, in the query (jscode2session has no token). */
function bySecret(platform: Platform, query: Readonly<Record<string, string>>): AccountState {
  const account = platform.state.accounts.get(query['appid'] || fail(41002)) ?? fail(40013);
  if (account.settings.kind !== 'miniProgram') fail(40013);
  if (!query['secret']) fail(41004);
  if (query['secret'] !== account.settings.secret) fail(40125);
  return account;
}

export const loginApis: readonly Api[] = [
  {
    path: '/sns/jscode2session', method: 'GET', open: true,
    handle({ platform, query, now }) {
      const account = bySecret(platform, query);
      if (query['grant_type'] !== 'authorization_code') fail(40002);
      countCall(account.quotas, '/sns/jscode2session', now, platform.state.clock.mode);
      const { openid } = useCode(account.mini.logins, query['js_code'] || fail(41008), now);
      if (account.mini.blocked.has(openid)) fail(40226);
      const key = startSession(account.mini, openid, now);
      account.mini.seen.set(openid, now);
      const unionid = unionidOf(account, openid);
      return { session_key: key, openid, ...(unionid && { unionid }) };
    },
  },
  {
    path: '/wxa/checksession', method: 'GET', right: 'miniProgram',
    handle(call) {
      signedSession(call);
      return OK;
    },
  },
  {
    path: '/wxa/resetusersessionkey', method: 'GET', right: 'miniProgram',
    handle(call) {
      const { openid } = signedSession(call);
      return { ...OK, openid, session_key: startSession(call.account.mini, openid, call.now) };
    },
  },
  {
    path: '/wxa/business/getuserphonenumber', method: 'POST', right: 'miniProgram',
    handle({ platform, account, body, now }) {
      const code = neededText(body, 'code', 40029);
      if (!account.mini.phoneCodes.has(code)) {
        for (const other of platform.state.accounts.values()) if (other.mini.phoneCodes.has(code)) fail(40013);
      }
      // Reading the person's openid beside the code is optional, but then it has to be theirs.
      const asked = textAt(body, 'openid');
      if (asked && asked !== account.mini.phoneCodes.get(code)?.openid) fail(40003);
      const { phone } = useCode(account.mini.phoneCodes, code, now);
      return {
        ...OK,
        phone_info: {
          phoneNumber: phone.countryCode === '86' ? phone.number : `+${phone.countryCode}${phone.number}`,
          purePhoneNumber: phone.number, countryCode: phone.countryCode,
          watermark: { timestamp: Math.floor(now / 1000), appid: account.settings.appid },
        },
      };
    },
  },
  {
    path: '/wxa/getpaidunionid', method: 'GET', right: 'miniProgram',
    handle({ platform, account, query, now }) {
      const openid = query['openid'] || fail(41009);
      if (!findPerson(account.people, openid)) fail(40003);
      const unionid = unionidOf(account, openid) ?? fail(89002);
      const order = paidOrder(platform.state.pay, { transactionId: query['transaction_id'], mchid: query['mch_id'], outTradeNo: query['out_trade_no'] });
      if (!order || order.openid !== openid || order.appid !== account.settings.appid || now - order.paidAt > PAID_UNIONID) fail(89300);
      return { ...OK, unionid };
    },
  },
];
