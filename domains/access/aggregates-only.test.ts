import { followClock } from '@qingniao/kernel';
import { afterAll, describe, expect, it } from 'vitest';
import { checkMonths, hideEnough, hideInAll, isFew } from './aggregates-only.ts';
import { permissionsOf, type Role } from './permissions.ts';

const restore = followClock(() => Date.parse('2024-02-29T15:59:59Z'));
afterAll(restore);

it.each([[0, false], [1, true], [9, true], [10, false], [-9, true], [-10, false], [null, false]])('%s people are few: %s', (count, few) => {
  expect(isFew(count)).toBe(few);
});

describe('parts of one whole', () => {
  const hiding = (parts: Record<string, number>, ...hidden: string[]) => {
    const all = new Set(hidden);
    hideEnough(Object.entries(parts).map(([key, people]) => ({ key, people })), all);
    return [...all];
  };
  it('two are hidden, and ten people', () => {
    expect(hiding({ a: 4, b: 30, c: 20 }, 'a')).toEqual(['a', 'c']);
    expect(hiding({ a: 4, b: 5, c: 20, d: 30 }, 'a', 'b')).toEqual(['a', 'b', 'c']);
    expect(hiding({ a: 4, b: 6, c: 20 }, 'a', 'b')).toEqual(['a', 'b']);
  });
  it('what more would have to go with is hidden last', () => {
    const hidden = new Set(['a']);
    hideEnough([{ key: 'a', people: 4 }, { key: 'b', people: 12, last: true }, { key: 'c', people: 40 }], hidden);
    expect([...hidden]).toEqual(['a', 'c']);
  });
  it('nothing is hidden for nothing, nor a part nobody is in', () => {
    expect(hiding({ a: 40, b: 30 })).toEqual([]);
    expect(hiding({ a: 4, b: 0 }, 'a')).toEqual(['a']);
  });
  it('in rows and columns at once', () => {
    const row = (...people: number[]) => people.map((n, index) => ({ key: `${people[0]}${index}`, people: n }));
    const [first, second] = [row(3, 50, 60), row(40, 70, 20)];
    const columns = first.map((part, index) => [part, second[index]!]);
    const hidden = hideInAll([first, second, ...columns], ['30']);
    for (const whole of [first, second, ...columns]) expect(whole.filter(({ key }) => hidden.has(key)).length).not.toBe(1);
  });
});

describe('periods', () => {
  const asks = (role: Role, from: string, to: string) => () => checkMonths({ roles: [role], permissions: permissionsOf([role]) }, { from, to });
  it('of head office are whole months that have ended', () => {
    expect(asks('head_office', '2023-02-01', '2024-01-31')).not.toThrow();
    for (const [from, to] of [['2024-01-02', '2024-01-31'], ['2024-01-01', '2024-01-30'], ['2024-02-01', '2024-02-29'], ['2024-01-31', '2024-01-31']] as const)
      expect(asks('head_office', from, to)).toThrow(/whole months/);
    expect(asks('viewer', '2024-01-02', '2024-01-03')).not.toThrow();
  });
});
