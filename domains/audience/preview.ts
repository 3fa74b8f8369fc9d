import { nowDate } from '@qingniao/kernel';
import { stageOrder, type Stage } from '@qingniao/people';
import type { BrandDatabase, Warehouse } from '@qingniao/storage';
import { checkReferences } from './rule/references.ts';
import { resolveRule } from './rule/resolve.ts';
import type { Rule } from './rule/types.ts';
import { countDescribed, countEverybody, countOverlap, countStagesDescribed, questionOf, sampleDescribed } from './warehouse/ask.ts';

export interface PreviewOptions {
  /** Default: now. */
  asOf?: Date;
  /** How many of them to name; default 0, at most 50. */
  sample?: number;
  /** Segments to set it beside. */
  overlapWith?: readonly string[];
  /** Also by stage. */
  stages?: boolean;
  signal?: AbortSignal;
}

export interface Preview {
  asOf: Date;
  /** People the rule describes. */
  count: number;
  /** All people of the brand. */
  of: number;
  /** Contact ids, the same ones while nothing changes. */
  sample: number[];
  overlaps: Overlap[];
  /** Where asked for. */
  stages: Record<Stage, number> | undefined;
}

export interface Overlap {
  segmentId: string;
  /** In both. */
  both: number;
  /** In the other segment. */
  size: number;
}

/**
 * How many people a rule (checked by `checkRule`) describes, counted by the warehouse as far as it has heard.
 * Throws 422 when something the rule names is not there, 503 when the warehouse is away.
 */
export async function previewSegment(warehouse: Warehouse, db: BrandDatabase, rule: Rule, options: PreviewOptions = {}): Promise<Preview> {
  const { asOf = nowDate(), sample = 0, overlapWith = [], stages = false, signal } = options;
  const { brandId } = db;
  await checkReferences(db, brandId, rule, null);
  const question = await questionOf(warehouse, db, brandId, await resolveRule(db, brandId, rule), asOf);
  const [count, of, people, byStage] = await Promise.all([
    countDescribed(warehouse, question, signal), countEverybody(warehouse, brandId), sample === 0 ? [] : sampleDescribed(warehouse, question, Math.min(sample, 50), signal),
    stages ? countStagesDescribed(warehouse, question, signal) : null,
  ]);
  const overlaps: Overlap[] = [];
  for (const segmentId of overlapWith) {
    const other = await questionOf(warehouse, db, brandId, await resolveRule(db, brandId, isIn(segmentId)), asOf);
    overlaps.push({ segmentId, ...await countOverlap(warehouse, question, other, signal) });
  }
  return {
    asOf, count, of, sample: people, overlaps,
    stages: byStage ? Object.fromEntries(stageOrder.map((stage) => [stage, byStage.get(stage) ?? 0])) as Record<Stage, number> : undefined,
  };
}

/** The rule that describes a segment's people. */
const isIn = (segmentId: string): Rule => ({ version: 1, root: { type: 'segment', segmentId } });
