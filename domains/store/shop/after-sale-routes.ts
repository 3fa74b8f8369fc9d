import { decodeCursor, nullable, pageOf, pageQuery, pageReply } from '@qingniao/access';
import { type Querier, samePerson } from '@qingniao/activity';
import type { Secrets } from '@qingniao/kernel';
import type { BrandDatabase, Timers } from '@qingniao/storage';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { askForService, whatMayBeAsked } from '../after-sale/ask.ts';
import { type Asker, caseNotFound, isOf, listCases } from '../after-sale/case-row.ts';
import { confirmCase, sendBack, withdrawCase } from '../after-sale/decide.ts';
import { describeCase } from '../after-sale/describe.ts';
import { addPhoto, dataUrl, MOST_PHOTOS, readPhoto, removePhoto } from '../after-sale/photos.ts';
import { MOST_BASE64 } from '../catalogue/pictures.ts';
import { choicesFor, replacementsFor } from '../after-sale/replacements.ts';
import { Case, CaseKind, CaseLines, CaseParams, CaseRow, OtherChoices, PhotoInput, PhotoParams, PhotoShown, Reason, ReplacementChoice, Replacements } from '../after-sale/fields.ts';
import { readOwnOrder } from '../orders/own-order.ts';
import { exact, Id, OrderParams } from '../routes/fields.ts';
import { signedIn, tags } from './signed-in.ts';
import type { Shopper } from './shoppers.ts';

