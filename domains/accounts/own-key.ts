import { Problem, type Secrets } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import { openAsset } from './asset-secrets.ts';
import { connectedAssets } from './asset.ts';

/**
 * Throws `wrong_secret` when no connected account opens with this key: phones written under it could never be matched
 * with the ones that are there. Without accounts there is nothing to tell by.
 */
export async function requireOwnKey({ system }: Database, secrets: Secrets): Promise<void> {
  const assets = await connectedAssets(system);
  const opens = (asset: (typeof assets)[number]): boolean => {
    try {
      openAsset(secrets, asset);
      return true;
    } catch {
      return false;
    }
  };
  if (assets.length === 0 || assets.some(opens)) return;
  throw new Problem('wrong_secret', 500, {
    zh: '此密钥无法打开数据库中已加密的数据：请使用原来的 QINGNIAO_SECRET，或把原来的 secret 文件放回数据目录。',
    en: 'This key does not open what is sealed in the database: set the QINGNIAO_SECRET it was made with, or put its secret file back into the data folder.',
  });
}
