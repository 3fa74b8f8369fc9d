import { integer, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** A mini program that sells. Its secrets are sealed under `mini program:<id>`. */
export const miniProgram = pgTable(
  'mini_program',
  {
    brandId: integer('brand_id').notNull(),
    /** Stands as `asset_id` where its openids and events are. */
    id: text('id').notNull(),
    name: text('name').notNull(),
    appid: text('appid').notNull(),
    secret: text('secret').notNull(),
    /** Of the message push: Token and EncodingAESKey, made here; null for one connected before there were any. */
    token: text('token'),
    aesKey: text('aes_key'),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.id] }), uniqueIndex('mini_program_by_appid').on(table.brandId, table.appid)],
);
