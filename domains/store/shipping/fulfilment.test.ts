import { expect, it } from 'vitest';
import { type Fulfilment, type FulfilmentEvent, fulfilments, hadLeftOf, leftToShip, nextFulfilment, shippingEvent } from './fulfilment.ts';
import { planUpload } from './plan-upload.ts';
import { describeGoods, maskContact } from './upload.ts';

it('an order goes from to ship to received and never back', () => {
  const events: FulfilmentEvent[] = ['left', 'all_left', 'received'];
  const moves = fulfilments.flatMap((from) => events.map((event): [Fulfilment, FulfilmentEvent, Fulfilment | null] => [from, event, nextFulfilment(from, event)])).filter(([, , to]) => to !== null);
  expect(moves).toEqual([
    ['to_ship', 'left', 'part_shipped'], ['to_ship', 'all_left', 'shipped'], ['part_shipped', 'left', 'part_shipped'], ['part_shipped', 'all_left', 'shipped'], ['shipped', 'received', 'received'],
  ]);
});

it('refunded units are not sent any more, and finish an order of which a parcel has left', () => {
  const line = (quantity: number, shipped: number, refundedUnsent: number, refundedSent = 0) => ({ position: 1, quantity, shipped, refundedUnsent, refundedSent });
  expect([line(3, 0, 0), line(3, 1, 1), line(3, 2, 1), line(3, 3, 1)].map(leftToShip)).toEqual([3, 1, 0, 0]);
  // What was sent and paid back leaves as much to send as before.
  expect([line(3, 1, 0, 1), line(3, 1, 1, 1)].map(leftToShip)).toEqual([2, 1]);
  expect([hadLeftOf(line(3, 1, 0), 2, 'unsent_first'), hadLeftOf(line(3, 1, 0), 3, 'unsent_first'), hadLeftOf(line(3, 1, 0), 2, 'sent_first'), hadLeftOf(line(3, 2, 0, 1), 2, 'sent_first')]).toEqual([0, 1, 1, 1]);
  expect(shippingEvent([line(3, 0, 3)])).toBeNull();
  expect(shippingEvent([line(2, 2, 0), line(1, 0, 0)])).toBe('left');
  expect(shippingEvent([line(2, 2, 0), line(1, 0, 1)])).toBe('all_left');
});

it('WeChat is told of parcels as they leave, once that all have, and takes one change after that', () => {
  const [a, b] = [{ id: 'a', isKnown: false }, { id: 'b', isKnown: false }];
  const known = { ...a, isKnown: true };
  const open = { finished: false, changed: false };
  const finished = { finished: true, changed: false };
  expect(planUpload([a], true, open)).toEqual({ kind: 'unified', parcels: [a], allDelivered: true, isChange: false });
  expect(planUpload([a], false, open)).toEqual({ kind: 'split', parcels: [a], allDelivered: false, isChange: false });
  expect(planUpload([known, b], true, open)).toEqual({ kind: 'split', parcels: [b], allDelivered: true, isChange: false });
  expect(planUpload([a, b], true, open)).toEqual({ kind: 'split', parcels: [a, b], allDelivered: true, isChange: false });
  expect(planUpload([known], false, open)).toEqual({ kind: 'nothing' });
  // The rest was refunded.
  expect(planUpload([known], true, open)).toEqual({ kind: 'split', parcels: [known], allDelivered: true, isChange: false });
  expect(planUpload([known], true, finished)).toEqual({ kind: 'nothing' });
  expect(planUpload([a], true, finished)).toMatchObject({ kind: 'unified', isChange: true });
  expect(planUpload([known, b], true, finished)).toMatchObject({ kind: 'split', parcels: [known, b], isChange: true });
  expect(planUpload([a], true, { finished: true, changed: true })).toEqual({ kind: 'change_used' });
});

it('goods are described within 120 characters, contacts keep their last four digits', () => {
  const names = new Map([[1, '手镯'], [2, '戒'.repeat(130)]]);
  expect(describeGoods([{ position: 1, units: 2 }], names)).toBe('手镯 × 2');
  const long = describeGoods([{ position: 1, units: 1 }, { position: 2, units: 1 }], names);
  expect([[...long].length, long.endsWith('…')]).toEqual([120, true]);
  expect([...describeGoods([{ position: 2, units: 1 }], new Map([[2, '戒'.repeat(120)]]))].length).toBe(120);
  expect([maskContact('13800138000'), maskContact('+86 138-0013-8000'), maskContact('12345678')]).toEqual(['138****8000', '86138****8000', '****5678']);
});
