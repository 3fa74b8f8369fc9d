import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planCalls } from './plan-calls.ts';

const everyone = { kind: 'everyone' } as const;

describe('planCalls', () => {
  it('costs one call when WeChat itself knows the audience', () => {
    expect(planCalls(everyone, 5_000_000, 0)).toEqual({ route: 'sendall', sizes: [5_000_000] });
    expect(planCalls({ kind: 'tag', tagId: 100 }, 12, 0)).toEqual({ route: 'sendall', sizes: [12] });
  });

  it('lists openids as soon as one person had to be taken out', () => {
    expect(planCalls(everyone, 10_000, 1)).toEqual({ route: 'send', sizes: [10_000] });
  });

  it('never leaves a last call of one openid', () => {
    expect(planCalls(everyone, 10_001, 1).sizes).toEqual([9_999, 2]);
    expect(planCalls(everyone, 10_002, 1).sizes).toEqual([10_000, 2]);
  });

  it('covers everybody once, within the platform’s bounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300_000 }), (people) => {
        const { sizes } = planCalls({ kind: 'contacts', contactIds: [] }, people, 0);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(people);
        for (const size of sizes) expect(size).toBeGreaterThanOrEqual(2), expect(size).toBeLessThanOrEqual(10_000);
      }),
    );
  });
});
