import { type Actor, audit, Day, decodeCursor, nullable, oneOf, pageOf, pageQuery, pageReply, Timestamp } from '@qingniao/access';
import { badRequest, forbidden } from '@qingniao/kernel';
import { resourceFollows, sourceGroups, type SourceGroup } from '@qingniao/people';
import type { Timers } from '@qingniao/storage';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { changeChannel, codeBudget, createChannel, defaultCode, listChannels, readChannel, type ClientOf } from './channels.ts';
import { codePicture } from './code-picture.ts';
import { listCosts, recordCost, removeCost, seesCosts, withoutCosts } from './costs.ts';
import { saveDomainFile } from './domain-files.ts';
import { channelKindNames, channelKinds, placementNames, placements } from './kinds.ts';
import { leagueTable } from './league-table.ts';
import { changeMapping, channelSources, datacubeScenes, readMapping, sceneNames } from './source-mapping.ts';
import { sourceSeries, sourceTable } from './sources-report.ts';
import { archiveLink, createLink, listLinks } from './tracked-links.ts';

export interface RecruitmentRoutesDeps {
  clientOf: ClientOf;
  timers: Timers;
  /** Where the world reaches this installation, without a slash at the end. */
  baseUrl: () => string;
}

const Kind = oneOf(channelKindNames, { description: 'store, associate, campaign, kol, red_brand_search, weibo_post, sms, ads, search or other' });
const PlacementName = oneOf(placementNames);
const Group = oneOf(Object.keys(sourceGroups) as SourceGroup[]);
const Text = Type.Object({ zh: Type.String(), en: Type.String() });
const Id = Type.Object({ id: Type.String() });

const Channel = Type.Object({
  id: Type.String(), assetId: Type.String(), kind: Kind, name: Type.String(), note: Type.String(),
  scene: nullable(Type.String()), permanent: Type.Boolean(), url: nullable(Type.String({ description: 'What the code encodes' })),
  expiresAt: nullable(Timestamp), tags: Type.Array(Type.String()), createdAt: Timestamp, archivedAt: nullable(Timestamp),
});
const Tags = Type.Array(Type.String({ pattern: '^(?!wx:)' }), { maxItems: 20, description: 'The brand’s own tags, added to whoever scans' });
const ChannelBody = Type.Object(
  {
    assetId: Type.String(), kind: Kind, name: Type.String({ minLength: 1, maxLength: 60 }), note: Type.Optional(Type.String({ maxLength: 120 })),
    code: Type.Optional(nullable(oneOf(['permanent', 'temporary'], { description: 'Default: permanent for boutiques, temporary for everybody else; null for no code' }))),
    tags: Type.Optional(Tags),
  },
  { additionalProperties: false },
);
const ChannelChange = Type.Object(
  { name: Type.Optional(Type.String({ maxLength: 60 })), note: Type.Optional(Type.String({ maxLength: 120 })), tags: Type.Optional(Tags), archived: Type.Optional(Type.Boolean()) },
  { additionalProperties: false, minProperties: 1 },
);
const PeriodQuery = { from: Day, to: Day, assetId: Type.Optional(Type.String()) };
const ratio = (description: string) => nullable(Type.Number({ description }));
const SourceRow = Type.Object({
  group: Group, follows: Type.Integer(), share: ratio('follows / all follows of the period'),
  percent: ratio('The share in percent, two decimals; the column adds up to 100.00'), gone: Type.Integer(),
  cohortChurn: ratio('W-12, cohort: follows of the period gone by its end / follows of the period'),
  unfollows: Type.Integer(), averageFollowers: Type.Number(),
  periodChurn: ratio('Unfollows of the period / average of the followers at its start and end'),
  spentFen: Type.Integer(), costPerFollow: ratio('Fen per follow'), costPerKept: ratio('Fen per follow still there at the end (W-13)'),
});
const LeagueRow = Type.Object({
  channelId: Type.String(), name: Type.String(), kind: Kind, note: Type.String(), follows: Type.Integer(), kept: Type.Integer(), scans: Type.Integer(),
  spentFen: Type.Integer(), costPerFollow: ratio('Fen'), costPerKept: ratio('Fen'),
});
const Link = Type.Object({
  id: Type.String(), code: Type.String(), url: Type.String(), assetId: Type.String(), title: Type.String(), target: Type.String(), placement: PlacementName,
  channelId: nullable(Type.String()), pushId: nullable(Type.String()), createdAt: Timestamp, archivedAt: nullable(Timestamp),
  people: Type.Integer(), identified: Type.Integer(), anonymous: Type.Integer(),
});
const LinkBody = Type.Object(
  {
    assetId: Type.String(), title: Type.String({ minLength: 1, maxLength: 100 }), target: Type.String({ maxLength: 2000 }), placement: PlacementName,
    channelId: Type.Optional(nullable(Type.String())), pushId: Type.Optional(nullable(Type.String())),
  },
  { additionalProperties: false },
);
const Costs = Type.Boolean({ description: 'False: the caller may not see money; `spentFen` is then 0 and the costs are null' });
const Cost = Type.Object({
  id: Type.String(), channelId: nullable(Type.String()), sourceGroup: nullable(Group), day: Day, fen: Type.Integer(), note: Type.String(), createdAt: Timestamp,
});
const CostBody = Type.Object(
  { channelId: nullable(Type.String()), sourceGroup: nullable(Group), day: Day, fen: Type.Integer({ maximum: 100_000_000_000 }), note: Type.Optional(Type.String({ maxLength: 200 })) },
  { additionalProperties: false },
);
const Mapping = Type.Object({
  version: Type.Integer({ description: '0 while the defaults apply' }), createdAt: nullable(Timestamp), createdBy: nullable(Type.String()),
  scenes: Type.Array(Type.Object({
    scene: Type.String(), name: Text, group: Group, datacubeSources: Type.Array(Type.Integer(), { description: 'datacube user_source numbers of this scene' }),
  })),
});

