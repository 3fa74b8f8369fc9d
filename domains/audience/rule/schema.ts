import { eventTypes } from '@qingniao/activity';
import { copiedFields, purposes, sourceGroups, stages } from '@qingniao/people';
import { Type, type TSchema } from 'typebox';

/** What one rule may hold; beyond that it is a list, not a rule. */
export const limits = { depth: 8, nodes: 100, values: 200, filters: 10, steps: 5, count: 10_000, comingDays: 300, seconds: 3660 * 86_400 } as const;

const closed = <P extends Record<string, TSchema>>(properties: P) => Type.Object(properties, { additionalProperties: false });
const keysOf = (catalogue: object, description: string) => Type.Unsafe<string>({ type: 'string', enum: Object.keys(catalogue), description });
const oneOf = (values: readonly string[]) => Type.Unsafe<string>({ type: 'string', enum: [...values] });
const list = (items: TSchema, maxItems: number = limits.values) => Type.Array(items, { minItems: 1, maxItems });
const word = Type.String({ minLength: 1, maxLength: 200 });

const Duration = { n: Type.Integer({ minimum: 1, maximum: limits.seconds }), unit: oneOf(['second', 'minute', 'hour', 'day']) };
const Day = Type.String({ format: 'date', description: 'A day of the calendar, 2026-02-28' });
const Instant = Type.String({ format: 'date-time', description: 'ISO 8601 with its zone' });
const Period = Type.Union([
  closed({ type: Type.Literal('ever') }),
  closed({ type: Type.Literal('last'), ...Duration }),
  closed({ type: Type.Literal('between'), from: Type.Optional(Instant), until: Type.Optional(Instant) }),
]);
const property = Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$', description: 'A property of the event, or asset_id, channel_id, channel_kind' });
const Filter = Type.Union([
  closed({ property, op: oneOf(['equals', 'contains']), value: word }),
  closed({ property, op: Type.Literal('in'), values: list(word) }),
  closed({ property, op: Type.Literal('filled') }),
  closed({ property, op: oneOf(['less', 'at_most', 'at_least', 'more']), value: Type.Number() }),
]);
const Pattern = closed({ types: list(keysOf(eventTypes, 'An event type'), 30), where: Type.Optional(Type.Array(Filter, { maxItems: limits.filters })) });

const askable = Type.Unsafe<string>({ type: 'string', enum: [...copiedFields], description: 'A field of the follower matrix' });

/** The schemas of all nodes, over that of the nodes inside them. */
const nodeSchemas = (child: TSchema) => ({
  all: [closed({ type: Type.Literal('all'), nodes: list(child, limits.nodes) })],
  any: [closed({ type: Type.Literal('any'), nodes: list(child, limits.nodes) })],
  not: [closed({ type: Type.Literal('not'), node: child })],
  profile: [
    closed({ type: Type.Literal('profile'), field: askable, op: oneOf(['equals', 'contains']), value: word }),
    closed({ type: Type.Literal('profile'), field: askable, op: Type.Literal('in'), values: list(word) }),
    closed({ type: Type.Literal('profile'), field: askable, op: Type.Literal('filled') }),
    closed({ type: Type.Literal('profile'), field: askable, op: oneOf(['less', 'at_most', 'at_least', 'more']), value: Type.Number() }),
    closed({ type: Type.Literal('profile'), field: askable, op: oneOf(['before', 'after']), value: Day }),
    closed({ type: Type.Literal('profile'), field: askable, op: Type.Literal('between'), from: Type.Number(), to: Type.Number() }),
    closed({ type: Type.Literal('profile'), field: askable, op: Type.Literal('between'), from: Day, to: Day }),
    closed({ type: Type.Literal('profile'), field: askable, op: Type.Literal('coming'), days: Type.Integer({ minimum: 0, maximum: limits.comingDays }) }),
  ],
  consent: [closed({ type: Type.Literal('consent'), purpose: keysOf(purposes, 'A purpose'), state: oneOf(['given', 'withdrawn', 'none']) })],
  tag: [closed({ type: Type.Literal('tag'), tagIds: list(word) })],
  stage: [closed({ type: Type.Literal('stage'), stages: list(keysOf(stages, 'A stage'), 10) })],
  source: [closed({ type: Type.Literal('source'), groups: list(keysOf(sourceGroups, 'A source group'), 10) })],
  channel: [closed({ type: Type.Literal('channel'), channelIds: list(word) })],
  follows: [closed({ type: Type.Literal('follows'), assetId: Type.Union([word, Type.Null()]) })],
  moment: [closed({ type: Type.Literal('moment'), of: oneOf(['followed', 'unfollowed', 'first_seen', 'stage_since']), period: Period })],
  segment: [closed({ type: Type.Literal('segment'), segmentId: word })],
  event: [closed({
    type: Type.Literal('event'), event: Pattern, period: Period,
    count: closed({ op: oneOf(['at_least', 'at_most', 'exactly']), n: Type.Integer({ minimum: 0, maximum: limits.count }) }),
  })],
  occurrence: [closed({ type: Type.Literal('occurrence'), which: oneOf(['first', 'last']), event: Pattern, period: Period })],
  sequence: [closed({ type: Type.Literal('sequence'), steps: Type.Array(Pattern, { minItems: 2, maxItems: limits.steps }), within: closed(Duration), period: Period })],
});

/** One node without looking into the nodes inside it, by type: what each of its shapes may be. */
export const shallowNodes: Record<string, TSchema[]> = nodeSchemas(Type.Unknown());

/** The rule as JSON Schema: published, and what the builder follows. */
export const ruleSchema = Type.Object(
  {
    version: Type.Literal(1),
    root: Type.Cyclic({ Node: Type.Union(Object.values(nodeSchemas(Type.Ref('Node'))).flat()) }, 'Node'),
  },
  { $id: 'https://qingniao.dev/schemas/segment-rule-1.json', title: 'Segment rule', additionalProperties: false },
);
