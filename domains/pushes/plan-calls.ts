import { MASS_OPENIDS } from '@qingniao/wechat';
import type { PushAudience } from './types.ts';

/** How many recipients each mass/send call carries. */
export interface CallPlan {
  route: 'sendall' | 'send';
  sizes: number[];
}

/**
 * Everybody and tags cost one call. A tag send reaches whoever carries the tag at WeChat, so it is
 * used only when nobody had to be taken out; otherwise the openids are listed. Lists hold at most
 * 10,000 openids, and a rest of one borrows from the call before it, because WeChat refuses a list
 * of one (40130; official-account 14).
 */
export function planCalls(audience: PushAudience, recipients: number, excluded: number): CallPlan {
  if (audience.kind !== 'contacts' && excluded === 0) return { route: 'sendall', sizes: [recipients] };
  const sizes: number[] = [];
  for (let left = recipients; left > 0; left -= MASS_OPENIDS.most) sizes.push(Math.min(left, MASS_OPENIDS.most));
  const last = sizes.at(-1);
  if (last !== undefined && sizes.length > 1 && last < MASS_OPENIDS.least) {
    sizes[sizes.length - 2]! -= MASS_OPENIDS.least - last;
    sizes[sizes.length - 1] = MASS_OPENIDS.least;
  }
  return { route: 'send', sizes };
}
