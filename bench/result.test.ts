import { expect, it } from 'vitest';
import { below, beside, table, within } from './result.ts';

const measured = { name: 'b', size: 10, unit: 'messages/s', peer: 'other' };

it('holds at the target and not just below it', () => {
  expect(beside({ ...measured, value: 150, peerValue: 100 }, 1.5)).toMatchObject({ ratio: 1.5, target: '≥ 1.5×', holds: true });
  expect(beside({ ...measured, value: 149.9, peerValue: 100 }, 1.5)).toMatchObject({ ratio: 1.5, holds: false });
  expect(below({ ...measured, value: 2, peerValue: 40 }, 20)).toMatchObject({ value: 2, peerValue: 40, ratio: 20, target: '≥ 20×', holds: true });
  expect(below({ ...measured, value: 2.01, peerValue: 40 }, 20).holds).toBe(false);
  expect(within({ name: 'b', size: 1, value: 50, unit: 'ms p99' }, 50)).toMatchObject({ target: '≤ 50 ms', holds: true, peer: null });
  expect(within({ name: 'b', size: 1, value: 50.01, unit: 'ms p99' }, 50).holds).toBe(false);
});

it('says how cost grew between the sizes of one bench', () => {
  const rows = [beside({ ...measured, value: 100, peerValue: 50 }, 1.5), beside({ ...measured, size: 40, value: 90, peerValue: 50 }, 1.5)];
  expect(table(rows)).toContain('b (messages/s): size × 4, value × 0.9');
});
