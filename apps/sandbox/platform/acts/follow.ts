import type { QrCode } from '../../world.ts';
import { pushEvent } from '../callbacks/push.ts';
import { cdata, event } from '../callbacks/xml.ts';
import { grant } from '../custom-service/state.ts';
import { countEngagement, countFollow } from '../datacube/counters.ts';
import { codeOf } from '../qrcodes/qrcodes.ts';
import { forgetTags } from '../tags/tags.ts';
import { seconds } from '../time/clock.ts';
import { startFollowing, stopFollowing } from '../users/people.ts';
import type { ActOf, Doing } from './perform.ts';

/** subscribe, with `qrscene_` and the ticket when a code was scanned (contract 4.1, 23.12). */
export function follow({ platform, account, person, act }: Doing<ActOf<'follow'>>): boolean {
  if (person.subscribed) return false;
  const code = act.ticket ? codeOf(account.qrcodes, act.ticket, act.at) : null;
  // A code that has expired leads to the profile page; following from there is still a QR follow, without a scene.
  const scene = act.ticket ? 'ADD_SCENE_QR_CODE' : act.scene;
  startFollowing(account.people, person, seconds(act.at), scene, code?.scene ?? null);
  countFollow(account.datacube, scene, act.at, 'new');
  const article = act.fromArticle ? account.datacube.articles.get(act.fromArticle) : undefined;
  if (article) countEngagement(account.datacube, article, act.at, { followed: 1 });
  grant(account.customService, account.settings.allowances, person.index, 'follow', act.at);
  platform.ledger.write({
    at: act.at, appid: act.appid, type: 'follow', openid: act.openid, source: scene,
    ...(code && { scene: code.scene }), ...(act.fromArticle && { msgid: act.fromArticle }),
  });
  const inner = code
    ? event('subscribe', `${cdata('EventKey', `qrscene_${code.scene}`)}\n${cdata('Ticket', code.ticket)}`)
    : event('subscribe', cdata('EventKey', ''));
  pushEvent(platform, account, person, inner, act.at, true);
  return true;
}

export function unfollow({ platform, account, person, act }: Doing<ActOf<'unfollow'>>): boolean {
  if (!person.subscribed) return false;
  const source = person.scene;
  forgetTags(account.tags, person);
  stopFollowing(account.people, person);
  countFollow(account.datacube, source, act.at, 'cancel');
  account.customService.allowances.delete(person.index);
  platform.ledger.write({ at: act.at, appid: act.appid, type: 'unfollow', openid: act.openid, source });
  pushEvent(platform, account, person, event('unsubscribe', cdata('EventKey', '')), act.at);
  return true;
}

/** A follower's scan pushes SCAN with the bare scene; anybody else's makes them follow. */
export function scan({ platform, account, person, act }: Doing<ActOf<'scan'>>): boolean {
  const code = codeOf(account.qrcodes, act.ticket, act.at);
  if (!person.subscribed) {
    return follow({ platform, account, person, act: { ...act, kind: 'follow', scene: 'ADD_SCENE_QR_CODE' } });
  }
  if (!code) return false;
  scanned({ platform, account, person, act }, code);
  return true;
}

function scanned({ platform, account, person, act }: Doing<ActOf<'scan'>>, code: QrCode): void {
  grant(account.customService, account.settings.allowances, person.index, 'scan', act.at);
  platform.ledger.write({ at: act.at, appid: act.appid, type: 'scan', openid: act.openid, source: String(code.scene) });
  const inner = event('SCAN', `${cdata('EventKey', String(code.scene))}\n${cdata('Ticket', code.ticket)}`);
  pushEvent(platform, account, person, inner, act.at, true);
}
