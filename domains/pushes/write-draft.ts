import { conflict } from '@qingniao/kernel';
import type { BrandDatabase } from '@qingniao/storage';
import { isWechatError, type WechatClient } from '@qingniao/wechat';

const NO_COMMENT_RIGHT = 88000;

/** The articles of a variant as a draft at WeChat. It disappears once it is sent (official-account 12.1), so each call gets its own. */
export async function createDraft(db: BrandDatabase, client: WechatClient, pushId: string, variant: number, openComments: boolean): Promise<string> {
  const articles = await db.query<{
    position: number; title: string; author: string; digest: string; content: string; readMoreUrl: string | null;
    cover: string | null; thumbMediaId: string | null;
  }>(
    `select position, title, author, digest, content, read_more_url as "readMoreUrl", cover, thumb_media_id as "thumbMediaId"
       from push_article where brand_id = $1 and push_id = $2 and variant = $3 order by position`,
    [db.brandId, pushId, variant],
  );
  for (const article of articles) {
    if (article.thumbMediaId !== null) continue;
    const mediaId = await uploadCover(client, article.cover);
    // Articles and variants often show the same picture: it is uploaded once.
    for (const other of articles) if (other.cover === article.cover) other.thumbMediaId ??= mediaId;
    await db.query(
      `update push_article set thumb_media_id = $5 where brand_id = $1 and push_id = $2 and (variant = $3 and position = $4 or cover = $6 and thumb_media_id is null)`,
      [db.brandId, pushId, variant, article.position, mediaId, article.cover],
    );
  }
  const draft = (needOpenComment: 0 | 1) => client.drafts.add(
    articles.map((article) => ({
      title: article.title,
      content: article.content,
      thumb_media_id: article.thumbMediaId!,
      ...(article.author ? { author: article.author } : {}),
      ...(article.digest ? { digest: article.digest } : {}),
      ...(article.readMoreUrl ? { content_source_url: article.readMoreUrl } : {}),
      need_open_comment: needOpenComment,
    })),
  );
  if (!openComments) return draft(0);
  // Some accounts may not have any.
  return draft(1).catch((error: unknown) => {
    if (isWechatError(error) && error.errcode === NO_COMMENT_RIGHT) return draft(0);
    throw error;
  });
}

async function uploadCover(client: WechatClient, cover: string | null): Promise<string> {
  if (cover !== null) {
    const data = Buffer.from(cover, 'base64');
    const png = data.subarray(1, 4).toString('latin1') === 'PNG';
    const upload = { filename: png ? 'cover.png' : 'cover.jpg', contentType: png ? 'image/png' : 'image/jpeg', data };
    return (await client.media.addMaterial('image', upload)).media_id;
  }
  return newestPicture(client);
}

/** Refused before anything is frozen: an article without a cover takes the newest picture of the library, if there is one. */
export async function requireCovers(brand: BrandDatabase, client: WechatClient, pushId: string): Promise<void> {
  const [bare] = await brand.query('select position from push_article where brand_id = $1 and push_id = $2 and cover is null limit 1', [brand.brandId, pushId]);
  if (bare) await newestPicture(client);
}

async function newestPicture(client: WechatClient): Promise<string> {
  const library = await client.media.materials('image', 0, 1);
  const newest = library.item[0]?.media_id;
  if (newest === undefined)
    throw conflict('cover_missing', { zh: '文章需要封面图：请上传封面，或先在公众号素材库添加图片。', en: 'An article needs a cover: upload one, or add a picture to the account’s library first.' });
  return newest;
}
