import { expect, it } from 'vitest';
import { points, share } from '../../lib/format.ts';
import { cardGap, placementRates } from './placement-rates.ts';

const rates = (more: number, card: number) => placementRates([
  { placement: 'read_more', clickers: more, readers: 10_000 }, { placement: 'mp_card', clickers: card, readers: 10_000 },
]);

it('shows the published click-through inside its band, and the gap in points and times (K-01, K-02)', () => {
  const [more, card] = rates(2_000, 3_690);
  expect([share(more!.ctr!), share(card!.ctr!)]).toEqual(['20.0\u202F%', '36.9\u202F%']);
  for (const { ctr, band } of [more!, card!]) expect(ctr! >= band!.from && ctr! <= band!.to).toBe(true);
  expect(points(cardGap(rates(2_000, 3_690))!.gap)).toBe('+16.9\u202Fpt');
  expect([1_500, 2_500].map((least) => cardGap(rates(least, 3_690))!.times.toFixed(2))).toEqual(['2.46', '1.48']);
  expect(cardGap(rates(0, 3_690))).toBeNull();
  expect(placementRates([{ placement: 'inline_link', clickers: null, readers: 10 }, { placement: 'inline_link', clickers: 1, readers: 0 }]).map(({ ctr }) => ctr)).toEqual([null, null]);
});
