import type { OauthOf } from '@qingniao/accounts';
import { badRequest, conflict } from '@qingniao/kernel';
import type { SignIn } from '@qingniao/store';

/** The H5 shop: the code is that of web authorisation, for which the account must be allowed to ask (official-account 18). */
export const shopSignIn = (oauthOf: OauthOf): SignIn => async (brandId, assetId, code) => {
  const oauth = await oauthOf(brandId, assetId);
  if (!oauth) throw conflict('no_web_authorisation', { zh: '此公众号没有网页授权权限，请在小程序中打开。', en: 'This official account may not ask who opens a page; open the shop in the mini program.' });
  const { openid, is_snapshotuser: isVisitor } = await oauth.exchange(code);
  // A page opened in passing shows a virtual visitor, who can neither pay nor be known again.
  if (isVisitor === 1) throw badRequest('snapshot_visitor', { zh: '请点击页面下方“使用完整服务”后再购买。', en: 'Tap “use the full service” at the foot of the page, then buy.' });
  return { openid };
};
