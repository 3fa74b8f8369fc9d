import type { Querier } from '@qingniao/activity';
import { badRequest, conflict, newId, newToken, notFound, now, nowDate, type Text } from '@qingniao/kernel';
import { tagNames } from '@qingniao/people';
import type { BrandDatabase, Database, Timers, Tx } from '@qingniao/storage';
import { isWechatError, MAX_QRCODE_SECONDS, type WechatClient } from '@qingniao/wechat';
import { channelKinds, PERMANENT_CODES, type ChannelKind } from './kinds.ts';

/** One official account's calls. @throws Problem not_found (404) */
export type ClientOf = (brandId: number, assetId: string) => Promise<WechatClient>;

export interface ChannelView {
  id: string;
  assetId: string;
  kind: ChannelKind;
  name: string;
  note: string;
  scene: string | null;
  permanent: boolean;
  url: string | null;
  expiresAt: Date | null;
  tags: string[];
  createdAt: Date;
  archivedAt: Date | null;
}

export interface ChannelInput {
  assetId: string;
  kind: ChannelKind;
  name: string;
  note?: string;
  /** Null: no code of its own (an ad, a search entry). */
  code: 'permanent' | 'temporary' | null;
  tags?: string[];
}

const CHANNEL: Text = { zh: '渠道', en: 'channel' };
const COLUMNS = `id, asset_id as "assetId", kind, name, note, scene, permanent, url, expires_at as "expiresAt", tags,
  created_at as "createdAt", archived_at as "archivedAt"`;

export const RENEW_CODE = 'recruitment.renew-code';
/** Renewed two days before the end, so that a failure leaves time for another try. */
const RENEW_BEFORE = 2 * 86_400_000;

export interface ChannelDeps {
  clientOf: ClientOf;
  timers: Timers;
}

/**
 * Creates a channel and, when asked, its code at WeChat. The code is made before the row, so a
 * refusal of WeChat leaves nothing behind. `also` runs in the transaction that writes the row.
 * @throws Problem unknown_tag (422), permanent_codes_used_up (409), or what WeChat answered
 */
export async function createChannel(
  brand: BrandDatabase, deps: ChannelDeps, input: ChannelInput, also?: (tx: Tx, made: ChannelView) => Promise<void>,
): Promise<ChannelView> {
  await requireTags(brand, brand.brandId, input.tags ?? []);
  const id = newId();
  const permanent = input.code === 'permanent';
  if (permanent && (await codeBudget(brand, input.assetId)).left === 0) throw codesUsedUp();
  const scene = input.code === null ? null : `c-${newToken(9)}`;
  const code = scene === null ? null : await requestCode(await deps.clientOf(brand.brandId, input.assetId), scene, permanent);
  return brand.tx(async (tx) => {
    const [created] = await tx.query<ChannelView & Record<string, unknown>>(
      `insert into channel (brand_id, id, asset_id, kind, name, note, scene, permanent, ticket, url, expires_at, tags, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning ${COLUMNS}`,
      [brand.brandId, id, input.assetId, input.kind, input.name.trim(), input.note ?? '', scene, permanent,
        code?.ticket ?? null, code?.url ?? null, code?.expiresAt ?? null, input.tags ?? [], nowDate()],
    );
    if (code?.expiresAt) await planRenewal(tx, deps.timers, brand.brandId, id, code.expiresAt);
    await also?.(tx, created!);
    return created!;
  });
}

interface Code {
  ticket: string;
  url: string;
  expiresAt: Date | null;
}

async function requestCode(client: WechatClient, scene: string, permanent: boolean): Promise<Code> {
  try {
    const made = await client.qrcode.create(permanent ? { scene } : { scene, expireSeconds: MAX_QRCODE_SECONDS });
    return { ticket: made.ticket, url: made.url, expiresAt: permanent ? null : new Date(now() + (made.expire_seconds ?? MAX_QRCODE_SECONDS) * 1000) };
  } catch (error) {
    // Exhaustion is reported as a bad action_info (40053), too, which ours never is (official-account 10).
    if (isWechatError(error) && (error.errcode === 45029 || (permanent && error.errcode === 40053))) throw codesUsedUp();
    throw error;
  }
}

const codesUsedUp = () =>
  conflict('permanent_codes_used_up', {
    zh: '永久二维码额度（10 万个）已用完，请改用临时二维码。',
    en: 'The 100,000 permanent codes of this account are used up. Use a temporary code.',
  });

const planRenewal = (tx: Tx, timers: Timers, brandId: number, channelId: string, expiresAt: Date) =>
  timers.set(tx, { brandId, name: RENEW_CODE, key: channelId, dueAt: new Date(expiresAt.getTime() - RENEW_BEFORE), payload: null });

/** Asks WeChat for a fresh temporary code under the same scene: printed words stay, statistics go on. */
export async function renewCode(brand: BrandDatabase, deps: ChannelDeps, channelId: string): Promise<void> {
  const [channel] = await brand.query<{ assetId: string; scene: string | null; permanent: boolean }>(
    `select asset_id as "assetId", scene, permanent from channel where brand_id = $1 and id = $2 and archived_at is null`,
    [brand.brandId, channelId],
  );
  if (!channel || channel.scene === null || channel.permanent) return;
  const code = await requestCode(await deps.clientOf(brand.brandId, channel.assetId), channel.scene, false);
  await brand.tx(async (tx) => {
    await tx.query('update channel set ticket = $3, url = $4, expires_at = $5 where brand_id = $1 and id = $2', [
      brand.brandId, channelId, code.ticket, code.url, code.expiresAt,
    ]);
    await planRenewal(tx, deps.timers, brand.brandId, channelId, code.expiresAt!);
  });
}

