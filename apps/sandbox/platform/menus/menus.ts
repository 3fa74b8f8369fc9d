import type { MenuButton, Person } from '../../world.ts';
import { fail } from '../errcodes/error.ts';
import { bytes, isObject, textAt, type Json } from '../http/read.ts';

export interface MatchRule {
  tag_id?: number;
  client_platform_type?: number;
  language?: string;
}
export interface ConditionalMenu {
  id: string;
  button: MenuButton[];
  rule: MatchRule;
}
export interface Menus {
  button: MenuButton[] | null;
  id: string | null;
  /** Later-created ones match first. */
  conditional: ConditionalMenu[];
}

export const newMenus = (): Menus => ({ button: null, id: null, conditional: [] });

const needs: Readonly<Record<string, readonly (keyof MenuButton)[]>> = {
  click: ['key'], view: ['url'],
  scancode_push: ['key'], scancode_waitmsg: ['key'], pic_sysphoto: ['key'], pic_photo_or_album: ['key'], pic_weixin: ['key'],
  location_select: ['key'], media_id: ['media_id'], view_limited: ['media_id'], article_id: ['article_id'],
  article_view_limited: ['article_id'], miniprogram: ['appid', 'pagepath', 'url'],
};

interface Level {
  name: number; nameError: number; keyError: number; urlError: number; typeError: number;
}
const TOP: Level = { name: 16, nameError: 40018, keyError: 40019, urlError: 40020, typeError: 40017 };
const SUB: Level = { name: 60, nameError: 40025, keyError: 40026, urlError: 40027, typeError: 40024 };
const MOST_DOMAINS = 3;

/** Reads `button` and refuses what menu/create refuses (contract 7). */
export function readButtons(value: unknown, miniPrograms: readonly string[] | null): MenuButton[] {
  if (!Array.isArray(value) || value.length < 1 || value.length > 3) return fail(40016);
  return value.map((button) => readButton(button, TOP, miniPrograms));
}

/** A conditional menu may lead to three domains at most. */
export function checkDomains(buttons: readonly MenuButton[]): void {
  const urls = buttons.flatMap((button) => button.sub_button ?? [button]).map((button) => button.url ?? '');
  const domains = new Set(urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).host));
  if (domains.size > MOST_DOMAINS) fail(65316);
}

function readButton(value: unknown, level: Level, miniPrograms: readonly string[] | null): MenuButton {
  if (!isObject(value)) return fail(40015);
  const name = textAt(value, 'name');
  if (name === '' || bytes(name) > level.name) fail(level.nameError);
  const subs = value['sub_button'];
  if (Array.isArray(subs) && subs.length > 0) {
    if (level === SUB) fail(40022);
    if (subs.length > 5) fail(40023);
    return { name, sub_button: subs.map((sub) => readButton(sub, SUB, miniPrograms)) };
  }
  return { name, ...readAction(value, level, miniPrograms) };
}

function readAction(value: Json, level: Level, miniPrograms: readonly string[] | null): Partial<MenuButton> {
  const type = textAt(value, 'type');
  const wanted = needs[type];
  if (type === '') return fail(65308);
  if (!wanted) return fail(level.typeError);
  const button: Partial<MenuButton> = { type };
  for (const field of ['key', 'url', 'media_id', 'article_id', 'appid', 'pagepath'] as const) {
    const given = textAt(value, field);
    if (given !== '') button[field] = given;
  }
  if (wanted.includes('key') && (!button.key || bytes(button.key) > 128)) fail(level.keyError);
  if (wanted.includes('url') && (!button.url || bytes(button.url) > 1024)) fail(level.urlError);
  if (button.url && !/^https?:\/\//.test(button.url)) fail(level === TOP ? 40055 : 40054);
  if (wanted.includes('media_id') && !button.media_id) fail(40007);
  if (wanted.includes('article_id') && !button.article_id) fail(53600);
  if (type === 'miniprogram') {
    if (!button.appid || !button.pagepath) fail(40166);
    if (miniPrograms && !miniPrograms.includes(button.appid!)) fail(45064);
  }
  return button;
}

export function readRule(rule: Json): MatchRule {
  const read: MatchRule = {};
  const tag = textAt(rule, 'tag_id') || textAt(rule, 'group_id');
  if (tag) read.tag_id = Number(tag);
  const platform = textAt(rule, 'client_platform_type');
  if (platform) read.client_platform_type = Number(platform);
  const language = textAt(rule, 'language');
  if (language) read.language = language;
  if (Object.keys(read).length === 0) fail(65304);
  return read;
}

const matches = (rule: MatchRule, person: Person): boolean =>
  (rule.tag_id === undefined || person.tags.includes(rule.tag_id)) &&
  (rule.client_platform_type === undefined || person.platform === rule.client_platform_type) &&
  (rule.language === undefined || person.language === rule.language);

/** What this person sees: the newest conditional menu that fits, else the default one. */
export function menuOf(menus: Menus, person: Person): { button: MenuButton[]; conditionalId: string | null } | null {
  if (!menus.button) return null;
  const fitting = menus.conditional.findLast((menu) => matches(menu.rule, person));
  return fitting ? { button: fitting.button, conditionalId: fitting.id } : { button: menus.button, conditionalId: null };
}
