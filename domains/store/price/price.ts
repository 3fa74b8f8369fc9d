import { allocate, type Fen } from '@qingniao/kernel';

export interface PricedInput {
  /** Units, at least 1. */
  quantity: number;
  /** What one costs here. */
  unitFen: Fen;
  /** What the chosen options of one cost; never discounted. */
  optionsFen: Fen;
}

export interface CouponDiscount {
  id: string;
  discount: Discount;
  /** Goods for at least this much. */
  thresholdFen: Fen;
}

/** `basisPoints`: hundredths of a per cent taken off. */
export type Discount = { kind: 'amount'; fen: Fen } | { kind: 'percent'; basisPoints: number; mostFen: Fen | null };

export interface PricedLine {
  /** Units × (price + options). */
  grossFen: Fen;
  /** This line's share of each discount. */
  discounts: { id: string; fen: Fen }[];
  payFen: Fen;
}

export interface Price {
  lines: PricedLine[];
  discountFen: Fen;
  totalFen: Fen;
  /** Whether the coupon counts. */
  couponCounts: boolean;
}

/**
 * What an order costs. A discount is shared among the lines by the price of their goods, to the fen (largest remainder);
 * no line goes below its options, and the whole never below one fen, which is the least WeChat Pay takes.
 */
export function priceOf(lines: readonly PricedInput[], coupon: CouponDiscount | null): Price {
  const goods = lines.map(({ quantity, unitFen }) => quantity * unitFen);
  const gross = lines.map(({ quantity, unitFen, optionsFen }) => quantity * (unitFen + optionsFen));
  const goodsFen = sum(goods);
  const grossFen = sum(gross);
  const couponCounts = coupon !== null && goodsFen >= coupon.thresholdFen;
  const discountFen = couponCounts ? Math.min(amountOf(coupon.discount, goodsFen), goodsFen, grossFen - 1) : 0;
  const shares = discountFen > 0 ? allocate(discountFen, goods) : goods.map(() => 0);
  return {
    lines: gross.map((lineFen, index) => {
      const share = shares[index]!;
      return { grossFen: lineFen, discounts: share > 0 ? [{ id: coupon!.id, fen: share }] : [], payFen: lineFen - share };
    }),
    discountFen,
    totalFen: grossFen - discountFen,
    couponCounts,
  };
}

/** Per cents are rounded down to the fen. BigInt: the product may leave what a number holds exactly. */
function amountOf(discount: Discount, goodsFen: Fen): Fen {
  if (discount.kind === 'amount') return discount.fen;
  const off = Number((BigInt(goodsFen) * BigInt(discount.basisPoints)) / 10_000n);
  return discount.mostFen === null ? off : Math.min(off, discount.mostFen);
}

/** What has gone back of a line already. */
export interface Gone {
  units: number;
  fen: Fen;
}

/**
 * What goes back for `units` more of a line: refunds of all its units, in whatever parts and although some parts were
 * tried in vain, add up to exactly what was paid for it.
 */
export function refundShare(payFen: Fen, quantity: number, gone: Gone, units: number): Fen {
  const upTo = Number((BigInt(payFen) * BigInt(gone.units + units)) / BigInt(quantity));
  return Math.max(0, upTo - gone.fen);
}

const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);
