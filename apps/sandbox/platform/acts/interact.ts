import { createHash } from 'node:crypto';
import type { MenuButton, Person, Writing } from '../../world.ts';
import { pushEvent, pushMessage, remembers } from '../callbacks/push.ts';
import { bare, cdata, event } from '../callbacks/xml.ts';
import { grant } from '../custom-service/state.ts';
import { upstreamType } from '../datacube/messages.ts';
import { show } from '../inbox/inbox.ts';
import { receivedMedia } from '../media/media.ts';
import { menuOf } from '../menus/menus.ts';
import { type AccountState, type Platform, nextId } from '../platform.ts';
import { pushSubscriptionEvent } from '../subscriptions/events.ts';
import { answerPopup } from '../subscriptions/subscriptions.ts';
import { seconds } from '../time/clock.ts';
import type { ActOf, Doing } from './perform.ts';

/** Where phones in this world are when nobody says: Shanghai, Nanjing Road. */
const HERE = { latitude: 31.2304, longitude: 121.4737, label: '上海市黄浦区南京西路' };
/** Only these three taps let the account write to the person (contract 15.2). */
const OPENING = new Set(['click', 'scancode_push', 'scancode_waitmsg']);

const buttonAt = (buttons: readonly MenuButton[], [top, sub]: readonly [number, number?]): MenuButton | undefined => {
  const button = buttons[top];
  return sub === undefined ? button : button?.sub_button?.[sub];
};

/** The event of each button type, and the ordinary message that follows some of them (contract 4.2, 23.11). */
export function tapMenu({ platform, account, person, act }: Doing<ActOf<'menu'>>): boolean {
  if (!person.subscribed || person.blacklisted) return false;
  const menu = menuOf(account.menus, person);
  const button = menu && buttonAt(menu.button, act.item);
  if (!menu || !button?.type) return false;
  const { at, appid, openid } = act;
  if (OPENING.has(button.type)) grant(account.customService, account.settings.allowances, person.index, 'menu', at);
  platform.ledger.write({ at, appid, type: 'menu', openid, source: button.type, name: button.name, key: button.key ?? button.url ?? button.pagepath ?? '', ...(act.category && { category: act.category }) });
  if (remembers(account, person)) {
    show(account.inbox, person.index, { at, from: 'person', kind: 'tap', content: { name: button.name, type: button.type, url: button.url ?? null } });
  }
  const menuId = menu.conditionalId ? `\n${bare('MenuId', menu.conditionalId)}` : '';
  const push = (inner: string, notice = false): void => pushEvent(platform, account, person, inner, at, notice);
  const key = cdata('EventKey', button.key ?? '');
  switch (button.type) {
    case 'click':
      push(event('CLICK', key), true);
      break;
    case 'view':
      push(event('VIEW', cdata('EventKey', button.url ?? '') + menuId));
      break;
    case 'miniprogram':
      push(event('view_miniprogram', cdata('EventKey', button.pagepath ?? '') + menuId));
      break;
    case 'scancode_push':
    case 'scancode_waitmsg':
      push(event(button.type, `${key}\n<ScanCodeInfo>${cdata('ScanType', 'qrcode')}${cdata('ScanResult', 'https://example.com/code')}</ScanCodeInfo>`), button.type === 'scancode_waitmsg');
      break;
    case 'pic_sysphoto':
    case 'pic_photo_or_album':
    case 'pic_weixin': {
      const md5 = createHash('md5').update(`${openid}${at}`).digest('hex');
      push(event(button.type, `${key}\n<SendPicsInfo>${bare('Count', 1)}<PicList><item>${cdata('PicMd5Sum', md5)}</item></PicList></SendPicsInfo>`));
      say(platform, account, person, { type: 'image' }, at);
      break;
    }
    case 'location_select': {
      const place = cdata('Location_X', String(HERE.latitude)) + cdata('Location_Y', String(HERE.longitude)) + cdata('Scale', '15') + cdata('Label', HERE.label);
      push(event('location_select', `${key}\n<SendLocationInfo>${place}${cdata('Poiname', '')}</SendLocationInfo>`));
      say(platform, account, person, { type: 'location', ...HERE, scale: 15 }, at);
      break;
    }
    default:
      // media_id, view_limited, article_id, article_view_limited push nothing.
      break;
  }
  return true;
}

