import { randomBytes } from 'node:crypto';
import { fail } from '../errcodes/error.ts';
import { OK, type Api } from '../http/define.ts';

const LIFE = 7_200_000;

/** The ticket of page signatures: the same one while it lives (contract 19). */
export const jsapiApis: readonly Api[] = [
  {
    path: '/cgi-bin/ticket/getticket', method: 'GET', right: 'jsapi', textPlain: true,
    handle({ account, query, now }) {
      const type = query['type'] ?? '';
      if (type !== 'jsapi' && type !== 'wx_card') fail(40097);
      let held = account.tickets.get(type);
      if (!held || held.expiresAt - now < 300_000) {
        held = { ticket: randomBytes(65).toString('base64url').slice(0, 86), expiresAt: now + LIFE };
        account.tickets.set(type, held);
      }
      return { ...OK, ticket: held.ticket, expires_in: Math.floor((held.expiresAt - now) / 1000) };
    },
  },
];
