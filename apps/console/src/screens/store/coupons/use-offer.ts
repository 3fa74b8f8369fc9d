import { useWords } from '../../../i18n/index.ts';
import { money } from '../../../lib/format.ts';
import type { CouponTemplate } from '../queries.ts';

/** Exactly what it gives: `1255` → `12.55 %`. */
const shareOf = (basisPoints: number): string => `${basisPoints / 100}\u202F%`;

/** What a coupon takes off, in words. */
export function useOffer(): (template: Pick<CouponTemplate, 'discount' | 'thresholdFen'>) => string {
  const { t } = useWords();
  return ({ discount, thresholdFen }) => {
    const off = discount.kind === 'amount' ? t('store.offAmount', { money: money(discount.fen) })
      : discount.mostFen === null ? t('store.offPercent', { percent: shareOf(discount.basisPoints) })
        : t('store.offPercentMost', { percent: shareOf(discount.basisPoints), most: money(discount.mostFen) });
    return thresholdFen === 0 ? off : t('store.offFrom', { threshold: money(thresholdFen), off });
  };
}
