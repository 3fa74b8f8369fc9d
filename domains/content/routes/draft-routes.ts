import { audit, decodeCursor, nullable, oneOf, pageOf, pageQuery, pageReply, Timestamp } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { sendToWechat, takeFromWechat } from '../drafts/exchange.ts';
import { draftDiff, draftsOf, listDrafts, type DraftStanding } from '../drafts/list.ts';
import { LOOK_AT_DRAFTS, lookResumesAt, type LookInput } from '../drafts/look.ts';
import type { ContentRoutesDeps } from './deps.ts';
import { ArticleParams, FieldDiff, Removed, tags } from './fields.ts';

const key = { assetId: Type.String(), mediaId: Type.String(), position: Type.Integer({ minimum: 0 }) };
const draft = {
  mediaId: Type.String(), position: Type.Integer(), standing: oneOf(['new', 'agreed', 'ours', 'theirs', 'conflict', 'gone']), title: Type.String(), type: oneOf(['news', 'newspic']),
  remoteHash: Type.String(), articleId: nullable(Type.String()), articleTitle: nullable(Type.String()), version: nullable(Type.Integer()), agreedVersion: nullable(Type.Integer()),
  remoteChangedAt: Timestamp, seenAt: Timestamp,
};
const Draft = Type.Object(draft);
const RemoteHash = Type.String({ description: '`remoteHash` of the draft as the person saw it; 409 draft_changed when WeChat has something else by now' });

/** Drafts at WeChat beside our articles. Looking changes nothing of ours; each exchange is somebody's choice. */
export const draftRoutes: FastifyPluginAsyncTypebox<ContentRoutesDeps> = async (app, deps) => {
  app.post('/content/drafts/look', {
    config: { permission: 'pushes:write' },
    schema: {
      tags, summary: 'Read all drafts at WeChat (a job with progress)', operationId: 'lookAtDrafts', body: Type.Object({ assetId: Type.String() }, { additionalProperties: false }),
      response: { 202: Type.Object({ jobId: Type.String() }) },
    },
  }, async (request, reply) => {
    const { assetId } = request.body;
    await deps.clientOf(request.brand.brandId, assetId);
    const jobId = await deps.jobs.start<LookInput>(request.brand.brandId, LOOK_AT_DRAFTS, { assetId }, `${LOOK_AT_DRAFTS} ${assetId}`);
    return reply.code(202).send({ jobId });
  });

  app.get('/content/drafts', {
    config: { permission: 'pushes:read' },
    schema: {
      tags, summary: 'Drafts at WeChat beside our articles, what needs a choice first', operationId: 'listDrafts', querystring: Type.Object({ ...pageQuery, assetId: Type.String() }),
      response: { 200: Type.Object({ ...pageReply(Draft).properties, resumesAt: nullable(Type.Unsafe<Date>({ ...Timestamp, description: 'Today’s calls are used up; the look goes on then' })) }) },
    },
  }, async (request) => {
    const { brand, query: { assetId, cursor, limit } } = request;
    const after = decodeCursor(brand, cursor, ['string', 'date', 'string', 'number']) as [DraftStanding, Date, string, number] | null;
    const rows = await listDrafts(brand, brand.brandId, assetId, after && { standing: after[0], remoteChangedAt: after[1], mediaId: after[2], position: after[3] }, limit + 1);
    return {
      ...pageOf(rows, limit, brand, (row) => [row.standing, row.remoteChangedAt, row.mediaId, row.position]),
      resumesAt: await lookResumesAt(brand, brand.brandId, assetId),
    };
  });

  app.get('/content/drafts/diff', {
    config: { permission: 'pushes:read' },
    schema: {
      tags, summary: 'From our newest version to what WeChat has; null for a draft that is no article of ours', operationId: 'draftDiff', querystring: Type.Object(key),
      response: { 200: Type.Object({ fields: nullable(Type.Array(FieldDiff)) }) },
    },
  }, async (request) => ({ fields: await draftDiff(request.brand, request.brand.brandId, request.query) }));

  app.get('/articles/:articleId/drafts', {
    config: { permission: 'pushes:read' },
    schema: {
      tags, summary: 'Where an article lies as a draft', operationId: 'articleDrafts', params: ArticleParams,
      response: { 200: Type.Object({ items: Type.Array(Type.Object({ ...draft, assetId: Type.String() })) }) },
    },
  }, async (request) => ({ items: await draftsOf(request.brand, request.brand.brandId, request.params.articleId) }));

  app.post('/articles/:articleId/drafts', {
    config: { permission: 'pushes:write' },
    schema: {
      tags, summary: 'Write our newest version to WeChat: a new draft, or over the one it belongs to', operationId: 'sendDraft', params: ArticleParams,
      body: Type.Object({ assetId: Type.String(), remoteHash: Type.Optional(RemoteHash) }, { additionalProperties: false }), response: { 200: Type.Object(key) },
    },
  }, async (request) => {
    const { assetId, remoteHash = null } = request.body;
    const { articleId } = request.params;
    const sent = await sendToWechat(request.brand, await deps.clientOf(request.brand.brandId, assetId), assetId, articleId, remoteHash);
    await request.brand.tx((tx) => audit(tx, request, { action: 'draft.sent', subject: `article:${articleId}`, after: { assetId, over: remoteHash } }));
    return sent;
  });

  app.post('/content/drafts/take', {
    config: { permission: 'pushes:write' },
    schema: {
      tags, summary: 'Take what WeChat has: a new version of our article, or a new article', operationId: 'takeDraft',
      body: Type.Object({ ...key, remoteHash: RemoteHash }, { additionalProperties: false }), response: { 200: Type.Object({ articleId: Type.String(), version: Type.Integer(), removed: Type.Array(Removed, { description: 'What the draft has and an article does not keep' }) }) },
    },
  }, async (request) => {
    const { remoteHash, ...which } = request.body;
    const client = await deps.clientOf(request.brand.brandId, which.assetId);
    return takeFromWechat(request.brand, client, which, remoteHash, deps.clean, request.actor, (tx, articleId, version) =>
      audit(tx, request, { action: 'draft.taken', subject: `article:${articleId}`, after: { version } }));
  });
};
