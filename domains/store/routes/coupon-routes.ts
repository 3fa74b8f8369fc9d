import { audit, ContactId, nullable, oneOf, Timestamp } from '@qingniao/access';
import { requireLiving } from '@qingniao/people';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { issueCoupon } from '../coupons/coupons.ts';
import { readReminderSetting, saveReminderSetting } from '../coupons/reminders.ts';
import { createCouponTemplate, endCouponTemplate, listCouponTemplates } from '../coupons/templates.ts';
import type { StoreRouteDeps } from './deps.ts';
import { CouponTemplateParams, Discount, exact, Fen, Id, name, tags } from './fields.ts';

const words = {
  name, discount: Discount, thresholdFen: Fen, storefrontIds: Type.Array(Id, { maxItems: 50, description: 'Where it counts; empty: everywhere' }),
  budget: Type.Integer({ minimum: 1, maximum: 10_000_000, description: 'How many may be issued' }), validDays: Type.Integer({ minimum: 1, maximum: 730 }), claimable: Type.Boolean({ description: 'Shoppers may take one themselves' }),
};
const Template = Type.Object({ ...words, id: Type.String(), issued: Type.Integer(), used: Type.Integer(), expired: Type.Integer(), reminded: Type.Integer({ description: 'Told that it ends soon' }), createdAt: Timestamp, endedAt: nullable(Timestamp) });
const key = Type.String({ pattern: '^[a-z_]{1,24}[0-9]{1,3}$', description: 'Of the template: thing1, time2, …' });
const Reminder = Type.Object({ templateId: Id, nameKey: key, timeKey: key, daysBefore: Type.Integer({ minimum: 1, maximum: 30 }) }, exact);
const Templates = Type.Object({ items: Type.Array(Template) });
export const CouponState = oneOf(['issued', 'saved', 'used', 'expired'], { description: 'V-06' });
export const Coupon = Type.Object({
  id: Type.String(), templateId: Type.String(), name: Type.String(), discount: Discount, thresholdFen: Fen, storefrontIds: Type.Array(Type.String()), state: CouponState,
  issuedAt: Timestamp, expiresAt: Timestamp, usedAt: nullable(Timestamp), orderId: nullable(Type.String()),
});
const Given = Type.Object({ ...Coupon.properties, isNew: Type.Boolean({ description: 'False: they have it already, or had it' }) });

/** What coupons are made from, and giving them. */
export const couponRoutes: FastifyPluginAsyncTypebox<Pick<StoreRouteDeps, 'timers'>> = async (app, { timers }) => {
  app.get('/store/coupon-templates', {
    config: { permission: 'store:read' },
    schema: { tags, summary: 'Coupons on offer, newest first', operationId: 'listCouponTemplates', response: { 200: Templates } },
  }, async (request) => ({ items: await listCouponTemplates(request.brand, request.brand.brandId) }));

  app.post('/store/coupon-templates', {
    config: { permission: 'store:write' },
    schema: { tags, summary: 'Offer a coupon; what it gives never changes', operationId: 'createCouponTemplate', body: Type.Object(words, exact), response: { 201: Type.Object({ id: Type.String() }) } },
  }, async (request, reply) => {
    const id = await request.brand.tx(async (tx) => {
      const made = await createCouponTemplate(tx, request.brand.brandId, request.body);
      await audit(tx, request, { action: 'coupon.created', subject: `coupon_template:${made}`, after: request.body });
      return made;
    });
    return reply.code(201).send({ id });
  });

  app.get('/store/coupon-reminder', {
    config: { permission: 'store:read' },
    schema: { tags, summary: 'How people hear of coupons that end soon; null: they do not', operationId: 'readCouponReminder', response: { 200: Type.Object({ setting: nullable(Reminder) }) } },
  }, async ({ brand }) => ({ setting: await readReminderSetting(brand, brand.brandId) }));

  app.put('/store/coupon-reminder', {
    config: { permission: 'store:write' },
    schema: {
      tags, summary: 'Remind whoever allowed it, once a coupon, days before it ends', operationId: 'saveCouponReminder', body: Type.Object({ setting: nullable(Reminder) }, exact), response: { 204: Type.Null() },
    },
  }, async (request, reply) => {
    const { brand, body: { setting } } = request;
    await brand.tx(async (tx) => {
      await saveReminderSetting(tx, timers, brand.brandId, setting);
      await audit(tx, request, { action: 'coupon.reminder_changed', subject: 'store', after: setting ?? {} });
    });
    return reply.code(204).send(null);
  });

  app.post('/store/coupon-templates/:couponTemplateId/end', {
    config: { permission: 'store:write' },
    schema: { tags, summary: 'Issue no more; those people have stay good', operationId: 'endCouponTemplate', params: CouponTemplateParams, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    const { couponTemplateId } = request.params;
    await request.brand.tx(async (tx) => {
      await endCouponTemplate(tx, request.brand.brandId, couponTemplateId);
      await audit(tx, request, { action: 'coupon.ended', subject: `coupon_template:${couponTemplateId}` });
    });
    return reply.code(204).send(null);
  });

  app.post('/store/coupon-templates/:couponTemplateId/coupons', {
    config: { permission: 'store:write' },
    schema: {
      tags, summary: 'Give a contact a coupon; who has it already keeps the one', operationId: 'issueCoupon', description: 'They find it by whichever door they come to the shop. 200: they have it already, or had it.', params: CouponTemplateParams,
      body: Type.Object({ contactId: ContactId }, exact), response: { 200: Given, 201: Given },
    },
  }, async (request, reply) => {
    const { brand: { brandId }, params: { couponTemplateId }, body: { contactId } } = request;
    const { coupon, isNew } = await request.brand.tx(async (tx) => {
      await requireLiving(tx, brandId, contactId);
      // A contact's number is that of its first identity.
      const given = await issueCoupon(tx, brandId, timers, couponTemplateId, contactId, 'brand');
      if (given.isNew) await audit(tx, request, { action: 'coupon.given', subject: `contact:${contactId}`, after: { couponTemplateId, couponId: given.coupon.id } });
      return given;
    });
    return reply.code(isNew ? 201 : 200).send({ ...coupon, isNew });
  });
};
