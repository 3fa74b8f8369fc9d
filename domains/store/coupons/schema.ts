import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

const brandId = () => integer('brand_id').notNull();
const instant = (name: string) => timestamp(name, { withTimezone: true });
const fen = (name: string) => bigint(name, { mode: 'number' });

/** What coupons are made from. */
export const couponTemplate = pgTable(
  'coupon_template',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    /** `{ kind: 'amount', fen }` or `{ kind: 'percent', basisPoints, mostFen }`. */
    discount: jsonb('discount').notNull(),
    /** Goods for at least this much. */
    thresholdFen: fen('threshold_fen').notNull(),
    /** Where it counts; empty: everywhere. */
    storefrontIds: text('storefront_ids').array().notNull(),
    /** How many may be issued, and how many were. */
    budget: integer('budget').notNull(),
    issued: integer('issued').notNull(),
    validDays: integer('valid_days').notNull(),
    /** Whether shoppers may take one themselves. */
    claimable: boolean('claimable').notNull(),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.id] }), check('coupon_budget', sql`issued between 0 and budget`)],
);

/** V-06: one coupon of one person. */
export const coupon = pgTable(
  'coupon',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    templateId: text('template_id').notNull(),
    identityId: bigint('identity_id', { mode: 'number' }).notNull(),
    /** issued, saved, used or expired. */
    state: text('state').notNull(),
    issuedAt: instant('issued_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    savedAt: instant('saved_at'),
    usedAt: instant('used_at'),
    orderId: text('order_id'),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.id] }),
    // One a person and template: a second tap finds the first.
    uniqueIndex('coupon_of_person').on(table.brandId, table.templateId, table.identityId),
    index('coupon_by_person').on(table.brandId, table.identityId),
    index('coupon_due').on(table.brandId, table.expiresAt).where(sql`state in ('issued', 'saved')`),
  ],
);

/** V-06: how coupons that are about to end are told of; a brand without one tells nobody. */
export const couponReminderSetting = pgTable('coupon_reminder_setting', {
  brandId: brandId().primaryKey(),
  /** The subscription template, and which of its keys take the coupon's name and its end. */
  templateId: text('template_id').notNull(),
  nameKey: text('name_key').notNull(),
  timeKey: text('time_key').notNull(),
  daysBefore: integer('days_before').notNull(),
  changedAt: instant('changed_at').notNull(),
});

/** What somebody allowed to be sent, a message a tap: `wx.requestSubscribeMessage` answered with accept. */
export const messageGrant = pgTable(
  'message_grant',
  {
    brandId: brandId(),
    identityId: bigint('identity_id', { mode: 'number' }).notNull(),
    templateId: text('template_id').notNull(),
    left: integer('left').notNull(),
    /** Of whoever allowed it, zh or en. */
    language: text('language').notNull().default('zh'),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.identityId, table.templateId] }), check('message_grant_left', sql`"left" >= 0`)],
);

/** Written before WeChat is asked: a coupon is told of once, also when the answer is lost. */
export const couponReminder = pgTable(
  'coupon_reminder',
  {
    brandId: brandId(),
    couponId: text('coupon_id').notNull(),
    at: instant('at').notNull(),
    /** sending, sent or refused by WeChat. */
    state: text('state').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.couponId] })],
);
