import type { Eraser } from '@qingniao/people';

/**
 * A synchronisation remembers the last openid of a page to go on from (user/get, official-account 8). When that
 * is somebody to be erased, the place is forgotten: a run under way that stops would begin again.
 */
export const eraseSyncCursors: Eraser = async (tx, brandId, { identityIds }) => {
  const forgotten = await tx.query(
    `update job set cursor = null
      where brand_id = $1 and exists (
        select 1 from identity i
         where i.brand_id = $1 and i.id = any ($2::bigint[]) and i.kind = 'openid' and strpos(job.cursor::text, i.value) > 0)
     returning 1`,
    [brandId, identityIds],
  );
  return [{ table: 'job', rows: forgotten.length }];
};
