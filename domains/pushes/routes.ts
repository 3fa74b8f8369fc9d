import { ContactId, decodeCursor, idsQuery, oneOf, pageOf, pageQuery, pageReply, seesOnlyAggregates } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { forbidden, nowDate } from '@qingniao/kernel';
import type { Warehouse } from '@qingniao/storage';
import { Type } from 'typebox';
import { forHeadOffice } from './for-head-office.ts';
import { globalHoldoutRoutes } from './global-holdout/routes.ts';
import { removeLeftDraftsSoon } from './left-drafts.ts';
import { pushResults } from './push-results.ts';
import type { AccountOf } from './push-row.ts';
import type { PushSender } from './push-steps.ts';
import { changePush, deletePush, recordPush } from './record-push.ts';
import { ChangeBody, Id, Plan, Push, PushBody, PushDetail, PushParams, Results, Why } from './reply.ts';
import { listPushes, readPush } from './results.ts';
import { salesRoutes } from './sales/routes.ts';
import { stepRoutes } from './step-routes.ts';
import { pushStates } from './types.ts';
import { whyInPush } from './why-in-push.ts';

export interface PushRoutesDeps {
  sender: PushSender;
  accountOf: AccountOf;
  warehouse: Warehouse;
}

export const pushRoutes: FastifyPluginAsyncTypebox<PushRoutesDeps> = async (app, { sender, accountOf, warehouse }) => {
  app.get('/pushes', {
    config: { permission: 'pushes:read' },
    schema: {
      tags: ['pushes'], summary: 'List pushes, newest first', operationId: 'listPushes',
      querystring: Type.Object({ ...pageQuery, ...idsQuery, text: Type.Optional(Type.String({ maxLength: 60, description: 'In the title' })), state: Type.Optional(oneOf(pushStates)) }),
      response: { 200: pageReply(Push) },
    },
  }, async (request) => {
    const { limit, cursor, ...search } = request.query;
    const after = decodeCursor(request.brand, cursor, ['string']);
    const rows = await listPushes(request.brand, search, limit + 1, after === null ? null : String(after[0]));
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
      tags: ['pushes'], summary: 'Change a draft', operationId: 'changePush', params: PushParams, body: ChangeBody, response: { 200: Id },
    },
    bodyLimit: 16 * 1024 * 1024,
  }, async (request) => {
    const { revision = null, ...input } = request.body;
    await removeLeftDraftsSoon(accountOf, request.brand.brandId, await changePush(request.brand, request.params.pushId, input, revision));
    return { id: request.params.pushId };
  });

  app.delete('/pushes/:pushId', {
    config: { permission: 'pushes:write' },
    schema: {
      tags: ['pushes'], summary: 'Delete a draft', operationId: 'deletePush', params: PushParams, response: { 204: Type.Null() },
    },
  }, async (request, reply) => {
    await removeLeftDraftsSoon(accountOf, request.brand.brandId, await deletePush(request.brand, request.params.pushId));
    return reply.code(204).send(null);
  });

  app.post('/pushes/:pushId/plan', {
    config: { permission: 'pushes:read' },
    schema: {
      tags: ['pushes'], summary: 'Who a push would reach, who is taken out why, and what it takes to send it', operationId: 'planPush',
      description: 'Counts and checks; freezes nothing. For the hour it is scheduled at, `at`, or now.',
      params: PushParams, body: Type.Object({ at: Type.Optional(Type.String({ format: 'date-time' })) }, { additionalProperties: false }), response: { 200: Plan },
    },
  }, ({ actor, brand, params, body }) => {
    if (seesOnlyAggregates(actor)) throw forbidden();
    return sender.plan(brand, params.pushId, body.at === undefined ? undefined : new Date(body.at));
  });

  app.get('/pushes/:pushId/results', {
    config: { permission: 'pushes:read' },
    schema: {
      tags: ['pushes'], summary: 'What a push did: by variant, article and link placement', operationId: 'readPushResults', params: PushParams, response: { 200: Results },
    },
  }, async ({ actor, brand, params }) => {
    const results = await pushResults(brand, params.pushId, nowDate());
    return seesOnlyAggregates(actor) ? forHeadOffice(results) : results;
  });

  app.get('/pushes/:pushId/why/:contactId', {
    config: { permission: 'people:read' },
    schema: {
      tags: ['pushes'], summary: 'Why somebody is in a push, or not: the facts and times that decided it', operationId: 'whyInPush',
      params: Type.Object({ pushId: Type.String(), contactId: ContactId }), response: { 200: Why },
    },
  }, ({ brand, params }) => whyInPush(brand, params.pushId, params.contactId));

  await app.register(stepRoutes, { sender, accountOf });
  await app.register(salesRoutes, { warehouse });
  await app.register(globalHoldoutRoutes, { warehouse });
};
