import { BothTexts, nullable, oneOf, SuppressedField, Timestamp } from '@qingniao/access';
import { stageOrder } from '@qingniao/people';
import { Type, type TSchema } from 'typebox';
import type { Rule } from './rule/types.ts';
import type { Line } from './sentence/sentence.ts';

export const tags = ['audience'];

export const SegmentParams = Type.Object({ segmentId: Type.String({ maxLength: 64 }) });

/** Checked by `checkRule`, which names the node that is wrong; its JSON Schema has a route of its own. */
export const RuleField = Type.Unsafe<Rule>({
  type: 'object', additionalProperties: true,
  description: 'A tree of conditions; its JSON Schema stands at /segments/rule-schema',
});

export const StateField = oneOf(['draft', 'publishing', 'live', 'failed', 'archived']);
export const JobStateField = oneOf(['queued', 'running', 'done', 'failed', 'cancelled']);

/** A count of members, null where head office may not see it. */
export const Size = nullable(Type.Integer({ description: 'Null before the first publication, and where head office may not see it' }));

export const byStage = <Value extends TSchema>(value: Value) =>
  Type.Object(Object.fromEntries(stageOrder.map((stage) => [stage, value])) as Record<(typeof stageOrder)[number], Value>);

const segment = {
  id: Type.String(), name: Type.String(), kind: oneOf(['rule', 'list']), state: StateField, size: Size, suppressed: SuppressedField,
  version: Type.Integer(), liveVersion: nullable(Type.Integer({ description: 'What its members follow; older than `version` when the rule was changed since' })),
  createdBy: Type.String(), createdAt: Timestamp, changedAt: Timestamp, publishedAt: nullable(Timestamp), archivedAt: nullable(Timestamp),
};
export const SegmentRow = Type.Object({ ...segment, trend: Type.Array(Type.Integer(), { description: 'Members day by day, at most 60 days' }) });

export const JobField = nullable(Type.Object({
  id: Type.String(), state: JobStateField, done: Type.Integer(), total: nullable(Type.Integer()), lastError: nullable(BothTexts),
  startedAt: nullable(Timestamp), finishedAt: nullable(Timestamp),
}, { description: 'The publication under way, or the last one that failed' }));

/** The schema of a `Line`, as deep as a rule may be nested. */
export const LineField = Type.Unsafe<Line>({ type: 'object', additionalProperties: true, description: '{ type, text: { zh, en }, lines: […] }' });
export const Words = { sentence: nullable(BothTexts), lines: nullable(LineField) };
export const SegmentDetail = Type.Object({ ...segment, rule: nullable(RuleField), ...Words, job: JobField });

export const ListError = Type.Intersect([Type.Object({ line: Type.Integer(), code: oneOf(['invalid', 'unknown', 'erased']) }), BothTexts]);
