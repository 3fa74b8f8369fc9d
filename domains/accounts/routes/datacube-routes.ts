import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Day } from '@qingniao/access';
import { Type } from 'typebox';
import { readAsset } from '../asset.ts';
import { cumulativeSeries, datacubeCoverage, growthSeries } from '../datacube/series.ts';
import type { AccountRoutesDeps } from '../routes.ts';
import { AssetParams } from './asset-schemas.ts';

const Range = Type.Object({ from: Day, to: Day });
const tags = ['accounts'];
const config = { permission: 'insights:read' } as const;

/** WeChat's own daily figures, for charts. Numbers only, no people. */
export const datacubeRoutes: FastifyPluginAsyncTypebox<AccountRoutesDeps> = async (app) => {
  app.get('/accounts/:assetId/growth', {
    config,
    schema: {
      tags, summary: 'New and lost followers by day and source', description: 'Source: WeChat datacube getusersummary; `source` is its user_source code.',
      operationId: 'readGrowth', params: AssetParams, querystring: Range,
      response: { 200: Type.Object({ items: Type.Array(Type.Object({ day: Day, source: Type.Integer(), followed: Type.Integer(), unfollowed: Type.Integer() })) }) },
    },
  }, async ({ brand, params, query }) => {
    await readAsset(brand, brand.brandId, params.assetId);
    return { items: await growthSeries(brand, brand.brandId, params.assetId, query.from, query.to) };
  });

  app.get('/accounts/:assetId/cumulative', {
    config,
    schema: {
      tags, summary: 'Followers at the end of each day', description: 'Source: WeChat datacube getusercumulate.',
      operationId: 'readCumulative', params: AssetParams, querystring: Range,
      response: { 200: Type.Object({ items: Type.Array(Type.Object({ day: Day, followers: Type.Integer() })) }) },
    },
  }, async ({ brand, params, query }) => {
    await readAsset(brand, brand.brandId, params.assetId);
    return { items: await cumulativeSeries(brand, brand.brandId, params.assetId, query.from, query.to) };
  });

  app.get('/accounts/:assetId/datacube', {
    config,
    schema: {
      tags, summary: 'How far WeChat’s figures reach', operationId: 'readDatacubeCoverage', params: AssetParams,
      response: { 200: Type.Object({ items: Type.Array(Type.Object({ call: Type.String(), from: Day, to: Day, delayed: Type.Integer({ description: 'Days WeChat called late' }) })) }) },
    },
  }, async ({ brand, params }) => {
    await readAsset(brand, brand.brandId, params.assetId);
    return { items: await datacubeCoverage(brand, brand.brandId, params.assetId) };
  });
};
