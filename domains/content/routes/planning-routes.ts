import { audit, BothTexts, Day, nullable, oneOf, Timestamp } from '@qingniao/access';
import { localDay, now, shanghaiMidnight, addDays } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { readSettings } from '../approval/settings.ts';
import { addNote, readCalendar, removeNote } from '../calendar/calendar.ts';
import { linterRuleNames, linterRules } from '../linter/linter.ts';
import { linterRuleStates, setLinterRule } from '../linter/rules.ts';
import { archivePartner, createPartner, listPartners } from '../partners.ts';
import { fillSlots, livePool, MOST_SLOTS } from '../pool/fill-slots.ts';
import { poolAudienceNames } from '../pool/groups.ts';
import type { ContentRoutesDeps } from './deps.ts';
import { Id, PoolAudience, PoolGroup, Standing, tags } from './fields.ts';

const PoolArticle = Type.Object({
  id: Type.String(), version: Type.Integer(), title: Type.String(), author: Type.String(), digest: Type.String(), coverId: nullable(Type.String()), topic: Type.String(), group: PoolGroup, audiences: Type.Array(PoolAudience),
  expiresAt: nullable(Timestamp), invitesToJoin: Type.Boolean(), approved: Type.Boolean(),
});
const Festival = Type.Object({ key: Type.String(), zh: Type.String(), en: Type.String(), day: Day, lead: Type.Integer(), crowding: oneOf(['high', 'some']) });
const Note = Type.Object({ id: Type.String(), text: Type.String() });
const CalendarDay = Type.Object({
  day: Day, articles: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), approval: Standing })), notes: Type.Array(Note), festivals: Type.Array(Festival), crowdedBy: Type.Array(Festival),
  pushes: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), state: Type.String(), at: Timestamp })),
});
const Rule = Type.Object({
  rule: oneOf(linterRuleNames), zh: Type.String(), en: Type.String(), lift: Type.Integer(), on: oneOf(['open_rate', 'engagement_rate']), source: BothTexts,
  enabled: Type.Boolean(), reason: nullable(oneOf(['brand', 'own_tests'])), evidence: Type.Any(), changedAt: nullable(Timestamp),
});
const Partner = Type.Object({
  id: Type.String(), name: Type.String(), note: Type.String(), articles: Type.Integer(), costFen: nullable(Type.Integer({ description: 'Null for who does not see costs' })), createdAt: Timestamp,
});

