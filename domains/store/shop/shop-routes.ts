import { decodeCursor, nullable, oneOf, pageOf, pageQuery, pageReply, Timestamp } from '@qingniao/access';
import { samePerson } from '@qingniao/activity';
import { now, nowDate } from '@qingniao/kernel';
import type { BrandDatabase } from '@qingniao/storage';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { readPicture } from '../catalogue/pictures.ts';
import { MOST_UNITS, readCart, setCartLine } from '../cart/cart.ts';
import { receiverQuestions } from '../catalogue/receiver-questions.ts';
import { issueCoupon, listCoupons, listOffers, saveCoupon } from '../coupons/coupons.ts';
import { cancelByBuyer } from '../orders/cancel.ts';
import { checkout, mayLeave, quote } from '../orders/checkout.ts';
import { type OrderRow as OrderFound, ordersOf, readLines } from '../orders/order-row.ts';
import { readOwnOrder } from '../orders/own-order.ts';
import { listRefunds } from '../pay/request-refund.ts';
import { confirmPayment, startPayment } from '../pay/start-payment.ts';
import { Coupon } from '../routes/coupon-routes.ts';
import type { StoreRouteDeps } from '../routes/deps.ts';
import { Address, Channel, ChosenOptions, Collaboration, CouponParams, CouponTemplateParams, CrossBorder, Discount, exact, Fen, Id, OrderLine, OrderParams, OrderRow, OrderState, Phase, Placement, Price, ProductOption, Refund, Source, StorefrontParams } from '../routes/fields.ts';
import { createAvailability } from '../stock/availability.ts';
import type { Shelf } from '../storefronts/shelves.ts';
import { standingOf, storefrontTypes } from '../storefronts/standing.ts';
import { listStorefronts } from '../storefronts/storefronts.ts';
import { afterSaleShopRoutes } from './after-sale-routes.ts';
import { behaviourRoutes } from './behaviour-routes.ts';
import { bestSellerRoutes } from './best-seller-routes.ts';
import { messageRoutes } from './message-routes.ts';
import { enter } from './enter.ts';
import { meRoutes } from './me-routes.ts';
import { invoiceShopRoutes } from './invoice-routes.ts';
import { parcelRoutes } from './parcel-routes.ts';
import { peerRoutes } from './peer-routes.ts';
import { queueRoutes } from './queue-routes.ts';
import { requireShopper, signedIn, tags } from './signed-in.ts';
import { isPreview, issuePass, readPass, SIGNED_IN_FOR, type Shopper } from './shoppers.ts';
import { isVisible, visibleShelf } from './visible-shelf.ts';

