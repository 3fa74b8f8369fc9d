import type { Tx } from '@qingniao/storage';
import { lockPeople } from './people-lock.ts';
import type { SourceResolver } from './sources.ts';

/**
 * Asks again where every follow came from, after the mapping or the channels were edited. The facts stay,
 * only what they are read as changes; a rebuild gives the same. Returns how many follows read differently now.
 */
export async function resourceFollows(tx: Tx, brandId: number, sources: SourceResolver): Promise<number> {
  await lockPeople(tx);
  const kinds = await tx.query<{ asset_id: string; subscribe_scene: string | null; qr_scene: string | null }>(
    'select distinct asset_id, subscribe_scene, qr_scene from follow_period where brand_id = $1', [brandId],
  );
  const resolved = await sources(tx, brandId, kinds.map((row) => ({ assetId: row.asset_id, subscribeScene: row.subscribe_scene, qrScene: row.qr_scene })));
  const rows = JSON.stringify(kinds.map((row, index) => ({ ...row, source_group: resolved[index]!.group, channel_id: resolved[index]!.channelId })));
  const readAs = `jsonb_to_recordset($2::jsonb) as r (asset_id text, subscribe_scene text, qr_scene text, source_group text, channel_id text)
      where t.brand_id = $1 and t.asset_id = r.asset_id and t.subscribe_scene is not distinct from r.subscribe_scene
        and t.qr_scene is not distinct from r.qr_scene
        and (t.source_group, t.channel_id) is distinct from (r.source_group, r.channel_id)`;
  const changed = await tx.query(
    `update follow_period t set source_group = r.source_group, channel_id = r.channel_id, revision = nextval('follow_period_revision') from ${readAs} returning 1`, [brandId, rows],
  );
  await tx.query(`update follower t set source_group = r.source_group, channel_id = r.channel_id from ${readAs}`, [brandId, rows]);
  // A contact reads as its latest follow does.
  await tx.query(
    `update contact c set source_group = f.source_group, channel_id = f.channel_id, revision = nextval('contact_revision')
       from (select distinct on (contact_id) contact_id, source_group, channel_id from follower
              where brand_id = $1 order by contact_id, subscribed_at desc nulls last, identity_id) f
      where c.brand_id = $1 and c.id = f.contact_id and (c.source_group, c.channel_id) is distinct from (f.source_group, f.channel_id)`,
    [brandId],
  );
  return changed.length;
}
