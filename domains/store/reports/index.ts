import type { Actor } from '@qingniao/access';
import { forbidden, notFound } from '@qingniao/kernel';
import { bestSellers } from './best-sellers.ts';
import { demandBoard } from './demand.ts';
import { entranceReport } from './entrances.ts';
import { funnelByChannel, funnelByEntrance } from './funnel.ts';
import { kolStores } from './kol-stores.ts';
import { chosenByPeers } from './peers.ts';
import type { Report } from './report.ts';
import { revenueReports } from './revenue.ts';

/** In the order they are shown. */
export const reports: readonly Report[] = [funnelByChannel, funnelByEntrance, entranceReport, ...revenueReports, kolStores, bestSellers, chosenByPeers, demandBoard];

export const maySee = ({ permissions }: Actor, { showsCosts = false }: Report): boolean => !showsCosts || permissions.has('finance:read');

/** @throws Problem not_found (404), forbidden (403) */
export function reportFor(actor: Actor, id: string): Report {
  const report = reports.find((one) => one.id === id);
  if (!report) throw notFound({ zh: '该报表', en: 'report' });
  if (!maySee(actor, report)) throw forbidden();
  return report;
}
