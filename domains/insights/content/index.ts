import type { Metric } from '../metric.ts';
import { bestTime } from './best-time.ts';
import { openRateCumulative } from './cumulative-open-rate.ts';
import { openRateMetrics } from './open-rate.ts';
import { postMetrics } from './post-engagement.ts';
import { readDepth } from './read-depth.ts';
import { rhythmMetrics } from './rhythm.ts';

/** What the articles achieved, in the order of the chapter. */
export const contentMetrics: readonly Metric[] = [...rhythmMetrics, ...openRateMetrics, openRateCumulative, readDepth, ...postMetrics, bestTime];
