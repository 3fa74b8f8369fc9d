import type { Actor } from '@qingniao/access';
import { forbidden } from '@qingniao/kernel';
import { seesCosts } from '@qingniao/recruitment';
import type { BrandDatabase } from '@qingniao/storage';
import { catalogue, metricOf } from './catalogue.ts';
import type { Metric, Scope } from './metric.ts';
import { checkPeriod } from './period.ts';

/** Metrics this caller may see: money is for those who account for it. */
export const shownTo = (actor: Actor): Metric[] => catalogue.filter(({ money }) => !money || seesCosts(actor));

/** @throws Problem not_found (404), forbidden (403) */
export function metricFor(actor: Actor, id: string): Metric {
  const metric = metricOf(id);
  if (metric.money && !seesCosts(actor)) throw forbidden();
  return metric;
}

/** @throws Problem period_reversed, period_too_long (422) */
export function scopeOf(brand: BrandDatabase, { from, to, assetId }: { from: string; to: string; assetId?: string | undefined }): Scope {
  checkPeriod({ from, to });
  return { brandId: brand.brandId, period: { from, to }, assetId: assetId ?? null };
}
