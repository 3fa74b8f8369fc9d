import type { LogEvent } from '@qingniao/activity';
import type { Projection } from '@qingniao/storage';

/** Keeps WeChat's own report of every mass send: the only source of what was delivered. */
export const pushReports: Projection<LogEvent> = {
  name: 'push-reports',
  async apply(tx, events) {
    for (const { brandId, assetId, type, at, props } of events) {
      if (type !== 'push.finished') continue;
      const status = String(props['status']);
      await tx.query(
        `insert into mass_report (brand_id, asset_id, msg_id, status, succeeded, total_count, filter_count, sent_count, error_count, articles, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (brand_id, asset_id, msg_id) do nothing`,
        // Both spellings of success (official-account 4.3); anything else is WeChat's reason for not sending.
        [brandId, assetId, props['msg_id'], status, /^send ?success$/.test(status), props['total_count'], props['filter_count'],
          props['sent_count'], props['error_count'], JSON.stringify(props['articles'] ?? []), at],
      );
    }
  },
  async reset(tx) {
    await tx.query('delete from mass_report');
  },
};
