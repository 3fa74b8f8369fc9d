import { type Secrets, now } from '@qingniao/kernel';
import { prepared, type BrandDatabase } from '@qingniao/storage';
import type { StoredToken, TokenStore } from '@qingniao/wechat';
import { openFor, sealFor } from './asset-secrets.ts';

interface TokenRow extends Record<string, unknown> {
  value: string | null;
  expires_at: Date | null;
}

/** The access token of one account, sealed in PostgreSQL. The row's lock makes one process fetch and the others wait. */
export function databaseTokenStore(db: BrandDatabase, secrets: Secrets, assetId: string): TokenStore {
  const key = [db.brandId, assetId];
  const open = (row: TokenRow | undefined): StoredToken | null =>
    row?.value && row.expires_at ? { value: openFor(secrets, assetId, row.value), expiresAt: row.expires_at.getTime() } : null;
  return {
    read: async () => open((await db.query<TokenRow>(prepared('select value, expires_at from wechat_token where brand_id = $1 and asset_id = $2'), key))[0]),
    async replace(stale, obtain) {
      return db.tx(async (tx) => {
        const [, [row]] = await Promise.all([
          tx.query(prepared('insert into wechat_token (brand_id, asset_id) values ($1, $2) on conflict do nothing'), key),
          tx.query<TokenRow>(prepared('select value, expires_at from wechat_token where brand_id = $1 and asset_id = $2 for update'), key),
        ]);
        const held = open(row);
        if (held && held.value !== stale && held.expiresAt > now()) return held;
        const token = await obtain();
        await tx.query(prepared('update wechat_token set value = $3, expires_at = $4 where brand_id = $1 and asset_id = $2'), [
          ...key, sealFor(secrets, assetId, token.value), new Date(token.expiresAt),
        ]);
        return token;
      });
    },
  };
}
