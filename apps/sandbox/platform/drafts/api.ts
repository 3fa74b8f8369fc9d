import { fail } from '../errcodes/error.ts';
import { OK, type Api } from '../http/define.ts';
import { flagAt, integerAt, listAt, neededText } from '../http/read.ts';
import { newMediaId } from '../media/media.ts';
import type { AccountState, Platform } from '../platform.ts';
import { type Draft, articleView, readArticle } from './drafts.ts';

const MOST_ARTICLES = 8;

const draftOf = (account: AccountState, id: string): Draft => account.drafts.items.get(id) ?? fail(40007);
const previewUrl = (platform: Platform, draft: Draft, index: number): string => `${platform.baseUrl}/s?draft=${draft.id}&idx=${index + 1}`;
const view = (platform: Platform, account: AccountState, draft: Draft, withContent: boolean) =>
  draft.articles.map((article, index) => articleView(platform, account, article, previewUrl(platform, draft, index), withContent));

export const draftApis: readonly Api[] = [
  {
    path: '/cgi-bin/draft/add', method: 'POST', right: 'draft', strictText: true,
    handle({ platform, account, body, now }) {
      const articles = listAt(body, 'articles', 44003);
      if (articles.length === 0) fail(44003);
      if (articles.length > MOST_ARTICLES) fail(45008);
      const draft = { id: newMediaId(), articles: articles.map((article) => readArticle(article, account, platform)), updatedAt: now };
      account.drafts.items.set(draft.id, draft);
      return { media_id: draft.id };
    },
  },
  {
    path: '/cgi-bin/draft/update', method: 'POST', right: 'draft', strictText: true,
    handle({ platform, account, body, now }) {
      const draft = draftOf(account, neededText(body, 'media_id', 41006));
      const index = integerAt(body, 'index', -1, 40114);
      if (index < 0 || index >= draft.articles.length) fail(40114);
      draft.articles[index] = readArticle(body['articles'], account, platform);
      draft.updatedAt = now;
      return OK;
    },
  },
  {
    path: '/cgi-bin/draft/get', method: 'POST', right: 'draft',
    handle({ platform, account, body }) {
      const draft = draftOf(account, neededText(body, 'media_id', 41006));
      return { news_item: view(platform, account, draft, true), create_time: Math.floor(draft.updatedAt / 1000), update_time: Math.floor(draft.updatedAt / 1000) };
    },
  },
  {
    path: '/cgi-bin/draft/batchget', method: 'POST', right: 'draft',
    handle({ platform, account, body }) {
      const offset = integerAt(body, 'offset', 0, 40035);
      const count = integerAt(body, 'count', 20, 40035);
      if (offset < 0 || count < 1 || count > 20) fail(40035);
      const all = [...account.drafts.items.values()].sort((a, b) => b.updatedAt - a.updatedAt);
      const item = all.slice(offset, offset + count).map((draft) => ({
        media_id: draft.id,
        content: { news_item: view(platform, account, draft, !flagAt(body, 'no_content')) },
        update_time: Math.floor(draft.updatedAt / 1000),
      }));
      return { total_count: all.length, item_count: item.length, item };
    },
  },
  { path: '/cgi-bin/draft/count', method: 'ANY', right: 'draft', handle: ({ account }) => ({ total_count: account.drafts.items.size }) },
  {
    path: '/cgi-bin/draft/delete', method: 'POST', right: 'draft',
    handle({ account, body }) {
      if (!account.drafts.items.delete(neededText(body, 'media_id', 41006))) fail(40007);
      return OK;
    },
  },
  { path: '/cgi-bin/draft/switch', method: 'POST', right: 'draft', bodyless: true, handle: ({ account }) => ({ ...OK, is_open: account.drafts.isOpen ? 1 : 0 }) },
];
