import type { NewEvent, Querier } from '@qingniao/activity';
import { newId, nowDate, type Secrets } from '@qingniao/kernel';
import type { Timers, Tx } from '@qingniao/storage';
import { type GiftMoved, type OrderRow, type ProductOption, readLines, variantsLeft } from '@qingniao/store';
import { buyerEvent } from './gift-event.ts';
import { type GiftRow, lockGift, moveGift } from './gift-row.ts';
import { expiryOf, reminderOf } from './gift-state.ts';
import { linkHash } from './link.ts';
import { questionsOf } from './questions.ts';
import { settingsOf } from './settings.ts';

export const EXPIRY_TIMER = 'gift-expiry';
export const REMINDER_TIMER = 'gift-reminder';
/** Tells a buyer that a gift waits again. */
export const REOPENED_TIMER = 'gift-reopened';

/**
 * What becomes of a gift when its order moves. One that was paid before a word was said about it is a gift with a link
 * and without words: nobody's money waits for a client that went away.
 */
export const giftMoved = ({ timers, secrets }: { timers: Timers; secrets: Secrets }): GiftMoved => async (tx, brandId, order, what, at) => {
  if (what === 'paid') return paid(tx, brandId, timers, await ensureGift(tx, brandId, secrets, order), at);
  const gift = await lockGift(tx, brandId, { orderId: order.id });
  if (!gift) return [];
  if (what === 'cancelled') {
    await moveGift(tx, brandId, gift, 'cancelled', {});
    return [];
  }
  const returned = await moveGift(tx, brandId, gift, 'refunded', { returnedAt: at, returnedWhy: 'refunded' });
  return returned ? [buyerEvent('gift.returned', returned, at, 'refunded')] : [];
};

async function paid(tx: Tx, brandId: number, timers: Timers, gift: GiftRow, at: Date): Promise<NewEvent[]> {
  if (gift.path === 'address') {
    const sent = await moveGift(tx, brandId, gift, 'paid_for_address', { addressedAt: at });
    return sent ? [buyerEvent('gift.sent', sent, at)] : [];
  }
  const { days } = await settingsOf(tx, brandId, gift.storefrontId);
  const expiresAt = expiryOf(at, days);
  const sent = await moveGift(tx, brandId, gift, 'paid_for_link', { expiresAt });
  if (!sent) return [];
  await timers.set(tx, { brandId, name: EXPIRY_TIMER, key: gift.id, dueAt: expiresAt, payload: null });
  await timers.set(tx, { brandId, name: REMINDER_TIMER, key: gift.id, dueAt: reminderOf(at, expiresAt), payload: null });
  return [buyerEvent('gift.sent', sent, at)];
}

/** The gift of an order, locked; made when nothing was said about it yet. The order must be locked. */
export async function ensureGift(tx: Tx, brandId: number, secrets: Secrets, order: OrderRow): Promise<GiftRow> {
  const known = await lockGift(tx, brandId, { orderId: order.id });
  if (known) return known;
  const id = newId();
  await tx.query(
    `insert into gift (brand_id, id, order_id, storefront_id, buyer_id, path, state, questions, link_no, link_hash, created_at) values ($1, $2, $3, $4, $5, $6, 'unpaid', $7, 1, $8, $9)`,
    [brandId, id, order.id, order.storefrontId, order.identityId, order.address === null ? 'link' : 'address', JSON.stringify(await openQuestions(tx, brandId, order.id)), linkHash(secrets, id, 1), nowDate()],
  );
  return (await lockGift(tx, brandId, { id }))!;
}

async function openQuestions(db: Querier, brandId: number, orderId: string) {
  const lines = await readLines(db, brandId, orderId);
  const products = await db.query<{ id: string; options: ProductOption[] }>('select id, options from product where brand_id = $1 and id = any ($2)', [brandId, lines.map(({ productId }) => productId)]);
  const offered = new Map(products.map(({ id, options }) => [id, options]));
  return questionsOf(lines.map(({ position, options, productId }) => ({ position, options, offered: offered.get(productId) ?? [] })), await variantsLeft(db, brandId, orderId));
}
