import { articleFiguresSql } from '@qingniao/accounts';
import type { Querier } from '@qingniao/activity';
import { addDays, localDay, notFound, nowDate, shanghaiMidnight } from '@qingniao/kernel';
import { publishedRates, type Baselines, type MetricName } from './metrics.ts';

export interface MeasuredBaselines {
  rates: Baselines;
  /** Metrics measured on the brand's own pushes; the others are the study's. */
  measured: MetricName[];
}

/** Pushes of these last days count. */
const DAYS = 180;
/** Fewer readers than this say little of a rate. */
const LEAST_READERS = 200;

/**
 * What to expect without a change: the open rate of the brand's own top articles of half a year, on the push's account.
 * Of the others, and where that is too little, what the published study measured.
 * @throws Problem not_found (404)
 */
export async function measuredBaselines(db: Querier, brandId: number, pushId: string | null): Promise<MeasuredBaselines> {
  const today = localDay(nowDate());
  const [own] = await db.query<{ delivered: number; readers: number }>(
    `with figure as materialized (select asset_id, msg_data_id, article_idx, message_readers as readers from (${articleFiguresSql}) f)
     select coalesce(sum(r.sent_count), 0)::int as delivered, coalesce(sum(f.readers), 0)::int as readers
       from push p
       join push_call c on c.brand_id = p.brand_id and c.push_id = p.id
       join mass_report r on r.brand_id = p.brand_id and r.asset_id = p.asset_id and r.msg_id = c.msg_id and r.succeeded
       join figure f on f.asset_id = p.asset_id and f.msg_data_id = c.msg_data_id and f.article_idx = 1
      where p.brand_id = $1 and ($4::text is null or p.asset_id = $4)`,
    [brandId, shanghaiMidnight(addDays(today, -DAYS)), shanghaiMidnight(addDays(today, 1)), await assetOf(db, brandId, pushId)],
  );
  if (!own || own.readers < LEAST_READERS) return { rates: publishedRates, measured: [] };
  return { rates: { ...publishedRates, open: Math.min(0.99, own.readers / own.delivered) }, measured: ['open'] };
}

async function assetOf(db: Querier, brandId: number, pushId: string | null): Promise<string | null> {
  if (pushId === null) return null;
  const [push] = await db.query<{ asset: string }>('select asset_id as asset from push where brand_id = $1 and id = $2', [brandId, pushId]);
  if (!push) throw notFound({ zh: '群发', en: 'push' });
  return push.asset;
}
