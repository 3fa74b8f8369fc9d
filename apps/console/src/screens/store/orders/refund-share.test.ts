import { expect, it } from 'vitest';
import type { Order } from '../queries.ts';
import { leftOf, refundOf } from './refund-share.ts';

const line = { position: 1, quantity: 3, payFen: 10_000 };
const refund = (units: number, fen: number, state: Order['refunds'][number]['state'] = 'succeeded', withheldFen = 0): Order['refunds'][number] => ({
  id: String(units), fen, reason: '', state, requestedAt: '', endedAt: null, refusal: null, endedBy: null, stuck: false, lines: [{ position: 1, units, fen, withheldFen }, { position: 2, units: 9, fen: 9, withheldFen: 0 }],
});

it('gives a line back unit by unit to the last fen', () => {
  const refunds: Order['refunds'] = [];
  for (const expected of [3_333, 3_333, 3_334]) {
    const fen = refundOf({ refunds }, line, 1);
    expect(fen).toBe(expected);
    refunds.push(refund(1, fen));
  }
  expect([leftOf({ refunds }, line), refundOf({ refunds }, line, 0)]).toEqual([0, 0]);
});

it('counts what is on its way, and not what was closed', () => {
  expect(leftOf({ refunds: [refund(2, 6_666, 'processing')] }, line)).toBe(1);
  expect(leftOf({ refunds: [refund(2, 6_666, 'closed')] }, line)).toBe(3);
});

it('does not give back later what was withheld', () => {
  expect(refundOf({ refunds: [refund(2, 5_000, 'succeeded', 1_666)] }, line, 1)).toBe(3_334);
});
