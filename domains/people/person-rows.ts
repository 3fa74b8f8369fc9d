import { prepared, type Tx } from '@qingniao/storage';
import { latestFollow, tagsOf, parseWechatTagId, type Follower, type Period, type Person } from './fold.ts';
import type { Stage } from './matrix.ts';
import type { Source, SourceResolver } from './sources.ts';

/**
 * The people of these contacts as they stand; contacts without a row are absent.
 * @param following the ones whose followers are wanted too.
 */
export async function loadPersons(tx: Tx, brandId: number, contactIds: readonly number[], following: readonly number[]): Promise<Map<number, Person>> {
  const persons = new Map<number, Person>();
  const contacts = await tx.query<ContactRow>(
    prepared(`select id, created_at, first_seen_at, last_active_at, stage, stage_since, stage_counts, tags
       from contact where brand_id = $1 and id = any ($2::bigint[])`),
    [brandId, contactIds],
  );
  for (const row of contacts) {
    persons.set(row.id, {
      createdAt: row.created_at, firstSeenAt: row.first_seen_at, lastActiveAt: row.last_active_at,
      stage: row.stage, stageSince: row.stage_since, stageCounts: row.stage_counts,
      ownTags: new Set(row.tags.filter((tag) => parseWechatTagId(tag) === null)),
      savedTags: row.tags, followers: new Map(), periods: new Set(), moves: [],
    });
  }
  if (persons.size === 0 || following.length === 0) return persons;
  const followers = await tx.query<FollowerRow>(
    prepared(`select f.contact_id, f.identity_id, f.asset_id, f.subscribed, f.subscribed_at, f.unsubscribed_at,
            f.subscribe_scene, f.qr_scene, f.wechat_tags, f.synced_at,
            p.event_id, p.followed_at, p.unfollowed_at, p.observed, p.subscribe_scene as period_scene, p.qr_scene as period_qr
       from follower f
       left join lateral (select * from follow_period
                           where brand_id = f.brand_id and identity_id = f.identity_id
                           order by event_id desc limit 1) p on true
      where f.brand_id = $1 and f.contact_id = any ($2::bigint[])
      order by f.identity_id`),
    [brandId, following],
  );
  for (const row of followers) persons.get(row.contact_id)?.followers.set(row.identity_id, followerFrom(row));
  return persons;
}

type ContactRow = {
  id: number; created_at: Date; first_seen_at: Date; last_active_at: Date | null;
  stage: Stage; stage_since: Date; stage_counts: Record<string, number>; tags: string[];
};

type FollowerRow = {
  contact_id: number; identity_id: number; asset_id: string; subscribed: boolean;
  subscribed_at: Date | null; unsubscribed_at: Date | null; subscribe_scene: string | null; qr_scene: string | null;
  wechat_tags: number[]; synced_at: Date | null;
  event_id: number | null; followed_at: Date; unfollowed_at: Date | null; observed: boolean; period_scene: string | null; period_qr: string | null;
};

const followerFrom = (row: FollowerRow): Follower => ({
  identityId: row.identity_id, assetId: row.asset_id, subscribed: row.subscribed,
  subscribedAt: row.subscribed_at, unsubscribedAt: row.unsubscribed_at,
  subscribeScene: row.subscribe_scene, qrScene: row.qr_scene, wechatTags: row.wechat_tags, syncedAt: row.synced_at,
  last: row.event_id === null ? null : {
    identityId: row.identity_id, assetId: row.asset_id, eventId: row.event_id,
    followedAt: row.followed_at, unfollowedAt: row.unfollowed_at, observed: row.observed,
    subscribeScene: row.period_scene, qrScene: row.period_qr,
  },
});

