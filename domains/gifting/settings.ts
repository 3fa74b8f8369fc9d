import { badRequest, notFound, nowDate, type Text } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import type { Tx } from '@qingniao/storage';

/** A message a buyer may choose. */
export interface GiftMessage extends Text {
  id: string;
}

/** The brand's subscription template at WeChat, and which of its keys take a text and a time. */
export interface ReminderTemplate {
  templateId: string;
  thingKey: string;
  timeKey: string;
}

/** How a storefront gives. */
export interface GiftSettings {
  offered: boolean;
  /** How long a link waits for its receiver: 1 to 14. */
  days: number;
  messages: GiftMessage[];
  /** Null: nobody is reminded. */
  reminder: ReminderTemplate | null;
}

export const defaultSettings: GiftSettings = {
  offered: true,
  days: 3,
  reminder: null,
  messages: [
    { id: 'thinking-of-you', zh: '没什么特别的日子，只是想起你。', en: 'No occasion. I was thinking of you.' },
    { id: 'birthday', zh: '生日快乐，愿你所得皆所爱。', en: 'Happy birthday. May all you get be all you love.' },
    { id: 'thank-you', zh: '谢谢你一直都在。', en: 'Thank you for always being there.' },
    { id: 'love', zh: '喜欢你，很久了。', en: 'I have liked you for a long time.' },
  ],
};

/** @throws Problem not_found (404) when there is no such storefront */
export async function settingsOf(db: Querier, brandId: number, storefrontId: string): Promise<GiftSettings> {
  const [row] = await db.query<{ offered: boolean | null; days: number; messages: GiftMessage[]; reminder: ReminderTemplate | null }>(
    `select g.offered, g.days, g.messages, g.reminder from storefront s left join gift_setting g on g.brand_id = s.brand_id and g.storefront_id = s.id
      where s.brand_id = $1 and s.id = $2`, [brandId, storefrontId],
  );
  if (!row) throw notFound({ zh: '该店铺', en: 'storefront' });
  return row.offered === null ? defaultSettings : { offered: row.offered, days: row.days, messages: row.messages, reminder: row.reminder };
}

/** Links that are on their way keep their end. @throws Problem not_found (404), message_twice (422) */
export async function saveSettings(tx: Tx, brandId: number, storefrontId: string, { offered, days, messages, reminder }: GiftSettings): Promise<void> {
  await settingsOf(tx, brandId, storefrontId);
  if (new Set(messages.map(({ id }) => id)).size < messages.length) {
    throw badRequest('message_twice', { zh: '留言编号重复，请各用各的。', en: 'Two messages have the same id; give each its own.' }, { field: 'messages' });
  }
  await tx.query(
    `insert into gift_setting (brand_id, storefront_id, offered, days, messages, reminder, changed_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (brand_id, storefront_id) do update set offered = excluded.offered, days = excluded.days, messages = excluded.messages, reminder = excluded.reminder, changed_at = excluded.changed_at`,
    [brandId, storefrontId, offered, days, JSON.stringify(messages), reminder && JSON.stringify(reminder), nowDate()],
  );
}
