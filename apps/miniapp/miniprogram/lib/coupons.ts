import type { Result } from '../api/client';
import { fill } from '../i18n/fill';
import { language } from '../i18n/language';
import type { Words } from '../i18n/zh';
import { money, when } from './show';

export type Coupon = Result<'get', '/coupons'>['items'][number];

/** What it takes off: `减 ¥100`, `9 折`; `¥100 off`, `10 % off`. */
export function discountWords({ discount, thresholdFen }: Pick<Coupon, 'discount' | 'thresholdFen'>, t: Words['coupons']): string {
  // In Chinese what is left to pay is named, in tenths.
  const share = discount.kind === 'percent' ? (language() === 'zh' ? (10_000 - discount.basisPoints) / 1000 : discount.basisPoints / 100) : 0;
  const off = discount.kind === 'amount' ? fill(t.amount, { amount: money(discount.fen) }) : fill(t.percent, { share });
  const most = discount.kind === 'percent' && discount.mostFen !== null ? fill(t.most, { amount: money(discount.mostFen) }) : '';
  return [off, most, thresholdFen > 0 ? fill(t.from, { amount: money(thresholdFen) }) : ''].filter(Boolean).join(t.comma);
}

/** Whether it can be used in a storefront now. */
export const isUsable = ({ state, storefrontIds }: Coupon, storefrontId: string): boolean =>
  (state === 'issued' || state === 'saved') && (storefrontIds.length === 0 || storefrontIds.includes(storefrontId));

export const untilWords = ({ expiresAt }: Coupon, t: Words['coupons']): string => fill(t.until, { time: when(expiresAt) });
