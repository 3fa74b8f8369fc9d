import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, jsonb, pgSequence, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

const brandId = () => integer('brand_id').notNull();
const bigId = (name: string) => bigint(name, { mode: 'number' });
const instant = (name: string) => timestamp(name, { withTimezone: true });

// ---- Derived: the `people` projection writes these; reset and replay gives the same rows ----

/** Grows with every change of a contact row, in commit order; the warehouse copy follows it. */
export const contactRevision = pgSequence('contact_revision');

/** The same for `follow_period`. */
export const followPeriodRevision = pgSequence('follow_period_revision');

/** One person for one brand. Holds nothing personal: names and phones are profile values. */
export const contact = pgTable(
  'contact',
  {
    brandId: brandId(),
    /** The smallest id among the contact's identities. */
    id: bigId('id').notNull(),
    /** When the product first heard of them. */
    createdAt: instant('created_at').notNull(),
    /** The earliest thing known per person: metrics say "observed since". */
    firstSeenAt: instant('first_seen_at').notNull(),
    /** The last thing the person did; null for somebody only imported or synchronised. */
    lastActiveAt: instant('last_active_at'),
    /** Follows at least one account. The next five describe the latest follow. */
    subscribed: boolean('subscribed').notNull(),
    followedAt: instant('followed_at'),
    unfollowedAt: instant('unfollowed_at'),
    subscribeScene: text('subscribe_scene'),
    sourceGroup: text('source_group').notNull(),
    channelId: text('channel_id'),
    /** W-27: lead, prospect, new or recurring. */
    stage: text('stage').notNull(),
    stageSince: instant('stage_since').notNull(),
    /** Net count per stage rule condition, so that one more event costs one addition. */
    stageCounts: jsonb('stage_counts').$type<Record<string, number>>().notNull(),
    /** Own tag ids, and `wx:<asset>:<id>` for WeChat's. */
    tags: text('tags').array().notNull(),
    erasedAt: instant('erased_at'),
    revision: bigId('revision').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.id] }),
    index('contact_by_first_seen').on(table.brandId, table.firstSeenAt, table.id),
    index('contact_by_stage').on(table.brandId, table.stage, table.firstSeenAt, table.id),
    index('contact_by_source').on(table.brandId, table.sourceGroup, table.firstSeenAt, table.id),
    index('contact_by_channel').on(table.brandId, table.channelId, table.firstSeenAt, table.id).where(sql`channel_id is not null`),
    index('contact_by_follow').on(table.brandId, table.followedAt, table.id),
    uniqueIndex('contact_by_revision').on(table.revision),
    // The few who are in no figure.
    index('contact_erased').on(table.brandId, table.id).where(sql`erased_at is not null`),
  ],
);

/**
 * `contact.tags` by tag. A GIN index would not be used: its operators are not leak-proof, so row-level
 * security keeps them out of index conditions.
 */
export const contactTag = pgTable(
  'contact_tag',
  { brandId: brandId(), tagId: text('tag_id').notNull(), contactId: bigId('contact_id').notNull() },
  (table) => [primaryKey({ columns: [table.brandId, table.tagId, table.contactId] }), index('contact_tag_by_contact').on(table.brandId, table.contactId)],
);

/** Contacts that merged away; the warehouse copy drops them. */
export const contactGone = pgTable(
  'contact_gone',
  { brandId: brandId(), id: bigId('id').notNull(), revision: bigId('revision').notNull() },
  (table) => [primaryKey({ columns: [table.brandId, table.id] }), uniqueIndex('contact_gone_by_revision').on(table.revision)],
);

