import type { Querier } from '@qingniao/activity';
import type { Secrets, Text } from '@qingniao/kernel';
import { giftColumns, type GiftRow, openMessage, openWords } from './gift-row.ts';
import type { GiftState } from './gift-state.ts';

export interface GiftFilter {
  state?: GiftState;
  storefrontId?: string;
}

export interface ListedGift extends GiftRow {
  orderNumber: string;
  storefrontName: string;
  buyerContactId: number;
  receiverContactId: number | null;
}

const listed = `select g.*, o.number as "orderNumber", s.name as "storefrontName", b.contact_id as "buyerContactId", r.contact_id as "receiverContactId"
  from (select brand_id, ${giftColumns} from gift where brand_id = $1) g
  join shop_order o on o.brand_id = g.brand_id and o.id = g."orderId"
  join storefront s on s.brand_id = g.brand_id and s.id = g."storefrontId"
  join identity b on b.brand_id = g.brand_id and b.id = g."buyerId"
  left join identity r on r.brand_id = g.brand_id and r.id = g."receiverId"`;

/** Newest first. */
export const listGifts = (db: Querier, brandId: number, { state, storefrontId }: GiftFilter, limit: number, after: [Date, string] | null): Promise<ListedGift[]> =>
  db.query<ListedGift & Record<string, unknown>>(
    `${listed} where ($2::text is null or g.state = $2) and ($3::text is null or g."storefrontId" = $3) and ($4::timestamptz is null or (g."createdAt", g.id) < ($4, $5))
      order by g."createdAt" desc, g.id desc limit $6`, [brandId, state ?? null, storefrontId ?? null, after?.[0] ?? null, after?.[1] ?? null, limit],
  );

/** Null of an order about which nothing was said yet. */
export async function giftOfOrder(db: Querier, brandId: number, orderId: string): Promise<ListedGift | null> {
  const [gift] = await db.query<ListedGift & Record<string, unknown>>(`${listed} where g."orderId" = $2`, [brandId, orderId]);
  return gift ?? null;
}

/** What is written on the card. */
export const cardOf = (secrets: Secrets, gift: GiftRow): { senderName: string | null; message: Text | null } => ({ senderName: openWords(secrets, gift.id, gift.senderName), message: openMessage(secrets, gift) });
