import { randomBytes } from 'node:crypto';
import { fail } from '../errcodes/error.ts';
import { Binary, type Answer, type Api, type Call } from '../http/define.ts';
import { neededText, textAt } from '../http/read.ts';
import { newMediaId, readMedia, temporaryMedia } from './media.ts';

const BODY_IMAGE = 1024 * 1024;

/** A video is answered as an address, everything else as its bytes. */
function download({ account, platform, query, now }: Call): Answer {
  const id = query['media_id'] || fail(41006);
  const held = temporaryMedia(account.media, id, now) ?? fail(40007);
  if (held.type === 'video') return { video_url: `${platform.baseUrl}/sandbox/media/${account.settings.appid}/${id}` };
  return new Binary(held.bytes, held.contentType, held.filename);
}

export const mediaApis: readonly Api[] = [
  {
    path: '/cgi-bin/media/upload', method: 'POST', right: 'material',
    handle({ account, query, files, now }) {
      const type = query['type'] ?? '';
      const media = readMedia(type, files, 'temporary', now);
      const id = newMediaId();
      account.media.temporary.set(id, media);
      return { type, [type === 'thumb' ? 'thumb_media_id' : 'media_id']: id, created_at: Math.floor(now / 1000) };
    },
  },
  { path: '/cgi-bin/media/get', method: 'GET', right: 'material', handle: download },
  { path: '/cgi-bin/media/get/jssdk', method: 'GET', right: 'material', handle: download },
  {
    path: '/cgi-bin/media/uploadimg', method: 'POST', right: 'material',
    handle({ platform, account, files, now }) {
      const file = files.find((candidate) => candidate.field === 'media') ?? fail(41005);
      if (!/\.(jpe?g|png)$/i.test(file.filename)) fail(40005);
      if (file.bytes.length >= BODY_IMAGE) fail(40009);
      const name = randomBytes(20).toString('hex');
      account.media.images.set(name, { type: 'image', filename: file.filename, contentType: file.contentType, bytes: file.bytes, createdAt: now });
      return { url: `${platform.baseUrl}/mmbiz/${account.settings.appid}/${name}` };
    },
  },
  {
    path: '/cgi-bin/media/uploadvideo', method: 'POST', right: 'massAll',
    handle({ account, body, now }) {
      const id = neededText(body, 'media_id', 41006);
      const held = temporaryMedia(account.media, id, now) ?? account.materials.items.get(id)?.media ?? fail(40007);
      const made = newMediaId();
      account.media.temporary.set(made, { ...held, type: 'video', filename: textAt(body, 'title') || held.filename, createdAt: now });
      return { type: 'video', media_id: made, created_at: Math.floor(now / 1000) };
    },
  },
];
