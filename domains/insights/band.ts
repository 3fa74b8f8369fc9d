import type { BrandDatabase } from '@qingniao/storage';
import type { Figure } from './measure.ts';
import { readSettings } from './settings.ts';

export type Band = 'small' | 'large';

/** W-02: large or small by the followers at the start, which growth is measured against; null without any. */
export async function bandOf(brand: BrandDatabase, figures: readonly Figure[]): Promise<Band | null> {
  const opening = figures.find(({ metric }) => metric.id === 'community_growth')?.cells[0]?.denominator;
  if (!opening) return null;
  return opening > (await readSettings(brand, brand.brandId)).sizeBandLimit ? 'large' : 'small';
}
