import { Readable } from 'node:stream';
import { audit, BothTexts, ContactId, decodeCursor, nullable, oneOf, pageOf, pageQuery, pageReply, Timestamp } from '@qingniao/access';
import { badRequest } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { EventNames } from './details.ts';
import { eventTypes, type EventType } from './event-types.ts';
import { readRecent } from './read-events.ts';
import { timeline, timelineCsv, unknownNames } from './timeline.ts';
import type { LogEvent } from './types.ts';

const actors = ['person', 'platform', 'brand'] as const;
const tags = ['activity'];

const Event = Type.Object({
  id: Type.Integer(),
  type: Type.String(),
  name: BothTexts,
  actor: oneOf(actors),
  at: Timestamp,
  receivedAt: Timestamp,
  assetId: nullable(Type.String()),
  identityId: nullable(Type.Integer()),
  props: Type.Record(Type.String(), Type.Unknown()),
});
const ToldEvent = Type.Interface([Event], {
  detail: nullable(Type.Object({ zh: Type.String(), en: Type.String() }, { description: 'What it was about as people say it: what was written, an order’s number and amount, the name of a push' })),
});
/** What happened without what was said: for a feed that several people look at. */
const RecentEvent = Type.Omit(Event, ['props', 'receivedAt']);

const params = Type.Object({ contactId: ContactId });
const types = Type.Optional(Type.String({ maxLength: 2000, description: 'Event types, separated by commas; all without it' }));

export interface ActivityRoutesDeps {
  /** What the ids in events are called; under `asset_id` accounts and mini programs. */
  names: EventNames;
}

/** Under /api/brands/:brandId. */
export const activityRoutes: FastifyPluginAsyncTypebox<ActivityRoutesDeps> = async (app, { names }) => {
  app.get('/contacts/:contactId/timeline', {
    config: { permission: 'people:read' },
    schema: {
      tags, summary: 'What a contact did and met, newest first', operationId: 'contactTimeline',
      params, querystring: Type.Object({ ...pageQuery, types }), response: { 200: pageReply(ToldEvent) },
    },
  }, async ({ brand, params, query }) => {
    const [at, id] = decodeCursor(brand, query.cursor, ['date', 'number']) ?? [];
    const before = at instanceof Date ? { at, id: id as number } : null;
    const events = await timeline(brand, brand.brandId, params.contactId, { types: readTypes(query.types), before, limit: query.limit + 1 }, names);
    return pageOf(events.map((event) => ({ ...shown(event), detail: event.detail })), query.limit, brand, (event) => [event.at, event.id]);
  });

  app.get('/contacts/:contactId/timeline.csv', {
    config: { permission: 'people:export' },
    schema: {
      tags, summary: 'A contact’s timeline as CSV', operationId: 'exportTimeline', description: 'text/csv, newest first.',
      params, querystring: Type.Object({ types }),
    },
  }, async (request, reply) => {
    const { brand, params: { contactId } } = request;
    const wanted = readTypes(request.query.types);
    const lines = timelineCsv(brand, brand.brandId, contactId, wanted, request.language, names);
    // The first piece decides between 404 and an answer.
    const first = await lines.next();
    await brand.tx((tx) => audit(tx, request, { action: 'timeline.exported', subject: `contact:${contactId}` }));
    return reply
      .header('content-disposition', `attachment; filename="timeline-${contactId}.csv"`)
      .type('text/csv; charset=utf-8')
      .send(Readable.from(continued(first.value, lines)));
  });

  app.get('/events/recent', {
    config: { permission: 'people:read' },
    schema: {
      tags, summary: 'What happened lately, newest first', operationId: 'recentEvents',
      querystring: Type.Object({ ...pageQuery, types }), response: { 200: pageReply(RecentEvent) },
    },
  }, async ({ brand, query }) => {
    const [before] = decodeCursor(brand, query.cursor, ['number']) ?? [];
    const events = await readRecent(brand, brand.brandId, readTypes(query.types), (before as number | undefined) ?? null, query.limit + 1);
    const facts = events.map(shown).map(({ props: _props, receivedAt: _receivedAt, ...fact }) => fact);
    return pageOf(facts, query.limit, brand, (event) => [event.id]);
  });

  app.get('/event-types', {
    config: { permission: 'brand:read' },
    schema: {
      tags, summary: 'The catalogue of event types', operationId: 'listEventTypes',
      response: { 200: Type.Object({ items: Type.Array(Type.Object({ type: Type.String(), name: BothTexts, actor: oneOf(actors) })) }) },
    },
  }, async () => ({ items: Object.entries(eventTypes).map(([type, { zh, en, actor }]) => ({ type, name: { zh, en }, actor })) }));

  app.get('/events/unknown', {
    config: { permission: 'status:read' },
    schema: {
      tags, summary: 'Names of WeChat outside the catalogue, with counts', operationId: 'unknownEvents',
      response: { 200: Type.Object({ items: Type.Array(Type.Object({ kind: Type.String(), name: Type.String(), count: Type.Integer(), lastAt: Timestamp })) }) },
    },
  }, async ({ brand }) => ({ items: await unknownNames(brand, brand.brandId) }));
};

function shown({ id, type, at, receivedAt, assetId, identityId, props }: LogEvent) {
  const { zh, en, actor } = eventTypes[type];
  return { id, type, name: { zh, en }, actor, at, receivedAt, assetId, identityId, props };
}

function readTypes(list: string | undefined): EventType[] | null {
  if (list === undefined || list === '') return null;
  const asked = list.split(',');
  const unknown = asked.find((type) => !Object.hasOwn(eventTypes, type));
  if (unknown !== undefined) {
    throw badRequest('unknown_event_type', { zh: `没有“${unknown}”这种事件。`, en: `There is no event type "${unknown}".` }, { field: 'types' });
  }
  return asked as EventType[];
}

async function* continued(first: string | void, rest: AsyncIterable<string>): AsyncGenerator<string> {
  if (first !== undefined) yield first;
  yield* rest;
}
