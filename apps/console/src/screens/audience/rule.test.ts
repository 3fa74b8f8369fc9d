import { describe, expect, it } from 'vitest';
import { fresh, isComplete, negated, rooted, type Kind, type RuleNode } from './rule.ts';

describe('a rule being built', () => {
  it('is asked about only when everything is filled in', () => {
    const startsComplete = new Set<Kind>(['follows', 'moment', 'consent']);
    for (const kind of Object.keys(fresh) as Kind[]) expect([kind, isComplete(fresh[kind]())]).toEqual([kind, startsComplete.has(kind)]);
    const tapped = { ...fresh.event(), event: { types: ['menu.click'] } };
    expect(isComplete(tapped)).toBe(true);
    expect(isComplete({ ...tapped, period: { type: 'between' } })).toBe(false);
    expect(isComplete({ ...tapped, event: { types: ['menu.click'], where: [{ property: 'menu_key', op: 'in', values: [] }] } })).toBe(false);
    expect(isComplete({ ...tapped, event: { types: ['menu.click'], where: [{ property: 'amount', op: 'at_least', value: 0 }] } })).toBe(true);
    const days = (from: string | null, to: string | null): RuleNode => ({ type: 'profile', field: 'anniversary', op: 'between', from, to });
    expect([days('2026-01-01', null), days('2026-01-02', '2026-01-01'), days('2026-01-01', '2026-01-01')].map(isComplete)).toEqual([false, false, true]);
    expect([null, 0].map((value) => isComplete({ type: 'profile', field: 'birth_year', op: 'at_least', value }))).toEqual([false, true]);
    expect(isComplete({ type: 'all', nodes: [tapped, { type: 'not', node: fresh.tag() }] })).toBe(false);
    expect(isComplete({ type: 'all', nodes: [] })).toBe(false);
  });

  it('is negated and back, and shown as a group', () => {
    const tag: RuleNode = { type: 'tag', tagIds: ['a'] };
    expect(negated(negated(tag))).toBe(tag);
    expect(rooted(tag)).toEqual({ type: 'all', nodes: [tag] });
    expect(rooted({ type: 'any', nodes: [tag] })).toEqual({ type: 'any', nodes: [tag] });
  });
});
