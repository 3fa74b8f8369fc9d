import { type Actor, audit, BothTexts, checkMonths, Day, nullable, oneOf, seesOnlyAggregates, SuppressedField, Timestamp } from '@qingniao/access';
import { firstObserved } from '@qingniao/accounts';
import { badRequest } from '@qingniao/kernel';
import { resourceFollows } from '@qingniao/people';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { seesCosts, withoutCosts } from './costs.ts';
import { leagueTable } from './league-table.ts';
import { Group, Kind, tags } from './route-fields.ts';
import { changeMapping, channelSources, datacubeScenes, readMapping, sceneNames } from './source-mapping.ts';
import { gapsIn, sourceSeries, sourceTable } from './sources-report.ts';
import { type SafeLeagueRow, type SafeSourceRow, suppressSmallChannels, suppressSmallPoints, suppressSmallSources } from './suppress-small-counts.ts';

const PeriodQuery = { from: Day, to: Day, assetId: Type.Optional(Type.String()) };
/** Null only where it is suppressed. */
const people = nullable(Type.Integer());
const ratio = (description: string) => nullable(Type.Number({ description }));
const SourceRow = Type.Object({
  group: Group, follows: people, suppressed: SuppressedField, share: ratio('follows / all follows of the period'),
  percent: ratio('The share in percent, one decimal; the column adds up to 100.0'), gone: people,
  cohortChurn: ratio('W-12, cohort: follows of the period gone by its end / follows of the period'),
  unfollows: people, averageFollowers: nullable(Type.Number()),
  periodChurn: ratio('Unfollows of the period / average of the followers at its start and end'),
  spentFen: Type.Integer(), costPerFollow: ratio('Fen per follow'), costPerKept: ratio('Fen per follow still there at the end (W-13)'),
});
const LeagueRow = Type.Object({
  channelId: Type.String(), name: Type.String(), kind: Kind, note: Type.String(), follows: people, kept: people, scans: people, suppressed: SuppressedField,
  spentFen: Type.Integer(), costPerFollow: ratio('Fen'), costPerKept: ratio('Fen'),
});
const Costs = Type.Boolean({ description: 'False: the caller may not see money; `spentFen` is then 0 and the costs are null' });

const Gaps = Type.Array(Type.Object({
  assetId: Type.String(), name: Type.String(), from: Timestamp, to: nullable(Timestamp),
}), { description: 'When an account was disconnected: nobody was seen to come or go; `to` is null while it lasts' });

const Mapping = Type.Object({
  version: Type.Integer({ description: '0 while the defaults apply' }), createdAt: nullable(Timestamp), createdBy: nullable(Type.String()),
  scenes: Type.Array(Type.Object({
    scene: Type.String(), name: BothTexts, group: Group, datacubeSources: Type.Array(Type.Integer(), { description: 'datacube user_source numbers of this scene' }),
  })),
});

function checkPeriod(actor: Actor, { from, to }: { from: string; to: string }): void {
  if (from > to) throw badRequest('period_reversed', { zh: '开始日期晚于结束日期。', en: 'The period ends before it starts.' }, { field: 'from' });
  checkMonths(actor, { from, to });
}

const shown = <Row extends Parameters<typeof withoutCosts>[0]>(actor: Actor, rows: Row[]): { items: Row[]; costs: boolean } => {
  const costs = seesCosts(actor);
  return { items: costs ? rows : rows.map(withoutCosts), costs };
};

