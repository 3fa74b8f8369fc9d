import type { Querier } from '@qingniao/activity';
import type { Fen } from '@qingniao/kernel';
import { linesFor, mayNameInstead } from './ask.ts';
import { type Asker, type CaseFound, listCases, readCase, readCaseLines, readCaseSteps } from './case-row.ts';
import { bySku, heldOf } from './held.ts';
import { photosOf } from './photos.ts';
import { choicesFor, insteadOf, replacementsFor } from './replacements.ts';

/** A case whole. @throws Problem not_found (404) */
export async function describeCase(db: Querier, brandId: number, caseId: string) {
  const row = await readCase(db, brandId, caseId);
  const [lines, steps, names, [refund], instead, [order], photos] = await Promise.all([
    readCaseLines(db, brandId, caseId), readCaseSteps(db, brandId, caseId),
    db.query<{ position: number; name: string; quantity: number; payFen: Fen }>('select position, name, quantity, pay_fen as "payFen" from order_line where brand_id = $1 and order_id = $2', [brandId, row.orderId]),
    db.query<{ fen: Fen }>('select fen from refund where brand_id = $1 and id = $2', [brandId, row.refundId]),
    insteadOf(db, brandId, row),
    db.query<{ number: string }>('select number from shop_order where brand_id = $1 and id = $2', [brandId, row.orderId]),
    photosOf(db, brandId, caseId),
  ]);
  const known = new Map(names.map((line) => [line.position, line]));
  return {
    ...row, orderNumber: order!.number, refundFen: refund?.fen ?? null, replacement: instead?.name ?? null, insteadToReceiver: instead?.toReceiver ?? null, steps, photos,
    lines: lines.map((line) => {
      const { name, quantity, payFen } = known.get(line.position)!;
      return { ...line, name, mostFen: Math.floor((payFen * line.units) / quantity) };
    }),
  };
}

/** One's own of one order, what changed last first: as many as anybody asks for. */
export const casesOf = (db: Querier, brandId: number, asker: Asker, orderId: string): Promise<CaseFound[]> => listCases(db, brandId, { asker, orderId }, 100, null);

/** With what the desk may say it is about and what is sent instead, where whoever asked could not or did not. @throws Problem not_found (404) */
export async function deskCase(db: Querier, brandId: number, caseId: string) {
  const described = await describeCase(db, brandId, caseId);
  const several = await severalVariants(db, brandId, described.orderId);
  const found = { ...described, lines: described.lines.map((line) => ({ ...line, variants: several.get(line.position) ?? [] })) };
  const isSaid = found.lines.length > 0;
  if (found.state !== 'requested' || (isSaid && !mayNameInstead(found))) return { ...found, mayName: [] };
  const [lines, variants, choices] = await Promise.all([isSaid ? found.lines.map(({ position, name, units }) => ({ position, name, units })) : linesFor(db, brandId, found), replacementsFor(db, brandId, found.orderId), choicesFor(db, brandId, found.orderId)]);
  const exchanged = found.kind === 'exchange';
  return { ...found, mayName: lines.map((line) => ({ ...line, replacements: (exchanged && variants.get(line.position)) || [], choices: (exchanged && choices.get(line.position)) || [] })) };
}

/** By line whose units are not all of one variant any more. */
async function severalVariants(db: Querier, brandId: number, orderId: string): Promise<Map<number, { skuId: string; name: string; units: number }[]>> {
  const lines = [...await heldOf(db, brandId, orderId)].map(([position, held]) => [position, Object.entries(bySku(held))] as const).filter(([, variants]) => variants.length > 1);
  const names = lines.length === 0 ? [] : await db.query<{ id: string; name: string }>('select id, name from sku where brand_id = $1 and id = any ($2)', [brandId, lines.flatMap(([, variants]) => variants.map(([skuId]) => skuId))]);
  return new Map(lines.map(([position, variants]) => [position, variants.map(([skuId, units]) => ({ skuId, units, name: names.find(({ id }) => id === skuId)?.name ?? '' }))]));
}
