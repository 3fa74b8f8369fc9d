import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Content, publish, scopeOf, testContent, type TestPush } from '../content/testing.ts';
import { compare } from './compare.ts';
import { contentLift } from './content-lift.ts';

let content: Content;
beforeAll(async () => {
  content = await testContent();
});
afterAll(() => content.close());

const at = (position: number, ...rates: number[]) => rates.map((rate) => ({ position, rate }));

it('compares the means of articles at the same positions, and says nothing of few', () => {
  // SciPy: ttest_ind(…, equal_var=False) has df 7.27456 and t(0.975) 2.34665; the error of the logarithm is sqrt(.00005/.14² + .000026/.104²).
  const found = compare(at(1, 0.12, 0.14, 0.16, 0.13, 0.15), at(1, 0.1, 0.11, 0.09, 0.1, 0.12));
  expect(found).toMatchObject({ with: { n: 5 }, without: { n: 5 }, verdict: 'higher' });
  expect(found.with.rate).toBeCloseTo(0.14, 10);
  expect(found.lift!.value).toBeCloseTo(0.14 / 0.104 - 1, 10);
  expect(found.lift!.low).toBeCloseTo(0.1411868, 6);
  expect(found.lift!.high).toBeCloseTo(0.5879347, 6);
  expect(compare(at(1, 0, 0, 0, 0, 0), at(1, 0.1, 0.11, 0.09, 0.1, 0.12))).toMatchObject({ with: { rate: 0 }, lift: null, verdict: 'none_shown' });
  expect(compare(at(1, 0.12, 0.14, 0.16, 0.13), at(1, 0.1, 0.11, 0.09, 0.1, 0.12)).verdict).toBe('too_few');

  // Lower places are opened less: a partner who writes for them is not worse for that.
  const others = [...at(1, 0.3, 0.31, 0.29, 0.3), ...at(2, 0.1, 0.11, 0.09, 0.1)];
  const second = compare(at(2, 0.1, 0.11, 0.09, 0.1, 0.1), others);
  expect(second).toMatchObject({ without: { n: 4 }, verdict: 'too_few' });
  const both = compare([...at(1, 0.3), ...at(2, 0.1, 0.11, 0.09, 0.1, 0.1)], others);
  // Nearly all of the group stands where there is one other to compare with.
  expect(compare([...at(1, ...Array<number>(20).fill(0.3)), ...at(2, 0.1)], [...at(1, 0.2), ...at(2, 0.1, 0.1, 0.1, 0.1, 0.2)]).verdict).toBe('too_few');
  expect(both.verdict).toBe('none_shown');
  expect(both.lift!.value).toBeCloseTo(0, 10);
});

it('takes opens, engagement and who left from the pushes that carried a partner’s articles', async () => {
  const { db } = content;
  await db.query(`insert into content_partner (brand_id, id, name, note, created_at) values (1, 'vice', 'VICE', '', now()), (1, 'idle', 'Idle', '', now())`);
  await db.query(`insert into article (brand_id, id, version, content_type, partner_id, created_by, created_at, changed_at) values (1, 'film', 1, 'video', 'vice', 'u', now(), now()), (1, 'own', 1, 'graphic', null, 'u', now(), now())`);
  const pushes = Array.from({ length: 10 }, (_, n): TestPush => ({
    id: `p${n}`, asset: 'oa', at: new Date(Date.UTC(2025, 5, 1 + n, 2)), delivered: 1000,
    // The even ones lead with the partner's film; what stands second is the brand's own in all of them.
    articles: [{ readers: [n % 2 === 0 ? 140 + n : 100 + n], shares: 7 }, { readers: [30 + n] }],
  }));
  await publish(content, pushes);
  await db.query(`update push_article set article_id = case when position = 1 and substr(push_id, 2)::int % 2 = 0 then 'film' else 'own' end where brand_id = 1`);
  const events = (n: number, people: number) => Array.from({ length: 40 }, (_, who) => who + 1).flatMap((who) => {
    const base = { brand_id: 1, contact_id: n * 100 + who, asset_id: 'oa', props: '{}' };
    const started = pushes[n]!.at;
    const left = new Date(started.getTime() + 3_600_000);
    return [
      { ...base, event_id: n * 1000 + who, type: 'push.targeted', at: started, received_at: started, push_id: `p${n}`, variant_id: '1' },
      ...(who <= people ? [{ ...base, event_id: n * 1000 + 500 + who, type: 'unfollow', at: left, received_at: left, push_id: '' }] : []),
    ];
  });
  await content.stores.warehouse.insert('events', pushes.flatMap((_, n) => events(n, n % 2 === 0 ? 4 + n % 3 : 20 + n % 3)));

  const { partners: [vice, ...more], types } = await contentLift({ brand: db, warehouse: content.stores.warehouse }, scopeOf('2025-06-01', '2025-06-30'));
  expect(more).toEqual([]);
  expect(vice).toMatchObject({ partnerId: 'vice', name: 'VICE' });
  const { opens, engaged, lost } = vice!.measures;
  // Second articles are at a position the partner never had.
  expect(opens).toMatchObject({ with: { n: 5 }, without: { n: 5 }, verdict: 'higher' });
  expect(opens.lift!.value).toBeCloseTo(144 / 105 - 1, 6);
  expect(engaged).toMatchObject({ with: { n: 5 }, verdict: 'lower' });
  expect(lost).toMatchObject({ with: { n: 5 }, without: { n: 5 }, verdict: 'lower' });
  // The films are the only videos, and every push carries something that is none.
  expect(types.map(({ contentType }) => contentType)).toEqual(['graphic', 'video']);
  expect(types[1]!.measures).toEqual(vice!.measures);
  expect(types[0]!.measures.opens).toMatchObject({ with: { n: 5 }, without: { n: 5 }, verdict: 'lower' });
  expect(types[0]!.measures.lost.verdict).toBe('too_few');
  const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  expect(lost.with.rate).toBeCloseTo(mean([0, 2, 4, 6, 8].map((n) => (4 + n % 3) / 1000)), 10);
});
