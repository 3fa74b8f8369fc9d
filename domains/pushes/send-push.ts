import { addDays, localDay, localTime, now, nowDate, Problem, shanghaiMidnight, type Secrets, type Text } from '@qingniao/kernel';
import type { BrandDatabase, JobContext, Stores, Tx } from '@qingniao/storage';
import { isWechatError, type WechatClient } from '@qingniao/wechat';
import { callsOnDay } from './account-so-far.ts';
import { requireCaughtUp } from './caught-up.ts';
import { freezeAudience, noteTargeted, type TargetedCursor } from './freeze-audience.ts';
import { removeLeftDrafts, takeLeftDrafts } from './left-drafts.ts';
import { planPush } from './plan-push.ts';
import { massProfile } from './platform-profile.ts';
import { readRow, type AccountOf, type PushRow } from './push-row.ts';
import { callsOf, draftVariants, REPLAY_MS, submitCall } from './send-calls.ts';
import { audienceGone, requireNoStop, tooLate } from './sender-problems.ts';

export interface SendingDeps {
  stores: Stores;
  accountOf: AccountOf;
  secrets: Secrets;
}

interface SendInput {
  pushId: string;
}
const SEND_PUSH = 'send-push';

/** While a push is being sent a timer looks after it: a job that gave up (WeChat away for long) is started again. */
const LOOK_AFTER = 'pushes.look-after';
const LOOK_EVERY = 10 * 60_000;

const STOPPED: Text = { zh: '发送任务已被取消。', en: 'The sending was cancelled.' };

const AWAITING_REPORT: Text = {
  zh: '一次群发调用的应答丢失，此后名单已不足 2 人，无法重试，正在等待微信的发送报告。',
  en: 'The answer to a mass-send call was lost and its list has fewer than two people since, so it cannot be repeated: waiting for WeChat’s report.',
};

export type StartSending = (tx: Tx, brandId: number, pushId: string) => Promise<string>;

/** Registers the job and its timer. The answer puts a push in state `sending` into the job's hands and gives the job's id. */
export function registerSending(deps: SendingDeps): StartSending {
  const { database, jobs, timers } = deps.stores;
  // Somebody pressed a button: it never waits behind another account's backfill.
  jobs.register<SendInput>({ kind: SEND_PUSH, lane: 'live', run: (job) => send(deps, job) });

  timers.register(LOOK_AFTER, async ({ brandId, key: pushId, dueAt, foundAt }) => {
    const left = await database.forBrand(brandId).tx(async (tx) => {
      const [sending] = await tx.query<{ assetId: string; cancelled: boolean }>(
        `select asset_id as "assetId", exists (select 1 from job j where j.brand_id = p.brand_id and j.id = p.job_id and j.state = 'cancelled') as cancelled
           from push p where p.brand_id = $1 and p.id = $2 and p.state = 'sending' for update`,
        [brandId, pushId],
      );
      if (!sending) return null;
      if (!sending.cancelled && !isForgotten(dueAt, foundAt.getTime())) {
        await start(tx, brandId, pushId);
        return null;
      }
      await tx.query(`update push set state = 'failed', error = $3 where brand_id = $1 and id = $2`, [brandId, pushId, JSON.stringify(sending.cancelled ? STOPPED : tooLate().text)]);
      return takeLeftDrafts(tx, brandId, { id: pushId, assetId: sending.assetId });
    });
    if (left) await removeLeftDrafts(deps.accountOf, brandId, left);
  }, { asks: 'wechat' });

  const start: StartSending = async (tx, brandId, pushId) => {
    const jobId = await jobs.startIn<SendInput>(tx, brandId, SEND_PUSH, { pushId }, `${SEND_PUSH} ${pushId}`);
    await tx.query('update push set job_id = $3 where brand_id = $1 and id = $2', [brandId, pushId, jobId]);
    await timers.set(tx, { brandId, name: LOOK_AFTER, key: pushId, dueAt: new Date(now() + LOOK_EVERY), payload: null });
    return jobId;
  };
  return start;
}

/**
 * Nobody has looked after the push for so long that WeChat may know its calls no more: made after the backup that was
 * restored since, they would be made again.
 */
const isForgotten = (lookAfter: Date, at: number): boolean => at > lookAfter.getTime() - LOOK_EVERY + REPLAY_MS;

