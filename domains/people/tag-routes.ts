import { audit, ContactId, nullable, oneOf, Timestamp } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { PeopleRouteOptions } from './routes.ts';
import { createTag, deleteTag, listTags, renameTag, syncTags, tagContacts } from './tags.ts';

const Tag = Type.Object({
  id: Type.String(), name: Type.String(), assetId: nullable(Type.String({ description: 'null: the brand’s own' })), wechatId: nullable(Type.Integer()),
  people: Type.Integer(), atWechat: nullable(Type.Integer()), syncedAt: nullable(Timestamp),
  conflict: nullable(oneOf(['missing_at_wechat', 'same_name'])),
});
// WeChat's limit is 30 bytes or 30 characters, depending on where one reads (official-account 9); the platform decides.
const Name = Type.String({ minLength: 1, maxLength: 30 });
const TagParams = Type.Object({ tagId: Type.String({ maxLength: 120 }) });

export const tagRoutes: FastifyPluginAsyncTypebox<PeopleRouteOptions> = async (app, { wechatTagsOf }) => {
  const tags = ['tags'];

  app.get('/tags', {
    config: { permission: 'people:read' },
    schema: { tags, summary: 'Tags, own and WeChat’s', operationId: 'listTags', response: { 200: Type.Object({ items: Type.Array(Tag) }) } },
  }, async (request) => ({ items: await listTags(request.brand, request.brand.brandId) }));

  app.post('/tags', {
    config: { permission: 'people:write' },
    schema: {
      tags, summary: 'Make a tag', operationId: 'createTag', description: 'With an account it is made at WeChat too.',
      body: Type.Object({ name: Name, assetId: Type.Optional(nullable(Type.String())) }, { additionalProperties: false }),
      response: { 201: Type.Object({ id: Type.String() }) },
    },
  }, async (request, reply) => {
    const { name, assetId = null } = request.body;
    const account = assetId === null ? null : { assetId, tags: await wechatTagsOf(request.brand.brandId, assetId) };
    const id = await createTag(request.brand, name, account, (tx, made) =>
      audit(tx, request, { action: 'tag.created', subject: `tag:${made}`, after: { name, assetId } }));
    return reply.code(201).send({ id });
  });

  app.post('/tags/sync', {
    config: { permission: 'people:write' },
    schema: {
      tags, summary: 'Read an account’s tags from WeChat', operationId: 'syncTags',
      body: Type.Object({ assetId: Type.String() }, { additionalProperties: false }), response: { 200: Type.Object({ items: Type.Array(Tag) }) },
    },
  }, async (request) => {
    const { assetId } = request.body;
    await syncTags(request.brand, assetId, await wechatTagsOf(request.brand.brandId, assetId));
    return { items: await listTags(request.brand, request.brand.brandId) };
  });

  app.patch('/tags/:tagId', {
    config: { permission: 'people:write' },
    schema: {
      tags, summary: 'Rename a tag', operationId: 'renameTag', params: TagParams,
      body: Type.Object({ name: Name }, { additionalProperties: false }), response: { 204: Type.Null() },
    },
  }, async (request, reply) => {
    const { name } = request.body;
    await renameTag(request.brand, request.params.tagId, name, (assetId) => wechatTagsOf(request.brand.brandId, assetId), (tx, tagId) =>
      audit(tx, request, { action: 'tag.renamed', subject: `tag:${tagId}`, after: { name } }));
    return reply.code(204).send(null);
  });

  app.delete('/tags/:tagId', {
    config: { permission: 'people:write' },
    schema: { tags, summary: 'Delete a tag everywhere', operationId: 'deleteTag', params: TagParams, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    await deleteTag(request.brand, request.params.tagId, (assetId) => wechatTagsOf(request.brand.brandId, assetId), (tx, tagId) =>
      audit(tx, request, { action: 'tag.deleted', subject: `tag:${tagId}` }));
    return reply.code(204).send(null);
  });

  app.post('/tags/:tagId/contacts', {
    config: { permission: 'people:write' },
    schema: {
      tags, summary: 'Set a tag on contacts, or take it off', operationId: 'tagContacts', params: TagParams,
      description: 'WeChat’s tags change there too, in batches of 50; people who do not follow that account are skipped.',
      body: Type.Object({
        contactIds: Type.Array(ContactId, { minItems: 1, maxItems: 1000, uniqueItems: true }), add: Type.Boolean(),
      }, { additionalProperties: false }),
      response: { 200: Type.Object({ changed: Type.Integer(), skipped: Type.Integer() }) },
    },
  }, async (request) => {
    const { tagId } = request.params;
    const { contactIds, add } = request.body;
    const result = await tagContacts(request.brand, { tagId, contactIds, add }, (assetId) => wechatTagsOf(request.brand.brandId, assetId));
    await request.brand.tx((tx) => audit(tx, request, { action: add ? 'tag.set' : 'tag.taken_off', subject: `tag:${tagId}`, after: result }));
    return result;
  });
};
