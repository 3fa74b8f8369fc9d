import { appendInTx } from '@qingniao/activity';
import { DEFAULT_ZONE, type Log, messageOf, now, nowDate } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import { readOrder } from '@qingniao/store';
import { isWechatError, type MiniProgramClient } from '@qingniao/wechat';
import { buyerEvent } from './gift-event.ts';
import { findGift, lockGift } from './gift-row.ts';
import { isOver } from './gift-state.ts';
import { settingsOf } from './settings.ts';

export interface ReminderDeps {
  database: Database;
  log: Log;
  miniProgramOf(brandId: number, assetId: string): Promise<MiniProgramClient | null>;
}

/** At most 20 characters, as WeChat has it for this kind of key. */
const WORDS = '礼物还没有人领取，请提醒对方';

/**
 * Tells the buyer, once and only who asked for it, that nobody has come yet. It is written down before it is sent: after
 * a crash it is rather not sent than twice. Who has not allowed it at WeChat gets none (43101).
 */
export async function remindBuyer({ database, log, miniProgramOf }: ReminderDeps, brandId: number, giftId: string): Promise<void> {
  const db = database.forBrand(brandId);
  const found = await findGift(db, brandId, { id: giftId });
  if (!found) return;
  const { reminder } = await settingsOf(db, brandId, found.storefrontId);
  const { assetId } = await readOrder(db, brandId, found.orderId);
  const client = reminder && assetId !== null ? await miniProgramOf(brandId, assetId) : null;
  const [buyer] = await db.query<{ openid: string }>(
    `select value as openid from identity i where brand_id = $1 and id = $2 and kind = 'openid' and not exists (select 1 from erased_identity e where e.brand_id = $1 and e.identity_id = i.id)`, [brandId, found.buyerId],
  );
  if (!reminder || !client || !buyer) return;
  const due = await db.tx(async (tx) => {
    const gift = await lockGift(tx, brandId, { id: giftId });
    if (gift?.state !== 'waiting' || gift.remindedAt !== null || gift.expiresAt === null || isOver(gift.expiresAt, now())) return null;
    await tx.query('update gift set reminded_at = $3 where brand_id = $1 and id = $2', [brandId, giftId, nowDate()]);
    return { gift, expiresAt: gift.expiresAt };
  });
  if (!due) return;
  try {
    await client.messages.sendSubscription({
      touser: buyer.openid, template_id: reminder.templateId, page: `pages/gift-sent/gift-sent?order=${found.orderId}`,
      data: { [reminder.thingKey]: { value: WORDS }, [reminder.timeKey]: { value: minuteOf(due.expiresAt) } },
    });
  } catch (error) {
    if (!isWechatError(error)) throw error;
    log.debug({ err: messageOf(error) }, 'the buyer of a gift could not be reminded');
    return;
  }
  await db.tx((tx) => appendInTx(tx, brandId, [buyerEvent('gift.reminded', due.gift, nowDate())]));
}

/** `2026-08-21 20:00`, as WeChat takes a time. */
const minuteOf = (at: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: DEFAULT_ZONE, dateStyle: 'short', timeStyle: 'short' }).format(at);
