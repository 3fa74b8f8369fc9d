import { inTens, isFew, seesOnlyAggregates, type Actor, type Suppressed } from '@qingniao/access';
import { addDays, localDay } from '@qingniao/kernel';
import { countStages } from '@qingniao/people';
import type { BrandDatabase, JobView } from '@qingniao/storage';
import type { Segment } from './segments.ts';

export type SafeSize = { size: number | null; suppressed?: Suppressed };

/** A segment and everybody else are the two parts of all people: few in either would show in both. It changes by the second, so it is said in tens. */
export function safeSize(actor: Actor, { size }: Pick<Segment, 'size'>, everybody: number): SafeSize {
  if (size === null || !seesOnlyAggregates(actor)) return { size };
  if (isFew(size)) return { size: null, suppressed: 'small' };
  return isFew(everybody - size) ? { size: null, suppressed: 'complement' } : { size: inTens(size) };
}

/** What head office's answers are held against. */
export const countPeople = async (brand: BrandDatabase): Promise<number> =>
  Object.values(await countStages(brand, brand.brandId)).reduce((sum, people) => sum + people, 0);

/** How many rows a publication writes is how many people come and go. */
export const safeJob = (actor: Actor, job: JobView): JobView => (seesOnlyAggregates(actor) ? { ...job, done: 0, total: null } : job);

export interface SizePoint {
  day: string;
  size: number | null;
}

/**
 * Two days side by side tell of those who came between: head office sees the ends of whole months that have ended, and of
 * these none that differ by a few from the one before.
 */
export function safeHistory(points: readonly { day: string; size: number }[], everybody: number, now: number): SizePoint[] {
  const today = localDay(now);
  const ends = points.filter(({ day }) => addDays(day, 1).endsWith('-01') && day < today);
  let shown: number | null = null;
  return ends.map(({ day, size }) => {
    const few: boolean = isFew(size) || isFew(everybody - size) || (shown !== null && isFew(size - shown));
    if (!few) shown = size;
    return { day, size: few ? null : size };
  });
}
