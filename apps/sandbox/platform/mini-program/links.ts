import { randomBytes } from 'node:crypto';
import { fail } from '../errcodes/error.ts';
import { type Json, characters, integerAt, textAt } from '../http/read.ts';
import type { AccountSettings } from '../accounts/settings.ts';
import { DAY, beijingDay } from '../time/clock.ts';
import type { Link, LinkKind, MiniProgram } from './state.ts';

const MINUTE = 60_000;
const LONGEST_LINK = 30 * DAY;
const LINKS_A_DAY = 500_000;
const LINKS_A_SECOND = 100;
const VISITS_A_DAY = 3_000_000;
/** getwxacode and createwxaqrcode together, for ever. */
const LIMITED_CODES = 100_000;
const QUERY = 1024;
const QUERY_TEXT = /^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~%]*$/;

/**
 * By which scene a link brings people, unless whoever opens it says more (scanned, held, picked from the album). WeChat
 * names none for short links; people find them in chats.
 */
export const SCENES: Readonly<Record<LinkKind, number>> = { code: 1047, unlimited: 1047, square: 1011, scheme: 1065, urlLink: 1194, shortLink: 1007 };

export const homePage = ({ pages }: AccountSettings): string => pages?.[0] ?? 'pages/index/index';

const isReleased = ({ pages }: AccountSettings, page: string): boolean => pages === null || pages.includes(page);

/** `path?query` of a page, without the slash in front. */
export function splitPath(text: string): { path: string; query: string } {
  const [path = '', query = ''] = text.replace(/^\//, '').split(/\?(.*)/s);
  return { path, query };
}

export function newLink(mini: MiniProgram, kind: LinkKind, where: { path: string; query: string; env: string }, text: (id: string) => string, now: number, expiresAt: number | null): Link {
  const id = randomBytes(9).toString('base64url').replace(/[-_]/g, 'x').slice(0, 11);
  const link: Link = { id, kind, ...where, text: text(id), createdAt: now, expiresAt, opened: 0 };
  mini.links.set(id, link);
  mini.linkByText.set(link.text, id);
  return link;
}

export function countLimitedCode(mini: MiniProgram): void {
  if (mini.limitedCodes >= LIMITED_CODES) fail(45029);
  mini.limitedCodes++;
}

/** Schemes and URL Links have one allowance a day and one a second: 44993, 44990. */
export function countTimedLink({ made }: MiniProgram, now: number, mode: 'stepped' | 'live'): void {
  const day = beijingDay(now);
  if (made.day !== day) Object.assign(made, { day, inDay: 0 });
  const second = Math.floor(now / 1000);
  if (made.second !== second) Object.assign(made, { second, inSecond: 0 });
  if (made.inDay >= LINKS_A_DAY) fail(44993);
  // A second of stepped time stands for an hour.
  if (made.inSecond >= LINKS_A_SECOND * (mode === 'stepped' ? 3600 : 1)) fail(44990);
  made.inDay++;
  made.inSecond++;
}

function envOf(body: Json, errcode: number): string {
  const env = textAt(body, 'env_version') || 'release';
  return ['release', 'trial', 'develop'].includes(env) ? env : fail(errcode);
}

/** The page a scheme or URL Link names: home when none (40165, 40212). */
export function targetOf(settings: AccountSettings, body: Json): { path: string; query: string; env: string } {
  const given = textAt(body, 'path').replace(/^\//, '');
  if (given.includes('?') || characters(given) > QUERY) fail(40165);
  const path = given || homePage(settings);
  const env = envOf(body, 85402);
  if (env === 'release' && !isReleased(settings, path)) fail(40165);
  const query = textAt(body, 'query');
  if (query.length > QUERY || !QUERY_TEXT.test(query)) fail(40212);
  return { path, query, env };
}

/** When a scheme or URL Link ends: 85401 outside a minute to thirty days; callers from before 2022 get the longest. */
export function endOf(body: Json, now: number): number {
  if (body['is_expire'] === false) return now + LONGEST_LINK;
  const byDays = integerAt(body, 'expire_type', 0, 85401) === 1;
  const asked = integerAt(body, byDays ? 'expire_interval' : 'expire_time', 0, 85401);
  if (asked === 0) return now + LONGEST_LINK;
  const end = byDays ? now + asked * DAY : asked * 1000;
  if (end < now + MINUTE || end > now + LONGEST_LINK) fail(85401);
  return end;
}

const SCENE = /^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]+$/;

/** What a code for everybody carries: 32 visible characters, and a released page without query. */
export function readUnlimited(settings: AccountSettings, body: Json): { path: string; query: string; env: string } {
  const scene = textAt(body, 'scene');
  if (scene === '' || scene.length > 32) fail(40169);
  if (!SCENE.test(scene)) fail(40129);
  const page = textAt(body, 'page');
  const env = envOf(body, 40097);
  const checked = body['check_path'] !== false && env === 'release';
  if (page.startsWith('/') || page.includes('?') || (checked && page !== '' && !isReleased(settings, page))) fail(41030);
  if (page.includes('scancode_time') || scene.includes('scancode_time')) fail(85096);
  return { path: page || homePage(settings), query: `scene=${encodeURIComponent(scene)}`, env };
}

/** Path with its query, of the hundred thousand codes. */
export function readPath(settings: AccountSettings, body: Json, longest: number): { path: string; query: string; env: string } {
  const text = textAt(body, 'path');
  if (text === '' || text.length > longest) fail(40159);
  if (text.includes('scancode_time')) fail(85096);
  const { path, query } = splitPath(text);
  return { path: path || homePage(settings), query, env: envOf(body, 40097) };
}

export const isOver = (link: Link, now: number): boolean => link.expiresAt !== null && link.expiresAt <= now;

/** What a person holds: a link's text, or a code's id or the text in its picture. */
export const linkOf = (mini: MiniProgram, text: string): Link | undefined => mini.links.get(mini.linkByText.get(text) ?? text);

export function isReleasedPath(settings: AccountSettings, text: string): boolean {
  return isReleased(settings, splitPath(text).path);
}

export function visitsLeft({ made }: MiniProgram, now: number): number {
  return made.visitDay === beijingDay(now) ? Math.max(0, VISITS_A_DAY - made.visits) : VISITS_A_DAY;
}

export function countLinkVisit(mini: MiniProgram, link: Link, now: number): void {
  link.opened++;
  if (link.kind !== 'scheme' && link.kind !== 'urlLink') return;
  const day = beijingDay(now);
  const { made } = mini;
  if (made.visitDay !== day) Object.assign(made, { visitDay: day, visits: 0 });
  made.visits++;
}
