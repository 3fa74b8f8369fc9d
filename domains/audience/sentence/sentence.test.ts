import { describe, expect, it } from 'vitest';
import type { Period, Rule, RuleNode } from '../rule/types.ts';
import type { Names } from './names.ts';
import { linesOf, sentenceOf } from './sentence.ts';

const names: Names = {
  tag: (id) => ({ vip: 'VIP' })[id] ?? null,
  channel: (id) => ({ c1: '上海恒隆广场店' })[id] ?? null,
  account: () => 'Maison',
  segment: () => '门店新客',
  value: (property, value) => (property === 'channel_kind' && value === 'store' ? { zh: '门店', en: 'Boutique' } : property === 'menu_key' && value === 'BOUTIQUE' ? '门店查询' : null),
};
const said = (root: RuleNode) => sentenceOf({ version: 1, root } satisfies Rule, names);
const days = (n: number): Period => ({ type: 'last', n, unit: 'day' });

const asked: RuleNode = {
  type: 'all',
  nodes: [
    { type: 'profile', field: 'city', op: 'equals', value: '上海' },
    { type: 'event', event: { types: ['qr.scanned', 'follow'], where: [{ property: 'channel_kind', op: 'equals', value: 'store' }] }, period: days(90), count: { op: 'at_least', n: 1 } },
    { type: 'event', event: { types: ['menu.click'], where: [{ property: 'menu_key', op: 'in', values: ['BOUTIQUE'] }] }, period: days(30), count: { op: 'at_least', n: 2 } },
    { type: 'event', event: { types: ['card.paid'] }, period: days(365), count: { op: 'at_most', n: 0 } },
  ],
};

describe('a rule in words', () => {
  it('is one sentence in both languages, ids by their names', () => {
    expect(said(asked)).toEqual({
      zh: '所在城市为“上海”，且近 90 天内有“扫描带参二维码”或“关注”（渠道类型为“门店”），且近 30 天内有“点击菜单”（菜单项为“门店查询”）至少 2 次，且近 365 天内没有“卡券买单”的人。',
      en: 'People whose city is “上海”, and who scanned a QR code or followed (kind of channel “Boutique”) in the last 90 days, and who tapped the menu (menu item “门店查询”) at least twice in the last 30 days, and who never paid with a card in the last 365 days.',
    });
  });

  it('leaves proper names their capitals', () => {
    expect(said({ type: 'source', groups: ['search', 'ads'] }).en).toContain('came from search or WeChat ads');
  });

  it('keeps groups, negation and the edges of periods apart', () => {
    const node: RuleNode = {
      type: 'any',
      nodes: [
        { type: 'not', node: { type: 'tag', tagIds: ['vip', 'gone'] } },
        { type: 'all', nodes: [{ type: 'stage', stages: ['lead', 'prospect'] }, { type: 'channel', channelIds: ['c1'] }] },
        { type: 'moment', of: 'followed', period: { type: 'between', from: '2026-02-27T16:00:00Z', until: '2026-03-01T02:30:00Z' } },
      ],
    };
    expect(said(node)).toEqual({
      zh: '（不满足（带有标签“VIP”或“gone”），或（处于潜在客户或意向客户阶段，且最近一次关注来自渠道“上海恒隆广场店”），或2026年2月28日起、2026年3月1日 10:30之前最近一次关注）的人。',
      en: 'People (who are not among those who carry the tag “VIP” or “gone”, or (who are at the stage Lead or Prospect, and who last came through “上海恒隆广场店”), or who last followed from 28 Feb 2026 and before 1 Mar 2026, 10:30).',
    });
    expect(linesOf({ version: 1, root: node }, names)).toMatchObject({
      type: 'any', text: { zh: '满足任意一项', en: 'At least one of these' },
      lines: [{ type: 'not', text: { en: 'Not' }, lines: [{ text: { en: 'Carry the tag “VIP” or “gone”' } }] }, { type: 'all', lines: [{}, {}] }, { lines: [] }],
    });
  });

  it('reads as English where profile and behaviour stand in one group, and speaks of yuan', () => {
    const city: RuleNode = { type: 'profile', field: 'city', op: 'equals', value: '上海' };
    const paid: RuleNode = { type: 'event', event: { types: ['card.paid'], where: [{ property: 'amount', op: 'at_least', value: 123_450 }, { property: 'amount', op: 'less', value: 200_000_000 }] }, period: { type: 'ever' }, count: { op: 'at_least', n: 1 } };
    expect(said({ type: 'all', nodes: [{ type: 'not', node: city }, { type: 'any', nodes: [city, paid] }] })).toEqual({
      zh: '不满足（所在城市为“上海”），且（所在城市为“上海”，或曾有“卡券买单”（金额不少于 ¥1,234.50，金额小于 ¥2,000,000））的人。',
      en: 'People who are not among those whose city is “上海”, and (whose city is “上海”, or who paid with a card (amount at least ¥1,234.50, amount under ¥2,000,000) ever).',
    });
  });

  it('compares numbers and days', () => {
    const asked = (...nodes: RuleNode[]) => said({ type: 'all', nodes });
    expect(asked({ type: 'profile', field: 'birthday', op: 'coming', days: 7 }, { type: 'profile', field: 'birth_year', op: 'between', from: 1980, to: 1990 })).toEqual({
      zh: '生日在今天或之后 7 天内，且出生年份在 1980 至 1990 之间的人。', en: 'People whose birthday is today or within the next 7 days, and whose year of birth is from 1980 to 1990.',
    });
    expect(asked({ type: 'profile', field: 'anniversary', op: 'coming', days: 0 }, { type: 'profile', field: 'anniversary', op: 'before', value: '2020-02-29' }, { type: 'profile', field: 'birth_year', op: 'more', value: 1995 })).toEqual({
      zh: '今天是纪念日，且纪念日早于2020年2月29日，且出生年份大于 1995的人。', en: 'People whose anniversary is today, and whose anniversary is before 29 Feb 2020, and whose year of birth is over 1995.',
    });
  });

  it('shortens long lists and says how often, when for the first time, and in which order', () => {
    const links = ['l1', 'l2', 'l3', 'l4', 'l5', 'l6'];
    const clicked = { types: ['link.clicked' as const], where: [{ property: 'link_id', op: 'in' as const, values: links }] };
    expect(said({ type: 'event', event: clicked, period: { type: 'ever' }, count: { op: 'exactly', n: 3 } })).toEqual({
      zh: '曾有“点击追踪链接”（追踪链接为“l1”、“l2”、“l3”等 6 项之一）恰好 3 次的人。',
      en: 'People who clicked a tracked link (tracked link “l1”, “l2”, “l3” or 3 others) exactly 3 times ever.',
    });
    expect(said({ type: 'occurrence', which: 'first', event: { types: ['follow'] }, period: days(7) })).toEqual({
      zh: '首次“关注”发生在近 7 天内的人。', en: 'People who followed for the first time in the last 7 days.',
    });
    expect(said({ type: 'sequence', steps: [{ types: ['follow'] }, { types: ['menu.click'] }], within: { n: 1, unit: 'hour' }, period: days(1) })).toEqual({
      zh: '近 1 天内先有“关注”，再有“点击菜单”，首尾相隔不超过 1 小时的人。', en: 'People who followed, then tapped the menu, within 1 hour, in the last 1 day.',
    });
  });
});
