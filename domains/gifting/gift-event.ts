import type { NewEvent } from '@qingniao/activity';
import type { GiftRow, ReturnedWhy } from './gift-row.ts';

/** On the buyer's timeline, who knows the order; once a link, since another may be accepted after the first. */
export const buyerEvent = (type: 'gift.sent' | 'gift.claimed' | 'gift.reminded' | 'gift.reopened' | 'gift.returned', gift: GiftRow, at: Date, why?: ReturnedWhy): NewEvent => ({
  type, at, assetId: null, who: gift.buyerId, dedupKey: `${type} ${gift.id} ${gift.linkNo}`, props: { gift_id: gift.id, order_id: gift.orderId, ...(why === undefined ? { path: gift.path } : { why }) },
});

/** On the timeline of whoever got it, who knows a gift and nothing of an order. */
export const receiverEvent = (type: 'gift.opened' | 'gift.received' | 'gift.refused' | 'gift.thanked' | 'gift.service_asked', gift: GiftRow, receiverId: number, at: Date, once = ''): NewEvent => ({
  type, at, assetId: null, who: receiverId, dedupKey: `${type} ${gift.id} ${receiverId}${once && ` ${once}`}`, props: { gift_id: gift.id },
});
