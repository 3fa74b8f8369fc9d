import type { Querier } from '@qingniao/activity';
import { notFound } from '@qingniao/kernel';
import type { WechatClient } from '@qingniao/wechat';
import type { AccountKind, Planned } from './plan-push.ts';
import { PUSH } from './record-push.ts';

/** An official account as a sender needs it. @throws Problem not_found (404) */
export type AccountOf = (brandId: number, assetId: string) => Promise<{ kind: AccountKind; client: WechatClient }>;

/** A push as its sending needs it. */
export interface PushRow extends Planned, Record<string, unknown> {
  state: string;
  revision: number;
  openComments: boolean;
  speed: number | null;
  submittedBy: string | null;
  submittedAt: Date | null;
  scheduledAt: Date | null;
  frozenAt: Date | null;
  resumedAt: Date | null;
  goesOnAt: Date | null;
}

/** Of a call `c`: WeChat has it, or may have it, for its answer is not known yet. */
export const wechatHasIt = `c.state in ('submitting', 'accepted')`;

/** @throws Problem not_found (404) */
export async function readRow(db: Querier, brandId: number, pushId: string): Promise<PushRow> {
  const [push] = await db.query<PushRow>(
    `select id, asset_id as "assetId", audience, once_a_day as "onceADay", state, revision, open_comments as "openComments", speed,
            submitted_by as "submittedBy", submitted_at as "submittedAt", scheduled_at as "scheduledAt", frozen_at as "frozenAt",
            resumed_at as "resumedAt", goes_on_at as "goesOnAt"
       from push where brand_id = $1 and id = $2`,
    [brandId, pushId],
  );
  if (!push) throw notFound(PUSH);
  return push;
}
