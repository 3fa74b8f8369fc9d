import type { Shopper } from './shoppers.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on routes of the shop but signing in and pictures. */
    shopper: Shopper;
  }
  interface FastifyContextConfig {
    /** Opened by a shopper's pass instead of a permission. */
    shopper?: true;
  }
}

export const tags = ['shop'];
/** Of every route behind a pass. Limited by person (person-limit.ts), not by address. */
export const signedIn = { public: true, shopper: true, rateLimit: false } as const;
