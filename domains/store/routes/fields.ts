import { nullable, oneOf, Timestamp } from '@qingniao/access';
import { Type } from 'typebox';
import { scripts } from '../catalogue/options.ts';
import { productStates } from '../catalogue/products.ts';
import { receiverQuestions } from '../catalogue/receiver-questions.ts';
import { orderStates } from '../orders/order-row.ts';
import { fulfilments } from '../shipping/fulfilment.ts';
import { storefrontTypes } from '../storefronts/standing.ts';

export const tags = ['store'];
export const Fen = Type.Integer({ minimum: 0, maximum: 100_000_000_00 });
export const Price = Type.Integer({ minimum: 1, maximum: 100_000_000_00, description: 'Fen' });
const Id = Type.String({ minLength: 1, maxLength: 64 });
const name = Type.String({ minLength: 1, maxLength: 100 });
const exact = { additionalProperties: false };

const option = { id: Type.String({ minLength: 1, maxLength: 40, pattern: '^[a-z0-9_-]+$' }), name, required: Type.Boolean() };
const costs = { feeFen: Fen, leadDays: Type.Integer({ minimum: 0, maximum: 365 }) };
export const ProductOption = Type.Union([
  Type.Object({ ...option, kind: oneOf(['engraving']), ...costs, most: Type.Integer({ minimum: 1, maximum: 60 }), scripts: Type.Array(oneOf(scripts), { minItems: 1, uniqueItems: true }) }, exact),
  Type.Object({
    ...option, kind: oneOf(['choice']), askReceiver: Type.Optional(oneOf(receiverQuestions, { description: 'W-50: of a gift, its receiver may choose, who is asked for no more than this' })),
    choices: Type.Array(Type.Object({ id: option.id, name, ...costs }, exact), { minItems: 1, maxItems: 50 }),
  }, exact),
], { description: 'Engraving takes safe characters only; fees are a unit’s, lead times days' });
const AskReceiver = nullable(oneOf(receiverQuestions, { description: 'W-50: of a gift, its receiver may choose among variants of one price, and is asked for no more than this. Absent: as it was' }));
export const ChosenOptions = Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 200 }), { description: 'Option id → text to engrave, or the choice’s id' });

export const CrossBorder = Type.Object({ shipFrom: name, dutyNotice: Type.String({ maxLength: 500 }), deliveryDays: Type.Integer({ minimum: 1, maximum: 120 }) }, { ...exact, description: 'K-08' });
export const Collaboration = Type.Object({ credit: name, editionSize: nullable(Type.Integer({ minimum: 1 })), story: Type.String({ maxLength: 2000 }) }, { ...exact, description: 'K-14' });
const words = {
  name, story: Type.String({ maxLength: 5000 }), categoryId: nullable(Id), vendor: nullable(name), exclusive: Type.Boolean(), crossBorder: nullable(CrossBorder), collaboration: nullable(Collaboration),
  pictureIds: Type.Array(Id, { maxItems: 20 }), options: Type.Array(ProductOption, { maxItems: 10 }), attributes: Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 100 })), state: oneOf(productStates),
};
const sku = { code: Type.String({ minLength: 1, maxLength: 60 }), name: Type.String({ maxLength: 100 }), priceFen: Price, compareAtFen: nullable(Price) };
export const ProductInput = Type.Object({
  ...words, askReceiver: Type.Optional(AskReceiver),
  skus: Type.Array(Type.Object({ id: Type.Optional(Id), ...sku, costFen: Type.Optional(nullable(Fen)) }, exact), { minItems: 1, maxItems: 200, description: 'Those that are not named are archived' }),
}, exact);
export const Product = Type.Object({
  ...words, askReceiver: AskReceiver, id: Type.String(), createdAt: Timestamp, changedAt: Timestamp,
  skus: Type.Array(Type.Object({ ...sku, id: Type.String(), costFen: nullable(Type.Integer({ description: 'Null also for who does not see costs' })), archivedAt: nullable(Timestamp) })),
});

export const Category = Type.Object({ id: Type.String(), name });
export const PriceBand = Type.Object({ fromFen: Fen, name, soldDirectly: Type.Boolean() }, { ...exact, description: 'L-19: from this price to the next band' });

