import { appendInTx } from '@qingniao/activity';
import { nowDate } from '@qingniao/kernel';
import type { BrandDatabase, Tx } from '@qingniao/storage';
import { CHUNK_BITS } from './place-people.ts';
import type { PushPlan } from './plan-push.ts';

/**
 * Writes a plan down, people and calls, in the transaction of `planPush`, from its table `placed`. From here on nobody
 * joins or leaves this push. The log is not touched: a million events in one transaction would hold it for everybody.
 */
export async function freezeAudience(tx: Tx, brandId: number, pushId: string, plan: PushPlan): Promise<void> {
  /** Which people of a variant a call carries, by their place in it: from, up to but without `to`. */
  const calls: { variant: number; from: number; to: number }[] = [];
  for (const { variant, route, tagId, sizes } of plan.routes) {
    let from = 0;
    for (const size of sizes) {
      calls.push({ variant, from, to: from += size });
      await tx.query(
        `insert into push_call (brand_id, push_id, number, variant, route, tag_id, client_msg_id, planned, state) values ($1, $2, $3, $4, $5, $6, $7, $8, 'planned')`,
        [brandId, pushId, calls.length, variant, route === 'list' ? 'send' : 'sendall', tagId, `${pushId}-${calls.length}`, size],
      );
    }
  }
  // Rows are cut where a call ends; those held out and taken out have none.
  await tx.query(
    `insert into push_batch (brand_id, push_id, number, variant, call, reason, first_id, last_id, identity_ids)
     select $1, $2, row_number() over (order by c.call, p.variant, p.reason, p.before), p.variant, coalesce(c.call, 0), p.reason,
            p.chunk << ${CHUNK_BITS}, (p.chunk + 1 << ${CHUNK_BITS}) - 1, case when c.call is null then p.ids else p.ids[greatest(c.first - p.before, 0) + 1 : c.last - p.before] end
       from (select variant, reason, ids, ids[1] >> ${CHUNK_BITS} as chunk, cardinality(ids) as people,
                    sum(cardinality(ids)) over (partition by variant, reason order by ids[1])::int - cardinality(ids) as before from placed) p
       left join unnest($3::int[], $4::int[], $5::int[]) with ordinality as c (variant, first, last, call)
              on c.variant = p.variant and c.first < p.before + p.people and c.last > p.before`,
    [brandId, pushId, calls.map(({ variant }) => variant), calls.map(({ from }) => from), calls.map(({ to }) => to)],
  );
  for (const { number: variant, people } of plan.variants)
    await tx.query('update push_variant set frozen_count = $4 where brand_id = $1 and push_id = $2 and number = $3', [brandId, pushId, variant, people]);
  await tx.query('update push set frozen_at = $3, frozen_count = $4, excluded = $5 where brand_id = $1 and id = $2', [
    brandId, pushId, nowDate(), plan.reached, JSON.stringify(plan.excluded),
  ]);
}

const EVENTS_PER_APPEND = 2000;

/** How far the timelines know of a push: batches before `batch`, and `people` of it. */
export interface TargetedCursor {
  batch: number;
  people: number;
}

/**
 * `push.targeted` on the timeline of everybody whom this call goes to; of call 0 `push.held_out` on theirs who get nothing
 * to be compared with, with a variant those whom the push itself holds out. `at` is when the call was made: it may be
 * days after the freeze. A few thousand a transaction, so that callbacks pass in between. What is there already is not
 * written again. `noted` hears how far it got; batches are in the order of calls.
 */
export async function noteTargeted(
  db: BrandDatabase, push: { id: string; assetId: string }, { number: call, at }: { number: number; at: Date }, from: TargetedCursor | null, noted: (cursor: TargetedCursor) => Promise<void>,
): Promise<void> {
  const batches = await db.query<{ number: number; variant: number }>(
    `select number, variant from push_batch where brand_id = $1 and push_id = $2 and call = $3 and (variant > 0 or reason = 'global_holdout') and number >= $4 order by number`, [db.brandId, push.id, call, from?.batch ?? 0]);
  const type = call > 0 ? 'push.targeted' : 'push.held_out';
  for (const { number, variant } of batches) {
    const [batch] = await db.query<{ ids: number[] }>('select identity_ids as ids from push_batch where brand_id = $1 and push_id = $2 and number = $3', [db.brandId, push.id, number]);
    const { ids } = batch!;
    for (let people = from?.batch === number ? from.people : 0; people < ids.length; people += EVENTS_PER_APPEND) {
      await db.tx((tx) => appendInTx(tx, db.brandId, ids.slice(people, people + EVENTS_PER_APPEND).map((id) => ({
        type, at, assetId: push.assetId, who: id, dedupKey: `${type} ${push.id} ${id}`,
        props: { push_id: push.id, ...(variant > 0 ? { variant_id: String(variant) } : {}) },
      }))));
      await noted({ batch: number, people: people + EVENTS_PER_APPEND });
    }
  }
}
