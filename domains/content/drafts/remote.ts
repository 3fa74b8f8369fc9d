import { createHash } from 'node:crypto';
import type { NewArticle, NewsArticle } from '@qingniao/wechat';
import type { ArticleText } from '../articles/text.ts';

/** What WeChat has of an article, as far as we change it. Kept as it came: WeChat rewrites what it is given. */
export interface RemoteText {
  title: string;
  author: string;
  digest: string;
  content: string;
  readMoreUrl: string | null;
  thumbMediaId: string | null;
  /** `newspic` has no HTML; it is shown and left alone. */
  type: 'news' | 'newspic';
}

export const remoteOf = (article: NewsArticle): RemoteText => ({
  title: article.title,
  author: article.author ?? '',
  digest: article.digest ?? '',
  content: article.content,
  readMoreUrl: article.content_source_url || null,
  thumbMediaId: article.thumb_media_id || null,
  type: article.article_type ?? 'news',
});

/** Two looks at the same draft have the same hash. */
export const hashOf = (remote: RemoteText): string =>
  createHash('sha256').update(JSON.stringify([remote.title, remote.author, remote.digest, remote.content, remote.readMoreUrl, remote.thumbMediaId])).digest('hex');

export const toDraft = (text: ArticleText, thumbMediaId: string): NewArticle => ({
  title: text.title,
  content: text.content,
  thumb_media_id: thumbMediaId,
  ...(text.author ? { author: text.author } : {}),
  ...(text.digest ? { digest: text.digest } : {}),
  ...((text.readMoreUrl ?? text.h5Url) ? { content_source_url: (text.readMoreUrl ?? text.h5Url)! } : {}),
});
