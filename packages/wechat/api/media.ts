import { type Caller, type FileAnswer, type JsonAnswer, type Upload, isFile } from '../call.ts';
import { networkError } from '../wechat-error.ts';
import type { NewsArticle } from './drafts.ts';

export type MediaType = 'image' | 'voice' | 'video' | 'thumb';

export interface MaterialItem {
  media_id: string;
  name?: string;
  update_time: number;
  url?: string;
  content?: { news_item: NewsArticle[] };
}

/** Media kept 3 days, and permanent materials (official-account 11). */
export const mediaApi = (call: Caller) => {
  const post = <T = JsonAnswer>(path: string, json: unknown) => call.json<T>({ method: 'POST', path, json });
  return {
    upload: async (type: MediaType, upload: Upload) => {
      const answer = await call.json<{ media_id?: string; thumb_media_id?: string; created_at: number }>({ method: 'POST', path: '/cgi-bin/media/upload', query: { type }, upload });
      return { mediaId: answer.media_id ?? answer.thumb_media_id ?? '', createdAt: answer.created_at };
    },
    /** Bytes, or for a video where to load it. */
    download: async (mediaId: string): Promise<FileAnswer | { videoUrl: string }> => {
      const path = '/cgi-bin/media/get';
      const answer = await call.file({ method: 'GET', path, query: { media_id: mediaId } });
      if (isFile(answer)) return answer;
      if (typeof answer['video_url'] !== 'string') throw networkError(path, 'neither bytes nor a video url came');
      return { videoUrl: answer['video_url'] };
    },
    /** 16 kHz speex of a JS-SDK recording. */
    downloadVoice: (mediaId: string) => call.file({ method: 'GET', path: '/cgi-bin/media/get/jssdk', query: { media_id: mediaId } }),
    /** jpg or png under 1 MB; the only pictures an article body may show. */
    uploadArticleImage: async (upload: Upload) => (await call.json<{ url: string }>({ method: 'POST', path: '/cgi-bin/media/uploadimg', upload })).url,
    /** For mass-sending a video: turns an uploaded one into a message. */
    uploadVideoMessage: (video: { media_id: string; title: string; description: string }) =>
      post<{ type: string; media_id: string; created_at: number }>('/cgi-bin/media/uploadvideo', video),
    addMaterial: (type: MediaType, upload: Upload, video?: { title: string; introduction: string }) =>
      call.json<{ media_id: string; url?: string }>({
        method: 'POST', path: '/cgi-bin/material/add_material', query: { type }, upload,
        ...(video ? { parts: { description: JSON.stringify(video) } } : {}),
      }),
    /** Bytes, or JSON for a video (`down_url`) and for news (`news_item`). */
    material: (mediaId: string) => call.file({ method: 'POST', path: '/cgi-bin/material/get_material', json: { media_id: mediaId } }),
    materialCount: () =>
      call.json<{ voice_count: number; video_count: number; image_count: number; news_count: number }>({ method: 'GET', path: '/cgi-bin/material/get_materialcount' }),
    /** `count` 1 to 20. */
    materials: (type: 'image' | 'voice' | 'video' | 'news', offset: number, count: number) =>
      post<{ total_count: number; item_count: number; item: MaterialItem[] }>('/cgi-bin/material/batchget_material', { type, offset, count }),
    removeMaterial: (mediaId: string) => post('/cgi-bin/material/del_material', { media_id: mediaId }),
  };
};
