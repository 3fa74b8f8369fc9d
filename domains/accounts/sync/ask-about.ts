import { type UserInfo, isWechatError } from '@qingniao/wechat';
import type { Account } from '../account-clients.ts';

/**
 * What WeChat says about up to 100 followers. One wrong openid (somebody closed their account) fails the whole batch
 * (official-account 8): then each is asked about alone, and who is refused is left out.
 */
export async function askAbout({ client }: Account, openids: readonly string[]): Promise<UserInfo[]> {
  const wanted = [...new Set(openids)];
  try {
    return await client.users.batchInfo(wanted);
  } catch (error) {
    if (!isWrongOpenid(error)) throw error;
  }
  const infos: UserInfo[] = [];
  for (const openid of wanted) {
    try {
      infos.push(await client.users.info(openid));
    } catch (error) {
      if (!isWrongOpenid(error)) throw error;
    }
  }
  return infos;
}

const isWrongOpenid = (error: unknown): boolean => isWechatError(error) && (error.errcode === 40003 || error.errcode === 46004 || error.errcode === 49003);
