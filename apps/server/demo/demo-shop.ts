import { createHash } from 'node:crypto';
import { createApiKey, systemActor } from '@qingniao/access';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { productRoot } from '../root.ts';
import type { Core } from '../wire.ts';
import type { DemoState } from './demo-state.ts';
import type { SandboxClient } from './sandbox-client.ts';

const actor = systemActor('demo');
/** Of the released version, home first. */
const pagesOf = (): string[] => (JSON.parse(readFileSync(join(productRoot, 'apps/miniapp/miniprogram/app.json'), 'utf8')) as { pages: string[] }).pages;

/**
 * The brand's engineer registers a mini program and a merchant at WeChat, and connects both through the product's own API
 * with a key that is gone afterwards. Repeating what failed half-way does no harm.
 */
export async function connectShop(core: Core, sandbox: SandboxClient, { brandId, appid }: DemoState): Promise<{ appid: string; miniProgramId: string }> {
  const known = (await sandbox.accounts()).find(({ kind }) => kind === 'miniProgram');
  const account = known ?? (await sandbox.addMiniProgram({ appid: miniProgramOf(appid), name: '青鸟精品店', pages: pagesOf() }));
  // The account sells too: its web shop.
  const merchant = await sandbox.addMerchant([account.appid, appid]);
  return withKey(core, brandId, async (post) => {
    await post('/store/merchants', {
      name: '青鸟演示商户', mchid: merchant.mchid, serialNo: merchant.serial, privateKey: merchant.privateKey, apiV3Key: merchant.apiV3Key,
      publicKey: { id: merchant.platform.publicKeyId, pem: merchant.platform.publicKey },
    });
    const { id } = (await post('/store/mini-programs', { name: account.name, appid: account.appid, secret: account.secret })) as { id: string };
    return { appid: account.appid, miniProgramId: id };
  });
}

/** Ports may have changed since the last start: the released mini program knows where the product is now, and WeChat where to push to. */
export async function releaseShop(core: Core, sandbox: SandboxClient, { brandId, assetId, appid, shop }: DemoState): Promise<void> {
  if (!shop) return;
  await sandbox.releaseShop(shop.appid, { api: `${core.baseUrl()}/api/shop/${brandId}`, assetId: shop.miniProgramId, page: `${core.baseUrl()}/shop/${brandId}/`, h5: { appid, assetId } });
  await withKey(core, brandId, async (post) => {
    const { url, token, aesKey } = (await post(`/store/mini-programs/${shop.miniProgramId}/push-settings`, {})) as { url: string; token: string; aesKey: string };
    await sandbox.setCallback(shop.appid, { callbackUrl: url, token, aesKey, mode: 'safe' });
  });
}

/** The same in every run of a seed, as openids are made from it. */
const miniProgramOf = (appid: string): string => `wx${createHash('sha1').update(`${appid}/mini program`).digest('hex').slice(0, 16)}`;

type Post = (path: string, body: object) => Promise<unknown>;

async function withKey<T>({ stores: { database }, baseUrl }: Core, brandId: number, work: (post: Post) => Promise<T>): Promise<T> {
  const { id, token } = await createApiKey(database, { name: '演示接入 Demo set-up', permissions: ['brand:manage'], brandIds: [brandId], expiresAt: null }, async () => actor);
  try {
    return await work(async (path, body) => {
      const answer = await fetch(`${baseUrl()}/api/brands/${brandId}${path}`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${text.slice(0, 300)}`);
      return JSON.parse(text);
    });
  } finally {
    await database.system.query('delete from api_key where id = $1', [id]);
  }
}
