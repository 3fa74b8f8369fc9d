import type { Order, OrderLine } from '../queries.ts';

/** Of a line: units and fen that went back or are on their way, what was withheld of them included. What WeChat Pay closed without paying may be asked for anew. */
function goneOf({ refunds }: Pick<Order, 'refunds'>, { position }: Pick<OrderLine, 'position'>): { units: number; fen: number } {
  const gone = { units: 0, fen: 0 };
  for (const line of refunds.filter(({ state }) => state !== 'closed').flatMap(({ lines }) => lines)) {
    if (line.position !== position) continue;
    gone.units += line.units;
    gone.fen += line.fen + line.withheldFen;
  }
  return gone;
}

export const leftOf = (order: Pick<Order, 'refunds'>, line: Pick<OrderLine, 'position' | 'quantity'>): number => line.quantity - goneOf(order, line).units;

/** Some that may be refunded were sent, and some were not. */
export function isPartSent(order: Pick<Order, 'refunds' | 'shipping'>, line: Pick<OrderLine, 'position' | 'quantity'>): boolean {
  const unsent = order.shipping.left.find(({ position }) => position === line.position)?.units ?? 0;
  return unsent > 0 && unsent < leftOf(order, line);
}

/** What goes back for `units` more of a line, as the server reckons: all its units together give exactly what was paid for it. */
export function refundOf(order: Pick<Order, 'refunds'>, line: Pick<OrderLine, 'position' | 'quantity' | 'payFen'>, units: number): number {
  const gone = goneOf(order, line);
  const upTo = Number((BigInt(line.payFen) * BigInt(gone.units + units)) / BigInt(line.quantity));
  return units === 0 ? 0 : Math.max(0, upTo - gone.fen);
}
