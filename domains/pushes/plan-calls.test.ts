import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listSizes, planCalls } from './plan-calls.ts';

const reached = (people: number, change = {}) => ({ variant: 1, people, isEveryone: false, tagId: null, ...change });
const routes = (...[one, ...rest]: Parameters<typeof planCalls>) => planCalls(one, ...rest).map(({ route, tagId, sizes }) => ({ route, tagId, sizes }));

describe('planCalls', () => {
  it('costs one call where everybody or a tag means exactly these people', () => {
    expect(routes([reached(5_000_000, { isEveryone: true })], null, 4, true)).toEqual([{ route: 'everyone', tagId: null, sizes: [5_000_000] }]);
    expect(routes([reached(10_001, { tagId: 7 })], null, 4, true)).toEqual([{ route: 'tag', tagId: 7, sizes: [10_001] }]);
  });

  it('prefers one list to a tag, since a list can be narrowed until it goes, unless the push was addressed to the tag', () => {
    expect(routes([reached(10_000, { tagId: 7 })], null, 4, true)).toMatchObject([{ route: 'list', sizes: [10_000] }]);
    expect(routes([reached(10_000, { tagId: 7 })], 7, 4, true)).toMatchObject([{ route: 'tag', sizes: [10_000] }]);
    expect(routes([reached(12, { tagId: 7 })], null, null, false)).toMatchObject([{ route: 'tag' }]);
  });

  it('lists everybody when the account has no send to everybody left this month', () => {
    expect(routes([reached(25_000, { isEveryone: true })], null, 1, true)).toMatchObject([{ route: 'everyone' }]);
    expect(routes([reached(25_000, { isEveryone: true })], null, 0, true)).toMatchObject([{ route: 'list', sizes: [10_000, 10_000, 5_000] }]);
  });

  it('never leaves a last call of one openid', () => {
    expect(listSizes(10_001)).toEqual([9_999, 2]);
    expect(listSizes(10_002)).toEqual([10_000, 2]);
  });

  it('covers everybody once, within the platform’s bounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300_000 }), (people) => {
        const sizes = listSizes(people);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(people);
        for (const size of sizes) expect(size).toBeGreaterThanOrEqual(2), expect(size).toBeLessThanOrEqual(10_000);
      }),
    );
  });
});
