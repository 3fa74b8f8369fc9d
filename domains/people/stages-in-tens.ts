import { hideEnough, inTens, isFew } from '@qingniao/access';
import { stageOrder, type Stage } from './matrix.ts';

/**
 * People by stage for who sees aggregates only: null for few, and for what few could be computed from. `everybody`: by
 * stage all of whom these are a part; the others must not be few either.
 */
export function stagesInTens(counts: Record<Stage, number>, everybody: Record<Stage, number> | null = null): Record<Stage, number | null> {
  const hidden = new Set<string>(stageOrder.filter((stage) => isFew(counts[stage]) || (everybody !== null && isFew(everybody[stage] - counts[stage]))));
  hideEnough(stageOrder.map((stage) => ({ key: stage, people: counts[stage] })), hidden);
  return Object.fromEntries(stageOrder.map((stage) => [stage, hidden.has(stage) ? null : inTens(counts[stage])])) as Record<Stage, number | null>;
}