/** Writes people of whom only activity and stage may have changed. Call under `lockPeople`. */
export async function saveStandings(tx: Tx, brandId: number, persons: ReadonlyMap<number, Person>): Promise<void> {
  if (persons.size === 0) return;
  const rows = [...persons].map(([id, one]) => ({
    id, first_seen_at: one.firstSeenAt, last_active_at: one.lastActiveAt, stage: one.stage, stage_since: one.stageSince, stage_counts: one.stageCounts,
  }));
  await tx.query(
    prepared(`update contact c set first_seen_at = r.first_seen_at, last_active_at = r.last_active_at,
            stage = r.stage, stage_since = r.stage_since, stage_counts = r.stage_counts,
            revision = case when (c.first_seen_at, c.stage, c.stage_since) is distinct from (r.first_seen_at, r.stage, r.stage_since)
                       then nextval('contact_revision') else c.revision end
       from jsonb_to_recordset($2::jsonb) as r (id bigint, first_seen_at timestamptz, last_active_at timestamptz, stage text, stage_since timestamptz, stage_counts jsonb)
      where c.brand_id = $1 and c.id = r.id`),
    [brandId, JSON.stringify(rows)],
  );
  await saveMoves(tx, brandId, persons);
}

/** Writes what folding changed. Call under `lockPeople`. */
export async function savePersons(tx: Tx, brandId: number, persons: ReadonlyMap<number, Person>, sources: SourceResolver): Promise<void> {
  if (persons.size === 0) return;
  const followers = [...persons].flatMap(([contactId, person]) => [...person.followers.values()].map((one) => ({ ...one, contactId })));
  const periods = [...persons.values()].flatMap((person) => [...person.periods]);
  const resolved = await sources(tx, brandId, [...followers, ...periods]);
  const sourceOf = new Map<object, Source>();
  [...followers, ...periods].forEach((facts, index) => sourceOf.set(facts, resolved[index]!));
  const byIdentity = new Map(followers.map((one) => [one.identityId, sourceOf.get(one)!]));

  await saveContacts(tx, brandId, persons, byIdentity);
  await saveFollowers(tx, brandId, followers, byIdentity);
  await savePeriods(tx, brandId, periods.map((period) => ({ ...period, ...sourceOf.get(period)! })));
  await saveMoves(tx, brandId, persons);
  await saveTags(tx, brandId, persons);
}

const UNKNOWN: Source = { group: 'unknown', channelId: null };

async function saveContacts(tx: Tx, brandId: number, persons: ReadonlyMap<number, Person>, sources: ReadonlyMap<number, Source>): Promise<void> {
  const rows = [...persons].map(([id, person]) => {
    const latest = latestFollow(person);
    const source = (latest && sources.get(latest.identityId)) ?? UNKNOWN;
    return {
      id, created_at: person.createdAt, first_seen_at: person.firstSeenAt, last_active_at: person.lastActiveAt,
      subscribed: [...person.followers.values()].some((one) => one.subscribed),
      followed_at: latest?.subscribedAt ?? null, unfollowed_at: latest?.unsubscribedAt ?? null,
      subscribe_scene: latest?.subscribeScene ?? null, source_group: source.group, channel_id: source.channelId,
      stage: person.stage, stage_since: person.stageSince, stage_counts: person.stageCounts, tags: tagsOf(person),
    };
  });
  // The revision moves only with what the warehouse copy holds: an event that only makes somebody
  // "active again" leaves every index alone.
  await tx.query(
    prepared(`insert into contact as c (brand_id, id, created_at, first_seen_at, last_active_at, subscribed, followed_at, unfollowed_at,
                               subscribe_scene, source_group, channel_id, stage, stage_since, stage_counts, tags, erased_at, revision)
     select $1, r.id, r.created_at, r.first_seen_at, r.last_active_at, r.subscribed, r.followed_at, r.unfollowed_at,
            r.subscribe_scene, r.source_group, r.channel_id, r.stage, r.stage_since, r.stage_counts, r.tags,
            (select min(e.at) from erased_identity e where e.brand_id = $1 and e.identity_id = r.id), nextval('contact_revision')
       from jsonb_to_recordset($2::jsonb) as r (id bigint, created_at timestamptz, first_seen_at timestamptz, last_active_at timestamptz,
            subscribed boolean, followed_at timestamptz, unfollowed_at timestamptz, subscribe_scene text, source_group text,
            channel_id text, stage text, stage_since timestamptz, stage_counts jsonb, tags text[])
     on conflict (brand_id, id) do update set
       created_at = excluded.created_at, first_seen_at = excluded.first_seen_at, last_active_at = excluded.last_active_at,
       subscribed = excluded.subscribed, followed_at = excluded.followed_at, unfollowed_at = excluded.unfollowed_at,
       subscribe_scene = excluded.subscribe_scene, source_group = excluded.source_group, channel_id = excluded.channel_id,
       stage = excluded.stage, stage_since = excluded.stage_since, stage_counts = excluded.stage_counts, tags = excluded.tags, erased_at = excluded.erased_at,
       revision = case when (c.first_seen_at, c.subscribed, c.followed_at, c.unfollowed_at, c.subscribe_scene, c.source_group, c.channel_id, c.stage, c.stage_since, c.tags, c.erased_at)
                  is distinct from (excluded.first_seen_at, excluded.subscribed, excluded.followed_at, excluded.unfollowed_at, excluded.subscribe_scene,
                                    excluded.source_group, excluded.channel_id, excluded.stage, excluded.stage_since, excluded.tags, excluded.erased_at)
                  then excluded.revision else c.revision end`),
    [brandId, JSON.stringify(rows)],
  );
}