/** Makes codes renew themselves; call once at the start, before timers run. */
export function startCodeRenewal(database: Database, deps: ChannelDeps): void {
  deps.timers.register(RENEW_CODE, (timer) => renewCode(database.forBrand(timer.brandId), deps, timer.key), { asks: 'wechat' });
}

/** Permanent codes are never given back by WeChat, so archived channels count too. */
export async function codeBudget(brand: BrandDatabase, assetId: string): Promise<{ used: number; left: number; limit: number }> {
  const [row] = await brand.query<{ used: number }>(
    'select count(*) as used from channel where brand_id = $1 and asset_id = $2 and permanent and scene is not null',
    [brand.brandId, assetId],
  );
  const used = row!.used;
  return { used, left: Math.max(0, PERMANENT_CODES - used), limit: PERMANENT_CODES };
}

export interface ChannelFilter {
  kind?: ChannelKind;
  text?: string;
  archived?: boolean;
  /** Only these, archived or not. */
  ids?: readonly string[];
}

/** Newest first; `before` is the last id of the page before. */
export const listChannels = (brand: BrandDatabase, filter: ChannelFilter, limit: number, before: string | null): Promise<ChannelView[]> =>
  brand.query<ChannelView & Record<string, unknown>>(
    `select ${COLUMNS} from channel
      where brand_id = $1 and ($2::text is null or kind = $2) and ($3::text is null or name ilike '%' || $3 || '%' or note ilike '%' || $3 || '%')
        and case when $7::text[] is null then (archived_at is not null) = $4 else id = any ($7) end and ($5::text is null or id < $5)
      order by id desc limit $6`,
    [brand.brandId, filter.kind ?? null, filter.text?.replaceAll(/[\\%_]/g, '\\$&') ?? null, filter.archived ?? false, before, limit, filter.ids ?? null],
  );

/** @throws Problem not_found (404) */
export async function readChannel(brand: BrandDatabase, id: string): Promise<ChannelView> {
  const [found] = await brand.query<ChannelView & Record<string, unknown>>(
    `select ${COLUMNS} from channel where brand_id = $1 and id = $2`, [brand.brandId, id],
  );
  if (!found) throw notFound(CHANNEL);
  return found;
}

/** What these are called. */
export async function channelNames(db: Querier, brandId: number, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ id: string; name: string }>('select id, name from channel where brand_id = $1 and id = any ($2)', [brandId, ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** By the scene scans of their codes carry. */
export async function channelsByScene(db: Querier, brandId: number, scenes: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.query<{ scene: string; name: string }>('select scene, name from channel where brand_id = $1 and scene = any ($2)', [brandId, scenes]);
  return new Map(rows.map(({ scene, name }) => [scene, name]));
}

async function requireTags(db: Querier, brandId: number, ids: readonly string[]): Promise<void> {
  const known = await tagNames(db, brandId, ids);
  if (ids.every((id) => known.has(id))) return;
  throw badRequest('unknown_tag', { zh: '没有这个标签，可能已被删除。', en: 'There is no such tag; it may have been deleted.' }, { field: 'tags' });
}

/** WeChat tells the time of a scan in whole seconds. */
const wholeSecond = (at: number): Date => new Date(Math.floor(at / 1000) * 1000);

export interface ChannelChange {
  name?: string;
  note?: string;
  tags?: string[];
  archived?: boolean;
}

/** A channel taken out of the archive renews its code again. @throws Problem not_found (404), name_missing or unknown_tag (422) */
export async function changeChannel(tx: Tx, timers: Timers, brandId: number, id: string, change: ChannelChange): Promise<{ before: ChannelView; after: ChannelView }> {
  const [before] = await tx.query<ChannelView & Record<string, unknown>>(
    `select ${COLUMNS} from channel where brand_id = $1 and id = $2 for update`, [brandId, id],
  );
  if (!before) throw notFound(CHANNEL);
  const name = change.name?.trim() ?? before.name;
  if (name === '') throw badRequest('name_missing', { zh: '请填写渠道名称。', en: 'Give the channel a name.' }, { field: 'name' });
  const given = change.tags ?? before.tags;
  await requireTags(tx, brandId, given.filter((tag) => !before.tags.includes(tag)));
  const known = await tagNames(tx, brandId, given);
  const tags = given.filter((tag) => known.has(tag));
  const archivedAt = change.archived === undefined ? before.archivedAt : change.archived ? before.archivedAt ?? nowDate() : null;
  const [after] = await tx.query<ChannelView & Record<string, unknown>>(
    `update channel set name = $3, note = $4, tags = $5, archived_at = $6,
            tags_since = (select coalesce(jsonb_object_agg(tag, coalesce(tags_since ->> tag, $7)) filter (where tags_since ? tag or not tag = any (tags)), '{}') from unnest($5::text[]) as tag)
      where brand_id = $1 and id = $2 returning ${COLUMNS}`,
    [brandId, id, name, change.note ?? before.note, tags, archivedAt, wholeSecond(now()).toISOString()],
  );
  if (before.archivedAt !== null && archivedAt === null && before.expiresAt) await planRenewal(tx, timers, brandId, id, before.expiresAt);
  return { before, after: after! };
}

/** The default life of a code for this kind of channel. */
export const defaultCode = (kind: ChannelKind): 'permanent' | 'temporary' => (channelKinds[kind].permanent ? 'permanent' : 'temporary');
