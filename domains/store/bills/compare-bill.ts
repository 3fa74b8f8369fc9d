import type { Fen } from '@qingniao/kernel';
import type { TradeBillRow } from '@qingniao/wechat';

/** A payment or refund as we have it. */
export interface Ours {
  what: 'payment' | 'refund';
  /** The order number, or the refund's. */
  number: string;
  orderId: string;
  fen: Fen;
  /** Whether it has to be in this day's bill; else it is only looked up. */
  expected: boolean;
  /** Whether we hold that the money moved. */
  moved: boolean;
}

export interface Difference {
  what: 'payment' | 'refund';
  number: string;
  /** `missing_here`: WeChat Pay moved money we know nothing of; `missing_there`: the other way round; `amount`: not the same. */
  kind: 'missing_here' | 'missing_there' | 'amount';
  orderId: string | null;
  platformId: string | null;
  oursFen: Fen | null;
  theirsFen: Fen | null;
}

export interface Comparison {
  /** Numbers that agree to the fen. */
  matched: { what: Ours['what']; number: string }[];
  differences: Difference[];
}

const keyOf = (what: string, number: string): string => `${what} ${number}`;

/** What a bill says of itself: a payment, or a refund beside the payment it belongs to. */
const theirsOf = (row: TradeBillRow): { what: Ours['what']; number: string; platformId: string; fen: Fen } =>
  row.outRefundNo !== null
    ? { what: 'refund', number: row.outRefundNo, platformId: row.refundId ?? '', fen: row.refundRequested }
    : { what: 'payment', number: row.outTradeNo, platformId: row.transactionId, fen: row.total };

/** One day to the fen: every line of the bill has to be ours, every one of ours that belongs there in the bill. */
export function compareBill(rows: readonly TradeBillRow[], ours: readonly Ours[]): Comparison {
  const known = new Map(ours.map((one) => [keyOf(one.what, one.number), one]));
  const comparison: Comparison = { matched: [], differences: [] };
  const seen = new Set<string>();
  for (const { what, number, platformId, fen } of rows.map(theirsOf)) {
    const key = keyOf(what, number);
    const own = known.get(key);
    const difference = (kind: Difference['kind']) => comparison.differences.push({ what, number, kind, orderId: own?.orderId ?? null, platformId, oursFen: own?.moved ? own.fen : null, theirsFen: fen });
    // A number twice is money twice: the second is not ours.
    if (!own?.moved || seen.has(key)) difference('missing_here');
    else if (own.fen !== fen) difference('amount');
    else comparison.matched.push({ what, number });
    seen.add(key);
  }
  for (const { what, number, orderId, fen, expected, moved } of ours) {
    if (expected && moved && !seen.has(keyOf(what, number))) comparison.differences.push({ what, number, kind: 'missing_there', orderId, platformId: null, oursFen: fen, theirsFen: null });
  }
  return comparison;
}
