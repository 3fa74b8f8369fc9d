import { badRequest, conflict, type Secrets, type Text } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import type { Database, Tx } from '@qingniao/storage';
import { isToBeSent, lockOwnOrder, orderNotFound, type OrderRow, readOwnOrder, type ReceiverQuestion, type Shopper } from '@qingniao/store';
import { ensureGift } from './gift-moved.ts';
import { findGift, type GiftRow, openMessage, openWords, sealWords } from './gift-row.ts';
import { type GiftState } from './gift-state.ts';
import { linkHash, linkToken } from './link.ts';
import { settingsOf } from './settings.ts';
import { shareCard, type ShareCard } from './share-card.ts';
import type { CheckWords } from './check-words.ts';
import { cleanWords, LONGEST_MESSAGE, LONGEST_NAME } from './words.ts';

export interface GiveDeps {
  database: Database;
  secrets: Secrets;
  checkWords: CheckWords;
}

/** What a buyer says with a gift: one of the storefront's messages, or own words, or nothing. */
export interface GiftWords {
  senderName: string;
  messageId: string | null;
  ownMessage: string | null;
}

/** A gift as its buyer sees it: that it was accepted, never by what address. */
export interface GivenGift extends Pick<GiftRow, 'path' | 'expiresAt' | 'openedAt' | 'addressedAt' | 'reopenedAt' | 'returnedAt' | 'returnedWhy' | 'thankedAt' | 'linkNo'> {
  state: GiftState;
  senderName: string | null;
  message: Text | null;
  /** What the receiver is asked to choose. */
  asks: ReceiverQuestion[];
  thanks: string | null;
  /** Null unless a link waits for its receiver; also while its money goes back. */
  share: ShareCard | null;
}

/**
 * Says from whom an order is and with what words; as often as the buyer likes until somebody has opened the link.
 * @throws Problem not_found (404), not_a_gift, gift_opened (409), words_*, message_unknown (422)
 */
export async function sayWithGift(deps: GiveDeps, shopper: Shopper, orderId: string, words: GiftWords): Promise<GivenGift> {
  const db = deps.database.forBrand(shopper.brandId);
  const senderName = cleanWords(words.senderName, LONGEST_NAME, 'senderName');
  const message = words.ownMessage === null ? null : cleanWords(words.ownMessage, LONGEST_MESSAGE, 'ownMessage');
  const { storefrontId } = await readOwn(db, shopper, orderId);
  const listed = words.messageId === null ? null : await listedMessage(db, shopper.brandId, storefrontId, words.messageId);
  // WeChat is asked before anything is locked.
  await deps.checkWords(shopper, [senderName, message].filter((one) => one !== null).join(' '), message === null ? 'senderName' : 'ownMessage');
  return db.tx(async (tx) => {
    const gift = await ensureGift(tx, shopper.brandId, deps.secrets, await lockOwn(tx, shopper, orderId));
    if (gift.openedAt !== null || gift.addressedAt !== null) throw conflict('gift_opened', { zh: '礼物已被打开，留言不能再修改。', en: 'The gift was opened; its words can no longer be changed.' });
    const said: Text | null = message === null ? listed : { zh: message, en: message };
    const sealed = { senderName: sealWords(deps.secrets, gift.id, senderName), message: said && sealWords(deps.secrets, gift.id, JSON.stringify(said)) };
    await tx.query('update gift set sender_name = $3, message = $4 where brand_id = $1 and id = $2', [shopper.brandId, gift.id, sealed.senderName, sealed.message]);
    return givenGift(tx, deps.secrets, shopper.brandId, { ...gift, ...sealed });
  });
}

/** @throws Problem not_found (404), not_a_gift (409) */
export async function readGivenGift({ database, secrets }: Pick<GiveDeps, 'database' | 'secrets'>, shopper: Shopper, orderId: string): Promise<GivenGift> {
  const db = database.forBrand(shopper.brandId);
  await readOwn(db, shopper, orderId);
  const gift = await findGift(db, shopper.brandId, { orderId });
  if (!gift) throw orderNotFound();
  return givenGift(db, secrets, shopper.brandId, gift);
}

/**
 * Another link for one that went to the wrong person: the old one opens nothing any more. In place of the same one
 * (`replaces`) it is the same. @throws Problem not_found (404), not_a_gift, gift_not_waiting (409)
 */
export async function renewLink({ database, secrets }: Pick<GiveDeps, 'database' | 'secrets'>, shopper: Shopper, orderId: string, replaces: number | null): Promise<GivenGift> {
  return database.forBrand(shopper.brandId).tx(async (tx) => {
    const gift = await ensureGift(tx, shopper.brandId, secrets, await lockOwn(tx, shopper, orderId));
    if (gift.state !== 'waiting') throw conflict('gift_not_waiting', { zh: '礼物不在等待领取中，无需更换链接。', en: 'This gift waits for nobody; it needs no other link.' });
    if (replaces !== null && replaces < gift.linkNo) return givenGift(tx, secrets, shopper.brandId, gift);
    const renewed = { ...gift, linkNo: gift.linkNo + 1, openedAt: null };
    await tx.query('update gift set link_no = $3, link_hash = $4, opened_at = null where brand_id = $1 and id = $2', [shopper.brandId, gift.id, renewed.linkNo, linkHash(secrets, gift.id, renewed.linkNo)]);
    return givenGift(tx, secrets, shopper.brandId, renewed);
  });
}

async function givenGift(db: Querier, secrets: Secrets, brandId: number, gift: GiftRow): Promise<GivenGift> {
  const { path, state, expiresAt, openedAt, addressedAt, reopenedAt, returnedAt, returnedWhy, thankedAt, linkNo } = gift;
  const senderName = openWords(secrets, gift.id, gift.senderName);
  return {
    path, state, expiresAt, openedAt, addressedAt, reopenedAt, returnedAt, returnedWhy, thankedAt, linkNo, senderName,
    message: openMessage(secrets, gift), asks: gift.questions.map(({ asks }) => asks), thanks: openWords(secrets, gift.id, gift.thanks),
    share: state === 'waiting' && (await isToBeSent(db, brandId, gift.orderId)) ? shareCard(senderName, linkToken(secrets, gift.id, gift.linkNo)) : null,
  };
}

async function listedMessage(db: Pick<Tx, 'query'>, brandId: number, storefrontId: string, messageId: string): Promise<Text> {
  const found = (await settingsOf(db, brandId, storefrontId)).messages.find(({ id }) => id === messageId);
  if (!found) throw badRequest('message_unknown', { zh: '该留言已下架，请另选一条。', en: 'This message is no longer offered; choose another.' }, { field: 'messageId' });
  return { zh: found.zh, en: found.en };
}

function refuseUnlessGift(order: OrderRow): OrderRow {
  if (!order.forGift) throw conflict('not_a_gift', { zh: '该订单不是送礼订单。', en: 'This order is not a gift.' });
  return order;
}

const readOwn = async (db: Querier, { brandId, identityId }: Shopper, orderId: string): Promise<OrderRow> => refuseUnlessGift(await readOwnOrder(db, brandId, identityId, orderId));

const lockOwn = async (tx: Tx, { brandId, identityId }: Shopper, orderId: string): Promise<OrderRow> => refuseUnlessGift(await lockOwnOrder(tx, brandId, identityId, orderId));
