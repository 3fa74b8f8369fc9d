import type { Secrets } from '@qingniao/kernel';
import type { BrandDatabase } from '@qingniao/storage';
import { type LogReport, verifyLog } from './verify-log.ts';

export interface VerifiedDrop {
  /** The storefront's name. */
  drop: string;
  /** Null of a release that is no longer in the calendar. */
  opensAt: Date | null;
  report: LogReport;
}

/** The log of every release of a brand people have queued for, the latest first. */
export async function verifyDropLogs(db: BrandDatabase, secrets: Secrets): Promise<VerifiedDrop[]> {
  const { brandId } = db;
  const releases = await db.query<{ storefrontId: string; windowId: string; drop: string; opensAt: Date | null }>(
    `select q.storefront_id as "storefrontId", q.window_id as "windowId", s.name as drop, w.opens_at as "opensAt"
       from drop_queue q join storefront s on s.brand_id = q.brand_id and s.id = q.storefront_id
       left join storefront_window w on w.brand_id = q.brand_id and w.storefront_id = q.storefront_id and w.id = q.window_id
      where q.brand_id = $1 order by w.opens_at desc nulls last, q.storefront_id, q.window_id`, [brandId],
  );
  const verified: VerifiedDrop[] = [];
  for (const { storefrontId, windowId, drop, opensAt } of releases) {
    verified.push({ drop, opensAt, report: await verifyLog(db, secrets, { brandId, storefrontId, windowId }) });
  }
  return verified;
}
