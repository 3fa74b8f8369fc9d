import { audit, type AuditedBy } from '@qingniao/access';
import { addDays, localDay, nowDate, shanghaiMidnight } from '@qingniao/kernel';
import { receivedAfter, type Querier } from '@qingniao/activity';
import type { BrandDatabase, Timers, Tx } from '@qingniao/storage';
import { peopleWhole } from '../people-lock.ts';

/** Months; null keeps. */
export interface Retention {
  /** What people wrote, sent and scanned, and where they were. */
  wordsMonths: number | null;
  /** People who left every account and were no customers. */
  leaversMonths: number | null;
}

/** Domain 4.3: "other events 13 months"; on unfollow facts stay under the pseudonymous contact, unless the brand decides otherwise. */
const defaults: Retention = { wordsMonths: 13, leaversMonths: null };

export const RETENTION = 'people.retention';

interface StoredRetention extends Retention {
  /** The last event whose words are forgotten. */
  forgottenTo: number;
}

export async function retentionOf(db: Querier, brandId: number): Promise<StoredRetention> {
  const [row] = await db.query<StoredRetention & Record<string, unknown>>(
    'select words_months as "wordsMonths", leavers_months as "leaversMonths", forgotten_to as "forgottenTo" from retention where brand_id = $1', [brandId],
  );
  return row ?? { ...defaults, forgottenTo: 0 };
}

/** Longer keeps what is still there; shorter works from the next night on. */
export async function changeRetention(db: BrandDatabase, timers: Timers, by: AuditedBy, { wordsMonths, leaversMonths }: Retention): Promise<Retention> {
  return db.tx(async (tx) => {
    const before = await retentionOf(tx, db.brandId);
    await audit(tx, by, {
      action: 'retention.changed', subject: `brand:${db.brandId}`,
      before: { wordsMonths: before.wordsMonths, leaversMonths: before.leaversMonths }, after: { wordsMonths, leaversMonths },
    });
    await tx.query(
      `insert into retention (brand_id, words_months, leavers_months) values ($1, $2, $3)
       on conflict (brand_id) do update set words_months = excluded.words_months, leavers_months = excluded.leavers_months`,
      [db.brandId, wordsMonths, leaversMonths],
    );
    await planNext(tx, timers, db.brandId);
    return { wordsMonths, leaversMonths };
  });
}

export async function saveForgottenTo(tx: Tx, brandId: number, forgottenTo: number): Promise<void> {
  await tx.query(
    `insert into retention (brand_id, words_months, leavers_months, forgotten_to) values ($1, $2, $3, $4)
     on conflict (brand_id) do update set forgotten_to = excluded.forgotten_to`,
    [brandId, defaults.wordsMonths, defaults.leaversMonths, forgottenTo],
  );
}

/** People who follow no account, did not come to be customers, and are known to nobody but WeChat. `$1` is the brand. */
export const leavers = `contact c where c.brand_id = $1 and not c.subscribed and c.unfollowed_at is not null and c.erased_at is null and c.stage in ('lead', 'prospect')
  and not exists (select 1 from identity i where i.brand_id = $1 and i.contact_id = c.id and i.kind not in ('openid', 'unionid'))`;
export const lastSeen = 'greatest(c.unfollowed_at, c.last_active_at)';

/** What was there before this instant is older than so many months. */
export const cutoff = (months: number): Date => shanghaiMidnight(addMonths(localDay(nowDate()), -months));

/**
 * When something will be too old: sets the brand's timer to three in the morning after, tomorrow at the soonest. A
 * young brand is not looked at for a year.
 */
export async function planNext(tx: Tx, timers: Timers, brandId: number): Promise<void> {
  const { wordsMonths, leaversMonths, forgottenTo } = await retentionOf(tx, brandId);
  const words = wordsMonths === null ? null : await receivedAfter(tx, brandId, forgottenTo);
  // Nobody knows yet who left: that is asked again tomorrow.
  const whole = leaversMonths === null || (await peopleWhole(tx));
  const [left] = leaversMonths === null ? [] : await tx.query<{ at: Date | null }>(`select min(${lastSeen}) as at from ${leavers}`, [brandId]);
  const days = [tooOldOn(words, wordsMonths), tooOldOn(left?.at ?? null, leaversMonths), addDays(localDay(nowDate()), LOOK_AGAIN)].filter((day) => day !== null);
  const tomorrow = addDays(localDay(nowDate()), 1);
  const day = whole ? days.sort()[0]! : tomorrow;
  await timers.set(tx, { brandId, name: RETENTION, key: '', dueAt: new Date(shanghaiMidnight(day > tomorrow ? day : tomorrow).getTime() + NIGHT), payload: null });
}

/** Days after which a brand is looked at although nothing is near. */
const LOOK_AGAIN = 400;
const NIGHT = 3 * 3_600_000;

const tooOldOn = (at: Date | null, months: number | null): string | null => (at === null || months === null ? null : addDays(addMonths(localDay(at), months), 1));

/** The same day of another month, or the last one it has. */
function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
