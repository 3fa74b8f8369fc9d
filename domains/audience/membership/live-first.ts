import { setTimeout as sleep } from 'node:timers/promises';
import { now } from '@qingniao/kernel';
import type { BrandDatabase } from '@qingniao/storage';
import { EVENTS_LANE } from './lanes.ts';

/** Rows a statement, and after somebody had to wait. */
const LARGE = 4000;
const SMALL = 500;
/** Milliseconds after which whoever tapped a menu counts as waiting: a little more than half of them take when nothing else happens. */
const LATE = 40;
/** However many wait, bulk work has this share of the time: it ends, too. */
const LEAST_SHARE = 1 / 10;
const LOOK_MS = 5;

/** How bulk work goes on beside the lanes that somebody waits for. */
export interface LiveFirst {
  /** Rows the next statement may have. */
  readonly rows: number;
  /** Between two statements: waits for who waits already. */
  pass(): Promise<void>;
}

/** Bulk work of a brand that makes way: whoever has waited for long goes first, and the pieces are short as long as somebody does. */
export function liveFirst(db: BrandDatabase): LiveFirst {
  let rows = SMALL;
  let began = performance.now();
  return {
    get rows() {
      return rows;
    },
    async pass() {
      const since = performance.now();
      const longest = (since - began) * (1 / LEAST_SHARE - 1);
      let waited = false;
      while (performance.now() - since < longest && (await somebodyWaits(db))) {
        waited = true;
        await sleep(LOOK_MS);
      }
      rows = waited ? SMALL : Math.min(rows * 2, LARGE);
      began = performance.now();
    },
  };
}

/** Whether the oldest event the lane has not judged came long ago. */
async function somebodyWaits(db: BrandDatabase): Promise<boolean> {
  const [oldest] = await db.query<{ at: Date }>(
    `select e.received_at as at from projection_cursor c cross join lateral (select received_at from event where brand_id = $1 and id > c.cursor order by id limit 1) e where c.name = $2`,
    [db.brandId, EVENTS_LANE],
  );
  return oldest !== undefined && now() - oldest.at.getTime() > LATE;
}
