import { createHash } from 'node:crypto';
import { badRequest, notFound, nowDate } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import { isWechatError, wechatProblem, type WechatClient } from '@qingniao/wechat';
import { imageSize } from 'image-size';

export interface Picture {
  contentType: 'image/jpeg' | 'image/png';
  width: number;
  height: number;
  bytes: Buffer;
}

/** uploadimg: under 1 MB; covers: 2 MB, the smaller of the two figures WeChat states (official-account 11). */
export const mostBytes = { body: 1_048_576, cover: 2_000_000 } as const;

/** Of base64. @throws Problem picture_format, picture_too_large (422), of `field` */
export function readPicture(base64: string, use: keyof typeof mostBytes, field = 'data'): Picture {
  const bytes = Buffer.from(base64, 'base64');
  const [most, size] = use === 'body' ? [mostBytes.body - 1, '1 MB'] : [mostBytes.cover, '2 MB'];
  if (bytes.length > most)
    throw badRequest('picture_too_large', { zh: `图片须小于 ${size}，请压缩后再上传。`, en: `The picture must be under ${size}; make it smaller and upload it again.` }, { field });
  const { type, width, height } = sizeOf(bytes);
  if (type !== 'jpg' && type !== 'png')
    throw badRequest('picture_format', { zh: '微信只接受 JPG 或 PNG 图片。', en: 'WeChat takes only JPG or PNG.' }, { field });
  return { contentType: type === 'png' ? 'image/png' : 'image/jpeg', width, height, bytes };
}

function sizeOf(bytes: Buffer): { type: string | undefined; width: number; height: number } {
  try {
    const { type, width, height } = imageSize(bytes);
    return { type, width, height };
  } catch {
    return { type: undefined, width: 0, height: 0 };
  }
}

/** The cover of a mini-program card has exactly this size (official-account 13). @throws Problem card_picture_size (422) */
export function checkCardPicture({ width, height }: Picture): void {
  if (width !== 1080 || height !== 864)
    throw badRequest(
      'card_picture_size', { zh: `小程序卡片封面须为 1080×864 像素，这张是 ${width}×${height}。`, en: `The picture of a mini-program card is 1080×864 pixels; this one is ${width}×${height}.` }, { field: 'data' },
    );
}

const nameOf = ({ contentType }: Picture): string => (contentType === 'image/png' ? 'picture.png' : 'picture.jpg');

/** To where bodies may show it from. @returns its address at WeChat */
export const uploadBodyPicture = (client: WechatClient, picture: Picture): Promise<string> =>
  client.media.uploadArticleImage({ filename: nameOf(picture), contentType: picture.contentType, data: picture.bytes }).catch(refused);

/** Into the account's permanent library. @returns the `thumb_media_id` */
export const uploadCover = async (client: WechatClient, picture: Picture): Promise<string> =>
  (await client.media.addMaterial('image', { filename: nameOf(picture), contentType: picture.contentType, data: picture.bytes }).catch(refused)).media_id;

export function refused(error: unknown): never {
  throw isWechatError(error) ? wechatProblem(error) : error;
}

/** Kept once, however many versions show it. @returns its id */
export async function keepCover(tx: Pick<Tx, 'query'>, brandId: number, picture: Picture): Promise<string> {
  const id = createHash('sha256').update(picture.bytes).digest('hex');
  await tx.query(
    `insert into article_picture (brand_id, id, content_type, width, height, bytes, created_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [brandId, id, picture.contentType, picture.width, picture.height, picture.bytes, nowDate()],
  );
  return id;
}

/** @throws Problem not_found (404) */
export async function readCover(db: Pick<Tx, 'query'>, brandId: number, id: string): Promise<Picture> {
  const [picture] = await db.query<Picture & Record<string, unknown>>(
    'select content_type as "contentType", width, height, bytes from article_picture where brand_id = $1 and id = $2', [brandId, id],
  );
  if (!picture) throw notFound({ zh: '图片', en: 'picture' });
  return picture;
}
