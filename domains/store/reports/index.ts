import { notFound } from '@qingniao/kernel';
import { bestSellers } from './best-sellers.ts';
import { demandBoard } from './demand.ts';
import { entranceReport } from './entrances.ts';
import { funnelByChannel, funnelByEntrance } from './funnel.ts';
import type { Report } from './report.ts';
import { revenueReports } from './revenue.ts';

/** In the order they are shown. */
export const reports: readonly Report[] = [funnelByChannel, funnelByEntrance, entranceReport, ...revenueReports, bestSellers, demandBoard];

/** @throws Problem not_found (404) */
export function reportOf(id: string): Report {
  const report = reports.find((one) => one.id === id);
  if (!report) throw notFound({ zh: '该报表', en: 'report' });
  return report;
}
