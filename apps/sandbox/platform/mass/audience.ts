import { createHash } from 'node:crypto';
import type { Person } from '../../world.ts';
import { fail, WechatError } from '../errcodes/error.ts';
import { bytes, flagAt, integerAt, isObject, neededText, objectAt, textAt, textsAt, type Json } from '../http/read.ts';
import { temporaryMedia } from '../media/media.ts';
import type { AccountState } from '../platform.ts';
import { findPerson } from '../users/people.ts';

const MOST_OPENIDS = 10_000;
const CLIENT_ID_BYTES = 64;
const REPLAY = 24 * 3_600_000;

export interface Payload {
  msgType: string;
  content: Record<string, unknown>;
  draftId: string | null;
}

const media = (account: AccountState, id: string, now: number): boolean =>
  account.materials.items.has(id) || temporaryMedia(account.media, id, now) !== null;

/** What is to be sent (contract 14). */
export function readPayload(account: AccountState, body: Json, now: number): Payload {
  const msgType = neededText(body, 'msgtype', 40008);
  const inner = (name: string): Json => (isObject(body[name]) ? (body[name] as Json) : fail(40008));
  switch (msgType) {
    case 'mpnews': {
      const draftId = textAt(inner('mpnews'), 'media_id');
      if (!account.drafts.items.has(draftId)) fail(40007);
      return { msgType, content: {}, draftId };
    }
    case 'text': {
      const content = textAt(inner('text'), 'content');
      return { msgType, content: { content: content || fail(44004) }, draftId: null };
    }
    case 'image':
      if (isObject(body['images'])) {
        const ids = textsAt(body['images'], 'media_ids', 40007);
        if (ids.length === 0 || ids.some((id) => !media(account, id, now))) fail(40007);
        return { msgType, content: { media_ids: ids, recommend: textAt(body['images'], 'recommend') }, draftId: null };
      }
      return oneMedium('image');
    case 'voice':
      return oneMedium('voice');
    case 'mpvideo':
    case 'video':
      return oneMedium(isObject(body['mpvideo']) ? 'mpvideo' : 'video');
    case 'wxcard':
      return { msgType, content: { card_id: textAt(inner('wxcard'), 'card_id') || fail(40035) }, draftId: null };
    default:
      return fail(40008);
  }

  function oneMedium(name: string): Payload {
    const id = textAt(inner(name), 'media_id');
    if (!media(account, id, now)) fail(40007);
    return { msgType, content: { media_id: id }, draftId: null };
  }
}

export interface Audience {
  people: Person[];
  toAll: boolean;
  tagId: number | null;
  /** For the key the platform derives when no clientmsgid is given. */
  key: string;
}

export function readFilter(account: AccountState, body: Json): Audience {
  const filter = objectAt(body, 'filter', 40035);
  const followers = account.people.list.filter((person) => person.subscribed);
  if (flagAt(filter, 'is_to_all')) return { people: followers, toAll: true, tagId: null, key: 'all' };
  const tagId = integerAt(filter, 'tag_id', -1, 45159);
  if (!account.tags.names.has(tagId)) fail(45159);
  return { people: followers.filter((person) => person.tags.includes(tagId)), toAll: false, tagId, key: `tag ${tagId}` };
}

export function readOpenids(account: AccountState, body: Json): Audience {
  const openids = textsAt(body, 'touser', 40031);
  if (openids.length < 2) fail(40130);
  if (openids.length > MOST_OPENIDS) fail(40032);
  const unique = [...new Set(openids)];
  const people = unique.map((openid) => findPerson(account.people, openid) ?? fail(40003));
  return { people, toAll: false, tagId: null, key: unique.sort().join(',') };
}

/** The clientmsgid, or what stands for it: 45065 with the first send's msg_id within 24 hours (contract 14). */
export function claimClientId(account: AccountState, body: Json, audience: Audience, payload: Payload, now: number): { given: string | null; key: string } {
  const given = textAt(body, 'clientmsgid') || null;
  if (given && bytes(given) > CLIENT_ID_BYTES) fail(45067);
  const key = given ?? createHash('sha1').update(JSON.stringify([audience.key, payload])).digest('hex');
  const earlier = account.mass.byClientId.get(key);
  if (earlier && now - earlier.at < REPLAY) {
    throw new WechatError(45065, '', { msg_id: earlier.msgId, ...(earlier.msgDataId && { msg_data_id: Number(earlier.msgDataId) }) });
  }
  return { given, key };
}
