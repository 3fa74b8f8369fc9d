import { Readable } from 'node:stream';
import { audit, decodeCursor, pageOf, pageQuery, pageReply } from '@qingniao/access';
import { badRequest } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type, type Static } from 'typebox';
import { contactsCsv } from './export-contacts.ts';
import { countContacts, listContacts, positionOf, type ContactFilter } from './list-contacts.ts';
import type { Stage } from './matrix.ts';
import { nameFor, SourceName, StageName, Summary, withName } from './route-fields.ts';
import type { PeopleRouteOptions } from './routes.ts';
import { tagNames } from './tags.ts';

const instant = (description: string) => Type.Optional(Type.String({ format: 'date-time', description }));

const filterQuery = {
  stage: Type.Optional(Type.Array(StageName, { maxItems: 4 })),
  source: Type.Optional(Type.Array(SourceName, { maxItems: 6 })),
  channel: Type.Optional(Type.String({ maxLength: 64 })),
  tag: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 20, description: 'Carries all of these' })),
  subscribed: Type.Optional(Type.Boolean()),
  asset: Type.Optional(Type.String({ maxLength: 64, description: 'The account `subscribed` is about; default any' })),
  followedFrom: instant('Latest follow at or after'),
  followedTo: instant('Latest follow before'),
  activeFrom: instant('Last active at or after'),
  activeTo: instant('Last active before'),
  q: Type.Optional(Type.String({ maxLength: 100, description: 'Beginning of a name or remark, or a whole phone number, openid, unionid, member number or number of a contact' })),
};
const FilterQuery = Type.Object(filterQuery);

function filterFrom(query: Static<typeof FilterQuery>): ContactFilter {
  const date = (name: 'followedFrom' | 'followedTo' | 'activeFrom' | 'activeTo') => (query[name] === undefined ? {} : { [name]: new Date(query[name]) });
  const ends = [query.followedFrom, query.followedTo, query.activeFrom, query.activeTo];
  for (const [from, to] of [[ends[0], ends[1]], [ends[2], ends[3]]]) {
    if (from !== undefined && to !== undefined && new Date(from) > new Date(to)) {
      throw badRequest('empty_period', { zh: '结束时间早于开始时间。', en: 'The end is before the beginning.' });
    }
  }
  return {
    ...(query.stage ? { stages: query.stage as Stage[] } : {}),
    ...(query.source ? { sources: query.source } : {}),
    ...(query.channel === undefined ? {} : { channelId: query.channel }),
    ...(query.tag ? { tags: query.tag } : {}),
    ...(query.subscribed === undefined ? {} : { subscribed: query.subscribed }),
    ...(query.asset === undefined ? {} : { assetId: query.asset }),
    ...date('followedFrom'), ...date('followedTo'), ...date('activeFrom'), ...date('activeTo'),
    ...(query.q === undefined ? {} : { text: query.q }),
  };
}

export const contactListRoutes: FastifyPluginAsyncTypebox<PeopleRouteOptions> = async (app, { parts: { secrets }, channelNames }) => {
  const tags = ['contacts'];

  app.get('/contacts', {
    config: { permission: 'people:read' },
    schema: {
      tags, summary: 'List contacts, newest first', operationId: 'listContacts',
      querystring: Type.Object({ ...pageQuery, ...filterQuery }), response: { 200: pageReply(Summary) },
    },
  }, async (request) => {
    const { limit, cursor, ...query } = request.query;
    const position = decodeCursor(request.brand, cursor, ['date', 'number']);
    const filter = filterFrom(query);
    const after = position ? { at: position[0] as Date, id: position[1] as number } : null;
    const rows = await listContacts(request.brand, request.brand.brandId, filter, after, limit + 1, secrets);
    const page = pageOf(rows, limit, request.brand, (row) => {
      const { at, id } = positionOf(filter, row);
      return [at, id];
    });
    return { ...page, items: page.items.map((one) => withName(one, nameFor(request.actor))) };
  });

  app.get('/contacts/count', {
    config: { permission: 'people:read' },
    schema: {
      tags, summary: 'Count contacts', operationId: 'countContacts',
      querystring: FilterQuery, response: { 200: Type.Object({ count: Type.Integer() }) },
    },
  }, async (request) => ({ count: await countContacts(request.brand, request.brand.brandId, filterFrom(request.query), secrets) }));

  app.get('/contacts/export', {
    config: { permission: 'people:export' },
    schema: {
      tags, summary: 'Export contacts as CSV', operationId: 'exportContacts', description: 'Phones are masked. The export is written to the audit log.',
      querystring: FilterQuery, response: { 200: { content: { 'text/csv': { schema: Type.String() } } } },
    },
  }, async (request, reply) => {
    const { brandId } = request.brand;
    const filter = filterFrom(request.query);
    const count = await countContacts(request.brand, brandId, filter, secrets);
    // What was searched for may be a phone number: the line says that there was a search, not for whom.
    const { text, ...kept } = filter;
    await request.brand.tx((tx) => audit(tx, request, {
      action: 'contacts.exported', subject: 'contacts', after: { count, filter: { ...kept, ...(text === undefined ? {} : { text: '…' }) } },
    }));
    const csv = contactsCsv(request.brand, brandId, filter, secrets, {
      language: request.language, shown: nameFor(request.actor), channels: (ids) => channelNames(request.brand, brandId, ids),
      tags: (ids) => tagNames(request.brand, brandId, ids),
    });
    return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="contacts.csv"').send(Readable.from(csv) as never);
  });
};
