import { describe, expect, it } from 'vitest';
import { recount, type CountScope } from './count.ts';
import type { LedgerLine } from './ledger.ts';

const shanghai = (text: string): number => Date.parse(`${text}+08:00`);
const HOUR = 3_600_000;

const scope: CountScope = {
  from: shanghai('2026-02-01T00:00:00'), to: shanghai('2026-04-01T00:00:00'),
  months: [
    { key: '2026-02', from: shanghai('2026-02-01T00:00:00'), to: shanghai('2026-03-01T00:00:00') },
    { key: '2026-03', from: shanghai('2026-03-01T00:00:00'), to: shanghai('2026-04-01T00:00:00') },
  ],
  toSegment: (msgId) => msgId === '3',
  readBefore: () => shanghai('2026-04-01T00:00:00'),
};

const line = (at: string | number, type: string, rest: Partial<LedgerLine> = {}): LedgerLine =>
  ({ at: typeof at === 'number' ? at : shanghai(at), appid: 'wx1', type, ...rest });

function counted(lines: LedgerLine[], audiences: Record<string, string[]> = {}, more: Partial<CountScope> = {}) {
  const sorted = lines.sort((a, b) => a.at - b.at);
  const told = { lines: sorted, audiences: new Map(Object.entries(audiences).map(([id, openids]) => [id, new Set(openids)] as const)) };
  const rows = recount(told, { ...scope, ...more });
  return (metric: string, key = '') => {
    const row = rows.find((one) => one.metric === metric && one.key === key);
    return row ? [row.numerator, row.denominator] : null;
  };
}

const START = '2025-12-31T00:00:00';
const opening = (openid: string) => line(START, 'opening', { openid, source: 'ADD_SCENE_SEARCH' });
const follow = (at: string, openid: string, source: string) => line(at, 'follow', { openid, source });
const unfollow = (at: string | number, openid: string) => line(at, 'unfollow', { openid });

describe('follows', () => {
  const of = counted([
    opening('a'), opening('b'), opening('c'),
    follow('2026-01-31T23:59:59.999', 'before', 'ADD_SCENE_WECHAT_ADVERTISEMENT'),
    follow('2026-02-01T00:00:00', 'first', 'ADD_SCENE_WECHAT_ADVERTISEMENT'),
    follow('2026-02-10T10:00:00', 'x', 'ADD_SCENE_QR_CODE'), unfollow('2026-02-20T10:00:00', 'x'), follow('2026-02-21T10:00:00', 'x', 'ADD_SCENE_REPRINT'),
    unfollow('2026-03-31T23:59:59.500', 'first'), unfollow('2026-04-01T00:00:00', 'a'), unfollow('2026-01-15T10:00:00', 'b'),
  ]);

  it('belong to the period by their first second, each coming back again, the opening ones not at all', () => {
    expect(of('recruitment_sources', 'ads')).toEqual([1, 3]);
    expect(of('recruitment_sources', 'qr')).toEqual([1, 3]);
    expect(of('recruitment_sources', 'word_of_mouth')).toEqual([1, 3]);
    expect(of('paid_share')).toEqual([1, 3]);
  });

  it('churn when they are gone by the end, to the second', () => {
    expect(of('churn_by_source', 'ads')).toEqual([1, 1]);
    expect(of('churn_by_source', 'qr')).toEqual([1, 1]);
    expect(of('churn_by_source', 'word_of_mouth')).toEqual([0, 1]);
  });

  it('make the community: at the start a, c and one from January, at the end x beside them', () => {
    expect(of('community_growth')).toEqual([1, 3]);
    expect(of('active_followers')).toEqual([0, 5]);
  });
});

describe('actions', () => {
  const of = counted([
    opening('a'), opening('b'), opening('c'), opening('d'), unfollow('2026-02-15T00:00:00', 'd'),
    line('2026-02-28T23:59:59.999', 'menu', { openid: 'a', category: 'brand' }), line('2026-03-01T00:00:00', 'menu', { openid: 'a', category: 'crm' }),
    line('2026-03-02T00:00:00', 'menu', { openid: 'b' }), line('2026-02-03T00:00:00', 'message', { openid: 'd' }),
    line('2026-03-03T00:00:00', 'click', { openid: 'c', outside: true }), line('2026-04-01T00:00:00', 'scan', { openid: 'c' }),
    line('2026-03-04T00:00:00', 'position', { openid: 'c' }), line('2026-03-05T00:00:00', 'click', { openid: 'gone' }),
  ]);

  it('make people active: neither a click from outside nor a position, nor somebody who never followed', () => {
    expect(of('active_followers')).toEqual([3, 4]);
  });

  it('count by month with the followers at its end, and by source only among these', () => {
    expect(of('monthly_active_by_month', '2026-02')).toEqual([2, 3]);
    expect(of('monthly_active_by_month', '2026-03')).toEqual([3, 3]);
    expect(of('monthly_active')).toEqual([3, 3]);
    expect(of('monthly_active_by_source', 'search')).toEqual([2, 3]);
    expect(of('monthly_active_by_source', 'ads')).toBeNull();
  });

  it('divide by kind and taps by category', () => {
    expect(of('action_types', 'menu')).toEqual([3, 5]);
    expect(of('action_types', 'post')).toEqual([1, 5]);
    expect(of('action_types', 'scan')).toEqual([0, 5]);
    expect(of('menu_categories', 'none')).toEqual([1, 3]);
  });
});

