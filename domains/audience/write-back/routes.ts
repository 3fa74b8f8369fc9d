import { audit, BothTexts, nullable, Timestamp } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { JobStateField, SegmentParams, tags } from '../route-fields.ts';
import type { AudienceRoutesDeps } from '../routes.ts';
import { readSegment } from '../segments.ts';

const KeptTag = Type.Object({
  tagId: Type.String(), name: Type.String(), assetId: Type.String(), state: nullable(JobStateField), done: Type.Integer(), total: nullable(Type.Integer()),
  lastError: nullable(BothTexts), startedAt: nullable(Timestamp), finishedAt: nullable(Timestamp),
  resumesAt: nullable(Type.Unsafe<Date | string>({ type: 'string', format: 'date-time', description: 'Today’s calls are used up; it goes on then' })),
  added: Type.Integer(), removed: Type.Integer(), full: Type.Integer({ description: 'Followers who carry 20 tags already' }),
  refused: Type.Integer({ description: 'Openids WeChat refused' }),
});

/** Tags at WeChat kept equal to segments. */
export const writeBackRoutes: FastifyPluginAsyncTypebox<AudienceRoutesDeps> = async (app, { writeBack }) => {
  app.get('/segments/:segmentId/tags', {
    config: { permission: 'people:read' },
    schema: { tags, summary: 'WeChat tags kept equal to a segment', operationId: 'listSegmentTags', params: SegmentParams, response: { 200: Type.Object({ items: Type.Array(KeptTag) }) } },
  }, async ({ brand, params: { segmentId } }) => {
    await readSegment(brand, brand.brandId, segmentId);
    return { items: await writeBack.list(brand, segmentId) };
  });

  app.post('/segments/:segmentId/tags', {
    config: { permission: 'people:write' },
    schema: {
      tags, summary: 'Make a WeChat tag equal to a segment', operationId: 'writeSegmentTag',
      description: 'Members who follow the account get the tag, everybody else loses it, 50 openids a call. Ask again to bring it up to date.',
      params: SegmentParams,
      body: Type.Object({
        assetId: Type.String({ maxLength: 64 }), tagId: Type.Optional(Type.String({ maxLength: 120, description: 'A tag of that account' })),
        name: Type.Optional(Type.String({ minLength: 1, maxLength: 30, description: 'Of a new tag, without `tagId`' })),
      }, { additionalProperties: false }),
      response: { 202: Type.Object({ tagId: Type.String() }) },
    },
  }, async (request, reply) => {
    const { brand, body, params: { segmentId } } = request;
    const tagId = await writeBack.keep(brand, segmentId, body, (tx, made) =>
      audit(tx, request, { action: 'segment.tag_written', subject: `segment:${segmentId}`, after: { tagId: made } }));
    return reply.code(202).send({ tagId });
  });

  app.delete('/segments/:segmentId/tags/:tagId', {
    config: { permission: 'people:write' },
    schema: {
      tags, summary: 'Stop keeping a tag equal to a segment', operationId: 'forgetSegmentTag', description: 'Followers keep the tag at WeChat.',
      params: Type.Object({ ...SegmentParams.properties, tagId: Type.String({ maxLength: 120 }) }), response: { 204: Type.Null() },
    },
  }, async (request, reply) => {
    const { brand, params: { segmentId, tagId } } = request;
    await writeBack.stop(brand, segmentId, tagId, (tx) => audit(tx, request, { action: 'segment.tag_let_go', subject: `segment:${segmentId}`, after: { tagId } }));
    return reply.code(204).send(null);
  });
};
