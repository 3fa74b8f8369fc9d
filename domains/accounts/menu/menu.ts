import { conflict, nowDate } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import type { BrandDatabase, Tx } from '@qingniao/storage';
import { type ConditionalMenu, type MenuButton, isWechatError } from '@qingniao/wechat';
import type { Account } from '../account-clients.ts';
import { ASSET_CHANGED } from '../callback-assets.ts';
import { type MenuGap, menuGaps } from './menu-gaps.ts';
import { type MenuCategory, type MenuColumn, type MenuItem, type MenuType, actingItems, checkMenu, eventKeyOf } from './menu-rules.ts';
import { type MenuDifference, compareMenus, fromButtons, toButtons } from './wire.ts';

export interface Menu {
  columns: MenuColumn[];
  savedAt: Date | null;
  publishedAt: Date | null;
  /** Changed since it was published. */
  changed: boolean;
  gaps: MenuGap[];
}

interface ItemRow extends Record<string, unknown> {
  column: number;
  row: number;
  name: string;
  type: MenuType | null;
  category: MenuCategory | null;
  key: string | null;
  url: string | null;
  mediaId: string | null;
  articleId: string | null;
  appid: string | null;
  pagepath: string | null;
}

async function readColumns(db: Querier, brandId: number, assetId: string): Promise<MenuColumn[]> {
  const rows = await db.query<ItemRow>(
    `select "column", row, name, type, category, key, url, media_id as "mediaId", article_id as "articleId", appid, pagepath
       from menu_item where brand_id = $1 and asset_id = $2 order by "column", row`,
    [brandId, assetId],
  );
  const columns: MenuColumn[] = [];
  for (const { column, row, ...item } of rows) {
    if (row === 0) columns.push({ ...item, items: [] });
    else columns[column - 1]?.items.push(item);
  }
  return columns;
}

/** Items of any account's menu by what the platform says when they are tapped (official-account 4.2). */
export async function menuItemNames(db: Querier, brandId: number, told: readonly string[]): Promise<Map<string, string>> {
  if (told.length === 0) return new Map();
  const rows = await db.query<{ told: string; name: string }>(
    `select told, m.name from menu_item m cross join lateral unnest(array[m.key, m.url, m.pagepath]) as told
      where m.brand_id = $1 and told = any ($2)`, [brandId, told]);
  return new Map(rows.map(({ told: value, name }) => [value, name]));
}

/** The menu being edited, with what is missing from it; empty columns when there is none yet. */
export async function readMenu(db: Querier, brandId: number, assetId: string): Promise<Menu> {
  const [head] = await db.query<{ savedAt: Date; publishedAt: Date | null; published: MenuButton[] | null }>(
    'select saved_at as "savedAt", published_at as "publishedAt", published from menu where brand_id = $1 and asset_id = $2', [brandId, assetId],
  );
  const columns = await readColumns(db, brandId, assetId);
  const answered = await db.query<{ word: string }>(
    `select unnest(words) as word from auto_reply where brand_id = $1 and asset_id = $2 and trigger = 'menu' and enabled`, [brandId, assetId],
  );
  return {
    columns,
    savedAt: head?.savedAt ?? null,
    publishedAt: head?.publishedAt ?? null,
    changed: head !== undefined && (head.published === null || compareMenus(columns, fromButtons(head.published)).length > 0),
    gaps: menuGaps(columns, new Set(answered.map(({ word }) => word))),
  };
}

/**
 * Replaces the menu being edited.
 * @param seen `savedAt` of the one it was made from; left out: whatever there is
 * @throws Problem 422 naming the field over a limit, menu_changed (409) when somebody saved another since
 */
export async function saveMenu(tx: Tx, brandId: number, assetId: string, columns: readonly MenuColumn[], seen?: Date | null): Promise<void> {
  checkMenu(columns, 'draft');
  const saved = await tx.query(
    `insert into menu (brand_id, asset_id, saved_at) values ($1, $2, $3)
     on conflict (brand_id, asset_id) do update set saved_at = excluded.saved_at where $4 or menu.saved_at = $5 returning 1`,
    [brandId, assetId, nowDate(), seen === undefined, seen ?? null],
  );
  if (saved.length === 0) throw menuChanged();
  await tx.query('delete from menu_item where brand_id = $1 and asset_id = $2', [brandId, assetId]);
  for (const [index, column] of columns.entries()) {
    for (const [row, item] of [column, ...column.items].entries()) await insertItem(tx, brandId, assetId, index + 1, row, item);
  }
}

