import { answerableId, audit, ContactId, nullable, oneOf } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { AccountOf } from './push-row.ts';
import type { PushSender } from './push-steps.ts';
import { PushParams } from './reply.ts';
import { changeSettings, readSettings } from './settings.ts';
import { pushStates } from './types.ts';
import { callStatuses, deleteSent, previewPush } from './wechat-side.ts';

const Submitted = Type.Object({ state: oneOf(['awaiting', 'scheduled', 'sending']), jobId: nullable(Type.String()) });
const Settings = Type.Object({ approval: Type.Boolean({ description: 'Another person must approve a push before it goes out' }) }, { additionalProperties: false });
const Done = Type.Object({ state: oneOf(pushStates) });

export interface StepRoutesDeps {
  sender: PushSender;
  accountOf: AccountOf;
}

/** From draft to sent and after, step by step. */
export const stepRoutes: FastifyPluginAsyncTypebox<StepRoutesDeps> = async (app, { sender, accountOf }) => {
  app.post('/pushes/:pushId/send', {
    config: { permission: 'pushes:send' },
    schema: {
      tags: ['pushes'], summary: 'Send a draft, now or at an hour; where the brand wants approval, ask for it', operationId: 'sendPush', params: PushParams,
      description: 'Every check that would stop it is answered with 409 before anything is frozen; `data.findings` has all of them.',
      body: Type.Optional(nullable(Type.Object({
        at: Type.Optional(nullable(Type.String({ format: 'date-time' }))),
        revision: Type.Optional(Type.Integer({ minimum: 1, description: 'Of the draft as it was seen: one that somebody changed since is refused (409)' })),
      }, { additionalProperties: false }))),
      response: { 202: Submitted },
    },
  }, async (request, reply) => {
    const { pushId } = request.params;
    const { at = null, revision: seen = null } = request.body ?? {};
    const submitted = await sender.submit(request.brand, pushId, at === null ? null : new Date(at), {
      by: answerableId(request.actor), seen, also: (tx) => audit(tx, request, { action: 'push.sent', subject: `push:${pushId}`, ...(at === null ? {} : { after: { at } }) }),
    });
    return reply.code(202).send(submitted);
  });

  app.post('/pushes/:pushId/approve', {
    config: { permission: 'pushes:approve' },
    schema: {
      tags: ['pushes'], summary: 'Approve a push that somebody else submitted', operationId: 'approvePush', params: PushParams,
      description: 'By a person who has signed in: no API key may hold this permission.',
      body: Type.Optional(nullable(Type.Object({
        submittedAt: Type.Optional(nullable(Type.String({ format: 'date-time', description: 'Of the push as it was seen: one that was submitted anew since is refused (409)' }))),
        atOnce: Type.Optional(Type.Boolean({ default: false, description: 'Sends it though its hour has passed; refused (409) otherwise' })),
      }, { additionalProperties: false }))),
      response: { 202: Submitted },
    },
  }, async (request, reply) => {
    const { pushId } = request.params;
    const { submittedAt: seen = null, atOnce = false } = request.body ?? {};
    const submitted = await sender.approve(request.brand, pushId, { by: request.actor.id, seen: seen === null ? null : new Date(seen), atOnce, also: (tx) => audit(tx, request, { action: 'push.approved', subject: `push:${pushId}` }) });
    return reply.code(202).send(submitted);
  });

  app.post('/pushes/:pushId/return', {
    config: { permission: 'pushes:approve' },
    schema: {
      tags: ['pushes'], summary: 'Give a push back to its author, with the reason', operationId: 'returnPush', params: PushParams,
      body: Type.Object({ note: Type.String({ minLength: 1, maxLength: 500 }) }, { additionalProperties: false }), response: { 200: Done },
    },
  }, async (request) => {
    const { pushId } = request.params;
    await sender.giveBack(request.brand, pushId, request.body.note, { also: (tx) => audit(tx, request, { action: 'push.returned', subject: `push:${pushId}`, after: { note: request.body.note } }) });
    return { state: 'draft' as const };
  });

  app.post('/pushes/:pushId/take-back', {
    config: { permission: 'pushes:write' },
    schema: { tags: ['pushes'], summary: 'Make a push that waits for approval or its hour a draft again', operationId: 'takePushBack', params: PushParams, response: { 200: Done } },
  }, async (request) => {
    const { pushId } = request.params;
    await sender.giveBack(request.brand, pushId, null, { also: (tx) => audit(tx, request, { action: 'push.taken_back', subject: `push:${pushId}` }) });
    return { state: 'draft' as const };
  });

  app.post('/pushes/:pushId/pause', {
    config: { permission: 'pushes:send' },
    schema: { tags: ['pushes'], summary: 'Make no further call until it goes on', operationId: 'pausePush', params: PushParams, response: { 200: Done } },
  }, async (request) => {
    const { pushId } = request.params;
    await sender.pause(request.brand, pushId, { also: (tx) => audit(tx, request, { action: 'push.paused', subject: `push:${pushId}` }) });
    return { state: 'paused' as const };
  });

  app.post('/pushes/:pushId/resume', {
    config: { permission: 'pushes:send' },
    schema: { tags: ['pushes'], summary: 'Go on with a paused push', operationId: 'resumePush', params: PushParams, response: { 202: Submitted } },
  }, async (request, reply) => {
    const { pushId } = request.params;
    return reply.code(202).send(await sender.resume(request.brand, pushId, { also: (tx) => audit(tx, request, { action: 'push.resumed', subject: `push:${pushId}` }) }));
  });

  app.post('/pushes/:pushId/stop', {
    config: { permission: 'pushes:send' },
    schema: { tags: ['pushes'], summary: 'End a sending: cancelled before its first call, else sent as far as it got', operationId: 'stopPush', params: PushParams, response: { 200: Done } },
  }, async (request) => {
    const { pushId } = request.params;
    return { state: await sender.stop(request.brand, pushId, { also: (tx) => audit(tx, request, { action: 'push.stopped', subject: `push:${pushId}` }) }) };
  });

  app.post('/pushes/:pushId/preview', {
    config: { permission: 'pushes:write' },
    schema: {
      tags: ['pushes'], summary: 'Send a variant to one account as it would look (100 a day)', operationId: 'previewPush', params: PushParams,
      body: Type.Object({
        variant: Type.Integer({ minimum: 1 }),
        to: Type.Union([
          Type.Object({ contactId: ContactId }, { additionalProperties: false }),
          Type.Object({ wechatId: Type.String({ minLength: 1, maxLength: 64, description: 'A WeChat id (微信号)' }) }, { additionalProperties: false }),
        ]),
      }, { additionalProperties: false }),
      response: { 200: Type.Object({ left: Type.Integer({ description: 'Previews left today' }) }) },
    },
  }, async ({ brand, actor, params, body }) => previewPush(brand, accountOf, params.pushId, body.variant, body.to, actor.id));

  app.post('/pushes/:pushId/calls/ask', {
    config: { permission: 'pushes:read' },
    schema: {
      tags: ['pushes'], summary: 'Ask WeChat how the calls stand that it has not reported on', operationId: 'askPushCalls', params: PushParams,
      description: 'SENDING for long, to everybody, usually means that an administrator of the account has not confirmed yet (mass-send protection, 30 minutes).',
      response: { 200: Type.Object({ items: Type.Array(Type.Object({ number: Type.Integer(), status: Type.String() })) }) },
    },
  }, async ({ brand, params }) => ({ items: await callStatuses(brand, accountOf, params.pushId) }));

  app.post('/pushes/:pushId/delete-sent', {
    config: { permission: 'pushes:send' },
    schema: {
      tags: ['pushes'], summary: 'Have WeChat delete the articles of a sent push', operationId: 'deleteSentPush', params: PushParams,
      description: 'The card stays with who got it and opens a page that says so. Goes on where the day’s allowance stopped it.',
      body: Type.Object({ position: nullable(Type.Integer({ minimum: 1, maximum: 8, description: 'One article; null: all' })), variant: Type.Optional(Type.Integer({ minimum: 1, description: 'With a position: of this variant only' })) }, { additionalProperties: false }),
      response: { 200: Type.Object({ deleted: Type.Integer(), left: Type.Integer() }) },
    },
  }, async (request) => {
    const { pushId } = request.params;
    const { position, variant } = request.body;
    const outcome = await deleteSent(request.brand, accountOf, pushId, position, variant ?? null);
    await request.brand.tx((tx) => audit(tx, request, { action: 'push.deleted_at_wechat', subject: `push:${pushId}`, after: { position, ...(variant === undefined ? {} : { variant }), ...outcome } }));
    return outcome;
  });

  app.get('/push-settings', {
    config: { permission: 'pushes:read' },
    schema: { tags: ['pushes'], summary: 'How the brand works with pushes', operationId: 'readPushSettings', response: { 200: Settings } },
  }, ({ brand }) => readSettings(brand, brand.brandId));

  app.put('/push-settings', {
    config: { permission: 'brand:manage' },
    schema: { tags: ['pushes'], summary: 'Change how the brand works with pushes', operationId: 'changePushSettings', body: Settings, response: { 200: Settings } },
  }, (request) => request.brand.tx(async (tx) => {
    const before = await readSettings(tx, request.brand.brandId);
    await changeSettings(tx, request.brand.brandId, request.body, request.actor.id);
    await audit(tx, request, { action: 'push_settings.changed', subject: 'push_settings', before, after: request.body });
    return request.body;
  }));
};
