import { BothTexts, Timestamp } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ContactItem, nameFor, withName } from '@qingniao/people';
import { Type } from 'typebox';
import { contactsById } from './members.ts';
import { previewSegment } from './preview.ts';
import { byStage, LineField, RuleField, tags } from './route-fields.ts';
import type { AudienceRoutesDeps } from './routes.ts';
import { checkRule } from './rule/check.ts';
import { ruleSchema } from './rule/schema.ts';
import { namesFor } from './sentence/names.ts';
import { linesOf, sentenceOf } from './sentence/sentence.ts';

const Overlap = Type.Object({ segmentId: Type.String(), both: Type.Integer(), size: Type.Integer() });

/** What a rule means and whom it describes, with nothing saved. */
export const previewRoutes: FastifyPluginAsyncTypebox<AudienceRoutesDeps> = async (app, { warehouse, secrets, pushTitles }) => {
  app.get('/segments/rule-schema', {
    config: { permission: 'brand:read' },
    schema: {
      tags, summary: 'The JSON Schema of rules', operationId: 'segmentRuleSchema',
      response: { 200: { description: 'JSON Schema', content: { 'application/json': { schema: Type.Unsafe<object>({ type: 'object', additionalProperties: true }) } } } },
    },
  }, async (_request, reply) => reply.type('application/json').send(JSON.stringify(ruleSchema) as never));

  app.post('/segments/preview', {
    config: { permission: 'people:read' },
    schema: {
      tags, summary: 'Count whom a rule describes', operationId: 'previewSegment',
      description: 'Closing the connection stops the counting. Head office cannot ask: two rules that differ by one person would tell of that person.',
      body: Type.Object({
        rule: RuleField,
        sample: Type.Optional(Type.Integer({ minimum: 0, maximum: 50, default: 0, description: 'How many of them to show, masked' })),
        overlapWith: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 10, description: 'Live segments to set it beside' })),
        stages: Type.Optional(Type.Boolean({ default: false, description: 'Also by stage, for what they are worth (W-30)' })),
      }, { additionalProperties: false }),
      response: {
        200: Type.Object({
          asOf: Timestamp, count: Type.Integer(), of: Type.Integer({ description: 'All people of the brand' }), sentence: BothTexts, lines: LineField,
          sample: Type.Array(ContactItem), overlaps: Type.Array(Overlap), stages: Type.Optional(byStage(Type.Integer())),
        }),
      },
    },
  }, async (request) => {
    const { brand, body: { rule: given, sample = 0, overlapWith = [], stages = false }, signal } = request;
    const rule = checkRule(given);
    const names = await namesFor(brand, rule.root, pushTitles);
    const { sample: ids, ...counted } = await previewSegment(warehouse, brand, rule, { sample, overlapWith, stages, signal });
    const people = await contactsById(brand, brand.brandId, ids, secrets);
    return {
      ...counted, sentence: sentenceOf(rule, names), lines: linesOf(rule, names),
      sample: ids.flatMap((id) => people.get(id) ?? []).map((one) => withName(one, nameFor(request.actor))),
    };
  });
};
