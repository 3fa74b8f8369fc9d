import { badRequest } from '@qingniao/kernel';
import { checkElements, charactersOf, type Elements } from '../elements.ts';
import { cleanHtml, type CleanOptions, type Removed } from '../html/clean-html.ts';

/** What an article says: everything a version holds. */
export interface ArticleText {
  title: string;
  author: string;
  digest: string;
  content: string;
  readMoreUrl: string | null;
  h5Url: string | null;
  coverId: string | null;
  topic: string;
  /** As stated; `completeElements` fills in what the text itself tells. */
  elements: Elements;
}

export type TextInput = Pick<ArticleText, 'title'> & Partial<Omit<ArticleText, 'elements'>> & { elements?: Record<string, unknown> };

/** Limits of an article at WeChat (official-account 12.1, 13). */
export const limits = { title: 32, author: 16, digest: 128, contentCharacters: 20_000, contentBytes: 1_000_000, urlBytes: 1024, cardTitle: 35, topic: 40 } as const;

/** Trimmed, its body as WeChat keeps it. @throws Problem title_missing, title_too_long, content_too_long… (422) with the field */
export function readText(input: TextInput, clean: CleanOptions): { text: ArticleText; removed: Removed[] } {
  const { html, removed } = cleanHtml(input.content ?? '', clean);
  const text: ArticleText = {
    title: input.title.trim(),
    author: (input.author ?? '').trim(),
    digest: (input.digest ?? '').trim(),
    content: html,
    readMoreUrl: input.readMoreUrl || null,
    h5Url: input.h5Url || null,
    coverId: input.coverId ?? null,
    topic: (input.topic ?? '').trim(),
    elements: checkElements(input.elements ?? {}),
  };
  checkText(text);
  return { text, removed };
}

function checkText(text: ArticleText): void {
  if (text.title === '') throw badRequest('title_missing', { zh: '请填写标题。', en: 'Give the article a title.' }, { field: 'title' });
  atMost(text.title, limits.title, 'title', { zh: '标题', en: 'A title' });
  atMost(text.author, limits.author, 'author', { zh: '作者', en: 'An author' });
  atMost(text.digest, limits.digest, 'digest', { zh: '摘要', en: 'A digest' });
  atMost(text.topic, limits.topic, 'topic', { zh: '主题', en: 'A topic' });
  if ([...text.content].length >= limits.contentCharacters || Buffer.byteLength(text.content) >= limits.contentBytes)
    throw badRequest(
      'content_too_long',
      { zh: '正文（含 HTML 标签）须少于 2 万字且小于 1 MB。', en: 'The body with its markup must stay under 20,000 characters and 1 MB.' },
      { field: 'content' },
    );
  for (const [, title] of text.content.matchAll(/<mp-miniprogram[^>]*data-miniprogram-title="([^"]*)"/g))
    atMost(title!, limits.cardTitle, 'content', { zh: '小程序卡片标题', en: 'The title of a mini-program card' });
  checkUrl(text.readMoreUrl, 'readMoreUrl', { zh: '阅读原文链接', en: 'A read-more link' });
  checkUrl(text.h5Url, 'h5Url', { zh: 'H5 地址', en: 'The address of an H5' });
}

function atMost(value: string, most: number, field: string, what: { zh: string; en: string }): void {
  if (charactersOf(value) > most)
    throw badRequest(`${field}_too_long`, { zh: `${what.zh}最多 ${most} 个字。`, en: `${what.en} has at most ${most} characters.` }, { field });
}

function checkUrl(url: string | null, field: string, what: { zh: string; en: string }): void {
  if (url === null) return;
  if (!/^https?:\/\/\S+$/i.test(url))
    throw badRequest('url_invalid', { zh: `${what.zh}须以 http:// 或 https:// 开头。`, en: `${what.en} starts with http:// or https://.` }, { field });
  if (Buffer.byteLength(url) > limits.urlBytes) throw badRequest('url_too_long', { zh: `${what.zh}最长 1 KB。`, en: `${what.en} is at most 1 KB.` }, { field });
}

/** Whether two texts are the same to a reader and to the results. */
export const sameText = (one: ArticleText, other: ArticleText): boolean => stable(one) === stable(other);

const stable = ({ title, author, digest, content, readMoreUrl, h5Url, coverId, topic, elements }: ArticleText): string =>
  JSON.stringify([title, author, digest, content, readMoreUrl, h5Url, coverId, topic, Object.entries(elements).sort(([a], [b]) => (a < b ? -1 : 1))]);
