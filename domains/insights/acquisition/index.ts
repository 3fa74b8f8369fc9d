import type { Metric } from '../metric.ts';
import { churnBySource, churnInPeriod } from './churn.ts';
import { costPerKept } from './cost-per-kept.ts';
import { communityGrowth, growthByMonth } from './growth.ts';
import { pushGained, pushLost, unfollowAfterPush } from './pushes.ts';
import { paidShare, recruitmentSources } from './sources.ts';

/** How the community grows, from where, and who stays. */
export const acquisitionMetrics: readonly Metric[] = [
  communityGrowth, growthByMonth, paidShare, recruitmentSources, unfollowAfterPush, pushGained, pushLost, churnBySource, churnInPeriod, costPerKept,
];
