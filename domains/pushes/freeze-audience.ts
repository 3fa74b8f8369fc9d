import { appendInTx } from '@qingniao/activity';
import { localDay, nowDate, shanghaiMidnight } from '@qingniao/kernel';
import { withdrawnAmong } from '@qingniao/people';
import type { BrandDatabase, Tx } from '@qingniao/storage';
import { planCalls, type CallPlan } from './plan-calls.ts';
import type { ExclusionReason, PushAudience } from './types.ts';

/** Mass messages one follower of a service account can get in a calendar month of Asia/Shanghai (official-account 14). */
const MONTHLY_PUSHES = 4;

export interface PlannedAudience {
  identityIds: number[];
  excluded: Partial<Record<ExclusionReason, number>>;
  calls: CallPlan;
}

/** Who would get this push now, and who is taken out for which reason; each person counts under one reason. */
export async function planAudience(
  tx: Tx, brandId: number,
  push: { assetId: string; audience: PushAudience; service: boolean },
): Promise<PlannedAudience> {
  const { audience, assetId } = push;
  const asked = await followersOf(tx, brandId, assetId, audience);
  const withdrawn = await withdrawnAmong(tx, brandId, asked, 'marketing');
  const full = new Set(push.service ? await quotaUsed(tx, brandId, asked) : []);
  const identityIds = asked.filter((id) => !withdrawn.has(id) && !full.has(id)).sort((a, b) => a - b);
  const excluded: PlannedAudience['excluded'] = {};
  if (withdrawn.size > 0) excluded.consent_withdrawn = withdrawn.size;
  const alsoFull = [...full].filter((id) => !withdrawn.has(id)).length;
  if (alsoFull > 0) excluded.quota_used = alsoFull;
  return { identityIds, excluded, calls: planCalls(audience, identityIds.length, asked.length - identityIds.length) };
}

/** Identity ids of the account's present followers that the audience names; nobody knows the openid of those who were erased. */
async function followersOf(tx: Tx, brandId: number, assetId: string, audience: PushAudience): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `select identity_id as id from follower f
      where brand_id = $1 and asset_id = $2 and subscribed
        and ($3::int is null or $3 = any (wechat_tags)) and ($4::bigint[] is null or contact_id = any ($4))
        and not exists (select 1 from erased_identity e where e.brand_id = f.brand_id and e.identity_id = f.identity_id)`,
    [brandId, assetId, audience.kind === 'tag' ? audience.tagId : null, audience.kind === 'contacts' ? audience.contactIds : null],
  );
  return rows.map((row) => row.id);
}

/** Those among `identityIds` that already were in four pushes of this calendar month. */
async function quotaUsed(tx: Tx, brandId: number, identityIds: readonly number[]): Promise<number[]> {
  const monthStart = shanghaiMidnight(`${localDay(nowDate()).slice(0, 7)}-01`);
  const rows = await tx.query<{ id: number }>(
    `select r.identity_id as id
       from push_call c
       join push_recipient r on r.brand_id = c.brand_id and r.push_id = c.push_id and r.call = c.number
      where c.brand_id = $1 and c.submitted_at >= $2 and c.state in ('submitting', 'accepted')
        and r.identity_id = any ($3::bigint[])
      group by r.identity_id having count(*) >= $4`,
    [brandId, monthStart, identityIds, MONTHLY_PUSHES],
  );
  return rows.map((row) => row.id);
}

/**
 * Writes the audience down, recipients and calls, in the caller's transaction. From here on nobody joins or
 * leaves this push. The log is not touched: a million events in one transaction would hold it for everybody.
 */
export async function freezeAudience(tx: Tx, brandId: number, pushId: string, planned: PlannedAudience): Promise<void> {
  let first = 0;
  for (const [index, size] of planned.calls.sizes.entries()) {
    const number = index + 1;
    await tx.query(
      `insert into push_call (brand_id, push_id, number, route, client_msg_id, planned, state) values ($1, $2, $3, $4, $5, $6, 'planned')`,
      [brandId, pushId, number, planned.calls.route, `${pushId}-${number}`, size],
    );
    await tx.query(
      `insert into push_batch (brand_id, push_id, number, variant, call, first_id, last_id, identity_ids)
       select $1, $2, $3, 1, $3, min(id), max(id), array_agg(id order by id) from unnest($4::bigint[]) as id having count(*) > 0`,
      [brandId, pushId, number, planned.identityIds.slice(first, first + size)],
    );
    first += size;
  }
  await tx.query(`update push set frozen_at = $3, frozen_count = $4, excluded = $5 where brand_id = $1 and id = $2`, [
    brandId, pushId, nowDate(), planned.identityIds.length, JSON.stringify(planned.excluded),
  ]);
}

const EVENTS_PER_APPEND = 2000;

/**
 * `push.targeted` on each recipient's timeline, a few thousand a transaction, so that callbacks pass in between.
 * Goes on after the identity `from`; what is there already is not written again. `noted` hears how far it got.
 */
export async function noteTargeted(
  db: BrandDatabase, push: { id: string; assetId: string; frozenAt: Date }, from: number, noted: (identityId: number) => Promise<void>,
): Promise<void> {
  for (let after = from; ;) {
    const rows = await db.query<{ id: number }>(
      `select identity_id as id from push_recipient where brand_id = $1 and push_id = $2 and identity_id > $3
        order by identity_id limit ${EVENTS_PER_APPEND}`,
      [db.brandId, push.id, after],
    );
    const last = rows.at(-1);
    if (!last) return;
    await db.tx((tx) => appendInTx(tx, db.brandId, rows.map(({ id }) => ({
      type: 'push.targeted' as const, at: push.frozenAt, assetId: push.assetId, who: id, dedupKey: `push.targeted ${push.id} ${id}`, props: { push_id: push.id },
    }))));
    after = last.id;
    await noted(after);
  }
}
