import { audit, decodeCursor, idsQuery, pageOf, pageQuery, pageReply, seesOnlyAggregates, type Actor } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { addDays, badRequest, localDay, now } from '@qingniao/kernel';
import type { BrandDatabase, Jobs, JobView } from '@qingniao/storage';
import { Type } from 'typebox';
import { trendsOf } from './members.ts';
import { RuleField, SegmentDetail, SegmentParams, SegmentRow, StateField, tags } from './route-fields.ts';
import type { AudienceRoutesDeps } from './routes.ts';
import {
  archiveSegment, cancelPublishing, changeSegment, createSegment, listSegments, publishSegment, PUBLISH_JOB, readSegment, type Segment,
} from './segments.ts';
import { namesFor, type PushTitles } from './sentence/names.ts';
import { linesOf, sentenceOf } from './sentence/sentence.ts';
import { countPeople, safeJob, safeSize } from './suppress-small-counts.ts';

const Name = Type.String({ minLength: 1, maxLength: 60 });
const TREND_DAYS = 60;

/** Segments themselves: their names, rules and states. */
export const segmentRoutes: FastifyPluginAsyncTypebox<AudienceRoutesDeps> = async (app, { jobs, pushTitles }) => {
  const shown = (brand: BrandDatabase, actor: Actor, segment: Segment) => detailOf(brand, actor, jobs, pushTitles, segment);

  app.get('/segments', {
    config: { permission: 'insights:read' },
    schema: {
      tags, summary: 'Segments, newest first', operationId: 'listSegments',
      querystring: Type.Object({
        ...pageQuery, ...idsQuery, text: Type.Optional(Type.String({ maxLength: 60, description: 'In the name' })),
        kind: Type.Optional(Type.Unsafe<'rule' | 'list'>({ type: 'string', enum: ['rule', 'list'] })),
        state: Type.Optional(StateField),
      }),
      response: { 200: pageReply(SegmentRow) },
    },
  }, async ({ actor, brand, query }) => {
    const { limit, cursor, ...filter } = query;
    const after = decodeCursor(brand, cursor, ['string']);
    const page = pageOf(await listSegments(brand, brand.brandId, filter, limit + 1, after === null ? null : String(after[0])), limit, brand, (row) => [row.id]);
    const hidden = seesOnlyAggregates(actor);
    const [everybody, trends] = await Promise.all([
      hidden ? countPeople(brand) : 0,
      hidden ? new Map<string, number[]>() : trendsOf(brand, brand.brandId, page.items.map(({ id }) => id), addDays(localDay(now()), -TREND_DAYS)),
    ]);
    return { ...page, items: page.items.map((one) => ({ ...one, ...safeSize(actor, one, everybody), trend: trends.get(one.id) ?? [] })) };
  });

  app.post('/segments', {
    config: { permission: 'people:write' },
    schema: {
      tags, summary: 'Make a segment', operationId: 'createSegment', description: 'A draft: it has members once it is published.',
      body: Type.Object({ name: Name, rule: RuleField }, { additionalProperties: false }), response: { 201: SegmentDetail },
    },
  }, async (request, reply) => {
    const made = await request.brand.tx(async (tx) => {
      const segment = await createSegment(tx, request.brand.brandId, request.body, request.actor.id);
      await audit(tx, request, { action: 'segment.created', subject: `segment:${segment.id}`, after: { name: segment.name, rule: segment.rule } });
      return segment;
    });
    return reply.code(201).send(await shown(request.brand, request.actor, made));
  });

  app.get('/segments/:segmentId', {
    config: { permission: 'insights:read' },
    schema: { tags, summary: 'One segment, its rule also in words', operationId: 'readSegment', params: SegmentParams, response: { 200: SegmentDetail } },
  }, async ({ actor, brand, params }) => shown(brand, actor, await readSegment(brand, brand.brandId, params.segmentId)));

  app.patch('/segments/:segmentId', {
    config: { permission: 'people:write' },
    schema: {
      tags, summary: 'Rename a segment, or change its rule', operationId: 'changeSegment', description: 'Members follow a new rule from the next publication on.',
      params: SegmentParams,
      body: Type.Object({ name: Type.Optional(Name), rule: Type.Optional(RuleField) }, { additionalProperties: false, minProperties: 1 }), response: { 200: SegmentDetail },
    },
  }, async (request) => {
    const after = await request.brand.tx(async (tx) => {
      const changed = await changeSegment(tx, request.brand.brandId, request.params.segmentId, request.body);
      const facts = ({ name, rule }: Segment) => ({ name, rule });
      await audit(tx, request, { action: 'segment.changed', subject: `segment:${changed.after.id}`, before: facts(changed.before), after: facts(changed.after) });
      return changed.after;
    });
    return shown(request.brand, request.actor, after);
  });

  app.post('/segments/:segmentId/duplicate', {
    config: { permission: 'people:write' },
    schema: {
      tags, summary: 'A new draft with the same rule', operationId: 'duplicateSegment', params: SegmentParams,
      body: Type.Object({ name: Name }, { additionalProperties: false }), response: { 201: SegmentDetail },
    },
  }, async (request, reply) => {
    const made = await request.brand.tx(async (tx) => {
      const { rule } = await readSegment(tx, request.brand.brandId, request.params.segmentId);
      if (rule === null) throw badRequest('segment_is_list', { zh: '静态名单没有规则，不能复制。', en: 'A list has no rule to copy.' });
      const segment = await createSegment(tx, request.brand.brandId, { name: request.body.name, rule }, request.actor.id);
      await audit(tx, request, { action: 'segment.created', subject: `segment:${segment.id}`, after: { name: segment.name, from: request.params.segmentId } });
      return segment;
    });
    return reply.code(201).send(await shown(request.brand, request.actor, made));
  });

  app.post('/segments/:segmentId/archive', {
    config: { permission: 'people:write' },
    schema: { tags, summary: 'Take a segment out of use', operationId: 'archiveSegment', description: 'Nobody is a member any more; its history stays.', params: SegmentParams, response: { 200: SegmentDetail } },
  }, async (request) => {
    const archived = await request.brand.tx(async (tx) => {
      const segment = await archiveSegment(tx, request.brand.brandId, request.params.segmentId);
      await audit(tx, request, { action: 'segment.archived', subject: `segment:${segment.id}`, after: { name: segment.name } });
      return segment;
    });
    return shown(request.brand, request.actor, archived);
  });

  app.post('/segments/:segmentId/publish', {
    config: { permission: 'people:write' },
    schema: {
      tags, summary: 'Make the members what the rule says, and keep them so', operationId: 'publishSegment', description: 'Progress stands in the segment’s `job`.',
      params: SegmentParams, response: { 202: Type.Object({ jobId: Type.String() }) },
    },
  }, async (request, reply) => {
    const started = await request.brand.tx(async (tx) => {
      const { jobId } = await publishSegment(tx, jobs, request.brand.brandId, request.params.segmentId);
      await audit(tx, request, { action: 'segment.published', subject: `segment:${request.params.segmentId}` });
      return { jobId };
    });
    return reply.code(202).send(started);
  });

  app.delete('/segments/:segmentId/publish', {
    config: { permission: 'people:write' },
    schema: { tags, summary: 'Stop the publication under way', operationId: 'cancelPublishing', description: 'Members stay as they were.', params: SegmentParams, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    const { brand, params: { segmentId } } = request;
    await cancelPublishing(jobs, brand, segmentId, (tx) => audit(tx, request, { action: 'segment.publishing_stopped', subject: `segment:${segmentId}` }));
    return reply.code(204).send(null);
  });
};

async function detailOf(brand: BrandDatabase, actor: Actor, jobs: Jobs, pushTitles: PushTitles, segment: Segment) {
  const { rule } = segment;
  const [everybody, names, job] = await Promise.all([
    seesOnlyAggregates(actor) ? countPeople(brand) : 0,
    rule === null ? null : namesFor(brand, rule.root, pushTitles),
    lastPublication(brand, jobs, segment.id),
  ]);
  return {
    ...segment, ...safeSize(actor, segment, everybody), job: job && job.state !== 'done' && job.state !== 'cancelled' ? safeJob(actor, job) : null,
    sentence: rule && names ? sentenceOf(rule, names) : null, lines: rule && names ? linesOf(rule, names) : null,
  };
}

/** The segment forgets a job that failed; why it did stands in the job. */
async function lastPublication(brand: BrandDatabase, jobs: Jobs, segmentId: string): Promise<JobView | null> {
  const rows = await brand.query<{ id: string }>(
    'select id from job where brand_id = $1 and kind = $2 and key = $3 order by created_at desc, id desc limit 1', [brand.brandId, PUBLISH_JOB, segmentId],
  );
  return (await jobs.find(brand.brandId, rows.map(({ id }) => id)))[0] ?? null;
}