describe('pushes', () => {
  const accepted = shanghai('2026-03-10T20:00:00');
  const mass = (msgId: string, at: number, to: 'everyone' | 'tag' | 'list', sent: number, articles = 1): LedgerLine =>
    line(at + 2000, 'mass', { source: msgId, accepted: at, to, sent, articles, dataId: `d${msgId}` });
  const read = (openid: string, msgid: string, at = accepted + HOUR, source = '公众号消息') => line(at, 'read', { openid, msgid, source });

  it('lose whom they reached within exactly 48 hours, once, not others', () => {
    const of = counted([
      opening('in'), opening('out'), opening('twice'), opening('other'), mass('1', accepted, 'everyone', 3), mass('2', accepted + HOUR, 'tag', 1),
      unfollow(accepted + 48 * HOUR + 999, 'in'), unfollow(accepted + 48 * HOUR + 1000, 'out'), unfollow(accepted + HOUR * 2, 'other'),
      unfollow(accepted, 'twice'), follow('2026-03-11T00:00:00', 'twice', 'ADD_SCENE_OTHERS'), unfollow('2026-03-11T01:00:00', 'twice'),
    ], { 1: ['in', 'out', 'twice'], 2: ['twice'] });
    expect(of('unfollow_after_push')).toEqual([3, 4]);
  });

  it('count readers from the message once an article, and what was done, as far as WeChat had told', () => {
    const of = counted([
      mass('1', accepted, 'everyone', 100, 2), mass('2', accepted, 'tag', 50), mass('3', accepted, 'list', 20), mass('4', scope.to, 'everyone', 999),
      read('a', 'd1_1'), read('a', 'd1_1'), read('b', 'd1_1'), read('a', 'd1_2'), read('c', 'd1_1', accepted, '朋友圈'), read('late', 'd1_1', scope.to),
      read('e', 'd2_1'), read('f', 'd3_1'), read('f', 'd4_1'),
      line(accepted, 'click', { openid: 'a', msgid: 'd1_1' }), line(scope.to, 'click', { openid: 'a', msgid: 'd1_2' }), line(accepted, 'click', { openid: 'b', msgid: 'd1_1', outside: true }),
      line(accepted, 'comment', { openid: 'a', msgid: 'd1_1' }), line(accepted, 'comment', { openid: 'e', msgid: 'd2_1' }),
      line(accepted, 'engage', { msgid: 'd1_1', share: 1, like: 2, zaikan: 3, favourite: 4 }), line(scope.to, 'engage', { msgid: 'd1_1', share: 9, like: 9, zaikan: 9, favourite: 9 }),
    ], { 1: [], 2: [], 3: [] });
    expect(of('post_engagement')).toEqual([14, 5]);
    expect(of('post_engagement_people')).toEqual([2, 5]);
    expect(of('post_actions', 'likes')).toEqual([5, 5]);
    expect(of('post_actions', 'anonymous_clicks')).toEqual([1, 5]);
    expect(of('segmented_engagement', 'segmented')).toEqual([1, 2]);
    expect(of('segmented_engagement', 'everyone')).toEqual([13, 3]);
    expect(of('open_rate')).toEqual([5, 270]);
    expect(of('open_rate_by_position', '1')).toEqual([4, 170]);
    expect(of('open_rate_by_position', '2')).toEqual([1, 100]);
    // A click and two comments happened in the period; nobody's name is on the rest.
    expect(of('action_types', 'post')).toEqual([13, 13]);
  });

  it('leave out those whose figures are not there', () => {
    const of = counted([mass('1', accepted, 'everyone', 100), read('a', 'd1_1')], { 1: [] }, { readBefore: () => null });
    expect(of('open_rate')).toEqual([0, 0]);
  });
});
