import { newId, notFound, nowDate } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';

/** L-06: who makes content with the brand. */
export interface Partner {
  id: string;
  name: string;
  note: string;
  /** Articles of the library made with them, and what they cost together (fen). */
  articles: number;
  costFen: number;
  createdAt: Date;
}

export const listPartners = (db: Pick<Tx, 'query'>, brandId: number): Promise<Partner[]> =>
  db.query<Partner & Record<string, unknown>>(
    `select p.id, p.name, p.note, p.created_at as "createdAt", count(a.id)::int as articles, coalesce(sum(a.partner_cost_fen), 0)::bigint as "costFen"
       from content_partner p left join article a on a.brand_id = $1 and a.partner_id = p.id
      where p.brand_id = $1 and p.archived_at is null group by p.id, p.name, p.note, p.created_at order by p.name, p.id`,
    [brandId],
  );

export async function createPartner(tx: Tx, brandId: number, { name, note }: { name: string; note: string }): Promise<string> {
  const id = newId();
  await tx.query('insert into content_partner (brand_id, id, name, note, created_at) values ($1, $2, $3, $4, $5)', [brandId, id, name.trim(), note.trim(), nowDate()]);
  return id;
}

/** Its articles keep it. @throws Problem not_found (404) */
export async function archivePartner(tx: Tx, brandId: number, id: string): Promise<void> {
  const done = await tx.query('update content_partner set archived_at = $3 where brand_id = $1 and id = $2 and archived_at is null returning id', [brandId, id, nowDate()]);
  if (done.length === 0) throw notFound({ zh: '内容合作方', en: 'content partner' });
}
