import type { Querier } from '@qingniao/activity';
import { shanghaiMidnight } from '@qingniao/kernel';
import { recentCalls } from './place-people.ts';
import { massProfile } from './platform-profile.ts';

/**
 * Followers of an account by how many pushes they can still get in a calendar month (official-account 14), as far as the
 * API can know. @param month `2026-05` @returns `followers`: index is pushes left; empty where there is no such limit
 */
export async function quotaLeft(
  db: Querier, brandId: number, { id: assetId, kind }: { id: string; kind: 'service' | 'subscription' }, month: string,
): Promise<{ perFollower: number | null; followers: number[] }> {
  const perFollower = massProfile(`${month}-01`)[kind].perFollowerAMonth;
  if (perFollower === null) return { perFollower, followers: [] };
  const rows = await db.query<{ left: number; followers: number }>(
    `with got as (
       select r.identity_id, count(*)::int as pushes
         from (select c.brand_id, c.push_id, c.number from ${recentCalls('$3')}) c
         join push_recipient r on r.brand_id = c.brand_id and r.push_id = c.push_id and r.call = c.number
        group by r.identity_id)
     select greatest($4 - coalesce(g.pushes, 0), 0) as left, count(*)::int as followers
       from follower f left join got g on g.identity_id = f.identity_id
      where f.brand_id = $1 and f.asset_id = $2 and f.subscribed group by 1`,
    [brandId, assetId, shanghaiMidnight(`${month}-01`), perFollower],
  );
  return { perFollower, followers: Array.from({ length: perFollower + 1 }, (_, left) => rows.find((row) => row.left === left)?.followers ?? 0) };
}