/** The pool, the calendar, the linter's rules, content partners. */
export const planningRoutes: FastifyPluginAsyncTypebox<ContentRoutesDeps> = async (app, deps) => {
  app.get('/content/pool', {
    config: { permission: 'pushes:read' },
    schema: { tags, summary: 'The sub-article pool as it stands now (W-37)', operationId: 'contentPool', response: { 200: Type.Object({ items: Type.Array(PoolArticle) }) } },
  }, async (request) => ({ items: await livePool(request.brand, request.brand.brandId) }));

  app.get('/content/pool/fill', {
    config: { permission: 'pushes:read' },
    schema: {
      tags, summary: 'Articles for slots 2..n: groups take turns, members never get "join the programme"', operationId: 'fillSlots',
      querystring: Type.Object({
        audience: oneOf(['everyone', ...poolAudienceNames]), slots: Type.Integer({ minimum: 0, maximum: MOST_SLOTS }),
        taken: Type.Optional(Type.String({ description: 'Ids already in the push, separated by commas' })),
      }),
      response: { 200: Type.Object({ items: Type.Array(PoolArticle) }) },
    },
  }, async (request) => {
    const { audience, slots, taken } = request.query;
    const { approvalNeeded } = await readSettings(request.brand, request.brand.brandId);
    return { items: await fillSlots(request.brand, request.brand.brandId, audience, slots, { approvedOnly: approvalNeeded, taken: taken?.split(',') ?? [] }) };
  });

  app.get('/content/calendar', {
    config: { permission: 'pushes:read' },
    schema: {
      tags, summary: 'Articles, pushes, notes and festivals by day (L-05)', operationId: 'contentCalendar',
      querystring: Type.Object({ from: Day, to: Day, assetId: Type.Optional(Type.String({ description: 'The account whose pushes are shown' })) }),
      response: { 200: Type.Object({ days: Type.Array(CalendarDay) }) },
    },
  }, async (request) => {
    const { from, to, assetId } = request.query;
    const { brand } = request;
    const days = await readCalendar(brand, brand.brandId, from, to);
    const pushes = assetId === undefined ? [] : await deps.calendar.pushesBetween(brand, assetId, shanghaiMidnight(from), shanghaiMidnight(addDays(to, 1)));
    return { days: days.map((day) => ({ ...day, pushes: pushes.filter(({ at }) => localDay(at) === day.day) })) };
  });

  app.get('/content/calendar/quota', {
    config: { permission: 'pushes:write' },
    schema: {
      tags, summary: 'Followers by the pushes they can still get this calendar month', operationId: 'quotaLeft', querystring: Type.Object({ assetId: Type.String() }),
      response: {
        200: Type.Object({
          month: Type.String(), perFollower: nullable(Type.Integer({ description: 'Null: no such limit (subscription accounts)' })),
          followers: Type.Array(Type.Integer(), { description: 'Index: pushes left' }),
        }),
      },
    },
  }, async (request) => {
    const month = localDay(now()).slice(0, 7);
    return { month, ...(await deps.calendar.quotaLeft(request.brand, request.query.assetId, month)) };
  });

  app.post('/content/calendar/notes', {
    config: { permission: 'pushes:write' },
    schema: {
      tags, summary: 'Write into a day', operationId: 'addCalendarNote', body: Type.Object({ day: Day, text: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }) }, { additionalProperties: false }),
      response: { 201: Note },
    },
  }, async (request, reply) => {
    const { day, text } = request.body;
    return reply.code(201).send(await request.brand.tx((tx) => addNote(tx, request.brand.brandId, day, text, request.actor.id)));
  });

  app.delete('/content/calendar/notes/:noteId', {
    config: { permission: 'pushes:write' },
    schema: { tags, summary: 'Take a note out', operationId: 'removeCalendarNote', params: Type.Object({ noteId: Type.String() }), response: { 204: Type.Null() } },
  }, async (request, reply) => {
    await request.brand.tx((tx) => removeNote(tx, request.brand.brandId, request.params.noteId));
    return reply.code(204).send(null);
  });

  app.get('/content/linter', {
    config: { permission: 'pushes:read' },
    schema: { tags, summary: 'The six rules (W-41), their sources, and which are off', operationId: 'linterRules', response: { 200: Type.Object({ items: Type.Array(Rule) }) } },
  }, async (request) => ({
    items: (await linterRuleStates(request.brand, request.brand.brandId)).map(({ changedBy: _, ...state }) => {
      const { zh, en, lift, on, source } = linterRules[state.rule];
      return { zh, en, lift, on, source, ...state };
    }),
  }));

  app.put('/content/linter/:rule', {
    config: { permission: 'pushes:write' },
    schema: {
      tags, summary: 'Switch a rule', operationId: 'switchLinterRule', params: Type.Object({ rule: oneOf(linterRuleNames) }),
      body: Type.Object({ enabled: Type.Boolean() }, { additionalProperties: false }), response: { 204: Type.Null() },
    },
  }, async (request, reply) => {
    const { rule } = request.params;
    const { enabled } = request.body;
    await request.brand.tx(async (tx) => {
      await setLinterRule(tx, request.brand.brandId, rule, { enabled, reason: 'brand' }, request.actor.id);
      await audit(tx, request, { action: 'linter.switched', subject: `rule:${rule}`, after: { enabled } });
    });
    return reply.code(204).send(null);
  });

  app.get('/content/partners', {
    config: { permission: 'pushes:read' },
    schema: { tags, summary: 'Content partners (L-06) with their articles and cost', operationId: 'contentPartners', response: { 200: Type.Object({ items: Type.Array(Partner) }) } },
  }, async (request) => {
    const { permissions } = request.actor;
    const seesCosts = permissions.has('finance:read') || permissions.has('pushes:write');
    return { items: (await listPartners(request.brand, request.brand.brandId)).map((partner) => (seesCosts ? partner : { ...partner, costFen: null })) };
  });

  app.post('/content/partners', {
    config: { permission: 'pushes:write' },
    schema: {
      tags, summary: 'Add a content partner', operationId: 'createContentPartner',
      body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }), note: Type.Optional(Type.String({ maxLength: 200 })) }, { additionalProperties: false }), response: { 201: Id },
    },
  }, async (request, reply) => {
    const { name, note = '' } = request.body;
    const id = await request.brand.tx(async (tx) => {
      const made = await createPartner(tx, request.brand.brandId, { name, note });
      await audit(tx, request, { action: 'content_partner.created', subject: `partner:${made}`, after: { name } });
      return made;
    });
    return reply.code(201).send({ id });
  });

  app.delete('/content/partners/:partnerId', {
    config: { permission: 'pushes:write' },
    schema: { tags, summary: 'Archive a content partner; its articles keep it', operationId: 'archiveContentPartner', params: Type.Object({ partnerId: Type.String() }), response: { 204: Type.Null() } },
  }, async (request, reply) => {
    const { partnerId } = request.params;
    await request.brand.tx(async (tx) => {
      await archivePartner(tx, request.brand.brandId, partnerId);
      await audit(tx, request, { action: 'content_partner.archived', subject: `partner:${partnerId}` });
    });
    return reply.code(204).send(null);
  });
};
