import type { FastifyPluginAsync } from 'fastify';
import plugin from 'fastify-plugin';

/** One line a request: the route's pattern, not its address, which may name people or carry tokens. */
export const requestLog: FastifyPluginAsync = plugin(async (app) => {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.is404 ? '(none)' : request.routeOptions.url;
    const line = {
      method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime),
      ...(request.brand ? { brand: request.brand.brandId } : {}),
      ...(request.actor ? { actor: `${request.actor.kind}:${request.actor.id}` } : {}),
    };
    // Callbacks come by the thousand and are counted by their own tally.
    if (route?.startsWith('/wechat') && reply.statusCode < 500) request.log.debug(line, 'request');
    else request.log[reply.statusCode >= 500 ? 'warn' : 'info'](line, 'request');
  });
}, { name: 'request-log' });
