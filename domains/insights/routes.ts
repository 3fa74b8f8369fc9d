import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { benchmarkRoutes } from './benchmarks/index.ts';
import { catalogue } from './catalogue.ts';
import { figureRoutes } from './figure-routes.ts';
import { noteRoutes } from './note-routes.ts';
import { panelRoutes } from './panel/index.ts';
import { contentLiftRoutes } from './content-lift/routes.ts';
import { planRoutes } from './planner/index.ts';
import { reportRoutes } from './report/routes.ts';
import type { InsightRoutesDeps } from './route-fields.ts';
import { segmentValueRoutes } from './segment-value/index.ts';

/** Everything of this room, registered under /api/brands/:brandId. */
export const insightRoutes: FastifyPluginAsyncTypebox<InsightRoutesDeps> = async (app, { warehouse, secrets, chromium = null, baseUrl }) => {
  await app.register(figureRoutes, { warehouse, secrets });
  await app.register(reportRoutes, { warehouse, chromium, ...(baseUrl ? { baseUrl } : {}) });
  await app.register(noteRoutes);
  await app.register(benchmarkRoutes, { metrics: catalogue });
  await app.register(panelRoutes);
  await app.register(planRoutes);
  await app.register(contentLiftRoutes, { warehouse });
  await app.register(segmentValueRoutes, { warehouse });
};
