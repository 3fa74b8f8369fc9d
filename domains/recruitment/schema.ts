import { sql } from 'drizzle-orm';
import { bigint, boolean, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

const brandId = () => integer('brand_id').notNull();
const instant = (name: string) => timestamp(name, { withTimezone: true });

/** Something that recruits; with a code when `scene` is set. */
export const channel = pgTable(
  'channel',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    assetId: text('asset_id').notNull(),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    /** City, boutique, agency…: free words for filters and the league table. */
    note: text('note').notNull(),
    /** What scans say: the scene of the code (official-account 10). */
    scene: text('scene'),
    permanent: boolean('permanent').notNull(),
    ticket: text('ticket'),
    /** What the picture encodes. */
    url: text('url'),
    expiresAt: instant('expires_at'),
    /** Tag ids added to whoever scans (W-20). */
    tags: text('tags').array().notNull(),
    /** Since when those are given that it did not begin with: who scanned before does not get them, however often the log is replayed. */
    tagsSince: jsonb('tags_since').$type<Record<string, string>>().notNull().default({}),
    createdAt: instant('created_at').notNull(),
    archivedAt: instant('archived_at'),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.id] }),
    uniqueIndex('channel_by_scene').on(table.brandId, table.assetId, table.scene).where(sql`scene is not null`),
  ],
);

/** The brand's reading of WeChat's words; the newest version counts, the defaults without one. */
export const sourceMapping = pgTable(
  'source_mapping',
  {
    brandId: brandId(),
    version: integer('version').notNull(),
    scenes: jsonb('scenes').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.version] })],
);

/** Money spent on a channel, or on a source group as a whole (WeChat ads). */
export const channelCost = pgTable(
  'channel_cost',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    channelId: text('channel_id'),
    sourceGroup: text('source_group'),
    day: date('day').notNull(),
    fen: bigint('fen', { mode: 'number' }).notNull(),
    note: text('note').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.id] }), index('channel_cost_by_day').on(table.brandId, table.day)],
);

export const trackedLink = pgTable(
  'tracked_link',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    /** In the address, unique in the installation. */
    code: text('code').notNull(),
    assetId: text('asset_id').notNull(),
    title: text('title').notNull(),
    target: text('target').notNull(),
    placement: text('placement').notNull(),
    channelId: text('channel_id'),
    pushId: text('push_id'),
    createdAt: instant('created_at').notNull(),
    archivedAt: instant('archived_at'),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.id] }), uniqueIndex('tracked_link_by_code').on(table.code)],
);

/** A click on its way through WeChat's authorisation; taken out when it comes back. */
export const linkVisit = pgTable(
  'link_visit',
  {
    brandId: brandId(),
    state: text('state').notNull(),
    linkId: text('link_id').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.state] }), index('link_visit_by_time').on(table.at)],
);

/** `MP_verify_….txt`: proves to WeChat that a domain is the brand's. */
export const domainFile = pgTable(
  'domain_file',
  {
    brandId: brandId(),
    name: text('name').notNull(),
    content: text('content').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.name] }), uniqueIndex('domain_file_by_name').on(table.name)],
);

// ---- Derived: the `recruitment` projection writes these ----

/** Scans of our channels' codes, following scans included. */
export const channelScan = pgTable(
  'channel_scan',
  {
    brandId: brandId(),
    channelId: text('channel_id').notNull(),
    eventId: bigint('event_id', { mode: 'number' }).notNull(),
    identityId: bigint('identity_id', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    /** The scan that made them a follower. */
    followed: boolean('followed').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.channelId, table.eventId] }), index('channel_scan_by_time').on(table.brandId, table.at)],
);

/** Clicks on tracked links; nobody's name on the anonymous ones. */
export const linkClick = pgTable(
  'link_click',
  {
    brandId: brandId(),
    linkId: text('link_id').notNull(),
    eventId: bigint('event_id', { mode: 'number' }).notNull(),
    identityId: bigint('identity_id', { mode: 'number' }),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.linkId, table.eventId] })],
);
