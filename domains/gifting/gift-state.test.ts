import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expiryOf, type GiftState, type GiftStep, giftStates, isOver, nextState, reminderOf } from './gift-state.ts';

const steps: GiftStep[] = ['paid_for_link', 'paid_for_address', 'accepted', 'refused', 'expired', 'refunded', 'cancelled', 'reopened'];

describe('the states of a gift (W-50)', () => {
  it('every step is for the states that have it and for no other', () => {
    const allowed = giftStates.flatMap((from) => steps.flatMap((step) => (nextState(from, step) === null ? [] : [`${from} ${step} ${nextState(from, step)}`])));
    expect(allowed).toEqual([
      'unpaid paid_for_link waiting', 'unpaid paid_for_address addressed', 'unpaid cancelled cancelled',
      'waiting accepted addressed', 'waiting refused returned', 'waiting expired returned', 'waiting refunded returned',
      'addressed refunded returned', 'addressed reopened waiting', 'cancelled paid_for_link waiting', 'cancelled paid_for_address addressed',
    ]);
  });

  it('whatever happens, nobody accepts twice unless it waits again, nothing is accepted before it is paid, and what went back stays back', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 30 }), (happening) => {
      let state: GiftState = 'unpaid';
      const taken: GiftStep[] = [];
      for (const step of happening) {
        const next = nextState(state, step);
        if (next === null) continue;
        expect(state).not.toBe('returned');
        taken.push(step);
        state = next;
      }
      const times = (of: GiftStep) => taken.filter((step) => step === of).length;
      expect(times('accepted')).toBeLessThan(2 + times('reopened'));
      const accepted = taken.indexOf('accepted');
      if (accepted >= 0) expect(taken.slice(0, accepted).some((step) => step === 'paid_for_link' || step === 'reopened')).toBe(true);
    }));
  });

  it('a link is good until the last millisecond before its end', () => {
    const end = expiryOf(new Date('2026-08-19T12:00:00Z'), 3);
    expect(end.toISOString()).toBe('2026-08-22T12:00:00.000Z');
    expect([isOver(end, end.getTime() - 1), isOver(end, end.getTime())]).toEqual([false, true]);
  });

  it.each([[14, '2026-09-01T12:00:00.000Z'], [2, '2026-08-20T12:00:00.000Z'], [1, '2026-08-20T00:00:00.000Z']])('of a link of %i days is reminded at %s', (days, at) => {
    const paidAt = new Date('2026-08-19T12:00:00Z');
    expect(reminderOf(paidAt, expiryOf(paidAt, days)).toISOString()).toBe(at);
  });
});
