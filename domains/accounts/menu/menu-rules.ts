import { type Text, badRequest } from '@qingniao/kernel';

/** W-23: what a tap on an item is about. */
export const categories = {
  brand: { zh: '品牌', en: 'Brand' },
  ecommerce: { zh: '电商', en: 'E-commerce' },
  crm: { zh: '会员与服务', en: 'CRM' },
} as const satisfies Record<string, Text>;
export type MenuCategory = keyof typeof categories;

/** The fields each type needs (official-account 7); null-typed top items open their column. */
export const menuTypes = {
  click: { needs: ['key'], name: { zh: '点击推送', en: 'Send a reply' } },
  view: { needs: ['url'], name: { zh: '打开网页', en: 'Open a page' } },
  miniprogram: { needs: ['appid', 'pagepath', 'url'], name: { zh: '打开小程序', en: 'Open a mini program' } },
  scancode_push: { needs: ['key'], name: { zh: '扫一扫', en: 'Scan' } },
  scancode_waitmsg: { needs: ['key'], name: { zh: '扫一扫（带提示）', en: 'Scan and wait' } },
  pic_sysphoto: { needs: ['key'], name: { zh: '拍照', en: 'Take a photo' } },
  pic_photo_or_album: { needs: ['key'], name: { zh: '拍照或相册', en: 'Photo or album' } },
  pic_weixin: { needs: ['key'], name: { zh: '微信相册', en: 'WeChat album' } },
  location_select: { needs: ['key'], name: { zh: '发送位置', en: 'Send a location' } },
  media_id: { needs: ['mediaId'], name: { zh: '发送素材', en: 'Send a material' } },
  article_id: { needs: ['articleId'], name: { zh: '发送文章', en: 'Send an article' } },
  article_view_limited: { needs: ['articleId'], name: { zh: '打开文章', en: 'Open an article' } },
} as const satisfies Record<string, { needs: readonly MenuField[]; name: Text }>;
export type MenuType = keyof typeof menuTypes;
export type MenuField = 'key' | 'url' | 'mediaId' | 'articleId' | 'appid' | 'pagepath';

export interface MenuItem {
  name: string;
  /** Null for a top item that opens its column. */
  type: MenuType | null;
  category: MenuCategory | null;
  key?: string | null;
  url?: string | null;
  mediaId?: string | null;
  articleId?: string | null;
  appid?: string | null;
  pagepath?: string | null;
}

/** One of the up to three columns: the item always on screen, and up to five behind it. */
export interface MenuColumn extends MenuItem {
  items: MenuItem[];
}

/** Bytes, and how many Chinese characters clients show (official-account 7). */
export const menuLimits = { columns: 3, items: 5, topBytes: 16, itemBytes: 60, keyBytes: 128, urlBytes: 1024, topShown: 4, itemShown: 8 } as const;

const refuse = (code: string, field: string, text: Text) => badRequest(code, text, { field });

/**
 * The platform's limits, field by field. A draft may have holes; what is published may not.
 * Throws Problem 422 naming the field (`columns.0.items.2.url`).
 */
export function checkMenu(columns: readonly MenuColumn[], forWhat: 'draft' | 'publish'): void {
  if (columns.length > menuLimits.columns || (forWhat === 'publish' && columns.length === 0)) {
    throw refuse('menu_columns', 'columns', { zh: '菜单应有 1 到 3 个一级菜单。', en: 'A menu has 1 to 3 columns.' });
  }
  columns.forEach((column, index) => {
    const at = `columns.${index}`;
    if (column.items.length > menuLimits.items) {
      throw refuse('menu_items', `${at}.items`, { zh: '每个一级菜单下最多 5 个子菜单。', en: 'A column has at most 5 items.' });
    }
    if (column.items.length > 0 && column.type !== null) {
      throw refuse('menu_type_and_items', `${at}.type`, { zh: '有子菜单的一级菜单不能再有动作。', en: 'A column with items has no action of its own.' });
    }
    checkItem(column, at, menuLimits.topBytes, forWhat, column.items.length === 0);
    column.items.forEach((item, row) => checkItem(item, `${at}.items.${row}`, menuLimits.itemBytes, forWhat, true));
  });
}

function checkItem(item: MenuItem, at: string, nameBytes: number, forWhat: 'draft' | 'publish', acts: boolean): void {
  checkLength(item.name, nameBytes, `${at}.name`, { zh: '名称', en: 'name' });
  checkLength(item.key, menuLimits.keyBytes, `${at}.key`, { zh: 'key', en: 'key' });
  checkLength(item.url, menuLimits.urlBytes, `${at}.url`, { zh: '网址', en: 'address' });
  if (item.url && !/^https?:\/\/[^\s]+$/.test(item.url)) {
    throw refuse('menu_url', `${at}.url`, { zh: '网址须以 http:// 或 https:// 开头。', en: 'The address begins with http:// or https://.' });
  }
  if (forWhat === 'draft') return;
  if (item.name.trim() === '') throw refuse('menu_name', `${at}.name`, { zh: '请填写菜单名称。', en: 'Give the item a name.' });
  if (!acts) return;
  if (item.type === null) throw refuse('menu_type', `${at}.type`, { zh: '请选择点击后的动作。', en: 'Choose what a tap does.' });
  if (item.category === null) {
    throw refuse('menu_category', `${at}.category`, { zh: '请选择分类：品牌、电商或会员与服务。', en: 'Choose a category: brand, e-commerce or CRM.' });
  }
  for (const field of menuTypes[item.type].needs) {
    if (!item[field]) throw refuse('menu_field', `${at}.${field}`, { zh: '这个动作还缺一项内容，请填写。', en: 'This action needs a value here.' });
  }
}

function checkLength(value: string | null | undefined, most: number, field: string, what: Text): void {
  if (value && Buffer.byteLength(value) > most) {
    throw refuse('menu_too_long', field, {
      zh: `${what.zh}最长 ${most} 字节（约 ${Math.floor(most / 3)} 个汉字）。`,
      en: `The ${what.en} has at most ${most} bytes (about ${Math.floor(most / 3)} Chinese characters).`,
    });
  }
}

/** Every item a person can tap: those below, and the tops without any. */
export const actingItems = (columns: readonly MenuColumn[]): { item: MenuItem; at: string }[] =>
  columns.flatMap((column, index): { item: MenuItem; at: string }[] =>
    column.items.length === 0
      ? [{ item: column, at: `columns.${index}` }]
      : column.items.map((item, row) => ({ item, at: `columns.${index}.items.${row}` })),
  );

/** What the tap's event carries in EventKey (official-account 4.2); null for types that push nothing. */
export function eventKeyOf(item: MenuItem): string | null {
  if (item.type === 'view') return item.url ?? null;
  if (item.type === 'miniprogram') return item.pagepath ?? null;
  return item.key ?? null;
}
