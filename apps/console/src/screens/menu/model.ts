import type { paths } from '../../api/schema.d.ts';

export type Menu = paths['/api/brands/{brandId}/accounts/{assetId}/menu']['get']['responses']['200']['content']['application/json'];
export type Column = Menu['columns'][number];
export type Item = Column['items'][number];
export type MenuType = NonNullable<Item['type']>;
export type Category = NonNullable<Item['category']>;
export type MenuField = 'key' | 'url' | 'mediaId' | 'articleId' | 'appid' | 'pagepath';

/** What each kind of item must say (official-account 7); the server checks the same. */
export const fieldsOf: Record<MenuType, readonly MenuField[]> = {
  click: ['key'],
  view: ['url'],
  miniprogram: ['appid', 'pagepath', 'url'],
  scancode_push: ['key'],
  scancode_waitmsg: ['key'],
  pic_sysphoto: ['key'],
  pic_photo_or_album: ['key'],
  pic_weixin: ['key'],
  location_select: ['key'],
  media_id: ['mediaId'],
  article_id: ['articleId'],
  article_view_limited: ['articleId'],
};
export const menuTypes = Object.keys(fieldsOf) as MenuType[];
export const categories = ['brand', 'ecommerce', 'crm'] as const satisfies Category[];
export const mostColumns = 3;
export const mostItems = 5;

/** Where an item stands: a column, and a row in it; row null is the column's own button. */
export interface Place {
  column: number;
  row: number | null;
}

export const pathOf = ({ column, row }: Place): string => (row === null ? `columns.${column}` : `columns.${column}.items.${row}`);

export const blankItem = (name: string): Item => ({ name, type: 'view', category: null });
export const blankColumn = (name: string): Column => ({ ...blankItem(name), items: [] });

export const itemAt = (columns: readonly Column[], { column, row }: Place): Item | undefined =>
  row === null ? columns[column] : columns[column]?.items[row];

/** The columns with one item changed; nothing is changed in place. */
export const withItem = (columns: readonly Column[], place: Place, change: Partial<Item>): Column[] =>
  columns.map((column, index) => {
    if (index !== place.column) return column;
    if (place.row === null) return { ...column, ...change };
    return { ...column, items: column.items.map((item, row) => (row === place.row ? { ...item, ...change } : item)) };
  });

export const without = (columns: readonly Column[], { column, row }: Place): Column[] =>
  row === null
    ? columns.filter((_, index) => index !== column)
    : columns.map((one, index) => (index === column ? { ...one, items: one.items.filter((_, at) => at !== row) } : one));

/** A column that gets its first item stops acting itself. */
export const withNewItem = (columns: readonly Column[], column: number, name: string): Column[] =>
  columns.map((one, index) =>
    (index === column ? { ...one, ...(one.items.length === 0 ? { type: null, category: null, key: null, url: null } : {}), items: [...one.items, blankItem(name)] } : one));

/** Swaps an item with its neighbour: columns left and right, items up and down. */
export function moved(columns: readonly Column[], place: Place, step: 1 | -1): Column[] {
  const swap = <T>(list: readonly T[], at: number): T[] => {
    const next = [...list];
    const [one, other] = [next[at], next[at + step]];
    if (one === undefined || other === undefined) return next;
    next[at] = other;
    next[at + step] = one;
    return next;
  };
  if (place.row === null) return swap(columns, place.column);
  return columns.map((one, index) => (index === place.column ? { ...one, items: swap(one.items, place.row!) } : one));
}

/** Share of items by category, of those a follower can tap. */
export function categoryCounts(columns: readonly Column[]): Record<Category | 'none', number> {
  const acting = columns.flatMap((column) => (column.items.length === 0 ? [column] : column.items));
  const counts = { brand: 0, ecommerce: 0, crm: 0, none: 0 };
  for (const { category } of acting) counts[category ?? 'none'] += 1;
  return counts;
}
