import { conflict, notFound } from '@qingniao/kernel';
import type { LogEvent, Querier } from '@qingniao/activity';
import { prepared } from '@qingniao/storage';

export const contactNotFound = () => notFound({ zh: '该联系人', en: 'contact' });

/** Throws 404 for no such contact and 409 for an erased one. */
export async function requireLiving(db: Querier, brandId: number, contactId: number): Promise<void> {
  const [row] = await db.query<{ erased: boolean }>(
    `select exists (select 1 from erased_identity e where e.brand_id = $1 and e.identity_id = i.id) as erased
       from identity i where i.brand_id = $1 and i.id = $2 and i.contact_id = $2`,
    [brandId, contactId],
  );
  if (!row) throw contactNotFound();
  if (row.erased) {
    throw conflict('erased', { zh: '该联系人的个人信息已删除，不能再编辑。', en: 'This contact was erased and can no longer be edited.' });
  }
}

/**
 * Events as they are told since an erasure: of an erased identity only that something of a type happened at a time.
 * A batch may have been read just before the erasure committed, and erasing empties the log's rows last of all.
 */
export async function asToldNow<E extends Pick<LogEvent, 'identityId' | 'props'>>(db: Querier, brandId: number, events: readonly E[]): Promise<E[]> {
  const identityIds = [...new Set(events.flatMap(({ identityId }) => identityId ?? []))];
  const rows = await db.query<{ id: number }>(
    prepared('select identity_id as id from erased_identity where brand_id = $1 and identity_id = any ($2::bigint[])'), [brandId, identityIds],
  );
  if (rows.length === 0) return [...events];
  const erased = new Set(rows.map(({ id }) => id));
  return events.map((event) => (event.identityId !== null && erased.has(event.identityId) ? { ...event, props: {} } : event));
}
