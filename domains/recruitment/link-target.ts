import { badRequest } from '@qingniao/kernel';
import type { TrackedLink } from './tracked-links.ts';

/** An appid and a page of that mini program, with its parameters: `wx…/pages/home/home?storefront=…`, as `content` writes it. */
const PAGE = /^(wx[0-9A-Za-z]{6,30})\/([\w-]+(?:\/[\w-]+)+(?:\?[^\s#"<>]*)?)$/;

type Placed = Pick<TrackedLink, 'id' | 'target' | 'channelId' | 'pushId'>;

/** Null: a web address. */
export function miniProgramPage(target: string): { appid: string; path: string } | null {
  const [, appid, path] = PAGE.exec(target) ?? [];
  return path === undefined ? null : { appid: appid!, path };
}

/** A web address or a page of a mini program: a link of ours must never run a script or open an app. @throws Problem bad_target (422) */
export function checkTarget(target: string): string {
  if (miniProgramPage(target)) return target;
  const url = URL.canParse(target) ? new URL(target) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '')
    throw badRequest('bad_target', {
      zh: '目标须是完整的 http 或 https 网址，或“小程序 appid/页面路径”。', en: 'The target must be a full http or https address, or the appid and a page path of a mini program.',
    }, { field: 'target' });
  return url.href;
}

/** What the shop reads when somebody comes in: which placement it was. */
function withPlacement(query: URLSearchParams, { id, pushId, channelId }: Placed): string {
  query.set('l', id);
  if (pushId !== null) query.set('push_id', pushId);
  if (channelId !== null) query.set('channel_id', channelId);
  // A mini program takes a plus for a plus.
  return query.toString().replaceAll('+', '%20');
}

/** The page of a mini program as it stands in a card, a menu or a code; null of a link to a web address, which is tapped at /l/. */
export function cardPath(link: Placed): string | null {
  const page = miniProgramPage(link.target);
  if (page === null) return null;
  const [path, query = ''] = page.path.split('?', 2) as [string, string?];
  return `${path}?${withPlacement(new URLSearchParams(query), link)}`;
}

/** Where /l/ leads: the stored address, of our own H5 shop with the placement. */
export function addressOf(link: Placed, baseUrl: string): string {
  if (!link.target.startsWith(`${baseUrl}/shop/`)) return link.target;
  const url = new URL(link.target);
  url.search = withPlacement(url.searchParams, link);
  return url.href;
}
