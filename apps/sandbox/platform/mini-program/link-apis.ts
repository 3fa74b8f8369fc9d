import { hasRight } from '../accounts/settings.ts';
import { fail } from '../errcodes/error.ts';
import { Binary, OK, type Api, type Call } from '../http/define.ts';
import { characters, flagAt, integerAt, isObject, textAt } from '../http/read.ts';
import { seconds } from '../time/clock.ts';
import {
  countLimitedCode, countTimedLink, endOf, isReleasedPath, linkOf, newLink, readPath, readUnlimited, splitPath, targetOf, visitsLeft,
} from './links.ts';
import { codePicture } from './pictures.ts';
import type { Link, LinkKind } from './state.ts';

const CODE_PATH = 1024;
const SQUARE_PATH = 128;
const TITLE = 20;
const SHORT_LIFE = 30 * 86_400_000;
const PERMANENT_SHORT_LINKS = 100_000;

/** Makes a code and answers its picture. */
function picture({ platform, account, body, now }: Call, kind: LinkKind, where: { path: string; query: string; env: string }): Binary {
  const text = (id: string): string => `${platform.baseUrl}/wxacode/${id}`;
  const { bytes, contentType } = codePicture(newLink(account.mini, kind, where, text, now, null).text, flagAt(body, 'is_hyaline'));
  return new Binary(bytes, contentType, contentType === 'image/png' ? 'code.png' : 'code.jpg');
}

function limitedPicture(call: Call, kind: LinkKind, longest: number): Binary {
  const where = readPath(call.account.settings, call.body, longest);
  countLimitedCode(call.account.mini);
  return picture(call, kind, where);
}

const describe = (appid: string, link: Link): Record<string, unknown> => ({
  appid, path: link.path, query: link.query, create_time: seconds(link.createdAt), expire_time: seconds(link.expiresAt ?? 0), env_version: link.env,
});

/** queryScheme and queryUrlLink: where it leads, or how many may still come today. */
function look({ account, body, now }: Call, kind: LinkKind, field: string, answer: string): Record<string, unknown> {
  if (integerAt(body, 'query_type', 0, 40097) === 1) return { ...OK, quota_info: { remain_visit_quota: visitsLeft(account.mini, now) } };
  const link = linkOf(account.mini, textAt(body, field));
  if (link?.kind !== kind) return fail(85403);
  return { ...OK, [answer]: describe(account.settings.appid, link), quota_info: { remain_visit_quota: visitsLeft(account.mini, now) } };
}

/** A scheme or URL Link; only released mini programs of companies have them (40002). */
function timedLink({ platform, account, body, now }: Call, kind: LinkKind, target: Record<string, unknown>, text: (id: string) => string): string {
  if (!account.settings.verified) fail(40002);
  const where = targetOf(account.settings, target);
  const end = endOf(body, now);
  countTimedLink(account.mini, now, platform.state.clock.mode);
  return newLink(account.mini, kind, where, text, now, end).text;
}

export const linkApis: readonly Api[] = [
  { path: '/wxa/getwxacode', method: 'POST', right: 'miniProgram', handle: (call) => limitedPicture(call, 'code', CODE_PATH) },
  { path: '/cgi-bin/wxaapp/createwxaqrcode', method: 'POST', right: 'miniProgram', handle: (call) => limitedPicture(call, 'square', SQUARE_PATH) },
  {
    path: '/wxa/getwxacodeunlimit', method: 'POST', right: 'miniProgram',
    handle: (call) => picture(call, 'unlimited', readUnlimited(call.account.settings, call.body)),
  },
  {
    path: '/wxa/generatescheme', method: 'POST', right: 'miniProgram',
    handle(call) {
      const jump = call.body['jump_wxa'];
      return { ...OK, openlink: timedLink(call, 'scheme', isObject(jump) ? jump : {}, (id) => `weixin://dl/business/?t=${id}`) };
    },
  },
  {
    path: '/wxa/generate_urllink', method: 'POST', right: 'miniProgram',
    handle(call) {
      // A landing page of the cloud base first: this sandbox has no cloud base.
      if (isObject(call.body['cloud_base'])) fail(85088);
      return { ...OK, url_link: timedLink(call, 'urlLink', call.body, (id) => `https://wxaurl.cn/${id}`) };
    },
  },
  { path: '/wxa/queryscheme', method: 'POST', right: 'miniProgram', handle: (call) => look(call, 'scheme', 'scheme', 'scheme_info') },
  { path: '/wxa/query_urllink', method: 'POST', right: 'miniProgram', handle: (call) => look(call, 'urlLink', 'url_link', 'url_link_info') },
  {
    path: '/wxa/genwxashortlink', method: 'POST', right: 'miniProgram',
    handle({ account, body, now }) {
      if (!hasRight(account.settings, 'shortLink')) fail(43104);
      const page = textAt(body, 'page_url');
      if (page === '' || page.length > CODE_PATH || !isReleasedPath(account.settings, page)) fail(40066);
      const title = textAt(body, 'page_title');
      if (title.includes('/')) fail(40225);
      const permanent = flagAt(body, 'is_permanent');
      if (permanent && account.mini.permanentShortLinks++ >= PERMANENT_SHORT_LINKS) fail(85400);
      const shown = characters(title) > TITLE ? `${[...title].slice(0, TITLE).join('')}…` : title;
      const link = newLink(
        account.mini, 'shortLink', { ...splitPath(page), env: 'release' },
        (id) => `#小程序://${account.settings.name}/${shown ? `${shown}/` : ''}${id}`, now, permanent ? null : now + SHORT_LIFE,
      );
      return { ...OK, link: link.text };
    },
  },
];
