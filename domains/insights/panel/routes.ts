import { checkMonths, Day, listBrandsOfOrganisation } from '@qingniao/access';
import { listAssets } from '@qingniao/accounts';
import type { Database } from '@qingniao/storage';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { type Benchmark, benchmarksFor, publishedBenchmarks } from '../benchmarks/index.ts';
import { checkPeriod } from '../period.ts';
import { tags } from '../route-fields.ts';
import { compareBrands } from './compare-brands.ts';
import { measurePanel } from './measure-panel.ts';
import type { MeasuredPanel, PanelMeasure } from './panel-measures.ts';
import { BrandsReply, PanelReply } from './reply.ts';

const PeriodQuery = Type.Object({ from: Day, to: Day });

/** Measured over accounts, too: growth is a mean in every edition, the rhythms are shares of accounts. */
const isBeside = ({ metric }: PanelMeasure) => (benchmark: Benchmark): boolean =>
  benchmark.metric === metric && benchmark.unit === (metric === 'community_growth' ? 'rate' : 'share_of_accounts');

const viewOf = ({ measure }: MeasuredPanel, benchmarks: readonly Benchmark[]) => {
  const { metric, rows, unit, name, definition, numerator, denominator, better, dimension } = measure;
  return { metric, rows: [...rows], unit, name, definition, numerator, denominator, better, dimension: dimension.name, benchmarks: benchmarks.filter(isBeside(measure)) };
};

/** Accounts side by side: under /api/brands/:brandId. */
export const panelRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/insights/panel', {
    config: { permission: 'insights:read' },
    schema: { tags, summary: 'The brand’s accounts side by side', operationId: 'insightPanel', querystring: PeriodQuery, response: { 200: PanelReply } },
  }, async ({ actor, brand, query }) => {
    checkMonths(actor, query);
    const [{ measures, ...panel }, benchmarks] = await Promise.all([measurePanel(brand, query), benchmarksFor(brand)]);
    return { ...panel, measures: measures.map((one) => ({ ...viewOf(one, benchmarks), cells: one.cells, leftOut: one.leftOut })) };
  });

  app.get('/insights/panel/accounts', {
    config: { permission: 'insights:read' },
    schema: {
      tags, summary: 'Which accounts there are to compare', operationId: 'insightPanelAccounts',
      response: { 200: Type.Object({ items: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })) }) },
    },
  }, async ({ brand }) => ({ items: (await listAssets(brand, brand.brandId)).map(({ id, name }) => ({ id, name })) }));
};

/**
 * An organisation's brands side by side: under /api/organisations/:organisationId. Only a role on the whole organisation
 * opens it, and such a role reads every brand of it; a role on single brands does not.
 */
export const organisationInsightRoutes: FastifyPluginAsyncTypebox<{ database: Database }> = async (app, { database }) => {
  app.get('/insights/brands', {
    config: { permission: 'insights:read' },
    schema: { tags, summary: 'The organisation’s brands side by side', operationId: 'insightBrands', querystring: PeriodQuery, response: { 200: BrandsReply } },
  }, async ({ actor, organisationId, query }) => {
    checkPeriod(query);
    checkMonths(actor, query);
    const brands = await listBrandsOfOrganisation(database.system, organisationId);
    const { measures, ...comparison } = await compareBrands(database, brands, query);
    return {
      ...comparison,
      measures: measures.map((one) => ({ ...viewOf(one, publishedBenchmarks), cells: one.cells, leftOut: one.leftOut.length })),
    };
  });
};
