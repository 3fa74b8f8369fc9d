import type { Querier } from '@qingniao/activity';
import type { ReplacementChoice } from './case-row.ts';

/** Units of a line as they were made, and which variant they are. */
export interface Held {
  skuId: string;
  options: Record<string, string>;
  units: number;
}

/** Units by SKU. */
export type BySku = Record<string, number>;

/** What changed what its buyer has of a line: a case whose goods came back and were accepted, or money given back without one of those. */
interface Change {
  kind: 'return' | 'exchange' | 'refund';
  units: number;
  /** Of a refund: units that never left. */
  unsent: number;
  /** Null: nobody said. */
  cameBack: BySku | null;
  replacedBy: BySku | null;
  replacementChoice: ReplacementChoice | null;
}

/** Takes units away, of what came last first. @returns those taken; `held` has the others */
export function take(held: Held[], units: number, skuId: string | null = null): Held[] {
  const taken: Held[] = [];
  for (const one of held.toReversed()) {
    const part = skuId === null || one.skuId === skuId ? Math.min(one.units, units) : 0;
    if (part === 0) continue;
    units -= part;
    one.units -= part;
    taken.push({ ...one, units: part });
  }
  return taken;
}

export function bySku(units: readonly Pick<Held, 'skuId' | 'units'>[]): BySku {
  const sum: BySku = {};
  for (const { skuId, units: some } of units) if (some > 0) sum[skuId] = (sum[skuId] ?? 0) + some;
  return sum;
}

/** What is left of a line with whoever bought it, after what came back, was paid back, and what they have instead. */
export function heldAfter(bought: Held, changes: readonly Change[]): Held[] {
  const held: [Held, ...Held[]] = [{ ...bought }];
  for (const { kind, units, unsent, cameBack, replacedBy, replacementChoice } of changes) {
    held[0].units = Math.max(0, held[0].units - unsent);
    const back = cameBack === null ? take(held, units - unsent) : Object.entries(cameBack).flatMap(([skuId, some]) => take(held, some, skuId));
    if (kind !== 'exchange') continue;
    const { options } = back[0] ?? bought;
    const made = replacementChoice === null ? options : { ...options, [replacementChoice.optionId]: replacementChoice.choiceId };
    for (const [skuId, some] of Object.entries(replacedBy ?? bySku(back))) held.push({ skuId, options: made, units: some });
  }
  return held.filter((one) => one.units > 0);
}

/** By line of an order: what its buyer has now, or will once it is sent; with `before` what they had until that refund. */
export async function heldOf(db: Querier, brandId: number, orderId: string, before: string | null = null): Promise<Map<number, Held[]>> {
  const [lines, changes] = await Promise.all([
    db.query<Held & { position: number } & Record<string, unknown>>('select position, sku_id as "skuId", options, quantity as units from order_line where brand_id = $1 and order_id = $2 order by position', [brandId, orderId]),
    db.query<Change & { id: string; position: number } & Record<string, unknown>>(
      `select c.id, l.position, c.kind, l.quantity as units, 0 as unsent, l.came_back as "cameBack", coalesce(l.replaced_by, case when c.replacement_sku_id is not null then jsonb_build_object(c.replacement_sku_id, l.quantity) end) as "replacedBy",
              c.replacement_choice as "replacementChoice", s.at
         from after_sale c join after_sale_line l on l.brand_id = c.brand_id and l.case_id = c.id
         join after_sale_step s on s.brand_id = c.brand_id and s.case_id = c.id and s.event = 'accept'
        where c.brand_id = $1 and c.order_id = $2 and c.kind in ('return', 'exchange') and l.sellable is not null
       union all
       select f.id, l.position, 'refund', l.quantity, l.quantity - l.had_left, null, null, null, f.requested_at
         from refund f join refund_line l on l.brand_id = f.brand_id and l.refund_id = f.id
        where f.brand_id = $1 and f.order_id = $2 and f.state <> 'closed'
          and not exists (select 1 from after_sale c where c.brand_id = f.brand_id and c.refund_id = f.id and c.kind = 'return')
        order by at, id`, [brandId, orderId],
    ),
  ]);
  const end = changes.findIndex(({ id }) => id === before);
  const earlier = end === -1 ? changes : changes.slice(0, end);
  return new Map(lines.map(({ position, ...bought }) => [position, heldAfter(bought, earlier.filter((one) => one.position === position))]));
}
