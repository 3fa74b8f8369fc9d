import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, bigint } from 'drizzle-orm/pg-core';

const brandId = () => integer('brand_id').notNull();
const instant = (name: string) => timestamp(name, { withTimezone: true });

/** An official account of a brand. Secrets are sealed under `asset:<id>`. */
export const asset = pgTable(
  'asset',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    /** service or subscription. */
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    appid: text('appid').notNull(),
    /** `gh_…`, the ToUserName of pushes. */
    originalId: text('original_id'),
    secret: text('secret').notNull(),
    token: text('token').notNull(),
    aesKey: text('aes_key').notNull(),
    /** The key before the last change, which retries of the platform may still use. */
    previousAesKey: text('previous_aes_key'),
    /** The token before the last change, until when the console of the account may still have it. */
    previousToken: text('previous_token'),
    previousTokenUntil: instant('previous_token_until'),
    /** plain, compat or safe. */
    mode: text('mode').notNull(),
    /** `{ api, mp, open }` of a sandbox; null is the platform. */
    baseUrls: jsonb('base_urls').$type<{ api: string; mp: string; open: string }>(),
    /** The brand's previous system, which still gets every push. */
    relayUrl: text('relay_url'),
    /** Which article calls of datacube answer: current or retired (official-account 17). */
    datacubeProfile: text('datacube_profile').notNull(),
    /** connected or disconnected. */
    state: text('state').notNull(),
    /** Per-person history begins here: metrics say "observed since"; `observation_gap` tells where it was cut. */
    observedSince: instant('observed_since').notNull(),
    connectedAt: instant('connected_at').notNull(),
    disconnectedAt: instant('disconnected_at'),
    /** The last run of the permission doctor. */
    doctor: jsonb('doctor'),
    /** By kind of work: `{ jobId, resumesAt }` of its last run. */
    syncs: jsonb('syncs').$type<Record<string, { jobId: string; resumesAt: string | null }>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.id] }),
    // Two connections of one account would fight over its callback URL and its token.
    uniqueIndex('asset_by_appid').on(table.appid),
  ],
);

/** When an account was disconnected and connected again: nobody heard of what happened in between. */
export const observationGap = pgTable(
  'observation_gap',
  {
    brandId: brandId(),
    assetId: text('asset_id').notNull(),
    beganAt: instant('began_at').notNull(),
    endedAt: instant('ended_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.assetId, table.beganAt] })],
);

/** The access token all processes share, sealed. The row is the lock of its refresh. */
export const wechatToken = pgTable(
  'wechat_token',
  {
    brandId: brandId(),
    assetId: text('asset_id').notNull(),
    value: text('value'),
    expiresAt: instant('expires_at'),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.assetId] })],
);

/** The menu being edited, and what was published last. */
export const menu = pgTable(
  'menu',
  {
    brandId: brandId(),
    assetId: text('asset_id').notNull(),
    savedAt: instant('saved_at').notNull(),
    publishedAt: instant('published_at'),
    /** The buttons as sent to WeChat. */
    published: jsonb('published'),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.assetId] })],
);

/** One item of the menu being edited. Column 1-3; row 0 is the top item, 1-5 those below. */
export const menuItem = pgTable(
  'menu_item',
  {
    brandId: brandId(),
    assetId: text('asset_id').notNull(),
    column: integer('column').notNull(),
    row: integer('row').notNull(),
    name: text('name').notNull(),
    /** Null for a top item that only opens its column. */
    type: text('type'),
    /** W-23: brand, ecommerce or crm. */
    category: text('category'),
    key: text('key'),
    url: text('url'),
    mediaId: text('media_id'),
    articleId: text('article_id'),
    appid: text('appid'),
    pagepath: text('pagepath'),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.assetId, table.column, table.row] })],
);

/**
 * What a tap of a published menu means, kept when the menu changes: reports of last year still
 * know the category. `key` is the EventKey of the tap (key, url or page path).
 */
export const menuAction = pgTable(
  'menu_action',
  {
    brandId: brandId(),
    assetId: text('asset_id').notNull(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    category: text('category').notNull(),
    firstPublishedAt: instant('first_published_at').notNull(),
    lastPublishedAt: instant('last_published_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.assetId, table.key] })],
);

/** What the account answers by itself. */
export const autoReply = pgTable(
  'auto_reply',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    assetId: text('asset_id').notNull(),
    /** welcome, keyword, menu or default. */
    trigger: text('trigger').notNull(),
    /** Keywords, or menu keys; empty for welcome and default. */
    words: text('words').array().notNull(),
    /** exact or contains; keywords only. */
    match: text('match').notNull(),
    reply: jsonb('reply').notNull(),
    enabled: boolean('enabled').notNull(),
    /** Earlier rules win. */
    position: integer('position').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.id] }),
    index('auto_reply_by_asset').on(table.brandId, table.assetId, table.position),
  ],
);

/** One day of one datacube call, as the platform gave it; a day without rows was asked for and is empty. */
export const datacubeDay = pgTable(
  'datacube_day',
  {
    brandId: brandId(),
    assetId: text('asset_id').notNull(),
    call: text('call').notNull(),
    /** `ref_date`, Beijing time. */
    day: date('day').notNull(),
    rows: jsonb('rows').notNull(),
    /** The platform said the figures are late: fetch again. */
    isDelay: boolean('is_delay').notNull(),
    fetchedAt: instant('fetched_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.assetId, table.call, table.day] })],
);

/** How many comments datacube had counted of an article when its comments were last read. */
export const commentsRead = pgTable(
  'comments_read',
  {
    brandId: brandId(),
    assetId: text('asset_id').notNull(),
    msgDataId: text('msg_data_id').notNull(),
    articleIdx: integer('article_idx').notNull(),
    counted: integer('counted').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.assetId, table.msgDataId, table.articleIdx] })],
);

/** People who followed and whose user/info has not been read yet. */
export const followerPending = pgTable(
  'follower_pending',
  {
    brandId: brandId(),
    eventId: bigint('event_id', { mode: 'number' }).notNull(),
    assetId: text('asset_id').notNull(),
    identityId: bigint('identity_id', { mode: 'number' }).notNull(),
    attempts: integer('attempts').notNull(),
    /** Not before: a lease while somebody asks, a pause after a failure. */
    notBefore: instant('not_before').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.eventId] }), index('follower_pending_due').on(table.notBefore)],
);
