import { audit, decodeCursor, nullable, oneOf, pageOf, pageQuery, pageReply, Timestamp, type Actor } from '@qingniao/access';
import { forbidden } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { answerableBy, ANY_REGION, approvalsOf, countOpenApprovals, decideApproval, openApprovals, requestApproval, withdrawApproval, type ApprovalView } from '../approval/approvals.ts';
import { addComment, listComments } from '../approval/comments.ts';
import { changeSettings, readSettings } from '../approval/settings.ts';
import type { ContentRoutesDeps } from './deps.ts';
import { ArticleParams, tags } from './fields.ts';

const Decision = oneOf(['approved', 'changes_requested']);
const Region = Type.String({ minLength: 1, maxLength: 60, description: `A region reviewers answer for; ${ANY_REGION}: anybody who may approve` });
const Approval = Type.Object({
  id: Type.String(), articleId: Type.String(), title: Type.String(), version: Type.Integer(), state: oneOf(['open', 'approved', 'changes_requested', 'withdrawn', 'superseded']),
  regions: Type.Array(Type.String()), waiting: Type.Array(Type.String()),
  mine: Type.Array(Type.String(), { description: 'Of those, what the caller may answer for' }),
  decisions: Type.Array(Type.Object({ region: Type.String(), decision: Decision, comment: Type.String(), by: Type.String(), at: Timestamp })),
  deadline: nullable(Timestamp), overdue: Type.Boolean(), note: Type.String(), requestedBy: Type.String(), requestedAt: Timestamp, closedAt: nullable(Timestamp),
});
const seenBy = (actor: Actor) => (approval: ApprovalView) => ({ ...approval, mine: answerableBy(approval, actor) });
const ApprovalParams = Type.Object({ approvalId: Type.String() });
const Comment = Type.Object({ id: Type.String(), version: Type.Integer(), text: Type.String(), by: Type.String(), at: Timestamp });
const Settings = Type.Object(
  {
    approvalNeeded: Type.Boolean({ description: 'Only approved articles fill slots and go into a push' }),
    regions: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 20, description: 'Asked by default; none: anybody who may approve' }),
  },
  { additionalProperties: false },
);

const AnsweredRegions = Type.Object({ regions: Type.Array(Type.String()), everywhere: Type.Boolean({ description: 'Somebody answers for any region' }) });

