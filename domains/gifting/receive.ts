import { appendInTx } from '@qingniao/activity';
import { badRequest, conflict, notFound, now, nowDate, type Secrets, type Text } from '@qingniao/kernel';
import { recordConsent } from '@qingniao/people';
import type { BrandDatabase, Database, Timers, Tx } from '@qingniao/storage';
import { type Address, completeGiftOrder, lockOrder, type ReceiverQuestion, type Shopper } from '@qingniao/store';
import type { CheckWords } from './check-words.ts';
import { buyerEvent, receiverEvent } from './gift-event.ts';
import { findGift, giftColumns, type GiftRow, lockGift, moveGift, openMessage, openWords, sealWords } from './gift-row.ts';
import { isOver } from './gift-state.ts';
import { returnGift } from './return-gift.ts';
import { cleanWords, LONGEST_MESSAGE } from './words.ts';

export interface ReceiveDeps {
  database: Database;
  secrets: Secrets;
  timers: Timers;
  checkWords: CheckWords;
}

/**
 * A gift as its receiver sees it. There is no product, price, picture or order in this type, so that a page which shows
 * one does not compile; `receiver-blind.test.ts` searches the answers for them (W-50).
 */
export interface ReceivedGift {
  /** Null until it is theirs. */
  id: string | null;
  /** open: may be accepted; yours; taken by somebody else; over; own: given by whoever looks. */
  standing: 'open' | 'yours' | 'taken' | 'over' | 'own';
  senderName: string | null;
  message: Text | null;
  expiresAt: Date | null;
  questions: { id: string; asks: ReceiverQuestion; choices: { id: string; name: string }[] }[];
  acceptedAt: Date | null;
  thanks: string | null;
}

export interface Acceptance {
  address: Address;
  /** Question id → choice id. */
  choices: Record<string, string>;
  /** The version of the text they agreed to, when they want to hear from the brand; the address serves this delivery alone either way. */
  marketingConsent: string | null;
  channel: 'mini_program' | 'h5';
}

/** Whoever opens a link; the first time is on their timeline. @throws Problem not_found (404), which tells nobody whether there was a gift */
export async function openGift({ database, secrets }: Pick<ReceiveDeps, 'database' | 'secrets'>, shopper: Shopper, token: string): Promise<ReceivedGift> {
  const { brandId, identityId } = shopper;
  return database.forBrand(brandId).tx(async (tx) => {
    const gift = await lockGift(tx, brandId, { token });
    if (!gift) throw giftNotFound();
    const seen = receivedGift(secrets, gift, await standingFor(tx, gift, shopper));
    if (seen.standing !== 'open') return seen;
    await tx.query('update gift set opened_at = coalesce(opened_at, $3) where brand_id = $1 and id = $2', [brandId, gift.id, nowDate()]);
    await appendInTx(tx, brandId, [receiverEvent('gift.opened', gift, identityId, nowDate())]);
    return seen;
  });
}

/**
 * The first who accepts has it: where it goes and what was left to choose. The same again changes nothing.
 * @throws Problem not_found (404), gift_taken, gift_over, own_gift (409), choice_missing (422)
 */
export async function acceptGift({ database, secrets }: Pick<ReceiveDeps, 'database' | 'secrets'>, shopper: Shopper, token: string, { address, choices, marketingConsent, channel }: Acceptance): Promise<ReceivedGift> {
  const { brandId, identityId } = shopper;
  return database.forBrand(brandId).tx(async (tx) => {
    const gift = await lockWithOrder(tx, brandId, token);
    const standing = await standingFor(tx, gift, shopper);
    if (standing === 'yours') return receivedGift(secrets, gift, standing);
    if (standing !== 'open') throw refusals[standing]();
    const at = nowDate();
    const accepted = (await moveGift(tx, brandId, gift, 'accepted', { receiverId: identityId, addressedAt: at }))!;
    await completeGiftOrder(tx, brandId, secrets, gift.orderId, address, chosenOf(gift, choices));
    if (marketingConsent !== null) {
      const [contact] = await tx.query<{ id: number }>('select contact_id as id from identity where brand_id = $1 and id = $2', [brandId, identityId]);
      await recordConsent(tx, brandId, contact!.id, { purpose: 'marketing', given: true, textVersion: marketingConsent, channel, proof: 'gift', by: 'receiver' });
    }
    await appendInTx(tx, brandId, [buyerEvent('gift.claimed', accepted, at), receiverEvent('gift.received', accepted, identityId, at)]);
    return receivedGift(secrets, accepted, 'yours');
  });
}

/** No, thank you: the money goes back as when nobody comes. @throws Problem not_found (404), gift_taken, gift_over, own_gift (409) */
export async function refuseGift({ database, secrets, timers }: ReceiveDeps, shopper: Shopper, token: string): Promise<ReceivedGift> {
  const { brandId, identityId } = shopper;
  return database.forBrand(brandId).tx(async (tx) => {
    const gift = await lockWithOrder(tx, brandId, token);
    const standing = await standingFor(tx, gift, shopper);
    if (standing === 'yours') throw refusals.taken();
    if (standing !== 'open') throw refusals[standing]();
    const events = await returnGift(tx, brandId, timers, gift, 'refused');
    await appendInTx(tx, brandId, [...events, receiverEvent('gift.refused', gift, identityId, nowDate())]);
    return receivedGift(secrets, gift, 'over');
  });
}

