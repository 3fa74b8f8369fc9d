import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

const at = (name: string) => timestamp(name, { withTimezone: true });

export const organisation = pgTable('organisation', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  createdAt: at('created_at').notNull(),
});

/** A brand; its id is the `brand_id` of every table of its data. */
export const brand = pgTable('brand', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  organisationId: text('organisation_id').notNull(),
  name: text('name').notNull(),
  zone: text('zone').notNull(),
  /** Made by `qingniao demo`: shown as such, and removable as a whole. */
  demo: boolean('demo').notNull().default(false),
  createdAt: at('created_at').notNull(),
});

/** A person who signs in. Without a password hash the invitation is still open. */
export const userAccount = pgTable(
  'user_account',
  {
    id: text('id').primaryKey(),
    /** Lower case. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    passwordHash: text('password_hash'),
    language: text('language').notNull(),
    createdAt: at('created_at').notNull(),
    lastSignInAt: at('last_sign_in_at'),
  },
  (table) => [uniqueIndex('user_account_email').on(table.email)],
);

/** A role on all brands of an organisation, those to come included. */
export const organisationRole = pgTable(
  'organisation_role',
  {
    organisationId: text('organisation_id').notNull(),
    userId: text('user_id').notNull(),
    role: text('role').notNull(),
    region: text('region'),
    createdAt: at('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.userId, table.role] }), index('organisation_role_user').on(table.userId)],
);

/** A role on one brand. */
export const brandRole = pgTable(
  'brand_role',
  {
    brandId: integer('brand_id').notNull(),
    userId: text('user_id').notNull(),
    role: text('role').notNull(),
    region: text('region'),
    createdAt: at('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.userId, table.role] }), index('brand_role_user').on(table.userId)],
);

/** Only the hash of a session's token is kept. */
export const session = pgTable(
  'session',
  {
    tokenHash: text('token_hash').primaryKey(),
    /** What people see and end in the list of their sessions. */
    id: text('id').notNull(),
    userId: text('user_id').notNull(),
    createdAt: at('created_at').notNull(),
    seenAt: at('seen_at').notNull(),
    address: text('address').notNull(),
    agent: text('agent').notNull(),
  },
  (table) => [index('session_user').on(table.userId)],
);

/** A single-use link that sets a password: an invitation or a reset. */
export const passwordLink = pgTable(
  'password_link',
  {
    tokenHash: text('token_hash').primaryKey(),
    userId: text('user_id').notNull(),
    purpose: text('purpose').notNull(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
  },
  (table) => [index('password_link_user').on(table.userId)],
);

/** Failed sign-ins and reset requests, counted where all processes see them; `subject` is a keyed hash. */
export const attempt = pgTable('attempt', {
  subject: text('subject').primaryKey(),
  count: integer('count').notNull(),
  since: at('since').notNull(),
});

/** Only the hash of a key is kept; people see its prefix. */
export const apiKey = pgTable(
  'api_key',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id').notNull(),
    name: text('name').notNull(),
    /** The first characters, for people to tell keys apart. */
    prefix: text('prefix').notNull(),
    tokenHash: text('token_hash').notNull(),
    permissions: text('permissions').array().notNull(),
    brandIds: integer('brand_ids').array().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at'),
    lastUsedAt: at('last_used_at'),
    revokedAt: at('revoked_at'),
  },
  (table) => [uniqueIndex('api_key_token').on(table.tokenHash), index('api_key_organisation').on(table.organisationId)],
);

const entry = {
  seq: bigint('seq', { mode: 'number' }).notNull(),
  at: at('at').notNull(),
  actorKind: text('actor_kind').notNull(),
  actorId: text('actor_id').notNull(),
  actorName: text('actor_name').notNull(),
  action: text('action').notNull(),
  subject: text('subject').notNull(),
  before: jsonb('before'),
  after: jsonb('after'),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
};

/** Append-only; `hash` covers the row and the hash of the row before it. */
export const auditEntry = pgTable(
  'audit_entry',
  { brandId: integer('brand_id').notNull(), ...entry },
  (table) => [primaryKey({ columns: [table.brandId, table.seq] })],
);

/** The end of a brand's chain: the lock that orders appends, and what betrays a cut tail. */
export const auditHead = pgTable('audit_head', {
  brandId: integer('brand_id').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: text('hash').notNull(),
});

/** The same chain for what belongs to no brand: members, brands, keys, sign-ins. */
export const organisationAuditEntry = pgTable(
  'organisation_audit_entry',
  { organisationId: text('organisation_id').notNull(), ...entry },
  (table) => [primaryKey({ columns: [table.organisationId, table.seq] })],
);

export const organisationAuditHead = pgTable('organisation_audit_head', {
  organisationId: text('organisation_id').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: text('hash').notNull(),
});
