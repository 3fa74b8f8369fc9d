import { type Database, prepared } from '@qingniao/storage';
import type { WechatClient } from '@qingniao/wechat';
import type { AccountOf } from './account-clients.ts';

/** Null: visitors of a page cannot be asked who they are. Throws as `AccountOf`. */
export type OauthOf = (brandId: number, assetId: string) => Promise<WechatClient['oauth'] | null>;

/**
 * Web authorisation is for verified service accounts (official-account 18, 22). Anybody else's visitors would be left
 * on WeChat's error page, so it is not asked of subscription accounts, nor where the doctor last found it refused.
 */
export const webAuthorisation = (database: Database, accountOf: AccountOf): OauthOf => async (brandId, assetId) => {
  const { kind, client } = await accountOf(brandId, assetId);
  if (kind !== 'service') return null;
  const [refused] = await database.forBrand(brandId).query(foundRefused, [brandId, assetId]);
  return refused ? null : client.oauth;
};

/** Asked by every visitor, so the whole diagnosis is not read for one line of it. */
const foundRefused = prepared(
  `select 1 from asset where brand_id = $1 and id = $2 and doctor @? '$.checks[*] ? (@.id == "oauth" && @.state == "failed")'`,
);