/** Gifts somebody accepted, newest first. */
export async function listReceived({ database, secrets }: Pick<ReceiveDeps, 'database' | 'secrets'>, { brandId, identityId }: Shopper): Promise<ReceivedGift[]> {
  const gifts = await database.forBrand(brandId).query<GiftRow & Record<string, unknown>>(
    `select ${giftColumns} from gift where brand_id = $1 and receiver_id = $2 and state = 'addressed' order by addressed_at desc, id limit 100`, [brandId, identityId],
  );
  return gifts.map((gift) => receivedGift(secrets, gift, 'yours'));
}

/** @throws Problem not_found (404) */
export async function readReceived({ database, secrets }: Pick<ReceiveDeps, 'database' | 'secrets'>, shopper: Shopper, giftId: string): Promise<{ gift: GiftRow; received: ReceivedGift }> {
  const gift = await findGift(database.forBrand(shopper.brandId), shopper.brandId, { id: giftId });
  if (gift?.state !== 'addressed' || gift.receiverId !== shopper.identityId) throw giftNotFound();
  return { gift, received: receivedGift(secrets, gift, 'yours') };
}

/** What is on its way, without what is in it. */
export const parcelsOf = (brand: BrandDatabase, { orderId }: GiftRow): Promise<{ carrier: string | null; waybill: string | null; sentAt: Date }[]> =>
  brand.query('select carrier_name as carrier, waybill, shipped_at as "sentAt" from parcel where brand_id = $1 and order_id = $2 order by seq', [brand.brandId, orderId]);

/** One word of thanks to whoever gave it. @throws Problem not_found (404), thanked (409), words_* (422) */
export async function thankForGift(deps: ReceiveDeps, shopper: Shopper, giftId: string, text: string): Promise<ReceivedGift> {
  const { brandId, identityId } = shopper;
  const words = cleanWords(text, LONGEST_MESSAGE, 'text');
  const { gift } = await readReceived(deps, shopper, giftId);
  await deps.checkWords(shopper, words, 'text');
  return deps.database.forBrand(brandId).tx(async (tx) => {
    const thanks = sealWords(deps.secrets, giftId, words);
    const [written] = await tx.query('update gift set thanks = $3, thanked_at = $4 where brand_id = $1 and id = $2 and thanked_at is null returning 1', [brandId, giftId, thanks, nowDate()]);
    if (!written) throw conflict('thanked', { zh: '您已经道过谢了。', en: 'You have thanked them already.' });
    await appendInTx(tx, brandId, [receiverEvent('gift.thanked', gift, identityId, nowDate())]);
    return receivedGift(deps.secrets, { ...gift, thanks }, 'yours');
  });
}

/** The order is locked before its gift, as everywhere. */
async function lockWithOrder(tx: Tx, brandId: number, token: string): Promise<GiftRow> {
  const found = await findGift(tx, brandId, { token });
  if (!found) throw giftNotFound();
  await lockOrder(tx, brandId, { id: found.orderId });
  const gift = await lockGift(tx, brandId, { token });
  if (!gift) throw giftNotFound();
  return gift;
}

/** The buyer is whoever is the same contact, by whatever openid. */
async function standingFor(tx: Tx, gift: GiftRow, { brandId, identityId }: Shopper): Promise<ReceivedGift['standing']> {
  if (gift.state === 'addressed' && gift.receiverId === identityId) return 'yours';
  const [same] = await tx.query('select 1 from identity a join identity b on b.brand_id = a.brand_id and b.contact_id = a.contact_id where a.brand_id = $1 and a.id = $2 and b.id = $3', [brandId, gift.buyerId, identityId]);
  if (same) return 'own';
  if (gift.state === 'addressed') return 'taken';
  return gift.state === 'waiting' && gift.expiresAt !== null && !isOver(gift.expiresAt, now()) ? 'open' : 'over';
}

function receivedGift(secrets: Secrets, gift: GiftRow, standing: ReceivedGift['standing']): ReceivedGift {
  const mayLook = standing === 'open' || standing === 'yours';
  return {
    id: standing === 'yours' ? gift.id : null, standing, senderName: mayLook ? openWords(secrets, gift.id, gift.senderName) : null, message: mayLook ? openMessage(secrets, gift) : null,
    expiresAt: standing === 'open' ? gift.expiresAt : null,
    questions: standing === 'open' ? gift.questions.map(({ id, asks, choices }) => ({ id, asks, choices: choices.map((choice) => ({ id: choice.id, name: choice.name })) })) : [],
    acceptedAt: standing === 'yours' ? gift.addressedAt : null, thanks: standing === 'yours' ? openWords(secrets, gift.id, gift.thanks) : null,
  };
}

function chosenOf({ questions }: GiftRow, choices: Record<string, string>) {
  return questions.map(({ id, position, optionId, choices: offered }) => {
    const chosen = offered.find((choice) => choice.id === choices[id]);
    if (!chosen) throw badRequest('choice_missing', { zh: '请先完成选择。', en: 'Make your choice first.' }, { field: `choices.${id}` });
    return { position, optionId, choiceId: chosen.choiceId, leadDays: chosen.leadDays };
  });
}

const giftNotFound = () => notFound({ zh: '这份礼物', en: 'gift' });
const refusals = {
  taken: () => conflict('gift_taken', { zh: '这份礼物已被领取。', en: 'This gift was accepted already.' }),
  over: () => conflict('gift_over', { zh: '链接已失效，请联系送礼的人。', en: 'This link is over; ask whoever sent it.' }),
  own: () => conflict('own_gift', { zh: '这是您送出的礼物，请转发给收礼人。', en: 'This is the gift you gave; send the link to whom it is for.' }),
};
