import { audit, nullable, oneOf } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { badRequest, Problem } from '@qingniao/kernel';
import { Type } from 'typebox';
import { ListError, tags } from '../route-fields.ts';
import type { AudienceRoutesDeps } from '../routes.ts';
import { createList } from '../segments.ts';
import { findListed } from './find-listed.ts';
import { listKinds, MAX_LIST_BYTES, readList, type ListKind } from './read-list.ts';

const By = oneOf(Object.keys(listKinds) as ListKind[], { description: 'What the rows call people by' });
const Text = Type.String({ minLength: 1, description: 'One name a line, or CSV whose heading names the column; UTF-8' });
const LISTED_ERRORS = 100;

/** Segments that are lists of people. */
export const listRoutes: FastifyPluginAsyncTypebox<AudienceRoutesDeps> = async (app, { secrets }) => {
  app.post('/segments/lists/preview', {
    bodyLimit: MAX_LIST_BYTES,
    config: { permission: 'people:import' },
    schema: {
      tags, summary: 'Check a list of people', operationId: 'previewSegmentList', description: 'Writes nothing.',
      body: Type.Object({ text: Text, by: By }, { additionalProperties: false }),
      response: {
        200: Type.Object({
          digest: Type.String({ description: 'Name it when the list is made' }), rows: Type.Integer(), people: Type.Integer({ description: 'Who would be in it' }),
          repeated: Type.Integer({ description: 'Rows that name somebody a second time' }),
          notFollowing: Type.Integer({ description: 'Of the people, who follows no account at present' }), errors: Type.Array(ListError), moreErrors: Type.Integer(),
          byCode: Type.Object({ invalid: Type.Integer(), unknown: Type.Integer(), erased: Type.Integer() }),
        }),
      },
    },
  }, async ({ brand, body: { text, by } }) => {
    const list = readList(text, by, brand.brandId, secrets);
    const { identityIds, repeated, notFollowing, errors } = await findListed(brand, brand.brandId, list, by);
    const byCode = { invalid: 0, unknown: 0, erased: 0 };
    for (const { code } of errors) byCode[code] += 1;
    return {
      digest: list.digest, rows: list.rows.length + list.errors.length, people: identityIds.length, repeated, notFollowing, byCode,
      errors: errors.slice(0, LISTED_ERRORS), moreErrors: Math.max(0, errors.length - LISTED_ERRORS),
    };
  });

  app.post('/segments/lists', {
    bodyLimit: MAX_LIST_BYTES,
    config: { permission: 'people:import' },
    schema: {
      tags, summary: 'Make a segment of a list that was checked', operationId: 'createSegmentList',
      description: 'All of it or nothing: while a row is wrong nothing is made, unless `leaveOut` says to do without the wrong rows.',
      body: Type.Object({
        name: Type.String({ minLength: 1, maxLength: 60 }), text: Text, by: By, digest: Type.String({ maxLength: 64 }),
        leaveOut: Type.Optional(Type.Boolean({ default: false })),
      }, { additionalProperties: false }),
      response: { 201: Type.Object({ id: Type.String(), size: nullable(Type.Integer()), leftOut: Type.Integer() }) },
    },
  }, async (request, reply) => {
    const { brand, body: { name, text, by, digest, leaveOut } } = request;
    const list = readList(text, by, brand.brandId, secrets);
    if (list.digest !== digest) throw new Problem('file_changed', 409, { zh: '名单与预览时不同，请重新预览。', en: 'This is not the list that was previewed; preview it again.' });
    const made = await brand.tx(async (tx) => {
      const { identityIds, errors } = await findListed(tx, brand.brandId, list, by);
      if (errors.length > 0 && !leaveOut) {
        throw badRequest('list_errors', {
          zh: `有 ${errors.length} 行不正确，未导入任何人。`, en: `${errors.length} row${errors.length === 1 ? ' is' : 's are'} wrong; nobody was imported.`,
        }, { data: { errors: errors.slice(0, LISTED_ERRORS) } });
      }
      if (identityIds.length === 0) throw badRequest('empty_list', { zh: '名单中没有可用的人。', en: 'Nobody on the list can be used.' }, { field: 'text' });
      const segment = await createList(tx, brand.brandId, { name, identityIds }, request.actor.id);
      await audit(tx, request, { action: 'segment.list_imported', subject: `segment:${segment.id}`, after: { name: segment.name, by, people: segment.size, leftOut: errors.length } });
      return { id: segment.id, size: segment.size, leftOut: errors.length };
    });
    return reply.code(201).send(made);
  });
};
