import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Jobs } from '@qingniao/storage';
import type { Accounts } from './create-accounts.ts';
import { assetRoutes } from './routes/asset-routes.ts';
import { datacubeRoutes } from './routes/datacube-routes.ts';
import { menuRoutes } from './routes/menu-routes.ts';
import { replyRoutes } from './routes/reply-routes.ts';

export interface AccountRoutesDeps {
  accounts: Accounts;
  jobs: Jobs;
}

/** Registered under /api/brands/:brandId. */
export const accountRoutes: FastifyPluginAsyncTypebox<AccountRoutesDeps> = async (app, { accounts, jobs }) => {
  // Not the options as they came: they hold the prefix, which would count twice.
  const deps = { accounts, jobs };
  await app.register(assetRoutes, deps);
  await app.register(menuRoutes, deps);
  await app.register(replyRoutes, deps);
  await app.register(datacubeRoutes, deps);
};
