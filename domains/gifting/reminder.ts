import { appendInTx } from '@qingniao/activity';
import { DEFAULT_ZONE, type Log, messageOf, now, nowDate, type Text } from '@qingniao/kernel';
import type { BrandDatabase, Database } from '@qingniao/storage';
import { readOrder } from '@qingniao/store';
import { isWechatError, type MiniProgramClient, wechatLanguages } from '@qingniao/wechat';
import { buyerEvent } from './gift-event.ts';
import { findGift, type GiftRow, lockGift } from './gift-row.ts';
import { isOver } from './gift-state.ts';
import { settingsOf } from './settings.ts';

export interface ReminderDeps {
  database: Database;
  log: Log;
  miniProgramOf(brandId: number, assetId: string): Promise<MiniProgramClient | null>;
}

/** At most 20 characters, as WeChat has it for this kind of key. */
const NOBODY_YET: Text = { zh: '礼物还没有人领取，请提醒对方', en: 'Not accepted yet' };
const WAITS_AGAIN: Text = { zh: '礼物需要新的收礼地址，请再送一次', en: 'Send the gift again' };

/** Tells the buyer, once and only who asked for it, that nobody has come yet. */
export async function remindBuyer(deps: ReminderDeps, brandId: number, giftId: string): Promise<void> {
  const db = deps.database.forBrand(brandId);
  const sent = await sendOnce(deps, db, giftId, NOBODY_YET);
  if (sent) await db.tx((tx) => appendInTx(tx, brandId, [buyerEvent('gift.reminded', sent, nowDate())]));
}

/** Whoever had accepted is not there any more: the buyer sends another link, or gets the money back. Says nothing of them. */
export async function tellReopened(deps: ReminderDeps, brandId: number, giftId: string): Promise<void> {
  const db = deps.database.forBrand(brandId);
  const gift = await findGift(db, brandId, { id: giftId });
  if (gift?.reopenedAt == null) return;
  const at = gift.reopenedAt;
  await db.tx((tx) => appendInTx(tx, brandId, [buyerEvent('gift.reopened', gift, at)]));
  await sendOnce(deps, db, giftId, WAITS_AGAIN);
}

/**
 * One allowed message is one message, whatever it says. It is written down before it is sent: after a crash it is rather
 * not sent than twice. Who has not allowed it at WeChat gets none (43101). @returns the gift, when it was sent
 */
async function sendOnce({ log, miniProgramOf }: ReminderDeps, db: BrandDatabase, giftId: string, words: Text): Promise<GiftRow | null> {
  const { brandId } = db;
  const found = await findGift(db, brandId, { id: giftId });
  if (!found) return null;
  const { reminder } = await settingsOf(db, brandId, found.storefrontId);
  const { assetId, language } = await readOrder(db, brandId, found.orderId);
  const client = reminder && assetId !== null ? await miniProgramOf(brandId, assetId) : null;
  const [buyer] = await db.query<{ openid: string }>(
    `select value as openid from identity i where brand_id = $1 and id = $2 and kind = 'openid' and not exists (select 1 from erased_identity e where e.brand_id = $1 and e.identity_id = i.id)`, [brandId, found.buyerId],
  );
  if (!reminder || !client || !buyer) return null;
  const due = await db.tx(async (tx) => {
    const gift = await lockGift(tx, brandId, { id: giftId });
    if (gift?.state !== 'waiting' || gift.remindedAt !== null || gift.expiresAt === null || isOver(gift.expiresAt, now())) return null;
    await tx.query('update gift set reminded_at = $3 where brand_id = $1 and id = $2', [brandId, giftId, nowDate()]);
    return { gift, expiresAt: gift.expiresAt };
  });
  if (!due) return null;
  try {
    await client.messages.sendSubscription({
      touser: buyer.openid, template_id: reminder.templateId, page: `pages/gift-sent/gift-sent?order=${found.orderId}`, lang: wechatLanguages[language],
      data: { [reminder.thingKey]: { value: words[language] }, [reminder.timeKey]: { value: minuteOf(due.expiresAt) } },
    });
  } catch (error) {
    if (!isWechatError(error)) throw error;
    log.debug({ err: messageOf(error) }, 'the buyer of a gift could not be reminded');
    return null;
  }
  return due.gift;
}

/** `2026-08-21 20:00`, as WeChat takes a time. */
const minuteOf = (at: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: DEFAULT_ZONE, dateStyle: 'short', timeStyle: 'short' }).format(at);