export function write({ platform, account, person, act }: Doing<ActOf<'write'>>): boolean {
  if (!person.subscribed || person.blacklisted) return false;
  const { at, appid, openid, message } = act;
  platform.ledger.write({ at, appid, type: 'message', openid, source: message.type });
  // A tap on a msgmenu item counts as a menu tap (contract 15.2).
  const trigger = message.type === 'text' && message.menuItem ? 'menu' : 'message';
  grant(account.customService, account.settings.allowances, person.index, trigger, at);
  say(platform, account, person, message, at);
  return true;
}

/** Pushes a message and remembers it: the chat, datacube, the waiting agent. */
function say(platform: Platform, account: AccountState, person: Person, message: Writing, at: number): void {
  const { customService, datacube } = account;
  datacube.upstream.at.push(seconds(at));
  datacube.upstream.person.push(person.index);
  datacube.upstream.type.push(upstreamType(message.type));
  if (customService.sessions.has(person.openid)) {
    const text = message.type === 'text' ? message.content : `[${message.type}]`;
    const agent = customService.sessions.get(person.openid)!.agent;
    customService.records.push({ id: customService.records.length + 1, openid: person.openid, agent, code: 2003, text, time: seconds(at) });
  }
  if (remembers(account, person)) show(account.inbox, person.index, { at, from: 'person', kind: 'message', content: { ...message } });
  const msgId = bare('MsgId', String(nextId(platform.state, 'msgId')));
  pushMessage(platform, account, person, message.type, `${elements(platform, account, message, at)}\n${msgId}${trailer(message)}`, at);
}

function elements(platform: Platform, account: AccountState, message: Writing, at: number): string {
  const received = (type: 'image' | 'voice' | 'video'): string => receivedMedia(account.media, type, at);
  switch (message.type) {
    case 'text':
      return cdata('Content', message.content);
    case 'image': {
      const id = message.mediaId ?? received('image');
      return `${cdata('PicUrl', `${platform.baseUrl}/sandbox/media/${account.settings.appid}/${id}`)}\n${cdata('MediaId', id)}`;
    }
    case 'voice': {
      const id = message.mediaId ?? received('voice');
      return `${cdata('MediaId', id)}\n${cdata('Format', 'amr')}\n${cdata('MediaId16K', id)}`;
    }
    case 'video':
    case 'shortvideo':
      return `${cdata('MediaId', message.mediaId ?? received('video'))}\n${cdata('ThumbMediaId', received('image'))}`;
    case 'location':
      return (
        `${bare('Location_X', message.latitude)}\n${bare('Location_Y', message.longitude)}\n` +
        `${bare('Scale', message.scale ?? 15)}\n${cdata('Label', message.label ?? '')}`
      );
    case 'link':
      return `${cdata('Title', message.title)}\n${cdata('Description', message.description)}\n${cdata('Url', message.url)}`;
  }
}

/** `bizmsgmenuid` of a msgmenu tap; `MsgDataId` and `Idx` when written from an article (contract 3). */
function trailer(message: Writing): string {
  if (message.type !== 'text') return '';
  const [dataId, index] = (message.article ?? '').split('_');
  return (
    (message.menuItem ? `\n${bare('bizmsgmenuid', message.menuItem)}` : '') +
    (dataId && index ? `\n${bare('MsgDataId', dataId)}\n${bare('Idx', index)}` : '')
  );
}

export function position({ platform, account, person, act }: Doing<ActOf<'position'>>): boolean {
  if (!person.subscribed || person.blacklisted) return false;
  platform.ledger.write({ at: act.at, appid: act.appid, type: 'position', openid: act.openid });
  const place = `${bare('Latitude', act.latitude)}\n${bare('Longitude', act.longitude)}\n${bare('Precision', act.precision)}`;
  pushEvent(platform, account, person, event('LOCATION', place), act.at, true);
  return true;
}

export function answerSubscription({ platform, account, person, act }: Doing<ActOf<'subscription'>>): boolean {
  for (const { templateId, accept } of act.answers) answerPopup(account.subscriptions, person, templateId, accept);
  platform.ledger.write({ at: act.at, appid: act.appid, type: 'subscription', openid: act.openid, source: act.answers.some((one) => one.accept) ? 'accept' : 'reject' });
  const rows = act.answers.map(({ templateId, accept }) => ({ TemplateId: templateId, SubscribeStatusString: accept ? 'accept' : 'reject', PopupScene: act.scene }));
  pushSubscriptionEvent(platform, account, person, 'popup', rows, act.at);
  return true;
}
