import { describe, expect, it } from 'vitest';
import { checkRule } from './check.ts';
import { limits } from './schema.ts';
import type { EventNode, RuleNode } from './types.ts';

const ofRule = (root: unknown) => ({ version: 1, root });
const tapped = (more: Partial<EventNode> = {}): EventNode =>
  ({ type: 'event', event: { types: ['menu.click'] }, period: { type: 'ever' }, count: { op: 'at_least', n: 1 }, ...more });
const nested = (depth: number): RuleNode => (depth === 1 ? tapped() : { type: 'not', node: nested(depth - 1) });

describe('a rule that is wrong names the place', () => {
  it.each<[string, unknown, string]>([
    ['not a rule', 'everybody', 'version'],
    ['of another version', { version: 2, root: tapped() }, 'version'],
    ['without a root', { version: 1 }, 'root.type'],
    ['an unknown condition', ofRule({ type: 'all', nodes: [tapped(), { type: 'moon' }] }), 'root.nodes.1.type'],
    ['an empty group', ofRule({ type: 'any', nodes: [] }), 'root.nodes'],
    ['an unknown event', ofRule({ type: 'not', node: tapped({ event: { types: ['menu.dance' as 'menu.click'] } }) }), 'root.node.event.types.0'],
    ['a sealed field', ofRule({ type: 'profile', field: 'phone', op: 'filled' }), 'root.field'],
    ['a choice that is none', ofRule({ type: 'profile', field: 'gender', op: 'in', values: ['female', 'cat'] }), 'root'],
    ['words in a field of choices', ofRule({ type: 'profile', field: 'gender', op: 'contains', value: 'fe' }), 'root.op'],
    ['a number in a field of words', ofRule({ type: 'profile', field: 'city', op: 'less', value: 3 }), 'root.op'],
    ['words in a field of numbers', ofRule({ type: 'profile', field: 'birth_year', op: 'equals', value: '1990' }), 'root.op'],
    ['the year of a sealed date', ofRule({ type: 'profile', field: 'birthday', op: 'before', value: '1990-01-01' }), 'root.op'],
    ['a day that is none', ofRule({ type: 'profile', field: 'anniversary', op: 'before', value: '2026-02-30' }), 'root.value'],
    ['numbers for a date', ofRule({ type: 'profile', field: 'anniversary', op: 'between', from: 1, to: 2 }), 'root'],
    ['days that end before they begin', ofRule({ type: 'profile', field: 'anniversary', op: 'between', from: '2026-03-02', to: '2026-03-01' }), 'root'],
    ['more days ahead than are told apart', ofRule({ type: 'profile', field: 'birthday', op: 'coming', days: limits.comingDays + 1 }), 'root.days'],
    ['a period that ends before it begins', ofRule(tapped({ period: { type: 'between', from: '2026-03-02T00:00:00Z', until: '2026-03-02T00:00:00Z' } })), 'root.period'],
    ['a period without edges', ofRule(tapped({ period: { type: 'between' } })), 'root.period'],
    ['a count below nothing', ofRule(tapped({ count: { op: 'at_most', n: -1 } })), 'root.count.n'],
    ['a channel compared as a number', ofRule(tapped({ event: { types: ['qr.scanned'], where: [{ property: 'channel_id', op: 'more', value: 1 }] } })), 'root.event.where.0'],
    ['a key nobody knows', ofRule({ ...tapped(), colour: 'red' }), 'root.colour'],
    ['too deep', ofRule(nested(limits.depth + 1)), `root${'.node'.repeat(limits.depth)}`],
    ['too long', ofRule(tapped({ period: { type: 'last', n: 3661, unit: 'day' } })), 'root.period'],
  ])('%s', (_what, rule, field) => {
    let thrown: { code?: string; text?: { zh: string; en: string }; details?: { field?: string } } = {};
    try {
      checkRule(rule);
    } catch (error) {
      thrown = error as typeof thrown;
    }
    expect(thrown).toMatchObject({ code: 'invalid_rule', details: { field } });
    expect(thrown.text!.zh).toContain(field);
    expect(thrown.text!.en).toContain(field);
  });
});

it('takes a rule to its very limits', () => {
  const widest = { type: 'all' as const, nodes: Array.from({ length: limits.nodes - 1 }, () => tapped()) };
  expect(checkRule(ofRule(widest))).toEqual(ofRule(widest));
  expect(() => checkRule(ofRule({ type: 'all', nodes: [...widest.nodes, tapped()] }))).toThrow();
  expect(() => checkRule(ofRule(nested(limits.depth)))).not.toThrow();
  expect(() => checkRule(ofRule(tapped({ period: { type: 'last', n: 3660, unit: 'day' } })))).not.toThrow();
});