/** What one official account knows of one openid. */
export const follower = pgTable(
  'follower',
  {
    brandId: brandId(),
    identityId: bigId('identity_id').notNull(),
    assetId: text('asset_id').notNull(),
    contactId: bigId('contact_id').notNull(),
    subscribed: boolean('subscribed').notNull(),
    subscribedAt: instant('subscribed_at'),
    unsubscribedAt: instant('unsubscribed_at'),
    subscribeScene: text('subscribe_scene'),
    qrScene: text('qr_scene'),
    sourceGroup: text('source_group').notNull(),
    channelId: text('channel_id'),
    /** WeChat's tag ids on this openid. */
    wechatTags: integer('wechat_tags').array().notNull(),
    /** When user/info was last read; null while the source is not known yet. */
    syncedAt: instant('synced_at'),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.identityId] }),
    index('follower_by_contact').on(table.brandId, table.contactId),
    index('follower_by_asset').on(table.brandId, table.assetId, table.subscribed, table.identityId),
  ],
);

/** One row a follow; following again is a new follow (domain 1.8, W-05). */
export const followPeriod = pgTable(
  'follow_period',
  {
    brandId: brandId(),
    identityId: bigId('identity_id').notNull(),
    /** The event that opened it. */
    eventId: bigId('event_id').notNull(),
    assetId: text('asset_id').notNull(),
    followedAt: instant('followed_at').notNull(),
    unfollowedAt: instant('unfollowed_at'),
    /** False when learnt from a synchronisation and not from the platform's callback. */
    observed: boolean('observed').notNull(),
    subscribeScene: text('subscribe_scene'),
    qrScene: text('qr_scene'),
    sourceGroup: text('source_group').notNull(),
    channelId: text('channel_id'),
    revision: bigId('revision').notNull().default(sql`nextval('follow_period_revision')`),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.identityId, table.eventId] }),
    index('follow_period_by_follow').on(table.brandId, table.assetId, table.followedAt),
    index('follow_period_by_unfollow').on(table.brandId, table.assetId, table.unfollowedAt).where(sql`unfollowed_at is not null`),
    index('follow_period_by_channel').on(table.brandId, table.channelId, table.followedAt).where(sql`channel_id is not null`),
    uniqueIndex('follow_period_by_revision').on(table.revision),
  ],
);

/** Follows that are no more: only a synchronisation had told of them, and their person was erased. The warehouse copy drops them. */
export const followPeriodGone = pgTable(
  'follow_period_gone',
  { brandId: brandId(), identityId: bigId('identity_id').notNull(), eventId: bigId('event_id').notNull(), revision: bigId('revision').notNull() },
  (table) => [primaryKey({ columns: [table.brandId, table.identityId, table.eventId] }), uniqueIndex('follow_period_gone_by_revision').on(table.revision)],
);

/** The history of stages (W-27); the first row of a person has no `from`. */
export const stageMove = pgTable(
  'stage_move',
  {
    brandId: brandId(),
    contactId: bigId('contact_id').notNull(),
    eventId: bigId('event_id').notNull(),
    at: instant('at').notNull(),
    fromStage: text('from_stage'),
    toStage: text('to_stage').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.contactId, table.eventId] }),
    // Of moves: that somebody came is in the walk, which reads everything anyway.
    index('stage_move_by_time').on(table.brandId, table.at).where(sql`from_stage is not null`),
  ],
);

// ---- Stated: what people told us or decided; a rebuild never touches these ----

/**
 * One field of the matrix (W-29) as stated about one identity. A contact shows the newest value
 * among its identities, so merging and un-merging moves no values.
 */
export const profileValue = pgTable(
  'profile_value',
  {
    brandId: brandId(),
    identityId: bigId('identity_id').notNull(),
    field: text('field').notNull(),
    /** Sealed text for the fields the catalogue calls sealed. */
    value: jsonb('value').notNull(),
    /** Lower-case text for prefix search; null for sealed fields. */
    search: text('search'),
    /** Keyed hash of a phone, for equality search. */
    hash: text('hash'),
    /** Where it comes from: form, import, staff, wechat, mini_program. */
    source: text('source').notNull(),
    at: instant('at').notNull(),
    /** The consent purpose it was given for. */
    purpose: text('purpose'),
    recordedBy: text('recorded_by'),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.identityId, table.field] }),
    index('profile_value_by_text').on(table.brandId, table.field, table.search.op('text_pattern_ops')),
    index('profile_value_by_hash').on(table.brandId, table.hash).where(sql`hash is not null`),
  ],
);

