import { sql } from 'drizzle-orm';
import { bigint, boolean, customType, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const brandId = () => integer('brand_id').notNull();
const instant = (name: string) => timestamp(name, { withTimezone: true });
const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** An article of the library. What it says is in its versions; here stands what is decided about it. */
export const article = pgTable(
  'article',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    /** The newest of `article_version`. */
    version: integer('version').notNull(),
    /** L-04: graphic, picture, video, h5 or game. */
    contentType: text('content_type').notNull(),
    /** L-06: who made it with the brand, and what that cost (fen). */
    partnerId: text('partner_id'),
    partnerCostFen: bigint('partner_cost_fen', { mode: 'number' }),
    /** W-37: set when the article may fill slots 2..n of a push. */
    poolGroup: text('pool_group'),
    poolAudiences: text('pool_audiences').array().notNull().default(sql`'{}'`),
    poolExpiresAt: instant('pool_expires_at'),
    /** Says "join the programme": no member may ever get it. */
    invitesToJoin: boolean('invites_to_join').notNull().default(false),
    /** Where it stands in the calendar. */
    plannedDay: date('planned_day'),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    archivedAt: instant('archived_at'),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.id] }),
    index('article_by_change').on(table.brandId, table.changedAt),
    index('article_in_pool').on(table.brandId, table.poolGroup).where(sql`pool_group is not null and archived_at is null`),
  ],
);

/** What an article said at each save; never changed afterwards. */
export const articleVersion = pgTable(
  'article_version',
  {
    brandId: brandId(),
    articleId: text('article_id').notNull(),
    version: integer('version').notNull(),
    title: text('title').notNull(),
    author: text('author').notNull(),
    digest: text('digest').notNull(),
    content: text('content').notNull(),
    readMoreUrl: text('read_more_url'),
    /** Of an H5 or a game: where it is played (L-04). */
    h5Url: text('h5_url'),
    /** An `article_picture`. */
    coverId: text('cover_id'),
    topic: text('topic').notNull(),
    /** W-40: what it is made of. */
    elements: jsonb('elements').notNull(),
    /** written, copy or wechat. */
    origin: text('origin').notNull(),
    createdBy: text('created_by').notNull(),
    createdByName: text('created_by_name').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.articleId, table.version] })],
);

/** Covers, by their content; kept as long as the versions that show them. */
export const articlePicture = pgTable(
  'article_picture',
  {
    brandId: brandId(),
    /** SHA-256 of the bytes, hex. */
    id: text('id').notNull(),
    contentType: text('content_type').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    bytes: bytea('bytes').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.id] })],
);

export const contentPartner = pgTable(
  'content_partner',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    note: text('note').notNull(),
    createdAt: instant('created_at').notNull(),
    archivedAt: instant('archived_at'),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.id] })],
);

/** Rules of the linter that do not stand at their default (on). */
export const linterRule = pgTable(
  'linter_rule',
  {
    brandId: brandId(),
    rule: text('rule').notNull(),
    enabled: boolean('enabled').notNull(),
    /** brand: somebody decided; own_tests: the brand's experiments disagree with the published finding. */
    reason: text('reason').notNull(),
    /** Of own_tests: what they found. */
    evidence: jsonb('evidence'),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.rule] })],
);

/** L-07: one version put before reviewers; each region named has to approve. */
export const approval = pgTable(
  'approval',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    articleId: text('article_id').notNull(),
    version: integer('version').notNull(),
    /** open, approved, changes_requested, withdrawn or superseded (by a newer version). */
    state: text('state').notNull(),
    regions: text('regions').array().notNull(),
    deadline: instant('deadline'),
    /** What the reviewers should know. */
    note: text('note').notNull().default(''),
    requestedBy: text('requested_by').notNull(),
    requestedByName: text('requested_by_name').notNull(),
    requestedAt: instant('requested_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.id] }),
    index('approval_by_article').on(table.brandId, table.articleId, table.version),
    index('approval_open').on(table.brandId, table.deadline).where(sql`state = 'open'`),
  ],
);

export const approvalDecision = pgTable(
  'approval_decision',
  {
    brandId: brandId(),
    approvalId: text('approval_id').notNull(),
    region: text('region').notNull(),
    /** approved or changes_requested. */
    decision: text('decision').notNull(),
    comment: text('comment').notNull(),
    decidedBy: text('decided_by').notNull(),
    decidedByName: text('decided_by_name').notNull(),
    decidedAt: instant('decided_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.approvalId, table.region] })],
);

/** What colleagues say about a version. */
export const articleComment = pgTable(
  'article_comment',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    articleId: text('article_id').notNull(),
    version: integer('version').notNull(),
    text: text('text').notNull(),
    writtenBy: text('written_by').notNull(),
    writtenByName: text('written_by_name').notNull(),
    writtenAt: instant('written_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.articleId, table.id] })],
);

/** How a brand works with its articles; the defaults without a row. */
export const contentSettings = pgTable('content_settings', {
  brandId: brandId().primaryKey(),
  /** Only approved articles may go into a push. */
  approvalNeeded: boolean('approval_needed').notNull(),
  /** The regions asked by default. */
  regions: text('regions').array().notNull(),
});

/** Something people write into a day of the calendar. */
export const calendarNote = pgTable(
  'calendar_note',
  {
    brandId: brandId(),
    day: date('day').notNull(),
    id: text('id').notNull(),
    text: text('text').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.day, table.id] })],
);

/**
 * One article of a draft at WeChat (official-account 12.1). Linked to an article of ours, or not yet.
 * Hashes are of what WeChat gave back, because it rewrites what it is given.
 */
export const articleDraft = pgTable(
  'article_draft',
  {
    brandId: brandId(),
    assetId: text('asset_id').notNull(),
    mediaId: text('media_id').notNull(),
    /** From 0. */
    position: integer('position').notNull(),
    articleId: text('article_id'),
    /** Our version and WeChat's text when the two last said the same. */
    agreedVersion: integer('agreed_version'),
    agreedHash: text('agreed_hash'),
    /** What WeChat had at the last look. */
    remoteHash: text('remote_hash').notNull(),
    remote: jsonb('remote').notNull(),
    /** The cover of ours that WeChat's `thumb_media_id` shows, so that it is uploaded once. */
    coverId: text('cover_id'),
    remoteChangedAt: instant('remote_changed_at').notNull(),
    seenAt: instant('seen_at').notNull(),
    /** The look that saw it: what a whole look did not see is gone from WeChat. */
    seenBy: text('seen_by').notNull(),
    goneAt: instant('gone_at'),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.assetId, table.mediaId, table.position] }),
    index('article_draft_by_article').on(table.brandId, table.articleId),
  ],
);
