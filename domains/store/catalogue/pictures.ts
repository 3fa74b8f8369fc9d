import { createHash } from 'node:crypto';
import { badRequest, notFound, nowDate } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import { imageSize } from 'image-size';

export interface Picture {
  contentType: string;
  width: number;
  height: number;
  bytes: Buffer;
}

const MOST_BYTES = 2_000_000;
/** As base64 a third more. */
export const MOST_BASE64 = 2_800_000;
const types: Record<string, string> = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' };

/** What a picture is, by its own bytes. @throws Problem picture_format, picture_too_large (422) */
export function pictureOf(base64: string): Picture {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > MOST_BYTES) throw badRequest('picture_too_large', { zh: '图片须在 2 MB 以内，请压缩后再上传。', en: 'A picture has at most 2 MB; make it smaller and upload it again.' }, { field: 'data' });
  const { type, width, height } = sizeOf(bytes);
  const contentType = types[type ?? ''];
  if (contentType === undefined) throw badRequest('picture_format', { zh: '请上传 JPG、PNG 或 WebP 图片。', en: 'Upload a JPG, PNG or WebP picture.' }, { field: 'data' });
  return { contentType, width, height, bytes };
}

/** Kept once, however many products show it. @throws Problem picture_format, picture_too_large (422) */
export async function keepPicture(db: Querier, brandId: number, base64: string): Promise<{ id: string; width: number; height: number }> {
  const { contentType, width, height, bytes } = pictureOf(base64);
  const id = createHash('sha256').update(bytes).digest('hex');
  await db.query(
    'insert into product_picture (brand_id, id, content_type, width, height, bytes, created_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing',
    [brandId, id, contentType, width, height, bytes, nowDate()],
  );
  return { id, width, height };
}

function sizeOf(bytes: Buffer): { type: string | undefined; width: number; height: number } {
  try {
    const { type, width, height } = imageSize(bytes);
    return { type, width, height };
  } catch {
    return { type: undefined, width: 0, height: 0 };
  }
}

/** @throws Problem not_found (404) */
export async function readPicture(db: Querier, brandId: number, id: string): Promise<Picture> {
  const [picture] = await db.query<Picture & Record<string, unknown>>(
    'select content_type as "contentType", width, height, bytes from product_picture where brand_id = $1 and id = $2', [brandId, id],
  );
  if (!picture) throw notFound({ zh: '图片', en: 'picture' });
  return picture;
}