/**
 * "These two identities are one person." Contacts are the connected components of the rows that
 * have not ended, so merges can be undone in any order; an ended row also says "never again by itself".
 */
export const contactMerge = pgTable(
  'contact_merge',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    /** The smaller identity id of the two. */
    identityId: bigId('identity_id').notNull(),
    otherId: bigId('other_id').notNull(),
    /** unionid, phone, member_no, external_id, or manual. */
    reason: text('reason').notNull(),
    note: text('note'),
    mergedAt: instant('merged_at').notNull(),
    mergedBy: text('merged_by').notNull(),
    unmergedAt: instant('unmerged_at'),
    unmergedBy: text('unmerged_by'),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.id] }),
    uniqueIndex('contact_merge_pair').on(table.brandId, table.identityId, table.otherId),
    index('contact_merge_other').on(table.brandId, table.otherId),
  ],
);

/** The consent ledger: only ever added to; the latest row of a purpose counts. */
export const consent = pgTable(
  'consent',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    identityId: bigId('identity_id').notNull(),
    purpose: text('purpose').notNull(),
    given: boolean('given').notNull(),
    textVersion: text('text_version').notNull(),
    channel: text('channel').notNull(),
    at: instant('at').notNull(),
    /** What shows it: a form's id, a screenshot's reference. May be personal, so erasing clears it. */
    proof: text('proof'),
    recordedBy: text('recorded_by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.id] }),
    index('consent_by_person').on(table.brandId, table.identityId, table.purpose, table.at),
  ],
);

/** The words people agreed to, by purpose and version. */
export const consentText = pgTable(
  'consent_text',
  {
    brandId: brandId(),
    purpose: text('purpose').notNull(),
    version: text('version').notNull(),
    zh: text('zh').notNull(),
    en: text('en').notNull(),
    publishedAt: instant('published_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.purpose, table.version] })],
);

/** Tags of the brand: own ones, and copies of WeChat's (official-account 9). */
export const tag = pgTable(
  'tag',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    /** Null for the brand's own tags. */
    assetId: text('asset_id'),
    wechatId: integer('wechat_id'),
    name: text('name').notNull(),
    /** Followers carrying it, by WeChat's word. */
    wechatCount: integer('wechat_count'),
    createdAt: instant('created_at').notNull(),
    syncedAt: instant('synced_at'),
    /** It was deleted at WeChat and not here. */
    missingSince: instant('missing_since'),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.id] }),
    uniqueIndex('tag_by_name').on(table.brandId, table.assetId, table.name).where(sql`missing_since is null`),
  ],
);

/** The stage rules of a brand; the newest version counts, the defaults when there is none. */
export const stageRules = pgTable(
  'stage_rules',
  {
    brandId: brandId(),
    version: integer('version').notNull(),
    rules: jsonb('rules').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.version] })],
);

/** Requests under PIPL 44-47, with their clock and what was done. */
export const rightsRequest = pgTable(
  'rights_request',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    contactId: bigId('contact_id').notNull(),
    /** access, correction, erasure or objection. */
    kind: text('kind').notNull(),
    openedAt: instant('opened_at').notNull(),
    dueAt: instant('due_at').notNull(),
    closedAt: instant('closed_at'),
    closedBy: text('closed_by'),
    /** For erasure: rows by table. */
    report: jsonb('report'),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.id] }), index('rights_request_open').on(table.brandId, table.dueAt)],
);

/** How long a brand keeps what need not be kept for ever (domain 4.3), and how far the log has been forgotten. No row: the defaults. */
export const retention = pgTable('retention', {
  brandId: integer('brand_id').primaryKey(),
  /** Months what people wrote, sent and scanned is kept; null: as long as the log. */
  wordsMonths: integer('words_months'),
  /** Months people who left and were no customers are kept; null: until they ask. */
  leaversMonths: integer('leavers_months'),
  /** The last event whose words are forgotten. */
  forgottenTo: bigId('forgotten_to').notNull().default(0),
});
