import { appendInTx, type NewEvent } from '@qingniao/activity';
import { now, nowDate } from '@qingniao/kernel';
import type { Database, Timers, Tx } from '@qingniao/storage';
import { lockOrder, refundUnsent } from '@qingniao/store';
import { buyerEvent } from './gift-event.ts';
import { findGift, type GiftRow, lockGift, moveGift } from './gift-row.ts';
import { isOver } from './gift-state.ts';

/** The units go back on sale with the money. The key is the gift's, so that it is asked for once. @returns what happened, for the log */
export async function returnGift(tx: Tx, brandId: number, timers: Timers, gift: GiftRow, why: 'expired' | 'refused'): Promise<NewEvent[]> {
  const at = nowDate();
  const returned = await moveGift(tx, brandId, gift, why, { returnedAt: at, returnedWhy: why });
  if (!returned) return [];
  await refundUnsent(tx, brandId, timers, gift.orderId, { reason: `gift_${why}`, requestKey: `gift ${gift.id}` }, why === 'expired' ? 'clock' : 'receiver');
  return [buyerEvent('gift.returned', returned, at, why)];
}

/** A link nobody came to in time; fires as often as it likes. */
export async function expireGift({ database, timers }: { database: Database; timers: Timers }, brandId: number, giftId: string): Promise<void> {
  const db = database.forBrand(brandId);
  const found = await findGift(db, brandId, { id: giftId });
  if (!found) return;
  await db.tx(async (tx) => {
    await lockOrder(tx, brandId, { id: found.orderId });
    const gift = await lockGift(tx, brandId, { id: giftId });
    if (gift?.state !== 'waiting' || gift.expiresAt === null || !isOver(gift.expiresAt, now())) return;
    await appendInTx(tx, brandId, await returnGift(tx, brandId, timers, gift, 'expired'));
  });
}
