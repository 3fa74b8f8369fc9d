import type { Fen } from '@qingniao/kernel';
import type { FundFlowBill, TradeBill, TradeBillRow } from '@qingniao/wechat';

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
  /** Of totals what they add up. */
  what: 'payment' | 'refund' | 'fee' | 'flow_in' | 'flow_out';
  /** '' of a total. */
  number: string;
  /**
   * `missing_here`: WeChat Pay moved money we know nothing of; `missing_there`: the other way round; `amount`: not the same.
   * `flow`: the account moved by something else than the trade bill says, less its fee. `total`: a bill does not add up.
   */
  kind: 'missing_here' | 'missing_there' | 'amount' | 'flow' | 'total';
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

/**
 * What moved in the account beside what the trade bill of that day says of it, after fees, however many lines it took. What
 * WeChat Pay books on a later day, as money that waits for its receipt, is not in this one.
 */
export function compareFlow(rows: readonly TradeBillRow[], flow: FundFlowBill, { differences }: Comparison, ours: readonly Ours[]): Difference[] {
  const moved = new Map<string, Fen>();
  for (const { businessId, direction, amount } of flow.rows) moved.set(businessId, (moved.get(businessId) ?? 0) + (direction === 'in' ? amount : -amount));
  const orders = new Map(ours.map((one) => [keyOf(one.what, one.number), one.orderId]));
  return rows.flatMap((row) => {
    const { what, number, platformId } = theirsOf(row);
    const booked = moved.get(platformId);
    const billed = row.settlementTotal - row.refund - row.fee;
    if (booked === undefined || booked === billed || differences.some((one) => one.what === what && one.number === number)) return [];
    return [{ what, number, kind: 'flow' as const, orderId: orders.get(keyOf(what, number)) ?? null, platformId, oursFen: billed, theirsFen: booked }];
  });
}

/** Totals that are not the sum of the lines above them: not all of them came, or they are not right. */
export function compareTotals(trade: TradeBill | null, flow: FundFlowBill | null): Difference[] {
  const sum = <Row>(rows: readonly Row[], of: (row: Row) => Fen): Fen => rows.reduce((all, row) => all + of(row), 0);
  const totals: [Difference['what'], Fen, Fen][] = [];
  if (trade) {
    const { rows, totals: said } = trade;
    totals.push(['payment', sum(rows, ({ total }) => total), said.total], ['refund', sum(rows, ({ refundRequested }) => refundRequested), said.refundRequested], ['fee', sum(rows, ({ fee }) => fee), said.fee]);
  }
  if (flow) {
    const { rows, totals: said } = flow;
    const movedBy = (way: 'in' | 'out') => sum(rows, ({ direction, amount }) => (direction === way ? amount : 0));
    totals.push(['flow_in', movedBy('in'), said.in], ['flow_out', movedBy('out'), said.out]);
  }
  return totals.filter(([, lines, said]) => lines !== said).map(([what, lines, said]) => ({ what, number: '', kind: 'total', orderId: null, platformId: null, oursFen: lines, theirsFen: said }));
}
