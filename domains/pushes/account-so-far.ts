import type { Querier } from '@qingniao/activity';
import { addDays, localDay, shanghaiMidnight } from '@qingniao/kernel';
import { wechatHasIt } from './push-row.ts';

/** What an account has sent, as far as the API can know: who got sends of WeChat's own console nobody tells. */
export interface AccountSoFar {
  /** Calls of ours on the day. */
  callsToday: number;
  /** Our sends to everybody this month; WeChat counts those of its console too. */
  toAll: number;
  /** Reports this month of sends that were not ours. */
  consoleSends: number;
  /** Other pushes that wait for their hour this month: who will be in them is not known yet. */
  scheduled: number;
}

/** @param monthStart first instant of the month of `day` */
export async function accountSoFar(db: Querier, brandId: number, push: { id: string; assetId: string }, day: string, monthStart: Date): Promise<AccountSoFar> {
  const [row] = await db.query<AccountSoFar & Record<string, unknown>>(
    `with call as (
       select c.route, c.tag_id, c.submitted_at from push p join push_call c on c.brand_id = p.brand_id and c.push_id = p.id
        where p.brand_id = $1 and p.asset_id = $2 and c.submitted_at >= $4 and ${wechatHasIt})
     select (select count(*)::int from call where submitted_at >= $5 and submitted_at < $6) as "callsToday",
            (select count(*)::int from call where route = 'sendall' and tag_id is null) as "toAll",
            (select count(*)::int from mass_report r where r.brand_id = $1 and r.asset_id = $2 and r.at >= $4 and r.succeeded
                and not exists (select 1 from push_call c where c.brand_id = r.brand_id and c.msg_id = r.msg_id)) as "consoleSends",
            (select count(*)::int from push where brand_id = $1 and asset_id = $2 and id <> $3 and state in ('scheduled', 'awaiting') and scheduled_at >= $4 and scheduled_at < $7) as scheduled`,
    [brandId, push.assetId, push.id, monthStart, shanghaiMidnight(day), shanghaiMidnight(addDays(day, 1)), nextMonth(day)],
  );
  return row!;
}

const nextMonth = (day: string): Date => shanghaiMidnight(`${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`);

/** Our calls of an account on the day of an instant. */
export async function callsOnDay(db: Querier, brandId: number, assetId: string, at: Date): Promise<number> {
  const day = localDay(at);
  const [row] = await db.query<{ calls: number }>(
    `select count(*)::int as calls from push p join push_call c on c.brand_id = p.brand_id and c.push_id = p.id
      where p.brand_id = $1 and p.asset_id = $2 and c.submitted_at >= $3 and c.submitted_at < $4 and ${wechatHasIt}`,
    [brandId, assetId, shanghaiMidnight(day), shanghaiMidnight(addDays(day, 1))],
  );
  return row!.calls;
}
