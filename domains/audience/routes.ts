import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Secrets } from '@qingniao/kernel';
import type { Jobs, Warehouse } from '@qingniao/storage';
import { listRoutes } from './list/routes.ts';
import { memberRoutes } from './member-routes.ts';
import { previewRoutes } from './preview-routes.ts';
import { segmentRoutes } from './segment-routes.ts';
import type { PushTitles } from './sentence/names.ts';
import { writeBackRoutes } from './write-back/routes.ts';
import type { WriteBack } from './write-back/write-back.ts';

export interface AudienceRoutesDeps {
  warehouse: Warehouse;
  jobs: Jobs;
  secrets: Secrets;
  writeBack: WriteBack;
  pushTitles: PushTitles;
}

/** Everything of this room, registered under /api/brands/:brandId. */
export const audienceRoutes: FastifyPluginAsyncTypebox<AudienceRoutesDeps> = async (app, { warehouse, jobs, secrets, writeBack, pushTitles }) => {
  // Picked one by one: the options as they came hold the prefix, which would count twice.
  const deps: AudienceRoutesDeps = { warehouse, jobs, secrets, writeBack, pushTitles };
  for (const routes of [previewRoutes, listRoutes, segmentRoutes, memberRoutes, writeBackRoutes]) await app.register(routes, deps);
};
