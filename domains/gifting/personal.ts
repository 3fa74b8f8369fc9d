import { nowDate, type Secrets } from '@qingniao/kernel';
import type { Eraser, Exporter, Forgetter } from '@qingniao/people';
import type { Timers, Tx } from '@qingniao/storage';
import { type Address, openAddress, unsentUnits } from '@qingniao/store';
import { EXPIRY_TIMER, REOPENED_TIMER } from './gift-moved.ts';
import { giftColumns, type GiftRow, moveGift, openMessage, openWords } from './gift-row.ts';
import { expiryOf } from './gift-state.ts';
import { linkHash } from './link.ts';
import { settingsOf } from './settings.ts';

/**
 * Each takes their own words with them, and where it goes whoever said so: the receiver of a link, else the buyer. What
 * had not left yet waits for a receiver again: nobody's right to be forgotten depends on what another has paid for.
 */
export const eraseGifts = ({ timers, secrets }: { timers: Timers; secrets: Secrets }): Eraser => async (tx, brandId, { identityIds }) => {
  const params = [brandId, identityIds];
  const addresses = await tx.query(
    `update shop_order o set address = null from gift g
      where o.brand_id = $1 and g.brand_id = $1 and g.order_id = o.id and o.address is not null and case g.path when 'link' then g.receiver_id else g.buyer_id end = any ($2::bigint[]) returning 1`, params,
  );
  // The number of its waybill tells a carrier's page where that is.
  const waybills = await tx.query(
    `update parcel p set waybill = '' from gift g
      where p.brand_id = $1 and g.brand_id = $1 and g.order_id = p.order_id and p.waybill <> '' and g.receiver_id = any ($2::bigint[]) returning 1`, params,
  );
  const given = await tx.query('update gift set sender_name = null, message = null where brand_id = $1 and buyer_id = any ($2::bigint[]) and (sender_name is not null or message is not null) returning 1', params);
  const thanks = await tx.query('update gift set thanks = null where brand_id = $1 and receiver_id = any ($2::bigint[]) and thanks is not null returning 1', params);
  await reopenGifts(tx, brandId, { timers, secrets }, identityIds);
  return [{ table: 'shop_order', rows: addresses.length }, { table: 'parcel', rows: waybills.length }, { table: 'gift', rows: given.length + thanks.length }];
};

/** With another link and all its days anew; the money goes back by itself when nobody comes. The buyer is told of the gift, not of the person. */
async function reopenGifts(tx: Tx, brandId: number, { timers, secrets }: { timers: Timers; secrets: Secrets }, identityIds: readonly number[]): Promise<void> {
  const gifts = await tx.query<GiftRow & Record<string, unknown>>(
    `select ${giftColumns} from gift where brand_id = $1 and receiver_id = any ($2::bigint[]) and path = 'link' and state = 'addressed' order by id for update`, [brandId, identityIds],
  );
  for (const gift of gifts) {
    if ((await unsentUnits(tx, brandId, gift.orderId)).length === 0) continue;
    const at = nowDate();
    const expiresAt = expiryOf(at, (await settingsOf(tx, brandId, gift.storefrontId)).days);
    await moveGift(tx, brandId, gift, 'reopened', { receiverId: null, addressedAt: null, expiresAt });
    const linkNo = gift.linkNo + 1;
    await tx.query(
      'update gift set link_no = $3, link_hash = $4, opened_at = null, thanks = null, thanked_at = null, reopened_at = $5 where brand_id = $1 and id = $2', [brandId, gift.id, linkNo, linkHash(secrets, gift.id, linkNo), at],
    );
    await timers.set(tx, { brandId, name: EXPIRY_TIMER, key: gift.id, dueAt: expiresAt, payload: null });
    await timers.set(tx, { brandId, name: REOPENED_TIMER, key: gift.id, dueAt: at, payload: null });
  }
}

/** What buyer and receiver wrote goes from gifts that ended before; a card that is not printed yet keeps its words. */
export const forgetGifts: Forgetter = async (tx, brandId, before) =>
  (await tx.query(
    `update gift g set sender_name = null, message = null, thanks = null
      where g.brand_id = $1 and greatest(g.created_at, g.addressed_at, g.thanked_at, g.returned_at) < $2 and (g.sender_name is not null or g.message is not null or g.thanks is not null)
        and (g.state in ('returned', 'cancelled') or (g.state = 'addressed' and exists (
          select 1 from shop_order o where o.brand_id = $1 and o.id = g.order_id and o.fulfilment in ('shipped', 'received')))) returning 1`, [brandId, before],
  )).length;

type Known = Pick<GiftRow, 'id' | 'senderName' | 'message' | 'thanks' | 'thankedAt' | 'createdAt' | 'addressedAt' | 'state'> & { number: string; orderId: string; address: string | null };

/** Gifts in the copy a person may ask for. Who got one finds in it what they were told and what they said, and nothing of what it was. */
export const exportGifts = (secrets: Secrets): Exporter => async (db, brandId, { identityIds }) => {
  const gifts = (of: 'buyer_id' | 'receiver_id') => db.query<Known & Record<string, unknown>>(
    `select g.id, g.sender_name as "senderName", g.message, g.thanks, g.thanked_at as "thankedAt", g.created_at as "createdAt", g.addressed_at as "addressedAt", g.state,
            o.number, o.id as "orderId", o.address
       from gift g join shop_order o on o.brand_id = g.brand_id and o.id = g.order_id
      where g.brand_id = $1 and g.${of} = any ($2::bigint[]) order by g.created_at, g.id`, [brandId, identityIds],
  );
  const messageOf = (gift: Known): string | null => openMessage(secrets, gift)?.zh ?? null;
  const thanksOf = ({ id, thanks }: Known): string | null => openWords(secrets, id, thanks);
  const addressOf = ({ orderId, address }: Known): Address | null => (address === null ? null : openAddress(secrets, orderId, address));
  return [
    {
      key: 'gifts_given', title: { zh: '送出的礼物', en: 'Gifts given' },
      rows: (await gifts('buyer_id')).map((gift) => ({ order: gift.number, state: gift.state, sender: openWords(secrets, gift.id, gift.senderName), message: messageOf(gift), thanks: thanksOf(gift), at: gift.createdAt })),
    },
    {
      key: 'gifts_received', title: { zh: '收到的礼物', en: 'Gifts received' },
      rows: (await gifts('receiver_id')).map((gift) => ({ sender: openWords(secrets, gift.id, gift.senderName), message: messageOf(gift), address: addressOf(gift), thanks: thanksOf(gift), at: gift.addressedAt })),
    },
  ];
};
