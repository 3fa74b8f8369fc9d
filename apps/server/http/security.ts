import { networkOf } from '@qingniao/access';
import { Problem } from '@qingniao/kernel';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import plugin from 'fastify-plugin';

export interface SecurityOptions {
  /** Whether people reach the product by https. */
  secure: boolean;
  requestsPerMinute: number;
}

/** Headers for every answer and a general limit for the API; callbacks of WeChat are never limited. */
export const security = plugin(async (app: FastifyInstance, { secure, requestsPerMinute }: SecurityOptions) => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // antd writes its styles into the page.
        styleSrc: ["'self'", "'unsafe-inline'"],
        // QR codes, covers and avatars stand on WeChat's own hosts.
        imgSrc: ["'self'", 'data:', 'blob:', 'https:', ...(secure ? [] : ['http:'])],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 180 * 86_400 } : false,
    referrerPolicy: { policy: 'no-referrer' },
    // QR images of the product are shown inside other tools.
    crossOriginResourcePolicy: { policy: 'same-site' },
    crossOriginEmbedderPolicy: false,
  });
  // Whoever hung up has no address any more to be counted by, and reads no answer. Once read, an address stays known.
  app.addHook('onRequest', async ({ ip }: { ip?: string }) => {
    if (ip === undefined) throw new Problem('hung_up', 499, { zh: '请求方已断开连接。', en: 'The caller hung up.' });
  });
  await app.register(rateLimit, {
    global: true,
    max: requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: ({ ip }) => networkOf(ip),
    hook: 'onRequest',
    // Counted by address: a key or a cookie is only a claim before the guard has looked at it, and inventing another costs nothing.
    // By the route that was found, not by the address, which can be spelt in many ways.
    allowList: ({ routeOptions }) => !routeOptions.url?.startsWith('/api/'),
    errorResponseBuilder: (_request, { ttl }) => {
      const retryAfter = Math.max(1, Math.ceil(ttl / 1000));
      return new Problem('rate_limited', 429, {
        zh: `请求过于频繁，请 ${retryAfter} 秒后再试。`, en: `Too many requests. Try again in ${retryAfter} seconds.`,
      }, { data: { retryAfter } });
    },
  });
}, { name: 'security' });
