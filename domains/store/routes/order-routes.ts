import { Readable } from 'node:stream';
import { type Actor, audit, ContactId, Day, decodeCursor, nullable, oneOf, pageOf, pageQuery, pageReply, Timestamp } from '@qingniao/access';
import type { BrandDatabase } from '@qingniao/storage';
import type { Secrets } from '@qingniao/kernel';
import { notFound } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { maskAddress, openAddress } from '../orders/address.ts';
import { cancelByBrand } from '../orders/cancel.ts';
import { ordersCsv } from '../orders/export-orders.ts';
import { type OrderRow as OrderFound, readLines, readOrder, readSteps } from '../orders/order-row.ts';
import { countOrders, type OrderPosition, orderSorts, positionKinds, positionOf, searchOrders } from '../orders/search-orders.ts';
import { endings, endRefund, retryRefund } from '../pay/end-refund.ts';
import { listRefunds, requestRefund } from '../pay/request-refund.ts';
import { fulfilments } from '../shipping/fulfilment.ts';
import type { StoreRouteDeps } from './deps.ts';
import { AddressShown, Channel, DeskRefund, exact, Id, OrderLine, OrderParams, OrderRow, OrderState, tags } from './fields.ts';
import { describeShipping, Shipping } from './shipping-routes.ts';

const Row = Type.Object({ ...OrderRow.properties, contactId: nullable(Type.Integer({ description: 'Null also for who does not see contacts' })) });
const Order = Type.Object({
  ...Row.properties, shipping: Shipping, address: nullable(AddressShown), lines: Type.Array(OrderLine), refunds: Type.Array(DeskRefund),
  steps: Type.Array(Type.Object({ fromState: nullable(OrderState), toState: OrderState, why: Type.String(), at: Timestamp, by: Type.String() })),
  payment: nullable(Type.Object({ mchid: Type.String(), state: oneOf(['open', 'closed', 'paid']), transactionId: nullable(Type.String()), openedAt: Timestamp, paidAt: nullable(Timestamp) })),
});

const RefundParams = Type.Object({ orderId: Id, refundId: Id });

/** Who accounts for orders need not know whose they are. */
const seesPeople = ({ permissions }: Actor): boolean => permissions.has('people:read');

const Search = {
  text: Type.Optional(Type.String({ maxLength: 60, description: 'An order number or its beginning, the phone of the parcel or its last four digits, a name, a member number' })),
  contactId: Type.Optional(ContactId), state: Type.Optional(OrderState), fulfilment: Type.Optional(oneOf([...fulfilments, 'upload_refused'], { description: '`to_ship`: whatever still has something to ship; `upload_refused`: WeChat would not take the shipping information' })), storefrontId: Type.Optional(Id), channel: Type.Optional(Channel),
  from: Type.Optional(Day), to: Type.Optional(Day), sort: Type.Optional(oneOf(orderSorts, { description: 'Default newest' })),
};

