import { stageOrder, type Stage } from '@qingniao/people';
import { asking } from '../ask.ts';
import { living, peopleIn, stageWalk, walked } from '../engagement/index.ts';
import { type Interval, wilson } from '../intervals.ts';
import type { Period, Query } from '../metric.ts';
import type { Standing } from '../standing.ts';

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

const order = `array[${stageOrder.map((stage) => `'${stage}'`).join(', ')}]`;

/**
 * Conversions out of lead, prospect and new, from the history of stages. Who jumps a stage passes through it: they count as
 * exposed and converted there, too, so that the product along the way stays right. Nothing leads out of recurring.
 * Erased people are in neither number, as in the stages themselves. Only those who moved are told apart here, by the
 * stages they passed and left forwards as bits; where everybody stood at the start or came in, the walk says.
 */
const movers: Query = {
  store: 'database',
  adds: { sums: ['passed', 'began', 'converted'], moves: true, lasting: true },
  sql: `
    with move as materialized (
       select contact_id, at, event_id, array_position(${order}, from_stage) as "from", array_position(${order}, to_stage) as "to"
         from {stage_move m} where brand_id = $1 and $4::text is null and at >= $2 and at < $3 and from_stage is not null and ${living}
     ),
     mover as (
       select bit_or(case when "to" > "from" then (1 << "to") - (1 << "from" - 1) else (1 << "to" - 1) | (1 << "from" - 1) end) as exposed,
              bit_or(case when "to" > "from" then (1 << "to" - 1) - (1 << "from" - 1) else 0 end) as converted,
              (min(array[date_part('epoch', at), event_id, "from"]))[3]::int as first
         from move group by contact_id
     ),
     alike as (select exposed, converted, first, count(*) as people from mover group by 1, 2, 3)
     select stage.at, coalesce(sum(a.people) filter (where a.exposed >> stage.at - 1 & 1 = 1), 0)::bigint as passed,
            coalesce(sum(a.people) filter (where a.first = stage.at), 0)::bigint as began,
            coalesce(sum(a.people) filter (where a.converted >> stage.at - 1 & 1 = 1), 0)::bigint as converted
       from generate_series(1, cardinality(${order})) as stage (at) left join alike a on true
      group by stage.at`,
};

/** Of all accounts together. */
export async function measureConversions(standing: Standing, period: Period): Promise<MeasuredConversion[]> {
  const asked = asking(standing, { brandId: standing.brand.brandId, period, assetId: null });
  const rows = await asked<{ at: number; passed: number; began: number; converted: number }>(movers);
  const walk = walked(await asked(stageWalk), period);
  return stageOrder.filter((stage) => stage !== 'recurring').map((stage) => {
    const { passed = 0, began = 0, converted = 0 } = rows.find(({ at }) => at === stageOrder.indexOf(stage) + 1) ?? {};
    const stood = peopleIn(stage, walk, ({ from, before, within }) => (from === null ? before + within : before));
    // Where a mover began is both where they stood and what they passed.
    return conversionOf(stage, stood + passed - began, converted);
  });
}