/** After-sale service as the buyer sees it. Who of the brand did something is its affair. */
export const afterSaleShopRoutes: FastifyPluginAsyncTypebox<{ timers: Timers; secrets: Secrets }> = async (app, { timers, secrets }) => {
  app.get('/orders/:orderId/after-sale-options', {
    config: signedIn,
    schema: {
      tags, summary: 'What may be asked for, by line of one’s own order', operationId: 'shopAfterSaleOptions', params: OrderParams,
      response: { 200: Type.Object({ items: Type.Array(Type.Object({ position: Type.Integer(), kind: CaseKind, units: Type.Integer(), reasons: Type.Array(Reason), replacements: Replacements, choices: OtherChoices })) }) },
    },
  }, async (request) => {
    const { brandId, identityId } = request.shopper;
    const order = await readOwnOrder(request.brand, brandId, identityId, request.params.orderId);
    const items = await whatMayBeAsked(request.brand, brandId, order);
    const [variants, choices] = await Promise.all([replacementsFor(request.brand, brandId, order.id), choicesFor(request.brand, brandId, order.id)]);
    const instead = ({ kind, position }: (typeof items)[number]) => (kind === 'exchange' ? { replacements: variants.get(position) ?? [], choices: choices.get(position) ?? [] } : { replacements: [], choices: [] });
    return { items: items.map((item) => ({ ...item, ...instead(item) })) };
  });

  app.get('/after-sales', {
    config: signedIn,
    schema: {
      tags, summary: 'One’s own cases; what changed last comes first', operationId: 'shopAfterSales',
      querystring: Type.Object({ ...pageQuery, orderId: Type.Optional(Id) }), response: { 200: pageReply(CaseRow) },
    },
  }, async ({ brand, shopper, query: { cursor, limit, orderId } }) => {
    const after = decodeCursor(brand, cursor, ['date', 'string']) as [Date, string] | null;
    const rows = await listCases(brand, shopper.brandId, { asker: await buyer(brand, shopper), ...(orderId === undefined ? {} : { orderId }) }, limit + 1, after);
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
        replacementChoice: Type.Optional(nullable({ ...ReplacementChoice, description: 'Of an exchange: the same variant made another way, at the same price' })),
      }, exact),
      response: { 201: Case },
    },
  }, async (request, reply) => {
    const { brandId, identityId } = request.shopper;
    const { orderId, replacementSkuId = null, replacementChoice = null, ...asked } = request.body;
    const id = await request.brand.tx((tx) => askForService(tx, brandId, identityId, orderId, { ...asked, replacementSkuId, replacementChoice, requestKey: request.headers['idempotency-key'] }));
    return reply.code(201).send(await ownCase(request.brand, request.shopper, id));
  });

  app.get('/after-sales/:caseId', {
    config: signedIn, schema: { tags, summary: 'One’s own case', operationId: 'shopAfterSale', params: CaseParams, response: { 200: Case } },
  }, (request) => ownCase(request.brand, request.shopper, request.params.caseId));

  app.post('/after-sales/:caseId/withdrawal', {
    config: signedIn, schema: { tags, summary: 'Withdraw it, until the goods are on their way', operationId: 'shopWithdrawAfterSale', params: CaseParams, response: { 200: Case } },
  }, async (request) => {
    const { brandId } = request.shopper;
    await request.brand.tx(async (tx) => withdrawCase(tx, brandId, timers, await buyer(tx, request.shopper), request.params.caseId));
    return ownCase(request.brand, request.shopper, request.params.caseId);
  });

  app.post('/after-sales/:caseId/waybill', {
    config: signedIn,
    schema: {
      tags, summary: 'The goods are on their way back', operationId: 'shopSendBack', params: CaseParams,
      body: Type.Object({ carrier: Type.String({ minLength: 1, maxLength: 40 }), waybill: Type.String({ pattern: '^[A-Za-z0-9-]{6,40}$' }) }, exact), response: { 200: Case },
    },
  }, async (request) => {
    const { brandId } = request.shopper;
    await request.brand.tx(async (tx) => sendBack(tx, brandId, timers, await buyer(tx, request.shopper), request.params.caseId, request.body));
    return ownCase(request.brand, request.shopper, request.params.caseId);
  });

  app.post('/after-sales/:caseId/receipt', {
    config: signedIn, schema: { tags, summary: 'What the brand sent has come', operationId: 'shopConfirmAfterSale', params: CaseParams, response: { 200: Case } },
  }, async (request) => {
    const { brandId } = request.shopper;
    await request.brand.tx(async (tx) => confirmCase(tx, brandId, timers, await buyer(tx, request.shopper), request.params.caseId));
    return ownCase(request.brand, request.shopper, request.params.caseId);
  });

  app.post('/after-sales/:caseId/photos', {
    config: signedIn, bodyLimit: MOST_BASE64 + 10_000,
    schema: {
      tags, summary: `Show what it looks like (JPG, PNG or WebP, at most 2 MB, ${MOST_PHOTOS} photos), until the brand has answered`, operationId: 'shopAddPhoto', description: 'The same photo again is the same.',
      params: CaseParams, body: PhotoInput, response: { 201: Type.Object({ id: Type.String() }) },
    },
  }, async (request, reply) => reply.code(201).send(await request.brand.tx(async (tx) => addPhoto(tx, request.shopper.brandId, secrets, await buyer(tx, request.shopper), request.params.caseId, request.body.data))));

  app.get('/after-sales/:caseId/photos/:photoId', {
    config: signedIn, schema: { tags, summary: 'A photo one sent', operationId: 'shopPhoto', params: PhotoParams, response: { 200: PhotoShown } },
  }, async (request) => {
    const { caseId, photoId } = request.params;
    await ownCase(request.brand, request.shopper, caseId);
    return { data: dataUrl(await readPhoto(request.brand, request.shopper.brandId, secrets, caseId, photoId)) };
  });

  app.delete('/after-sales/:caseId/photos/:photoId', {
    config: signedIn, schema: { tags, summary: 'Take a photo back, until the brand has answered', operationId: 'shopRemovePhoto', params: PhotoParams, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    const { caseId, photoId } = request.params;
    await request.brand.tx(async (tx) => removePhoto(tx, request.shopper.brandId, await buyer(tx, request.shopper), caseId, photoId));
    return reply.code(204).send(null);
  });
};

const buyer = async (db: Querier, { brandId, identityId }: Shopper): Promise<Asker> => ({ identityIds: await samePerson(db, brandId, identityId), as: 'buyer' });

async function ownCase(brand: BrandDatabase, shopper: Shopper, caseId: string) {
  const found = await describeCase(brand, shopper.brandId, caseId);
  if (!isOf(found, await buyer(brand, shopper))) throw caseNotFound();
  return { ...found, steps: found.steps.map((step) => ({ ...step, by: ['buyer', 'clock', 'wechat_pay'].includes(step.by) ? step.by : 'brand' })) };
}
