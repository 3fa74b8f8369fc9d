import type { Problem } from '@qingniao/kernel';
import { describe, expect, it } from 'vitest';
import { type MenuColumn, type MenuItem, actingItems, checkMenu, eventKeyOf, menuTypes } from './menu-rules.ts';
import { menuGaps } from './menu-gaps.ts';
import { menuTemplates } from './menu-templates.ts';
import { compareMenus, fromButtons, toButtons } from './wire.ts';

const view = (name = '品牌', url = 'https://brand.example/'): MenuItem => ({ name, type: 'view', category: 'brand', url });
const column = (...items: MenuItem[]): MenuColumn => ({ name: '品牌', type: null, category: null, items });
const top = (item: MenuItem): MenuColumn => ({ ...item, items: [] });
/** The field a check refuses, or null. */
const refused = (columns: MenuColumn[], forWhat: 'draft' | 'publish' = 'publish'): string | null => {
  try {
    checkMenu(columns, forWhat);
    return null;
  } catch (problem) {
    return (problem as Problem).details.field ?? '?';
  }
};

describe('limits of official-account 7', () => {
  const many = (count: number) => Array.from({ length: count }, () => view());
  it.each([
    ['columns', [3, 4].map((n) => many(n).map(top)), 'columns'],
    ['items of a column', [5, 6].map((n) => [column(...many(n))]), 'columns.0.items'],
    ['bytes of a top name', [16, 17].map((n) => [top(view('a'.repeat(n)))]), 'columns.0.name'],
    ['bytes of an item name', [60, 61].map((n) => [column(view('a'.repeat(n)))]), 'columns.0.items.0.name'],
    ['bytes, not characters', [[top(view('一二三四五'))], [top(view('一二三四五六'))]], 'columns.0.name'],
    ['bytes of a key', [128, 129].map((n) => [top({ name: 'n', type: 'click', category: 'crm', key: 'k'.repeat(n) })]), 'columns.0.key'],
    ['bytes of an address', [1024, 1025].map((n) => [top(view('n', 'https://a.example/'.padEnd(n, 'p')))]), 'columns.0.url'],
  ] as [string, [MenuColumn[], MenuColumn[]], string][])('%s: the limit passes, one more does not', (_, [within, beyond], field) => {
    expect([refused(within), refused(beyond)]).toEqual([null, field]);
    expect(refused(beyond, 'draft')).toBe(field);
  });

  it('refuses an action beside items, and addresses of other kinds', () => {
    expect(refused([{ ...column(view()), type: 'view' }], 'draft')).toBe('columns.0.type');
    expect(refused([top(view('n', 'javascript:alert(1)'))], 'draft')).toBe('columns.0.url');
  });

  it('lets a draft have holes and names each one before publishing', () => {
    const holes: [MenuColumn[], string][] = [
      [[], 'columns'],
      [[column()], 'columns.0.type'],
      [[column(view(' '))], 'columns.0.items.0.name'],
      [[column({ ...view(), category: null })], 'columns.0.items.0.category'],
      [[column({ ...view(), url: null })], 'columns.0.items.0.url'],
      [[column({ ...view(), type: 'click' })], 'columns.0.items.0.key'],
      [[column({ name: 'n', type: 'miniprogram', category: 'ecommerce', appid: 'wx1', url: 'https://a.example' })], 'columns.0.items.0.pagepath'],
    ];
    for (const [columns, field] of holes) expect([refused(columns, 'draft'), refused(columns)]).toEqual([null, field]);
  });
});

describe('the platform’s form', () => {
  it('sends what a type needs and nothing else, and reads it back the same', () => {
    const full = { key: 'K', url: 'https://a.example', mediaId: 'M', articleId: 'A', appid: 'wx1', pagepath: 'p' };
    for (const [type, { needs }] of Object.entries(menuTypes)) {
      const columns = [column({ name: 'n', type: type as MenuItem['type'], category: 'crm', ...full })];
      const [button] = toButtons(columns)[0]!.sub_button!;
      expect(Object.keys(button!)).toHaveLength(2 + needs.length);
      expect(compareMenus(columns, fromButtons(toButtons(columns)))).toEqual([]);
    }
  });

  it('reads console-made menus, whose items are nested one level deeper', () => {
    expect(fromButtons([{ name: '关于', sub_button: { list: [{ type: 'view', name: '官网', url: 'https://a.example' }, { type: 'news', name: '文章', value: 'V' }] } }])).toMatchObject([
      { name: '关于', type: null, items: [{ name: '官网', type: 'view', url: 'https://a.example' }, { name: '文章', type: null }] },
    ]);
  });

  it('tells where two menus differ', () => {
    const ours = [column(view('一'), view('二')), top(view('三'))];
    const theirs = [column(view('一'), view('改'))];
    expect(compareMenus(ours, theirs).map(({ at, ours: left, theirs: right }) => [at, left?.name, right?.name])).toEqual([
      ['columns.0.items.1', '二', '改'],
      ['columns.1', '三', undefined],
    ]);
  });

  it('knows what a tap’s event will carry', () => {
    expect(eventKeyOf(view())).toBe('https://brand.example/');
    expect(eventKeyOf({ name: 'n', type: 'click', category: null, key: 'K', url: 'https://x.example' })).toBe('K');
    expect(eventKeyOf({ name: 'n', type: 'miniprogram', category: null, pagepath: 'pages/a', url: 'https://x.example' })).toBe('pages/a');
  });
});

describe('templates', () => {
  it.each(menuTemplates.map((template) => [template.id, template] as const))('%s is a valid start and complete once addresses are filled in', (_, { columns }) => {
    expect(refused(columns, 'draft')).toBeNull();
    const filled = columns.map((one) => ({ ...one, items: one.items.map((item) => (item.type === 'view' ? { ...item, url: 'https://brand.example/p' } : item)) }));
    expect(refused(filled)).toBeNull();
    const keys = new Set(actingItems(filled).flatMap(({ item }) => (item.type === 'click' ? [item.key!] : [])));
    expect(menuGaps(filled, keys)).toEqual([]);
  });
});

describe('gaps', () => {
  const codes = (columns: MenuColumn[], answered: string[] = []) => menuGaps(columns, new Set(answered)).map(({ code, at }) => (at ? `${code} ${at}` : code));
  it('names what a thin menu lacks', () => {
    expect(codes([top(view())])).toEqual(['few_columns', 'no_ecommerce', 'no_crm', 'no_shop', 'no_boutique', 'no_service']);
  });

  it('sees silent taps, cut names and addresses without https', () => {
    const columns = [
      column({ name: '联系客服', type: 'click', category: 'crm', key: 'S' }, view('一二三四五六七八九'), view('商城', 'http://a.example')),
      { ...column(view()), name: '品牌故事集' },
    ];
    expect(codes(columns)).toEqual(expect.arrayContaining(['no_reply columns.0.items.0', 'name_cut columns.0.items.1', 'not_https columns.0.items.2', 'name_cut columns.1']));
    expect(codes(columns, ['S'])).not.toContain('no_reply columns.0.items.0');
  });
});
