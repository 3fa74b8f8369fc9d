import { conflict, digestId, newId, newToken, notFound, nowDate } from '@qingniao/kernel';
import { appendInTx, type NewEvent, type Querier } from '@qingniao/activity';
import type { BrandDatabase, Tx } from '@qingniao/storage';
import { TAG_BATCH } from '@qingniao/wechat';
import { wechatTagId } from './fold.ts';

/** The calls of official-account 9 this room makes; `WechatClient['tags']` fits. */
export interface WechatTags {
  list(): Promise<{ id: number; name: string; count?: number }[]>;
  create(name: string): Promise<{ id: number; name: string }>;
  rename(id: number, name: string): Promise<unknown>;
  remove(id: number): Promise<unknown>;
  tag(id: number, openids: readonly string[]): Promise<unknown>;
  untag(id: number, openids: readonly string[]): Promise<unknown>;
}

export interface Tag {
  id: string;
  name: string;
  /** The account whose tag it is; null for the brand's own. */
  assetId: string | null;
  wechatId: number | null;
  /** People carrying it here. */
  people: number;
  /** Followers carrying it, by WeChat's word at the last synchronisation. */
  atWechat: number | null;
  syncedAt: Date | null;
  /** What does not agree: deleted at WeChat, or an own tag of the same name. */
  conflict: 'missing_at_wechat' | 'same_name' | null;
}

export async function listTags(db: Querier, brandId: number): Promise<Tag[]> {
  return db.query<Tag & Record<string, unknown>>(
    `select t.id, t.name, t.asset_id "assetId", t.wechat_id "wechatId", t.wechat_count "atWechat", t.synced_at "syncedAt",
            (select count(*) from contact_tag c where c.brand_id = t.brand_id and c.tag_id = t.id) as people,
            case when t.missing_since is not null then 'missing_at_wechat'
                 when exists (select 1 from tag o where o.brand_id = t.brand_id and o.id <> t.id and lower(o.name) = lower(t.name)
                                 and (o.asset_id is null) <> (t.asset_id is null)) then 'same_name' end as conflict
       from tag t where t.brand_id = $1 order by t.asset_id nulls first, t.name, t.id`,
    [brandId],
  );
}

/** Runs in the transaction that writes the change down. */
type Also = (tx: Tx, tagId: string) => Promise<void>;

/** A tag of the brand's own, or of an account when its calls are given. Throws 409 when the name is taken. */
export async function createTag(db: BrandDatabase, name: string, account: { assetId: string; tags: WechatTags } | null, also?: Also): Promise<string> {
  const assetId = account?.assetId ?? null;
  await requireFreeName(db, assetId, name, null);
  const made = account ? await account.tags.create(name) : null;
  const id = made ? wechatTagId(assetId!, made.id) : newId();
  await db.tx(async (tx) => {
    await tx.query(
      'insert into tag (brand_id, id, asset_id, wechat_id, name, created_at, synced_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing',
      [db.brandId, id, assetId, made?.id ?? null, made?.name ?? name, nowDate(), made ? nowDate() : null],
    );
    await also?.(tx, id);
  });
  return id;
}

async function requireFreeName(db: BrandDatabase, assetId: string | null, name: string, except: string | null): Promise<void> {
  const taken = await db.query(
    `select 1 from tag where brand_id = $1 and asset_id is not distinct from $2 and lower(name) = lower($3)
        and missing_since is null and id is distinct from $4`,
    [db.brandId, assetId, name, except],
  );
  if (taken.length > 0) throw nameTaken();
}

const nameTaken = () => conflict('tag_name_taken', { zh: '已有同名标签，请换一个名称。', en: 'There is a tag of this name; choose another.' }, { field: 'name' });

