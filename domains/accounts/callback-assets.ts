import type { CallbackAsset, CallbackAssets } from '@qingniao/activity';
import { type Log, type Secrets, messageOf } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import { type SealedAsset, connectedAssets } from './asset.ts';
import { openAsset } from './asset-secrets.ts';

/** Sent with the asset's id when an account is connected, changed or disconnected, or its menu published. */
export const ASSET_CHANGED = 'asset_changed';

export interface LiveAssets extends CallbackAssets {
  relayUrlOf(assetId: string): string | null;
  /** Reads one asset again, or all of them. */
  reload(assetId?: string): Promise<void>;
}

/** The connected accounts of all brands in memory: no query stands between a push and its answer. */
export function createLiveAssets({ database, secrets, log }: { database: Database; secrets: Secrets; log: Log }): LiveAssets {
  const assets = new Map<string, CallbackAsset>();
  const relays = new Map<string, string>();

  const keep = (sealed: SealedAsset, menuCategories: ReadonlyMap<string, string>): void => {
    try {
      assets.set(sealed.id, { ...callbackAsset(secrets, sealed), menuCategories });
    } catch (error) {
      log.error({ asset: sealed.id, err: messageOf(error) }, 'the keys of this account cannot be opened; connect it again');
      return;
    }
    if (sealed.relayUrl) relays.set(sealed.id, sealed.relayUrl);
  };

  async function read(assetId?: string): Promise<void> {
    const rows = await connectedAssets(database.system, assetId);
    const actions = await database.system.query<{ assetId: string; key: string; category: string }>(
      'select asset_id as "assetId", key, category from menu_action where asset_id = any ($1)', [rows.map((row) => row.id)],
    );
    const categories = (id: string) => new Map(actions.filter((action) => action.assetId === id).map(({ key, category }) => [key, category]));
    for (const known of assetId === undefined ? [...assets.keys()] : [assetId]) {
      assets.delete(known);
      relays.delete(known);
    }
    for (const row of rows) keep(row, categories(row.id));
  }

  let tail: Promise<void> = Promise.resolve();
  const reload = (assetId?: string): Promise<void> => {
    // One after the other: an answer that took longer must not put old keys back over new ones.
    const done = tail.then(() => read(assetId));
    tail = done.catch(() => undefined);
    return done;
  };
  return {
    get: (assetId) => assets.get(assetId),
    relayUrlOf: (assetId) => relays.get(assetId) ?? null,
    reload,
  };
}

function callbackAsset(secrets: Secrets, sealed: SealedAsset): CallbackAsset {
  const { token, previousToken, aesKey, previousAesKey } = openAsset(secrets, sealed);
  const until = sealed.previousTokenUntil;
  return {
    id: sealed.id,
    brandId: sealed.brandId,
    appid: sealed.appid,
    originalId: sealed.originalId,
    mode: sealed.mode,
    token,
    previousToken: previousToken !== null && until !== null ? { value: previousToken, until } : null,
    aesKeys: previousAesKey ? [aesKey, previousAesKey] : [aesKey],
  };
}
