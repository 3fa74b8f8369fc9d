import { pushEvent } from '../callbacks/push.ts';
import { cdata, event } from '../callbacks/xml.ts';
import { fail } from '../errcodes/error.ts';
import { OK, type Api, type Call } from '../http/define.ts';
import { characters, integerAt, neededText, textAt } from '../http/read.ts';
import type { AccountState } from '../platform.ts';
import { seconds } from '../time/clock.ts';
import { findPerson } from '../users/people.ts';
import type { Agent } from './state.ts';

const MOST_AGENTS = 100;
const NICKNAME = 16;
const INVITATION = 7 * 86_400_000;
const MOST_WAITING = 100;
const MOST_RECORDS = 10_000;
const DAY_SECONDS = 86_400;

const agentOf = (account: AccountState, name: string): Agent => account.customService.agents.get(name) ?? fail(65401);

/** `name@wechatid`, the name of letters, digits and underscores. */
function checkName(account: AccountState, name: string): void {
  const [local = '', owner = ''] = name.split('@');
  if (!/^\w+$/.test(local)) fail(61455);
  if (local.length > 10 + 20) fail(61454);
  if (owner !== account.settings.wechatId) fail(61452);
}

const given = ({ body, query }: Call): string => textAt(body, 'kf_account') || textAt(query, 'kf_account') || fail(61451);

/** Opens or closes a session and tells the account (contract 4.5). */
function changeSession(call: Call, open: boolean): Record<string, unknown> {
  const { platform, account, body, now } = call;
  const agent = agentOf(account, given(call));
  const person = findPerson(account.people, neededText(body, 'openid', 40003)) ?? fail(40003);
  const { sessions, waiting } = account.customService;
  const held = sessions.get(person.openid);
  if (open) {
    if (!agent.online) fail(65415);
    if (held && held.agent !== agent.account) fail(65414);
    sessions.set(person.openid, { agent: agent.account, createdAt: now });
    waiting.delete(person.openid);
  } else {
    if (held?.agent !== agent.account) fail(65413);
    sessions.delete(person.openid);
  }
  pushEvent(platform, account, person, event(open ? 'kf_create_session' : 'kf_close_session', cdata('KfAccount', agent.account)), now);
  return OK;
}

export const agentApis: readonly Api[] = [
  {
    path: '/customservice/kfaccount/add', method: 'POST', right: 'customService',
    handle(call) {
      const { account, body } = call;
      const name = given(call);
      const { customService } = account;
      checkName(account, name);
      if (customService.agents.has(name)) fail(65406);
      if (customService.agents.size >= MOST_AGENTS) fail(65405);
      const nickname = neededText(body, 'nickname', 65403);
      if (characters(nickname) > NICKNAME) fail(65403);
      customService.agents.set(name, { account: name, nickname, id: customService.nextAgent++, head: '', wx: null, invite: null, online: true });
      return OK;
    },
  },
  {
    path: '/customservice/kfaccount/update', method: 'POST', right: 'customService',
    handle(call) {
      const nickname = neededText(call.body, 'nickname', 65403);
      if (characters(nickname) > NICKNAME) fail(65403);
      agentOf(call.account, given(call)).nickname = nickname;
      return OK;
    },
  },
  {
    path: '/customservice/kfaccount/del', method: 'ANY', right: 'customService',
    handle(call) {
      const agent = agentOf(call.account, given(call));
      call.account.customService.agents.delete(agent.account);
      return OK;
    },
  },
  {
    path: '/customservice/kfaccount/inviteworker', method: 'POST', right: 'customService',
    handle(call) {
      const agent = agentOf(call.account, given(call));
      const wx = neededText(call.body, 'invite_wx', 65409);
      if (agent.wx) fail(65412);
      if (agent.invite && agent.invite.expiresAt > call.now) fail(65411);
      agent.invite = { wx, expiresAt: call.now + INVITATION, status: 'waiting' };
      return OK;
    },
  },
  {
    path: '/customservice/kfaccount/uploadheadimg', method: 'POST', right: 'customService',
    handle(call) {
      const agent = agentOf(call.account, given(call));
      const file = call.files[0] ?? fail(41005);
      if (!/\.jpe?g$/i.test(file.filename)) fail(61457);
      agent.head = `${call.platform.baseUrl}/mmhead/${agent.id}`;
      return OK;
    },
  },
  {
    path: '/cgi-bin/customservice/getkflist', method: 'GET', right: 'customService',
    handle: ({ account }) => ({
      kf_list: [...account.customService.agents.values()].map((agent) => ({
        kf_account: agent.account, kf_nick: agent.nickname, kf_id: String(agent.id), kf_headimgurl: agent.head,
        ...(agent.wx && { kf_wx: agent.wx }),
        ...(agent.invite && { invite_wx: agent.invite.wx, invite_expire_time: seconds(agent.invite.expiresAt), invite_status: agent.invite.status }),
      })),
    }),
  },
  {
    path: '/cgi-bin/customservice/getonlinekflist', method: 'GET', right: 'customService',
    handle: ({ account: { customService } }) => ({
      kf_online_list: [...customService.agents.values()].filter((agent) => agent.online).map((agent) => ({
        kf_account: agent.account, status: 1, kf_id: String(agent.id),
        accepted_case: [...customService.sessions.values()].filter((session) => session.agent === agent.account).length,
      })),
    }),
  },
  { path: '/customservice/kfsession/create', method: 'POST', right: 'customService', handle: (call) => changeSession(call, true) },
  { path: '/customservice/kfsession/close', method: 'POST', right: 'customService', handle: (call) => changeSession(call, false) },
  {
    path: '/customservice/kfsession/getsession', method: 'GET', right: 'customService',
    handle({ account, query }) {
      const held = account.customService.sessions.get(query['openid'] ?? fail(40003));
      return { ...OK, createtime: held ? seconds(held.createdAt) : 0, kf_account: held?.agent ?? '' };
    },
  },
  {
    path: '/customservice/kfsession/getsessionlist', method: 'GET', right: 'customService',
    handle(call) {
      const agent = agentOf(call.account, given(call));
      const sessions = [...call.account.customService.sessions].filter(([, session]) => session.agent === agent.account);
      return { sessionlist: sessions.map(([openid, session]) => ({ createtime: seconds(session.createdAt), openid })) };
    },
  },
  {
    path: '/customservice/kfsession/getwaitcase', method: 'GET', right: 'customService',
    handle({ account: { customService } }) {
      const cases = [...customService.waiting].slice(0, MOST_WAITING).map(([openid, at]) => ({ latest_time: seconds(at), openid }));
      return { count: customService.waiting.size, waitcaselist: cases };
    },
  },
  {
    path: '/customservice/msgrecord/getmsglist', method: 'POST', right: 'customService',
    handle({ account, body }) {
      const from = integerAt(body, 'starttime', 0, 65416);
      const to = integerAt(body, 'endtime', 0, 65416);
      const after = integerAt(body, 'msgid', 1, 65416);
      const number = integerAt(body, 'number', MOST_RECORDS, 65416);
      if (from >= to || number < 1 || number > MOST_RECORDS) fail(65416);
      if (to - from > DAY_SECONDS) fail(65417);
      const found = account.customService.records.filter((one) => one.id >= after && one.time >= from && one.time < to).slice(0, number);
      return {
        recordlist: found.map((one) => ({ openid: one.openid, opercode: one.code, text: one.text, time: one.time, worker: one.agent })),
        number: found.length, msgid: (found.at(-1)?.id ?? after - 1) + 1,
      };
    },
  },
];
