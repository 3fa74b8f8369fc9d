import { type Text, notFound } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import { tagNames, wechatTagId } from '@qingniao/people';
import type { BrandDatabase, Tx } from '@qingniao/storage';
import { type ConditionalMenu as PlatformConditionalMenu, isWechatError } from '@qingniao/wechat';
import type { Account } from '../account-clients.ts';
import type { MenuColumn } from './menu-rules.ts';
import { platformMenu } from './menu.ts';
import { fromButtons } from './wire.ts';

export interface ConditionalMenu {
  /** WeChat's `menuid`. */
  id: string;
  /** Whom it fits. */
  rule: Text;
  columns: MenuColumn[];
}

const clients: Readonly<Record<string, Text>> = {
  1: { zh: 'iOS 客户端', en: 'on iOS' }, 2: { zh: 'Android 客户端', en: 'on Android' }, 3: { zh: '其他客户端', en: 'on another system' },
};
const sexes: Readonly<Record<string, Text>> = { 1: { zh: '男性', en: 'men' }, 2: { zh: '女性', en: 'women' } };

const isTag = (field: string): boolean => field === 'tag_id' || field === 'group_id';

/** A rule's conditions; WeChat leaves those not set out, or empty. */
const conditionsOf = ({ matchrule }: PlatformConditionalMenu): [field: string, value: string][] =>
  Object.entries(matchrule).map(([field, value]): [string, string] => [field, String(value ?? '')]).filter(([, value]) => value !== '');

/** WeChat's conditional menus as people read them. */
export async function readableMenus(db: Querier, brandId: number, assetId: string, menus: readonly PlatformConditionalMenu[]): Promise<ConditionalMenu[]> {
  const tagId = (value: string): string => wechatTagId(assetId, Number(value));
  const asked = menus.flatMap(conditionsOf).filter(([field]) => isTag(field)).map(([, value]) => tagId(value));
  const names = await tagNames(db, brandId, [...new Set(asked)]);
  const words = ([field, value]: [string, string]): Text => {
    const name = isTag(field) ? names.get(tagId(value)) : undefined;
    return name === undefined ? condition(field, value) : { zh: `微信标签“${name}”`, en: `WeChat tag “${name}”` };
  };
  return menus.map((menu) => {
    const rule = conditionsOf(menu).map(words);
    return {
      id: menu.menuid, columns: fromButtons(menu.button),
      rule: { zh: rule.map(({ zh }) => zh).join('，'), en: rule.map(({ en }) => en).join(', ') },
    };
  });
}

/** What WeChat has withdrawn (sex, place) stands in old rules still. */
function condition(field: string, value: string): Text {
  if (isTag(field)) return { zh: `微信标签 ${value}`, en: `WeChat tag ${value}` };
  if (field === 'language') return { zh: `语言 ${value}`, en: `language ${value}` };
  const named = field === 'client_platform_type' ? clients[value] : field === 'sex' ? sexes[value] : undefined;
  return named ?? { zh: value, en: value };
}

/** WeChat's answer about a `menuid` that is no conditional menu's (any more). */
const NO_SUCH_MENU = 65301;
const menuNotFound = () => notFound({ zh: '该个性化菜单', en: 'conditional menu' });

/** Deletes it at WeChat: whom it fitted sees the default menu. Throws Problem 404 for one that is not there. */
export async function deleteConditionalMenu(
  db: BrandDatabase, account: Account, menuId: string, also: (tx: Tx, deleted: PlatformConditionalMenu) => Promise<void>,
): Promise<void> {
  const menu = (await platformMenu(account)).conditional.find(({ menuid }) => menuid === menuId);
  if (!menu) throw menuNotFound();
  await account.client.menu.removeConditional(menuId).catch((error: unknown) => {
    throw isWechatError(error) && error.errcode === NO_SUCH_MENU ? menuNotFound() : error;
  });
  await db.tx((tx) => also(tx, menu));
}
