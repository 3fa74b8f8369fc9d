import { randomBytes } from 'node:crypto';
import { fail } from '../errcodes/error.ts';
import { OK, type Api } from '../http/define.ts';
import { characters, integerAt, neededText, textAt } from '../http/read.ts';
import { findPerson } from '../users/people.ts';

const LONGEST = 2500;
const ACTIVE = 2 * 3_600_000;
const FINE = 100;
const OTHER = 21000;

/** Text of somebody who has just been here (mini-program 8): risky when it has one of the account's `riskyWords`. */
export const securityApis: readonly Api[] = [
  {
    path: '/wxa/msg_sec_check', method: 'POST', right: 'miniProgram',
    handle({ account: { mini, people, settings }, body, now }) {
      const content = neededText(body, 'content', 44004);
      if (characters(content) > LONGEST) fail(45002);
      if (integerAt(body, 'version', 1, 40097) !== 2) fail(40097);
      const scene = integerAt(body, 'scene', 0, 40129);
      if (scene < 1 || scene > 4) fail(40129);
      const openid = neededText(body, 'openid', 40003);
      if (!findPerson(people, openid)) fail(40003);
      if (now - (mini.seen.get(openid) ?? -Infinity) > ACTIVE) fail(61010);
      const keyword = settings.riskyWords.find((word) => `${content} ${textAt(body, 'title')} ${textAt(body, 'nickname')}`.includes(word));
      const verdict = keyword === undefined ? { suggest: 'pass', label: FINE } : { suggest: 'risky', label: OTHER };
      return {
        ...OK, result: verdict, trace_id: randomBytes(16).toString('hex'),
        detail: [{ strategy: keyword === undefined ? 'content_model' : 'keyword', errcode: 0, ...verdict, ...(keyword !== undefined && { keyword }) }],
      };
    },
  },
];
