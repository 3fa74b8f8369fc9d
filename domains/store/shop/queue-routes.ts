import { nullable, oneOf, Timestamp } from '@qingniao/access';
import { conflict, now, nowDate, type Secrets } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { QueueDesk } from '../drop/queue-desk.ts';
import { issueQueuePass, readQueuePass } from '../drop/queue-pass.ts';
import { queueOpensAt, type Release, releaseOf } from '../drop/release.ts';
import { askAgainIn, isSoldOut, placeState, type QueueView } from '../drop/standing.ts';
import { StorefrontParams } from '../routes/fields.ts';
import type { Shelves } from '../storefronts/shelves.ts';
import type { Shopper } from './shoppers.ts';
import { signedIn, tags } from './signed-in.ts';

const Place = Type.Object({
  state: oneOf(['waiting', 'your_turn', 'turn_over', 'ordered', 'sold_out']), number: Type.Integer(),
  ahead: nullable(Type.Integer({ description: 'While waiting: people before this one who have not been called' })),
  until: nullable(Timestamp), askAgainIn: Type.Integer({ description: 'Seconds' }),
});
const Queue = Type.Object({
  now: Timestamp, opensAt: nullable(Timestamp), from: nullable(Timestamp), soldOut: Type.Boolean(), place: nullable(Place),
}, { description: 'opensAt null: nobody queues here. from: when places can be taken' });

/** The queue of a drop: a place in the order of arrival, signed, and whose turn it is. */
export const queueRoutes: FastifyPluginAsyncTypebox<{ shelves: Shelves; queue: QueueDesk; secrets: Secrets }> = async (app, { shelves, queue, secrets }) => {
  app.get('/storefronts/:storefrontId/queue', {
    config: signedIn,
    schema: {
      tags, summary: 'The queue, and where one stands in it', operationId: 'shopQueue', description: 'Answered from memory, at most a second old; ask again after `askAgainIn`.',
      params: StorefrontParams, headers: Type.Object({ 'queue-pass': Type.Optional(Type.String({ maxLength: 100 })) }), response: { 200: Queue },
    },
  }, async (request) => {
    const release = await findRelease(request.shopper, request.params.storefrontId);
    if (!release) return noQueue();
    const pass = request.headers['queue-pass'];
    const number = pass === undefined ? null : readQueuePass(secrets, release, request.shopper, pass);
    const view = await queue.look(release);
    return { ...facts(release, view), place: number === null ? null : shown(number, view, release) };
  });

  app.post('/storefronts/:storefrontId/queue', {
    config: signedIn,
    schema: {
      tags, summary: 'Take a place; the same one each time', operationId: 'shopTakePlace', description: 'Who let a turn pass gets a new place at the end. The pass goes with the order.',
      params: StorefrontParams, response: { 200: Type.Object({ ...Queue.properties, pass: nullable(Type.String()), orderId: nullable(Type.String({ description: 'Ordered with this place already' })) }) },
    },
  }, async (request) => {
    const { shopper } = request;
    const release = await findRelease(shopper, request.params.storefrontId);
    if (!release) return { ...noQueue(), pass: null, orderId: null };
    const from = queueOpensAt(release);
    if (now() < from.getTime()) throw conflict('queue_not_open', { zh: '还没开始排队，请在开售前半小时内再来。', en: 'The queue is not open yet; it opens half an hour before the sale.' }, { data: { from: from.toISOString() } });
    const taken = await queue.take(release, shopper);
    if (!taken) {
      queue.refused(release);
      throw conflict('sold_out', { zh: '已售罄。', en: 'Sold out.' }, { data: { skus: [] } });
    }
    const { number, orderId, view } = taken;
    const place = shown(number, view, release);
    return { ...facts(release, view), place: orderId === null ? place : { ...place, state: 'ordered' as const, ahead: null, until: null }, pass: issueQueuePass(secrets, release, shopper, number), orderId };
  });

  const findRelease = async ({ brandId }: Shopper, storefrontId: string): Promise<Release | null> => releaseOf(brandId, await shelves.shelfOf(brandId, storefrontId), now());
};

const noQueue = () => ({ now: nowDate(), opensAt: null, from: null, soldOut: false, place: null });
const facts = (release: Release, view: QueueView) => ({ now: nowDate(), opensAt: release.opensAt, from: queueOpensAt(release), soldOut: isSoldOut(view, release, now()) });

function shown(number: number, view: QueueView, release: Release) {
  const place = placeState(number, view, release, now());
  return { state: place.state, number, ahead: place.state === 'waiting' ? place.ahead : null, until: place.state === 'your_turn' ? place.until : null, askAgainIn: askAgainIn(place, release, now()) };
}
