import { badRequest } from '@qingniao/kernel';
import { stageOrder, type Stage } from './matrix.ts';

/**
 * A condition holds when the net number of matching events reaches `atLeast`.
 * `minus` takes back: a refund undoes an order (W-27).
 */
export interface StageCondition {
  /** Stable within the rules; the running count is kept under it. */
  id: string;
  events: string[];
  minus?: string[];
  /** Property → accepted values; all must match. */
  where?: Record<string, (string | number | boolean)[]>;
  atLeast: number;
}

/** Any one condition puts a person in the stage; the furthest stage wins; Lead is everybody else. */
export type StageRules = Record<Exclude<Stage, 'lead'>, StageCondition[]>;

/** What a new brand starts with. Order events do not exist before the store does; until then the first two stages move. */
export const defaultStageRules: StageRules = {
  prospect: [
    { id: 'shop-menu', events: ['menu.click', 'menu.view', 'menu.mini_program'], where: { menu_category: ['ecommerce'] }, atLeast: 2 },
    { id: 'member-form', events: ['card.member_form'], atLeast: 1 },
    { id: 'imported-prospect', events: ['contact.imported'], where: { stage: ['prospect'] }, atLeast: 1 },
  ],
  new: [
    { id: 'first-order', events: ['order.paid'], minus: ['order.refunded'], atLeast: 1 },
    { id: 'imported-new', events: ['contact.imported'], where: { stage: ['new'] }, atLeast: 1 },
  ],
  recurring: [
    { id: 'second-order', events: ['order.paid'], minus: ['order.refunded'], atLeast: 2 },
    { id: 'imported-recurring', events: ['contact.imported'], where: { stage: ['recurring'] }, atLeast: 1 },
  ],
};

interface Match {
  id: string;
  step: 1 | -1;
  where: Record<string, (string | number | boolean)[]> | undefined;
}

export interface CompiledStages {
  readonly rules: StageRules;
  readonly conditions: ReadonlyMap<string, readonly Match[]>;
}

export function compileStages(rules: StageRules): CompiledStages {
  const conditions = new Map<string, Match[]>();
  const add = (type: string, match: Match) => conditions.set(type, [...(conditions.get(type) ?? []), match]);
  for (const condition of Object.values(rules).flat()) {
    for (const type of condition.events) add(type, { id: condition.id, step: 1, where: condition.where });
    for (const type of condition.minus ?? []) add(type, { id: condition.id, step: -1, where: condition.where });
  }
  return { rules, conditions };
}

export type StageCounts = Record<string, number>;

/** The counts after one more event; the same object when nothing counts. */
export function countEvent(compiled: CompiledStages, counts: StageCounts, type: string, props: Record<string, unknown>): StageCounts {
  let next = counts;
  for (const { id, step, where } of compiled.conditions.get(type) ?? []) {
    const fits = Object.entries(where ?? {}).every(([name, accepted]) => accepted.includes(props[name] as string));
    if (fits) next = { ...next, [id]: (next[id] ?? 0) + step };
  }
  return next;
}

/** One stage at a time: the furthest whose condition holds. */
export function stageOf({ rules }: CompiledStages, counts: StageCounts): Stage {
  for (const stage of ['recurring', 'new', 'prospect'] as const) {
    if (rules[stage].some(({ id, atLeast }) => (counts[id] ?? 0) >= atLeast)) return stage;
  }
  return 'lead';
}

/** Throws 422 naming the condition that is wrong. Event types may be of parts not installed yet. */
export function checkStageRules(rules: StageRules): void {
  const seen = new Set<string>();
  for (const stage of stageOrder) {
    if (stage === 'lead') continue;
    for (const [index, condition] of rules[stage].entries()) {
      const field = `rules.${stage}.${index}`;
      if (seen.has(condition.id)) {
        throw badRequest('duplicate_condition', { zh: '条件编号重复，请换一个。', en: 'Two conditions have the same id; give each its own.' }, { field: `${field}.id` });
      }
      if (condition.events.some((type) => condition.minus?.includes(type))) {
        throw badRequest('contradiction', { zh: '同一事件不能既计入又抵扣。', en: 'The same event cannot both count and take back.' }, { field: `${field}.minus` });
      }
      seen.add(condition.id);
    }
  }
}
