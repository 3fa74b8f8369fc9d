import { appendInTx, type Querier } from '@qingniao/activity';
import { badRequest, conflict, notFound, now, nowDate, type Secrets, type Text } from '@qingniao/kernel';
import { recordConsent } from '@qingniao/people';
import type { BrandDatabase, Database, Timers, Tx } from '@qingniao/storage';
import { type Address, addressGift, consentsNow, contactOf, giftAddressShown, isToBeSent, lockOrder, type OrderRow, readOrder, type ReceiverQuestion, type Shopper, takeChoice, takeVariant, variantsToHave } from '@qingniao/store';
import type { CheckWords } from './check-words.ts';
import { buyerEvent, receiverEvent } from './gift-event.ts';
import { findGift, giftColumns, type GiftRow, lockGift, moveGift, openMessage, openWords, sealWords } from './gift-row.ts';
import { isOver } from './gift-state.ts';
import type { Question } from './questions.ts';
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
    const standing = await standingFor(tx, gift, shopper);
    if (standing !== 'open') return receivedGift(secrets, gift, standing);
    await tx.query('update gift set opened_at = coalesce(opened_at, $3) where brand_id = $1 and id = $2', [brandId, gift.id, nowDate()]);
    const seen = receivedGift(secrets, gift, standing, await questionsToHave(tx, brandId, gift));
    await appendInTx(tx, brandId, [receiverEvent('gift.opened', gift, identityId, nowDate())]);
    return seen;
  });
}

/**
 * The first who accepts has it: where it goes and what was left to choose. The same again changes nothing.
 * @throws Problem not_found (404), gift_taken, gift_over, own_gift, choice_gone, text_changed (409), choice_missing (422)
 */
export async function acceptGift({ database, secrets }: Pick<ReceiveDeps, 'database' | 'secrets'>, shopper: Shopper, token: string, { address, choices, marketingConsent, channel }: Acceptance): Promise<ReceivedGift> {
  const { brandId, identityId } = shopper;
  return database.forBrand(brandId).tx(async (tx) => {
    const { order, gift } = await lockWithOrder(tx, brandId, { token });
    const standing = await standingFor(tx, gift, shopper);
    if (standing === 'yours') return receivedGift(secrets, gift, standing);
    if (standing !== 'open') throw refusals[standing]();
    const at = nowDate();
    const accepted = (await moveGift(tx, brandId, gift, 'accepted', { receiverId: identityId, addressedAt: at }))!;
    await addressGift(tx, brandId, secrets, order, address);
    await takeChosen(tx, brandId, order, gift, choices);
    if (marketingConsent !== null) await agree(tx, shopper, marketingConsent, channel);
    await appendInTx(tx, brandId, [buyerEvent('gift.claimed', accepted, at), receiverEvent('gift.received', accepted, identityId, at)]);
    return receivedGift(secrets, accepted, 'yours');
  });
}

/** No, thank you: the money goes back as when nobody comes. @throws Problem not_found (404), gift_taken, gift_over, own_gift (409) */
export async function refuseGift({ database, secrets, timers }: ReceiveDeps, shopper: Shopper, token: string): Promise<ReceivedGift> {
  const { brandId, identityId } = shopper;
  return database.forBrand(brandId).tx(async (tx) => {
    const { gift } = await lockWithOrder(tx, brandId, { token });
    const standing = await standingFor(tx, gift, shopper);
    if (standing === 'yours') throw refusals.taken();
    // Said again, as when the answer was lost.
    if (standing === 'over' && gift.returnedWhy === 'refused') return receivedGift(secrets, gift, 'over');
    if (standing !== 'open') throw refusals[standing]();
    const events = await returnGift(tx, brandId, timers, gift, 'refused');
    await appendInTx(tx, brandId, [...events, receiverEvent('gift.refused', gift, identityId, nowDate())]);
    return receivedGift(secrets, gift, 'over');
  });
}

