import { badRequest, conflict, newId, notFound, nowDate, type Text } from '@qingniao/kernel';
import type { BrandDatabase, Tx } from '@qingniao/storage';
import type { PushArticleInput, PushInput } from './types.ts';

const PUSH: Text = { zh: '群发', en: 'push' };
const fixedOnceSent = () =>
  conflict('push_not_editable', {
    zh: '这次群发已开始发送，不能再修改。请新建一次群发。',
    en: 'This push has started and can no longer be changed. Create a new one.',
  });

/** Limits of an article (official-account 12.1), said beside the field that breaks them. */
export function checkArticles(articles: readonly PushArticleInput[]): void {
  if (articles.length < 1 || articles.length > 8)
    throw badRequest('article_count', { zh: '一次群发包含 1 到 8 篇文章。', en: 'A push has 1 to 8 articles.' }, { field: 'articles' });
  articles.forEach((article, index) => {
    const field = (name: string) => `articles.${index}.${name}`;
    if (!article.title.trim())
      throw badRequest('title_missing', { zh: '请填写标题。', en: 'Give the article a title.' }, { field: field('title') });
    if ([...article.title].length > 32)
      throw badRequest('title_too_long', { zh: '标题最多 32 个字。', en: 'A title has at most 32 characters.' }, { field: field('title') });
    if ([...(article.author ?? '')].length > 16)
      throw badRequest('author_too_long', { zh: '作者最多 16 个字。', en: 'An author has at most 16 characters.' }, { field: field('author') });
    if ([...(article.digest ?? '')].length > 128)
      throw badRequest('digest_too_long', { zh: '摘要最多 128 个字。', en: 'A digest has at most 128 characters.' }, { field: field('digest') });
    if ([...article.content].length >= 20_000 || Buffer.byteLength(article.content) >= 1_000_000)
      throw badRequest(
        'content_too_long',
        { zh: '正文须少于 2 万字且小于 1 MB。', en: 'The body must stay under 20,000 characters and 1 MB.' },
        { field: field('content') },
      );
    if (Buffer.byteLength(article.readMoreUrl ?? '') > 1024)
      throw badRequest('url_too_long', { zh: '阅读原文链接最长 1 KB。', en: 'A read-more link is at most 1 KB.' }, { field: field('readMoreUrl') });
    if (article.readMoreUrl && !/^https?:\/\/\S+$/i.test(article.readMoreUrl))
      throw badRequest('url_invalid', { zh: '阅读原文链接须以 http:// 或 https:// 开头。', en: 'A read-more link starts with http:// or https://.' }, { field: field('readMoreUrl') });
  });
}

async function writeArticles(tx: Tx, brandId: number, pushId: string, articles: readonly PushArticleInput[]): Promise<void> {
  await tx.query('delete from push_article where brand_id = $1 and push_id = $2', [brandId, pushId]);
  for (const [index, article] of articles.entries()) {
    await tx.query(
      `insert into push_article (brand_id, push_id, position, title, author, digest, content, read_more_url, cover, elements)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [brandId, pushId, index + 1, article.title.trim(), article.author ?? '', article.digest ?? '', article.content,
        article.readMoreUrl ?? null, article.cover ?? null, JSON.stringify(article.elements ?? {})],
    );
  }
}

/** Records a draft. @returns the push's id @throws Problem article_count, title_too_long… (422) */
export async function recordPush(brand: BrandDatabase, input: PushInput, createdBy: string | null): Promise<string> {
  checkArticles(input.articles);
  const id = newId();
  await brand.tx(async (tx) => {
    await tx.query(
      `insert into push (brand_id, id, asset_id, title, state, audience, segmented, open_comments, created_by, created_at)
       values ($1, $2, $3, $4, 'draft', $5, $6, $7, $8, $9)`,
      [brand.brandId, id, input.assetId, input.title, JSON.stringify(input.audience), input.segmented, input.openComments ?? true, createdBy, nowDate()],
    );
    await tx.query(`insert into push_variant (brand_id, push_id, number, name) values ($1, $2, 1, '')`, [brand.brandId, id]);
    await writeArticles(tx, brand.brandId, id, input.articles);
  });
  return id;
}

/** Replaces a draft's content. @throws Problem not_found (404), push_not_editable (409) */
export async function changePush(brand: BrandDatabase, id: string, input: PushInput): Promise<void> {
  checkArticles(input.articles);
  await brand.tx(async (tx) => {
    const changed = await tx.query(
      `update push set asset_id = $3, title = $4, audience = $5, segmented = $6, open_comments = $7
       where brand_id = $1 and id = $2 and state = 'draft' returning id`,
      [brand.brandId, id, input.assetId, input.title, JSON.stringify(input.audience), input.segmented, input.openComments ?? true],
    );
    if (changed.length === 0) throw await missingOrSent(tx, brand.brandId, id);
    await writeArticles(tx, brand.brandId, id, input.articles);
  });
}

/** Deletes a draft. @throws Problem not_found (404), push_not_editable (409) */
export async function deletePush(brand: BrandDatabase, id: string): Promise<void> {
  await brand.tx(async (tx) => {
    const deleted = await tx.query(`delete from push where brand_id = $1 and id = $2 and state = 'draft' returning id`, [brand.brandId, id]);
    if (deleted.length === 0) throw await missingOrSent(tx, brand.brandId, id);
    for (const table of ['push_article', 'push_variant']) await tx.query(`delete from ${table} where brand_id = $1 and push_id = $2`, [brand.brandId, id]);
  });
}

async function missingOrSent(tx: Tx, brandId: number, id: string) {
  const found = await tx.query('select 1 from push where brand_id = $1 and id = $2', [brandId, id]);
  return found.length === 0 ? notFound(PUSH) : fixedOnceSent();
}