/** L-07: versions before reviewers of regions, their answers, and what is said about an article. */
export const approvalRoutes: FastifyPluginAsyncTypebox<Pick<ContentRoutesDeps, 'timers' | 'approverRegions'>> = async (app, { timers, approverRegions }) => {
  app.get('/approvals', {
    config: { permission: 'pushes:read' },
    schema: {
      tags, summary: 'Open approvals, the nearest deadline first', operationId: 'openApprovals',
      querystring: Type.Object({ ...pageQuery, mine: Type.Optional(Type.Boolean({ description: 'Only what the caller’s regions are asked, and of an approver only what they may answer' })) }),
      response: { 200: Type.Object({ ...pageReply(Approval).properties, open: Type.Integer({ description: 'On all pages' }), overdue: Type.Integer({ description: 'Of those' }) }) },
    },
  }, async ({ actor, brand, query: { cursor, limit, mine } }) => {
    const after = decodeCursor(brand, cursor, ['date?', 'date', 'string']) as [Date | null, Date, string] | null;
    const asked = { regions: mine ? actor.regions : [], notBy: mine && actor.permissions.has('pushes:approve') ? actor.id : null };
    const rows = await openApprovals(brand, brand.brandId, asked, after && { deadline: after[0], requestedAt: after[1], id: after[2] }, limit + 1);
    return { ...pageOf(rows.map(seenBy(actor)), limit, brand, (row) => [row.deadline, row.requestedAt, row.id]), ...(await countOpenApprovals(brand, brand.brandId, asked)) };
  });

  app.get('/articles/:articleId/approvals', {
    config: { permission: 'pushes:read' },
    schema: { tags, summary: 'What was asked about an article, newest first', operationId: 'articleApprovals', params: ArticleParams, response: { 200: Type.Object({ items: Type.Array(Approval) }) } },
  }, async ({ actor, brand, params }) => ({ items: (await approvalsOf(brand, brand.brandId, params.articleId)).map(seenBy(actor)) }));

  app.post('/articles/:articleId/approvals', {
    config: { permission: 'pushes:write' },
    schema: {
      tags, summary: 'Put the newest version before the reviewers', operationId: 'requestApproval', params: ArticleParams,
      body: Type.Object(
        { regions: Type.Optional(Type.Array(Region, { maxItems: 20 })), deadline: Type.Optional(nullable(Type.String({ format: 'date-time' }))), note: Type.Optional(Type.String({ maxLength: 500 })) },
        { additionalProperties: false },
      ),
      response: { 201: Type.Object({ id: Type.String(), version: Type.Integer() }) },
    },
  }, async (request, reply) => {
    const { deadline = null, ...ask } = request.body;
    const { articleId } = request.params;
    const asked = await request.brand.tx(async (tx) => {
      const made = await requestApproval(tx, timers, request.brand.brandId, articleId, { ...ask, deadline: deadline === null ? null : new Date(deadline) }, request.actor);
      await audit(tx, request, { action: 'approval.requested', subject: `article:${articleId}`, after: { version: made.version, regions: ask.regions, deadline } });
      return made;
    });
    return reply.code(201).send(asked);
  });

  app.post('/approvals/:approvalId/decisions', {
    config: { permission: 'pushes:approve' },
    schema: {
      tags, summary: 'Answer for a region', operationId: 'decideApproval', params: ApprovalParams,
      body: Type.Object({ region: Region, decision: Decision, comment: Type.Optional(Type.String({ maxLength: 1000 })) }, { additionalProperties: false }), response: { 200: Approval },
    },
  }, (request) => request.brand.tx(async (tx) => {
    const { region, decision, comment = '' } = request.body;
    const approval = await decideApproval(tx, request.brand.brandId, request.params.approvalId, { region, decision, comment }, request.actor);
    await audit(tx, request, { action: `approval.${decision}`, subject: `article:${approval.articleId}`, after: { version: approval.version, region, state: approval.state } });
    return seenBy(request.actor)(approval);
  }));

  app.post('/approvals/:approvalId/withdraw', {
    config: { permission: 'pushes:write' },
    schema: { tags, summary: 'Take a version back from the reviewers', operationId: 'withdrawApproval', params: ApprovalParams, response: { 200: Approval } },
  }, (request) => request.brand.tx(async (tx) => {
    const approval = await withdrawApproval(tx, request.brand.brandId, request.params.approvalId);
    await audit(tx, request, { action: 'approval.withdrawn', subject: `article:${approval.articleId}`, after: { version: approval.version } });
    return seenBy(request.actor)(approval);
  }));

  app.get('/articles/:articleId/comments', {
    config: { permission: 'pushes:read' },
    schema: { tags, summary: 'What colleagues said about an article', operationId: 'articleComments', params: ArticleParams, response: { 200: Type.Object({ items: Type.Array(Comment) }) } },
  }, async (request) => ({ items: await listComments(request.brand, request.brand.brandId, request.params.articleId) }));

  app.post('/articles/:articleId/comments', {
    config: { permission: 'pushes:read' },
    schema: {
      tags, summary: 'Say something about the newest version (who writes or approves)', operationId: 'commentArticle', params: ArticleParams,
      body: Type.Object({ text: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }) }, { additionalProperties: false }), response: { 201: Comment },
    },
  }, async (request, reply) => {
    const { permissions } = request.actor;
    if (!permissions.has('pushes:write') && !permissions.has('pushes:approve')) throw forbidden();
    const comment = await request.brand.tx((tx) => addComment(tx, request.brand.brandId, request.params.articleId, request.body.text, request.actor));
    return reply.code(201).send(comment);
  });

  app.get('/content/settings', {
    config: { permission: 'pushes:read' },
    schema: { tags, summary: 'How the brand approves articles', operationId: 'contentSettings', response: { 200: Settings } },
  }, ({ brand }) => readSettings(brand, brand.brandId));

  app.get('/content/approver-regions', {
    config: { permission: 'pushes:read' },
    schema: { tags, summary: 'Regions that approvers answer for', operationId: 'approverRegions', response: { 200: AnsweredRegions } },
  }, ({ brand }) => approverRegions(brand.brandId));

  app.put('/content/settings', {
    config: { permission: 'pushes:approve' },
    schema: { tags, summary: 'Change how the brand approves articles', operationId: 'changeContentSettings', body: Settings, response: { 200: Settings } },
  }, (request) => request.brand.tx(async (tx) => {
    const { brandId } = request.brand;
    const before = await readSettings(tx, brandId);
    await changeSettings(tx, brandId, request.body);
    const after = await readSettings(tx, brandId);
    await audit(tx, request, { action: 'content.settings_changed', subject: 'content', before, after });
    return after;
  }));
};
