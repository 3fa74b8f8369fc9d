import { describe, expect, it } from 'vitest';
import { standingOf, type StorefrontState, type StorefrontType } from './standing.ts';
import { checkCalendar } from './storefronts.ts';

const MINUTE = 60_000;
const at = (minutes: number) => new Date(minutes * MINUTE);
const window = (from: number, to: number | null) => ({ id: `${from}`, opensAt: at(from), closesAt: to === null ? null : at(to) });
const phaseAt = (type: StorefrontType, windows: ReturnType<typeof window>[], minutes: number, state: StorefrontState = 'published') => standingOf({ type, state, windows }, minutes * MINUTE).phase;

describe('where a storefront stands (W-49)', () => {
  it('a permanent one is open whenever it is published', () => {
    expect([phaseAt('permanent', [], 5), phaseAt('permanent', [], 5, 'paused'), phaseAt('permanent', [], 5, 'draft'), phaseAt('permanent', [], 5, 'archived')]).toEqual(['open', 'paused', 'draft', 'archived']);
  });

  it('a drop waits, opens, rests between its releases and ends; the closing moment is outside', () => {
    const releases = [window(30, 40), window(10, 20)];
    expect([9, 10, 19.999, 20, 29, 30, 40].map((minutes) => phaseAt('drop', releases, minutes))).toEqual(['upcoming', 'open', 'open', 'between', 'between', 'open', 'ended']);
    expect(standingOf({ type: 'drop', state: 'published', windows: releases }, 20 * MINUTE).next?.id).toBe('30');
    expect(phaseAt('drop', [window(10, null)], 1_000_000)).toBe('open');
  });

  it('who pauses it says so, whatever the clock says', () => {
    expect(phaseAt('popup', [window(10, 20)], 15, 'paused')).toBe('paused');
  });
});

describe('each type has its own calendar', () => {
  const codeOf = (type: StorefrontType, windows: ReturnType<typeof window>[]): string | null => {
    try {
      checkCalendar(type, windows);
      return null;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  it.each<[StorefrontType, ReturnType<typeof window>[], string | null]>([
    ['permanent', [], null], ['permanent', [window(1, 2)], 'calendar_permanent'],
    ['popup', [window(1, 2)], null], ['popup', [window(1, 2), window(3, 4)], 'calendar_popup'], ['popup', [window(1, null)], 'calendar_popup_end'],
    ['drop', [window(3, 4), window(1, 3)], null], ['drop', [window(1, 4), window(3, 5)], 'calendar_overlap'], ['drop', [window(1, null), window(3, 5)], 'calendar_overlap'],
    ['live', [window(2, 2)], 'calendar_backwards'], ['live', [window(1, 2), window(5, null)], null],
  ])('%s %#', (type, windows, code) => {
    expect(codeOf(type, windows)).toBe(code);
  });
});