async function saveFollowers(tx: Tx, brandId: number, followers: readonly (Follower & { contactId: number })[], sources: ReadonlyMap<number, Source>): Promise<void> {
  const rows = followers.map((one) => ({
    identity_id: one.identityId, asset_id: one.assetId, contact_id: one.contactId,
    subscribed: one.subscribed, subscribed_at: one.subscribedAt, unsubscribed_at: one.unsubscribedAt,
    subscribe_scene: one.subscribeScene, qr_scene: one.qrScene,
    source_group: sources.get(one.identityId)!.group, channel_id: sources.get(one.identityId)!.channelId,
    wechat_tags: one.wechatTags, synced_at: one.syncedAt,
  }));
  await tx.query(
    prepared(`insert into follower as f (brand_id, identity_id, asset_id, contact_id, subscribed, subscribed_at, unsubscribed_at,
                           subscribe_scene, qr_scene, source_group, channel_id, wechat_tags, synced_at)
     select $1, r.* from jsonb_to_recordset($2::jsonb) as r (identity_id bigint, asset_id text, contact_id bigint, subscribed boolean,
            subscribed_at timestamptz, unsubscribed_at timestamptz, subscribe_scene text, qr_scene text, source_group text,
            channel_id text, wechat_tags integer[], synced_at timestamptz)
     on conflict (brand_id, identity_id) do update set
       contact_id = excluded.contact_id, subscribed = excluded.subscribed, subscribed_at = excluded.subscribed_at,
       unsubscribed_at = excluded.unsubscribed_at, subscribe_scene = excluded.subscribe_scene, qr_scene = excluded.qr_scene,
       source_group = excluded.source_group, channel_id = excluded.channel_id, wechat_tags = excluded.wechat_tags, synced_at = excluded.synced_at
     where f is distinct from excluded`),
    [brandId, JSON.stringify(rows)],
  );
}

