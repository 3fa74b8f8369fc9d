import { describe, expect, it } from 'vitest';
import type { Elements } from '../elements.ts';
import { lint, linterRuleNames, linterRules, type LinterRuleName } from './linter.ts';

const none = new Set<LinterRuleName>();
const raises = (rule: LinterRuleName, title: string, elements: Elements) => lint({ title, elements }, none).some((finding) => finding.rule === rule);

describe('the six findings of W-41, each on both sides of its threshold', () => {
  it.each<[LinterRuleName, Parameters<typeof raises>[2], Parameters<typeof raises>[2]]>([
    ['teaser_normal', { purpose: 'normal', teaser: 'logo' }, { purpose: 'normal', teaser: 'celebrity' }],
    ['teaser_normal', { purpose: 'normal', teaser: 'model' }, { purpose: 'promotional', teaser: 'model' }],
    ['teaser_promotional', { purpose: 'promotional', teaser: 'product' }, { purpose: 'promotional', teaser: 'promotion' }],
    ['teaser_promotional', { purpose: 'promotional', teaser: 'celebrity' }, { purpose: 'normal', teaser: 'celebrity' }],
    ['mini_program_link', { link: 'none' }, { link: 'mini_program' }],
    ['plain_button', { button: 'animated' }, { button: 'standalone' }],
    ['early_call', { cta_screen: 4 }, { cta_screen: 3 }],
  ])('%s', (rule, bad, good) => {
    expect([raises(rule, '新包', bad), raises(rule, '新包', good), raises(rule, '新包', {})]).toEqual([true, false, false]);
  });

  it('a title of seven characters raises the hint, one of six does not; characters as people count them', () => {
    expect(['春夏新包到店', '春夏新包已到店', '春夏新包到店😀', '  春夏新包到店 '].map((title) => raises('short_title', title, {}))).toEqual([false, true, true, false]);
  });

  it('names its source and effect, and is silent where the brand switched it off', () => {
    const all: Elements = { purpose: 'normal', teaser: 'logo', link: 'none', button: 'animated', cta_screen: 8 };
    expect(lint({ title: '一只手袋的四十八道工序', elements: all }, none).map(({ rule, lift }) => [rule, lift])).toEqual(
      [['teaser_normal', 15], ['short_title', 23], ['mini_program_link', 361], ['plain_button', 38], ['early_call', 49]]);
    expect(linterRuleNames.every((name) => linterRules[name].source.en.includes('WeChat Luxury Index'))).toBe(true);
    expect(lint({ title: '一只手袋的四十八道工序', elements: all }, new Set(linterRuleNames))).toEqual([]);
  });
});
