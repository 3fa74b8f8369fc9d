import { addComment } from '../comments/comments.ts';
import { countEngagement, countPassers, countRead } from '../datacube/counters.ts';
import type { AccountState, Platform } from '../platform.ts';
import type { ActOf, Doing } from './perform.ts';

/** Reading pushes nothing: the platform tells of it in aggregate only (datacube). */
export function readArticle({ platform, account, person, act }: Doing<ActOf<'read'>>): boolean {
  const stats = account.datacube.articles.get(act.msgid);
  // The chat with the account is gone for somebody who has left.
  if (!stats || (act.scene === '公众号消息' && !person.subscribed) || account.publishing.articles.get(act.msgid)?.deleted) return false;
  countRead(account.datacube, stats, person.index, act);
  platform.ledger.write({ at: act.at, appid: act.appid, type: 'read', openid: act.openid, source: act.scene, msgid: act.msgid, fifths: act.fifths });
  return true;
}

export function comment({ platform, account, act }: Doing<ActOf<'comment'>>): boolean {
  const stats = account.datacube.articles.get(act.msgid);
  if (!stats || !addComment(account.comments, act.msgid, act.openid, act.content, act.at)) return false;
  countEngagement(account.datacube, stats, act.at, { comments: 1 });
  platform.ledger.write({ at: act.at, appid: act.appid, type: 'comment', openid: act.openid, msgid: act.msgid });
  return true;
}

export function engage(platform: Platform, account: AccountState, act: ActOf<'engage'>): boolean {
  const stats = account.datacube.articles.get(act.msgid);
  if (!stats) return false;
  const { share = 0, like = 0, zaikan = 0, favourite = 0 } = act;
  countEngagement(account.datacube, stats, act.at, { share, like, zaikan, favourite });
  platform.ledger.write({ at: act.at, appid: act.appid, type: 'engage', msgid: act.msgid, share, like, zaikan, favourite });
  return true;
}

export function passers(platform: Platform, account: AccountState, act: ActOf<'passers'>): boolean {
  const stats = account.datacube.articles.get(act.msgid);
  if (!stats) return false;
  countPassers(account.datacube, stats, act);
  platform.ledger.write({ at: act.at, appid: act.appid, type: 'passers', msgid: act.msgid, source: act.scene, users: act.users, reads: act.reads });
  return true;
}