/** The number of its brand. */
const ShopId = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
/** By address, since nobody is known yet; as many as the phones of a town may be that enter a drop within a minute. */
const config = { public: true, rateLimit: { max: 12_000, timeWindow: 60_000 } } as const;
const Line = Type.Object({ skuId: Id, quantity: Type.Integer({ minimum: 1, maximum: MOST_UNITS }), options: ChosenOptions }, exact);
const basket = {
  storefrontId: Id, lines: Type.Optional(Type.Array(Line, { minItems: 1, maxItems: 50, description: 'Absent: the cart' })), couponId: Type.Optional(nullable(Id)),
  forGift: Type.Optional(Type.Boolean({ description: 'W-50: for somebody else, who may choose what is left to receivers and, without an address here, say where it goes' })),
  leaves: Type.Optional(Type.Array(Id, { maxItems: 50, description: 'Of a gift with a link: SKUs whose place the receiver may give to another of the same product and price' })),
};
const PricedLine = Type.Object({ skuId: Type.String(), name: Type.String(), quantity: Type.Integer(), unitFen: Fen, optionsFen: Fen, options: ChosenOptions, leadDays: Type.Integer(), payFen: Fen,
  mayLeave: nullable(oneOf(receiverQuestions, { description: 'Of a gift with a link: what its receiver would be asked who may choose the variant' })),
});
const Cart = Type.Object({
  items: Type.Array(Type.Object({ id: Type.String(), skuId: Type.String(), quantity: Type.Integer(), options: ChosenOptions, onSale: Type.Boolean(), name: nullable(Type.String()), unitFen: nullable(Fen) })),
});
const Placed = Type.Object({ id: Type.String(), number: Type.String(), state: OrderState, totalFen: Fen, expiresAt: Timestamp });
const Order = Type.Object({ ...OrderRow.properties, isFromHere: Type.Boolean({ description: 'Placed where one is now: only there can it be paid' }), lines: Type.Array(OrderLine), refunds: Type.Array(Refund) });
const Item = Type.Object({
  skuId: Type.String(), productId: Type.String(), name: Type.String(), priceFen: Fen, compareAtFen: nullable(Fen), perPerson: nullable(Type.Integer()),
  left: oneOf(['none', 'few', 'some'], { description: 'few: under ten; the number is the brand’s affair' }),
});
const Product = Type.Object({
  id: Type.String(), name: Type.String(), story: Type.String(), vendor: nullable(Type.String()), exclusive: Type.Boolean(), crossBorder: nullable(CrossBorder), collaboration: nullable(Collaboration),
  pictureIds: Type.Array(Type.String()), options: Type.Array(ProductOption),
});
const Offer = Type.Object({ templateId: Type.String(), name: Type.String(), discount: Discount, thresholdFen: Fen, storefrontIds: Type.Array(Type.String()), validDays: Type.Integer() });

/**
 * What the mini program and the H5 shop talk to, under /api/shop/:shopId; a shop is a brand's. Shoppers prove who they are with a pass in
 * `Authorization: Bearer`; they see the store and what is their own.
 */
export const shopRoutes: FastifyPluginAsyncTypebox<StoreRouteDeps> = async (app, deps) => {
  const { database, secrets, timers } = deps;
  app.decorateRequest('shopper');

  app.post('/sessions', {
    config,
    schema: {
      tags, summary: 'Sign in with a code of WeChat', operationId: 'shopSignIn', params: Type.Object({ shopId: ShopId }),
      body: Type.Object({
        assetId: Id, code: Type.String({ minLength: 1, maxLength: 512, description: 'Of wx.login, of web authorisation, or of a preview' }), scene: Type.Optional(Type.Integer({ minimum: 1000, maximum: 9999, description: 'Of the launch of the mini program' })),
        source: Type.Optional(Placement),
      }, exact),
      response: { 201: Type.Object({ pass: Type.String(), expiresAt: Timestamp }) },
    },
  }, async (request, reply) => {
    const { shopId: brandId } = request.params;
    const { assetId, code, scene, source } = request.body;
    const preview = readPass(secrets, code);
    // Good as long as the code is: looking around does not go on by itself.
    if (preview && isPreview(preview) && preview.brandId === brandId) return reply.code(201).send({ pass: code, expiresAt: new Date(preview.until) });
    const shopper = await enter(deps.enter, brandId, assetId, code, { ...source, ...(scene !== undefined && { scene }) });
    return reply.code(201).send({ pass: issuePass(secrets, shopper), expiresAt: new Date(now() + SIGNED_IN_FOR) });
  });

  app.get('/pictures/:pictureId', {
    config,
    schema: { tags, summary: 'A product’s picture', operationId: 'shopPicture', params: Type.Object({ shopId: ShopId, pictureId: Id }) },
  }, async (request, reply) => {
    const { shopId: brandId, pictureId } = request.params;
    const { contentType, bytes } = await readPicture(database.forBrand(brandId), brandId, pictureId);
    return reply.type(contentType).header('cache-control', 'public, max-age=31536000, immutable').header('cross-origin-resource-policy', 'cross-origin').send(bytes);
  });

  await app.register(async (inside: typeof app) => {
    inside.addHook('onRequest', requireShopper(deps));
    // Picked one by one: the options as they came hold the prefix, which would count twice.
    await inside.register(signedInRoutes, { timers, checkout: deps.checkout, pay: deps.pay });
    await inside.register(queueRoutes, { shelves: deps.checkout.shelves, queue: deps.checkout.queue, secrets: deps.secrets });
    await inside.register(messageRoutes);
    await inside.register(bestSellerRoutes, { database, shelves: deps.checkout.shelves });
    await inside.register(peerRoutes, { database, shelves: deps.checkout.shelves });
    await inside.register(behaviourRoutes, { appender: deps.appender, enter: deps.enter });
    await inside.register(meRoutes, { people: deps.people, miniPrograms: deps.enter.miniPrograms });
    await inside.register(parcelRoutes, { shipping: deps.shipping, giftGoesUnseen: deps.giftGoesUnseen });
    await inside.register(afterSaleShopRoutes, { timers, secrets });
    await inside.register(invoiceShopRoutes, { secrets });
  });
};

