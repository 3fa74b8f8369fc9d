import { expect, it } from 'vitest';
import { placeOf, stripFrom } from './weeks.ts';

it('begins on the Monday of the week before, by Shanghai’s clock', () => {
  // Sunday 22 November 2026, 23:59 in Shanghai, and a minute later.
  expect(new Date(stripFrom(Date.parse('2026-11-22T15:59:00Z'), 0).from).toISOString()).toBe('2026-11-08T16:00:00.000Z');
  expect(new Date(stripFrom(Date.parse('2026-11-22T16:00:00Z'), 0).from).toISOString()).toBe('2026-11-15T16:00:00.000Z');
});

it('cuts a window at the edges, runs an open one to the end and leaves out what is elsewhere', () => {
  const strip = stripFrom(Date.parse('2026-11-22T12:00:00Z'), 0);
  const week = 7 * 86_400_000;
  expect(placeOf(strip, strip.from - week, strip.from + week)).toEqual({ left: 0, width: 12.5 });
  expect(placeOf(strip, strip.from + 4 * week, null)).toEqual({ left: 50, width: 50 });
  expect(placeOf(strip, strip.to, null)).toBeNull();
  expect(placeOf(strip, strip.from - week, strip.from)).toBeNull();
});
