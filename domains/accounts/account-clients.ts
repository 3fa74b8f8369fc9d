import { type Log, type Secrets, conflict } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import { type BaseUrls, type WechatClient, createWechatClient } from '@qingniao/wechat';
import { type Asset, type SealedAsset, readSealedAsset } from './asset.ts';
import { openAsset } from './asset-secrets.ts';
import { databaseTokenStore } from './token-store.ts';

/** An account somebody is about to call. */
export interface Account extends Asset {
  client: WechatClient;
}

/** Throws Problem 404 for an unknown one, 409 `account_disconnected`. */
export type AccountOf = (brandId: number, assetId: string) => Promise<Account>;

export interface AccountClients {
  accountOf: AccountOf;
  /** Its keys or settings changed. */
  forget(assetId: string): void;
  forgetAll(): void;
}

export interface AccountClientsDeps {
  database: Database;
  secrets: Secrets;
  log: Log;
  /** Where accounts without base URLs of their own are called. */
  baseUrls: BaseUrls;
}

const disconnected = () =>
  conflict('account_disconnected', { zh: '这个公众号已断开连接，请先重新连接。', en: 'This official account is disconnected; connect it again first.' });

const withoutSecrets = ({ secret: _secret, token: _token, aesKey: _key, previousAesKey: _oldKey, previousToken: _oldToken, previousTokenUntil: _until, ...asset }: SealedAsset): Asset => asset;

/** One client an account and process, so that its connections and token are shared. */
export function createAccountClients({ database, secrets, log, baseUrls }: AccountClientsDeps): AccountClients {
  const held = new Map<string, Promise<Account>>();

  async function load(brandId: number, assetId: string): Promise<Account> {
    const db = database.forBrand(brandId);
    const sealed = await readSealedAsset(db, brandId, assetId);
    if (sealed.state !== 'connected') throw disconnected();
    const client = createWechatClient({
      appid: sealed.appid,
      secret: openAsset(secrets, sealed).secret,
      baseUrls: sealed.baseUrls ?? baseUrls,
      tokenStore: databaseTokenStore(db, secrets, assetId),
      log,
    });
    return { ...withoutSecrets(sealed), client };
  }

  return {
    async accountOf(brandId, assetId) {
      // The brand is part of the question: another brand's account does not exist, and asking for it loses nobody theirs.
      const key = `${brandId} ${assetId}`;
      const known = held.get(key);
      if (known) return known;
      const loading = load(brandId, assetId);
      held.set(key, loading);
      loading.catch(() => held.delete(key));
      return loading;
    },
    forget(assetId) {
      for (const key of held.keys()) if (key.endsWith(` ${assetId}`)) held.delete(key);
    },
    forgetAll: () => held.clear(),
  };
}
