import { describe, expect, it } from 'vitest';
import { isTaxNumber } from '../orders/tax-number.ts';
import { type CaseEvent, type CaseKind, caseKinds, type CaseState, caseStates, isOpen, nextState, timeIn, turns } from './machine.ts';
import { type Asked, mayAsk, type Reason } from './may-ask.ts';

/** The states a case of a kind goes through by these events; the last is null where one cannot happen. */
const path = (kind: CaseKind, ...events: CaseEvent[]) => events.reduce<(CaseState | null)[]>((states, event) => [...states, states.at(-1) === null ? null : nextState(kind, states.at(-1)!, event)], ['requested']).slice(1);

describe('a case', () => {
  it('goes its way by kind', () => {
    expect(path('refund', 'approve', 'refunded')).toEqual(['refunding', 'done']);
    expect(path('return', 'approve', 'send_back', 'accept', 'refund_failed', 'retry_refund', 'refunded')).toEqual(['awaiting_return', 'returning', 'refunding', 'refund_failed', 'refunding', 'done']);
    expect(path('exchange', 'approve', 'send_back', 'accept', 'dispatch', 'confirm')).toEqual(['awaiting_return', 'returning', 'to_send', 'sent', 'done']);
    expect(path('care', 'approve', 'accept', 'dispatch', 'time_over')).toEqual(['awaiting_return', 'to_send', 'sent', 'done']);
    expect(path('return', 'approve', 'time_over')).toEqual(['awaiting_return', 'expired']);
    expect(path('return', 'approve', 'send_back', 'correct_waybill', 'reject', 'correct_waybill')).toEqual(['awaiting_return', 'returning', 'returning', 'refused', null]);
  });

  it('is withdrawn until the goods are on their way, and money never goes before they were looked at', () => {
    expect(caseStates.filter((state) => nextState('return', state, 'withdraw') !== null)).toEqual(['requested', 'awaiting_return']);
    for (const kind of caseKinds.filter((one) => one !== 'refund')) expect(nextState(kind, 'requested', 'approve')).toBe('awaiting_return');
    expect(nextState('exchange', 'returning', 'accept')).not.toBe('refunding');
    // Who gave the goods back gets the money.
    expect(caseKinds.map((kind) => nextState(kind, 'refund_failed', 'refuse'))).toEqual(['refused', null, null, null]);
  });

  it('is somebody’s turn, or over', () => {
    expect([...turns.brand, ...turns.others, ...turns.closed].sort()).toEqual([...caseStates].sort());
    expect(caseStates.filter((state) => !isOpen(state))).toEqual([...turns.closed]);
    // Whatever waits for the buyer ends by itself; what waits for the brand does not.
    expect(caseStates.flatMap((state) => { const time = timeIn(state, { returnDays: 9 }); return time === null ? [] : [`${state} ${time / 86_400_000}`]; })).toEqual(['awaiting_return 9', 'sent 11']);
  });
});

describe('what may be asked', () => {
  const received = new Date('2026-08-01T00:00:00Z');
  const after = (days: number, less = 0) => new Date(received.getTime() + days * 86_400_000 - less);
  const limits = { tasteDays: 7, faultDays: 15 };
  const line: Asked = { receivedAt: received, quantity: 3, shipped: 3, refunded: 0, refundedSent: 0, inCases: 0, isEngraved: false };
  const ask = (kind: CaseKind, reason: Reason, change: Partial<Asked> = {}, at = after(1)) => {
    const may = mayAsk(kind, reason, { ...line, ...change }, at, limits);
    return 'units' in may ? may.units : may.no;
  };

  it('a change of mind has seven days, a fault fifteen, care has no end', () => {
    expect([ask('return', 'changed_mind', {}, after(7, 1)), ask('return', 'changed_mind', {}, after(7))]).toEqual([3, 'too_late']);
    expect([ask('exchange', 'defect', {}, after(15, 1)), ask('exchange', 'defect', {}, after(15))]).toEqual([3, 'too_late']);
    expect(ask('care', 'repair', {}, after(4000))).toBe(3);
    expect(ask('return', 'changed_mind', { receivedAt: null }, after(100))).toBe(3);
  });

  it('what was engraved comes back for a fault only; before it leaves, money may', () => {
    expect([ask('return', 'changed_mind', { isEngraved: true }), ask('exchange', 'size', { isEngraved: true }), ask('return', 'defect', { isEngraved: true })]).toEqual(['personalised', 'personalised', 3]);
    expect(ask('refund', 'changed_mind', { isEngraved: true, shipped: 0, receivedAt: null })).toBe(3);
  });

  it('counts what left, what was refunded and what is in another case', () => {
    expect([ask('return', 'defect', { shipped: 0 }), ask('refund', 'late', { shipped: 0 })]).toEqual(['not_shipped', 3]);
    expect(ask('return', 'defect', { shipped: 2 })).toBe(2);
    expect([ask('return', 'defect', { refunded: 1, refundedSent: 1, inCases: 1 }), ask('return', 'defect', { refunded: 2, refundedSent: 2, inCases: 1 })]).toEqual([1, 'nothing_left']);
    // What was paid back before it left takes nothing from what was sent.
    expect([ask('return', 'defect', { shipped: 1, refunded: 2 }), ask('refund', 'defect', { shipped: 1, refunded: 2 })]).toEqual([1, 1]);
    expect(ask('care', 'repair', { refunded: 3 })).toBe(3);
    expect(ask('care', 'changed_mind')).toBe('wrong_reason');
  });
});

it('a tax number is checked by its last character', () => {
  expect(['91350100M000100Y43', '91350100M000100Y44', '9135O100M000100Y43', '91350100M000100Y4', '110101123456789', '1101011234567'].map(isTaxNumber)).toEqual([true, false, false, false, true, false]);
});
