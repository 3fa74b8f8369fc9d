import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { approvalRoutes } from './approval-routes.ts';
import { articleRoutes } from './article-routes.ts';
import type { ContentRoutesDeps } from './deps.ts';
import { draftRoutes } from './draft-routes.ts';
import { pictureRoutes } from './picture-routes.ts';
import { planningRoutes } from './planning-routes.ts';

/** Everything under /api/brands/:brandId that is about content. */
export const contentRoutes: FastifyPluginAsyncTypebox<ContentRoutesDeps> = async (app, { jobs, timers, clientOf, clean, calendar, approverRegions }) => {
  // Picked one by one: the options as they came hold the prefix, which would count twice.
  const deps: ContentRoutesDeps = { jobs, timers, clientOf, clean, calendar, approverRegions };
  await app.register(articleRoutes, deps);
  await app.register(pictureRoutes, deps);
  await app.register(approvalRoutes, deps);
  await app.register(planningRoutes, deps);
  await app.register(draftRoutes, deps);
};
