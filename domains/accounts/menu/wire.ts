import type { MenuButton, SelfMenuButton } from '@qingniao/wechat';
import { type MenuColumn, type MenuItem, type MenuType, menuTypes } from './menu-rules.ts';

/** Our field → the platform's. */
const wireNames = { key: 'key', url: 'url', mediaId: 'media_id', articleId: 'article_id', appid: 'appid', pagepath: 'pagepath' } as const;

/** The menu as menu/create takes it. */
export const toButtons = (columns: readonly MenuColumn[]): MenuButton[] =>
  columns.map((column) => (column.items.length === 0 ? toButton(column) : { name: column.name, sub_button: column.items.map(toButton) }));

function toButton(item: MenuItem): MenuButton {
  const button: MenuButton = { name: item.name, ...(item.type === null ? {} : { type: item.type }) };
  if (item.type === null) return button;
  for (const field of menuTypes[item.type].needs) {
    const value = item[field];
    if (value) button[wireNames[field]] = value;
  }
  return button;
}

type RawButton = MenuButton | SelfMenuButton;

const isType = (type: string | undefined): type is MenuType => type !== undefined && Object.hasOwn(menuTypes, type);

/** A menu of the platform as ours, without categories, which WeChat does not know. */
export const fromButtons = (buttons: readonly RawButton[]): MenuColumn[] =>
  buttons.map((button) => {
    const below: readonly RawButton[] = Array.isArray(button.sub_button) ? button.sub_button : (button.sub_button?.list ?? []);
    return { ...fromButton(button), ...(below.length > 0 ? { type: null } : {}), items: below.map(fromButton) };
  });

/** Console-made items carry their content in `value`; of a type our builder does not know, the action is left open. */
function fromButton(button: RawButton): MenuItem {
  const type = isType(button.type) ? button.type : null;
  const field = (ours: keyof typeof wireNames): string | null => button[wireNames[ours]] || null;
  const material = type === 'media_id' && 'value' in button ? (button.value ?? null) : null;
  return {
    name: button.name, type, category: null, key: field('key'), url: field('url'), mediaId: field('mediaId') ?? material,
    articleId: field('articleId'), appid: field('appid'), pagepath: field('pagepath'),
  };
}

export interface MenuDifference {
  /** `columns.0.items.1`. */
  at: string;
  ours: MenuButton | null;
  theirs: MenuButton | null;
}

/** Item by item where the two menus differ; empty when followers see what we mean. */
export function compareMenus(ours: readonly MenuColumn[], theirs: readonly MenuColumn[]): MenuDifference[] {
  const differences: MenuDifference[] = [];
  const compare = (at: string, left: MenuItem | undefined, right: MenuItem | undefined): void => {
    const [ourButton, theirButton] = [left ? toButton(left) : null, right ? toButton(right) : null];
    if (JSON.stringify(ourButton) !== JSON.stringify(theirButton)) differences.push({ at, ours: ourButton, theirs: theirButton });
  };
  for (let column = 0; column < Math.max(ours.length, theirs.length); column++) {
    const [left, right] = [ours[column], theirs[column]];
    compare(`columns.${column}`, left, right);
    for (let row = 0; row < Math.max(left?.items.length ?? 0, right?.items.length ?? 0); row++) {
      compare(`columns.${column}.items.${row}`, left?.items[row], right?.items[row]);
    }
  }
  return differences;
}
