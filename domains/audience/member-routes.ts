import { Readable } from 'node:stream';
import { audit, BothTexts, ContactId, Day, decodeCursor, nullable, oneOf, pageOf, pageQuery, pageReply, seesOnlyAggregates, Timestamp } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { addDays, localDay, localTime, now } from '@qingniao/kernel';
import { ContactItem, contactPagesCsv, countStages, nameFor, stagesInTens, tagNames, withName } from '@qingniao/people';
import { channelNames } from '@qingniao/recruitment';
import { Type } from 'typebox';
import { explain } from './explain.ts';
import { memberPages, memberships, membersOf, overlapsOf, segmentsOfContact, stagesOfMembers, type Member } from './members.ts';
import { byStage, SegmentParams, tags } from './route-fields.ts';
import type { AudienceRoutesDeps } from './routes.ts';
import { readSegment, sizeHistory } from './segments.ts';
import { countPeople, safeHistory } from './suppress-small-counts.ts';

const People = nullable(Type.Integer({ description: 'For head office in tens; null where it may not see it' }));
const MemberItem = Type.Intersect([ContactItem, Type.Object({ enteredAt: Timestamp })]);
const Reason = Type.Unsafe<object>({
  type: 'object', additionalProperties: true,
  description: '{ path, type, text: { zh, en }, holds, until, events, count, found: [{ zh, en }], reasons: […] }: one condition of the rule, and what decided it',
});

/** Who is in a segment, since when and why. */
export const memberRoutes: FastifyPluginAsyncTypebox<AudienceRoutesDeps> = async (app, { secrets, pushTitles }) => {
  app.get('/segments/:segmentId/members', {
    config: { permission: 'people:read' },
    schema: {
      tags, summary: 'Members, masked', operationId: 'listSegmentMembers', params: SegmentParams,
      querystring: Type.Object({ ...pageQuery }), response: { 200: pageReply(MemberItem) },
    },
  }, async (request) => {
    const { brand, params: { segmentId }, query: { limit, cursor } } = request;
    await readSegment(brand, brand.brandId, segmentId);
    const before = decodeCursor(brand, cursor, ['number']);
    const rows = await memberships(brand, brand.brandId, segmentId, limit + 1, before === null ? null : Number(before[0]));
    const page = pageOf(rows, limit, brand, (row) => [row.contactId]);
    const members = await membersOf(brand, brand.brandId, page.items, secrets);
    return { ...page, items: members.map((one) => withName(one, nameFor(request.actor))) };
  });

  app.get('/segments/:segmentId/stages', {
    config: { permission: 'insights:read' },
    schema: {
      tags, summary: 'Members by stage', operationId: 'segmentStages', description: 'With the brand’s conversions it says what the segment is worth (W-30).',
      params: SegmentParams, response: { 200: byStage(People) },
    },
  }, async ({ actor, brand, params: { segmentId } }) => {
    await readSegment(brand, brand.brandId, segmentId);
    const counts = await stagesOfMembers(brand, brand.brandId, segmentId);
    return seesOnlyAggregates(actor) ? stagesInTens(counts, await countStages(brand, brand.brandId)) : counts;
  });

  app.get('/segments/:segmentId/overlaps', {
    config: { permission: 'people:read' },
    schema: {
      tags, summary: 'Live segments that share members with it', operationId: 'segmentOverlaps', params: SegmentParams,
      response: {
        200: Type.Object({
          items: Type.Array(Type.Object({ segmentId: Type.String(), name: Type.String(), both: Type.Integer(), size: nullable(Type.Integer()) })),
          oneIn: Type.Integer({ description: '1: counted. More: of every so many members one was asked, and `both` is that times so many' }),
        }),
      },
    },
  }, async ({ brand, params: { segmentId } }) => {
    const { size } = await readSegment(brand, brand.brandId, segmentId);
    return overlapsOf(brand, brand.brandId, segmentId, size ?? 0, 20);
  });

  app.get('/segments/:segmentId/history', {
    config: { permission: 'insights:read' },
    schema: {
      tags, summary: 'How many members there were', operationId: 'segmentHistory', description: 'Day by day; head office sees the ends of months.',
      params: SegmentParams, querystring: Type.Object({ days: Type.Integer({ minimum: 1, maximum: 800, default: 365 }) }),
      response: { 200: Type.Object({ items: Type.Array(Type.Object({ day: Day, size: People })) }) },
    },
  }, async ({ actor, brand, params: { segmentId }, query: { days } }) => {
    await readSegment(brand, brand.brandId, segmentId);
    const points = await sizeHistory(brand, brand.brandId, segmentId, addDays(localDay(now()), -days));
    if (!seesOnlyAggregates(actor)) return { items: points };
    return { items: safeHistory(points, await countPeople(brand), now()) };
  });

  app.get('/segments/:segmentId/export', {
    config: { permission: 'people:export' },
    schema: {
      tags, summary: 'Members as CSV', operationId: 'exportSegment', description: 'Phones masked. Writes a line to the audit log.',
      params: SegmentParams, response: { 200: { content: { 'text/csv': { schema: Type.String() } } } },
    },
  }, async (request, reply) => {
    const { brand, params: { segmentId } } = request;
    const { name, size } = await readSegment(brand, brand.brandId, segmentId);
    await brand.tx((tx) => audit(tx, request, { action: 'segment.exported', subject: `segment:${segmentId}`, after: { name, count: size ?? 0 } }));
    const entered = { name: { zh: '进入人群时间', en: 'In the segment since' }, value: (one: Member) => localTime(one.enteredAt) };
    const csv = contactPagesCsv(memberPages(brand, brand.brandId, segmentId, secrets), {
      language: request.language, shown: nameFor(request.actor), channels: (ids) => channelNames(brand, brand.brandId, ids),
      tags: (ids) => tagNames(brand, brand.brandId, ids),
    }, [entered]);
    return reply.type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="segment-${segmentId}.csv"; filename*=UTF-8''${encodeURIComponent(name)}.csv`)
      .send(Readable.from(csv) as never);
  });

  app.get('/segments/:segmentId/why/:contactId', {
    config: { permission: 'people:read' },
    schema: {
      tags, summary: 'Why somebody is in a segment, or is not', operationId: 'whyInSegment',
      description: 'Condition by condition, with the facts and times that decided it. Of a live segment the published rule is asked, of a draft its own.',
      params: Type.Object({ ...SegmentParams.properties, contactId: ContactId }),
      response: {
        200: Type.Object({
          kind: oneOf(['rule', 'list']), member: Type.Boolean(), enteredAt: nullable(Timestamp), asOf: Timestamp,
          changesAt: nullable(Timestamp), sentence: nullable(BothTexts), reason: nullable(Reason),
        }),
      },
    },
  }, ({ brand, params }) => explain(brand, params.segmentId, params.contactId, pushTitles, secrets));

  app.get('/contacts/:contactId/segments', {
    config: { permission: 'people:read' },
    schema: {
      tags, summary: 'Live segments a person is in', operationId: 'contactSegments', params: Type.Object({ contactId: ContactId }),
      response: { 200: Type.Object({ items: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), kind: oneOf(['rule', 'list']), enteredAt: Timestamp })) }) },
    },
  }, async ({ brand, params }) => ({ items: await segmentsOfContact(brand, brand.brandId, params.contactId) }));
};