function checkPeriod({ from, to }: { from: string; to: string }): void {
  if (from > to) throw badRequest('period_reversed', { zh: '开始日期晚于结束日期。', en: 'The period ends before it starts.' }, { field: 'from' });
}

const shown = <Row extends Parameters<typeof withoutCosts>[0]>(actor: Actor, rows: Row[]): { items: Row[]; costs: boolean } => {
  const costs = seesCosts(actor);
  return { items: costs ? rows : rows.map(withoutCosts), costs };
};

export const recruitmentRoutes: FastifyPluginAsyncTypebox<RecruitmentRoutesDeps> = async (app, deps) => {
  const tags = ['recruitment'];
  const ChannelParams = Type.Object({ channelId: Type.String() });

  app.get('/recruitment/kinds', {
    config: { permission: 'recruitment:read' },
    schema: {
      tags, summary: 'Kinds of channel, source groups and link placements with their names', operationId: 'recruitmentKinds',
      response: { 200: Type.Object({ kinds: Type.Record(Type.String(), Text), groups: Type.Record(Type.String(), Text), placements: Type.Record(Type.String(), Text) }) },
    },
  }, async () => ({ kinds: channelKinds, groups: sourceGroups, placements }));

  app.get('/channels', {
    config: { permission: 'recruitment:read' },
    schema: {
      tags, summary: 'Channels, newest first', operationId: 'listChannels',
      querystring: Type.Object({ ...pageQuery, kind: Type.Optional(Kind), text: Type.Optional(Type.String({ maxLength: 60 })), archived: Type.Optional(Type.Boolean()) }),
      response: { 200: pageReply(Channel) },
    },
  }, async (request) => {
    const { limit, cursor, ...filter } = request.query;
    const after = decodeCursor(request.brand, cursor, ['string']);
    const rows = await listChannels(request.brand, filter, limit + 1, after === null ? null : String(after[0]));
    return pageOf(rows, limit, request.brand, (row) => [row.id]);
  });

  app.post('/channels', {
    config: { permission: 'recruitment:write' },
    schema: { tags, summary: 'Create a channel and its QR code', operationId: 'createChannel', body: ChannelBody, response: { 201: Channel } },
  }, async (request, reply) => {
    const { code = defaultCode(request.body.kind), ...input } = request.body;
    const channel = await createChannel(request.brand, deps, { ...input, code }, (tx, made) =>
      audit(tx, request, { action: 'channel.created', subject: `channel:${made.id}`, after: { kind: made.kind, name: made.name } }));
    return reply.code(201).send(channel);
  });

  app.get('/channels/:channelId', {
    config: { permission: 'recruitment:read' },
    schema: { tags, summary: 'One channel', operationId: 'readChannel', params: ChannelParams, response: { 200: Channel } },
  }, (request) => readChannel(request.brand, request.params.channelId));

  app.patch('/channels/:channelId', {
    config: { permission: 'recruitment:write' },
    schema: { tags, summary: 'Rename, tag or archive a channel', operationId: 'changeChannel', params: ChannelParams, body: ChannelChange, response: { 200: Channel } },
  }, (request) => request.brand.tx(async (tx) => {
    const { before, after } = await changeChannel(tx, deps.timers, request.brand.brandId, request.params.channelId, request.body);
    const facts = ({ name, note, tags: tagged, archivedAt }: typeof after) => ({ name, note, tags: tagged, archivedAt });
    await audit(tx, request, { action: 'channel.changed', subject: `channel:${after.id}`, before: facts(before), after: facts(after) });
    return after;
  }));

  app.get('/channels/:channelId/code', {
    config: { permission: 'recruitment:read' },
    schema: {
      tags, summary: 'The QR code as a picture', operationId: 'channelCode', params: ChannelParams,
      querystring: Type.Object({ format: oneOf(['svg', 'png']) }),
    },
  }, async (request, reply) => {
    const { format } = request.query;
    const channel = await readChannel(request.brand, request.params.channelId);
    const picture = await codePicture(channel, format);
    return reply
      .type(format === 'svg' ? 'image/svg+xml' : 'image/png')
      .header('content-disposition', `attachment; filename="qr-${channel.id}.${format}"; filename*=UTF-8''${encodeURIComponent(channel.name)}.${format}`)
      .send(picture);
  });

  app.get('/recruitment/code-budget', {
    config: { permission: 'recruitment:read' },
    schema: {
      tags, summary: 'Permanent QR codes used and left', operationId: 'codeBudget', querystring: Type.Object({ assetId: Type.String() }),
      response: { 200: Type.Object({ used: Type.Integer(), left: Type.Integer(), limit: Type.Integer() }) },
    },
  }, (request) => codeBudget(request.brand, request.query.assetId));

  app.get('/recruitment/sources', {
    config: { permission: 'recruitment:read' },
    schema: { tags, summary: 'Follows, churn and cost by source group', operationId: 'sourceTable', querystring: Type.Object(PeriodQuery), response: { 200: Type.Object({ items: Type.Array(SourceRow), costs: Costs }) } },
  }, async (request) => {
    checkPeriod(request.query);
    return shown(request.actor, await sourceTable(request.brand, request.query));
  });

  app.get('/recruitment/series', {
    config: { permission: 'recruitment:read' },
    schema: {
      tags, summary: 'Follows and unfollows by source over time', operationId: 'sourceSeries',
      querystring: Type.Object({ ...PeriodQuery, by: oneOf(['day', 'month']) }),
      response: { 200: Type.Object({ items: Type.Array(Type.Object({ bucket: Type.String(), group: Group, follows: Type.Integer(), unfollows: Type.Integer(), net: Type.Integer(),
        observed: Type.Boolean({ description: 'False: from datacube, before the account was connected' }),
      })) }) },
    },
  }, async (request) => {
    checkPeriod(request.query);
    return { items: await sourceSeries(request.brand, request.query, request.query.by) };
  });

  app.get('/recruitment/league', {
    config: { permission: 'recruitment:read' },
    schema: {
      tags, summary: 'Channels by new followers', operationId: 'leagueTable',
      querystring: Type.Object({ ...PeriodQuery, kind: Type.Optional(Kind), limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }) }),
      response: { 200: Type.Object({ items: Type.Array(LeagueRow), costs: Costs }) },
    },
  }, async (request) => {
    checkPeriod(request.query);
    return shown(request.actor, await leagueTable(request.brand, request.query, request.query.kind ?? null, request.query.limit));
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

  app.get('/links', {
    config: { permission: 'recruitment:read' },
    schema: { tags, summary: 'Tracked links with their clicks', operationId: 'listLinks', querystring: Type.Object({ ...pageQuery }), response: { 200: pageReply(Link) } },
  }, async (request) => {
    const { limit, cursor } = request.query;
    const after = decodeCursor(request.brand, cursor, ['string']);
    const rows = await listLinks(request.brand, limit + 1, after === null ? null : String(after[0]));
    return pageOf(rows.map((row) => ({ ...row, url: `${deps.baseUrl()}/l/${row.code}` })), limit, request.brand, (row) => [row.id]);
  });

  app.post('/links', {
    config: { permission: 'recruitment:write' },
    schema: { tags, summary: 'Create a tracked link', operationId: 'createLink', body: LinkBody, response: { 201: Link } },
  }, async (request, reply) => {
    const link = await createLink(request.brand, request.body, (tx, made) =>
      audit(tx, request, { action: 'link.created', subject: `link:${made.id}`, after: { title: made.title, target: made.target } }));
    return reply.code(201).send({ ...link, url: `${deps.baseUrl()}/l/${link.code}`, people: 0, identified: 0, anonymous: 0 });
  });

  app.delete('/links/:linkId', {
    config: { permission: 'recruitment:write' },
    schema: { tags, summary: 'Retire a tracked link; its clicks stay', operationId: 'archiveLink', params: Type.Object({ linkId: Type.String() }), response: { 204: Type.Null() } },
  }, async (request, reply) => {
    const { linkId } = request.params;
    await request.brand.tx(async (tx) => {
      await archiveLink(tx, request.brand.brandId, linkId);
      await audit(tx, request, { action: 'link.retired', subject: `link:${linkId}` });
    });
    return reply.code(204).send(null);
  });

  app.get('/recruitment/costs', {
    config: { permission: 'recruitment:read' },
    schema: { tags, summary: 'Money spent on recruiting', description: 'For `finance:read` or `recruitment:write`.', operationId: 'listCosts', querystring: Type.Object({ from: Day, to: Day }), response: { 200: Type.Object({ items: Type.Array(Cost) }) } },
  }, async ({ actor, brand, query }) => {
    if (!seesCosts(actor)) throw forbidden();
    return { items: await listCosts(brand, query.from, query.to) };
  });

  app.post('/recruitment/costs', {
    config: { permission: 'recruitment:write' },
    schema: { tags, summary: 'Record a cost', operationId: 'recordCost', body: CostBody, response: { 201: Id } },
  }, async (request, reply) => {
    const id = await request.brand.tx(async (tx) => {
      const made = await recordCost(tx, request.brand.brandId, request.body, request.actor.name);
      await audit(tx, request, { action: 'cost.recorded', subject: `cost:${made}`, after: request.body });
      return made;
    });
    return reply.code(201).send({ id });
  });

  app.delete('/recruitment/costs/:costId', {
    config: { permission: 'recruitment:write' },
    schema: { tags, summary: 'Remove a cost entry', operationId: 'removeCost', params: Type.Object({ costId: Type.String() }), response: { 204: Type.Null() } },
  }, async (request, reply) => {
    await request.brand.tx(async (tx) => {
      const removed = await removeCost(tx, request.brand.brandId, request.params.costId);
      await audit(tx, request, { action: 'cost.removed', subject: `cost:${removed.id}`, before: removed });
    });
    return reply.code(204).send(null);
  });

  app.put('/recruitment/domain-file', {
    config: { permission: 'accounts:write' },
    schema: {
      tags, summary: 'Keep the MP_verify file WeChat asks for', operationId: 'saveDomainFile',
      body: Type.Object({ name: Type.String(), content: Type.String({ maxLength: 200 }) }, { additionalProperties: false }), response: { 204: Type.Null() },
    },
  }, async (request, reply) => {
    const { name, content } = request.body;
    await request.brand.tx(async (tx) => {
      await saveDomainFile(tx, request.brand.brandId, name, content);
      await audit(tx, request, { action: 'domain_file.saved', subject: `file:${name}` });
    });
    return reply.code(204).send(null);
  });
};