/** Orders as the brand sees them; money goes back from here. */
export const orderRoutes: FastifyPluginAsyncTypebox<Pick<StoreRouteDeps, 'timers' | 'secrets' | 'pay'>> = async (app, { timers, secrets, pay }) => {
  app.get('/store/orders', {
    config: { permission: 'store:read' },
    schema: {
      tags, summary: 'Orders found and sorted', operationId: 'listOrders', description: 'Who does not see contacts finds them by their numbers only.',
      querystring: Type.Object({ ...pageQuery, ...Search }), response: { 200: pageReply(Row) },
    },
  }, async ({ actor, brand, query: { limit, cursor, sort = 'newest', ...search } }) => {
    const after = decodeCursor(brand, cursor, [...positionKinds(sort)]) as OrderPosition | null;
    const found = await searchOrders(brand, brand.brandId, { secrets, seesPeople: seesPeople(actor) }, search, sort, limit + 1, after);
    const page = pageOf(found, limit, brand, (row) => positionOf(sort, row));
    return { ...page, items: await withContacts(brand, actor, page.items) };
  });

  app.get('/store/orders.csv', {
    config: { permission: 'store:read' },
    schema: {
      tags, summary: 'Export orders as CSV, money in yuan to the fen', operationId: 'exportOrders',
      description: 'Whose they are stands in it for `people:export`, masked. The export is written to the audit log.', querystring: Type.Object(Search), response: { 200: { content: { 'text/csv': { schema: Type.String() } } } },
    },
  }, async (request, reply) => {
    const { actor, brand, query: { sort = 'newest', ...search } } = request;
    const seeing = { secrets, seesPeople: seesPeople(actor) };
    const { orders } = await countOrders(brand, brand.brandId, seeing, search);
    // What was searched for may be a phone number: the line says that there was a search, not for whom.
    await brand.tx((tx) => audit(tx, request, { action: 'orders.exported', subject: 'orders', after: { count: orders, filter: { ...search, ...(search.text === undefined ? {} : { text: '…' }) } } }));
    const csv = ordersCsv(brand, { ...seeing, showsPeople: actor.permissions.has('people:export') }, search, sort, request.language);
    return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="orders.csv"').send(Readable.from(csv) as never);
  });

  app.get('/store/orders/:orderId', {
    config: { permission: 'store:read' },
    schema: { tags, summary: 'An order with its lines, money and every step', operationId: 'readOrder', description: 'The address is masked; it is null also for who does not see contacts.', params: OrderParams, response: { 200: Order } },
  }, (request) => describe(request.brand, secrets, request.actor, request.params.orderId));

  app.post('/store/orders/:orderId/address', {
    config: { permission: 'people:reveal' },
    schema: { tags, summary: 'Where an order goes, unmasked; written to the audit log', operationId: 'revealOrderAddress', params: OrderParams, response: { 200: AddressShown } },
  }, (request) => request.brand.tx(async (tx) => {
    const order = await readOrder(tx, request.brand.brandId, request.params.orderId);
    if (order.address === null) throw notFound({ zh: '收货地址', en: 'address' });
    await audit(tx, request, { action: 'order.address_revealed', subject: `order:${order.id}` });
    return openAddress(secrets, order.id, order.address);
  }));

  app.post('/store/orders/:orderId/cancellation', {
    config: { permission: 'store:write' },
    schema: {
      tags, summary: 'Cancel an unpaid order; closed at WeChat Pay first, then its units go back on sale', operationId: 'cancelOrder', params: OrderParams,
      body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 200, description: 'For the audit log' }) }, exact), response: { 200: Order },
    },
  }, async (request) => {
    const { actor, brand, params: { orderId }, body: { reason } } = request;
    await cancelByBrand(pay, brand.brandId, orderId, `${actor.kind}:${actor.id}`, (tx) => audit(tx, request, { action: 'order.cancelled', subject: `order:${orderId}`, after: { reason } }));
    return describe(brand, secrets, actor, orderId);
  });

  app.post('/store/orders/:orderId/refunds', {
    config: { permission: 'orders:refund' },
    schema: {
      tags, summary: 'Give money back, by line and units; WeChat Pay is asked in the background', operationId: 'requestRefund', params: OrderParams,
      body: Type.Object({
        lines: Type.Array(Type.Object({
          position: Type.Integer({ minimum: 1 }), units: Type.Integer({ minimum: 1 }),
          meant: Type.Optional(oneOf(['unsent_first', 'sent_first'], { description: 'Of a line of which only some were sent, which; default those that were not. They are not sent any more' })),
        }, exact), { minItems: 1, maxItems: 50 }),
        reason: Type.String({ minLength: 1, maxLength: 80, description: 'The payer reads it' }), restock: Type.Boolean({ description: 'The units go back on sale once the money went back' }),
        requestKey: Type.String({ minLength: 8, maxLength: 64, description: 'The same key is the same refund' }),
      }, exact),
      response: { 201: DeskRefund },
    },
  }, async (request, reply) => {
    const { brandId } = request.brand;
    const { orderId } = request.params;
    const requested = await request.brand.tx(async (tx) => {
      const { lines, restock, ...rest } = request.body;
      const asked = { ...rest, lines: restock ? lines.map((line) => ({ ...line, restock: 'all' as const })) : lines };
      const { refund, isNew } = await requestRefund(tx, brandId, timers, orderId, asked, `${request.actor.kind}:${request.actor.id}`);
      if (isNew) await audit(tx, request, { action: 'order.refund_requested', subject: `order:${orderId}`, after: { fen: refund.fen, lines } });
      return refund;
    });
    return reply.code(201).send(requested);
  });

  app.post('/store/orders/:orderId/refunds/:refundId/ending', {
    config: { permission: 'orders:refund' },
    schema: {
      tags, summary: 'End a refund WeChat Pay refused or cannot carry out: paid by another way, or given up', operationId: 'endRefund', params: RefundParams,
      body: Type.Object({ ending: oneOf(endings), note: Type.String({ minLength: 1, maxLength: 200, description: 'For the audit log' }) }, exact), response: { 200: Order },
    },
  }, async (request) => {
    const { actor, brand, params: { orderId, refundId }, body: { ending, note } } = request;
    await endRefund(pay, brand.brandId, orderId, refundId, ending, `${actor.kind}:${actor.id}`, (tx) => audit(tx, request, { action: 'order.refund_ended', subject: `order:${orderId}`, after: { refundId, ending, note } }));
    return describe(brand, secrets, actor, orderId);
  });

  app.post('/store/orders/:orderId/refunds/:refundId/retry', {
    config: { permission: 'orders:refund' },
    schema: { tags, summary: 'Ask WeChat Pay again for a refund it refused', operationId: 'retryRefund', params: RefundParams, response: { 200: Order } },
  }, async (request) => {
    const { actor, brand, params: { orderId, refundId } } = request;
    await brand.tx(async (tx) => {
      await retryRefund(tx, brand.brandId, timers, orderId, refundId);
      await audit(tx, request, { action: 'order.refund_retried', subject: `order:${orderId}`, after: { refundId } });
    });
    return describe(brand, secrets, actor, orderId);
  });
};

