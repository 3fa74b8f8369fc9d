import { type Fen, money, percentages, type Text } from '@qingniao/kernel';
import { stageOrder, stages, type Stage } from '@qingniao/people';
import type { Interval } from '../intervals.ts';
import { count, rate } from '../wording.ts';

/** A conversion with the range it may truly have; without one it is taken as exact. */
export interface Conversion extends Partial<Interval> {
  rate: number;
}

/** Null: not known, and then what depends on it is not known either. */
export interface SegmentInputs {
  people: Record<Stage, number>;
  /** Out of the stage: lead to prospect, prospect to first purchase, new to a second one, recurring to another one. */
  conversions: Record<Stage, Conversion | null>;
  /** Average purchase in fen: the first one, a new customer's, a recurring customer's. */
  purchases: { firstFen: Fen | null; newFen: Fen | null; recurringFen: Fen | null };
}

export interface SegmentRow {
  stage: Stage;
  people: number;
  /** Whole fen; null where something it needs is not known. */
  valueFen: Fen | null;
  /** When conversions have a range; every bound taken at once, so wider than each. */
  lowFen: Fen | null;
  highFen: Fen | null;
  /** Percent with one decimal by largest remainder: each column adds up to 100.0. Null without people, or money. */
  peoplePercent: number | null;
  moneyPercent: number | null;
  /** 1 is where most money is; equal money shares a rank. */
  rank: number | null;
  formula: Text;
}

export interface SegmentValue {
  rows: SegmentRow[];
  people: number;
  /** Of the stages whose value is known; null when none is. */
  totalFen: Fen | null;
}

/**
 * W-30: lead = leads × lead conversion × prospect conversion × first purchase; prospect = prospects × prospect conversion ×
 * first purchase; new and recurring = customers × conversion × their purchase.
 */
export function segmentValue(inputs: SegmentInputs): SegmentValue {
  const values = stageOrder.map((stage) => valueOf(stage, inputs));
  const peoplePercents = percentages(stageOrder.map((stage) => inputs.people[stage]));
  const moneyPercents = percentages(values.map((value) => value?.fen ?? 0));
  const known = values.flatMap((value) => value ?? []);
  return {
    rows: stageOrder.map((stage, index) => {
      const value = values[index] ?? null;
      return {
        stage, people: inputs.people[stage],
        valueFen: value?.fen ?? null, lowFen: value?.lowFen ?? null, highFen: value?.highFen ?? null,
        peoplePercent: peoplePercents?.[index] ?? null,
        moneyPercent: value === null ? null : moneyPercents?.[index] ?? null,
        rank: value === null ? null : 1 + known.filter(({ fen }) => fen > value.fen).length,
        formula: formulaOf(stage, inputs, value?.fen ?? null),
      };
    }),
    people: stageOrder.reduce((sum, stage) => sum + inputs.people[stage], 0),
    totalFen: known.length === 0 ? null : known.reduce((sum, { fen }) => sum + fen, 0),
  };
}

/** The conversions a stage's value multiplies, and the purchase at their end. */
const path: Record<Stage, { through: readonly Stage[]; purchase: keyof SegmentInputs['purchases']; name: Text }> = {
  lead: { through: ['lead', 'prospect'], purchase: 'firstFen', name: { zh: '首购客单价', en: 'first purchase' } },
  prospect: { through: ['prospect'], purchase: 'firstFen', name: { zh: '首购客单价', en: 'first purchase' } },
  new: { through: ['new'], purchase: 'newFen', name: { zh: '新客客单价', en: 'purchase of a new customer' } },
  recurring: { through: ['recurring'], purchase: 'recurringFen', name: { zh: '回头客客单价', en: 'purchase of a recurring customer' } },
};

const wholeFen = (exact: number): Fen => Math.round(Number(exact.toPrecision(14)));

function valueOf(stage: Stage, { people, conversions, purchases }: SegmentInputs): { fen: Fen; lowFen: Fen | null; highFen: Fen | null } | null {
  const { through, purchase } = path[stage];
  const steps = through.map((one) => conversions[one]);
  const purchaseFen = purchases[purchase];
  if (purchaseFen === null || steps.some((step) => step === null)) return null;
  const times = (pick: (step: Conversion) => number) => wholeFen(steps.reduce((product, step) => product * pick(step!), people[stage]) * purchaseFen);
  const ranged = steps.some((step) => step!.low !== undefined);
  return {
    fen: times((step) => step.rate),
    lowFen: ranged ? times((step) => step.low ?? step.rate) : null,
    highFen: ranged ? times((step) => step.high ?? step.rate) : null,
  };
}

const peopleIn: Record<Stage, string> = { lead: 'leads', prospect: 'prospects', new: 'new customers', recurring: 'recurring customers' };

function formulaOf(stage: Stage, { people, conversions, purchases }: SegmentInputs, fen: Fen | null): Text {
  const { through, purchase, name } = path[stage];
  const purchaseFen = purchases[purchase];
  const spent = purchaseFen === null ? '?' : money(purchaseFen);
  const conversion = (one: Stage, language: keyof Text) => (conversions[one] === null ? '?' : rate(conversions[one].rate)[language]);
  const equals = ` = ${fen === null ? '?' : money(fen)}`;
  return {
    zh: [
      `${stages[stage].zh} ${count(people[stage])}`, ...through.map((one) => `${stages[one].zh}转化率 ${conversion(one, 'zh')}`), `${name.zh} ${spent}`,
    ].join(' × ') + equals,
    en: [
      `${count(people[stage])} ${peopleIn[stage]}`, ...through.map((one) => `${conversion(one, 'en')} ${one} conversion`), `${spent} ${name.en}`,
    ].join(' × ') + equals,
  };
}

/** W-31: the worked example of the study. */
export const segmentExample: SegmentInputs = {
  people: { lead: 75_000, prospect: 20_000, new: 10_000, recurring: 3_000 },
  conversions: { lead: { rate: 0.15 }, prospect: { rate: 0.01 }, new: { rate: 0.02 }, recurring: { rate: 0.03 } },
  purchases: { firstFen: 500_000, newFen: 450_000, recurringFen: 450_000 },
};