/** Where followers come from, by source and by channel, and how WeChat's words are read. */
export const reportRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/recruitment/sources', {
    config: { permission: 'recruitment:read' },
    schema: { tags, summary: 'Follows, churn and cost by source group', operationId: 'sourceTable', querystring: Type.Object(PeriodQuery), response: { 200: Type.Object({ items: Type.Array(SourceRow), costs: Costs, observedSince: nullable(Timestamp), gaps: Gaps }) } },
  }, async (request) => {
    checkPeriod(request.actor, request.query);
    const rows = await sourceTable(request.brand, request.query);
    const since = await firstObserved(request.brand, request.brand.brandId, request.query.assetId);
    return { ...shown<SafeSourceRow>(request.actor, seesOnlyAggregates(request.actor) ? suppressSmallSources(rows) : rows), observedSince: since?.toISOString() ?? null, gaps: await gapsIn(request.brand, request.query) };
  });

  app.get('/recruitment/series', {
    config: { permission: 'recruitment:read' },
    schema: {
      tags, summary: 'Follows and unfollows by source over time', operationId: 'sourceSeries',
      querystring: Type.Object({ ...PeriodQuery, by: oneOf(['day', 'month']) }),
      response: { 200: Type.Object({ items: Type.Array(Type.Object({ bucket: Type.String(), group: Group, follows: people, unfollows: people, net: people, suppressed: SuppressedField,
        observed: Type.Boolean({ description: 'False: from datacube, while the account was not connected' }),
      })), gaps: Gaps }) },
    },
  }, async (request) => {
    checkPeriod(request.actor, request.query);
    // Days are no aggregates: who sees only those gets the months they are in.
    const only = seesOnlyAggregates(request.actor);
    const points = await sourceSeries(request.brand, request.query, only ? 'month' : request.query.by);
    return { items: only ? suppressSmallPoints(points) : points, gaps: await gapsIn(request.brand, request.query) };
  });

  app.get('/recruitment/league', {
    config: { permission: 'recruitment:read' },
    schema: {
      tags, summary: 'Channels by new followers', operationId: 'leagueTable',
      querystring: Type.Object({ ...PeriodQuery, kind: Type.Optional(Kind), limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }) }),
      response: { 200: Type.Object({ items: Type.Array(LeagueRow), costs: Costs }) },
    },
  }, async (request) => {
    checkPeriod(request.actor, request.query);
    const rows = await leagueTable(request.brand, request.query, request.query.kind ?? null, request.query.limit);
    return shown<SafeLeagueRow>(request.actor, seesOnlyAggregates(request.actor) ? suppressSmallChannels(rows) : rows);
  });

  const mappingView = (mapping: Awaited<ReturnType<typeof readMapping>>) => ({
    version: mapping.version, createdAt: mapping.createdAt, createdBy: mapping.createdBy,
    scenes: Object.entries(mapping.scenes).map(([scene, group]) => ({
      scene, group, name: sceneNames[scene] ?? { zh: scene, en: scene },
      datacubeSources: Object.entries(datacubeScenes).filter(([, name]) => name === scene).map(([number]) => Number(number)),
    })),
  });

  app.get('/recruitment/mapping', {
    config: { permission: 'recruitment:read' },
    schema: { tags, summary: 'How WeChat’s words are read as source groups', operationId: 'readSourceMapping', response: { 200: Mapping } },
  }, async (request) => mappingView(await readMapping(request.brand, request.brand.brandId)));

  app.put('/recruitment/mapping', {
    config: { permission: 'recruitment:write' },
    schema: {
      tags, summary: 'Change the mapping; all follows are read again', operationId: 'changeSourceMapping',
      body: Type.Object({ scenes: Type.Record(Type.String({ pattern: '^[A-Z_]{1,64}$' }), Group) }, { additionalProperties: false }),
      response: { 200: Type.Object({ ...Mapping.properties, changedFollows: Type.Integer() }) },
    },
  }, (request) => request.brand.tx(async (tx) => {
    const { brandId } = request.brand;
    const before = await readMapping(tx, brandId);
    const after = await changeMapping(tx, brandId, request.body.scenes, request.actor.name);
    await audit(tx, request, { action: 'source_mapping.changed', subject: `brand:${brandId}`, before: before.scenes, after: after.scenes });
    return { ...mappingView(after), changedFollows: await resourceFollows(tx, brandId, channelSources) };
  }));
};
