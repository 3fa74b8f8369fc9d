import { describe, expect, it } from 'vitest';
import { fresh, isComplete, lackOf, negated, rooted, type Kind, type RuleNode } from './rule.ts';

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

  it('says of every condition what is still to be done about it', () => {
    const lacks = (node: RuleNode) => [lackOf(node), isComplete(node)];
    expect(Object.fromEntries((Object.keys(fresh) as Kind[]).map((kind) => [kind, lackOf(fresh[kind]())]))).toEqual({
      profile: 'value', stage: 'choice', source: 'choice', channel: 'choice', tag: 'choice', segment: 'segment',
      event: 'event', occurrence: 'event', sequence: 'step', group: 'conditions', follows: null, moment: null, consent: null,
    });
    const moment = (from: string, until: string): RuleNode => ({ ...fresh.moment(), period: { type: 'between', from, until } });
    // The server would refuse it, and name it by its path.
    expect(lacks(moment('2026-03-02T00:00:00.000Z', '2026-03-01T00:00:00.000Z'))).toEqual(['edges', false]);
    expect(lacks(moment('2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z'))).toEqual([null, true]);
    expect(lacks({ type: 'profile', field: 'birth_year', op: 'between', from: 1990, to: 1980 })).toEqual(['order', false]);
    expect(lacks({ type: 'not', node: fresh.tag() })).toEqual(['choice', false]);
    // A group that has conditions says nothing itself of what they lack.
    expect(lacks({ type: 'any', nodes: [fresh.tag()] })).toEqual([null, false]);
  });

  it('is negated and back, and shown as a group', () => {
    const tag: RuleNode = { type: 'tag', tagIds: ['a'] };
    expect(negated(negated(tag))).toBe(tag);
    expect(rooted(tag)).toEqual({ type: 'all', nodes: [tag] });
    expect(rooted({ type: 'any', nodes: [tag] })).toEqual({ type: 'any', nodes: [tag] });
  });
});
