import { nullable } from '@qingniao/access';
import type { Secrets } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { openDetails, readInvoice, readPdf, requestInvoice, withdrawInvoice } from '../orders/invoice.ts';
import { OwnInvoice, TitleKind } from '../orders/invoice-fields.ts';
import { readOwnOrder } from '../orders/own-order.ts';
import { exact, OrderParams } from '../routes/fields.ts';
import type { BrandDatabase } from '@qingniao/storage';
import { signedIn, tags } from './signed-in.ts';
import type { Shopper } from './shoppers.ts';

const Reply = Type.Object({ invoice: nullable(OwnInvoice) });

/** The invoice of one’s own order. */
export const invoiceShopRoutes: FastifyPluginAsyncTypebox<{ secrets: Secrets }> = async (app, { secrets }) => {
  app.get('/orders/:orderId/invoice', {
    config: signedIn, schema: { tags, summary: 'What became of the invoice', operationId: 'shopInvoice', params: OrderParams, response: { 200: Reply } },
  }, (request) => ownInvoice(request.brand, secrets, request.shopper, request.params.orderId));

  app.put('/orders/:orderId/invoice', {
    config: signedIn,
    schema: {
      tags, summary: 'Ask for an invoice, or correct what was asked before it is issued', operationId: 'shopRequestInvoice', params: OrderParams,
      body: Type.Object({
        titleKind: TitleKind, title: Type.String({ minLength: 1, maxLength: 100 }), taxNumber: Type.Optional(nullable(Type.String({ maxLength: 20 }))),
        email: Type.String({ format: 'email', maxLength: 100 }),
      }, exact),
      response: { 200: Reply },
    },
  }, async (request) => {
    const { brandId, identityId } = request.shopper;
    const { orderId } = request.params;
    const { titleKind, title, taxNumber = null, email } = request.body;
    await request.brand.tx((tx) => requestInvoice(tx, brandId, secrets, identityId, orderId, titleKind, { title, taxNumber: taxNumber === null ? null : taxNumber.trim().toUpperCase(), email }));
    return ownInvoice(request.brand, secrets, request.shopper, orderId);
  });

  app.post('/orders/:orderId/invoice/withdrawal', {
    config: signedIn, schema: { tags, summary: 'Ask for none after all', operationId: 'shopWithdrawInvoice', params: OrderParams, response: { 200: Reply } },
  }, async (request) => {
    const { brandId, identityId } = request.shopper;
    await request.brand.tx((tx) => withdrawInvoice(tx, brandId, identityId, request.params.orderId));
    return ownInvoice(request.brand, secrets, request.shopper, request.params.orderId);
  });

  app.get('/orders/:orderId/invoice/pdf', {
    config: signedIn, schema: { tags, summary: 'The invoice itself', operationId: 'shopInvoicePdf', params: OrderParams },
  }, async (request, reply) => {
    await ownInvoice(request.brand, secrets, request.shopper, request.params.orderId);
    return reply.type('application/pdf').send(await readPdf(request.brand, request.shopper.brandId, secrets, request.params.orderId));
  });
};

async function ownInvoice(brand: BrandDatabase, secrets: Secrets, { brandId, identityId }: Shopper, orderId: string) {
  await readOwnOrder(brand, brandId, identityId, orderId);
  const invoice = await readInvoice(brand, brandId, orderId);
  return { invoice: invoice && { ...invoice, details: invoice.details === null ? null : openDetails(secrets, orderId, invoice.details) } };
}
