import type { CalendarPush, CalendarSources } from '@qingniao/content';
import { quotaLeft, type AccountOf } from '@qingniao/pushes';

/** What the calendar of `content` shows of the pushes above it. */
export const contentCalendar = (accountOf: AccountOf): CalendarSources => ({
  pushesBetween: (brand, assetId, from, to) =>
    brand.query<CalendarPush & Record<string, unknown>>(
      `select id, title, state, coalesce(sent_at, scheduled_at) as at from push
        where brand_id = $1 and asset_id = $2 and coalesce(sent_at, scheduled_at) >= $3 and coalesce(sent_at, scheduled_at) < $4 order by at, id`,
      [brand.brandId, assetId, from, to],
    ),

  quotaLeft: async (brand, assetId, month) => quotaLeft(brand, brand.brandId, { id: assetId, kind: (await accountOf(brand.brandId, assetId)).kind }, month),
});
