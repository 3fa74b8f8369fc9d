import type { FastifyPluginAsync } from 'fastify';
import { seesOnlyAggregates, type Actor, type Authenticator } from '@qingniao/access';
import { forbidden } from '@qingniao/kernel';
import type { LiveHub } from '../live-hub.ts';

const HEARTBEAT_MS = 25_000;

export interface LiveOptions {
  hub: LiveHub;
  authenticator: Authenticator;
}

/**
 * `GET /api/brands/:brandId/live`, server-sent events. `event: log` carries `{ head, types }`: that the
 * brand's log grew, and by which types of event, after every projection has them; pages fetch what they show again.
 * No person is named, but each of them is heard as it happens: who sees only aggregates hears nothing.
 */
export const liveRoutes: FastifyPluginAsync<LiveOptions> = async (app, { hub, authenticator }) => {
  app.get('/live', {
    config: { permission: 'insights:read' },
    schema: { tags: ['live'], summary: 'Follow what happens (server-sent events)', operationId: 'followLive', description: 'text/event-stream; `event: log` with `{ head, types }`.' },
  }, async (request, reply) => {
    const { brandId } = request.brand;
    if (!mayHear(request.actor)) throw forbidden();
    const write = (text: string) => reply.raw.write(text);
    const leave = await hub.follow(brandId, (change) => write(`id: ${change.head}\nevent: log\ndata: ${JSON.stringify(change)}\n\n`), () => reply.raw.end());
    reply.hijack();
    // Whoever has left by now gives no `close` any more; a server that goes has ended the answer already.
    if (reply.raw.destroyed || reply.raw.writableEnded) return leave();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no', 'x-request-id': request.id,
      // Nothing else comes over this connection, so that a stopping server need not wait for it to fall idle.
      connection: 'close',
    });
    write('retry: 3000\n\n');
    // Somebody who is signed out, taken off the brand or left with aggregates stops hearing of it.
    const beating = setInterval(() => {
      stillWelcome(brandId).then((welcome) => (welcome ? write(': still here\n\n') : reply.raw.end()), () => reply.raw.end());
    }, HEARTBEAT_MS).unref();
    reply.raw.on('close', () => {
      clearInterval(beating);
      leave();
    });

    async function stillWelcome(brand: number): Promise<boolean> {
      const caller = await authenticator.authenticate(request);
      const actor = await caller.onBrand(brand);
      return actor !== null && mayHear(actor);
    }
  });
};

const mayHear = (actor: Actor): boolean => actor.permissions.has('insights:read') && !seesOnlyAggregates(actor);
