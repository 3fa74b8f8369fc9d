import { accessGuard, accessRoutes, createApp, createAuthenticator, type AccessDeps, type App } from '@qingniao/access';
import { callbackRoutes, type CallbackRouteOptions } from '@qingniao/activity';
import { now, type Log } from '@qingniao/kernel';
import type { FastifyRequest } from 'fastify';
import type { LiveHub } from '../live-hub.ts';
import type { ProofDeps } from '../proof/proof-job.ts';
import { proofRoutes } from '../proof/routes.ts';
import { registerRoomRoutes, type RoomDeps } from '../rooms.ts';
import { consoleFiles } from './console-files.ts';
import { liveRoutes } from './live.ts';
import { openApi } from './openapi.ts';
import { requestLog } from './request-log.ts';
import { security } from './security.ts';
import { shopPages, type ShopPageOptions } from './shop-pages.ts';
import { statusRoutes, type StatusDeps } from './status.ts';

export interface HttpParts {
  log?: Log;
  trustProxy: string;
  secure: boolean;
  requestsPerMinute: number;
  access: AccessDeps;
  callback: CallbackRouteOptions;
  hub: LiveHub;
  status: StatusDeps;
  rooms: RoomDeps;
  /** Beside a sandbox: its callbacks carry the time. */
  followed?: { reached(now: number): void } | null;
  /** Beside a sandbox: what its ledger is compared with. */
  proof?: ProofDeps | null;
  /** The mini program in a browser; absent: it is not built. */
  shop?: ShopPageOptions;
  /** The built console. */
  consoleFolder: string;
}

/** Milliseconds; null for whoever is not of the sandbox. */
function sandboxTime({ headers }: FastifyRequest): number | null {
  const at = Number(headers['x-sandbox-time'] ?? NaN);
  return Number.isSafeInteger(at) ? at : null;
}

/** Everything the product answers over HTTP. Needs nothing open while it is put together, only when asked. */
export async function buildHttp(parts: HttpParts): Promise<App> {
  const app = createApp({ ...(parts.log ? { log: parts.log } : {}), trustProxy: parts.trustProxy });
  // First, so that the headers, limits and log lines below cost a push of WeChat nothing.
  const { followed } = parts;
  await app.register(async (callbacks) => {
    if (followed) {
      callbacks.addHook('onRequest', async (request) => {
        const { timestamp } = request.query as { timestamp?: unknown };
        if (typeof timestamp === 'string' && /^\d{10}$/.test(timestamp)) followed.reached(Number(timestamp) * 1000);
      });
    }
    await callbacks.register(callbackRoutes, parts.callback);
  });
  if (followed) {
    // So does whoever of its people opens a link.
    app.addHook('onRequest', async (request) => {
      const at = sandboxTime(request);
      if (at !== null) followed.reached(at);
    });
  }
  await app.register(requestLog);
  await app.register(security, { secure: parts.secure, requestsPerMinute: parts.requestsPerMinute });
  await app.register(openApi);
  await app.register(accessGuard, parts.access);

  await app.register(accessRoutes, { ...parts.access, prefix: '/api' });
  await app.register(statusRoutes, { ...parts.status, prefix: '/api/brands/:brandId' });
  await app.register(liveRoutes, { hub: parts.hub, authenticator: createAuthenticator(parts.access), prefix: '/api/brands/:brandId' });
  const { rooms } = parts;
  const cameAt = (request: FastifyRequest) => new Date(sandboxTime(request) ?? now());
  await registerRoomRoutes(app, followed ? { ...rooms, links: { ...rooms.links, cameAt } } : rooms);
  if (parts.proof) await app.register(proofRoutes, { ...parts.proof, prefix: '/api/brands/:brandId' });

  app.get('/healthz', async (_request, reply) => {
    await parts.access.database.system.query('select 1');
    return reply.header('cache-control', 'no-store').send({ ok: true });
  });
  if (parts.shop) await app.register(shopPages, parts.shop);
  await app.register(consoleFiles, { folder: parts.consoleFolder });
  return app;
}
