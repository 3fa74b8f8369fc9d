import { decodeCursor, nullable, pageOf, pageQuery, pageReply } from '@qingniao/access';
import type { BrandDatabase, Timers } from '@qingniao/storage';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { askForService, whatMayBeAsked } from '../after-sale/ask.ts';
import { caseNotFound, listCases } from '../after-sale/case-row.ts';
import { confirmCase, sendBack, withdrawCase } from '../after-sale/decide.ts';
import { describeCase } from '../after-sale/describe.ts';
import { replacementsFor } from '../after-sale/replacements.ts';
import { Case, CaseKind, CaseLines, CaseParams, CaseRow, Reason } from '../after-sale/fields.ts';
import { orderNotFound, readOrder } from '../orders/order-row.ts';
import { exact, Id, OrderParams } from '../routes/fields.ts';
import { signedIn, tags } from './signed-in.ts';
import type { Shopper } from './shoppers.ts';

/** After-sale service as the buyer sees it. Who of the brand did something is its affair. */
export const afterSaleShopRoutes: FastifyPluginAsyncTypebox<{ timers: Timers }> = async (app, { timers }) => {
  app.get('/orders/:orderId/after-sale-options', {
    config: signedIn,
    schema: {
      tags, summary: 'What may be asked for, by line of one’s own order', operationId: 'shopAfterSaleOptions', params: OrderParams,
      response: { 200: Type.Object({ items: Type.Array(Type.Object({ position: Type.Integer(), kind: CaseKind, units: Type.Integer(), reasons: Type.Array(Reason), replacements: Type.Array(Type.Object({ skuId: Type.String(), name: Type.String() }), { description: 'Of an exchange: what may be had instead, beside the same again' }) })) }) },
    },
  }, async (request) => {
    const { brandId, identityId } = request.shopper;
    const order = await readOrder(request.brand, brandId, request.params.orderId);
    if (order.identityId !== identityId) throw orderNotFound();
    const items = await whatMayBeAsked(request.brand, brandId, order);
    const instead = items.some(({ kind }) => kind === 'exchange') ? await replacementsFor(request.brand, brandId, order.id) : new Map();
    return { items: items.map((item) => ({ ...item, replacements: item.kind === 'exchange' ? instead.get(item.position) ?? [] : [] })) };
  });

  app.get('/after-sales', {
    config: signedIn,
    schema: {
      tags, summary: 'One’s own cases; what changed last comes first', operationId: 'shopAfterSales',
      querystring: Type.Object({ ...pageQuery, orderId: Type.Optional(Id) }), response: { 200: pageReply(CaseRow) },
    },
  }, async ({ brand, shopper, query: { cursor, limit, orderId } }) => {
    const after = decodeCursor(brand, cursor, ['date', 'string']) as [Date, string] | null;
    const rows = await listCases(brand, shopper.brandId, { identityId: shopper.identityId, ...(orderId === undefined ? {} : { orderId }) }, limit + 1, after);
    return pageOf(rows, limit, brand, (row) => [row.changedAt, row.id]);
  });

  app.post('/after-sales', {
    config: signedIn,
    schema: {
      tags, summary: 'Ask for money back, a return, an exchange or care', operationId: 'shopAskAfterSale', description: 'The same Idempotency-Key is the same case.',
      headers: Type.Object({ 'idempotency-key': Type.String({ minLength: 8, maxLength: 64 }) }),
      body: Type.Object({
        orderId: Id, kind: CaseKind, reason: Reason, words: Type.String({ maxLength: 500 }), lines: CaseLines,
        replacementSkuId: Type.Optional(nullable(Type.String({ maxLength: 64, description: 'Of an exchange: another variant at the same price' }))),
      }, exact),
      response: { 201: Case },
    },
  }, async (request, reply) => {
    const { brandId, identityId } = request.shopper;
    const { orderId, replacementSkuId = null, ...asked } = request.body;
    const id = await request.brand.tx((tx) => askForService(tx, brandId, identityId, orderId, { ...asked, replacementSkuId, requestKey: request.headers['idempotency-key'] }));
    return reply.code(201).send(await ownCase(request.brand, request.shopper, id));
  });

  app.get('/after-sales/:caseId', {
    config: signedIn, schema: { tags, summary: 'One’s own case', operationId: 'shopAfterSale', params: CaseParams, response: { 200: Case } },
  }, (request) => ownCase(request.brand, request.shopper, request.params.caseId));

  app.post('/after-sales/:caseId/withdrawal', {
    config: signedIn, schema: { tags, summary: 'Withdraw it, until the goods are on their way', operationId: 'shopWithdrawAfterSale', params: CaseParams, response: { 200: Case } },
  }, async (request) => {
    const { brandId, identityId } = request.shopper;
    await request.brand.tx((tx) => withdrawCase(tx, brandId, timers, identityId, request.params.caseId));
    return ownCase(request.brand, request.shopper, request.params.caseId);
  });

  app.post('/after-sales/:caseId/waybill', {
    config: signedIn,
    schema: {
      tags, summary: 'The goods are on their way back', operationId: 'shopSendBack', params: CaseParams,
      body: Type.Object({ carrier: Type.String({ minLength: 1, maxLength: 40 }), waybill: Type.String({ pattern: '^[A-Za-z0-9-]{6,40}$' }) }, exact), response: { 200: Case },
    },
  }, async (request) => {
    const { brandId, identityId } = request.shopper;
    await request.brand.tx((tx) => sendBack(tx, brandId, timers, identityId, request.params.caseId, request.body));
    return ownCase(request.brand, request.shopper, request.params.caseId);
  });

  app.post('/after-sales/:caseId/receipt', {
    config: signedIn, schema: { tags, summary: 'What the brand sent has come', operationId: 'shopConfirmAfterSale', params: CaseParams, response: { 200: Case } },
  }, async (request) => {
    const { brandId, identityId } = request.shopper;
    await request.brand.tx((tx) => confirmCase(tx, brandId, timers, identityId, request.params.caseId));
    return ownCase(request.brand, request.shopper, request.params.caseId);
  });
};

async function ownCase(brand: BrandDatabase, { brandId, identityId }: Shopper, caseId: string) {
  const found = await describeCase(brand, brandId, caseId);
  if (found.identityId !== identityId) throw caseNotFound();
  return { ...found, steps: found.steps.map((step) => ({ ...step, by: ['buyer', 'clock', 'wechat_pay'].includes(step.by) ? step.by : 'brand' })) };
}
