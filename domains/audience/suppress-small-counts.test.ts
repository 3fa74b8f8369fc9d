import { expect, it } from 'vitest';
import { safeHistory } from './suppress-small-counts.ts';

const at = Date.parse('2026-05-15T04:00:00Z');
const points = [
  { day: '2026-01-31', size: 40 }, { day: '2026-02-28', size: 44 }, { day: '2026-03-15', size: 45 }, { day: '2026-03-31', size: 60 },
  { day: '2026-04-30', size: 8 }, { day: '2026-05-14', size: 61 },
];

it('head office sees whole months whose sizes tell of nobody', () => {
  // February differs from January by four, March from January by twenty; eight people are too few.
  expect(safeHistory(points, 1000, at)).toEqual([
    { day: '2026-01-31', size: 40 }, { day: '2026-02-28', size: null }, { day: '2026-03-31', size: 60 }, { day: '2026-04-30', size: null },
  ]);
});
