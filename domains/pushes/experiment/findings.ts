import { combine, type Combined, type Sides } from '@qingniao/experiments';
import { elementTaxonomy, linterRules, type ElementKey, type Elements, type LinterRuleName } from '@qingniao/content';
import type { Text } from '@qingniao/kernel';
import type { Experiment } from './experiments.ts';
import { experimentMetrics, type MetricName } from './metrics.ts';
import type { ExperimentResult } from './result.ts';

/** What one comparison of one experiment says of one element; stored when the experiment is over. */
export interface Finding {
  experimentId: string;
  pushTitle: string;
  element: ElementKey;
  metric: MetricName;
  control: Elements;
  treatment: Elements;
  /** Events of those who could have them, in each arm. */
  counts: { control: Sides['first']; treatment: Sides['first'] };
  verdict: string;
}

/** Nothing is learned of an element from a split that went wrong. Few events are few, but they add up. */
export function findingsOf(experiment: Experiment, { metrics }: ExperimentResult): Finding[] {
  const elementsOf = (variant: number) => experiment.arms.find((arm) => arm.variant === variant)?.elements ?? {};
  return metrics.flatMap(({ metric, arms, comparisons }) => comparisons.flatMap(({ variant, verdict }): Finding[] => {
    const [control, treatment] = [experiment.control, variant].map((of) => arms.find((arm) => arm.variant === of));
    if (!control?.of || !treatment?.of) return [];
    const counts = { control: { events: control.events, of: control.of }, treatment: { events: treatment.events, of: treatment.of } };
    return [{
      experimentId: experiment.id, pushTitle: experiment.push.title, element: experiment.element, metric,
      control: elementsOf(experiment.control), treatment: elementsOf(variant), counts, verdict: verdict.kind,
    }];
  }));
}

/** A pair of sides that many experiments can add up to. */
interface Question {
  key: string;
  element: ElementKey;
  metric: MetricName;
  /** The better side by the study, or the first by name. */
  first: Text;
  second: Text;
  rule: LinterRuleName | null;
}

export interface LibraryEntry extends Question {
  /** How much higher `first` is than `second`, over all experiments. */
  combined: Combined | null;
  /** The study's finding in percent, of the same question. */
  published: number | null;
  /** Whether the brand's own tests speak against it. */
  contradicted: boolean;
  experiments: { id: string; title: string; lift: number | null; verdict: string }[];
}

interface RuleSides {
  element: ElementKey;
  metric: MetricName;
  good: Text;
  bad: Text;
  isGood: (elements: Elements) => boolean;
  isBad: (elements: Elements) => boolean;
}

const oneOf = (values: readonly string[], value: unknown): boolean => typeof value === 'string' && values.includes(value);
const length = ({ title_length: characters }: Elements): number => (typeof characters === 'number' ? characters : Number.NaN);
const screen = ({ cta_screen: at }: Elements): number => (typeof at === 'number' ? at : Number.NaN);

/** W-41: the two sides of each published finding. */
const ruleSides: Record<LinterRuleName, RuleSides> = {
  teaser_normal: {
    element: 'teaser', metric: 'open', good: { zh: '产品或明星封面（日常）', en: 'Product or celebrity (normal)' }, bad: { zh: '标识或模特封面', en: 'Logo or model' },
    isGood: ({ purpose, teaser }) => purpose === 'normal' && oneOf(['product', 'celebrity'], teaser),
    isBad: ({ purpose, teaser }) => purpose === 'normal' && oneOf(['logo', 'model'], teaser),
  },
  teaser_promotional: {
    element: 'teaser', metric: 'open', good: { zh: '促销信息封面（促销）', en: 'The promotion (promotional)' }, bad: { zh: '产品、模特或明星封面', en: 'Product, model or celebrity' },
    isGood: ({ purpose, teaser }) => purpose === 'promotional' && teaser === 'promotion',
    isBad: ({ purpose, teaser }) => purpose === 'promotional' && oneOf(['product', 'model', 'celebrity'], teaser),
  },
  short_title: {
    element: 'title_length', metric: 'open', good: { zh: '标题不超过 6 个字', en: 'Titles of six characters or fewer' }, bad: { zh: '更长的标题', en: 'Longer titles' },
    isGood: (elements) => length(elements) <= 6, isBad: (elements) => length(elements) > 6,
  },
  mini_program_link: {
    element: 'link', metric: 'engagement', good: { zh: '小程序按钮', en: 'Mini-program buttons' }, bad: { zh: '无链接', en: 'No links' },
    isGood: ({ link }) => link === 'mini_program', isBad: ({ link }) => link === 'none',
  },
  plain_button: {
    element: 'button', metric: 'engagement', good: { zh: '独立按钮', en: 'Standalone buttons' }, bad: { zh: '动画按钮', en: 'Animated buttons' },
    isGood: ({ button }) => button === 'standalone', isBad: ({ button }) => button === 'animated',
  },
  early_call: {
    element: 'cta_screen', metric: 'engagement', good: { zh: '前三屏出现行动号召', en: 'Call to action on screens 1 to 3' }, bad: { zh: '第五屏及以后', en: 'On screen 5 or later' },
    isGood: (elements) => screen(elements) <= 3, isBad: (elements) => screen(elements) >= 5,
  },
};