const menuChanged = () =>
  conflict('menu_changed', {
    zh: '这期间有人保存过这个菜单，因此没有保存，以免覆盖。',
    en: 'Somebody saved this menu meanwhile, so yours was not saved over theirs.',
  });

const insertItem = (tx: Tx, brandId: number, assetId: string, column: number, row: number, item: MenuItem): Promise<unknown> =>
  tx.query(
    `insert into menu_item (brand_id, asset_id, "column", row, name, type, category, key, url, media_id, article_id, appid, pagepath)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [brandId, assetId, column, row, item.name, item.type, item.category, item.key ?? null, item.url ?? null, item.mediaId ?? null,
      item.articleId ?? null, item.appid ?? null, item.pagepath ?? null],
  );

export interface Published {
  publishedAt: Date;
  /** What WeChat shows otherwise after reading it back; empty when the default menu is as meant. */
  differences: MenuDifference[];
  /** Who fits one of these still sees that one. */
  conditional: ConditionalMenu[];
}

/**
 * Sends the menu to WeChat and reads it back. Followers whom no conditional menu fits see it within five minutes.
 * Throws Problem 422 for what is not complete, WechatError for what WeChat refuses.
 */
export async function publishMenu(db: BrandDatabase, account: Account, also?: (tx: Tx, buttons: readonly MenuButton[]) => Promise<void>): Promise<Published> {
  const columns = await readColumns(db, db.brandId, account.id);
  checkMenu(columns, 'publish');
  const buttons = toButtons(columns);
  await account.client.menu.create(buttons);
  const theirs = await platformMenu(account);
  const publishedAt = nowDate();
  await db.tx(async (tx) => {
    await tx.query('update menu set published = $3, published_at = $4 where brand_id = $1 and asset_id = $2', [
      db.brandId, account.id, JSON.stringify(buttons), publishedAt,
    ]);
    await rememberActions(tx, db.brandId, account.id, columns, publishedAt);
    // The callback knows what taps mean from memory: it reads them again.
    await tx.query('select pg_notify($1, $2)', [ASSET_CHANGED, account.id]);
    await also?.(tx, buttons);
  });
  return { publishedAt, differences: compareMenus(columns, theirs.columns), conditional: theirs.conditional };
}

async function rememberActions(tx: Tx, brandId: number, assetId: string, columns: readonly MenuColumn[], at: Date): Promise<void> {
  for (const { item } of actingItems(columns)) {
    const key = eventKeyOf(item);
    if (key === null || item.category === null) continue;
    await tx.query(
      `insert into menu_action (brand_id, asset_id, key, name, category, first_published_at, last_published_at)
       values ($1, $2, $3, $4, $5, $6, $6)
       on conflict (brand_id, asset_id, key) do update
          set name = excluded.name, category = excluded.category, last_published_at = excluded.last_published_at`,
      [brandId, assetId, key, item.name, item.category, at],
    );
  }
}

export interface PlatformMenu {
  /** The default menu: of the API, else the console's. Empty when there is none. */
  columns: MenuColumn[];
  /** Made in other systems; who fits one does not see the default menu. */
  conditional: ConditionalMenu[];
}

/** What WeChat shows followers now. */
export async function platformMenu(account: Account): Promise<PlatformMenu> {
  try {
    const { menu, conditionalmenu } = await account.client.menu.get();
    return { columns: fromButtons(menu.button), conditional: conditionalmenu };
  } catch (error) {
    if (!isWechatError(error) || error.errcode !== 46003) throw error;
  }
  const { is_menu_open: isOpen, selfmenu_info: info } = await account.client.menu.current();
  return { columns: isOpen === 1 ? fromButtons(info.button) : [], conditional: [] };
}

/** What followers see, and how the menu being edited differs from the default one. */
export async function currentMenu(db: BrandDatabase, account: Account): Promise<PlatformMenu & { differences: MenuDifference[] }> {
  const [ours, theirs] = await Promise.all([readColumns(db, db.brandId, account.id), platformMenu(account)]);
  return { ...theirs, differences: compareMenus(ours, theirs.columns) };
}
