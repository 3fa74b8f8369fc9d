import { BothTexts, nullable, oneOf, Timestamp } from '@qingniao/access';
import { receiverQuestions, serviceReasons } from '@qingniao/store';
import { Type } from 'typebox';
import { giftStates, leastDays, mostDays } from './gift-state.ts';
import { serviceKinds, serviceStates } from './service.ts';

export const tags = ['gifting'];
export const exact = { additionalProperties: false };
export const Id = Type.String({ minLength: 1, maxLength: 64 });
export const OrderParams = Type.Object({ orderId: Id });
export const StorefrontParams = Type.Object({ storefrontId: Id });
export const State = oneOf(giftStates, { description: 'W-50; addressed: it is known where it goes' });
export const Path = oneOf(['link', 'address'], { description: 'Who says where it goes: the receiver of a link, or the buyer' });
export const ReturnedWhy = oneOf(['expired', 'refused', 'refunded']);

const sentence = Type.String({ minLength: 1, maxLength: 120 });
export const Message = Type.Object({ id: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }), zh: sentence, en: sentence }, exact);
const Key = Type.String({ pattern: '^[a-z_]+[0-9]+$', maxLength: 32 });
export const Reminder = Type.Object(
  { templateId: Type.String({ minLength: 1, maxLength: 64 }), thingKey: Key, timeKey: Key },
  { ...exact, description: 'The subscription template that reminds a buyer once, and which of its keys take a text and a time' },
);
export const Settings = Type.Object({
  offered: Type.Boolean(), days: Type.Integer({ minimum: leastDays, maximum: mostDays, description: 'How long a link waits for its receiver' }),
  messages: Type.Array(Message, { maxItems: 30 }), reminder: nullable(Reminder),
}, exact);

/** As its buyer sees it. */
export const Given = Type.Object({
  path: Path, state: State, senderName: nullable(Type.String()), message: nullable(BothTexts), asks: Type.Array(oneOf(receiverQuestions)), thanks: nullable(Type.String()),
  expiresAt: nullable(Timestamp), openedAt: nullable(Timestamp), addressedAt: nullable(Timestamp), reopenedAt: nullable({ ...Timestamp, description: 'Accepted once, and waiting again: the first link opens nothing any more' }), returnedAt: nullable(Timestamp), returnedWhy: nullable(ReturnedWhy), thankedAt: nullable(Timestamp), linkNo: Type.Integer({ description: 'Of the link that is valid' }),
  share: nullable(Type.Object({ title: BothTexts, path: Type.String(), picture: Type.String({ description: 'In the mini program’s own files' }) }, { ...exact, description: 'While a link waits: what to send' })),
}, exact);

/** As its receiver sees it: every field is named here, and none is of a product, a price, a picture or an order. */
export const Received = Type.Object({
  id: nullable(Type.String()),
  standing: oneOf(['open', 'yours', 'taken', 'over', 'own'], { description: 'own: given by whoever looks' }),
  senderName: nullable(Type.String()), message: nullable(Type.Object({ zh: Type.String(), en: Type.String() }, exact)), expiresAt: nullable(Timestamp),
  questions: Type.Array(Type.Object({
    id: Type.String(), asks: oneOf(receiverQuestions, { description: 'All that is said of it' }), choices: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }, exact)),
  }, exact)),
  acceptedAt: nullable(Timestamp), thanks: nullable(Type.String()),
}, exact);
export const ServiceKind = oneOf(serviceKinds);
export const ServiceReason = oneOf(serviceReasons);
/** As its receiver sees what they asked for: their own words and photos, and what the brand says to them. */
export const Service = Type.Object({
  id: Type.String(), kind: ServiceKind, reason: ServiceReason, state: oneOf(serviceStates), words: Type.String(), instead: nullable(Type.String({ description: 'The size they asked for' })), askedAt: Timestamp, dueAt: nullable(Timestamp),
  notes: Type.Array(Type.Object({ at: Timestamp, text: Type.String() }, exact)), returnCarrier: nullable(Type.String()), returnWaybill: nullable(Type.String()), sentCarrier: nullable(Type.String()), sentWaybill: nullable(Type.String()),
  photos: Type.Array(Type.String(), { description: 'Ids of those they sent' }),
}, exact);
export const Services = Type.Object({
  kinds: Type.Array(Type.Object({ kind: ServiceKind, reasons: Type.Array(ServiceReason), most: nullable(Type.Integer({ description: 'Of how many; null: the desk makes out which' })) }, exact)),
  instead: Type.Array(Type.Object({ asks: oneOf(receiverQuestions), choices: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }, exact)) }, exact), { description: 'Of an exchange: one of all these, or the same again' }),
  cases: Type.Array(Service),
}, exact);
/** As they wrote it, in part. */
export const Destination = Type.Object({ name: Type.String(), phone: Type.String(), province: Type.String(), city: Type.String(), district: Type.String(), detail: Type.String() }, exact);
export const Parcel = Type.Object({ carrier: nullable(Type.String()), waybill: nullable(Type.String()), sentAt: Timestamp }, { ...exact, description: 'A parcel is on its way' });
