import type { Eraser } from '@qingniao/people';

/** The value of an erased person's openid, somewhere in a JSON text. */
const named = (json: string): string =>
  `exists (select 1 from identity i
            where i.brand_id = $1 and i.id = any ($2::bigint[]) and i.kind = 'openid' and strpos(${json}::text, i.value) > 0)`;

/**
 * A synchronisation remembers the last openid of a page to go on from (user/get, official-account 8): in its job, and
 * in the timer that goes on tomorrow. When that is somebody to be erased, the place is forgotten, and the run begins
 * again. Who has not been asked about yet is not asked about any more.
 */
export const eraseSyncCursors: Eraser = async (tx, brandId, { identityIds }) => {
  const params = [brandId, identityIds];
  const jobs = await tx.query(
    `update job set cursor = null, input = input - 'from' where brand_id = $1 and (${named('job.cursor')} or ${named('job.input')}) returning 1`, params,
  );
  const timers = await tx.query(`update timer set payload = payload - 'from' where brand_id = $1 and ${named('timer.payload')} returning 1`, params);
  const pending = await tx.query('delete from follower_pending where brand_id = $1 and identity_id = any ($2::bigint[]) returning 1', params);
  return [{ table: 'job', rows: jobs.length }, { table: 'timer', rows: timers.length }, { table: 'follower_pending', rows: pending.length }];
};
