import { newId, notFound, nowDate } from '@qingniao/kernel';
import type { BrandDatabase, Tx } from '@qingniao/storage';

/** W-06: a note on a day, shown on every chart over time. */
export interface Annotation {
  id: string;
  day: string;
  text: string;
}

type Found = Annotation & Record<string, unknown>;
const RETURNED = `id, to_char(day, 'YYYY-MM-DD') as day, text`;

/** By day. Both ends included. */
export const listAnnotations = (brand: BrandDatabase, from: string, to: string): Promise<Annotation[]> =>
  brand.query<Found>(
    `select ${RETURNED} from insight_annotation where brand_id = $1 and day between $2 and $3 order by insight_annotation.day, id limit 1000`,
    [brand.brandId, from, to],
  );

export async function addAnnotation(tx: Tx, brandId: number, note: { day: string; text: string }, by: string): Promise<Annotation> {
  const [made] = await tx.query<Found>(
    `insert into insight_annotation (brand_id, id, day, text, created_by, created_at) values ($1, $2, $3, $4, $5, $6) returning ${RETURNED}`,
    [brandId, newId(), note.day, note.text.trim(), by, nowDate()],
  );
  return made!;
}

/** @throws Problem not_found (404) */
export async function changeAnnotation(tx: Tx, brandId: number, id: string, change: { day?: string | undefined; text?: string | undefined }): Promise<Annotation> {
  const [changed] = await tx.query<Found>(
    `update insight_annotation set day = coalesce($3::date, day), text = coalesce($4::text, text) where brand_id = $1 and id = $2 returning ${RETURNED}`,
    [brandId, id, change.day ?? null, change.text?.trim() ?? null],
  );
  if (!changed) throw unknownNote();
  return changed;
}

/** @throws Problem not_found (404) */
export async function removeAnnotation(tx: Tx, brandId: number, id: string): Promise<Annotation> {
  const [removed] = await tx.query<Found>(`delete from insight_annotation where brand_id = $1 and id = $2 returning ${RETURNED}`, [brandId, id]);
  if (!removed) throw unknownNote();
  return removed;
}

const unknownNote = () => notFound({ zh: '该备注', en: 'note' });
