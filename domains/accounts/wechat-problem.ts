import { Problem } from '@qingniao/kernel';
import { isWechatError } from '@qingniao/wechat';

/**
 * Runs calls to WeChat for somebody who waits: a refusal becomes a Problem with WeChat's reason in both languages.
 * 502 `wechat_refused` with errcode and rid, 503 `wechat_busy` when trying again may help.
 */
export async function wechatAsProblem<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isWechatError(error)) throw error;
    const data = { errcode: error.errcode, rid: error.rid };
    throw error.retryable ? new Problem('wechat_busy', 503, error.text, { data, cause: error }) : new Problem('wechat_refused', 502, error.text, { data, cause: error });
  }
}
