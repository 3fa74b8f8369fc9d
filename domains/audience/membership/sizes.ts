import { addDays, localDay, now, nowDate, shanghaiMidnight } from '@qingniao/kernel';
import type { Database, Timers, Tx } from '@qingniao/storage';

/** Falls due when a day in Shanghai ends. */
const SIZES_TIMER = 'segment-sizes';

/** How long it is kept who came and went. */
const KEPT_DAYS = 400;

/** Writes down how large the live segments are on the day of this instant. */
export const noteSizes = (tx: Tx, brandId: number, at: Date): Promise<unknown> =>
  tx.query(
    `insert into segment_size (brand_id, segment_id, day, size) select brand_id, id, $2::date, size from segment where brand_id = $1 and state = 'live'
     on conflict (brand_id, segment_id, day) do update set size = excluded.size`, [brandId, localDay(at)],
  );

/** Sets the timer for the end of this day. */
export const nextSizes = (tx: Tx, timers: Timers, brandId: number): Promise<void> =>
  timers.set(tx, { brandId, name: SIZES_TIMER, key: '', dueAt: shanghaiMidnight(addDays(localDay(nowDate()), 1)), payload: null });

/** A list is live without being published: the brand's first one begins its history, and every other its own. */
export async function noteNewLists(database: Database, timers: Timers): Promise<void> {
  const rows = await database.system.query<{ brandId: number }>(
    `select distinct brand_id as "brandId" from segment s where kind = 'list' and state = 'live'
        and not exists (select 1 from segment_size z where z.brand_id = s.brand_id and z.segment_id = s.id)`,
  );
  for (const { brandId } of rows) {
    await database.forBrand(brandId).tx(async (tx) => {
      await noteSizes(tx, brandId, nowDate());
      await nextSizes(tx, timers, brandId);
    });
  }
}

/** At the end of each day: the sizes of that day, and an end to what is kept no longer. */
export function startSizes(database: Database, timers: Timers): void {
  timers.register(SIZES_TIMER, ({ brandId, dueAt }) =>
    database.forBrand(brandId).tx(async (tx) => {
      await noteSizes(tx, brandId, new Date(dueAt.getTime() - 1000));
      await tx.query('delete from segment_move where brand_id = $1 and at < $2', [brandId, new Date(now() - KEPT_DAYS * 86_400_000)]);
      await nextSizes(tx, timers, brandId);
    }));
}
