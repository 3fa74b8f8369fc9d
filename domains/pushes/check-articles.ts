import { readPicture } from '@qingniao/content';
import { badRequest } from '@qingniao/kernel';
import type { PushArticleInput } from './types.ts';

/** Limits of an article (official-account 12.1), said beside the field that breaks them. */
export function checkArticle(article: PushArticleInput, path: string): void {
  const field = (name: string) => `${path}.${name}`;
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
  if (article.cover) readPicture(article.cover, 'cover', field('cover'));
}