/** Brings WeChat's dictionary of one account here: new ones appear, renamed ones follow, deleted ones are marked. */
export async function syncTags(db: BrandDatabase, assetId: string, wechat: WechatTags): Promise<void> {
  const listed = await wechat.list();
  const at = nowDate();
  const rows = listed.map((one) => ({ id: wechatTagId(assetId, one.id), wechat_id: one.id, name: one.name, count: one.count ?? 0 }));
  await db.tx(async (tx) => {
    // Two tags may have swapped names at WeChat; the marked ones are out of the unique name index.
    await tx.query('update tag set missing_since = coalesce(missing_since, $3) where brand_id = $1 and asset_id = $2', [db.brandId, assetId, at]);
    await tx.query(
      `insert into tag (brand_id, id, asset_id, wechat_id, name, wechat_count, created_at, synced_at)
       select $1, r.id, $2, r.wechat_id, r.name, r.count, $4, $4 from jsonb_to_recordset($3::jsonb) as r (id text, wechat_id int, name text, count int)
       on conflict (brand_id, id) do update set name = excluded.name, wechat_count = excluded.wechat_count, synced_at = excluded.synced_at, missing_since = null`,
      [db.brandId, assetId, JSON.stringify(rows), at],
    );
  });
}

/** Throws 404, 409 when the name is taken, and WeChat's refusal. */
export async function renameTag(db: BrandDatabase, tagId: string, name: string, wechatOf: (assetId: string) => Promise<WechatTags>, also?: Also): Promise<void> {
  const tag = await tagOf(db, db.brandId, tagId);
  await requireFreeName(db, tag.assetId, name, tagId);
  if (tag.assetId !== null) await (await wechatOf(tag.assetId)).rename(tag.wechatId!, name);
  await db.tx(async (tx) => {
    await tx.query('update tag set name = $3 where brand_id = $1 and id = $2', [db.brandId, tagId, name]);
    await also?.(tx, tagId);
  });
}

/** So many events of a deleted tag are written at once: callbacks must pass in between. */
const REMOVED_AT_ONCE = 2000;

/** Deletes the tag everywhere. People lose it through events, so their timelines say so. */
export async function deleteTag(db: BrandDatabase, tagId: string, wechatOf: (assetId: string) => Promise<WechatTags>, also?: Also): Promise<void> {
  const tag = await tagOf(db, db.brandId, tagId);
  // One that is gone at WeChat already has nothing to be deleted there.
  if (tag.assetId !== null && !tag.missing) await (await wechatOf(tag.assetId)).remove(tag.wechatId!);
  const operation = newToken();
  for (let after = 0; ;) {
    const carriers = await carriersOf(db, tag, after);
    await db.tx((tx) => appendInTx(tx, db.brandId, carriers.map((id) => tagEvent(tag, 'tag.removed', id, operation))));
    if (carriers.length < REMOVED_AT_ONCE) break;
    after = carriers.at(-1)!;
  }
  await db.tx(async (tx) => {
    await tx.query('delete from tag where brand_id = $1 and id = $2', [db.brandId, tagId]);
    await also?.(tx, tagId);
  });
}

/** Identities that carry a tag, in order, after one of them. */
async function carriersOf(db: Querier & { brandId: number }, tag: KnownTag, after: number): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    tag.assetId === null
      ? `select contact_id as id from contact_tag where brand_id = $1 and tag_id = $2 and contact_id > $3 order by contact_id limit ${REMOVED_AT_ONCE}`
      : `select identity_id as id from follower where brand_id = $1 and asset_id = $4 and $2 = any (wechat_tags) and identity_id > $3
          order by identity_id limit ${REMOVED_AT_ONCE}`,
    tag.assetId === null ? [db.brandId, tag.id, after] : [db.brandId, tag.wechatId, after, tag.assetId],
  );
  return rows.map(({ id }) => id);
}

export interface KnownTag {
  id: string;
  name: string;
  assetId: string | null;
  wechatId: number | null;
  /** It was deleted at WeChat and not here. */
  missing: boolean;
}

/** Those of these tags that are there, without counting who carries them. */
export const findTags = (db: Querier, brandId: number, tagIds: readonly string[]): Promise<KnownTag[]> =>
  db.query<KnownTag & Record<string, unknown>>(
    `select id, name, asset_id "assetId", wechat_id "wechatId", missing_since is not null as missing from tag where brand_id = $1 and id = any ($2)`,
    [brandId, tagIds],
  );

/** What tags are called, by their ids; one that was deleted has no name any more. */
export const tagNames = async (db: Querier, brandId: number, tagIds: readonly string[]): Promise<Map<string, string>> =>
  new Map((tagIds.length === 0 ? [] : await findTags(db, brandId, tagIds)).map(({ id, name }) => [id, name]));

