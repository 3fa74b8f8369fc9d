import { findBrand } from '@qingniao/access';
import { listAssets } from '@qingniao/accounts';
import { notFound, nowDate, type Language } from '@qingniao/kernel';
import { listAnnotations } from '../annotations.ts';
import { bandOf } from '../band.ts';
import { benchmarksFor } from '../benchmarks/index.ts';
import { measure } from '../measure.ts';
import type { Metric, Readers, Scope } from '../metric.ts';
import { sentences } from '../narrative/index.ts';
import { untilToday } from '../period.ts';
import { planKpi } from '../planner/index.ts';
import { listPlans } from '../planner/plans.ts';
import { progressFor } from '../planner/suppress-small-weeks.ts';
import { liveSegmentValue } from '../segment-value/live-value.ts';
import { isSuppressed, suppressSmallStages } from '../segment-value/suppress-small-stages.ts';
import type { ReportInput } from './report-input.ts';
import { suppressSmallCells } from './suppress-small-cells.ts';

export interface ReportFor {
  language: Language;
  /** Suppress small cells (`seesOnlyAggregates`). */
  aggregatesOnly: boolean;
  /** Address of this installation; null where the figures lead nowhere. */
  site?: string | null;
}

/** Measures everything the report says. @throws Problem not_found (404) for an unknown account */
export async function buildReport(readers: Readers, metrics: readonly Metric[], asked: Scope, { language, aggregatesOnly, site = null }: ReportFor): Promise<ReportInput> {
  const { brand } = readers;
  const scope = { ...asked, period: untilToday(asked.period) };
  const { period, assetId } = scope;
  const [measured, benchmarks, annotations, segments, plans, accounts, named] = await Promise.all([
    measure(readers, metrics, scope), benchmarksFor(brand), listAnnotations(brand, period.from, period.to), liveSegmentValue(readers, period, aggregatesOnly ? period.to : undefined), listPlans(brand),
    listAssets(brand, brand.brandId), findBrand(brand, brand.brandId),
  ]);
  const account = accounts.find(({ id }) => id === assetId);
  if (assetId !== null && !account) throw notFound({ zh: '该公众号', en: 'official account' });
  const figures = aggregatesOnly ? suppressSmallCells(measured.figures) : measured.figures;
  const band = await bandOf(brand, measured.figures);
  const plan = plans.find((one) => one.assetId === assetId && one.startDay <= period.to && yearLater(one.startDay) > period.from);
  return {
    brand: named?.name ?? '', account: account?.name ?? null, language, made: nowDate(), period, previous: measured.previous, observedSince: measured.observedSince,
    figures, benchmarks, band, annotations, sentences: sentences(figures, benchmarks, period, band),
    segments: aggregatesOnly && isSuppressed(suppressSmallStages(segments)) ? null : segments, plan: plan ? { name: plan.name, plan: planKpi(plan.inputs), progress: await progressFor(brand, plan, aggregatesOnly) } : null, aggregatesOnly,
    console: site === null || aggregatesOnly ? null : { address: `${site}/b/${brand.brandId}/insights`, search: new URLSearchParams({ period: 'custom', ...period, ...(assetId === null ? {} : { account: assetId }) }).toString() },
  };
}

const yearLater = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