/** Gifts somebody accepted, newest first. */
export async function listReceived(
  { database, secrets }: Pick<ReceiveDeps, 'database' | 'secrets'>, { brandId, identityId }: Shopper, after: [Date, string] | null, limit: number,
): Promise<{ gift: GiftRow; received: ReceivedGift }[]> {
  const gifts = await database.forBrand(brandId).query<GiftRow & Record<string, unknown>>(
    `select ${giftColumns} from gift where brand_id = $1 and receiver_id = $2 and state = 'addressed' and ($3::timestamptz is null or (addressed_at, id) < ($3, $4))
      order by addressed_at desc, id desc limit $5`, [brandId, identityId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
  return gifts.map((gift) => ({ gift, received: receivedGift(secrets, gift, 'yours') }));
}

/** One that somebody accepted; over when its money went back. @throws Problem not_found (404) */
export async function readReceived({ database, secrets }: Pick<ReceiveDeps, 'database' | 'secrets'>, { brandId, identityId }: Shopper, giftId: string): Promise<{ gift: GiftRow; received: ReceivedGift }> {
  const gift = await findGift(database.forBrand(brandId), brandId, { id: giftId });
  if (gift?.receiverId !== identityId) throw giftNotFound();
  return { gift, received: receivedGift(secrets, gift, gift.state === 'addressed' ? 'yours' : 'over') };
}

/** Where it goes, in part, and whether that may still be put right. */
export async function destinationOf({ database, secrets }: Pick<ReceiveDeps, 'database' | 'secrets'>, brandId: number, gift: GiftRow): Promise<{ address: Address | null; mayCorrect: boolean }> {
  const order = await readOrder(database.forBrand(brandId), brandId, gift.orderId);
  return { address: gift.state === 'addressed' ? giftAddressShown(secrets, order) : null, mayCorrect: mayCorrect(gift, order) };
}

const mayCorrect = (gift: GiftRow, { fulfilment }: OrderRow): boolean => gift.state === 'addressed' && fulfilment === 'to_ship';

/** Another address, until the first parcel has left. @throws Problem not_found (404), gift_sent (409) */
export async function correctAddress({ database, secrets }: Pick<ReceiveDeps, 'database' | 'secrets'>, { brandId, identityId }: Shopper, giftId: string, address: Address): Promise<ReceivedGift> {
  return database.forBrand(brandId).tx(async (tx) => {
    const { order, gift } = await lockWithOrder(tx, brandId, { id: giftId });
    if (gift.receiverId !== identityId) throw giftNotFound();
    if (!mayCorrect(gift, order)) throw conflict('gift_sent', { zh: '礼物已寄出或已不再派送，地址不能修改。', en: 'It is on its way, or not to come any more; where it goes cannot be changed.' });
    await addressGift(tx, brandId, secrets, order, address);
    return receivedGift(secrets, gift, 'yours');
  });
}

/** What is on its way to them, without what is in it. */
export const parcelsOf = (brand: BrandDatabase, { orderId, addressedAt }: GiftRow): Promise<{ carrier: string | null; waybill: string | null; sentAt: Date }[]> =>
  brand.query('select carrier_name as carrier, waybill, shipped_at as "sentAt" from parcel where brand_id = $1 and order_id = $2 and shipped_at >= $3 order by seq', [brand.brandId, orderId, addressedAt]);

/** One word of thanks to whoever gave it. @throws Problem not_found (404), thanked (409), words_* (422) */
export async function thankForGift(deps: ReceiveDeps, shopper: Shopper, giftId: string, text: string): Promise<ReceivedGift> {
  const { brandId, identityId } = shopper;
  const words = cleanWords(text, LONGEST_MESSAGE, 'text');
  const { gift } = await readReceived(deps, shopper, giftId);
  if (gift.state !== 'addressed') throw refusals.over();
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
export async function lockWithOrder(tx: Tx, brandId: number, by: { token: string } | { id: string }): Promise<{ order: OrderRow; gift: GiftRow }> {
  const found = await findGift(tx, brandId, by);
  if (!found) throw giftNotFound();
  const order = (await lockOrder(tx, brandId, { id: found.orderId }))!;
  const gift = await lockGift(tx, brandId, by);
  if (!gift) throw giftNotFound();
  return { order, gift };
}

/** The buyer is whoever is the same contact, by whatever openid. */
async function standingFor(tx: Tx, gift: GiftRow, { brandId, identityId }: Shopper): Promise<ReceivedGift['standing']> {
  if (gift.state === 'addressed' && gift.receiverId === identityId) return 'yours';
  const [same] = await tx.query('select 1 from identity a join identity b on b.brand_id = a.brand_id and b.contact_id = a.contact_id where a.brand_id = $1 and a.id = $2 and b.id = $3', [brandId, gift.buyerId, identityId]);
  if (same) return 'own';
  if (gift.state === 'addressed') return 'taken';
  const waits = gift.state === 'waiting' && gift.expiresAt !== null && !isOver(gift.expiresAt, now());
  // Its money may be on the way back, or asked for.
  return waits && (await isToBeSent(tx, brandId, gift.orderId)) ? 'open' : 'over';
}

function receivedGift(secrets: Secrets, gift: GiftRow, standing: ReceivedGift['standing'], questions: readonly Question[] = []): ReceivedGift {
  const mayLook = standing === 'open' || standing === 'yours';
  return {
    id: standing === 'yours' ? gift.id : null, standing, senderName: mayLook ? openWords(secrets, gift.id, gift.senderName) : null, message: mayLook ? openMessage(secrets, gift) : null,
    expiresAt: standing === 'open' ? gift.expiresAt : null,
    questions: questions.map(({ id, asks, choices }) => ({ id, asks, choices: choices.map((choice) => ({ id: choice.id, name: choice.name })) })),
    acceptedAt: standing === 'yours' ? gift.addressedAt : null, thanks: standing === 'yours' ? openWords(secrets, gift.id, gift.thanks) : null,
  };
}

/** What is asked, with the choices that may be had now: a variant that is sold out is none. */
const questionsToHave = (db: Querier, brandId: number, { orderId, questions }: GiftRow): Promise<Question[]> =>
  Promise.all(questions.map(async (question) => {
    if (question.optionId !== null) return question;
    const toHave = await variantsToHave(db, brandId, orderId, question.position, question.choices.map(({ choiceId }) => choiceId));
    return { ...question, choices: question.choices.filter(({ choiceId }) => toHave.has(choiceId)) };
  }));

/** Every question is answered before anything is taken. The order and the gift must be locked. */
async function takeChosen(tx: Tx, brandId: number, order: OrderRow, { questions }: GiftRow, choices: Record<string, string>): Promise<void> {
  const answers = questions.map(({ id, position, optionId, choices: offered }) => {
    const chosen = offered.find((choice) => choice.id === choices[id]);
    if (!chosen) throw badRequest('choice_missing', { zh: '请先完成选择。', en: 'Make your choice first.' }, { field: `choices.${id}` });
    return { ...chosen, id, position, optionId };
  });
  for (const { id, position, optionId, choiceId, leadDays } of answers) {
    if (optionId !== null) await takeChoice(tx, brandId, order.id, { position, optionId, choiceId, leadDays });
    else if (!(await takeVariant(tx, brandId, order, position, choiceId))) throw choiceGone(id);
  }
}

/** To hear from the brand, by the text they were shown. */
async function agree(tx: Tx, shopper: Shopper, version: string, channel: Acceptance['channel']): Promise<void> {
  const { brandId, identityId } = shopper;
  const contactId = await contactOf(tx, shopper);
  const shown = (await consentsNow(tx, brandId, contactId, 'zh')).find(({ purpose }) => purpose === 'marketing')!;
  if (shown.version !== version) throw conflict('text_changed', { zh: '条款已更新，请阅读后再确认。', en: 'The text has changed; read it and decide again.' }, { field: 'marketingConsent' });
  await recordConsent(tx, brandId, contactId, { purpose: 'marketing', given: true, textVersion: version, channel, proof: 'gift', by: 'receiver' }, identityId);
}

const choiceGone = (id: string) => conflict('choice_gone', { zh: '您选的刚刚被选走了，请重新选择。', en: 'What you chose has just gone; choose again.' }, { field: `choices.${id}` });
const giftNotFound = () => notFound({ zh: '这份礼物', en: 'gift' });
const refusals = {
  taken: () => conflict('gift_taken', { zh: '这份礼物已被领取。', en: 'This gift was accepted already.' }),
  over: () => conflict('gift_over', { zh: '链接已失效，请联系送礼的人。', en: 'This link is over; ask whoever sent it.' }),
  own: () => conflict('own_gift', { zh: '这是您送出的礼物，请转发给收礼人。', en: 'This is the gift you gave; send the link to whom it is for.' }),
};
