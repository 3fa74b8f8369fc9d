import { stageOrder, type Stage } from '@qingniao/people';
import type { BrandDatabase } from '@qingniao/storage';
import { living } from '../engagement/index.ts';
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
 * Erased people are in neither number, as in the stages themselves. Only those who moved are told apart: the others are
 * counted where they stood at the start.
 */
export async function measureConversions(brand: BrandDatabase, from: Date, to: Date): Promise<MeasuredConversion[]> {
  const rows = await brand.query<{ at: number; exposed: number; converted: number }>(
    `with opening as (
       select array_position($4::text[], stage) as at, sum(change) as people
         from (select from_stage, to_stage, count(*) as n from stage_move m where brand_id = $1 and at < $2 and ${living} group by 1, 2) walked
        cross join lateral (values (to_stage, n), (from_stage, -n)) as changed (stage, change)
        where stage is not null group by 1
     ),
     moved as materialized (
       select contact_id, at, event_id, array_position($4::text[], from_stage) as "from", array_position($4::text[], to_stage) as "to"
         from stage_move m where brand_id = $1 and at >= $2 and at < $3 and ${living}
     ),
     begun as (select distinct on (contact_id) contact_id, "from" as at from moved order by contact_id, moved.at, event_id),
     seen as (
       select contact_id, at, false as converted from begun where at is not null
       union all
       select contact_id, stage, coalesce("to" > "from" and stage < "to", false)
         from moved, generate_series(1, cardinality($4::text[])) stage
        where stage in ("from", "to") or stage between "from" and "to" and "to" > "from"
     ),
     movers as (select at, count(distinct contact_id) as exposed, count(distinct contact_id) filter (where converted) as converted from seen group by at)
     select at, coalesce(o.people, 0)::bigint - (select count(*) from begun b where b.at = stage.at) + coalesce(m.exposed, 0) as exposed, coalesce(m.converted, 0) as converted
       from generate_series(1, cardinality($4::text[])) as stage (at) left join opening o using (at) left join movers m using (at)`,
    [brand.brandId, from, to, stageOrder],
  );
  return stageOrder.filter((stage) => stage !== 'recurring').map((stage) => {
    const row = rows.find(({ at }) => at === stageOrder.indexOf(stage) + 1);
    return conversionOf(stage, row?.exposed ?? 0, row?.converted ?? 0);
  });
}
