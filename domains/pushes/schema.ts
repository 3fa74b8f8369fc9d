import { sql } from 'drizzle-orm';
import { bigint, boolean, doublePrecision, index, integer, jsonb, pgTable, pgView, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** One push: an audience of one official account, and the variants it is divided into. */
export const push = pgTable(
  'push',
  {
    brandId: integer('brand_id').notNull(),
    id: text('id').notNull(),
    assetId: text('asset_id').notNull(),
    title: text('title').notNull(),
    /** One more with each change of the draft. */
    revision: integer('revision').notNull().default(1),
    state: text('state').notNull(),
    audience: jsonb('audience').notNull(),
    /** W-26: to a segment, or to everybody. */
    segmented: boolean('segmented').notNull(),
    /** Whether readers may comment on its articles. */
    openComments: boolean('open_comments').notNull().default(true),
    /** Leaves out who is in another push of the account on the same day. */
    onceADay: boolean('once_a_day').notNull().default(false),
    /** WeChat's sending speed, 0 (800,000 a minute) to 4 (100,000); null leaves it as it is. */
    speed: integer('speed'),
    /** Counts by reason of those taken out before sending: `{ quota_used: 12, ... }`. */
    excluded: jsonb('excluded'),
    frozenCount: integer('frozen_count'),
    jobId: text('job_id'),
    error: jsonb('error'),
    createdBy: text('created_by'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    submittedBy: text('submitted_by'),
    submittedAt: timestamp('submitted_at', { withTimezone: true }),
    approvedBy: text('approved_by'),
    approvedAt: timestamp('approved_at', { withTimezone: true }),
    /** Why an approver gave it back. */
    returnedNote: text('returned_note'),
    /** When it shall go out; null for at once. */
    scheduledAt: timestamp('scheduled_at', { withTimezone: true }),
    frozenAt: timestamp('frozen_at', { withTimezone: true }),
    /** When somebody last let it go on after a pause. */
    resumedAt: timestamp('resumed_at', { withTimezone: true }),
    /** The hour of another day for which it last waited, the calls of the day before being used up. */
    goesOnAt: timestamp('goes_on_at', { withTimezone: true }),
    sentAt: timestamp('sent_at', { withTimezone: true }),
    /** What it cost, in fen, as the team typed it. */
    productionFen: bigint('production_fen', { mode: 'number' }),
    partnerFen: bigint('partner_fen', { mode: 'number' }),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.id] }), index('push_by_time').on(table.brandId, table.createdAt)],
);

/**
 * A part of the audience with articles of its own. Each follower gets the first variant that fits: `number` is the
 * order, a variant without a segment takes everybody else. Variants of the same segment with different `arm`s are an
 * A/B test: people are dealt among them by `share`. The arm `holdout` gets nothing, to compare with.
 */
export const pushVariant = pgTable(
  'push_variant',
  {
    brandId: integer('brand_id').notNull(),
    pushId: text('push_id').notNull(),
    number: integer('number').notNull(),
    name: text('name').notNull(),
    segmentId: text('segment_id'),
    arm: text('arm').notNull().default(''),
    /** Part of its segment, 0 to 1; the arms of one segment add up to 1. */
    share: doublePrecision('share').notNull().default(1),
    /** People in it, once frozen; for a holdout those held out. */
    frozenCount: integer('frozen_count'),
    /** The draft that previews are made of, so that the next preview can take it away. */
    previewMediaId: text('preview_media_id'),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.pushId, table.number] })],
);

/** Articles of a variant, position 1 is the top article; kept as they were when the plan was written. */
export const pushArticle = pgTable(
  'push_article',
  {
    brandId: integer('brand_id').notNull(),
    pushId: text('push_id').notNull(),
    variant: integer('variant').notNull().default(1),
    position: integer('position').notNull(),
    /** The content room's article and the version that was copied; null for one written here. */
    articleId: text('article_id'),
    articleVersion: integer('article_version'),
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
  (table) => [primaryKey({ columns: [table.brandId, table.pushId, table.variant, table.position] })],
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
    variant: integer('variant').notNull().default(1),
    /** `sendall` (everybody, or who carries `tag_id`) or `send` (a list of openids). */
    route: text('route').notNull(),
    tagId: integer('tag_id'),
    clientMsgId: text('client_msg_id').notNull(),
    planned: integer('planned').notNull(),
    state: text('state').notNull(),
    mediaId: text('media_id'),
    msgId: text('msg_id'),
    msgDataId: text('msg_data_id'),
    submittedAt: timestamp('submitted_at', { withTimezone: true }),
    /** When WeChat deleted its articles at our word. */
    deletedAt: timestamp('deleted_at', { withTimezone: true }),
    /** Articles that were deleted alone. */
    deletedPositions: integer('deleted_positions').array().notNull().default(sql`'{}'::integer[]`),
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

/**
 * The frozen audience, some thousands of people a row: five million rows a push would cost a hundred times the room
 * and most of the time of planning. Everybody the push was planned for is in exactly one row: with the variant that
 * fits (and the call that carries them; 0 for those held out), or with variant 0 and the reason they were taken out, at
 * the freeze or when their call was begun.
 */
export const pushBatch = pgTable(
  'push_batch',
  {
    brandId: integer('brand_id').notNull(),
    pushId: text('push_id').notNull(),
    number: integer('number').notNull(),
    variant: integer('variant').notNull(),
    call: integer('call').notNull(),
    /** Why they were taken out; '' for those who were not. */
    reason: text('reason').notNull().default(''),
    /** Between which ids all of `identity_ids` lie, so that one person is found without opening every row. */
    firstId: bigint('first_id', { mode: 'number' }).notNull(),
    lastId: bigint('last_id', { mode: 'number' }).notNull(),
    identityIds: bigint('identity_ids', { mode: 'number' }).array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.pushId, table.number] })],
);

/** `push_batch` with a row a person of a variant, for questions about all of them. */
export const pushRecipient = pgView('push_recipient', {
  brandId: integer('brand_id').notNull(),
  pushId: text('push_id').notNull(),
  identityId: bigint('identity_id', { mode: 'number' }).notNull(),
  call: integer('call').notNull(),
  variant: integer('variant').notNull(),
}).with({ securityInvoker: true }).as(
  sql`select b.brand_id, b.push_id, i.identity_id, b.call, b.variant from push_batch b cross join lateral unnest(b.identity_ids) as i (identity_id) where b.variant > 0`,
);

/** Previews sent to named accounts: WeChat allows 100 a day (official-account 14). Whom they went to is not kept. */
export const pushPreview = pgTable(
  'push_preview',
  {
    brandId: integer('brand_id').notNull(),
    id: text('id').notNull(),
    assetId: text('asset_id').notNull(),
    pushId: text('push_id').notNull(),
    variant: integer('variant').notNull(),
    sentBy: text('sent_by'),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.id] }), index('push_preview_by_day').on(table.brandId, table.assetId, table.at)],
);

/** How a brand works with pushes. */
export const pushSettings = pgTable('push_settings', {
  brandId: integer('brand_id').primaryKey(),
  /** Another person must approve a push before it goes out. */
  approval: boolean('approval').notNull(),
  changedBy: text('changed_by'),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
});
