import { appendInTx, type Querier } from '@qingniao/activity';
import { badRequest, conflict, nowDate, type Secrets } from '@qingniao/kernel';
import type { BrandDatabase } from '@qingniao/storage';
import { addPhoto, type Asker, caseNotFound, caseOfRequest, casesOf, choicesFor, confirmCase, describeCase, openCase, readOrder, readPhoto, type ReceiverQuestion, removePhoto, replacementsFor, sendBack, type ServiceReason, type Shopper, variantQuestions, whatMayBeAsked, withdrawCase } from '@qingniao/store';
import { receiverEvent } from './gift-event.ts';
import type { GiftRow } from './gift-row.ts';
import { lockWithOrder, readReceived, type ReceiveDeps } from './receive.ts';

/** Money is the buyer's affair: nothing else may be asked for. */
export const serviceKinds = ['exchange', 'care'] as const;
export type ServiceKind = (typeof serviceKinds)[number];
/** Those such a case can be in. */
export const serviceStates = ['requested', 'awaiting_return', 'returning', 'to_send', 'sent', 'done', 'refused', 'withdrawn', 'expired'] as const;

/** What its receiver asked the brand for. There is no product, price, picture of the shop's or order in this type (W-50). */
export interface Service {
  id: string;
  kind: ServiceKind;
  reason: ServiceReason;
  state: (typeof serviceStates)[number];
  words: string;
  /** Of an exchange: the size they asked for. */
  instead: string | null;
  askedAt: Date;
  dueAt: Date | null;
  /** What the brand says, who knows that they are told nothing else. */
  notes: { at: Date; text: string }[];
  returnCarrier: string | null;
  returnWaybill: string | null;
  sentCarrier: string | null;
  sentWaybill: string | null;
  /** Ids of what they sent. */
  photos: string[];
}

/** What may be asked for now, and what was. */
export interface Services {
  kinds: { kind: ServiceKind; reasons: ServiceReason[]; most: number | null }[];
  /** Of an exchange, beside the same again: one of all these. */
  instead: { asks: ReceiverQuestion; choices: { id: string; name: string }[] }[];
  cases: Service[];
}

export interface ServiceRequest {
  kind: ServiceKind;
  reason: ServiceReason;
  words: string;
  units: number;
  /** Of `instead`; null: the same again, or as the words say. */
  choice: string | null;
  requestKey: string;
}

const receiver = ({ identityId }: Shopper): Asker => ({ identityIds: [identityId], as: 'receiver' });
type Deps = Pick<ReceiveDeps, 'database' | 'secrets' | 'timers'>;

/** @throws Problem not_found (404) */
export async function readServices({ database, secrets }: Pick<Deps, 'database' | 'secrets'>, shopper: Shopper, giftId: string): Promise<Services> {
  const { brandId } = shopper;
  const { gift } = await readReceived({ database, secrets }, shopper, giftId);
  const db = database.forBrand(brandId);
  const [may, instead, asked] = await Promise.all([whatMayBe(db, brandId, gift), insteadFor(db, secrets, brandId, gift), casesOf(db, brandId, receiver(shopper), gift.orderId)]);
  const isOpen = asked.some(({ closedAt }) => closedAt === null);
  return {
    kinds: isOpen ? [] : serviceKinds.flatMap((kind) => {
      const of = may.filter((one) => one.kind === kind);
      return of.length === 0 ? [] : [{ kind, reasons: [...new Set(of.flatMap(({ reasons }) => reasons))], most: of.length === 1 ? of[0]!.units : null }];
    }),
    instead: [...new Set(instead.map(({ asks }) => asks))].map((asks) => ({ asks, choices: instead.filter((one) => one.asks === asks).map(({ id, name }) => ({ id, name })) })),
    cases: await Promise.all(asked.map(({ id }) => toReceiver(db, brandId, id))),
  };
}

const whatMayBe = async (db: Querier, brandId: number, { orderId, state }: GiftRow) =>
  (state === 'addressed' ? await whatMayBeAsked(db, brandId, await readOrder(db, brandId, orderId)) : []).filter(({ kind }) => (serviceKinds as readonly string[]).includes(kind));

interface Other {
  /** Says nothing of what it stands for, and stands for the same tomorrow. */
  id: string;
  asks: ReceiverQuestion;
  name: string;
  position: number;
  replacementSkuId: string | null;
  replacementChoice: { optionId: string; choiceId: string } | null;
}

/** Of a gift of one thing: what its receiver may have instead, in words that were seen to when the product was saved. Of more they would have to be shown which is which. */
async function insteadFor(db: Querier, secrets: Secrets, brandId: number, { id, orderId }: GiftRow): Promise<Other[]> {
  const [asks, variants, choices] = await Promise.all([variantQuestions(db, brandId, orderId), replacementsFor(db, brandId, orderId), choicesFor(db, brandId, orderId)]);
  const [position, ...others] = [...asks.keys()];
  if (position === undefined || others.length > 0) return [];
  const hidden = (what: string): string => secrets.hash(what, `gift choice:${id}`).slice(0, 22);
  const question = asks.get(position);
  return [
    ...(question ? (variants.get(position) ?? []).map(({ skuId, name }) => ({ id: hidden(skuId), asks: question, name, position, replacementSkuId: skuId, replacementChoice: null })) : []),
    ...(choices.get(position) ?? []).flatMap(({ optionId, choiceId, name, asks: asked }) =>
      asked === null ? [] : [{ id: hidden(`${optionId} ${choiceId}`), asks: asked, name, position, replacementSkuId: null, replacementChoice: { optionId, choiceId } }]),
  ];
}

