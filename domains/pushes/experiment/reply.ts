import { BothTexts, Day, nullable, oneOf, Timestamp } from '@qingniao/access';
import { elementTaxonomy, type ElementKey } from '@qingniao/content';
import { Type } from 'typebox';
import { MOST_METRICS } from './experiments.ts';
import { metricNames } from './metrics.ts';

export const elementKeys = Object.keys(elementTaxonomy) as ElementKey[];
export const Element = oneOf(elementKeys, { description: 'What the arms differ in (W-40)' });
export const Metric = oneOf(metricNames);
const Elements = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()]));
const Share = nullable(Type.Number());

const settings = {
  hypothesis: Type.String({ maxLength: 500 }),
  element: Element,
  metrics: Type.Array(Metric, { minItems: 1, maxItems: MOST_METRICS, description: 'The first decides; the error rate is one for all of them' }),
  control: Type.Integer({ minimum: 1, description: 'Number of the variant the others are compared with' }),
  worthFinding: Type.Number({ exclusiveMinimum: 0, maximum: 10, description: 'The smallest relative change worth finding, e.g. 0.15' }),
};
const options = {
  power: Type.Optional(Type.Number({ minimum: 0.5, maximum: 0.99, default: 0.8 })),
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: 30, default: 7, description: 'After the push, until it is over' })),
};

export const ExperimentChange = Type.Object({ ...settings, ...options }, { additionalProperties: false });
export const ExperimentBody = Type.Object(
  { pushId: Type.String(), segmentId: Type.Optional(nullable(Type.String({ description: 'Whose arms; null: those of everybody else' }))), ...settings, ...options },
  { additionalProperties: false },
);

const experiment = {
  id: Type.String(),
  pushId: Type.String(),
  segmentId: nullable(Type.String()),
  ...settings,
  elementName: BothTexts,
  power: Type.Number(),
  days: Type.Integer(),
  baselines: Type.Record(Type.String(), Type.Number(), { description: 'Rates expected without the change, by metric' }),
  createdAt: Timestamp,
  stoppedAt: nullable(Timestamp),
  settledAt: nullable(Timestamp),
  endsAt: nullable(Timestamp),
  push: Type.Object({ title: Type.String(), state: Type.String(), assetId: Type.String(), frozenAt: nullable(Timestamp), sentAt: nullable(Timestamp) }),
  arms: Type.Array(Type.Object({
    variant: Type.Integer(), arm: Type.String(), name: Type.String(), share: Type.Number(), people: nullable(Type.Integer()),
    title: nullable(Type.String()), elements: Elements,
  })),
  alsoDiffer: Type.Array(BothTexts, { description: 'Other elements in which the arms’ top articles differ: the result is theirs too' }),
};
export const ExperimentReply = Type.Object(experiment);

const Verdict = Type.Object({
  kind: oneOf(['split_broken', 'too_early', 'better', 'worse', 'no_difference', 'undecided']), stop: Type.Boolean(), text: BothTexts,
});

const Comparison = Type.Object({
  variant: Type.Integer(),
  verdict: Verdict,
  lift: Share, liftLow: Share, liftHigh: Share,
  p: Type.Number({ description: 'Always-valid: the lowest of all looks' }),
  adjustedP: Type.Number({ description: 'After Holm, over all arms and metrics' }),
  decidedOn: nullable(Day),
  explained: nullable(Type.Number({ description: 'Part of the variance that earlier activity explains (CUPED)' })),
  looks: Type.Array(Type.Object({
    day: Day, controlRate: Type.Number(), treatmentRate: Type.Number(), difference: Type.Number(), low: Type.Number(), high: Type.Number(),
  }), { description: 'The always-valid interval of the difference at the end of each day' }),
});

export const ResultReply = Type.Object({
  ...experiment,
  state: oneOf(['planned', 'running', 'over']),
  split: nullable(Type.Object({
    sound: Type.Boolean({ description: 'False hides every figure' }), p: Type.Number(),
    arms: Type.Array(Type.Object({ variant: Type.Integer(), share: Type.Number(), people: Type.Integer(), delivered: nullable(Type.Integer()) })),
  })),
  plan: Type.Object({ required: Type.Integer({ description: 'People each arm needs' }), perArm: nullable(Type.Integer()), power: Share }),
  verdict: nullable(Verdict),
  results: Type.Array(Type.Object({
    metric: Metric, name: BothTexts, definition: BothTexts, better: oneOf(['higher', 'lower']), over: Type.Boolean(),
    arms: Type.Array(Type.Object({
      variant: Type.Integer(), events: Type.Integer(), of: Type.Integer(), rate: Share,
      best: Share, beatsControl: Share, expectedLoss: nullable(Type.Number({ description: 'Points of the rate' })),
    })),
    comparisons: Type.Array(Comparison),
  })),
});

export const PowerQuery = Type.Object({
  metric: Metric,
  worthFinding: Type.Number({ exclusiveMinimum: 0, maximum: 10 }),
  power: Type.Number({ minimum: 0.5, maximum: 0.99, default: 0.8 }),
  comparisons: Type.Integer({ minimum: 1, maximum: 60, default: 1, description: 'Arms besides the control, times metrics' }),
  baseline: Type.Optional(Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 })),
  perArm: Type.Optional(Type.Integer({ minimum: 1 })),
  pushId: Type.Optional(Type.String()),
});
export const PowerReply = Type.Object({
  baseline: Type.Number(),
  source: oneOf(['given', 'measured', 'published']),
  required: Type.Integer({ description: 'People each arm needs when looked at every day' }),
  requiredOnce: Type.Integer({ description: 'The same for one look at the end' }),
  power: Share,
  detectable: nullable(Type.Number({ description: 'The smallest relative change `perArm` people would find' })),
});

export const LibraryReply = Type.Object({
  items: Type.Array(Type.Object({
    key: Type.String(), element: Element, elementName: BothTexts, metric: Metric, metricName: BothTexts, first: BothTexts, second: BothTexts,
    rule: nullable(Type.String({ description: 'The published finding of the same question (W-41)' })),
    combined: nullable(Type.Object({
      lift: Type.Number({ description: 'How much higher `first` is' }), low: Type.Number(), high: Type.Number(), p: Type.Number(),
      experiments: Type.Integer(), mixed: Type.Boolean({ description: 'The experiments differ more than chance explains' }),
    })),
    published: nullable(Type.Number({ description: 'Percent' })),
    contradicted: Type.Boolean({ description: 'The brand’s own tests speak against the published finding; its linter rule is off' }),
    experiments: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), lift: Share, verdict: Type.String() })),
  })),
});

export const ChoicesReply = Type.Object({
  elements: Type.Array(Type.Object({ key: Element, name: BothTexts })),
  metrics: Type.Array(Type.Object({ key: Metric, name: BothTexts, definition: BothTexts, withHoldout: Type.Boolean({ description: 'People held out can be compared too' }) })),
});