const storefront = {
  name, poolId: Id, holdMinutes: Type.Integer({ minimum: 1, maximum: 120, description: 'How long an unpaid order keeps its units' }), place: nullable(name),
  kolKind: nullable(oneOf(['curated', 'own_brand'], { description: 'K-10' })), kolName: nullable(name), commissionBasisPoints: nullable(Type.Integer({ minimum: 0, maximum: 10_000 })),
};
export const StorefrontInput = Type.Object(storefront, exact);
export const NewStorefront = Type.Object({ ...storefront, type: oneOf(storefrontTypes, { description: 'W-49' }) }, exact);
export const Window = Type.Object({ id: Type.String(), opensAt: Timestamp, closesAt: nullable(Timestamp) });
export const WindowInput = Type.Object({ id: Type.Optional(Id), opensAt: Type.String({ format: 'date-time' }), closesAt: nullable(Type.String({ format: 'date-time' })) }, exact);
export const Phase = oneOf(['draft', 'paused', 'archived', 'upcoming', 'open', 'between', 'ended']);
export const Standing = Type.Object({ phase: Phase, window: nullable(Window), next: nullable(Window) });
export const Storefront = Type.Object({
  ...storefront, id: Type.String(), type: oneOf(storefrontTypes), state: oneOf(['draft', 'published', 'paused', 'archived']), windows: Type.Array(Window), standing: Standing, createdAt: Timestamp, changedAt: Timestamp,
});
export const ListingInput = Type.Object({ skuId: Id, priceFen: nullable(Price), perPerson: nullable(Type.Integer({ minimum: 1, maximum: 999, description: 'L-22' })) }, exact);
export const Listing = Type.Object({
  skuId: Type.String(), priceFen: nullable(Fen), perPerson: nullable(Type.Integer()), productId: Type.String(), code: Type.String(), productName: Type.String(), skuName: Type.String(),
  sellsAtFen: Fen, onHand: Type.Integer(), available: Type.Integer(),
});

export const Discount = Type.Union([
  Type.Object({ kind: oneOf(['amount']), fen: Price }, exact),
  Type.Object({ kind: oneOf(['percent']), basisPoints: Type.Integer({ minimum: 1, maximum: 10_000 }), mostFen: nullable(Price) }, exact),
]);

const line = {
  position: Type.Integer(), skuId: Type.String(), productId: Type.String(), name: Type.String(), quantity: Type.Integer(), unitFen: Fen, optionsFen: Fen, options: ChosenOptions, leadDays: Type.Integer(),
  discounts: Type.Array(Type.Object({ id: Type.String(), fen: Fen }), { description: 'This line’s share of each discount' }), payFen: Fen,
};
export const OrderLine = Type.Object(line);
export const Address = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 40 }), phone: Type.String({ pattern: '^\\+?[0-9 -]{6,20}$' }), province: Type.String({ maxLength: 40 }), city: Type.String({ maxLength: 40 }),
  district: Type.String({ maxLength: 40 }), detail: Type.String({ minLength: 1, maxLength: 200 }),
}, exact);
/** In an answer; masked but for who reveals it. */
export const AddressShown = Type.Object({ name: Type.String(), phone: Type.String(), province: Type.String(), city: Type.String(), district: Type.String(), detail: Type.String() });
export const OrderState = oneOf(orderStates);
export const Fulfilment = oneOf(fulfilments, { description: 'Of the goods of a paid order' });
export const Channel = oneOf(['mini_program', 'h5'], { description: 'K-04' });
const placement = { push_id: Type.Optional(Id), link_id: Type.Optional(Id), channel_id: Type.Optional(Id) };
export const Placement = Type.Object(placement, { ...exact, description: 'The tracked link or code that was tapped to come here' });
export const Source = Type.Object({ scene: Type.Optional(Id), ...placement }, { ...exact, description: 'What brought the shopper here' });
export const OrderRow = Type.Object({
  id: Type.String(), number: Type.String(), storefrontId: Type.String(), state: OrderState, fulfilment: Fulfilment, totalFen: Fen, discountFen: Fen, paidFen: Fen, refundedFen: Fen, channel: Channel,
  forGift: Type.Boolean({ description: 'W-50' }), placedAt: Timestamp, expiresAt: Timestamp, paidAt: nullable(Timestamp),
});
export const RefundState = oneOf(['requested', 'processing', 'succeeded', 'abnormal', 'closed']);
const refundLine = { position: Type.Integer(), units: Type.Integer(), fen: Fen };
export const Refund = Type.Object({
  id: Type.String(), fen: Fen, reason: Type.String(), state: RefundState, requestedAt: Timestamp, endedAt: nullable(Timestamp), lines: Type.Array(Type.Object(refundLine)),
});

/** As the desk sees it. */
export const DeskRefund = Type.Object({
  ...Refund.properties, lines: Type.Array(Type.Object({ ...refundLine, withheldFen: Type.Integer({ description: 'Of these units’ share, not given back' }) })),
  refusal: nullable(Type.String({ description: 'The code WeChat Pay refused it with for good' })), endedBy: nullable(Type.String({ description: 'Who ended it by hand; null: WeChat Pay' })),
  stuck: Type.Boolean({ description: 'Nothing becomes of it until somebody ends it, or asks again' }),
});

export const ProductParams = Type.Object({ productId: Id });
export const StorefrontParams = Type.Object({ storefrontId: Id });
export const PoolParams = Type.Object({ poolId: Id });
export const OrderParams = Type.Object({ orderId: Id });
export const CouponParams = Type.Object({ couponId: Id });
export const CouponTemplateParams = Type.Object({ couponTemplateId: Id });
export { Id, name, exact };
