import type { CalendarPush, CalendarSources } from '@qingniao/content';
import { shanghaiMidnight } from '@qingniao/kernel';
import type { AccountOf } from '@qingniao/pushes';

/** Mass messages a follower of a service account gets in a calendar month (official-account 14). */
const A_MONTH = 4;

/** What the calendar of `content` shows of the pushes above it, read from their public tables. */
export const contentCalendar = (accountOf: AccountOf): CalendarSources => ({
  pushesBetween: (brand, assetId, from, to) =>
    brand.query<CalendarPush & Record<string, unknown>>(
      `select id, title, state, coalesce(sent_at, scheduled_at) as at from push
        where brand_id = $1 and asset_id = $2 and coalesce(sent_at, scheduled_at) >= $3 and coalesce(sent_at, scheduled_at) < $4 order by at, id`,
      [brand.brandId, assetId, from, to],
    ),

  async quotaLeft(brand, assetId, month) {
    if ((await accountOf(brand.brandId, assetId)).kind === 'subscription') return { perFollower: null, followers: [] };
    // A push that WeChat did not carry out used up nobody's quota.
    const rows = await brand.query<{ left: number; followers: number }>(
      `with got as (
         select r.identity_id, count(*) as pushes
           from push p join push_call c on c.brand_id = $1 and c.push_id = p.id and c.submitted_at >= $3
           join push_recipient r on r.brand_id = $1 and r.push_id = c.push_id and r.call = c.number
          where p.brand_id = $1 and p.asset_id = $2
            and not exists (select 1 from mass_report m where m.brand_id = $1 and m.asset_id = p.asset_id and m.msg_id = c.msg_id and not m.succeeded)
          group by r.identity_id)
       select greatest(${A_MONTH} - coalesce(g.pushes, 0), 0)::int as left, count(*)::int as followers
         from follower f left join got g on g.identity_id = f.identity_id
        where f.brand_id = $1 and f.asset_id = $2 and f.subscribed group by 1`,
      [brand.brandId, assetId, shanghaiMidnight(`${month}-01`)],
    );
    return { perFollower: A_MONTH, followers: Array.from({ length: A_MONTH + 1 }, (_, left) => rows.find((row) => row.left === left)?.followers ?? 0) };
  },
});
