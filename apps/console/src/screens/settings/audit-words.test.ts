import { expect, it } from 'vitest';
import { nameIn } from './audit-words.ts';

it('calls what a line is about by its name, its title or its keywords, and by nothing where it has none', () => {
  expect(nameIn({ name: '上海恒隆广场店', title: 'x' })).toBe('上海恒隆广场店');
  expect(nameIn({ name: '', title: '节日限定' })).toBe('节日限定');
  expect(nameIn({ trigger: 'keyword', words: ['营业时间', 'opening hours'] })).toBe('营业时间 · opening hours');
  expect(nameIn({ trigger: 'welcome', words: [] })).toBeUndefined();
  expect(nameIn(null)).toBeUndefined();
});
