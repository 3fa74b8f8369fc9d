import { request } from 'undici';
import { countEngagement } from '../datacube/counters.ts';
import { authorize } from '../oauth/authorize.ts';
import type { Person } from '../../world.ts';
import type { Platform } from '../platform.ts';
import type { ActOf, Doing } from './perform.ts';

const MOST_HOPS = 6;
const TIMEOUT = 5000;
/** What WeChat's own browser says of itself: link trackers look for MicroMessenger. */
const WECHAT_AGENT = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.49';
const ORDINARY_AGENT = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1';

/** The person taps a link: their browser goes where it leads, as long as it stays on this machine. */
export function openLink({ platform, account, person, act }: Doing<ActOf<'click'>>): boolean {
  const stats = act.msgid ? account.datacube.articles.get(act.msgid) : undefined;
  if (stats) countEngagement(account.datacube, stats, act.at, { outward: 1 });
  platform.ledger.write({ at: act.at, appid: act.appid, type: 'click', openid: act.openid, url: act.url, ...(act.msgid && { msgid: act.msgid }), ...(act.outside && { outside: true }) });
  platform.lanes.push(act.openid, () => visit(platform, act.outside ? null : person, act.url, act.at));
  return true;
}

const isLocal = (url: URL): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);

/**
 * Follows redirects. Time does not wait: each request says when the link was tapped. The consent page of open.weixin.qq.com is answered in place (snsapi_base is silent);
 * anything that is not on this machine ends the visit: the sandbox opens no real network.
 */
async function visit(platform: Platform, person: Person | null, link: string, at: number): Promise<void> {
  const cookies = new Map<string, string>();
  const held: (() => void)[] = [];
  let next = URL.parse(link);
  for (let hop = 0; next && hop < MOST_HOPS; hop++) {
    if (next.pathname === '/connect/oauth2/authorize') {
      const answer = person && authorize(platform, next.searchParams, person.openid);
      if (answer?.kind !== 'redirect') break;
      held.push(answer.hold());
      next = URL.parse(answer.location);
      continue;
    }
    if (!isLocal(next)) break;
    next = await fetchOnce(next, cookies, { 'user-agent': person ? WECHAT_AGENT : ORDINARY_AGENT, 'x-sandbox-time': String(at) });
  }
  for (const letGo of held) letGo();
}

async function fetchOnce(url: URL, cookies: Map<string, string>, headers: Record<string, string>): Promise<URL | null> {
  try {
    const answer = await request(url, {
      headersTimeout: TIMEOUT, bodyTimeout: TIMEOUT,
      headers: { ...headers, ...(cookies.size > 0 && { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }) },
    });
    await answer.body.dump();
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [name = '', value = ''] = line.split(';', 1)[0]!.split(/=(.*)/s);
      cookies.set(name.trim(), value);
    }
    const { location } = answer.headers;
    return answer.statusCode >= 300 && answer.statusCode < 400 && typeof location === 'string' ? URL.parse(location, url.href) : null;
  } catch {
    // A page that does not answer is the visitor's bad luck, not a fault of the platform.
    return null;
  }
}
