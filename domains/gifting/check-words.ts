import { badRequest, type Log, messageOf, unavailable } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import type { Shopper } from '@qingniao/store';
import { isWechatError, type MiniProgramClient } from '@qingniao/wechat';

/** Whether words may go from one person to another. @throws Problem words_refused (422), words_unchecked (503) */
export type CheckWords = (shopper: Shopper, words: string, field: string) => Promise<void>;

export interface CheckWordsDeps {
  database: Database;
  log: Log;
  /** Null for the H5 shop of an official account. */
  miniProgramOf(brandId: number, assetId: string): Promise<MiniProgramClient | null>;
}

/** Of its content scenes the one for what people tell each other. */
const SOCIAL = 4;

/**
 * WeChat wants what users write in a mini program checked by it (mini-program-and-pay 8). What it would have somebody
 * review goes through: it is read by one person, not published.
 */
export const wechatCheck = ({ database, log, miniProgramOf }: CheckWordsDeps): CheckWords => async ({ brandId, identityId, assetId }, content, field) => {
  const client = await miniProgramOf(brandId, assetId);
  if (!client) return;
  const [writer] = await database.forBrand(brandId).query<{ openid: string }>(`select value as openid from identity where brand_id = $1 and id = $2 and kind = 'openid'`, [brandId, identityId]);
  const verdict = await client.security.checkText({ content, scene: SOCIAL, openid: writer?.openid ?? '' }).catch((error: unknown) => {
    if (!isWechatError(error)) throw error;
    log.warn({ err: messageOf(error) }, 'words of a gift could not be checked');
    throw unavailable('words_unchecked', { zh: '暂时无法核对文字，请稍后再试或选择一条现成留言。', en: 'Your words cannot be checked at the moment. Try again, or choose one of the messages.' }, { cause: error });
  });
  if (verdict.suggest === 'risky') throw badRequest('words_refused', { zh: '文字未通过安全核对，请修改后重试。', en: 'These words were refused by a safety check; write them differently.' }, { field });
};
