import type { NewArticle, NewsArticle, WechatClient } from '@qingniao/wechat';
import { WechatError } from '@qingniao/wechat';

/** A PNG header that says how large it is: enough for what reads sizes. */
export function png(width: number, height: number, bytes = 64): string {
  const data = Buffer.alloc(Math.max(bytes, 33));
  data.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  data.write('IHDR', 12, 'latin1');
  data.writeUInt32BE(width, 16);
  data.writeUInt32BE(height, 20);
  return data.toString('base64');
}

/** The drafts and pictures of one account, as official-account 11 and 12.1 have them. */
export function accountOfDrafts() {
  const drafts = new Map<string, { articles: NewsArticle[]; at: number }>();
  const materials = new Map<string, Buffer>();
  const calls: string[] = [];
  let made = 0;
  let at = 1_772_000_000;
  let pagesLeft = Infinity;
  const missing = () => new WechatError(40007, 'invalid media_id', null, 'request', '/cgi-bin/draft/get', null);
  const written = (article: NewArticle): NewsArticle => ({ ...article, digest: article.digest ?? article.content.replace(/<[^>]+>/g, '').slice(0, 54), url: 'https://mp.weixin.qq.com/s/x' });
  const client = {
    drafts: {
      add: async (articles: NewArticle[]) => {
        calls.push('add');
        const id = `draft-${++made}`;
        drafts.set(id, { articles: articles.map(written), at: ++at });
        return id;
      },
      update: async (id: string, index: number, article: NewArticle) => {
        calls.push('update');
        const draft = drafts.get(id);
        if (!draft) throw missing();
        draft.articles[index] = written(article);
        draft.at = ++at;
      },
      get: async (id: string) => {
        calls.push('get');
        return drafts.get(id)?.articles ?? Promise.reject(missing());
      },
      list: async (offset: number, count: number) => {
        calls.push(`list ${offset}`);
        if (--pagesLeft === -1) throw new WechatError(45009, 'reach max api daily quota limit', null, 'quota', '/cgi-bin/draft/batchget', null);
        const all = [...drafts].sort(([, a], [, b]) => b.at - a.at);
        const item = all.slice(offset, offset + count).map(([media_id, draft]) => ({ media_id, content: { news_item: draft.articles }, update_time: draft.at }));
        return { total_count: all.length, item_count: item.length, item };
      },
    },
    media: {
      addMaterial: async (_type: string, { data }: { data: Buffer }) => {
        calls.push('cover');
        const id = `material-${++made}`;
        materials.set(id, data);
        return { media_id: id };
      },
      material: async (id: string) => ({ contentType: 'image/png', data: materials.get(id)! }),
      uploadArticleImage: async () => `https://mmbiz.qpic.cn/${++made}`,
    },
  } as unknown as WechatClient;
  /** Somebody edits in WeChat's own console. */
  const edit = (id: string, change: Partial<NewsArticle>) => {
    const draft = drafts.get(id)!;
    draft.articles[0] = { ...draft.articles[0]!, ...change };
    draft.at = ++at;
  };
  /** The day's calls are used up after so many pages; the next day they are there again. */
  const refuseAfter = (pages: number) => {
    pagesLeft = pages;
  };
  return { client, drafts, calls, edit, refuseAfter };
}
