import type { Metric } from '../metric.ts';
import { actionKinds, menuCategories } from './actions.ts';
import { activeFollowers, monthlyActive, monthlyActiveByMonth, monthlyActiveBySource } from './active.ts';
import { matrixCompleteness } from './matrix.ts';
import { stageCounts, stageMoves } from './stages.ts';

export { living, peopleIn, stagesAtEnd, stageWalk, walked } from './stages.ts';

/** Who is active, what they do, and how far they have come. */
export const engagementMetrics: readonly Metric[] = [
  activeFollowers, monthlyActive, monthlyActiveByMonth, monthlyActiveBySource, actionKinds, menuCategories, stageCounts, stageMoves, matrixCompleteness,
];
