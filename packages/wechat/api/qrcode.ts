import { type BaseUrls, type Caller, isFile } from '../call.ts';
import { networkError } from '../wechat-error.ts';

/** A scene is a number or a text; a code without `expireSeconds` is permanent, at most 100,000 of those exist. */
export interface NewQrcode {
  scene: number | string;
  /** Up to 30 days (2,592,000). */
  expireSeconds?: number;
}

export interface PlatformQrcode {
  ticket: string;
  /** What the picture encodes. */
  url: string;
  expire_seconds?: number;
}

export const MAX_QRCODE_SECONDS = 2_592_000;

function actionName({ scene, expireSeconds }: NewQrcode): string {
  const kind = typeof scene === 'number' ? 'SCENE' : 'STR_SCENE';
  return expireSeconds === undefined ? `QR_LIMIT_${kind}` : `QR_${kind}`;
}

/** QR codes and short keys (official-account 10). */
export const qrcodeApi = (call: Caller, bases: BaseUrls) => ({
  /** 45029 (or 40053) when the permanent ones are used up. */
  create: (code: NewQrcode) =>
    call.json<PlatformQrcode>({
      method: 'POST',
      path: '/cgi-bin/qrcode/create',
      json: {
        ...(code.expireSeconds === undefined ? {} : { expire_seconds: code.expireSeconds }),
        action_name: actionName(code),
        action_info: { scene: typeof code.scene === 'number' ? { scene_id: code.scene } : { scene_str: code.scene } },
      },
    }),
  /** Where anybody can load the picture; needs no token. */
  imageUrl: (ticket: string) => `${bases.mp}/cgi-bin/showqrcode?ticket=${encodeURIComponent(ticket)}`,
  /** The picture (image/jpg). */
  image: async (ticket: string): Promise<Buffer> => {
    const path = '/cgi-bin/showqrcode';
    const answer = await call.file({ method: 'GET', path, host: 'mp', token: false, query: { ticket } });
    if (!isFile(answer)) throw networkError(path, 'no picture came');
    return answer.data;
  },
  shorten: async (longData: string, expireSeconds?: number) =>
    (await call.json<{ short_key: string }>({ method: 'POST', path: '/cgi-bin/shorten/gen', json: { long_data: longData, ...(expireSeconds ? { expire_seconds: expireSeconds } : {}) } })).short_key,
  expand: (shortKey: string) =>
    call.json<{ long_data: string; create_time: number; expire_seconds: number }>({ method: 'POST', path: '/cgi-bin/shorten/fetch', json: { short_key: shortKey } }),
});
