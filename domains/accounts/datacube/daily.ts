import { type Log, addDays, localDay, now, nowDate, shanghaiMidnight } from '@qingniao/kernel';
import type { BrandDatabase, DueTimer, Timers, Tx } from '@qingniao/storage';
import { type DatacubeName, isWechatError } from '@qingniao/wechat';
import type { Account, AccountOf } from '../account-clients.ts';
import { ARTICLE_LIFE, historyOf, spanEnding } from './plan.ts';
import { articleDays, delayedDays, fetchSpan, missingDays } from './store.ts';

export const DATACUBE_TIMER = 'accounts.datacube';

/** Figures of yesterday are ready after 08:00 Beijing (official-account 17). */
const READY = (8 * 60 + 10) * 60_000;
/** Not ready yet, or the platform is busy: look again after this. */
const LATER = 30 * 60_000;
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
  log: Log;
}

/** Each morning: yesterday, what came late, what was missed, and articles that are still being read. */
export function registerDailyDatacube({ forBrand, timers, accountOf, log }: DailyDeps): void {
  timers.register(DATACUBE_TIMER, async ({ brandId, key: assetId }: DueTimer) => {
    const db = forBrand(brandId);
    let dueAt = nextMorning(nowDate());
    try {
      await fetchMorning(db, await accountOf(brandId, assetId));
    } catch (error) {
      if (!isWechatError(error)) throw error;
      log.warn({ asset: assetId, errcode: error.errcode }, 'datacube is not ready or refuses');
      if (error.kind === 'busy' || error.kind === 'network') dueAt = new Date(now() + LATER);
    }
    await db.tx((tx) => timers.set(tx, { brandId, name: DATACUBE_TIMER, key: assetId, dueAt, payload: null }));
  });
}

/** Fetches everything due this morning. Throws WechatError at the first refusal; what was fetched stays. */
export async function fetchMorning(db: BrandDatabase, account: Account): Promise<void> {
  const yesterday = addDays(localDay(now()), -1);
  const wanted = new Map<string, { call: DatacubeName; day: string }>();
  const want = (call: DatacubeName, day: string) => void wanted.set(`${call} ${day}`, { call, day });
  for (const { call, since } of historyOf[account.datacubeProfile]) {
    if (yesterday < since) continue;
    const from = addDays(yesterday, 1 - CATCH_UP);
    want(call, yesterday);
    const gap = { from: [from, since, localDay(account.connectedAt)].sort().at(-1)!, to: yesterday };
    if (gap.from <= gap.to) for (const day of await missingDays(db, db.brandId, account.id, call, gap)) want(call, day);
    const life = ARTICLE_LIFE[call];
    if (life) for (const day of await articleDays(db, db.brandId, account.id, call, addDays(yesterday, -life))) want(call, day);
  }
  for (const { call, day } of await delayedDays(db, db.brandId, account.id)) want(call, day);
  for (const { call, day } of wanted.values()) await fetchSpan(db, account, call, spanEnding(call, day, day));
}
