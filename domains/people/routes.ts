import type { AccountOf } from './route-fields.ts';
import type { Querier } from '@qingniao/activity';
import type { Timers } from '@qingniao/storage';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { contactListRoutes } from './contact-list-routes.ts';
import { contactRoutes } from './contact-routes.ts';
import { importRoutes } from './import-routes.ts';
import type { PeopleParts } from './parts.ts';
import { retentionRoutes } from './retention/routes.ts';
import { rightsRoutes } from './rights-routes.ts';
import { stageRoutes } from './stage-routes.ts';
import { tagRoutes } from './tag-routes.ts';

export interface PeopleRouteOptions {
  parts: PeopleParts;
  /** The tag calls of an account; throws Problem 404 for an unknown one. `(await accountOf(…)).client.tags` fits. */
  wechatTagsOf: AccountOf;
  timers: Timers;
  /** What channels are called, which a room above this one keeps. */
  channelNames(db: Querier, brandId: number, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Everything of this room, registered under /api/brands/:brandId. */
export const peopleRoutes: FastifyPluginAsyncTypebox<PeopleRouteOptions> = async (app, { parts, wechatTagsOf, timers, channelNames }) => {
  for (const routes of [contactListRoutes, contactRoutes, importRoutes, rightsRoutes, stageRoutes, tagRoutes, retentionRoutes]) {
    await app.register(routes, { parts, wechatTagsOf, timers, channelNames });
  }
};
