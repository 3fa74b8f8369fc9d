import { eventLog } from '@qingniao/activity';
import { nowDate } from '@qingniao/kernel';
import { contactChanges, PEOPLE_PROJECTION } from '@qingniao/people';
import { lookUntil, untilApplied, type BrandDatabase, type Database } from '@qingniao/storage';
import { CONTACTS_LANE, EVENTS_LANE } from './lanes.ts';

/**
 * Waits until the members of this brand's live segments are whom everything written so far, and the present clock, say;
 * until `end` of `performance.now()` at most. False when they are not by then.
 */
export async function membersCaughtUp(database: Database, brandId: number, end: number): Promise<boolean> {
  // In this order: what an event changes about people stands in a second log only once it is projected.
  return await untilApplied(database, eventLog, [PEOPLE_PROJECTION, EVENTS_LANE], end)
    && await untilApplied(database, contactChanges, [CONTACTS_LANE], end)
    && await untilJudged(database.forBrand(brandId), end);
}

/** Nobody's moment has passed without a judgement, and no segment has left its members to a publication. */
function untilJudged(db: BrandDatabase, end: number): Promise<boolean> {
  const asOf = nowDate();
  const open = () => db.query(
    `select 1 from segment s where s.brand_id = $1 and s.state = 'live'
        and (s.exchanging or exists (select 1 from segment_due d where d.brand_id = $1 and d.segment_id = s.id and d.due_at <= $2)) limit 1`, [db.brandId, asOf],
  );
  return lookUntil(async () => (await open()).length === 0, end);
}
