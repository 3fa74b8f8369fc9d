import { expect, it } from 'vitest';
import { blankColumn, categoryCounts, moved, withItem, withNewItem, without } from './model.ts';

const menu = [
  { ...blankColumn('品牌'), type: null, items: [{ name: '故事', type: 'view' as const, category: 'brand' as const }, { name: '工艺', type: 'view' as const, category: null }] },
  { ...blankColumn('商城'), category: 'ecommerce' as const },
];

it('changes, moves and removes without touching what was there', () => {
  const before = JSON.stringify(menu);
  expect(withItem(menu, { column: 0, row: 1 }, { category: 'crm' })[0]?.items[1]?.category).toBe('crm');
  expect(moved(menu, { column: 0, row: 0 }, 1)[0]?.items.map(({ name }) => name)).toEqual(['工艺', '故事']);
  expect(moved(menu, { column: 0, row: null }, -1)).toEqual(menu);
  expect(without(menu, { column: 1, row: null })).toHaveLength(1);
  expect(JSON.stringify(menu)).toBe(before);
});

it('takes the action from a column that gets its first item', () => {
  expect(withNewItem(menu, 1, '订单')[1]).toMatchObject({ type: null, category: null, items: [{ name: '订单' }] });
});

it('counts categories over what can be tapped: the column with items is not', () => {
  expect(categoryCounts(menu)).toEqual({ brand: 1, ecommerce: 1, crm: 0, none: 1 });
});