async function tagOf(db: Querier, brandId: number, tagId: string): Promise<KnownTag> {
  const [tag] = await findTags(db, brandId, [tagId]);
  if (!tag) throw notFound({ zh: '该标签', en: 'tag' });
  return tag;
}

export interface TagChange {
  tagId: string;
  contactIds: readonly number[];
  add: boolean;
}

export interface TagResult {
  /** People whose tag was set or taken off. */
  changed: number;
  /** People who cannot carry a WeChat tag, because they do not follow that account. */
  skipped: number;
}

/**
 * Sets or takes off a tag. WeChat's tags go to the platform in batches of 50 openids, each written down
 * here as soon as the platform took it; a refusal in the middle leaves both sides agreeing.
 * Throws 404, 409 for a tag deleted at WeChat, and the platform's refusal.
 */
export async function tagContacts(db: BrandDatabase, change: TagChange, wechatOf: (assetId: string) => Promise<WechatTags>): Promise<TagResult> {
  const tag = await tagOf(db, db.brandId, change.tagId);
  const type = change.add ? 'tag.added' : 'tag.removed';
  const operation = newToken();
  if (tag.assetId === null) {
    const living = await db.query<{ id: number }>(
      'select id from contact where brand_id = $1 and id = any ($2::bigint[]) and erased_at is null', [db.brandId, change.contactIds],
    );
    await db.tx((tx) => appendInTx(tx, db.brandId, living.map(({ id }) => tagEvent(tag, type, id, operation))));
    return { changed: living.length, skipped: change.contactIds.length - living.length };
  }
  if (tag.missing) throw conflict('tag_missing_at_wechat', { zh: '该标签已在微信侧删除，请先同步标签。', en: 'This tag was deleted at WeChat; synchronise tags first.' });
  const wechat = await wechatOf(tag.assetId);
  const carriers = await followersOf(db, tag.assetId, change.contactIds);
  for (let from = 0; from < carriers.length; from += TAG_BATCH) {
    await tagFollowers(db, { ...tag, assetId: tag.assetId, wechatId: tag.wechatId! }, carriers.slice(from, from + TAG_BATCH), change.add, wechat, operation);
  }
  const reached = new Set(carriers.map(({ contactId }) => contactId)).size;
  return { changed: reached, skipped: change.contactIds.length - reached };
}

async function followersOf(db: BrandDatabase, assetId: string, contactIds: readonly number[]) {
  return db.query<{ identityId: number; contactId: number; openid: string }>(
    `select f.identity_id "identityId", f.contact_id "contactId", i.value as openid
       from follower f join identity i on i.brand_id = f.brand_id and i.id = f.identity_id
      where f.brand_id = $1 and f.asset_id = $2 and f.subscribed and f.contact_id = any ($3::bigint[]) order by f.identity_id`,
    [db.brandId, assetId, contactIds],
  );
}

/** An openid that follows the tag's account. */
export interface TagCarrier {
  identityId: number;
  openid: string;
}

/**
 * One call: WeChat's tag on at most `TAG_BATCH` followers of its account, or off them, written down once the platform took it.
 * Throws its refusal, which is of the whole batch. `operation` tells this change from later ones of the same tag and follower.
 */
export async function tagFollowers(
  db: BrandDatabase, tag: { id: string; assetId: string; wechatId: number }, followers: readonly TagCarrier[], add: boolean, wechat: WechatTags, operation: string,
): Promise<void> {
  const openids = followers.map(({ openid }) => openid);
  await (add ? wechat.tag(tag.wechatId, openids) : wechat.untag(tag.wechatId, openids));
  const type = add ? 'tag.added' : 'tag.removed';
  await db.tx((tx) => appendInTx(tx, db.brandId, followers.map(({ identityId }) => tagEvent(tag, type, identityId, operation))));
}

const tagEvent = (tag: Pick<KnownTag, 'id' | 'assetId'>, type: 'tag.added' | 'tag.removed', identityId: number, operation: string): NewEvent => ({
  type, at: nowDate(), assetId: tag.assetId, who: identityId, dedupKey: digestId(type, tag.id, identityId, operation), props: { tag: tag.id },
});
