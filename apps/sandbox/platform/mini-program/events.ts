import type { Person } from '../../world.ts';
import { PLATFORM_SENDER, pushBody, pushEvent } from '../callbacks/push.ts';
import { bare, cdata, event } from '../callbacks/xml.ts';
import type { AccountState, Platform } from '../platform.ts';
import { seconds } from '../time/clock.ts';

type Fields = Readonly<Record<string, unknown>>;

/** An event in the format the mini program chose (mini-program 5): numbers stay numbers in JSON. Without a person the platform speaks. */
export function pushMiniEvent(platform: Platform, account: AccountState, person: Person | null, name: string, fields: Fields, at: number): void {
  if (account.settings.dataFormat === 'xml') {
    const elements = Object.entries(fields).map(([field, value]) => (typeof value === 'number' ? bare(field, value) : cdata(field, String(value))));
    return pushEvent(platform, account, person, event(name, elements.join('\n')), at);
  }
  pushBody(platform, account, person, JSON.stringify({
    ToUserName: account.settings.originalId, FromUserName: person?.openid ?? PLATFORM_SENDER, CreateTime: seconds(at), MsgType: 'event', Event: name, ...fields,
  }), at);
}
