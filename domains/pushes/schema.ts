import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** One push: a set of articles to an audience of one official account. */
export const push = pgTable(
  'push',
  {
    brandId: integer('brand_id').notNull(),
    id: text('id').notNull(),
    assetId: text('asset_id').notNull(),
    title: text('title').notNull(),
    state: text('state').notNull(),
    audience: jsonb('audience').notNull(),
    /** W-26: to a segment, or to everybody. */
    segmented: boolean('segmented').notNull(),
    /** Whether readers may comment on its articles. */
    openComments: boolean('open_comments').notNull().default(true),
    /** Counts by reason of those taken out before sending: `{ quota_used: 12, ... }`. */
    excluded: jsonb('excluded'),
    frozenCount: integer('frozen_count'),
    jobId: text('job_id'),
    error: jsonb('error'),
    createdBy: text('created_by'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    frozenAt: timestamp('frozen_at', { withTimezone: true }),
    sentAt: timestamp('sent_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.id] }), index('push_by_time').on(table.brandId, table.createdAt)],
);

/** Articles of a push, position 1 is the top article. */
export const pushArticle = pgTable(
  'push_article',
  {
    brandId: integer('brand_id').notNull(),
    pushId: text('push_id').notNull(),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    author: text('author').notNull(),
    digest: text('digest').notNull(),
    content: text('content').notNull(),
    readMoreUrl: text('read_more_url'),
    /** The cover: a picture the brand uploaded, kept as it came. */
    cover: text('cover'),
    /** W-40: what the article was made of (title length, cover kind, where the call to action stands…). */
    elements: jsonb('elements').notNull(),
    /** The cover in WeChat's permanent library, once uploaded. */
    thumbMediaId: text('thumb_media_id'),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.pushId, table.position] })],
);

/**
 * One mass-send call. `clientmsgid` makes it idempotent at WeChat: a repeated call answers with
 * the first call's msg_id instead of sending again (official-account 14).
 */
export const pushCall = pgTable(
  'push_call',
  {
    brandId: integer('brand_id').notNull(),
    pushId: text('push_id').notNull(),
    number: integer('number').notNull(),
    route: text('route').notNull(),
    clientMsgId: text('client_msg_id').notNull(),
    planned: integer('planned').notNull(),
    state: text('state').notNull(),
    mediaId: text('media_id'),
    msgId: text('msg_id'),
    msgDataId: text('msg_data_id'),
    submittedAt: timestamp('submitted_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.pushId, table.number] }),
    index('push_call_by_message').on(table.brandId, table.msgId),
  ],
);

/**
 * WeChat's report of one mass send (MASSSENDJOBFINISH), also of sends made in WeChat's own console.
 * It may arrive before the answer to our own call, so it stands by itself and is joined by msg_id.
 */
export const massReport = pgTable(
  'mass_report',
  {
    brandId: integer('brand_id').notNull(),
    assetId: text('asset_id').notNull(),
    msgId: text('msg_id').notNull(),
    status: text('status').notNull(),
    succeeded: boolean('succeeded').notNull(),
    totalCount: integer('total_count').notNull(),
    filterCount: integer('filter_count').notNull(),
    sentCount: integer('sent_count').notNull(),
    errorCount: integer('error_count').notNull(),
    /** `[{ article_idx, url }]`: where WeChat published the articles. */
    articles: jsonb('articles').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.assetId, table.msgId] })],
);

/** The frozen audience, one row a person, and the call that carries them. */
export const pushRecipient = pgTable(
  'push_recipient',
  {
    brandId: integer('brand_id').notNull(),
    pushId: text('push_id').notNull(),
    identityId: bigint('identity_id', { mode: 'number' }).notNull(),
    call: integer('call').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.pushId, table.identityId] }),
    index('push_recipient_by_person').on(table.brandId, table.identityId),
  ],
);
