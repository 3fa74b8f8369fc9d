import type { Querier } from '@qingniao/activity';
import { type Secrets, type Text, tokenHash } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import { type GiftPath, type GiftState, type GiftStep, nextState } from './gift-state.ts';
import type { Question } from './questions.ts';

export type ReturnedWhy = Extract<GiftStep, 'expired' | 'refused' | 'refunded'>;

export interface GiftRow {
  id: string;
  orderId: string;
  storefrontId: string;
  buyerId: number;
  path: GiftPath;
  state: GiftState;
  /** Sealed, as message and thanks. */
  senderName: string | null;
  message: string | null;
  questions: Question[];
  linkNo: number;
  linkHash: string;
  openedAt: Date | null;
  receiverId: number | null;
  addressedAt: Date | null;
  expiresAt: Date | null;
  reopenedAt: Date | null;
  remindedAt: Date | null;
  returnedAt: Date | null;
  returnedWhy: ReturnedWhy | null;
  thanks: string | null;
  thankedAt: Date | null;
  createdAt: Date;
}

export const giftColumns = `id, order_id as "orderId", storefront_id as "storefrontId", buyer_id as "buyerId", path, state, sender_name as "senderName", message, questions,
  link_no as "linkNo", link_hash as "linkHash", opened_at as "openedAt", receiver_id as "receiverId", addressed_at as "addressedAt", expires_at as "expiresAt", reopened_at as "reopenedAt",
  reminded_at as "remindedAt", returned_at as "returnedAt", returned_why as "returnedWhy", thanks, thanked_at as "thankedAt", created_at as "createdAt"`;

type By = { id: string } | { orderId: string } | { token: string };

async function find(db: Querier, brandId: number, by: By, lock: '' | 'for update'): Promise<GiftRow | null> {
  const [column, value] = 'id' in by ? ['id', by.id] : 'orderId' in by ? ['order_id', by.orderId] : ['link_hash', tokenHash(by.token)];
  const [gift] = await db.query<GiftRow & Record<string, unknown>>(`select ${giftColumns} from gift where brand_id = $1 and ${column} = $2 ${lock}`, [brandId, value]);
  return gift ?? null;
}

export const findGift = (db: Querier, brandId: number, by: By): Promise<GiftRow | null> => find(db, brandId, by, '');
/** Its order is locked before it. */
export const lockGift = (tx: Tx, brandId: number, by: By): Promise<GiftRow | null> => find(tx, brandId, by, 'for update');

/** One step, with what is known from it on; null when a gift that stands there has no such step. The gift must be locked. */
export async function moveGift(tx: Tx, brandId: number, gift: GiftRow, step: GiftStep, known: Partial<Pick<GiftRow, 'receiverId' | 'addressedAt' | 'expiresAt' | 'returnedAt' | 'returnedWhy'>>): Promise<GiftRow | null> {
  const state = nextState(gift.state, step);
  if (state === null) return null;
  const moved = { ...gift, ...known, state };
  await tx.query(
    'update gift set state = $3, receiver_id = $4, addressed_at = $5, expires_at = $6, returned_at = $7, returned_why = $8 where brand_id = $1 and id = $2',
    [brandId, gift.id, state, moved.receiverId, moved.addressedAt, moved.expiresAt, moved.returnedAt, moved.returnedWhy],
  );
  return moved;
}

const context = (giftId: string): string => `gift:${giftId}`;
export const sealWords = (secrets: Secrets, giftId: string, words: string): string => secrets.seal(words, context(giftId));
export const openWords = (secrets: Secrets, giftId: string, sealed: string | null): string | null => (sealed === null ? null : secrets.open(sealed, context(giftId)));
/** One of the brand's messages has both languages; one's own words are the same in both. */
export const openMessage = (secrets: Secrets, { id, message }: Pick<GiftRow, 'id' | 'message'>): Text | null => (message === null ? null : JSON.parse(openWords(secrets, id, message)!) as Text);

/** How it travels is its receiver's affair: they have said where it goes, or will. */
export const goesUnseen = async (db: Querier, brandId: number, orderId: string): Promise<boolean> => (await findGift(db, brandId, { orderId }))?.path !== 'address';
