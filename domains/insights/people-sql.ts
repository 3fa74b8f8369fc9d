import { eventTypes } from '@qingniao/activity';

/**
 * What the questions about people are made of. A person is a contact: identities that were merged answer with their
 * contact's number, joined at query time (see activity/warehouse.ts).
 */
export const moved = '(select identity_id, contact_id from moved_identities final where brand_id = {brand:UInt32})';

/** All follows of the scope's accounts, with the `person`. */
export const follows = `(
  select if(m.contact_id = 0, p.identity_id, m.contact_id) as person, p.identity_id as identity_id, p.asset_id as asset_id, p.observed as observed,
         p.source_group as source_group, p.channel_id as channel_id, p.followed_at as followed_at, p.unfollowed_at as unfollowed_at
    from {follow_periods p} left join ${moved} as m on m.identity_id = p.identity_id
   where p.brand_id = {brand:UInt32} and ({asset:String} = '' or p.asset_id = {asset:String}))`;

/** Domain 1.8: followed before the instant and not gone before it. */
export const followsAt = (instant: string): string => `(followed_at < ${instant} and (unfollowed_at is null or unfollowed_at >= ${instant}))`;

/** Who follows when a period begins, or when everybody is observed in it: of those who had left by then nobody knows, so before it only who stayed would count. */
export const followsAtStart = followsAt('{since:DateTime}');

/** Followed at any moment of the period. */
export const followsInPeriod = '(followed_at < {to:DateTime} and (unfollowed_at is null or unfollowed_at >= {from:DateTime}))';

/** Begun in the period and seen to begin: who was there when the account was connected did not come now. */
export const isNewFollow = '(observed = 1 and followed_at >= {from:DateTime} and followed_at < {to:DateTime})';

export const goneByEnd = '(unfollowed_at is not null and unfollowed_at < {to:DateTime})';

export const leftInPeriod = '(unfollowed_at is not null and unfollowed_at >= {from:DateTime} and unfollowed_at < {to:DateTime})';

const ofKind = (start: string): string[] => Object.keys(eventTypes).filter((type) => type.startsWith(start));

export const menuTypes = ofKind('menu.');

/** W-14, the Index engagement set. The follow is not one of them, a scan by somebody who follows is. */
export const actionTypes = [...ofKind('menu.'), ...ofKind('message.'), 'qr.scanned', 'link.clicked', 'article.commented'];

/** All that any question about people counts of the log. */
export const countedTypes = [...actionTypes, 'unfollow', 'push.targeted'];

/** As SQL: `'a', 'b'`. */
export const list = (types: readonly string[]): string => types.map((type) => `'${type}'`).join(', ');

/** Actions in the period by people we can tell apart: an anonymous click is nobody's. */
export const actionsOf = (types: readonly string[]): string => `(
  select if(m.contact_id = 0, e.contact_id, m.contact_id) as person, e.at as at, e.type as type, e.menu_category as menu_category
    from {events e} left join ${moved} as m on m.identity_id = e.contact_id
   where e.brand_id = {brand:UInt32} and e.type in (${list(types)}) and e.contact_id > 0
     and e.at >= {from:DateTime} and e.at < {to:DateTime} and ({asset:String} = '' or e.asset_id = {asset:String}))`;

export const actions = actionsOf(actionTypes);
