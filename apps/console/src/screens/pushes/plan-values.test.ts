import { describe, expect, it } from 'vitest';
import { blankPlan, bodyOf, valuesOf, withArm, withEvenShares, type GroupValue } from './plan-values.ts';
import type { PushDetail } from './queries.ts';

const group: GroupValue = { segmentId: 's1', arms: [{ share: 100, holdout: false, articles: [{ title: 'A', content: 'x' }] }] };

describe('the plan form', () => {
  it('splits a segment evenly, and a holdout takes a tenth and no articles', () => {
    const tested = withArm(withArm(group, true), false);
    expect(tested.arms.map(({ share, holdout }) => [share, holdout])).toEqual([[45, false], [45, false], [10, true]]);
    expect(tested.arms[1]!.articles).toEqual([{ title: 'A', content: 'x' }]);
    expect(tested.arms[1]!.articles).not.toBe(tested.arms[0]!.articles);
    expect(withEvenShares([1, 2, 3].map(() => ({ share: 0, holdout: false, articles: [] }))).map(({ share }) => share)).toEqual([33.4, 33.3, 33.3]);
  });

  it('gives the API variants in order, and reads them back', () => {
    const values = { ...blankPlan, assetId: 'a', title: 'T', groups: [withArm(withArm(group, true), false), { segmentId: null, arms: [{ share: 100, holdout: false, articles: [{ title: 'B', content: 'y', articleId: 'lib' }] }] }] };
    const { variants } = bodyOf(values, null);
    expect(variants).toMatchObject([
      { segmentId: 's1', arm: 'a', share: 0.45, articles: [{ title: 'A' }] }, { segmentId: 's1', arm: 'b', share: 0.45 }, { segmentId: 's1', arm: 'holdout', share: 0.1, articles: [] },
      { segmentId: null, arm: '', share: 1, articles: [{ articleId: 'lib' }] },
    ]);
    const saved = {
      ...values, audience: { kind: 'everyone' }, variants: variants!.map((variant, index) => ({ ...variant, name: '', number: index + 1 })),
      articles: [{ variant: 1, title: 'A' }, { variant: 2, title: 'A' }, { variant: 4, title: 'B', articleId: 'lib' }],
    } as unknown as PushDetail;
    expect(valuesOf(saved).groups.map(({ segmentId, arms }) => [segmentId, arms.map(({ share, holdout, articles }) => [share, holdout, articles.length])])).toEqual([
      ['s1', [[45, false, 1], [45, false, 1], [10, true, 0]]], [null, [[100, false, 1]]],
    ]);
  });
});
