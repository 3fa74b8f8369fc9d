import { nullable, oneOf, Timestamp } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { readOwnOrder } from '../orders/own-order.ts';
import { Fulfilment, OrderParams } from '../routes/fields.ts';
import { readParcels, shippingMethods } from '../shipping/parcels.ts';
import { confirmationAtWechat, confirmReceipt, mayConfirmReceipt } from '../shipping/receipt.ts';
import type { ShippingDeps } from '../shipping/upload.ts';
import { signedIn, tags } from './signed-in.ts';

const Delivery = Type.Object({
  fulfilment: Fulfilment,
  parcels: Type.Array(Type.Object({
    id: Type.String(), method: oneOf(shippingMethods), carrierId: nullable(Type.String()), carrierName: nullable(Type.String()), waybill: nullable(Type.String()), shippedAt: Timestamp,
    lines: Type.Array(Type.Object({ position: Type.Integer(), units: Type.Integer() })),
  })),
  mayConfirm: Type.Boolean({ description: 'Everything was sent, and WeChat knows it where it keeps the order' }),
  confirmAtWechat: nullable(Type.Object(
    { merchant_id: Type.String(), merchant_trade_no: Type.String(), transaction_id: Type.String() },
    { description: 'extraData of wx.openBusinessView with businessType weappOrderConfirm, to be called before the receipt is confirmed here; null where that is all' },
  )),
});

/** Where the buyer's parcels are. */
export const parcelRoutes: FastifyPluginAsyncTypebox<{ shipping: ShippingDeps; giftGoesUnseen(brandId: number, orderId: string): Promise<boolean> }> = async (app, { shipping, giftGoesUnseen }) => {
  app.get('/orders/:orderId/delivery', {
    config: signedIn, schema: { tags, summary: 'The parcels of one’s own order', operationId: 'shopDelivery', params: OrderParams, response: { 200: Delivery } },
  }, async (request) => {
    const { brandId, identityId } = request.shopper;
    const order = await readOwnOrder(request.brand, brandId, identityId, request.params.orderId);
    // W-50: where a gift travels is its receiver's affair, unless its buyer has said it.
    const unseen = order.forGift && (await giftGoesUnseen(brandId, order.id));
    const parcels = await readParcels(request.brand, brandId, order.id);
    return {
      fulfilment: order.fulfilment, mayConfirm: await mayConfirmReceipt(shipping, brandId, order), confirmAtWechat: await confirmationAtWechat(shipping, brandId, order),
      parcels: parcels.map(({ shippedBy: _, seq: __, uploadedAt: ___, ...parcel }) => (unseen ? { ...parcel, waybill: null } : parcel)),
    };
  });

  app.post('/orders/:orderId/receipt', {
    config: signedIn,
    schema: {
      tags, summary: 'Confirm that everything has come; WeChat is asked where it keeps the order', operationId: 'shopConfirmReceipt', params: OrderParams, response: { 200: Type.Object({ fulfilment: Fulfilment }) },
    },
  }, async (request) => {
    const { brandId, identityId } = request.shopper;
    return { fulfilment: (await confirmReceipt(shipping, brandId, identityId, request.params.orderId)).fulfilment };
  });
};
