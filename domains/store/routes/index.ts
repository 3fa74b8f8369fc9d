import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { billRoutes } from '../bills/bill-routes.ts';
import { dropRoutes } from '../drop/drop-routes.ts';
import { afterSaleRoutes } from './after-sale-routes.ts';
import { catalogueRoutes } from './catalogue-routes.ts';
import { couponRoutes } from './coupon-routes.ts';
import type { StoreRouteDeps } from './deps.ts';
import { invoiceRoutes } from './invoice-routes.ts';
import { orderRoutes } from './order-routes.ts';
import { miniProgramRoutes } from './mini-program-routes.ts';
import { payRoutes } from './pay-routes.ts';
import { previewRoutes } from './preview-routes.ts';
import { shippingRoutes } from './shipping-routes.ts';
import { storefrontRoutes } from './storefront-routes.ts';
import { watchRoutes } from '../watch/watch-routes.ts';

/** Everything under /api/brands/:brandId that is about the store. */
export const storeRoutes: FastifyPluginAsyncTypebox<StoreRouteDeps> = async (app, { timers, secrets, pay, bills, merchants, miniPrograms, shipping, carriers }) => {
  await app.register(catalogueRoutes);
  await app.register(storefrontRoutes);
  await app.register(previewRoutes, { secrets });
  await app.register(dropRoutes, { secrets });
  await app.register(couponRoutes, { timers });
  await app.register(orderRoutes, { timers, secrets, pay });
  await app.register(shippingRoutes, { shipping, carriers });
  await app.register(afterSaleRoutes, { timers, carriers, secrets });
  await app.register(invoiceRoutes, { secrets });
  await app.register(payRoutes, { merchants, timers });
  await app.register(billRoutes, { bills });
  await app.register(watchRoutes, { secrets });
  await app.register(miniProgramRoutes, { miniPrograms });
};
