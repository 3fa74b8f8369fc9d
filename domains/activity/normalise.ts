import { digestId, now } from '@qingniao/kernel';
import type { Fields, FieldValue } from '@qingniao/wechat';
import { events, messages, type Kind } from './platform-events.ts';
import { type Draft, snakeCase, withoutPeople } from './readers.ts';
import type { IdentityRef, NewEvent } from './types.ts';

/** Part of every push; never repeated in `props`. */
const envelope = new Set(['ToUserName', 'FromUserName', 'CreateTime', 'MsgType', 'MsgId', 'Event', 'Encrypt']);

const plain = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '');

/**
 * One push of an account as an event of the log. Every message and event the contract names
 * (official-account 3 and 4) gets its type; other names become `unknown` with all they said.
 * Never throws: whatever was signed by the platform is kept.
 */
export function normalise(assetId: string, push: Fields): NewEvent {
  const messageType = plain(push['MsgType']);
  const isEvent = messageType === 'event';
  const name = isEvent ? plain(push['Event']) : messageType;
  const kind = (isEvent ? events : messages)[name];
  const sender = plain(push['FromUserName']);
  const draft: Draft = { props: {}, mentions: {}, assetId };
  if (kind) readKind(kind, push, draft);
  else Object.assign(draft.props, { kind: isEvent ? 'event' : 'message', name: name.slice(0, 100), raw: rest(push, sender, envelope) });
  if (messageType !== 'event' && push['MsgId'] !== undefined) draft.props['msg_id'] = plain(push['MsgId']);

  const subject = kind ? kind.about(push) : sender;
  return {
    type: kind?.type ?? 'unknown',
    at: instantOf(plain(push['CreateTime'])),
    assetId,
    who: subject ? openid(assetId, subject) : null,
    dedupKey: dedupKeyOf(assetId, push, kind, subject ?? sender),
    props: draft.props,
    ...(Object.keys(draft.mentions).length > 0 ? { mentions: draft.mentions } : {}),
  };
}

/** Reads the elements the contract lists; others are kept under `extra`, so that a new one is not lost. */
function readKind(kind: Kind, push: Fields, draft: Draft): void {
  const unlisted: Fields = {};
  let extra = false;
  for (const name of Object.keys(push)) {
    const value = push[name];
    if (value === undefined || envelope.has(name)) continue;
    const read = Object.hasOwn(kind.reads, name) ? kind.reads[name] : undefined;
    if (read) read(value, draft);
    else {
      unlisted[name] = value;
      extra = true;
    }
  }
  if (!extra) return;
  const kept = rest(unlisted, plain(push['FromUserName']), envelope);
  if (Object.keys(kept).length > 0) draft.props['extra'] = kept;
}

function rest(fields: Fields, sender: string, except: ReadonlySet<string>) {
  const kept: Record<string, ReturnType<typeof withoutPeople>> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || except.has(name)) continue;
    const clean = withoutPeople(name, value, sender);
    if (clean !== undefined) kept[snakeCase(name)] = clean;
  }
  return kept as NewEvent['props'];
}

const openid = (assetId: string, value: string): IdentityRef => ({ kind: 'openid', assetId, value });

/** Unix seconds; a time nobody can mean (none, before 1970, after 2100) becomes the time of arrival. */
function instantOf(seconds: string): Date {
  const value = /^\d{1,10}$/.test(seconds) ? Number(seconds) : 0;
  return new Date(value > 0 && value < 4_102_444_800 ? value * 1000 : now());
}

/**
 * official-account 2.7. Messages: MsgId (with sender and type, which a retry repeats). Job results: their own id, event
 * and outcome, since a published article may be deleted or banned later under the same id. Other events: person,
 * second, Event and EventKey, and what else tells two of one second apart (two coupons received together).
 */
function dedupKeyOf(assetId: string, push: Fields, kind: Kind | undefined, subject: string): string {
  const messageId = plain(push['MsgId']);
  if (messageId) return digestId(assetId, 'message', messageId, plain(push['MsgType']), plain(push['FromUserName']));
  const name = plain(push['Event']) || plain(push['MsgType']);
  if (kind?.job) return digestId(assetId, 'job', name, ...kind.job(push));
  const apart = kind ? kind.apart(push) : [JSON.stringify(push)];
  return digestId(assetId, 'event', name, subject, plain(push['CreateTime']), plain(push['EventKey']), ...apart);
}
