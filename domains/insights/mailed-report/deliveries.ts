import { audit, systemActor } from '@qingniao/access';
import { maskedAddress, nowDate, type Secrets, type Text } from '@qingniao/kernel';
import type { BrandDatabase, Tx } from '@qingniao/storage';

/**
 * `waiting`: planned, or not taken and tried again. `sending`: handed to the mail server at this moment.
 * `sent`, `failed`: certain. `unknown`: the process or the connection ended in between; it is not sent again.
 */
export type DeliveryState = 'waiting' | 'sending' | 'sent' | 'failed' | 'unknown';

/** One report of one month, mailed by the schedule (`schedule`) or by one press of a button (its id). */
export interface Run {
  month: string;
  run: string;
}

export interface Delivery extends Run {
  /** Of this run and recipient; says neither. */
  id: string;
  recipient: string;
  state: DeliveryState;
  error: Text | null;
  plannedAt: Date;
  changedAt: Date;
}

export const SCHEDULED = 'schedule';

const ofRun = 'brand_id = $1 and month = $2 and run = $3';

/** Newest first. @param after the last one shown */
export const listDeliveries = (brand: BrandDatabase, limit: number, after: Pick<Delivery, 'plannedAt' | 'id'> | null): Promise<Delivery[]> =>
  brand.query<Delivery & Record<string, unknown>>(
    `select * from (
       select md5(month || run || recipient_hash) id, month, run, recipient, state, error, planned_at "plannedAt", changed_at "changedAt" from report_delivery where brand_id = $1) listed
      where $3::timestamptz is null or ("plannedAt", id) < ($3, $4) order by "plannedAt" desc, id desc limit $2`,
    [brand.brandId, limit, after?.plannedAt ?? null, after?.id ?? null],
  );

export const hashOf = (secrets: Secrets, brandId: number, address: string): string => secrets.hash(address, `report recipient:${brandId}`);

/** Each recipient of a run once, whatever became of it; who is no recipient any more gets nothing. */
export async function planDeliveries(tx: Tx, brandId: number, { month, run }: Run, recipients: ReadonlyMap<string, string>): Promise<void> {
  await tx.query(
    `insert into report_delivery (brand_id, month, run, recipient_hash, recipient, state, planned_at, changed_at)
     select $1, $2, $3, hash, recipient, 'waiting', $6, $6 from unnest($4::text[], $5::text[]) as planned (hash, recipient) on conflict do nothing`,
    [brandId, month, run, [...recipients.keys()], [...recipients.values()].map(maskedAddress), nowDate()],
  );
  await tx.query(
    `update report_delivery set state = 'failed', error = $5, changed_at = $6 where ${ofRun} and state = 'waiting' and recipient_hash <> all ($4)`,
    [brandId, month, run, [...recipients.keys()], JSON.stringify(WITHDRAWN), nowDate()],
  );
}

const WITHDRAWN: Text = { zh: '寄出前已停止、停用，或该收件人已移除。', en: 'Stopped, turned off, or the recipient removed, before it was sent.' };

/** What a process that ended left as `sending` may have arrived: its outcome is unknown from now on. */
export async function settleInterrupted(tx: Tx, brandId: number, { month, run }: Run): Promise<void> {
  const left = await tx.query<{ recipientHash: string }>(`select recipient_hash "recipientHash" from report_delivery where ${ofRun} and state = 'sending' order by 1`, [brandId, month, run]);
  for (const { recipientHash } of left) await settle(tx, brandId, { month, run, recipientHash }, 'unknown', INTERRUPTED);
}

const INTERRUPTED: Text = {
  zh: '发送途中程序中断，无法确定邮件是否送达。为避免重复，不再自动发送；请向收件人确认。',
  en: 'The program stopped while this was being sent, so it may or may not have arrived. It is not sent again by itself: ask the recipient.',
};

/** Hashes of those who still wait for it. */
export const waitingOf = async (db: BrandDatabase, { month, run }: Run): Promise<string[]> =>
  (await db.query<{ hash: string }>(`select recipient_hash "hash" from report_delivery where ${ofRun} and state = 'waiting' order by planned_at, 1`, [db.brandId, month, run])).map(({ hash }) => hash);

/** Marks it before it is sent. @returns false when it is not waiting any more */
export async function markSending(db: BrandDatabase, { month, run }: Run, hash: string): Promise<boolean> {
  const marked = await db.query(
    `update report_delivery set state = 'sending', error = null, changed_at = $5 where ${ofRun} and recipient_hash = $4 and state = 'waiting' returning 1`,
    [db.brandId, month, run, hash, nowDate()],
  );
  return marked.length > 0;
}

/** Writes down what became of it, here and in the audit log. */
export async function settle(tx: Tx, brandId: number, { month, run, recipientHash }: Run & { recipientHash: string }, state: DeliveryState, error: Text | null): Promise<void> {
  const [row] = await tx.query<{ recipient: string }>(
    `update report_delivery set state = $5, error = $6, changed_at = $7 where ${ofRun} and recipient_hash = $4 returning recipient`,
    [brandId, month, run, recipientHash, state, error && JSON.stringify(error), nowDate()],
  );
  const sent = state === 'sent';
  await audit(tx, { actor: systemActor('report'), brand: { brandId } }, { action: sent ? 'report.mailed' : 'report.not_mailed', subject: `report:${month}`, after: { recipient: row?.recipient, state, scheduled: run === SCHEDULED } });
}

const KEPT_MS = 2 * 366 * 86_400_000;

export const forgetOld = (tx: Tx, brandId: number): Promise<unknown> =>
  tx.query('delete from report_delivery where brand_id = $1 and planned_at < $2', [brandId, new Date(nowDate().getTime() - KEPT_MS)]);
