import { randomBytes } from 'node:crypto';
import { fail } from '../errcodes/error.ts';
import type { Api } from '../http/define.ts';
import { OK } from '../http/define.ts';
import { bytes, characters, integerAt, isObject, neededText, textAt, type Json } from '../http/read.ts';
import { createCode } from './qrcodes.ts';

const THIRTY_DAYS = 2_592_000;
const DEFAULT_LIFE = 60;
const MOST_SCENE_ID = 4_294_967_295;
const MOST_PERMANENT_ID = 100_000;
const LONG_DATA = 4096;

const sceneOf = (body: Json): Json => {
  const info = body['action_info'];
  const scene = isObject(info) ? info['scene'] : undefined;
  return isObject(scene) ? scene : fail(40053);
};

/** Scene and life by action_name (contract 10). */
function readCode(body: Json): { scene: number | string; life: number | null } {
  const action = textAt(body, 'action_name');
  const temporary = action === 'QR_SCENE' || action === 'QR_STR_SCENE';
  if (!temporary && action !== 'QR_LIMIT_SCENE' && action !== 'QR_LIMIT_STR_SCENE') fail(40053);
  const life = temporary ? integerAt(body, 'expire_seconds', DEFAULT_LIFE, 40053) : null;
  if (life !== null && (life < 1 || life > THIRTY_DAYS)) fail(40053);
  if (action.endsWith('STR_SCENE')) {
    const scene = textAt(sceneOf(body), 'scene_str');
    if (scene === '' || characters(scene) > 64) fail(40053);
    return { scene, life };
  }
  const scene = integerAt(sceneOf(body), 'scene_id', 0, 40053);
  if (scene < 1 || scene > (temporary ? MOST_SCENE_ID : MOST_PERMANENT_ID)) fail(40053);
  return { scene, life };
}

export const qrcodeApis: readonly Api[] = [
  {
    path: '/cgi-bin/qrcode/create', method: 'POST', right: 'qrcode',
    handle({ account, body, now }) {
      const { scene, life } = readCode(body);
      const code = createCode(account.qrcodes, scene, life, now);
      return { ticket: code.ticket, ...(life !== null && { expire_seconds: life }), url: code.url };
    },
  },
  {
    path: '/cgi-bin/shorten/gen', method: 'POST', right: 'shorten',
    handle({ account, body, now }) {
      const data = neededText(body, 'long_data', 40035);
      const life = integerAt(body, 'expire_seconds', THIRTY_DAYS, 40035);
      if (bytes(data) > LONG_DATA || life < 1 || life > THIRTY_DAYS) fail(40035);
      const key = randomBytes(12).toString('base64url').slice(0, 15);
      account.shortKeys.set(key, { data, createdAt: now, lifeSeconds: life });
      return { ...OK, short_key: key };
    },
  },
  {
    path: '/cgi-bin/shorten/fetch', method: 'POST', right: 'shorten',
    handle({ account, body, now }) {
      const held = account.shortKeys.get(textAt(body, 'short_key'));
      if (!held || held.createdAt + held.lifeSeconds * 1000 <= now) return fail(40035);
      const left = held.lifeSeconds - Math.floor((now - held.createdAt) / 1000);
      return { ...OK, long_data: held.data, create_time: Math.floor(held.createdAt / 1000), expire_seconds: left };
    },
  },
];
