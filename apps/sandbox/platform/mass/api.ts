import type { Person } from '../../world.ts';
import { publishArticles } from '../articles/articles.ts';
import { fail } from '../errcodes/error.ts';
import { OK, type Api, type Call } from '../http/define.ts';
import { integerAt, neededText, textAt } from '../http/read.ts';
import { show } from '../inbox/inbox.ts';
import { type AccountState, nextId } from '../platform.ts';
import { plan } from '../time/agenda.ts';
import { beijingDay, beijingMonth } from '../time/clock.ts';
import { findPerson } from '../users/people.ts';
import { type Audience, claimClientId, readFilter, readOpenids, readPayload } from './audience.ts';
import { SPEEDS } from './send.ts';
import { addBit, noBits } from './state.ts';

const START_AFTER = 2000;
const TO_ALL_A_MONTH = 4;

/** Accepts a send: answered at once, carried out a moment later, told by MASSSENDJOBFINISH. */
function accept(call: Call, audience: Audience): Record<string, unknown> {
  const { platform, account, body, now } = call;
  const { mass, settings } = account;
  const payload = readPayload(account, body, now);
  const client = claimClientId(account, body, audience, payload, now);
  spendQuota(call, audience);
  const msgId = Number(nextId(platform.state, 'massId'));
  const draft = payload.draftId ? account.drafts.items.get(payload.draftId)! : null;
  const published = draft ? publishArticles(platform, account, draft.articles, now, 0) : null;
  mass.jobs.set(msgId, {
    msgId, clientMsgId: client.given, msgType: payload.msgType, sentAt: now, acceptedAt: now, toAll: audience.toAll, tagId: audience.tagId,
    articles: published?.articles ?? [], msgDataId: published?.msgDataId ?? null,
    totalCount: 0, filterCount: 0, sentCount: 0, errorCount: 0, status: 'SENDING', result: 'send success',
    outcome: mass.nextOutcomes.shift() ?? {}, stopOnReprint: textAt(body, 'send_ignore_reprint') !== '1',
    content: payload.content, audience: bitsOf(account, audience.people), reached: new Uint8Array(0), draftId: payload.draftId,
  });
  mass.byClientId.set(client.key, { msgId, msgDataId: published?.msgDataId ?? null, at: now });
  plan(platform.state.agenda, now + START_AFTER, { job: { kind: 'massSend', appid: settings.appid, msgId } });
  platform.wake();
  return {
    errcode: 0, errmsg: 'send job submission success', msg_id: msgId,
    ...(published && { msg_data_id: Number(published.msgDataId) }),
  };
}

function bitsOf(account: AccountState, people: readonly Person[]): Uint8Array {
  const bits = noBits(account.people.list.length);
  for (const { index } of people) addBit(bits, index);
  return bits;
}

/** 45028 when the account has sent all it may (contract 14). */
function spendQuota({ account: { mass, settings }, now }: Call, audience: Audience): void {
  if (settings.kind === 'subscription') {
    if (mass.dayOfLast === beijingDay(now)) fail(45028);
    mass.dayOfLast = beijingDay(now);
  } else if (audience.toAll) {
    const month = beijingMonth(now);
    if (mass.toAllMonth !== month) Object.assign(mass, { toAllMonth: month, toAllCount: 0 });
    if (mass.toAllCount >= TO_ALL_A_MONTH) fail(45028);
    mass.toAllCount++;
  }
}

const speedView = (speed: number) => ({ speed, realspeed: SPEEDS[speed]! / 10_000 });

export const massApis: readonly Api[] = [
  { path: '/cgi-bin/message/mass/sendall', method: 'POST', right: 'massAll', handle: (call) => accept(call, readFilter(call.account, call.body)) },
  { path: '/cgi-bin/message/mass/send', method: 'POST', right: 'massList', handle: (call) => accept(call, readOpenids(call.account, call.body)) },
  {
    path: '/cgi-bin/message/mass/preview', method: 'POST', right: 'massAll',
    handle({ account, body, platform, now }) {
      const payload = readPayload(account, body, now);
      // towxname wins; the sandbox knows no WeChat ids, so such a preview reaches nobody.
      if (!textAt(body, 'towxname')) {
        const person = findPerson(account.people, neededText(body, 'touser', 40003)) ?? fail(40003);
        if (!person.subscribed) fail(43004);
        const articles = payload.draftId ? account.drafts.items.get(payload.draftId)!.articles.map((article, index) => ({
          title: article.title, digest: article.digest, url: `${platform.baseUrl}/s?draft=${payload.draftId}&idx=${index + 1}`,
        })) : undefined;
        show(account.inbox, person.index, { at: now, from: 'account', kind: 'preview', content: { type: payload.msgType, ...payload.content, ...(articles && { articles }) } });
      }
      return { ...OK, errmsg: 'preview success', msg_id: Number(nextId(platform.state, 'massId')) };
    },
  },
  {
    path: '/cgi-bin/message/mass/get', method: 'POST', right: 'massAll',
    handle({ account, body }) {
      const msgId = integerAt(body, 'msg_id', 0, 40035);
      const job = account.mass.jobs.get(msgId) ?? fail(40035);
      return { msg_id: msgId, msg_status: job.status };
    },
  },
  {
    path: '/cgi-bin/message/mass/delete', method: 'POST', right: 'massAll',
    handle({ account, body }) {
      const url = textAt(body, 'url');
      const job = url
        ? [...account.mass.jobs.values()].find((one) => one.articles.some((article) => article.url === url))
        : account.mass.jobs.get(integerAt(body, 'msg_id', 0, 40035));
      if (!job || !['mpnews', 'mpvideo', 'video'].includes(job.msgType)) return fail(40035);
      const index = integerAt(body, 'article_idx', 0, 40060);
      if (index < 0 || index > job.articles.length) fail(40060);
      for (const article of job.articles) if (index === 0 || article.position === index) article.deleted = true;
      if (job.articles.every((article) => article.deleted)) job.status = 'DELETE';
      return OK;
    },
  },
  { path: '/cgi-bin/message/mass/speed/get', method: 'ANY', right: 'massAll', handle: ({ account }) => speedView(account.mass.speed) },
  {
    path: '/cgi-bin/message/mass/speed/set', method: 'POST', right: 'massAll',
    handle({ account, body }) {
      if (body['speed'] === undefined) fail(45084);
      const speed = integerAt(body, 'speed', -1, 45083);
      if (speed < 0 || speed >= SPEEDS.length) fail(45083);
      account.mass.speed = speed;
      return { ...OK, ...speedView(speed) };
    },
  },
];
