import { audit, nullable, oneOf, Timestamp } from '@qingniao/access';
import { notFound, nowDate, type Secrets } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { exact, Id, Phase, StorefrontParams, tags } from '../routes/fields.ts';
import { readStorefront } from '../storefronts/storefronts.ts';
import { watchDrop } from './monitor.ts';
import { saveTurnSeconds } from './queue-setting.ts';
import { LONGEST_TURN, SHORTEST_TURN } from './release.ts';
import { verifyLog } from './verify-log.ts';

const Count = Type.Integer({ minimum: 0 });
const Window = Type.Object({ id: Type.String(), opensAt: Timestamp, closesAt: nullable(Timestamp) });
const TurnSeconds = nullable(Type.Integer({ minimum: SHORTEST_TURN, maximum: LONGEST_TURN, description: 'How long somebody who is called has to order; null: no queue, whoever is quickest' }));
const Monitor = Type.Object({
  now: Timestamp, name: Type.String(), phase: Phase, releases: Type.Array(Window), release: Window,
  queue: Type.Object({
    turnSeconds: TurnSeconds, from: Timestamp, arrivals: Count, called: Count, inTurn: Type.Integer({ description: 'Called, and neither ordered nor late' }),
    refused: Type.Integer({ description: 'Answers "sold out" from memory, written down once a second' }),
  }),
  units: Type.Object({ left: Count, held: Count, sold: Count }),
  orders: Type.Object({ placed: Count, awaiting: Count, paid: Count, cancelled: Count }),
  pace: Type.Object({ from: Timestamp, seconds: Type.Array(Count, { description: 'Orders in each second, of two minutes at most' }), peak: Count }),
  soldOutAt: nullable(Timestamp), minutes: nullable(Type.Integer({ description: 'K-07: whole minutes from the opening until everything was sold' })),
});
const LogReport = Type.Object({
  blocks: Count, hash: Type.String({ description: 'Of the last block: note it, and nothing up to there can be changed unseen' }),
  arrivals: Count, called: Count, ordered: Count, refused: Count, withoutPlace: Type.Integer({ description: 'Orders placed while there was no queue' }),
  firstBreak: nullable(Type.Object({ why: oneOf(['missing', 'changed', 'forged', 'order', 'places', 'calls', 'orders']), block: nullable(Type.Integer()), place: nullable(Type.Integer()) })),
});

/** A drop for those who run it: what happens now, whether people queue, and the proof that nobody was let in before their turn. */
export const dropRoutes: FastifyPluginAsyncTypebox<{ secrets: Secrets }> = async (app, { secrets }) => {
  app.get('/store/storefronts/:storefrontId/drop', {
    config: { permission: 'store:read' },
    schema: {
      tags, summary: 'A release of a drop as it goes', operationId: 'watchDrop', description: 'Without windowId: the one that is on, else the next, else the last.', params: StorefrontParams,
      querystring: Type.Object({ windowId: Type.Optional(Id) }, exact), response: { 200: Monitor },
    },
  }, async (request) => {
    const { brandId } = request.brand;
    const { storefrontId } = request.params;
    const { name } = await readStorefront(request.brand, brandId, storefrontId);
    const monitor = await watchDrop(request.brand, brandId, storefrontId, request.query.windowId ?? null);
    if (!monitor) throw notFound({ zh: '该店铺的发售场次', en: 'release of this storefront' });
    return { now: nowDate(), name, ...monitor };
  });

  app.put('/store/storefronts/:storefrontId/queue', {
    config: { permission: 'store:write' },
    schema: { tags, summary: 'Let people queue for a drop, or not', operationId: 'saveQueue', params: StorefrontParams, body: Type.Object({ turnSeconds: TurnSeconds }, exact), response: { 204: Type.Null() } },
  }, async (request, reply) => {
    const { storefrontId } = request.params;
    const { turnSeconds } = request.body;
    await request.brand.tx(async (tx) => {
      const { before } = await saveTurnSeconds(tx, request.brand.brandId, storefrontId, turnSeconds);
      await audit(tx, request, { action: 'storefront.queue_changed', subject: `storefront:${storefrontId}`, before, after: turnSeconds });
    });
    return reply.code(204).send(null);
  });

  app.get('/store/storefronts/:storefrontId/releases/:windowId/log', {
    config: { permission: 'store:read' },
    schema: {
      tags, summary: 'Verify the log of a queue: in which order people came, were called and were decided', operationId: 'verifyDropLog',
      description: 'Reads the whole chain, checks every hash and seal, that places were numbered and called one after another, and that the orders are those of the log; says where it breaks first.',
      params: Type.Object({ ...StorefrontParams.properties, windowId: Id }), response: { 200: LogReport },
    },
  }, async (request) => {
    const { storefrontId, windowId } = request.params;
    const { windows } = await readStorefront(request.brand, request.brand.brandId, storefrontId);
    if (!windows.some(({ id }) => id === windowId)) throw notFound({ zh: '该场次', en: 'release' });
    return verifyLog(request.brand, secrets, { brandId: request.brand.brandId, storefrontId, windowId });
  });
};
