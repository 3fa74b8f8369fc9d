import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStores } from '@qingniao/storage/testing';
import { armNumberSql, assignArm, isBelowSql, lowerBounds, shareBound, splitPoint, splitSeed } from './split.ts';

const KEY = 'a brand’s key';
let opened: Awaited<ReturnType<typeof testStores>>;
beforeAll(async () => {
  opened = await testStores();
});
afterAll(() => opened.close());

describe('the split', () => {
  it('is SHA-256 of an HMAC and the person, as python3 hmac and hashlib compute it', () => {
    expect(splitSeed(KEY, 'teaser-1').toString('hex')).toBe('c923e1cba4e65fc610d8f2f1bb48e39d9223ef6e8a47b4ffe107a521fa20854e');
    expect(splitPoint(splitSeed(KEY, 'teaser-1'), 1)).toBe(0.463639104008863);
    expect(splitPoint(splitSeed(KEY, 'teaser-1'), 9_007_199_254_740_991)).toBe(0.6757028393218714);
  });

  it('is the same in PostgreSQL, at the very edge of an arm too', async () => {
    const seed = splitSeed(KEY, 'teaser-2');
    const edge = splitPoint(seed, 7);
    for (const shares of [[0.45, 0.45, 0.1], [1 / 3, 1 / 3, 1 / 3], [edge, 1 - edge], [edge + 2 ** -52, 1 - edge - 2 ** -52], [1, 5e-10]]) {
      const rows = await opened.stores.database.system.query<{ id: number; arm: number }>(
        `select id, ${armNumberSql('id', '$1::bytea', '$2::bytea[]')} as arm
           from (select generate_series(1, 5000)::bigint as id union all select 9007199254740991) people`,
        [seed, lowerBounds(shares).map(shareBound)],
      );
      expect(rows).toHaveLength(5001);
      expect(rows.filter(({ id, arm }) => arm - 1 !== assignArm(KEY, 'teaser-2', id, shares))).toEqual([]);
    }
  });

  it('tells who stands below a share as the points do, at the very edge too', async () => {
    const seed = splitSeed(KEY, 'holdout');
    const edge = splitPoint(seed, 7);
    for (const share of [0.05, 1 / 3, edge, edge + 2 ** -52]) {
      const rows = await opened.stores.database.system.query<{ id: number; below: boolean }>(
        `select id, ${isBelowSql('id', '$1::bytea', '$2::bytea')} as below from generate_series(1::bigint, 5000) as id`,
        [seed, shareBound(share)],
      );
      expect(rows.filter(({ id, below }) => below !== (splitPoint(seed, id) < share))).toEqual([]);
    }
  });

  it('gives each arm its share, and two experiments have nothing to do with each other', () => {
    const people = Array.from({ length: 40_000 }, (_, index) => index + 1);
    const counts = [[0, 0], [0, 0]];
    for (const person of people) counts[assignArm(KEY, 'one', person, [0.5, 0.5])]![assignArm(KEY, 'two', person, [0.5, 0.5])]! += 1;
    // 10,000 expected in each cell; five standard deviations are 433.
    for (const count of counts.flat()) expect(Math.abs(count - 10_000)).toBeLessThan(433);
  });

  it('refuses shares that are no split', () => {
    expect(lowerBounds([0.25, 0.25, 0.5])).toEqual([0, 0.25, 0.5]);
    expect(lowerBounds(Array.from({ length: 10 }, () => 0.1))).toHaveLength(10);
    expect(() => lowerBounds([0.5, 0.4])).toThrow('add up to 0.9');
    expect(() => lowerBounds([1, 0])).toThrow('above 0');
  });
});