async function withContacts(brand: BrandDatabase, actor: Actor, orders: readonly OrderFound[]) {
  const rows = !seesPeople(actor) ? [] : await brand.query<{ id: number; contactId: number }>('select id, contact_id as "contactId" from identity where brand_id = $1 and id = any ($2::bigint[])', [brand.brandId, orders.map(({ identityId }) => identityId)]);
  const contacts = new Map(rows.map(({ id, contactId }) => [id, contactId]));
  return orders.map((order) => ({ ...order, contactId: contacts.get(order.identityId) ?? null, channel: order.channel as 'mini_program' | 'h5' }));
}

async function describe(brand: BrandDatabase, secrets: Secrets, actor: Actor, orderId: string) {
  const { brandId } = brand;
  const order = await readOrder(brand, brandId, orderId);
  const [payment] = await brand.query<{ mchid: string; state: 'open' | 'closed' | 'paid'; transactionId: string | null; openedAt: Date; paidAt: Date | null }>(
    'select mchid, state, transaction_id as "transactionId", opened_at as "openedAt", paid_at as "paidAt" from payment where brand_id = $1 and order_id = $2', [brandId, orderId],
  );
  const [lines, shipping, steps, refunds, [row]] = await Promise.all([readLines(brand, brandId, orderId), describeShipping(brand, brandId, orderId), readSteps(brand, brandId, orderId), listRefunds(brand, brandId, orderId), withContacts(brand, actor, [order])]);
  return { ...row!, address: order.address === null || !seesPeople(actor) ? null : maskAddress(openAddress(secrets, orderId, order.address)), lines, shipping, steps, refunds, payment: payment ?? null };
}
