import type { Person } from '../../world.ts';
import { FAILURE_NOTICE, show } from '../inbox/inbox.ts';
import type { AccountState, Platform } from '../platform.ts';
import { seconds } from '../time/clock.ts';
import type { Push, PushResult } from './sender.ts';
import { envelope } from './xml.ts';

/** Above this many people only those on the play page keep a chat history. */
const REMEMBERED = 50_000;

export const remembers = (account: AccountState, person: Person): boolean => person.played || account.people.list.length <= REMEMBERED;

/** The sender of job results (contract 4.3). */
export const PLATFORM_SENDER = 'mphelper';

/**
 * Queues an event for the account's server: `inner` begins with `<Event>`. `person` null means the
 * platform itself speaks. `notice`: the person sees the failure notice when the answer is wrong.
 */
export function pushEvent(platform: Platform, account: AccountState, person: Person | null, inner: string, at: number, notice = false): void {
  queue(platform, account, person, { at, msgType: 'event', body: wrap(account, person, 'event', inner, at) }, notice);
}

/** Queues an ordinary message (contract 3). */
export function pushMessage(platform: Platform, account: AccountState, person: Person, msgType: string, inner: string, at: number): void {
  queue(platform, account, person, { at, msgType, body: wrap(account, person, msgType, inner, at) }, true);
}

/** Queues a body as it is: the JSON form of contract 4.4, names from outside the contract. */
export function pushBody(platform: Platform, account: AccountState, person: Person | null, body: string, at: number): void {
  queue(platform, account, person, { at, msgType: 'event', body }, false);
}

const senderOf = (person: Person | null): string => person?.openid ?? PLATFORM_SENDER;
const wrap = (account: AccountState, person: Person | null, msgType: string, inner: string, at: number): string =>
  envelope(account.settings.originalId, senderOf(person), seconds(at), msgType, inner);

function queue(platform: Platform, account: AccountState, person: Person | null, what: Omit<Push, 'openid'>, notice: boolean): void {
  const { settings } = account;
  if (settings.callbackUrl === null) return;
  const push: Push = { openid: senderOf(person), ...what };
  const lane = person ? person.openid : `${settings.appid}/${PLATFORM_SENDER}`;
  platform.lanes.push(lane, async () => {
    const result = await platform.sender.send(account, push);
    if (person && result.kind !== 'nothing') receive(account, person, result, push.at, notice);
  });
}

/** What the person then sees. */
function receive(account: AccountState, person: Person, result: PushResult, at: number, notice: boolean): void {
  if (result.kind === 'reply' && result.type === 'transfer_customer_service') account.customService.waiting.set(person.openid, at);
  if (!remembers(account, person)) return;
  if (result.kind === 'reply') {
    show(account.inbox, person.index, { at, from: 'account', kind: 'reply', content: { type: result.type, dropped: result.dropped, ...result.content } });
  } else if (notice && result.kind !== 'nothing') {
    show(account.inbox, person.index, { at, from: 'wechat', kind: 'notice', content: { text: FAILURE_NOTICE, reason: result.reason } });
  }
}
