import type { Person } from '../../world.ts';
import { fail } from '../errcodes/error.ts';
import { OK, type Api } from '../http/define.ts';
import { bytes, isObject, neededText, objectsAt, textAt, type Json } from '../http/read.ts';
import { show } from '../inbox/inbox.ts';
import { temporaryMedia } from '../media/media.ts';
import type { AccountState } from '../platform.ts';
import { byArticleId } from '../publishing/publishing.ts';
import { seconds } from '../time/clock.ts';
import { findPerson } from '../users/people.ts';
import { spend } from './state.ts';

const TEXT_BYTES = 2048;
const TYPING_AFTER = 30_000;

/** Somebody the account may write to at all; whether now is another question. */
export function reachable(account: AccountState, openid: string): Person {
  const person = findPerson(account.people, openid) ?? fail(40003);
  if (!person.subscribed) fail(43004);
  if (person.blacklisted) fail(43019);
  if (person.refusesMessages) fail(48002);
  return person;
}

const hasMedia = (account: AccountState, id: string, now: number): boolean =>
  account.materials.items.has(id) || temporaryMedia(account.media, id, now) !== null;

/** Checks the payload of each msgtype (contract 15.1) and answers what the person will see. */
function readMessage(account: AccountState, body: Json, now: number): Record<string, unknown> {
  const type = neededText(body, 'msgtype', 40008);
  const inner = body[type];
  if (!isObject(inner)) return fail(40008);
  const media = (...names: string[]): Json => {
    for (const name of names) if (!hasMedia(account, textAt(inner, name), now)) fail(40007);
    return inner;
  };
  switch (type) {
    case 'text': {
      const content = textAt(inner, 'content');
      if (content === '') fail(44004);
      if (bytes(content) > TEXT_BYTES) fail(45002);
      return { type, content };
    }
    case 'image':
    case 'voice':
      return { type, ...media('media_id') };
    case 'video':
      return { type, ...media('media_id') };
    case 'music':
      return { type, ...media('thumb_media_id') };
    case 'news': {
      const articles = objectsAt(inner, 'articles', 44003);
      if (articles.length === 0) fail(44003);
      if (articles.length > 1) fail(45008);
      return { type, articles };
    }
    case 'mpnews':
      if (!account.drafts.items.has(textAt(inner, 'media_id'))) fail(40007);
      return { type, ...inner };
    case 'mpnewsarticle': {
      const publication = byArticleId(account.publishing, textAt(inner, 'article_id')) ?? fail(53600);
      return { type, articles: publication.articles.map(({ title, url }) => ({ title, url })) };
    }
    case 'msgmenu': {
      if (!account.settings.verified) fail(48008);
      const list = objectsAt(inner, 'list', 40035).map((item) => ({ id: textAt(item, 'id'), content: textAt(item, 'content') }));
      return { type, head_content: textAt(inner, 'head_content'), list, tail_content: textAt(inner, 'tail_content') };
    }
    case 'wxcard':
      return { type, ...inner };
    case 'miniprogrampage': {
      const { miniPrograms } = account.settings;
      if (miniPrograms && !miniPrograms.includes(textAt(inner, 'appid'))) fail(40166);
      if (!textAt(inner, 'pagepath')) fail(40165);
      return { type, ...media('thumb_media_id') };
    }
    default:
      return fail(40008);
  }
}

export const customMessageApis: readonly Api[] = [
  {
    path: '/cgi-bin/message/custom/send', method: 'POST', right: 'customService',
    handle({ platform, account, body, now }) {
      const person = reachable(account, neededText(body, 'touser', 40003));
      const message = readMessage(account, body, now);
      const agent = isObject(body['customservice']) ? textAt(body['customservice'], 'kf_account') : '';
      if (agent && !account.customService.agents.has(agent)) fail(61452);
      spend(account.customService, person.index, now);
      show(account.inbox, person.index, { at: now, from: 'account', kind: 'customer', content: message });
      account.customService.records.push({
        id: account.customService.records.length + 1, openid: person.openid, agent, code: 2002,
        text: textAt(message, 'content') || `[${String(message['type'])}]`, time: seconds(now),
      });
      platform.ledger.write({ at: now, appid: account.settings.appid, type: 'customer-message', openid: person.openid, source: String(message['type']) });
      return OK;
    },
  },
  {
    path: '/cgi-bin/message/custom/typing', method: 'POST', right: 'customService',
    handle({ account: { customService, people }, body, now }) {
      const person = findPerson(people, neededText(body, 'touser', 40003)) ?? fail(40003);
      const command = textAt(body, 'command');
      if (command !== 'Typing' && command !== 'CancelTyping') fail(45072);
      if (now - (customService.lastMessage.get(person.index) ?? -Infinity) > TYPING_AFTER) fail(45080);
      if (command === 'CancelTyping') customService.typing.delete(person.index);
      else if (customService.typing.has(person.index)) fail(45081);
      else customService.typing.add(person.index);
      return OK;
    },
  },
];
