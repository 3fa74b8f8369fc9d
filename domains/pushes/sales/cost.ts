import type { Querier } from '@qingniao/activity';
import { notFound } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import { PUSH } from '../record-push.ts';

/** What a push cost, as the team typed it. Fen; null: not typed. */
export interface PushCost {
  /** Texts, pictures, film. */
  productionFen: number | null;
  /** Agencies, photographers, celebrities (L-06). */
  partnerFen: number | null;
}

/** With what its sales are counted by. @throws Problem not_found (404) */
export async function readCost(db: Querier, brandId: number, pushId: string): Promise<{ frozenAt: Date | null; lastCall: Date | null; cost: PushCost; numbers: number[] }> {
  const [row] = await db.query<{ productionFen: number | null; partnerFen: number | null; frozenAt: Date | null; lastCall: Date | null; numbers: number[] }>(
    `select p.frozen_at as "frozenAt", (select max(c.submitted_at) from push_call c where c.brand_id = p.brand_id and c.push_id = p.id) as "lastCall", p.production_fen as "productionFen", p.partner_fen as "partnerFen",
            array(select number from push_variant v where v.brand_id = p.brand_id and v.push_id = p.id order by number) as numbers
       from push p where p.brand_id = $1 and p.id = $2`,
    [brandId, pushId],
  );
  if (!row) throw notFound(PUSH);
  const { frozenAt, lastCall, numbers, ...cost } = row;
  return { frozenAt, lastCall, numbers, cost };
}

/** At any time, since bills come late. @returns what it was before @throws Problem not_found (404) */
export async function changeCost(tx: Tx, brandId: number, pushId: string, { productionFen, partnerFen }: PushCost): Promise<PushCost> {
  const { cost } = await readCost(tx, brandId, pushId);
  await tx.query('update push set production_fen = $3, partner_fen = $4 where brand_id = $1 and id = $2', [brandId, pushId, productionFen, partnerFen]);
  return cost;
}
