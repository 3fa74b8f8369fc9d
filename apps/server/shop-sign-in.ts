import type { Accounts } from '@qingniao/accounts';
import { badRequest } from '@qingniao/kernel';
import type { SignIn } from '@qingniao/store';

/** The H5 shop: the code is that of web authorisation of a service account (official-account 18). */
export const shopSignIn = (accountOf: Accounts['accountOf']): SignIn => async (brandId, assetId, code) => {
  const { client } = await accountOf(brandId, assetId);
  const { openid, is_snapshotuser: isVisitor } = await client.oauth.exchange(code);
  // A page opened in passing shows a virtual visitor, who can neither pay nor be known again.
  if (isVisitor === 1) throw badRequest('snapshot_visitor', { zh: '请点击页面下方“使用完整服务”后再购买。', en: 'Tap “use the full service” at the foot of the page, then buy.' });
  return { openid };
};
