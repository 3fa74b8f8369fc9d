import { addDays } from '@qingniao/kernel';
import type { GiftEnd, Millis, ServiceWish, Wish } from '../world.ts';
import { HOUR, midnight } from './calendar.ts';
import type { Period } from './push-plan.ts';

/** Somebody's wish beside buying. Days are counted back from the last one of the year. */
export interface Planned extends Pick<Wish, 'things' | 'coupon'> {
  day: number;
  gift?: { end: GiftEnd; words?: string };
  service?: ServiceWish & { day: number };
  invoice?: { titleKind: 'personal' | 'company'; day: number };
}

/**
 * What a dozen people want of the shop in the last weeks of the year, so that gifts, after-sale cases and invoices of every
 * standing are there on its last day: done, refused, waiting for the brand, waiting for somebody else. Free, as what they buy.
 */
export const wishes: readonly Planned[] = [
  { day: 36, gift: { end: 'thanked' } },
  { day: 33, things: 2, service: { day: 26, kind: 'return', reason: 'changed_mind', words: '颜色和想象中不太一样，另一件很喜欢。' } },
  { day: 31, coupon: true, service: { day: 24, kind: 'exchange', reason: 'defect', words: '边角有一处划痕，想换一件新的。' } },
  { day: 27, gift: { end: 'kept', words: '新家快乐，愿每天都有好心情。' } },
  { day: 25, service: { day: 18, kind: 'care', reason: 'repair', words: '想请工坊检查一下，做一次保养。' } },
  { day: 21, coupon: true, invoice: { day: 20, titleKind: 'company' } },
  { day: 17, gift: { end: 'unopened' } },
  { day: 13, gift: { end: 'declined' } },
  { day: 10, service: { day: 1, kind: 'return', reason: 'changed_mind', words: '送人的，对方已经有一件了。' } },
  { day: 6, gift: { end: 'thanked' } },
  { day: 4, coupon: true, invoice: { day: 1, titleKind: 'personal' } },
  { day: 1, gift: { end: 'unopened' } },
];

/** In the evening. */
export const wishTime = ({ last }: Period, day: number): Millis => midnight(addDays(last, -day)) + 20 * HOUR;

/** Whoever happens to buy within so many days before takes a wish over; on its day somebody comes for it. Nobody is early on the last evening. */
const earlyBy = (day: number): number => (day > 1 ? 3 : 0);

/** After the `granted` first ones: what may be wished on a day, and how much of it must not wait longer. A year that begins too late for a wish goes without. */
export function wishesOn({ first, last }: Period, day: string, granted: number): { open: readonly Planned[]; due: number } {
  const rest = wishes.filter((wish) => addDays(last, -wish.day) > first).slice(granted);
  const wishable = (early: (day: number) => number) => rest.filter((wish) => day >= addDays(last, -wish.day - early(wish.day))).length;
  return { open: rest.slice(0, wishable(earlyBy)), due: wishable(() => 0) };
}
