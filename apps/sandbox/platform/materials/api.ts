import { articleView } from '../drafts/drafts.ts';
import { fail } from '../errcodes/error.ts';
import { Binary, OK, type Api } from '../http/define.ts';
import { integerAt, isObject, neededText, textAt } from '../http/read.ts';
import type { MediaType } from '../media/media.ts';
import { newMediaId, readMedia } from '../media/media.ts';
import type { AccountState, Platform } from '../platform.ts';
import { type Material, mostOf, ofType } from './materials.ts';

const urlOf = (platform: Platform, account: AccountState, id: string): string =>
  `${platform.baseUrl}/mmbiz/${account.settings.appid}/${id}`;

function description(text: string | undefined): { title: string; introduction: string } {
  try {
    const parsed: unknown = JSON.parse(text ?? '');
    if (isObject(parsed)) return { title: textAt(parsed, 'title'), introduction: textAt(parsed, 'introduction') };
  } catch {
    // Falls through: a video without a readable description is refused.
  }
  return fail(47001);
}

const usedByMenu = (account: AccountState, id: string): boolean =>
  JSON.stringify([account.menus.button, account.menus.conditional]).includes(`"media_id":"${id}"`);

export const materialApis: readonly Api[] = [
  {
    path: '/cgi-bin/material/add_material', method: 'POST', right: 'material',
    handle({ platform, account, query, files, parts, now }) {
      const type = query['type'] || parts['type'] || '';
      const media = readMedia(type, files, 'permanent', now);
      if (ofType(account.materials, media.type).length >= mostOf(media.type)) fail(45001);
      const about = media.type === 'video' ? description(parts['description']) : { title: '', introduction: '' };
      const id = newMediaId();
      account.materials.items.set(id, { id, name: media.filename, media, ...about, updatedAt: now });
      return { media_id: id, ...((media.type === 'image' || media.type === 'thumb') && { url: urlOf(platform, account, id) }) };
    },
  },
  {
    path: '/cgi-bin/material/get_material', method: 'POST', right: 'material',
    handle({ platform, account, body }) {
      const id = neededText(body, 'media_id', 41006);
      const draft = account.drafts.items.get(id);
      if (draft) return { news_item: draft.articles.map((article) => articleView(platform, account, article, '')) };
      const item: Material = account.materials.items.get(id) ?? fail(40007);
      if (item.media.type === 'video') {
        return { title: item.title, description: item.introduction, down_url: urlOf(platform, account, id) };
      }
      return new Binary(item.media.bytes, item.media.contentType, item.name);
    },
  },
  {
    path: '/cgi-bin/material/get_materialcount', method: 'GET', right: 'material',
    handle({ account: { materials, drafts } }) {
      const count = (type: MediaType) => ofType(materials, type).length;
      return { voice_count: count('voice'), video_count: count('video'), image_count: count('image') + count('thumb'), news_count: drafts.items.size };
    },
  },
  {
    path: '/cgi-bin/material/batchget_material', method: 'POST', right: 'material',
    handle({ platform, account, body }) {
      const type = textAt(body, 'type');
      const offset = integerAt(body, 'offset', 0, 40035);
      const count = integerAt(body, 'count', 20, 40035);
      if (count < 1 || count > 20 || offset < 0) fail(40035);
      if (type === 'news') {
        const drafts = [...account.drafts.items.values()];
        const item = drafts.slice(offset, offset + count).map((draft) => ({
          media_id: draft.id,
          content: { news_item: draft.articles.map((article) => articleView(platform, account, article, '')) },
          update_time: Math.floor(draft.updatedAt / 1000),
        }));
        return { total_count: drafts.length, item_count: item.length, item };
      }
      if (!['image', 'voice', 'video'].includes(type)) fail(40004);
      const all = ofType(account.materials, type as MediaType).sort((a, b) => b.updatedAt - a.updatedAt);
      const item = all.slice(offset, offset + count).map((one) => ({
        media_id: one.id, name: one.name, update_time: Math.floor(one.updatedAt / 1000),
        ...(type === 'image' && { url: urlOf(platform, account, one.id) }),
      }));
      return { total_count: all.length, item_count: item.length, item };
    },
  },
  {
    path: '/cgi-bin/material/del_material', method: 'POST', right: 'material',
    handle({ account, body }) {
      const id = neededText(body, 'media_id', 41006);
      if (usedByMenu(account, id)) fail(48005);
      if (!account.materials.items.delete(id)) fail(40007);
      return OK;
    },
  },
];
