import { digestId, type Log, notFound, nowDate } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';

export const alarmKinds = [
  'bad_signature', 'replayed', 'unknown_order', 'wrong_amount', 'wrong_merchant', 'wrong_appid', 'other_transaction', 'late_money', 'refund_failed', 'refunded_elsewhere', 'refunded_after_all', 'bill_differs',
] as const;
export type AlarmKind = (typeof alarmKinds)[number];

/** What does not fit an order: numbers and figures, nothing personal. */
export interface Difference {
  kind: AlarmKind;
  details: Record<string, string | number>;
}

export interface Alarm {
  id: string;
  at: Date;
  kind: AlarmKind;
  orderId: string | null;
  details: Record<string, string | number>;
  seenAt: Date | null;
  seenBy: string | null;
}

/** Recorded once, however often WeChat Pay repeats it: kind, order and details are the alarm. */
export async function raiseAlarm(db: Querier, brandId: number, log: Log, kind: AlarmKind, orderId: string | null, details: Record<string, string | number>): Promise<void> {
  const raised = await db.query(
    'insert into payment_alarm (brand_id, id, at, kind, order_id, details) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning 1',
    [brandId, digestId(kind, orderId ?? '', JSON.stringify(details)), nowDate(), kind, orderId, JSON.stringify(details)],
  );
  if (raised.length > 0) log.error({ brandId, kind, orderId, ...details }, 'WeChat Pay said something that cannot be right');
}

/** Newest first; those nobody has looked at, or all. */
export const listAlarms = (db: Querier, brandId: number, unseenOnly: boolean, limit: number, after: [Date, string] | null): Promise<Alarm[]> =>
  db.query<Alarm & Record<string, unknown>>(
    `select id, at, kind, order_id as "orderId", details, seen_at as "seenAt", seen_by as "seenBy" from payment_alarm
      where brand_id = $1 and (not $2 or seen_at is null) and ($3::timestamptz is null or (at, id) < ($3, $4)) order by at desc, id desc limit $5`,
    [brandId, unseenOnly, after?.[0] ?? null, after?.[1] ?? null, limit],
  );

/** @throws Problem not_found (404) */
export async function markAlarmSeen(db: Querier, brandId: number, id: string, by: string): Promise<void> {
  const seen = await db.query('update payment_alarm set seen_at = coalesce(seen_at, $3), seen_by = coalesce(seen_by, $4) where brand_id = $1 and id = $2 returning 1', [brandId, id, nowDate(), by]);
  if (seen.length === 0) throw notFound({ zh: '该告警', en: 'alarm' });
}