/** Freeze, then one durable step after another; may be run again from anywhere. */
async function send(deps: SendingDeps, job: JobContext<SendInput>): Promise<void> {
  const { db } = job;
  const push = await readRow(db, db.brandId, job.input.pushId);
  if (push.state !== 'sending') return;
  const { timers } = deps.stores;
  const leaveNoDrafts = async () => removeLeftDrafts(deps.accountOf, db.brandId, await takeLeftDrafts(db, db.brandId, push));
  try {
    // A job that is taken up again may come before its timer.
    const [timer] = await db.query<{ dueAt: Date }>('select due_at as "dueAt" from timer where brand_id = $1 and name = $2 and key = $3', [db.brandId, LOOK_AFTER, push.id]);
    if (timer && isForgotten(timer.dueAt, now())) throw tooLate();
    const { kind, client } = await deps.accountOf(db.brandId, push.assetId);
    if (push.frozenAt === null) {
      await requireCaughtUp(deps.stores.database, db.brandId);
      await freeze(db, push, kind, deps.secrets);
    }
    const callsADay = massProfile(localDay(now()))[kind].callsADay;
    const left = await sendCalls(job, client, await readRow(db, db.brandId, push.id), callsADay);
    if (left === 'held') return;
    const over = await db.tx(async (tx) => {
      const [row] = await tx.query<{ state: string }>('select state from push where brand_id = $1 and id = $2 for update', [db.brandId, push.id]);
      if (left === 'none') await end(tx, timers, db.brandId, push.id, 'sent', null);
      // Whoever paused or stopped it meanwhile is told nothing of a going on.
      else if (row!.state === 'sending') {
        // The timer asks again, until the push is too late.
        if (left === 'unknown') await noteError(tx, db.brandId, push.id, AWAITING_REPORT);
        else await waitForTomorrow(tx, timers, db.brandId, await readRow(tx, db.brandId, push.id), left === 'spent' ? null : callsADay);
      }
      return left === 'none' || !isOn(row!.state);
    });
    if (over) await leaveNoDrafts();
  } catch (error) {
    if (!isPassing(error)) {
      await db.tx((tx) => end(tx, timers, db.brandId, push.id, 'failed', (error as { text: Text }).text));
      return leaveNoDrafts();
    }
    // The queue tries again at once, the timer later; meanwhile people see what it is about.
    if (isWechatError(error) || error instanceof Problem) await noteError(db, db.brandId, push.id, error.text);
    throw error;
  }
}

/** Why it stands where it stands; of one that somebody stopped, what they were told stays. */
const noteError = (db: Pick<Tx, 'query'>, brandId: number, pushId: string, error: Text) =>
  db.query(`update push set error = $3 where brand_id = $1 and id = $2 and state = 'sending'`, [brandId, pushId, JSON.stringify(error)]);

/** Any number no other room uses. */
const FREEZE_LOCK = 7_305_215;

/** Pushes of an account freeze one after the other: each counts the people whom those before it took. */
const freeze = (db: BrandDatabase, push: PushRow, kind: 'service' | 'subscription', secrets: Secrets): Promise<void> =>
  db.tx(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1, hashtext($2))', [FREEZE_LOCK, `${db.brandId} ${push.assetId}`]);
    const plan = await planPush(tx, db.brandId, push, kind, nowDate(), secrets);
    requireNoStop(plan.findings);
    await freezeAudience(tx, db.brandId, push.id, plan);
  });

/**
 * `none` are left; the rest waits for `tomorrow`, or because WeChat says that no send is left (`spent`); of a call that was
 * begun it is `unknown` whether it went out; or the push is `held` by somebody.
 */
