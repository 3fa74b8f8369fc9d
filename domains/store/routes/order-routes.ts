import { type Actor, audit, decodeCursor, nullable, oneOf, pageOf, pageQuery, pageReply, Timestamp } from '@qingniao/access';
import type { BrandDatabase } from '@qingniao/storage';
import type { Secrets } from '@qingniao/kernel';
import { notFound } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { maskAddress, openAddress } from '../orders/address.ts';
import { listOrders, type OrderRow as OrderFound, readLines, readOrder, readSteps } from '../orders/order-row.ts';
import { listRefunds, requestRefund } from '../pay/request-refund.ts';
import type { StoreRouteDeps } from './deps.ts';
import { AddressShown, exact, Fulfilment, Id, OrderLine, OrderParams, OrderRow, OrderState, Refund, tags } from './fields.ts';
import { describeShipping, Shipping } from './shipping-routes.ts';

const Row = Type.Object({ ...OrderRow.properties, contactId: nullable(Type.Integer({ description: 'Null also for who does not see contacts' })) });
const Order = Type.Object({
  ...Row.properties, shipping: Shipping, address: nullable(AddressShown), lines: Type.Array(OrderLine), refunds: Type.Array(Refund),
  steps: Type.Array(Type.Object({ fromState: nullable(OrderState), toState: OrderState, why: Type.String(), at: Timestamp, by: Type.String() })),
  payment: nullable(Type.Object({ mchid: Type.String(), state: oneOf(['open', 'closed', 'paid']), transactionId: nullable(Type.String()), openedAt: Timestamp, paidAt: nullable(Timestamp) })),
});

/** Who accounts for orders need not know whose they are. */
const seesPeople = ({ permissions }: Actor): boolean => permissions.has('people:read');

/** Orders as the brand sees them; money goes back from here. */
export const orderRoutes: FastifyPluginAsyncTypebox<Pick<StoreRouteDeps, 'timers' | 'secrets'>> = async (app, { timers, secrets }) => {
  app.get('/store/orders', {
    config: { permission: 'store:read' },
    schema: {
      tags, summary: 'Orders, newest first', operationId: 'listOrders',
      querystring: Type.Object({ ...pageQuery, state: Type.Optional(OrderState), fulfilment: Type.Optional(Fulfilment), storefrontId: Type.Optional(Id), number: Type.Optional(Type.String({ maxLength: 32 })) }), response: { 200: pageReply(Row) },
    },
  }, async (request) => {
    const { limit, cursor, ...filter } = request.query;
    const after = decodeCursor(request.brand, cursor, ['date', 'string']) as [Date, string] | null;
    const page = pageOf(await listOrders(request.brand, request.brand.brandId, filter, limit + 1, after), limit, request.brand, (row) => [row.placedAt, row.id]);
    return { ...page, items: await withContacts(request.brand, request.actor, page.items) };
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

  app.post('/store/orders/:orderId/refunds', {
    config: { permission: 'orders:refund' },
    schema: {
      tags, summary: 'Give money back, by line and units; WeChat Pay is asked in the background', operationId: 'requestRefund', params: OrderParams,
      body: Type.Object({
        lines: Type.Array(Type.Object({ position: Type.Integer({ minimum: 1 }), units: Type.Integer({ minimum: 1 }) }, exact), { minItems: 1, maxItems: 50 }),
        reason: Type.String({ minLength: 1, maxLength: 80, description: 'The payer reads it' }), restock: Type.Boolean({ description: 'The units go back on sale once the money went back' }),
        requestKey: Type.String({ minLength: 8, maxLength: 64, description: 'The same key is the same refund' }),
      }, exact),
      response: { 201: Refund },
    },
  }, async (request, reply) => {
    const { brandId } = request.brand;
    const { orderId } = request.params;
    const requested = await request.brand.tx(async (tx) => {
      const { refund, isNew } = await requestRefund(tx, brandId, timers, orderId, request.body, `${request.actor.kind}:${request.actor.id}`);
      if (isNew) await audit(tx, request, { action: 'order.refund_requested', subject: `order:${orderId}`, after: { fen: refund.fen, lines: request.body.lines } });
      return refund;
    });
    return reply.code(201).send(requested);
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