const sidesEntries = Object.entries(ruleSides) as [LinterRuleName, RuleSides][];

/** The question a finding belongs to, and whether its treatment is the question's first side. */
function questionOf({ element, metric, control, treatment }: Finding): { question: Question; treatmentFirst: boolean } | null {
  for (const [rule, sides] of sidesEntries) {
    if (sides.element !== element || sides.metric !== metric) continue;
    const treatmentFirst = sides.isGood(treatment) && sides.isBad(control);
    if (!treatmentFirst && !(sides.isGood(control) && sides.isBad(treatment))) continue;
    return { question: { key: rule, element, metric, first: sides.good, second: sides.bad, rule }, treatmentFirst };
  }
  const [c, t] = [control[element], treatment[element]];
  if (c === undefined || t === undefined || c === t) return null;
  const [first, second] = [String(c), String(t)].sort() as [string, string];
  return {
    question: { key: `${element} ${metric} ${first} ${second}`, element, metric, first: valueName(element, first), second: valueName(element, second), rule: null },
    treatmentFirst: String(t) === first,
  };
}

function valueName(element: ElementKey, value: string): Text {
  const kind = elementTaxonomy[element];
  const names: Readonly<Record<string, Text>> = kind.kind === 'choice' ? kind.values : {};
  return names[value] ?? { zh: value, en: value };
}

/** Results of all experiments by element (W-40), the six published questions first (W-41), then in the order of the taxonomy. */
export function libraryOf(findings: readonly Finding[]): LibraryEntry[] {
  const entries = new Map<string, { question: Question; parts: { finding: Finding; sides: Sides }[] }>();
  for (const finding of findings) {
    const found = questionOf(finding);
    if (!found) continue;
    const entry = entries.get(found.question.key) ?? { question: found.question, parts: [] };
    entries.set(found.question.key, entry);
    const { control, treatment } = finding.counts;
    entry.parts.push({ finding, sides: found.treatmentFirst ? { first: treatment, second: control } : { first: control, second: treatment } });
  }
  const order = (key: string) => {
    const rule = sidesEntries.findIndex(([name]) => name === key);
    return rule < 0 ? sidesEntries.length : rule;
  };
  return [...entries.values()].map(({ question, parts }): LibraryEntry => {
    const combined = combine(parts.map(({ sides }) => sides), experimentMetrics[question.metric].kind === 'count' ? 'count' : 'person');
    const published = question.rule === null ? null : linterRules[question.rule].lift;
    return {
      ...question, combined, published, contradicted: combined !== null && published !== null && contradicts(combined, published / 100),
      experiments: parts.map(({ finding, sides: { first, second } }) => ({
        id: finding.experimentId, title: finding.pushTitle, verdict: finding.verdict,
        lift: second.events > 0 ? first.events / first.of / (second.events / second.of) - 1 : null,
      })),
    };
  }).sort((a, b) => order(a.key) - order(b.key) || a.key.localeCompare(b.key));
}

/** The brand's tests rule the published effect out, and leave none or the opposite. */
const contradicts = ({ low, high }: Combined, published: number): boolean => high < published && low <= 0;
