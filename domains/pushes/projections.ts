import type { Json, LogEvent } from '@qingniao/activity';
import type { Projection } from '@qingniao/storage';

/** Keeps WeChat's own report of every mass send: the only source of what was delivered. */
export const pushReports: Projection<LogEvent> = {
  name: 'push-reports',
  async apply(tx, events) {
    for (const { brandId, assetId, type, at, props } of events) {
      if (type !== 'push.finished') continue;
      const status = String(props['status'] ?? '');
      await tx.query(
        `insert into mass_report (brand_id, asset_id, msg_id, status, succeeded, total_count, filter_count, sent_count, error_count, articles, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (brand_id, asset_id, msg_id) do nothing`,
        // Both spellings of success (official-account 4.3); anything else is WeChat's reason for not sending.
        [brandId, assetId, String(props['msg_id'] ?? ''), status, /^send ?success$/.test(status), count(props['total_count']), count(props['filter_count']),
          count(props['sent_count']), count(props['error_count']), JSON.stringify(props['articles'] ?? []), at],
      );
    }
  },
  async reset(tx) {
    await tx.query('delete from mass_report');
  },
};

/** A report without a number counts nobody: one odd report must not stop all that come after it. */
const count = (value: Json | undefined): number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= 2_147_483_647 ? (value as number) : 0;
