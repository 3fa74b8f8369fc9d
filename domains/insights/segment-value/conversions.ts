import { stageOrder, type Stage } from '@qingniao/people';
import type { BrandDatabase } from '@qingniao/storage';
import { type Interval, wilson } from '../intervals.ts';

/** Under either, a measured conversion is called thin: its range says more than its value. */
export const MINIMUM_EXPOSED = 100;
export const MINIMUM_CONVERTED = 5;

/** How many of those who were in a stage during a period left it forwards (W-27). */
export interface MeasuredConversion {
  stage: Stage;
  /** People who were in the stage at any time of the period. */
  exposed: number;
  converted: number;
  /** Null when nobody was in the stage. */
  rate: number | null;
  /** Wilson, 95 %. */
  interval: Interval | null;
  thin: boolean;
}

export function conversionOf(stage: Stage, exposed: number, converted: number): MeasuredConversion {
  return {
    stage, exposed, converted, rate: exposed === 0 ? null : converted / exposed, interval: wilson(converted, exposed),
    thin: exposed < MINIMUM_EXPOSED || converted < MINIMUM_CONVERTED,
  };
}

/**
 * Conversions out of lead, prospect and new, from the history of stages. Who jumps a stage passes through it: they count as
 * exposed and converted there, too, so that the product along the way stays right. Nothing leads out of recurring.
 * Erased people are in neither number, as in the stages themselves.
 */
export async function measureConversions(brand: BrandDatabase, from: Date, to: Date): Promise<MeasuredConversion[]> {
  const rows = await brand.query<{ at: number; exposed: number; converted: number }>(
    `with place as (
       select contact_id, at, event_id, array_position($4::text[], from_stage) as "from", array_position($4::text[], to_stage) as "to"
         from stage_move m
        where brand_id = $1 and at < $3
          and exists (select 1 from contact c where c.brand_id = $1 and c.id = m.contact_id and c.erased_at is null)
     ),
     opening as (select distinct on (contact_id) contact_id, "to" as at from place where at < $2 order by contact_id, at desc, event_id desc),
     moved as (select contact_id, "from", "to" from place where at >= $2),
     seen as (
       select contact_id, at, false as converted from opening
       union all
       select contact_id, stage, coalesce("to" > "from" and stage < "to", false)
         from moved, generate_series(1, cardinality($4::text[])) stage
        where stage in ("from", "to") or stage between "from" and "to" and "to" > "from"
     )
     select at, count(distinct contact_id) as exposed, count(distinct contact_id) filter (where converted) as converted from seen group by at`,
    [brand.brandId, from, to, stageOrder],
  );
  return stageOrder.filter((stage) => stage !== 'recurring').map((stage) => {
    const row = rows.find(({ at }) => at === stageOrder.indexOf(stage) + 1);
    return conversionOf(stage, row?.exposed ?? 0, row?.converted ?? 0);
  });
}
