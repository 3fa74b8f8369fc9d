import type { Querier } from '@qingniao/activity';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Timers } from '@qingniao/storage';
import { channelRoutes } from './channel-routes.ts';
import type { ClientOf } from './channels.ts';
import { costRoutes } from './cost-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { trackedLinkRoutes } from './tracked-link-routes.ts';

export interface RecruitmentRoutesDeps {
  clientOf: ClientOf;
  timers: Timers;
  /** Where the world reaches this installation, without a slash at the end. */
  baseUrl: () => string;
  /** Of a room above: whether the brand has such a push. */
  isPush: (db: Querier, brandId: number, pushId: string) => Promise<boolean>;
}

/** Registered under /api/brands/:brandId. */
export const recruitmentRoutes: FastifyPluginAsyncTypebox<RecruitmentRoutesDeps> = async (app, { clientOf, timers, baseUrl, isPush }) => {
  // Picked one by one: the options as they came hold the prefix, which would count twice.
  const deps: RecruitmentRoutesDeps = { clientOf, timers, baseUrl, isPush };
  await app.register(channelRoutes, deps);
  await app.register(reportRoutes);
  await app.register(trackedLinkRoutes, deps);
  await app.register(costRoutes);
};
