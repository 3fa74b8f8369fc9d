import type { BrandDatabase, Warehouse } from '@qingniao/storage';
import { unavailable } from '@qingniao/kernel';
import type { Rule } from './rule/types.ts';

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

/** How many people a rule describes, counted by the warehouse. Throws 422 naming what is wrong in the rule. */
export async function previewSegment(warehouse: Warehouse, db: BrandDatabase, rule: Rule, options: PreviewOptions = {}): Promise<Preview> {
  void [warehouse, db, rule, options];
  throw unavailable('not_yet', { zh: '稍后可用。', en: 'Not yet.' });
}
