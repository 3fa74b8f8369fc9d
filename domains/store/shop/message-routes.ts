import { nullable, oneOf } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { readReminderSetting, recordAnswer } from '../coupons/reminders.ts';
import { exact, Id } from '../routes/fields.ts';
import { signedIn, tags } from './signed-in.ts';

/** Messages a shopper may allow, asked for at a tap that gives the reason. */
export const messageRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/message-templates', {
    config: signedIn,
    schema: {
      tags, summary: 'Templates for wx.requestSubscribeMessage, by their use; null: do not ask', operationId: 'shopMessageTemplates', response: { 200: Type.Object({ couponExpiring: nullable(Type.String()) }) },
    },
  }, async ({ brand, shopper }) => ({ couponExpiring: (await readReminderSetting(brand, shopper.brandId))?.templateId ?? null }));

  app.post('/message-answers', {
    config: signedIn,
    schema: {
      tags, summary: 'What a shopper answered to wx.requestSubscribeMessage; an accept allows one message', operationId: 'shopMessageAnswer',
      body: Type.Object({ answers: Type.Array(Type.Object({ templateId: Id, answer: oneOf(['accept', 'reject', 'ban', 'filter']) }, exact), { minItems: 1, maxItems: 3 }) }, exact), response: { 204: Type.Null() },
    },
  }, async ({ brand, shopper: { brandId, identityId }, body, language }, reply) => {
    const setting = await readReminderSetting(brand, brandId);
    // Other templates are asked for by the rooms that use them.
    for (const { templateId, answer } of body.answers) if (templateId === setting?.templateId) await recordAnswer(brand, brandId, identityId, templateId, answer, language);
    return reply.code(204).send(null);
  });
};
