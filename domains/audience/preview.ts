import { nowDate } from '@qingniao/kernel';
import type { BrandDatabase, Warehouse } from '@qingniao/storage';
import { checkReferences } from './rule/references.ts';
import { resolveRule } from './rule/resolve.ts';
import type { Rule } from './rule/types.ts';
import { countDescribed, countEverybody, countOverlap, idsDescribed, questionOf, sampleDescribed } from './warehouse/ask.ts';

export interface PreviewOptions {
  /** Default: now. */
  asOf?: Date;
  /** How many of them to name; default 0, at most 50. */
  sample?: number;
  /** Segments to set it beside. */
  overlapWith?: readonly string[];
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
  const { asOf = nowDate(), sample = 0, overlapWith = [], signal } = options;
  const { brandId } = db;
  await checkReferences(db, brandId, rule, null);
  const question = await questionOf(warehouse, db, brandId, await resolveRule(db, brandId, rule), asOf);
  const [count, of, people] = await Promise.all([
    countDescribed(warehouse, question, signal), countEverybody(warehouse, brandId), sample === 0 ? [] : sampleDescribed(warehouse, question, Math.min(sample, 50), signal),
  ]);
  const overlaps: Overlap[] = [];
  for (const segmentId of overlapWith) {
    const other = await questionOf(warehouse, db, brandId, await resolveRule(db, brandId, isIn(segmentId)), asOf);
    overlaps.push({ segmentId, ...await countOverlap(warehouse, question, other, signal) });
  }
  return { asOf, count, of, sample: people, overlaps };
}

/** Everybody a rule describes, growing contact ids in blocks, as of an instant (default: now). */
export async function* describedPeople(warehouse: Warehouse, db: BrandDatabase, rule: Rule, asOf = nowDate()): AsyncGenerator<number[]> {
  const question = await questionOf(warehouse, db, db.brandId, await resolveRule(db, db.brandId, rule), asOf);
  yield* idsDescribed(warehouse, question, { lane: 'bulk' });
}

/** The rule that describes a segment's people. */
export const isIn = (segmentId: string): Rule => ({ version: 1, root: { type: 'segment', segmentId } });
