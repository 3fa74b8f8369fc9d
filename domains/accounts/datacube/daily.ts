import { type Log, addDays, localDay, now, nowDate, shanghaiMidnight } from '@qingniao/kernel';
import type { BrandDatabase, DueTimer, Timers, Tx } from '@qingniao/storage';
import { isWechatError } from '@qingniao/wechat';
import type { Account, AccountOf } from '../account-clients.ts';
import { ARTICLE_LIFE, READY, daysOf, historyOf, newestDay } from './plan.ts';
import { type CallDay, delayedDays, fetchDays, keptDays } from './store.ts';

export const DATACUBE_TIMER = 'accounts.datacube';

/** Not ready yet, or the platform is busy: look again after this. */
const LATER = 30 * 60_000;
/** The platform said the figures are late (`is_delay`): ask for those days again after this. */
const WHEN_LATE = 4 * 3_600_000;
/** Days a stopped server catches up by itself; older gaps are for the backfill. */
const CATCH_UP = 14;

/** The next 08:10 in Shanghai after an instant. */
export function nextMorning(after: Date): Date {
  const today = shanghaiMidnight(localDay(after)).getTime() + READY;
  return new Date(today > after.getTime() ? today : today + 86_400_000);
}

/** Sets the daily timer of an account, or cancels it with `after` null. */
export async function scheduleDatacube(tx: Tx, timers: Timers, brandId: number, assetId: string, after: Date | null): Promise<void> {
  if (after === null) return timers.cancel(tx, brandId, DATACUBE_TIMER, assetId);
  await timers.set(tx, { brandId, name: DATACUBE_TIMER, key: assetId, dueAt: nextMorning(after), payload: null });
}

export interface DailyDeps {
  forBrand(brandId: number): BrandDatabase;
  timers: Timers;
  accountOf: AccountOf;
  /** Begins to read the comments on the articles these figures name. */
  readComments(db: BrandDatabase, assetId: string): Promise<unknown>;
  /** Looks whether the account still has every right. */
  examine(db: BrandDatabase, account: Account): Promise<unknown>;
  log: Log;
}

/** A timer set for the late days alone. */
type Payload = 'late' | null;

/** Each morning: yesterday, what came late, what was missed, and articles that are still being read; then their comments, and the account's rights. Again when late figures come. */
export function registerDailyDatacube({ forBrand, timers, accountOf, readComments, examine, log }: DailyDeps): void {
  timers.register(DATACUBE_TIMER, async ({ brandId, key: assetId, dueAt, payload }: DueTimer) => {
    const db = forBrand(brandId);
    const morning = nextMorning(nowDate());
    // A server that was stopped over a morning does that morning's work, whatever the timer was set for.
    const lateOnly = payload === 'late' && nextMorning(dueAt) > nowDate();
    let next: { dueAt: Date; payload: Payload } = { dueAt: morning, payload: null };
    const soon = (wait: number, then: Payload) => ({ dueAt: new Date(now() + wait), payload: then });
    let again = false;
    const account = await accountOf(brandId, assetId);
    try {
      if (lateOnly) await fetchLate(db, account);
      else await fetchMorning(db, account);
      if ((await delayedDays(db, assetId)).length > 0) next = soon(WHEN_LATE, 'late');
    } catch (error) {
      if (!isWechatError(error)) throw error;
      log.warn({ asset: assetId, errcode: error.errcode }, 'datacube is not ready or refuses');
      again = error.kind === 'busy' || error.kind === 'network';
      if (again) next = soon(LATER, lateOnly ? 'late' : null);
    }
    if (!again) await readComments(db, assetId);
    if (!again && !lateOnly) await examine(db, account);
    if (next.dueAt >= morning) next = { dueAt: morning, payload: null };
    await db.tx((tx) => timers.set(tx, { brandId, name: DATACUBE_TIMER, key: assetId, ...next }));
  }, { asks: 'wechat' });
}

async function fetchLate(db: BrandDatabase, account: Account): Promise<void> {
  await fetchEach(db, account, await delayedDays(db, account.id));
}

/** Fetches everything due this morning. Throws WechatError at the first refusal; what was fetched stays. */
async function fetchMorning(db: BrandDatabase, account: Account): Promise<void> {
  const yesterday = newestDay(nowDate());
  const kept = new Map((await keptDays(db, account.id, addDays(yesterday, -LONGEST_LIFE))).map((day) => [`${day.call} ${day.day}`, day]));
  const due: CallDay[] = [];
  for (const { call, since } of historyOf[account.datacubeProfile]) {
    const missedSince = latest(addDays(yesterday, 1 - CATCH_UP), since, localDay(account.connectedAt));
    const life = ARTICLE_LIFE[call];
    const readSince = life === undefined ? null : addDays(yesterday, -life);
    for (const day of daysOf({ from: latest(addDays(yesterday, -LONGEST_LIFE), since), to: yesterday })) {
      const was = kept.get(`${call} ${day}`);
      const isDue = was ? was.late || (was.filled && readSince !== null && day >= readSince) : day >= missedSince;
      if (isDue || day === yesterday) due.push({ call, day });
    }
  }
  await fetchEach(db, account, due);
}

/** Further back than any article is read and any morning caught up. */
const LONGEST_LIFE = Math.max(CATCH_UP, ...Object.values(ARTICLE_LIFE));
/** Calls under way at once: a morning is mostly waiting. */
const TOGETHER = 8;

async function fetchEach(db: BrandDatabase, account: Account, days: readonly CallDay[]): Promise<void> {
  for (let from = 0; from < days.length; from += TOGETHER) await fetchDays(db, account, days.slice(from, from + TOGETHER));
}

const latest = (...days: string[]): string => days.reduce((one, other) => (one > other ? one : other));
