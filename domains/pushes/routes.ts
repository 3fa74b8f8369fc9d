import { audit, BothTexts, decodeCursor, nullable, oneOf, pageOf, pageQuery, pageReply, Timestamp } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { changePush, deletePush, recordPush } from './record-push.ts';
import { listPushes, readPush } from './results.ts';
import type { PushSender } from './send-push.ts';

const Audience = Type.Union(
  [
    Type.Object({ kind: Type.Literal('everyone') }, { additionalProperties: false }),
    Type.Object({ kind: Type.Literal('tag'), tagId: Type.Integer({ minimum: 1 }) }, { additionalProperties: false }),
    Type.Object(
      { kind: Type.Literal('contacts'), contactIds: Type.Array(Type.Integer({ minimum: 1 }), { minItems: 2, maxItems: 10_000, description: 'Chosen by hand; larger audiences are tags' }) },
      { additionalProperties: false },
    ),
  ],
  { description: 'Everybody who follows, everybody with a WeChat tag, or chosen contacts.' },
);

const Elements = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()]), {
  description: 'What the article is made of (W-40), so that results add up over many pushes.',
});

const ArticleInput = Type.Object(
  {
    title: Type.String(),
    author: Type.Optional(Type.String()),
    digest: Type.Optional(Type.String()),
    content: Type.String({ description: 'HTML body' }),
    readMoreUrl: Type.Optional(nullable(Type.String())),
    cover: Type.Optional(nullable(Type.String({ description: 'JPEG or PNG, base64' }))),
    elements: Type.Optional(Elements),
  },
  { additionalProperties: false },
);

const PushBody = Type.Object(
  {
    assetId: Type.String(),
    title: Type.String({ minLength: 1, maxLength: 100 }),
    audience: Audience,
    segmented: Type.Boolean({ description: 'To a segment rather than to everybody (W-26).' }),
    openComments: Type.Optional(Type.Boolean({ default: true, description: 'Whether readers may comment on the articles. An account without comments sends them closed.' })),
    articles: Type.Array(ArticleInput, { minItems: 1, maxItems: 8 }),
  },
  { additionalProperties: false },
);

const Count = nullable(Type.Integer());
const push = {
  id: Type.String(),
  assetId: Type.String(),
  title: Type.String(),
  state: Type.String({ description: 'draft, sending, sent, finished or failed' }),
  audience: Audience,
  segmented: Type.Boolean(),
  openComments: Type.Boolean(),
  frozenCount: Count,
  excluded: nullable(Type.Record(Type.String(), Type.Integer())),
  delivered: nullable(Type.Integer({ description: 'SentCount of the job-finish event' })),
  filtered: Count,
  failed: Count,
  articleCount: Type.Integer(),
  error: nullable(BothTexts),
  createdAt: Timestamp,
  sentAt: nullable(Timestamp),
  finishedAt: nullable(Timestamp),
};
const Push = Type.Object(push);
const PushDetail = Type.Object({
  ...push,
  articles: Type.Array(
    Type.Object({
      position: Type.Integer(), title: Type.String(), author: Type.String(), digest: Type.String(), content: Type.String(),
      readMoreUrl: nullable(Type.String()), cover: nullable(Type.String()), elements: Elements, url: nullable(Type.String()),
    }),
  ),
  calls: Type.Array(
    Type.Object({
      number: Type.Integer(), route: Type.String(), state: Type.String(), planned: Type.Integer(), status: nullable(Type.String()),
      sentCount: Count, submittedAt: nullable(Timestamp), reportedAt: nullable(Timestamp),
    }),
  ),
});

const PushParams = Type.Object({ pushId: Type.String() });
const Id = Type.Object({ id: Type.String() });

export interface PushRoutesDeps {
  sender: PushSender;
}

export const pushRoutes: FastifyPluginAsyncTypebox<PushRoutesDeps> = async (app, { sender }) => {
  app.get('/pushes', {
    config: { permission: 'pushes:read' },
    schema: {
      tags: ['pushes'], summary: 'List pushes, newest first', operationId: 'listPushes',
      querystring: Type.Object({ ...pageQuery }),
      response: { 200: pageReply(Push) },
    },
  }, async (request) => {
    const { limit, cursor } = request.query;
    const after = decodeCursor(request.brand, cursor, ['string']);
    const rows = await listPushes(request.brand, limit + 1, after === null ? null : String(after[0]));
    return pageOf(rows, limit, request.brand, (row) => [row.id]);
  });

  app.get('/pushes/:pushId', {
    config: { permission: 'pushes:read' },
    schema: {
      tags: ['pushes'], summary: 'A push with its articles, calls and counts', operationId: 'readPush',
      params: PushParams, response: { 200: PushDetail },
    },
  }, (request) => readPush(request.brand, request.params.pushId));

  app.post('/pushes', {
    config: { permission: 'pushes:write' },
    schema: {
      tags: ['pushes'], summary: 'Record a push', operationId: 'createPush', body: PushBody, response: { 201: Id },
    },
    bodyLimit: 16 * 1024 * 1024,
  }, async (request, reply) => {
    const id = await recordPush(request.brand, request.body, request.actor.id);
    return reply.code(201).send({ id });
  });

  app.put('/pushes/:pushId', {
    config: { permission: 'pushes:write' },
    schema: {
      tags: ['pushes'], summary: 'Change a draft', operationId: 'changePush', params: PushParams, body: PushBody, response: { 200: Id },
    },
    bodyLimit: 16 * 1024 * 1024,
  }, async (request) => {
    await changePush(request.brand, request.params.pushId, request.body);
    return { id: request.params.pushId };
  });

  app.delete('/pushes/:pushId', {
    config: { permission: 'pushes:write' },
    schema: {
      tags: ['pushes'], summary: 'Delete a draft', operationId: 'deletePush', params: PushParams, response: { 204: Type.Null() },
    },
  }, async (request, reply) => {
    await deletePush(request.brand, request.params.pushId);
    return reply.code(204).send(null);
  });

  app.post('/pushes/:pushId/audience', {
    config: { permission: 'pushes:read' },
    schema: {
      tags: ['pushes'], summary: 'How many a push would reach now, and who is taken out why', operationId: 'previewPushAudience',
      params: PushParams,
      response: {
        200: Type.Object({
          reached: Type.Integer(), excluded: Type.Record(Type.String(), Type.Integer()), calls: Type.Integer(),
          kind: oneOf(['service', 'subscription'], { description: 'Of the account: a service account reaches each follower four times a month, a subscription account sends once a day.' }),
        }),
      },
    },
  }, (request) => sender.preview(request.brand, request.params.pushId));

  app.post('/pushes/:pushId/send', {
    config: { permission: 'pushes:send' },
    schema: {
      tags: ['pushes'], summary: 'Freeze the audience and send', operationId: 'sendPush', params: PushParams,
      response: { 202: Type.Object({ jobId: Type.String() }) },
    },
  }, async (request, reply) => {
    const { pushId } = request.params;
    const jobId = await sender.start(request.brand, pushId, (tx) => audit(tx, request, { action: 'push.sent', subject: `push:${pushId}` }));
    return reply.code(202).send({ jobId });
  });
};
