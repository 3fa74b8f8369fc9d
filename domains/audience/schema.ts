import { sql } from 'drizzle-orm';
import { bigint, boolean, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const brandId = () => integer('brand_id').notNull();
const contactId = () => bigint('contact_id', { mode: 'number' }).notNull();
const instant = (name: string) => timestamp(name, { withTimezone: true });

/** A named audience: a rule over people, or a list of them. */
export const segment = pgTable(
  'segment',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    /** rule or list. */
    kind: text('kind').notNull(),
    /** As its author left it; null for a list. */
    rule: jsonb('rule'),
    /** Grows with every change of the rule. */
    version: integer('version').notNull(),
    /** The rule its members follow: the last published one. */
    liveRule: jsonb('live_rule'),
    liveVersion: integer('live_version'),
    /** draft, publishing (for the first time), live, failed or archived. */
    state: text('state').notNull(),
    /** Present members; null before the first publication. */
    size: integer('size'),
    /** The job that publishes it, while it does. */
    jobId: text('job_id'),
    /** Its members are exchanged at this moment: the live lane leaves them to the job. */
    exchanging: boolean('exchanging').notNull().default(false),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    publishedAt: instant('published_at'),
    archivedAt: instant('archived_at'),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.id] }),
    index('segment_live').on(table.brandId).where(sql`state = 'live'`),
  ],
);

/** Who a list names, by what they were called when it was made: merging and separating people move nothing here. */
export const segmentList = pgTable(
  'segment_list',
  { brandId: brandId(), segmentId: text('segment_id').notNull(), identityId: bigint('identity_id', { mode: 'number' }).notNull() },
  (table) => [primaryKey({ columns: [table.brandId, table.segmentId, table.identityId] }), index('segment_list_by_identity').on(table.brandId, table.identityId)],
);

/** The present members of live segments. */
export const segmentMember = pgTable(
  'segment_member',
  { brandId: brandId(), segmentId: text('segment_id').notNull(), contactId: contactId(), enteredAt: instant('entered_at').notNull() },
  (table) => [primaryKey({ columns: [table.brandId, table.segmentId, table.contactId] }), index('segment_member_by_contact').on(table.brandId, table.contactId)],
);

/** When only time will change (or may change) whether somebody is a member. */
export const segmentDue = pgTable(
  'segment_due',
  { brandId: brandId(), segmentId: text('segment_id').notNull(), contactId: contactId(), dueAt: instant('due_at').notNull() },
  (table) => [primaryKey({ columns: [table.brandId, table.segmentId, table.contactId] }), index('segment_due_by_time').on(table.dueAt), index('segment_due_by_contact').on(table.brandId, table.contactId)],
);

/** Who came and went while a segment was live, kept 400 days; what a publication changed at once is in `segment_size`. */
export const segmentMove = pgTable(
  'segment_move',
  {
    brandId: brandId(),
    segmentId: text('segment_id').notNull(),
    contactId: contactId(),
    at: instant('at').notNull(),
    entered: boolean('entered').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.segmentId, table.contactId, table.at, table.entered] }), index('segment_move_by_time').on(table.brandId, table.segmentId, table.at)],
);

/** How many members at the end of each day, and now. */
export const segmentSize = pgTable(
  'segment_size',
  { brandId: brandId(), segmentId: text('segment_id').notNull(), day: date('day').notNull(), size: integer('size').notNull() },
  (table) => [primaryKey({ columns: [table.brandId, table.segmentId, table.day] })],
);

/** Tags of an account at WeChat that are kept equal to a segment; one tag follows one segment. */
export const segmentTag = pgTable(
  'segment_tag',
  {
    brandId: brandId(),
    tagId: text('tag_id').notNull(),
    segmentId: text('segment_id').notNull(),
    assetId: text('asset_id').notNull(),
    since: instant('since').notNull(),
    /** The last job that wrote it. */
    jobId: text('job_id'),
    /** Today's calls are used up; it goes on then. */
    resumesAt: instant('resumes_at'),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.tagId] }), index('segment_tag_by_segment').on(table.brandId, table.segmentId)],
);