async function sendCalls(job: JobContext<SendInput>, client: WechatClient, push: PushRow, callsADay: number): Promise<'none' | 'tomorrow' | 'spent' | 'unknown' | 'held'> {
  const { db } = job;
  const calls = await callsOf(db, push.id);
  // News that WeChat would not take in time are news no more.
  if (now() - begunAt(push) > REPLAY_MS) throw tooLate();
  const from = job.cursor as TargetedCursor | null;
  let done = 0;
  const note = (number: number, at: Date) => noteTargeted(db, push, { number, at }, from, (cursor) => job.progress(done, calls.length, cursor));
  // Those held out stand behind all calls: how far they are noted says nothing of the others.
  await noteTargeted(db, push, { number: 0, at: push.frozenAt! }, null, () => job.progress(done, calls.length));
  if ((await draftVariants(db, client, push, calls)) === 'stopped') return 'held';
  if (push.speed !== null && calls.some(({ state }) => state === 'planned')) await client.mass.setSpeed(push.speed as 0 | 1 | 2 | 3 | 4);
  let usedToday = await callsOnDay(db, db.brandId, push.assetId, nowDate());
  let reached = 0;
  let unknown = 0;
  for (const call of calls) {
    await job.progress(done, calls.length);
    if (call.state === 'accepted') {
      reached += 1;
      done += 1;
      continue;
    }
    if (call.state === 'planned' && usedToday >= callsADay) return 'tomorrow';
    const outcome = await submitCall(db, client, push, call, (at) => note(call.number, at));
    if (outcome === 'held' || outcome === 'spent') return outcome;
    done += 1;
    if (outcome === 'accepted') reached += 1;
    if (outcome === 'unknown') unknown += 1;
    // One that was begun before is counted already.
    usedToday += outcome === 'accepted' && call.state === 'planned' ? 1 : 0;
  }
  if (unknown > 0) return 'unknown';
  if (reached === 0) throw audienceGone();
  await job.progress(calls.length, calls.length);
  return 'none';
}

/** When its day to go out began: with the freeze, when somebody let it go on, or at the hour of a day it waited for. */
const begunAt = ({ frozenAt, resumedAt, goesOnAt }: PushRow): number => Math.max(...[frozenAt, resumedAt, goesOnAt].map((at) => at?.getTime() ?? 0));

/**
 * The rest goes on the next day at the hour that was chosen, not in the night.
 * @param used the calls a day that are used up; null: WeChat takes no more though we know of fewer
 * @throws Problem too_late when it has waited for this day already, which brought nothing
 */
async function waitForTomorrow(tx: Tx, timers: Stores['timers'], brandId: number, push: PushRow, used: number | null): Promise<void> {
  const { id, scheduledAt, frozenAt, goesOnAt } = push;
  if (goesOnAt !== null && goesOnAt.getTime() === begunAt(push)) {
    const [made] = await tx.query('select 1 from push_call where brand_id = $1 and push_id = $2 and submitted_at >= $3 limit 1', [brandId, id, goesOnAt]);
    if (!made) throw tooLate();
  }
  const at = sameHour(addDays(localDay(now()), 1), scheduledAt ?? frozenAt!);
  const hour = localTime(at).slice(0, 16);
  const waiting: Text = used === null ? {
    zh: `微信表示该公众号目前没有群发次数（可能已在微信后台群发过），因此没有发出；其余部分将在北京时间 ${hour} 继续。`,
    en: `WeChat says that the account has no mass-send left now (it may have sent from WeChat’s own console) and did not take it; the rest goes on at ${hour} (Beijing time).`,
  } : {
    zh: `当天的 ${used} 次群发调用已用完，其余部分将在北京时间 ${hour} 继续。`,
    en: `The ${used} mass-send calls of the day are used up; the rest goes on at ${hour} (Beijing time).`,
  };
  await tx.query('update push set error = $3, goes_on_at = $4 where brand_id = $1 and id = $2', [brandId, id, JSON.stringify(waiting), at]);
  await timers.set(tx, { brandId, name: LOOK_AFTER, key: id, dueAt: at, payload: null });
}

/** On a day of Asia/Shanghai, as late as `at` is on its own. */
const sameHour = (day: string, at: Date): Date => new Date(shanghaiMidnight(day).getTime() + at.getTime() - shanghaiMidnight(localDay(at)).getTime());

/** One that was paused while its last call was on its way has ended, too. */
const isOn = (state: string): boolean => state === 'sending' || state === 'paused';

async function end(tx: Tx, timers: Stores['timers'], brandId: number, pushId: string, state: 'sent' | 'failed', error: Text | null): Promise<void> {
  await tx.query(
    `update push set state = $3, error = $4, sent_at = case when $3 = 'sent' then $5::timestamptz end
      where brand_id = $1 and id = $2 and state in ('sending', 'paused')`,
    [brandId, pushId, state, error && JSON.stringify(error), nowDate()],
  );
  await timers.cancel(tx, brandId, LOOK_AFTER, pushId);
}

/** A later try may mend it: WeChat busy or away, a token that another process renewed meanwhile, a store that restarts. */
const isPassing = (error: unknown): boolean =>
  isWechatError(error) ? error.passing : !(error instanceof Problem) || error.status === 503;
