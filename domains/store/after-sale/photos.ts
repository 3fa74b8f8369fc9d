import type { Querier } from '@qingniao/activity';
import { conflict, notFound, nowDate, type Secrets } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import { pictureOf } from '../catalogue/pictures.ts';
import { type Asker, lockOwnCase } from './case-row.ts';

export const MOST_PHOTOS = 6;

const context = (caseId: string): string => `after-sale photo:${caseId}`;

/**
 * What it looks like, from whoever asked, until the brand has answered. The same picture again is the same.
 * @throws Problem not_found (404), case_state, photos_full (409), picture_format, picture_too_large (422)
 */
export async function addPhoto(tx: Tx, brandId: number, secrets: Secrets, asker: Asker, caseId: string, base64: string): Promise<{ id: string }> {
  const { one } = await lockOwnCase(tx, brandId, asker, caseId);
  if (one.state !== 'requested') throw answered();
  const { contentType } = pictureOf(base64);
  const id = secrets.hash(base64, context(caseId)).slice(0, 32);
  const known = await photosOf(tx, brandId, caseId);
  if (known.includes(id)) return { id };
  if (known.length >= MOST_PHOTOS) throw conflict('photos_full', { zh: `最多上传 ${MOST_PHOTOS} 张照片。`, en: `At most ${MOST_PHOTOS} photos.` });
  await tx.query(
    'insert into after_sale_photo (brand_id, case_id, id, content_type, picture, added_at) values ($1, $2, $3, $4, $5, $6)', [brandId, caseId, id, contentType, secrets.seal(base64, context(caseId)), nowDate()],
  );
  return { id };
}

/** Taken back, until the brand has answered. @throws Problem not_found (404), case_state (409) */
export async function removePhoto(tx: Tx, brandId: number, asker: Asker, caseId: string, photoId: string): Promise<void> {
  const { one } = await lockOwnCase(tx, brandId, asker, caseId);
  if (one.state !== 'requested') throw answered();
  await tx.query('delete from after_sale_photo where brand_id = $1 and case_id = $2 and id = $3', [brandId, caseId, photoId]);
}

/** Of a case that is asked for no more. */
export const forgetPhotos = (tx: Tx, brandId: number, caseId: string): Promise<unknown> => tx.query('delete from after_sale_photo where brand_id = $1 and case_id = $2', [brandId, caseId]);

const answered = () => conflict('case_state', { zh: '品牌已经答复，照片不能再更改。', en: 'The brand has answered; photos can no longer be changed.' });

/** Ids, in the order they came. */
export const photosOf = async (db: Querier, brandId: number, caseId: string): Promise<string[]> =>
  (await db.query<{ id: string }>('select id from after_sale_photo where brand_id = $1 and case_id = $2 order by added_at, id', [brandId, caseId])).map(({ id }) => id);

/** @throws Problem not_found (404) */
export async function readPhoto(db: Querier, brandId: number, secrets: Secrets, caseId: string, photoId: string): Promise<{ contentType: string; base64: string }> {
  const [photo] = await db.query<{ contentType: string; picture: string }>(
    'select content_type as "contentType", picture from after_sale_photo where brand_id = $1 and case_id = $2 and id = $3', [brandId, caseId, photoId],
  );
  if (!photo) throw notFound({ zh: '照片', en: 'photo' });
  return { contentType: photo.contentType, base64: secrets.open(photo.picture, context(caseId)) };
}

/** As a program shows it that cannot say who it is when it fetches a picture. */
export const dataUrl = ({ contentType, base64 }: { contentType: string; base64: string }): string => `data:${contentType};base64,${base64}`;
