import { appendInTx, type LogEvent, type NewEvent } from '@qingniao/activity';
import type { Projection, Tx } from '@qingniao/storage';

/** Scans by channel, clicks by link, and the channel's interest tags on whoever scans (W-20). */
export const recruitmentProjection: Projection<LogEvent> = {
  name: 'recruitment',
  async apply(tx, events) {
    // Events of an erased person say nothing any more; a replay must leave out what erasing took out.
    // Who comes in by a card has tapped it; the web shop is reached through /l/, which has counted the tap.
    await keepClicks(tx, events.filter(({ type, props }) => (type === 'link.clicked' || type === 'mini_program.entered') && props['link_id'] !== undefined));
    await keepScans(tx, events.filter((event) => event.identityId !== null && sceneOf(event) !== null));
    await forget(tx, events.filter((event) => event.type === 'identity.erased'));
  },
  /**
   * The tags it added are events themselves, keyed by the scan: a replay adds nothing twice, nor what a channel was given
   * after somebody scanned it. Deleted, not truncated:
   * to a backup under way, truncated tables would be empty beside a cursor at the head of the log.
   */
  async reset(tx) {
    for (const table of ['channel_scan', 'link_click']) await tx.query(`delete from ${table}`);
  },
};

async function keepClicks(tx: Tx, clicks: readonly LogEvent[]): Promise<void> {
  if (clicks.length === 0) return;
  await tx.query(
    `insert into link_click (brand_id, link_id, event_id, identity_id, at)
     select c.* from unnest($1::int[], $2::text[], $3::bigint[], $4::bigint[], $5::timestamptz[]) as c (brand_id, link_id, event_id, identity_id, at)
       join tracked_link l on l.brand_id = c.brand_id and l.id = c.link_id`,
    [clicks.map((event) => event.brandId), clicks.map((event) => event.props['link_id']), clicks.map((event) => event.id),
      clicks.map((event) => event.identityId), clicks.map((event) => event.at)],
  );
}

interface Scan extends Record<string, unknown> {
  brandId: number;
  eventId: number;
  channelId: string;
  tags: string[];
}

async function keepScans(tx: Tx, scans: readonly LogEvent[]): Promise<void> {
  if (scans.length === 0) return;
  const kept = await tx.query<Scan>(
    `with scan as (
       select * from unnest($1::int[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::timestamptz[], $7::boolean[])
           as scan (brand_id, asset_id, scene, event_id, identity_id, at, followed)
     ), found as (
       select c.brand_id, c.id as channel_id, scan.event_id, scan.identity_id, scan.at, scan.followed,
              array(select tag from unnest(c.tags) as tag
                     where scan.at >= coalesce((c.tags_since ->> tag)::timestamptz, '-infinity')
                       and exists (select 1 from tag known where known.brand_id = c.brand_id and known.id = tag)) as tags
         from scan join channel c on c.brand_id = scan.brand_id and c.asset_id = scan.asset_id and c.scene = scan.scene
     ), written as (
       insert into channel_scan (brand_id, channel_id, event_id, identity_id, at, followed)
       select brand_id, channel_id, event_id, identity_id, at, followed from found
     )
     select brand_id as "brandId", event_id as "eventId", channel_id as "channelId", tags from found where cardinality(tags) > 0`,
    [scans.map((event) => event.brandId), scans.map((event) => event.assetId), scans.map(sceneOf), scans.map((event) => event.id),
      scans.map((event) => event.identityId), scans.map((event) => event.at), scans.map((event) => event.type === 'follow')],
  );
  const byId = new Map(scans.map((event) => [event.id, event]));
  const byBrand = new Map<number, NewEvent[]>();
  for (const { brandId, eventId, channelId, tags } of kept) {
    const { at, identityId } = byId.get(eventId)!;
    const added = tags.map((tag): NewEvent => ({
      type: 'tag.added', at, assetId: null, who: identityId, dedupKey: `tag.added ${eventId} ${tag}`, props: { tag, channel_id: channelId },
    }));
    byBrand.set(brandId, [...(byBrand.get(brandId) ?? []), ...added]);
  }
  for (const [brandId, added] of byBrand) await appendInTx(tx, brandId, added);
}

async function forget(tx: Tx, erased: readonly LogEvent[]): Promise<void> {
  for (const { brandId, identityId } of erased) {
    await tx.query('delete from link_click where brand_id = $1 and identity_id = $2', [brandId, identityId]);
    await tx.query('delete from channel_scan where brand_id = $1 and identity_id = $2', [brandId, identityId]);
  }
}

const sceneOf = ({ type, props }: LogEvent): string | null => {
  const scene = type === 'follow' || type === 'qr.scanned' ? props['scene'] : null;
  return scene === null || scene === undefined || scene === '' ? null : String(scene);
};
