import type { Person } from '../../world.ts';
import { pushBody, pushEvent } from '../callbacks/push.ts';
import { bare, cdata, event } from '../callbacks/xml.ts';
import type { AccountState, Platform } from '../platform.ts';
import { seconds } from '../time/clock.ts';

type Row = Readonly<Record<string, string | number | bigint>>;

const NAMES = {
  popup: ['subscribe_msg_popup_event', 'SubscribeMsgPopupEvent'],
  change: ['subscribe_msg_change_event', 'SubscribeMsgChangeEvent'],
  sent: ['subscribe_msg_sent_event', 'SubscribeMsgSentEvent'],
} as const;

/**
 * In XML the repeated element is `List` itself, inside the event's own element (official-account 4.4). In JSON it stands on
 * top, every value is text, and a popup with one answer has an object in place of the array (mini-program 5).
 */
export function pushSubscriptionEvent(platform: Platform, account: AccountState, person: Person | null, kind: keyof typeof NAMES, rows: readonly Row[], at: number): void {
  const [name, element] = NAMES[kind];
  if (account.settings.dataFormat === 'xml') {
    const list = rows.map((row) => `<List>${Object.entries(row).map(([field, value]) => (typeof value === 'string' ? cdata : bare)(field, String(value))).join('')}</List>`);
    pushEvent(platform, account, person, event(name, `<${element}>${list.join('')}</${element}>`), at);
    return;
  }
  const texts = rows.map((row) => Object.fromEntries(Object.entries(row).map(([field, value]) => [field, String(value)])));
  pushBody(platform, account, person, JSON.stringify({
    ToUserName: account.settings.originalId, FromUserName: person?.openid ?? '', CreateTime: String(seconds(at)), MsgType: 'event', Event: name,
    List: kind === 'popup' && texts.length === 1 ? texts[0] : texts,
  }), at);
}
