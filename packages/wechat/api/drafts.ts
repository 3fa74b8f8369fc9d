import type { Caller, JsonAnswer } from '../call.ts';

/** An article of a draft (official-account 12.1); lengths are checked by the platform, listed there. */
export interface NewArticle {
  article_type?: 'news' | 'newspic';
  title: string;
  author?: string;
  digest?: string;
  content: string;
  content_source_url?: string;
  /** A permanent image; needed for `news`. */
  thumb_media_id?: string;
  need_open_comment?: 0 | 1;
  only_fans_can_comment?: 0 | 1;
  pic_crop_235_1?: string;
  pic_crop_1_1?: string;
  image_info?: { image_list: { image_media_id: string }[] };
  cover_info?: { crop_percent_list: { ratio: string; x1: string; y1: string; x2: string; y2: string }[] };
  product_info?: { footer_product_info?: { product_key: string } };
}

export interface NewsArticle extends NewArticle {
  url?: string;
  thumb_url?: string;
  show_cover_pic?: 0 | 1;
  is_deleted?: boolean;
}

export interface DraftItem {
  media_id: string;
  content: { news_item: NewsArticle[] };
  update_time: number;
}

export interface PublishedItem {
  article_id: string;
  content: { news_item: NewsArticle[] };
  update_time: number;
}

/** 0 ok, 1 publishing, 2 originality failed, 3 failed, 4 review failed, 5 deleted by the user, 6 banned. */
export interface PublishState {
  publishId: string;
  publishStatus: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  articleId: string | null;
  articles: { idx: number; article_url: string }[];
  /** 1-based. */
  failed: number[];
}

interface PublishAnswer {
  publish_id: string | number;
  publish_status: PublishState['publishStatus'];
  article_id?: string;
  article_detail?: { count: number; item: { idx: number; article_url: string }[] };
  fail_idx?: number[];
}

/** Drafts and publishing (official-account 12). */
export const draftsApi = (call: Caller) => {
  const post = <T = JsonAnswer>(path: string, json: unknown) => call.json<T>({ method: 'POST', path, json });
  return {
    /** 1 to 8 articles → the draft's media_id. */
    add: async (articles: readonly NewArticle[]) => (await post<{ media_id: string }>('/cgi-bin/draft/add', { articles })).media_id,
    /** `index` counts from 0; the platform takes one article, not a list, under `articles`. */
    update: (mediaId: string, index: number, article: NewArticle) => post('/cgi-bin/draft/update', { media_id: mediaId, index, articles: article }),
    get: async (mediaId: string) => (await post<{ news_item: NewsArticle[] }>('/cgi-bin/draft/get', { media_id: mediaId })).news_item,
    list: (offset: number, count: number, withoutContent = true) =>
      post<{ total_count: number; item_count: number; item: DraftItem[] }>('/cgi-bin/draft/batchget', { offset, count, no_content: withoutContent ? 1 : 0 }),
    count: async () => (await call.json<{ total_count: number }>({ method: 'GET', path: '/cgi-bin/draft/count' })).total_count,
    remove: (mediaId: string) => post('/cgi-bin/draft/delete', { media_id: mediaId }),

    /** Accepted, not published yet: PUBLISHJOBFINISH or `publishState` tells. */
    publish: async (mediaId: string) => {
      const answer = await call.json<{ publish_id: string | number; msg_data_id?: string | number }>({ method: 'POST', path: '/cgi-bin/freepublish/submit', json: { media_id: mediaId }, once: true });
      return { publishId: String(answer.publish_id), msgDataId: answer.msg_data_id === undefined ? null : String(answer.msg_data_id) };
    },
    publishState: async (publishId: string): Promise<PublishState> => {
      const answer = await post<PublishAnswer>('/cgi-bin/freepublish/get', { publish_id: publishId });
      return {
        publishId: String(answer.publish_id),
        publishStatus: answer.publish_status,
        articleId: answer.article_id ?? null,
        articles: answer.article_detail?.item ?? [],
        failed: answer.fail_idx ?? [],
      };
    },
    /** Only what was published without notifying; mass sends are not in this list. */
    published: (offset: number, count: number, withoutContent = true) =>
      post<{ total_count: number; item_count: number; item: PublishedItem[] }>('/cgi-bin/freepublish/batchget', { offset, count, no_content: withoutContent ? 1 : 0 }),
    publishedArticle: async (articleId: string) => (await post<{ news_item: NewsArticle[] }>('/cgi-bin/freepublish/getarticle', { article_id: articleId })).news_item,
    /** `index` counts from 1; absent deletes all. Cannot be undone. */
    unpublish: (articleId: string, index?: number) =>
      post('/cgi-bin/freepublish/delete', { article_id: articleId, ...(index === undefined ? {} : { index }) }),
    /** A product card for an article (`card_type` 0 big, 1 small, 2 text, 3 strip). */
    productCard: (product: { product_id: string; article_type: string; card_type: 0 | 1 | 2 | 3 }) =>
      post<{ product_key?: string; DOM?: string }>('/channels/ec/service/product/getcardinfo', product),
  };
};
