import { conflict, notFound } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';

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
