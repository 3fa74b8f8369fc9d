import { digestId, nowDate } from '@qingniao/kernel';
import { appendInTx, resolveIdentity, type NewEvent } from '@qingniao/activity';
import { prepared, type BrandDatabase, type Tx } from '@qingniao/storage';
import { SAME_FOLLOW } from './fold.ts';

/** What user/info says about one openid (official-account 8). */
export interface PlatformProfile {
  openid: string;
  subscribed: boolean;
  /** Unix seconds of the latest follow. */
  subscribeTime: number | null;
  subscribeScene: string | null;
  /** `qr_scene_str` when it is not empty, else `qr_scene` as text when it is not 0. */
  qrScene: string | null;
  tagIds: readonly number[];
  remark: string | null;
  unionid: string | null;
}

/** The shape user/info and batchget answer with, as far as it is read here. */
export interface UserInfoLike {
  openid: string;
  subscribe: number;
  subscribe_time?: number | undefined;
  subscribe_scene?: string | undefined;
  qr_scene?: number | undefined;
  qr_scene_str?: string | undefined;
  tagid_list?: readonly number[] | undefined;
  remark?: string | undefined;
  unionid?: string | undefined;
}

export const platformProfileFrom = (info: UserInfoLike): PlatformProfile => ({
  openid: info.openid,
  subscribed: info.subscribe === 1,
  subscribeTime: info.subscribe_time ?? null,
  subscribeScene: info.subscribe_scene || null,
  qrScene: info.qr_scene_str || (info.qr_scene ? String(info.qr_scene) : null),
  tagIds: info.tagid_list ?? [],
  remark: info.remark || null,
  unionid: info.unionid || null,
});

/**
 * Writes what the platform says about followers of one account into the log, as `contact.synced`
 * events the people projection reads. People of whom nothing changed are left out, so a
 * synchronisation may run as often as one likes. Returns how many events were new.
 * @param run tells this reading from others: the same run written twice counts once.
 */
export async function recordPlatformProfiles(db: BrandDatabase, assetId: string, profiles: readonly PlatformProfile[], run: string): Promise<number> {
  const { brandId } = db;
  return db.tx(async (tx) => {
    const known = await knownFollowers(tx, brandId, assetId, profiles);
    const changed = profiles.filter((profile) => !saysTheSame(known.get(profile.openid), profile));
    for (const profile of changed) if (profile.remark !== null) await stateRemark(tx, brandId, assetId, profile.openid, profile.remark);
    const { ids } = await appendInTx(tx, brandId, changed.map((profile) => eventFrom(assetId, profile, run)));
    return ids.filter((id) => id !== null).length;
  });
}

type Known = {
  value: string; subscribed: boolean; subscribed_at: Date | null; subscribe_scene: string | null; qr_scene: string | null;
  wechat_tags: number[]; remark: string | null; joined: boolean;
};

/** What the derived rows say about these openids. */
async function knownFollowers(tx: Tx, brandId: number, assetId: string, profiles: readonly PlatformProfile[]): Promise<Map<string, Known>> {
  const rows = await tx.query<Known>(
    prepared(`select i.value, f.subscribed, f.subscribed_at, f.subscribe_scene, f.qr_scene, f.wechat_tags, p.value #>> '{}' as remark,
            exists (select 1 from contact_merge m where m.brand_id = $1 and m.reason = 'unionid'
                       and (m.identity_id = i.id or m.other_id = i.id)) as joined
       from identity i
       join follower f on f.brand_id = i.brand_id and f.identity_id = i.id
       left join profile_value p on p.brand_id = i.brand_id and p.identity_id = i.id and p.field = 'remark'
      where i.brand_id = $1 and i.kind = 'openid' and i.asset_id = $2 and i.value = any ($3::text[])`),
    [brandId, assetId, profiles.map((profile) => profile.openid)],
  );
  return new Map(rows.map((row) => [row.value, row]));
}

function saysTheSame(known: Known | undefined, profile: PlatformProfile): boolean {
  if (!known || known.subscribed !== profile.subscribed) return false;
  if (!profile.subscribed) return true;
  const sameTime = profile.subscribeTime === null
    || (known.subscribed_at !== null && Math.abs(known.subscribed_at.getTime() - profile.subscribeTime * 1000) <= SAME_FOLLOW);
  return sameTime && known.subscribe_scene === profile.subscribeScene && known.qr_scene === profile.qrScene
    && known.remark === profile.remark && (profile.unionid === null || known.joined)
    && known.wechat_tags.join() === [...profile.tagIds].sort((a, b) => a - b).join();
}

function eventFrom(assetId: string, profile: PlatformProfile, run: string): NewEvent {
  const props: NewEvent['props'] = profile.subscribed
    ? {
        subscribed: true, subscribe_time: profile.subscribeTime, subscribe_scene: profile.subscribeScene,
        qr_scene: profile.qrScene, tag_ids: [...profile.tagIds],
      }
    : { subscribed: false };
  return {
    type: 'contact.synced', at: nowDate(), assetId, who: { kind: 'openid', assetId, value: profile.openid },
    dedupKey: digestId('synced', assetId, profile.openid, run, JSON.stringify(profile)), props,
    ...(profile.unionid === null ? {} : { mentions: { unionid_identity: { kind: 'unionid', assetId: null, value: profile.unionid } } }),
  };
}

/** A remark is words about a person, so it is a profile value and not part of the log. */
async function stateRemark(tx: Tx, brandId: number, assetId: string, openid: string, remark: string): Promise<void> {
  const identityId = await resolveIdentity(tx, brandId, { kind: 'openid', assetId, value: openid });
  await tx.query(
    `insert into profile_value (brand_id, identity_id, field, value, search, source, at) values ($1, $2, 'remark', $3, $4, 'wechat', $5)
     on conflict (brand_id, identity_id, field) do update set value = excluded.value, search = excluded.search, source = excluded.source, at = excluded.at`,
    [brandId, identityId, JSON.stringify(remark), remark.toLowerCase(), nowDate()],
  );
}
