import { audit, nullable, oneOf, Timestamp } from '@qingniao/access';
import type { Querier } from '@qingniao/activity';
import { conflict } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { readOrder } from '../orders/order-row.ts';
import type { Carriers } from '../shipping/carriers.ts';
import { leftToShip } from '../shipping/fulfilment.ts';
import { correctParcel, readParcels, readUpload, shipOrder, shippingMethods, unitsOf } from '../shipping/parcels.ts';
import { remindToConfirm } from '../shipping/receipt.ts';
import { retryUpload, type ShippingDeps } from '../shipping/upload.ts';
import { exact, Fulfilment, Id, OrderParams, tags } from './fields.ts';

const Lines = Type.Array(Type.Object({ position: Type.Integer({ minimum: 1 }), units: Type.Integer({ minimum: 1 }) }, exact), { minItems: 1, maxItems: 50 });
const Waybill = { carrierId: Id, waybill: Type.String({ minLength: 6, maxLength: 60 }) };
const Parcel = Type.Object({
  id: Type.String(), seq: Type.Integer(), method: oneOf(shippingMethods), carrierId: nullable(Type.String()), carrierName: nullable(Type.String()),
  waybill: nullable(Type.String({ description: 'Empty once its buyer is erased' })), shippedAt: Timestamp, shippedBy: Type.String(), uploadedAt: nullable(Timestamp), lines: Lines,
});
/** Part of an order as the brand sees it. */
export const Shipping = Type.Object({
  fulfilment: Fulfilment, parcels: Type.Array(Parcel),
  left: Type.Array(Type.Object({ position: Type.Integer(), units: Type.Integer() }), { description: 'What is still to be sent' }),
  upload: nullable(Type.Object({
    state: oneOf(['waiting', 'told', 'refused', 'not_needed'], { description: 'Whether WeChat knows; `refused` waits for somebody, `waiting` tries again by itself' }),
    attempts: Type.Integer(), errorZh: nullable(Type.String()), errorEn: nullable(Type.String()), sentAt: nullable(Timestamp), finished: Type.Boolean(), changed: Type.Boolean(),
    remindedAt: nullable(Timestamp), settlesAt: nullable(Timestamp), settledAt: nullable(Timestamp),
  })),
});

export async function describeShipping(db: Querier, brandId: number, orderId: string) {
  const [{ fulfilment }, parcels, units, upload] = await Promise.all([readOrder(db, brandId, orderId), readParcels(db, brandId, orderId), unitsOf(db, brandId, orderId), readUpload(db, brandId, orderId)]);
  return { fulfilment, parcels, upload, left: units.map((line) => ({ position: line.position, units: leftToShip(line) })).filter((line) => line.units > 0) };
}

export interface ShippingRouteDeps {
  shipping: ShippingDeps;
  carriers: Carriers;
}

/** Sending what was bought, and telling WeChat. */
export const shippingRoutes: FastifyPluginAsyncTypebox<ShippingRouteDeps> = async (app, { shipping, carriers }) => {
  const { timers } = shipping;

  app.get('/store/carriers', {
    config: { permission: 'store:read' },
    schema: { tags, summary: 'Carriers WeChat knows, the common ones first', operationId: 'listCarriers', response: { 200: Type.Object({ items: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })) }) } },
  }, async (request) => ({ items: [...await carriers.list(request.brand.brandId)] }));

  app.post('/store/orders/:orderId/parcels', {
    config: { permission: 'store:write' },
    schema: {
      tags, summary: 'Ship a paid order, whole or in parts; WeChat is told in the background', operationId: 'shipOrder', params: OrderParams,
      body: Type.Object({
        method: oneOf(shippingMethods, { description: 'Only express may be split' }), carrierId: Type.Optional(Waybill.carrierId), waybill: Type.Optional(Waybill.waybill),
        lines: Type.Optional(Lines),
      }, exact),
      response: { 201: Shipping },
    },
  }, async (request, reply) => {
    const { brandId } = request.brand;
    const { orderId } = request.params;
    const { method, carrierId, waybill, lines = null } = request.body;
    const known = carrierId === undefined || waybill === undefined ? null : await carriers.waybill(brandId, carrierId, waybill);
    await request.brand.tx(async (tx) => {
      const id = await shipOrder(tx, brandId, timers, orderId, { method, waybill: known, lines }, `${request.actor.kind}:${request.actor.id}`);
      await audit(tx, request, { action: 'order.shipped', subject: `order:${orderId}`, after: { parcelId: id, method, ...(known ? { carrier: known.carrierId } : {}), ...(lines ? { lines } : {}) } });
    });
    return reply.code(201).send(await describeShipping(request.brand, brandId, orderId));
  });

  app.patch('/store/orders/:orderId/parcels/:parcelId', {
    config: { permission: 'store:write' },
    schema: {
      tags, summary: 'Correct the carrier or number of a parcel; WeChat takes one change', operationId: 'correctParcel', params: Type.Object({ orderId: Id, parcelId: Id }),
      body: Type.Object(Waybill, exact), response: { 200: Shipping },
    },
  }, async (request) => {
    const { brandId } = request.brand;
    const { orderId, parcelId } = request.params;
    const waybill = await carriers.waybill(brandId, request.body.carrierId, request.body.waybill);
    await request.brand.tx(async (tx) => {
      await correctParcel(tx, brandId, timers, orderId, parcelId, waybill, `${request.actor.kind}:${request.actor.id}`);
      await audit(tx, request, { action: 'order.parcel_corrected', subject: `order:${orderId}`, after: { parcelId, carrier: waybill.carrierId } });
    });
    return describeShipping(request.brand, brandId, orderId);
  });

  app.post('/store/orders/:orderId/shipping/retry', {
    config: { permission: 'store:write' },
    schema: { tags, summary: 'Tell WeChat again after a refusal', operationId: 'retryShippingUpload', params: OrderParams, response: { 200: Shipping } },
  }, async (request) => {
    const { brandId } = request.brand;
    const { orderId } = request.params;
    await request.brand.tx(async (tx) => {
      if (!(await retryUpload(tx, brandId, timers, orderId))) throw conflict('nothing_to_tell', { zh: '没有等待上传的发货信息。', en: 'There is nothing to tell WeChat.' });
      await audit(tx, request, { action: 'order.shipping_retried', subject: `order:${orderId}` });
    });
    return describeShipping(request.brand, brandId, orderId);
  });

  app.post('/store/orders/:orderId/receipt-reminder', {
    config: { permission: 'store:write' },
    schema: {
      tags, summary: 'WeChat asks the buyer to confirm receipt, once an order', operationId: 'remindToConfirm', params: OrderParams,
      body: Type.Object({ deliveredAt: Type.String({ format: 'date-time', description: 'When the carrier says it was delivered' }) }, exact), response: { 200: Shipping },
    },
  }, async (request) => {
    const { brandId } = request.brand;
    const { orderId } = request.params;
    await remindToConfirm(shipping, brandId, orderId, new Date(request.body.deliveredAt), `${request.actor.kind}:${request.actor.id}`, (tx) => audit(tx, request, { action: 'order.receipt_reminded', subject: `order:${orderId}` }));
    return describeShipping(request.brand, brandId, orderId);
  });
};