const signedInRoutes: FastifyPluginAsyncTypebox<Pick<StoreRouteDeps, 'timers' | 'checkout' | 'pay'>> = async (app, { timers, checkout: checkoutDeps, pay }) => {
  const { shelves, database } = checkoutDeps;
  const availability = createAvailability(database);

  app.get('/storefronts', {
    config: signedIn,
    schema: {
      tags, summary: 'Storefronts, where the home page begins', operationId: 'shopStorefronts',
      response: { 200: Type.Object({ items: Type.Array(Type.Object({ id: Type.String(), type: oneOf(storefrontTypes), name: Type.String(), phase: Phase, opensAt: nullable(Timestamp), closesAt: nullable(Timestamp) })) }) },
    },
  }, async (request) => ({
    // A KOL's store is entered by the KOL's own card: the brand's come first.
    items: (await listStorefronts(request.brand, request.shopper.brandId)).filter(isVisible).sort((a, b) => Number(a.kolKind !== null) - Number(b.kolKind !== null)).map((storefront) => {
      const { phase, window, next } = standingOf(storefront, now());
      return { id: storefront.id, type: storefront.type, name: storefront.name, phase, opensAt: next?.opensAt ?? null, closesAt: window?.closesAt ?? null };
    }),
  }));

  app.get('/storefronts/:storefrontId', {
    config: signedIn,
    schema: {
      tags, summary: 'A storefront: whether it is open, what it sells', operationId: 'shopStorefront', params: StorefrontParams,
      response: {
        200: Type.Object({
          id: Type.String(), name: Type.String(), phase: Phase, opensAt: nullable(Timestamp), closesAt: nullable(Timestamp), now: Timestamp, place: nullable(Type.String()),
          holdMinutes: Type.Integer({ description: 'How long an unpaid order keeps its units' }),
          items: Type.Array(Item), products: Type.Array(Product),
        }),
      },
    },
  }, async (request) => {
    const shelf = await visibleShelf(shelves, request.shopper, request.params.storefrontId);
    const { id, name, place, holdMinutes } = shelf.storefront;
    const { phase, window, next } = standingOf(shelf.storefront, now());
    const available = await availability.of(request.shopper.brandId, id);
    return {
      id, name, place, holdMinutes, phase, now: nowDate(), opensAt: next?.opensAt ?? null, closesAt: window?.closesAt ?? null,
      items: [...shelf.items.values()].map((item) => ({ ...item, left: leftOf(available.get(item.skuId) ?? 0) })),
      products: [...shelf.products.values()],
    };
  });

  app.get('/storefronts/:storefrontId/cart', {
    config: signedIn, schema: { tags, summary: 'The cart, as it was left', operationId: 'shopCart', params: StorefrontParams, response: { 200: Cart } },
  }, async (request) => cartOf(request.brand, request.shopper, await visibleShelf(shelves, request.shopper, request.params.storefrontId)));

  app.put('/storefronts/:storefrontId/cart/lines', {
    config: signedIn,
    schema: {
      tags, summary: 'Set how many of a thing are in the cart; 0 takes it out', operationId: 'shopSetCartLine', params: StorefrontParams,
      body: Type.Object({ skuId: Id, quantity: Type.Integer({ minimum: 0, maximum: MOST_UNITS }), options: ChosenOptions }, exact), response: { 200: Cart },
    },
  }, async (request) => {
    const { brandId, identityId } = request.shopper;
    const shelf = await visibleShelf(shelves, request.shopper, request.params.storefrontId);
    await request.brand.tx((tx) => setCartLine(tx, brandId, identityId, shelf, request.body));
    return cartOf(request.brand, request.shopper, shelf);
  });

  app.post('/quotes', {
    config: signedIn,
    schema: {
      tags, summary: 'What the cart, or these lines, cost', operationId: 'shopQuote', body: Type.Object(basket, exact),
      response: { 200: Type.Object({ totalFen: Fen, discountFen: Fen, couponCounts: Type.Boolean(), lines: Type.Array(PricedLine) }) },
    },
  }, async (request) => {
    const { storefrontId, lines = null, couponId = null, forGift = false, leaves = [] } = request.body;
    await visibleShelf(shelves, request.shopper, storefrontId);
    const { shelf, price, lines: priced } = await quote(checkoutDeps, request.shopper, { storefrontId, lines, couponId, forGift, leaves });
    return { totalFen: price.totalFen, discountFen: price.discountFen, couponCounts: price.couponCounts, lines: priced.map((line) => ({ ...line, mayLeave: mayLeave(shelf, shelf.items.get(line.skuId)!) })) };
  });

  app.post('/orders', {
    config: signedIn,
    schema: {
      tags, summary: 'Order: the units are held until it is paid or expires', operationId: 'shopCheckout',
      description: 'The same Idempotency-Key with the same request is the same order, however often it is sent.',
      headers: Type.Object({ 'idempotency-key': Type.String({ minLength: 8, maxLength: 64 }) }),
      body: Type.Object({
        ...basket, expectedTotalFen: Price, address: Type.Optional(nullable(Address)), channel: Channel,
        pass: Type.Optional(nullable(Type.String({ maxLength: 100, description: 'Of the queue, where a drop has one' }))),
        source: Type.Optional(Source),
      }, exact),
      response: { 201: Placed },
    },
  }, async (request, reply) => {
    const { lines = null, couponId = null, forGift = false, leaves = [], address = null, pass = null, source = {}, ...rest } = request.body;
    return reply.code(201).send(await checkout(checkoutDeps, request.shopper, { ...rest, lines, couponId, forGift, leaves, address, pass, source, language: request.language, requestKey: request.headers['idempotency-key'] }));
  });

  app.get('/orders', {
    config: signedIn,
    schema: { tags, summary: 'One’s own orders, newest first', operationId: 'shopOrders', querystring: Type.Object({ ...pageQuery }), response: { 200: pageReply(OrderRow) } },
  }, async ({ brand, shopper, query: { cursor, limit } }) => {
    const after = decodeCursor(brand, cursor, ['date', 'string']) as [Date, string] | null;
    const rows = await ordersOf(brand, shopper.brandId, await samePerson(brand, shopper.brandId, shopper.identityId), after, limit + 1);
    return pageOf(rows.map(rowOf), limit, brand, (row) => [row.placedAt, row.id]);
  });

  app.get('/orders/:orderId', {
    config: signedIn, schema: { tags, summary: 'One’s own order', operationId: 'shopOrder', params: OrderParams, response: { 200: Order } },
  }, (request) => ownOrder(request.brand, request.shopper, request.params.orderId));

  app.post('/orders/:orderId/payment', {
    config: signedIn,
    schema: {
      tags, summary: 'What wx.requestPayment needs; the same payment each time', operationId: 'shopPay', params: OrderParams,
      response: {
        200: Type.Object({
          parameters: Type.Object({ timeStamp: Type.String(), nonceStr: Type.String(), package: Type.String(), signType: oneOf(['RSA']), paySign: Type.String() }), payUntil: Timestamp,
        }),
      },
    },
  }, (request) => startPayment(pay, request.shopper.brandId, request.shopper.identityId, request.params.orderId));

  app.post('/orders/:orderId/confirmation', {
    config: signedIn,
    schema: { tags, summary: 'Asks WeChat Pay whether it is paid; the client’s own word proves nothing', operationId: 'shopConfirm', params: OrderParams, response: { 200: OrderRow } },
  }, async (request) => rowOf(await confirmPayment(pay, request.shopper.brandId, request.shopper.identityId, request.params.orderId)));

  app.post('/orders/:orderId/cancellation', {
    config: signedIn, schema: { tags, summary: 'Cancel an unpaid order', operationId: 'shopCancel', params: OrderParams, response: { 200: Order } },
  }, async (request) => {
    const { brandId, identityId } = request.shopper;
    await cancelByBuyer(pay, brandId, identityId, request.params.orderId);
    return ownOrder(request.brand, request.shopper, request.params.orderId);
  });

  app.get('/coupons', {
    config: signedIn, schema: { tags, summary: 'One’s own coupons', operationId: 'shopCoupons', response: { 200: Type.Object({ items: Type.Array(Coupon) }) } },
  }, async (request) => ({ items: await listCoupons(request.brand, request.shopper.brandId, request.shopper.identityId) }));

  app.get('/coupon-templates', {
    config: signedIn, schema: { tags, summary: 'Coupons on offer that one has not taken', operationId: 'shopCouponOffers', response: { 200: Type.Object({ items: Type.Array(Offer) }) } },
  }, async (request) => ({ items: await listOffers(request.brand, request.shopper.brandId, request.shopper.identityId) }));

  app.post('/coupon-templates/:couponTemplateId/claim', {
    config: signedIn, schema: { tags, summary: 'Take a coupon on offer into the wallet', operationId: 'shopClaimCoupon', params: CouponTemplateParams, response: { 201: Coupon } },
  }, async (request, reply) => {
    const { brandId, identityId } = request.shopper;
    const { coupon } = await request.brand.tx((tx) => issueCoupon(tx, brandId, timers, request.params.couponTemplateId, identityId, 'person'));
    return reply.code(201).send(coupon);
  });

  app.post('/coupons/:couponId/save', {
    config: signedIn, schema: { tags, summary: 'Put a coupon one was given into the wallet', operationId: 'shopSaveCoupon', params: CouponParams, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    await saveCoupon(request.brand, request.shopper.brandId, request.shopper.identityId, request.params.couponId);
    return reply.code(204).send(null);
  });
};

const FEW = 10;
const leftOf = (available: number): 'none' | 'few' | 'some' => (available === 0 ? 'none' : available < FEW ? 'few' : 'some');
const rowOf = (order: OrderFound) => ({ ...order, channel: order.channel as 'mini_program' | 'h5' });

async function cartOf(brand: BrandDatabase, { brandId, identityId }: Shopper, shelf: Shelf) {
  const lines = await readCart(brand, brandId, identityId, shelf.storefront.id);
  return {
    items: lines.map((line) => {
      const item = shelf.items.get(line.skuId);
      return { ...line, onSale: item !== undefined, name: item?.name ?? null, unitFen: item?.priceFen ?? null };
    }),
  };
}

async function ownOrder(brand: BrandDatabase, { brandId, identityId }: Shopper, orderId: string) {
  const order = await readOwnOrder(brand, brandId, identityId, orderId);
  return { ...rowOf(order), isFromHere: order.identityId === identityId, lines: await readLines(brand, brandId, orderId), refunds: await listRefunds(brand, brandId, orderId) };
}
