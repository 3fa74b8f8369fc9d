import { dataUrl, forShoppers, MOST_BASE64, PhotoInput, PhotoShown } from '@qingniao/store';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { exact, Id, Service, ServiceKind, ServiceReason, Services, tags } from './fields.ts';
import type { GiftRouteDeps } from './gifting.ts';
import { addServicePhoto, askService, readServicePhoto, readServices, removeServicePhoto, stepService } from './service.ts';

const GiftParams = Type.Object({ giftId: Id });
const CaseParams = Type.Object({ giftId: Id, caseId: Id });
const PhotoParams = Type.Object({ giftId: Id, caseId: Id, photoId: Id });

/** Exchange and care for whoever was given something: each answer is of the fields `Service` names and no others (W-50). */
export const serviceRoutes: FastifyPluginAsyncTypebox<Pick<GiftRouteDeps, 'database' | 'secrets' | 'timers'>> = async (app, deps) => {
  app.get('/received-gifts/:giftId/service', {
    config: forShoppers, schema: { tags, summary: 'What may be asked for a gift that has come, and what was', operationId: 'shopGiftService', params: GiftParams, response: { 200: Services } },
  }, (request) => readServices(deps, request.shopper, request.params.giftId));

  app.post('/received-gifts/:giftId/service', {
    config: forShoppers,
    schema: {
      tags, summary: 'Ask for an exchange or care', operationId: 'shopAskGiftService', description: 'One at a time. The same Idempotency-Key is the same case. Money is the buyer’s affair.',
      params: GiftParams, headers: Type.Object({ 'idempotency-key': Type.String({ minLength: 8, maxLength: 64 }) }),
      body: Type.Object({
        kind: ServiceKind, reason: ServiceReason, words: Type.String({ maxLength: 500 }), units: Type.Optional(Type.Integer({ minimum: 1, maximum: 99 })),
        choice: Type.Optional(Type.String({ maxLength: 64, description: 'Of an exchange: what instead; absent: the same again, or as the words say' })),
      }, exact),
      response: { 201: Service },
    },
  }, async (request, reply) => {
    const { units = 1, choice = null, ...asked } = request.body;
    return reply.code(201).send(await askService(deps, request.shopper, request.params.giftId, { ...asked, units, choice, requestKey: request.headers['idempotency-key'] }));
  });

  app.post('/received-gifts/:giftId/service/:caseId/withdrawal', {
    config: forShoppers, schema: { tags, summary: 'Withdraw it, until it is on its way', operationId: 'shopWithdrawGiftService', params: CaseParams, response: { 200: Service } },
  }, (request) => stepService(deps, request.shopper, request.params.giftId, request.params.caseId, { do: 'withdraw' }));

  app.post('/received-gifts/:giftId/service/:caseId/waybill', {
    config: forShoppers,
    schema: {
      tags, summary: 'It is on its way to the brand', operationId: 'shopSendBackGift', params: CaseParams,
      body: Type.Object({ carrier: Type.String({ minLength: 1, maxLength: 40 }), waybill: Type.String({ pattern: '^[A-Za-z0-9-]{6,40}$' }) }, exact), response: { 200: Service },
    },
  }, (request) => stepService(deps, request.shopper, request.params.giftId, request.params.caseId, { do: 'send_back', ...request.body }));

  app.post('/received-gifts/:giftId/service/:caseId/receipt', {
    config: forShoppers, schema: { tags, summary: 'What the brand sent has come', operationId: 'shopConfirmGiftService', params: CaseParams, response: { 200: Service } },
  }, (request) => stepService(deps, request.shopper, request.params.giftId, request.params.caseId, { do: 'confirm' }));

  app.post('/received-gifts/:giftId/service/:caseId/photos', {
    config: forShoppers, bodyLimit: MOST_BASE64 + 10_000,
    schema: { tags, summary: 'Show what it looks like, until the brand has answered', operationId: 'shopAddGiftPhoto', params: CaseParams, body: PhotoInput, response: { 201: Type.Object({ id: Type.String() }, exact) } },
  }, async (request, reply) => reply.code(201).send(await addServicePhoto(deps, request.shopper, request.params.giftId, request.params.caseId, request.body.data)));

  app.get('/received-gifts/:giftId/service/:caseId/photos/:photoId', {
    config: forShoppers, schema: { tags, summary: 'A photo one sent', operationId: 'shopGiftPhoto', params: PhotoParams, response: { 200: PhotoShown } },
  }, async (request) => {
    const { giftId, caseId, photoId } = request.params;
    return { data: dataUrl(await readServicePhoto(deps, request.shopper, giftId, caseId, photoId)) };
  });

  app.delete('/received-gifts/:giftId/service/:caseId/photos/:photoId', {
    config: forShoppers, schema: { tags, summary: 'Take a photo back, until the brand has answered', operationId: 'shopRemoveGiftPhoto', params: PhotoParams, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    const { giftId, caseId, photoId } = request.params;
    await removeServicePhoto(deps, request.shopper, giftId, caseId, photoId);
    return reply.code(204).send(null);
  });
};
