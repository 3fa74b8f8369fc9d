import { Problem, type Secrets } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import type { FastifyRequest } from 'fastify';
import type { Erased } from './erased.ts';
import { createPersonLimit } from './person-limit.ts';
import { isPreview, readPass, type Shopper } from './shoppers.ts';

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
/** A page that asks five times a second is no page. */
const PER_MINUTE = 300;

export interface ShopperHookDeps {
  database: Database;
  secrets: Secrets;
  erased: Erased;
}

/** The hook in front of such routes, under /api/shop/:shopId; they need `app.decorateRequest('shopper')`. @throws Problem sign_in (401), preview (403), rate_limited (429) */
export function requireShopper({ database, secrets, erased }: ShopperHookDeps): (request: FastifyRequest) => Promise<void> {
  const limit = createPersonLimit(PER_MINUTE);
  return async (request) => {
    const pass = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    const shopper = pass === undefined ? null : readPass(secrets, pass);
    if (shopper === null || String(shopper.brandId) !== (request.params as { shopId?: string }).shopId || erased.has(shopper)) throw signInAgain();
    if (isPreview(shopper) && request.method !== 'GET') throw onlyLooking();
    limit(`${shopper.brandId} ${shopper.identityId}`);
    request.shopper = shopper;
    request.brand = database.forBrand(shopper.brandId);
  };
}

const onlyLooking = () => new Problem('preview', 403, { zh: '预览中只能浏览，不能购买或修改。', en: 'This is a preview: look around; nothing can be bought or changed.' });
const signInAgain = () => new Problem('sign_in', 401, { zh: '登录已过期，请重新进入店铺。', en: 'Sign in again to go on.' });
