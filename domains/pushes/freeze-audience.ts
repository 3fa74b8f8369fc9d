import { appendInTx } from '@qingniao/activity';
import { localDay, nowDate, shanghaiMidnight } from '@qingniao/kernel';
import { withdrawnAmong } from '@qingniao/people';
import type { Tx } from '@qingniao/storage';
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

/** Identity ids of the account's present followers that the audience names. */
async function followersOf(tx: Tx, brandId: number, assetId: string, audience: PushAudience): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `select identity_id as id from follower
      where brand_id = $1 and asset_id = $2 and subscribed
        and ($3::int is null or $3 = any (wechat_tags)) and ($4::bigint[] is null or contact_id = any ($4))`,
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

const EVENTS_PER_APPEND = 5000;

/**
 * Writes the audience down: recipients, calls, and `push.targeted` on each person's timeline, all in
 * the caller's transaction. From here on nobody joins or leaves this push.
 */
export async function freezeAudience(tx: Tx, brandId: number, pushId: string, assetId: string, planned: PlannedAudience): Promise<void> {
  const at = nowDate();
  let first = 0;
  for (const [index, size] of planned.calls.sizes.entries()) {
    const number = index + 1;
    await tx.query(
      `insert into push_call (brand_id, push_id, number, route, client_msg_id, planned, state) values ($1, $2, $3, $4, $5, $6, 'planned')`,
      [brandId, pushId, number, planned.calls.route, `${pushId}-${number}`, size],
    );
    await tx.query(
      `insert into push_recipient (brand_id, push_id, identity_id, call) select $1, $2, id, $3 from unnest($4::bigint[]) as id`,
      [brandId, pushId, number, planned.identityIds.slice(first, first + size)],
    );
    first += size;
  }
  await tx.query(`update push set frozen_at = $3, frozen_count = $4, excluded = $5 where brand_id = $1 and id = $2`, [
    brandId, pushId, at, planned.identityIds.length, JSON.stringify(planned.excluded),
  ]);
  // Last: appending holds the log's lock until the commit.
  for (let from = 0; from < planned.identityIds.length; from += EVENTS_PER_APPEND) {
    const batch = planned.identityIds.slice(from, from + EVENTS_PER_APPEND);
    await appendInTx(tx, brandId, batch.map((who) => ({
      type: 'push.targeted' as const, at, assetId, who, dedupKey: `push.targeted ${pushId} ${who}`, props: { push_id: pushId },
    })));
  }
}