async function savePeriods(tx: Tx, brandId: number, periods: readonly (Period & Source)[]): Promise<void> {
  if (periods.length === 0) return;
  const rows = periods.map((one) => ({
    identity_id: one.identityId, event_id: one.eventId, asset_id: one.assetId, followed_at: one.followedAt, unfollowed_at: one.unfollowedAt,
    observed: one.observed, subscribe_scene: one.subscribeScene, qr_scene: one.qrScene, source_group: one.group, channel_id: one.channelId,
  }));
  await tx.query(
    prepared(`insert into follow_period as p (brand_id, identity_id, event_id, asset_id, followed_at, unfollowed_at, observed,
                                subscribe_scene, qr_scene, source_group, channel_id)
     select $1, r.* from jsonb_to_recordset($2::jsonb) as r (identity_id bigint, event_id bigint, asset_id text, followed_at timestamptz,
            unfollowed_at timestamptz, observed boolean, subscribe_scene text, qr_scene text, source_group text, channel_id text)
     on conflict (brand_id, identity_id, event_id) do update set
       followed_at = excluded.followed_at, unfollowed_at = excluded.unfollowed_at, observed = excluded.observed,
       subscribe_scene = excluded.subscribe_scene, qr_scene = excluded.qr_scene,
       source_group = excluded.source_group, channel_id = excluded.channel_id, revision = excluded.revision
     where (p.followed_at, p.unfollowed_at, p.observed, p.subscribe_scene, p.qr_scene, p.source_group, p.channel_id)
           is distinct from (excluded.followed_at, excluded.unfollowed_at, excluded.observed, excluded.subscribe_scene, excluded.qr_scene,
                             excluded.source_group, excluded.channel_id)`),
    [brandId, JSON.stringify(rows)],
  );
}

/** Of these people's follows only those in `persons` are left. Call after `savePersons`. */
export async function dropOtherPeriods(tx: Tx, brandId: number, identityIds: readonly number[], persons: ReadonlyMap<number, Person>): Promise<void> {
  const kept = [...persons.values()].flatMap((person) => [...person.periods].map((period) => period.eventId));
  await tx.query(
    `with gone as (delete from follow_period where brand_id = $1 and identity_id = any ($2::bigint[]) and event_id <> all ($3::bigint[])
                   returning identity_id, event_id)
     insert into follow_period_gone (brand_id, identity_id, event_id, revision)
     select $1, identity_id, event_id, nextval('follow_period_revision') from gone
     on conflict (brand_id, identity_id, event_id) do update set revision = excluded.revision`,
    [brandId, identityIds, kept],
  );
  await tx.query('delete from follow_period_gone where brand_id = $1 and identity_id = any ($2::bigint[]) and event_id = any ($3::bigint[])', [brandId, identityIds, kept]);
}

async function saveMoves(tx: Tx, brandId: number, persons: ReadonlyMap<number, Person>): Promise<void> {
  const rows = [...persons].flatMap(([contactId, person]) =>
    person.moves.map((move) => ({ contact_id: contactId, event_id: move.eventId, at: move.at, from_stage: move.from, to_stage: move.to })));
  if (rows.length === 0) return;
  await tx.query(
    prepared(`insert into stage_move (brand_id, contact_id, event_id, at, from_stage, to_stage)
     select $1, r.* from jsonb_to_recordset($2::jsonb) as r (contact_id bigint, event_id bigint, at timestamptz, from_stage text, to_stage text)
     on conflict (brand_id, contact_id, event_id) do update set at = excluded.at, from_stage = excluded.from_stage, to_stage = excluded.to_stage`),
    [brandId, JSON.stringify(rows)],
  );
}

async function saveTags(tx: Tx, brandId: number, persons: ReadonlyMap<number, Person>): Promise<void> {
  const changed = [...persons].filter(([, person]) => tagsOf(person).join() !== person.savedTags.join());
  if (changed.length === 0) return;
  await tx.query('delete from contact_tag where brand_id = $1 and contact_id = any ($2::bigint[])', [brandId, changed.map(([id]) => id)]);
  const pairs = changed.flatMap(([id, person]) => tagsOf(person).map((tag) => [tag, id] as const));
  await tx.query(
    'insert into contact_tag (brand_id, tag_id, contact_id) select $1, tag_id, contact_id from unnest($2::text[], $3::bigint[]) as t (tag_id, contact_id)',
    [brandId, pairs.map(([tag]) => tag), pairs.map(([, id]) => id)],
  );
}
