import { digestId, type Log, messageOf, nowDate, unavailable } from '@qingniao/kernel';
import { type OpenedPush, type PassiveReply, type PushQuery, writeReply } from '@qingniao/wechat';
import type { Appender } from './append.ts';
import { type CallbackAsset, type DecidedReply, type DecideReply, type RawPush, readerOf, type Relay } from './callback-asset.ts';
import type { CallbackTally } from './callback-tally.ts';
import { normalise } from './normalise.ts';
import type { NewEvent } from './types.ts';

export interface CallbackServices {
  appender: Appender;
  log: Log;
  decideReply?: DecideReply;
  /** Null when this asset has no previous system. */
  relayOf?: (asset: CallbackAsset) => Relay | null;
  tally?: CallbackTally;
  /** Milliseconds until a push is refused because the log is away; the platform gives up after 5 s and comes again. */
  limit?: number;
}

export interface Answer {
  contentType: string;
  body: string;
}

const success: Answer = { contentType: 'text/plain', body: 'success' };

/**
 * One push: verified, decrypted, normalised, durable in the log, then answered. It waits for nothing but the log
 * (and the relay, where a brand has one). Throws WechatCryptError for what must be refused, Problem 503 when the
 * log is away.
 */
export async function receiveCallback(services: CallbackServices, asset: CallbackAsset, query: PushQuery, raw: RawPush): Promise<Answer> {
  const push = readerOf(asset).open(query, raw.body);
  const event = withMenuCategory(asset, normalise(asset.id, push.fields));
  const relay = services.relayOf?.(asset);
  if (!relay) {
    const own = ownReply(services, asset, event, push);
    await append(services, asset, own ? [event, own.sent] : [event]);
    return own?.answer ?? success;
  }
  const [relayed] = await Promise.all([relay(asset, raw), append(services, asset, [event])]);
  services.tally?.count(asset, relayed.taken ? 'relayed' : 'relay_failed');
  if (relayed.reply) return relayed.reply;
  const own = ownReply(services, asset, event, push);
  if (own) await append(services, asset, [own.sent]);
  return own?.answer ?? success;
}

/** A tap says which entry; what that entry was about is only known now, while the menu is as it was. */
function withMenuCategory({ menuCategories }: CallbackAsset, event: NewEvent): NewEvent {
  if (!menuCategories || !event.type.startsWith('menu.')) return event;
  const { menu_key: key, url, page } = event.props;
  const category = menuCategories.get(String(key ?? url ?? page ?? ''));
  return category === undefined ? event : { ...event, props: { ...event.props, menu_category: category } };
}

interface OwnReply {
  answer: Answer;
  sent: NewEvent;
}

/** A reply that cannot be built is logged and left out: the message itself must not be lost for it. */
function ownReply(services: CallbackServices, asset: CallbackAsset, event: NewEvent, push: OpenedPush): OwnReply | null {
  if (event.who === null) return null;
  try {
    const decided = services.decideReply?.(asset, event) ?? null;
    return decided && { answer: write(decided, push), sent: replySent(event, decided) };
  } catch (error) {
    services.log.error({ err: messageOf(error), asset: asset.id, type: event.type }, 'the auto-reply could not be made');
    return null;
  }
}

function write({ reply }: DecidedReply, { fields, encrypted, seal }: OpenedPush): Answer {
  const at = Math.floor(nowDate().getTime() / 1000);
  const xml = writeReply(reply, {
    openid: String(fields['FromUserName']),
    account: String(fields['ToUserName']),
    msgType: String(fields['MsgType']),
    at,
  });
  return { contentType: 'application/xml; charset=utf-8', body: encrypted ? seal(xml, at) : xml };
}

/** A retried push gets the same reply again and stays one entry of the timeline. */
const replySent = (event: NewEvent, { reply, ruleId }: DecidedReply): NewEvent => ({
  type: 'reply.sent',
  at: nowDate(),
  assetId: event.assetId,
  who: event.who,
  dedupKey: digestId(event.dedupKey, 'reply'),
  props: { rule_id: ruleId, reply_type: reply.type, to: event.type, ...said(reply) },
});

/** A line of the timeline shows no more. */
const SAID = 160;

/** What was answered, at that time: the rule may say something else by the time somebody asks. */
function said(reply: PassiveReply): { content?: string } {
  const text = reply.type === 'text' ? reply.content
    : reply.type === 'news' ? reply.articles.map(({ title }) => title).join(' · ')
      : reply.type === 'video' || reply.type === 'music' ? reply.title ?? '' : '';
  return text === '' ? {} : { content: [...text].slice(0, SAID).join('') };
}

/** Durable, or Problem 503 in time for the platform to come again; then the de-dup key keeps it single. */
function append({ appender, limit = 4500 }: CallbackServices, asset: CallbackAsset, events: NewEvent[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(tooLate()), limit);
    appender.append(asset.brandId, events).then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

const tooLate = () =>
  unavailable('log_unavailable', { zh: '暂时无法保存消息，请重新推送。', en: 'The message cannot be stored at the moment; push it again.' });
