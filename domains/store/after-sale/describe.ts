import type { Querier } from '@qingniao/activity';
import type { Fen } from '@qingniao/kernel';
import { readCase, readCaseLines, readCaseSteps } from './case-row.ts';

/** A case whole. @throws Problem not_found (404) */
export async function describeCase(db: Querier, brandId: number, caseId: string) {
  const row = await readCase(db, brandId, caseId);
  const [lines, steps, names, [refund], [replacement], [order]] = await Promise.all([
    readCaseLines(db, brandId, caseId), readCaseSteps(db, brandId, caseId),
    db.query<{ position: number; name: string; quantity: number; payFen: Fen }>('select position, name, quantity, pay_fen as "payFen" from order_line where brand_id = $1 and order_id = $2', [brandId, row.orderId]),
    db.query<{ fen: Fen }>('select fen from refund where brand_id = $1 and id = $2', [brandId, row.refundId]),
    db.query<{ name: string }>('select name from sku where brand_id = $1 and id = $2', [brandId, row.replacementSkuId]),
    db.query<{ number: string }>('select number from shop_order where brand_id = $1 and id = $2', [brandId, row.orderId]),
  ]);
  const known = new Map(names.map((line) => [line.position, line]));
  return {
    ...row, orderNumber: order!.number, refundFen: refund?.fen ?? null, replacement: replacement?.name ?? null, steps,
    lines: lines.map((line) => {
      const { name, quantity, payFen } = known.get(line.position)!;
      return { ...line, name, mostFen: Math.floor((payFen * line.units) / quantity) };
    }),
  };
}
