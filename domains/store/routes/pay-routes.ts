import { audit, decodeCursor, nullable, oneOf, pageOf, pageQuery, pageReply, Timestamp } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { scheduleBills } from '../bills/compare-day.ts';
import { alarmKinds, listAlarms, markAlarmSeen } from '../pay/alarms.ts';
import { listMerchants, saveMerchant } from '../pay/merchants.ts';
import type { StoreRouteDeps } from './deps.ts';
import { exact, Id, name, tags } from './fields.ts';

const Merchant = Type.Object({
  id: Type.String(), name, mchid: Type.String(), serialNo: Type.String(), publicKeyId: nullable(Type.String()), createdAt: Timestamp, changedAt: Timestamp,
});
const Pem = Type.String({ minLength: 1, maxLength: 10_000, description: 'PEM' });

/** Merchants of WeChat Pay, and what WeChat Pay said that cannot be right. */
export const payRoutes: FastifyPluginAsyncTypebox<Pick<StoreRouteDeps, 'merchants' | 'timers'>> = async (app, { merchants, timers }) => {
  app.get('/store/merchants', {
    config: { permission: 'store:read' },
    schema: { tags, summary: 'Merchants of WeChat Pay; the first takes new payments', operationId: 'listMerchants', response: { 200: Type.Object({ items: Type.Array(Merchant) }) } },
  }, async (request) => ({ items: await listMerchants(request.brand, request.brand.brandId) }));

  app.post('/store/merchants', {
    config: { permission: 'brand:manage' },
    schema: {
      tags, summary: 'Connect a merchant, or give it new keys, once WeChat Pay accepts them', operationId: 'saveMerchant',
      description: 'Keys are stored sealed and never shown again.',
      body: Type.Object({
        name, mchid: Type.String({ pattern: '^[0-9]{8,12}$' }), serialNo: Type.String({ pattern: '^[0-9A-Fa-f]{8,64}$' }), privateKey: Pem, apiV3Key: Type.String({ minLength: 32, maxLength: 32 }),
        publicKey: Type.Optional(nullable(Type.Object({ id: Type.String({ pattern: '^PUB_KEY_ID_[0-9A-Za-z]+$' }), pem: Pem }, exact))),
      }, exact),
      response: { 201: Merchant },
    },
  }, async (request, reply) => {
    const merchant = await saveMerchant(request.brand, merchants, request.body, async (tx, saved) => {
      await scheduleBills(tx, timers, request.brand.brandId, saved.id);
      await audit(tx, request, { action: 'merchant.saved', subject: `merchant:${saved.id}`, after: { name: saved.name, mchid: saved.mchid, serialNo: saved.serialNo } });
    });
    return reply.code(201).send(merchant);
  });

  app.get('/store/payment-alarms', {
    config: { permission: 'finance:read' },
    schema: {
      tags, summary: 'What WeChat Pay said that does not fit our orders, newest first', operationId: 'listPaymentAlarms', querystring: Type.Object({ ...pageQuery, unseen: Type.Optional(Type.Boolean()) }),
      response: {
        200: pageReply(Type.Object({
          id: Type.String(), at: Timestamp, kind: oneOf(alarmKinds),
          orderId: nullable(Type.String()), details: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])), seenAt: nullable(Timestamp), seenBy: nullable(Type.String()),
        })),
      },
    },
  }, async (request) => {
    const { limit, cursor, unseen = false } = request.query;
    const after = decodeCursor(request.brand, cursor, ['date', 'string']) as [Date, string] | null;
    return pageOf(await listAlarms(request.brand, request.brand.brandId, unseen, limit + 1, after), limit, request.brand, (row) => [row.at, row.id]);
  });

  app.post('/store/payment-alarms/:alarmId/seen', {
    config: { permission: 'finance:read' },
    schema: { tags, summary: 'Somebody has looked at an alarm', operationId: 'markAlarmSeen', params: Type.Object({ alarmId: Id }), response: { 204: Type.Null() } },
  }, async (request, reply) => {
    await markAlarmSeen(request.brand, request.brand.brandId, request.params.alarmId, request.actor.name);
    return reply.code(204).send(null);
  });
};
