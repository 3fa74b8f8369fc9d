import { audit, BothTexts, decodeCursor, idsQuery, nullable, oneOf, pageOf, pageQuery, pageReply, Timestamp } from '@qingniao/access';
import { readAsset } from '@qingniao/accounts';
import { sourceGroups } from '@qingniao/people';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { changeChannel, codeBudget, createChannel, defaultCode, listChannels, readChannel } from './channels.ts';
import { codePicture } from './code-picture.ts';
import { channelKinds, placements } from './kinds.ts';
import { Kind, tags } from './route-fields.ts';
import type { RecruitmentRoutesDeps } from './routes.ts';

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
const ChannelParams = Type.Object({ channelId: Type.String() });

/** Channels, their QR codes and the budget of permanent ones. */
export const channelRoutes: FastifyPluginAsyncTypebox<RecruitmentRoutesDeps> = async (app, deps) => {
  app.get('/recruitment/kinds', {
    config: { permission: 'recruitment:read' },
    schema: {
      tags, summary: 'Kinds of channel, source groups and link placements with their names', operationId: 'recruitmentKinds',
      response: { 200: Type.Object({ kinds: Type.Record(Type.String(), BothTexts), groups: Type.Record(Type.String(), BothTexts), placements: Type.Record(Type.String(), BothTexts) }) },
    },
  }, async () => ({ kinds: channelKinds, groups: sourceGroups, placements }));

  app.get('/channels', {
    config: { permission: 'recruitment:read' },
    schema: {
      tags, summary: 'Channels, newest first', operationId: 'listChannels',
      querystring: Type.Object({ ...pageQuery, ...idsQuery, kind: Type.Optional(Kind), text: Type.Optional(Type.String({ maxLength: 60 })), archived: Type.Optional(Type.Boolean()) }),
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
    await readAsset(request.brand, request.brand.brandId, input.assetId);
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
};
