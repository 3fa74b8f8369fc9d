import { localDay, now, shanghaiMidnight } from '@qingniao/kernel';
import type { WechatError } from './wechat-error.ts';

/** Too many calls this minute, rather than today. */
const MINUTE_LIMIT = 45011;

/**
 * When a call refused for its quota may be made again; null when quotas were not the reason. A new day of them begins at
 * midnight Beijing (official-account 6.4), a new minute sooner.
 */
export function whenAllowed({ kind, errcode }: WechatError): Date | null {
  if (errcode === MINUTE_LIMIT) return new Date(now() + 60_000);
  return kind === 'quota' ? new Date(shanghaiMidnight(localDay(now())).getTime() + 86_400_000 + 5 * 60_000) : null;
}
