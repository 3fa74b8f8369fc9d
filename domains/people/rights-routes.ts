import { audit, ContactId, decodeCursor, findBrand, nullable, oneOf, pageOf, pageQuery, pageReply, Timestamp } from '@qingniao/access';
import { badRequest } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { closeRightsRequest, countOpenRequests, eraseContact, openRightsRequest, rightsRequests } from './erase.ts';
import { exportPerson } from './export-person.ts';
import { requireLiving } from './living.ts';
import { readablePerson } from './readable-person.ts';
import { ContactParams } from './route-fields.ts';
import type { PeopleRouteOptions } from './routes.ts';

const Kind = oneOf(['access', 'correction', 'erasure', 'objection']);
const Request = Type.Object({
  id: Type.String(), contactId: ContactId, kind: Kind, openedAt: Timestamp, dueAt: Timestamp,
  closedAt: nullable(Timestamp), closedBy: nullable(Type.String()), report: Type.Unknown(),
});
const Erasure = Type.Object({
  requestId: Type.String(), contactId: ContactId, at: Timestamp, tables: Type.Array(Type.Object({ table: Type.String(), rows: Type.Integer() })),
});

export const rightsRoutes: FastifyPluginAsyncTypebox<PeopleRouteOptions> = async (app, { parts }) => {
  const tags = ['rights'];

  app.get('/rights-requests', {
    config: { permission: 'people:erase' },
    schema: {
      tags, summary: 'The rights desk: open requests first', operationId: 'listRightsRequests', querystring: Type.Object({ ...pageQuery }),
      response: { 200: Type.Object({ ...pageReply(Request).properties, open: Type.Integer({ description: 'Requests still to be answered, on all pages' }) }) },
    },
  }, async ({ brand, query: { cursor, limit } }) => {
    const after = decodeCursor(brand, cursor, ['date?', 'date', 'string']) as [Date | null, Date, string] | null;
    const rows = await rightsRequests(brand, brand.brandId, after && { closedAt: after[0], dueAt: after[1], id: after[2] }, limit + 1);
    return { ...pageOf(rows, limit, brand, (row) => [row.closedAt, row.dueAt, row.id]), open: await countOpenRequests(brand, brand.brandId) };
  });

  app.post('/rights-requests', {
    config: { permission: 'people:erase' },
    schema: {
      tags, summary: 'Start the clock of a request', operationId: 'openRightsRequest',
      body: Type.Object({ contactId: ContactId, kind: Kind }, { additionalProperties: false }), response: { 201: Request },
    },
  }, async (request, reply) => {
    const { contactId, kind } = request.body;
    const opened = await request.brand.tx(async (tx) => {
      await requireLiving(tx, request.brand.brandId, contactId);
      const made = await openRightsRequest(tx, request.brand.brandId, contactId, kind);
      await audit(tx, request, { action: 'rights.opened', subject: `contact:${contactId}`, after: { kind } });
      return made;
    });
    return reply.code(201).send(opened);
  });

  app.post('/rights-requests/:requestId/close', {
    config: { permission: 'people:erase' },
    schema: {
      tags, summary: 'Close a request that was answered', operationId: 'closeRightsRequest', description: 'An erasure closes by erasing.',
      params: Type.Object({ requestId: Type.String({ maxLength: 64 }) }), response: { 204: Type.Null() },
    },
  }, async (request, reply) => {
    await request.brand.tx(async (tx) => {
      await audit(tx, request, { action: 'rights.closed', subject: `rights_request:${request.params.requestId}` });
      await closeRightsRequest(tx, request.brand.brandId, request.params.requestId, request.actor.id);
    });
    return reply.code(204).send(null);
  });

  app.get('/contacts/:contactId/copy', {
    config: { permission: 'people:erase' },
    schema: {
      tags, summary: 'A person’s copy of their data', operationId: 'exportPerson', description: 'JSON to take along, or a page to read. Written to the audit log.',
      params: ContactParams, querystring: Type.Object({ format: oneOf(['json', 'html']) }),
      response: { 200: { content: { 'application/json': { schema: Type.Unknown() }, 'text/html': { schema: Type.String() } } } },
    },
  }, async (request, reply) => {
    const { contactId } = request.params;
    const { format } = request.query;
    await request.brand.tx((tx) => audit(tx, request, { action: 'contact.copied', subject: `contact:${contactId}`, after: { format } }));
    const person = await exportPerson(request.brand, request.brand.brandId, contactId, parts.secrets, parts.exporters);
    reply.header('content-disposition', `attachment; filename="person-${contactId}.${format}"`);
    if (format === 'html') {
      const { zone } = (await findBrand(request.brand, request.brand.brandId))!;
      return reply.type('text/html; charset=utf-8').send(readablePerson(person, request.language, zone) as never);
    }
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(person, null, 2) as never);
  });

  app.post('/contacts/:contactId/erase', {
    config: { permission: 'people:erase' },
    schema: {
      tags, summary: 'Erase a person', operationId: 'eraseContact', description: 'For good. The answer says what was deleted in which table.',
      params: ContactParams,
      body: Type.Object({ confirm: Type.Integer({ description: 'The contact’s number, typed again' }) }, { additionalProperties: false }),
      response: { 200: Erasure },
    },
  }, async (request) => {
    const { contactId } = request.params;
    if (request.body.confirm !== contactId) {
      throw badRequest('not_confirmed', { zh: '请再次输入联系人编号以确认删除。', en: 'Type the contact’s number again to confirm.' }, { field: 'confirm' });
    }
    return eraseContact(request.brand, contactId, request, parts);
  });
};