async function toReceiver(db: Querier, brandId: number, caseId: string): Promise<Service> {
  const { id, kind, reason, state, words, insteadToReceiver, askedAt, dueAt, steps, returnCarrier, returnWaybill, sentCarrier, sentWaybill, photos } = await describeCase(db, brandId, caseId);
  return {
    id, kind: kind as ServiceKind, reason, state: state as Service['state'], words, instead: insteadToReceiver, askedAt, dueAt,
    notes: steps.filter(({ note }) => note !== '').map(({ at, note }) => ({ at, text: note })), returnCarrier, returnWaybill, sentCarrier, sentWaybill, photos,
  };
}

/**
 * A ring of the wrong size, a clasp that broke. Of a gift of several things the desk makes out which from the words and photos.
 * @throws Problem not_found (404), service_open, choice_gone, after_sale_<why not> (409), service_kind (422)
 */
export async function askService({ database, secrets }: Pick<Deps, 'database' | 'secrets'>, shopper: Shopper, giftId: string, { kind, reason, words, units, choice, requestKey }: ServiceRequest): Promise<Service> {
  const { brandId, identityId } = shopper;
  return database.forBrand(brandId).tx(async (tx) => {
    const { order, gift } = await lockWithOrder(tx, brandId, { id: giftId });
    if (gift.receiverId !== identityId) throw caseNotFound();
    const same = await caseOfRequest(tx, brandId, identityId, order.id, { kind, reason, words, requestKey });
    if (same !== null) return toReceiver(tx, brandId, same);
    const asked = await casesOf(tx, brandId, receiver(shopper), order.id);
    if (asked.some(({ closedAt }) => closedAt === null)) throw conflict('service_open', { zh: '已有一份申请在处理中。', en: 'What you asked for before is still being seen to.' });
    const may = (await whatMayBe(tx, brandId, gift)).filter((one) => one.kind === kind && one.reasons.includes(reason));
    if (may.length === 0) throw badRequest('service_kind', { zh: '目前不能申请这项服务。', en: 'This cannot be asked for at the moment.' }, { field: 'kind' });
    const instead = choice === null ? null : (await insteadFor(tx, secrets, brandId, gift)).find(({ id }) => id === choice);
    if (instead === undefined) throw conflict('choice_gone', { zh: '您选的刚刚没有了，请重新选择。', en: 'What you chose has just gone; choose again.' }, { field: 'choice' });
    const lines = may.length === 1 ? [{ position: may[0]!.position, units }] : [];
    const { replacementSkuId = null, replacementChoice = null } = instead ?? {};
    const id = await openCase(tx, brandId, order, { identityId: shopper.identityId, as: 'receiver' }, { kind, reason, words, lines, replacementSkuId, replacementChoice, requestKey });
    await appendInTx(tx, brandId, [receiverEvent('gift.service_asked', gift, identityId, nowDate(), id)]);
    return toReceiver(tx, brandId, id);
  });
}

/** @throws Problem not_found (404) */
async function ownCase(deps: Deps, shopper: Shopper, giftId: string, caseId: string): Promise<BrandDatabase> {
  const { gift } = await readReceived(deps, shopper, giftId);
  const db = deps.database.forBrand(shopper.brandId);
  if (!(await casesOf(db, shopper.brandId, receiver(shopper), gift.orderId)).some(({ id }) => id === caseId)) throw caseNotFound();
  return db;
}

export type ServiceStep = { do: 'withdraw' } | { do: 'confirm' } | { do: 'send_back'; carrier: string; waybill: string };

/** What is the receiver's to do. @throws Problem not_found (404), case_state (409) */
export async function stepService(deps: Deps, shopper: Shopper, giftId: string, caseId: string, step: ServiceStep): Promise<Service> {
  const db = await ownCase(deps, shopper, giftId, caseId);
  const [{ brandId }, asker] = [shopper, receiver(shopper)];
  await db.tx((tx) => {
    if (step.do === 'withdraw') return withdrawCase(tx, brandId, deps.timers, asker, caseId);
    if (step.do === 'confirm') return confirmCase(tx, brandId, deps.timers, asker, caseId);
    return sendBack(tx, brandId, deps.timers, asker, caseId, step);
  });
  return toReceiver(db, brandId, caseId);
}

/** As the store's. @throws Problem not_found (404), case_state, photos_full (409), picture_format, picture_too_large (422) */
export async function addServicePhoto(deps: Deps, shopper: Shopper, giftId: string, caseId: string, base64: string): Promise<{ id: string }> {
  const db = await ownCase(deps, shopper, giftId, caseId);
  return db.tx((tx) => addPhoto(tx, shopper.brandId, deps.secrets, receiver(shopper), caseId, base64));
}

/** @throws Problem not_found (404), case_state (409) */
export async function removeServicePhoto(deps: Deps, shopper: Shopper, giftId: string, caseId: string, photoId: string): Promise<void> {
  const db = await ownCase(deps, shopper, giftId, caseId);
  await db.tx((tx) => removePhoto(tx, shopper.brandId, receiver(shopper), caseId, photoId));
}

/** One they sent themselves. @throws Problem not_found (404) */
export const readServicePhoto = async (deps: Deps, shopper: Shopper, giftId: string, caseId: string, photoId: string): Promise<{ contentType: string; base64: string }> =>
  readPhoto(await ownCase(deps, shopper, giftId, caseId), shopper.brandId, deps.secrets, caseId, photoId);
