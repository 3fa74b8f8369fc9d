import { appendInTx } from '@qingniao/activity';
import { nowDate } from '@qingniao/kernel';
import type { BrandDatabase, Tx } from '@qingniao/storage';
import { MASS_OPENIDS } from '@qingniao/wechat';
import type { PushPlan } from './plan-push.ts';

/**
 * Writes a plan down, people and calls, in the transaction of `planPush`, from its table `placed`. From here on nobody
 * joins or leaves this push. The log is not touched: a million events in one transaction would hold it for everybody.
 */
export async function freezeAudience(tx: Tx, brandId: number, pushId: string, plan: PushPlan): Promise<void> {
  let number = 0;
  /** By variant, where its calls start; a list has a call a batch, WeChat's own audiences one call for all. */
  const firstCall = new Map<number, { first: number; each: 0 | 1; people: number }>();
  for (const { variant, route, tagId, sizes } of plan.routes) {
    firstCall.set(variant, { first: number + 1, each: route === 'list' ? 1 : 0, people: sizes.reduce((sum, size) => sum + size, 0) });
    for (const size of sizes) {
      number += 1;
      await tx.query(
        `insert into push_call (brand_id, push_id, number, variant, route, tag_id, client_msg_id, planned, state) values ($1, $2, $3, $4, $5, $6, $7, $8, 'planned')`,
        [brandId, pushId, number, variant, route === 'list' ? 'send' : 'sendall', tagId, `${pushId}-${number}`, size],
      );
    }
  }
  const variants = [...firstCall.keys()];
  const of = (key: 'first' | 'each' | 'people') => variants.map((variant) => firstCall.get(variant)![key]);
  // The last but one of a list that would leave a rest of one goes with that rest (40130), as in `listSizes`.
  await tx.query(
    `insert into push_batch (brand_id, push_id, number, variant, call, reason, first_id, last_id, identity_ids)
     select $1, $2, row_number() over (order by variant, reason, part), variant, coalesce(min(first + each * part), 0), reason, min(id), max(id), array_agg(id order by id)
       from (select id, p.variant, p.reason, c.first, c.each,
                    case when c.people > ${MASS_OPENIDS.most} and c.people % ${MASS_OPENIDS.most} = 1 and p.place = c.people - 2 then p.place + 1 else p.place end / ${MASS_OPENIDS.most} as part
               from (select identity_id as id, variant, reason, row_number() over (partition by variant, reason order by identity_id) - 1 as place from placed) p
               left join unnest($3::int[], $4::int[], $5::int[], $6::int[]) as c (variant, first, each, people) on c.variant = p.variant) r
      group by variant, reason, part`,
    [brandId, pushId, variants, of('first'), of('each'), of('people')],
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
 * `push.targeted` on the timeline of everybody who shall get it, a few thousand a transaction, so that callbacks pass
 * in between. What is there already is not written again. `noted` hears how far it got.
 */
export async function noteTargeted(
  db: BrandDatabase, push: { id: string; assetId: string; frozenAt: Date }, from: TargetedCursor | null, noted: (cursor: TargetedCursor) => Promise<void>,
): Promise<void> {
  const batches = await db.query<{ number: number; variant: number }>(
    'select number, variant from push_batch where brand_id = $1 and push_id = $2 and call > 0 and number >= $3 order by number', [db.brandId, push.id, from?.batch ?? 0]);
  for (const { number, variant } of batches) {
    const [batch] = await db.query<{ ids: number[] }>('select identity_ids as ids from push_batch where brand_id = $1 and push_id = $2 and number = $3', [db.brandId, push.id, number]);
    const { ids } = batch!;
    for (let people = from?.batch === number ? from.people : 0; people < ids.length; people += EVENTS_PER_APPEND) {
      await db.tx((tx) => appendInTx(tx, db.brandId, ids.slice(people, people + EVENTS_PER_APPEND).map((id) => ({
        type: 'push.targeted' as const, at: push.frozenAt, assetId: push.assetId, who: id, dedupKey: `push.targeted ${push.id} ${id}`,
        props: { push_id: push.id, variant_id: String(variant) },
      }))));
      await noted({ batch: number, people: people + EVENTS_PER_APPEND });
    }
  }
}
