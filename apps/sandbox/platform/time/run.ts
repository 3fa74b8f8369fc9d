import { setTimeout as sleep } from 'node:timers/promises';
import type { Act } from '../../world.ts';
import { perform } from '../acts/perform.ts';
import { pushEvent } from '../callbacks/push.ts';
import { bare, cdata, event } from '../callbacks/xml.ts';
import { carryOut, finish } from '../mass/send.ts';
import { shippingJob } from '../mini-program/shipping.ts';
import { noticeTurn } from '../pay/notices.ts';
import { finishRefund } from '../pay/refunds.ts';
import { type Platform, now } from '../platform.ts';
import { finishPublication } from '../publishing/api.ts';
import { pushSubscriptionEvent } from '../subscriptions/events.ts';
import { findPerson } from '../users/people.ts';
import { type Entry, type Job, nextAt, plan, takeNext } from './agenda.ts';
import { type Clock, HOUR } from './clock.ts';

/** Lets everything happen that is due up to `until`, in order of time. Callbacks may still be under way. */
async function happenUntil(platform: Platform, until: number): Promise<void> {
  const { agenda, clock } = platform.state;
  while (nextAt(agenda) <= until) {
    const entry = takeNext(agenda)!;
    // Stepped time moves with what happens, so that an API call sees the hour's own minute.
    if (clock.mode === 'stepped' && entry.at > clock.at) await passTo(platform, entry.at);
    if (entry.act?.kind === 'unfollow') await readBeforeLeaving(platform, entry.act);
    happen(platform, entry);
    const room = platform.lanes.room();
    if (room) await room;
  }
}

async function passTo({ visits, state: { clock } }: Platform, instant: number): Promise<void> {
  await visits.before(instant);
  clock.at = instant;
}

/** Real time, in milliseconds, that somebody's leaving waits in stepped time: for a server that has never asked, and for one that does, on a busy machine. */
const PATIENCE = 2000;
const LONG_PATIENCE = 10_000;

/**
 * Stepped time runs a hundred thousand times too fast: who follows and leaves a few hours later would be gone
 * before any server could ask who they were, which takes seconds in real life. So a leaving waits until user/info
 * has been read since the follow; a server that never asks costs one pause a step.
 */
async function readBeforeLeaving(platform: Platform, { appid, openid }: { appid: string; openid: string }): Promise<void> {
  const account = platform.state.accounts.get(appid);
  if (!account?.settings.callbackUrl) return;
  const { people } = account;
  const end = performance.now() + (people.areRead ? LONG_PATIENCE : PATIENCE);
  while (people.unread?.has(openid)) {
    if (performance.now() > end) people.unread = null;
    else await sleep(5);
  }
}

/** The same, until all callbacks are answered and what the answers caused has happened as well. */
async function happenAndSettle(platform: Platform, until: number): Promise<void> {
  do {
    await happenUntil(platform, until);
    await platform.lanes.idle();
  } while (nextAt(platform.state.agenda) <= until);
}

function happen(platform: Platform, entry: Entry): void {
  if (!entry.act) return doJob(platform, entry.job, entry.at);
  const at = ownSecond(platform.lastTaps, entry.act);
  if (at > entry.at) plan(platform.state.agenda, at, { act: { ...entry.act, at } });
  else perform(platform, entry.act);
}

const REMEMBERED = 1000;

/**
 * WeChat itself tells a second event from a repeated push by person and second alone (contract 2.7), so nobody who
 * acts by themselves taps or scans twice in one: the second tap comes in the next.
 */
function ownSecond(lastTaps: Map<string, number>, act: Act): number {
  if (act.kind !== 'menu' && act.kind !== 'scan') return act.at;
  const second = Math.floor(act.at / 1000);
  if (lastTaps.get(act.openid) === second) return (second + 1) * 1000;
  if (lastTaps.size >= REMEMBERED) for (const [openid, last] of lastTaps) if (last < second) lastTaps.delete(openid);
  lastTaps.set(act.openid, second);
  return act.at;
}

function doJob(platform: Platform, job: Job, at: number): void {
  if (job.kind === 'payNotice') return noticeTurn(platform, job.mchid, job.id, at);
  if (job.kind === 'refundFinish') return finishRefund(platform, job.mchid, job.outRefundNo, at);
  const account = platform.state.accounts.get(job.appid);
  if (!account) return;
  switch (job.kind) {
    case 'massSend':
      return carryOut(platform, account, job.msgId, at);
    case 'massFinish':
      return finish(platform, account, job.msgId, at);
    case 'publishFinish':
      return finishPublication(platform, account, job.publishId, at);
    case 'templateFinish': {
      const person = findPerson(account.people, job.openid) ?? null;
      return pushEvent(platform, account, person, event('TEMPLATESENDJOBFINISH', bare('MsgID', job.msgId) + cdata('Status', job.status)), at);
    }
    case 'subscriptionSent': {
      const person = findPerson(account.people, job.openid) ?? null;
      const row = { TemplateId: job.templateId, MsgID: BigInt(job.msgId), ErrorCode: job.code, ErrorStatus: job.status };
      return pushSubscriptionEvent(platform, account, person, 'sent', [row], at);
    }
    case 'shippingReminder':
    case 'shippingReceived':
    case 'shippingSettled':
      return shippingJob(platform, account, job, at);
    case 'event': {
      const person = job.openid ? (findPerson(account.people, job.openid) ?? null) : null;
      return pushEvent(platform, account, person, event(job.event, job.xml), at);
    }
  }
}

/** Init or restore has to have happened before the first hour. */
export async function populate(platform: Platform): Promise<void> {
  if (platform.state.populated) return;
  platform.state.populated = true;
  await platform.engine?.init(platform.world);
}

export interface Step {
  now: number;
  done: boolean;
  /** The brand team has just worked, or does so in the next step: its product should be up to date before that. */
  teamWorks: boolean;
}

/**
 * Simulated hours, `hours` of them at most: people act and callbacks are answered. The hours of a step follow each
 * other without waiting for the last answer; the step waits for it, unless `settle` is false and neither the team's
 * work nor the end of history is there. A step ends early when the brand team has work; the next one is that
 * work alone, and no time passes in it. So the product can take the time and bring itself up to date in between, and
 * both clocks say the same when the team works. It ends with the hour in which somebody left an order unpaid, too: the
 * merchant closes it at WeChat Pay on time.
 */
export async function stepHours(platform: Platform, hours: number, settle = true): Promise<Step> {
  const { clock } = platform.state;
  await populate(platform);
  const worked = teamHasWork(platform);
  platform.leftUnpaid = false;
  if (worked) await letTeamWork(platform);
  else {
    for (let hour = 0; hour < hours && clock.at < clock.until && !teamHasWork(platform) && !platform.leftUnpaid; hour++) await liveHour(platform);
  }
  const toWork = teamHasWork(platform);
  if (settle || worked || toWork || clock.at >= clock.until) await happenAndSettle(platform, clock.at - 1);
  else await happenUntil(platform, clock.at - 1);
  return { now: clock.at, done: clock.at >= clock.until && !toWork, teamWorks: worked || toWork };
}

/** An operator that cannot say when it has work is asked at the end of every hour. */
async function liveHour(platform: Platform): Promise<void> {
  const { operator, engine, world, state: { clock } } = platform;
  const from = clock.at;
  const to = hourAfter(clock);
  // The rest of an hour that began in live time is planned already.
  if (from >= clock.plannedTo) await engine?.hour(world, from, to);
  await happenUntil(platform, to - 1);
  await passTo(platform, to);
  if (operator && !operator.busy) await operator.hour(world, from, to);
  platform.ledger.flush();
}

/** What it could not do now it tries again after the next hour. */
const teamHasWork = ({ operator, state: { clock } }: Platform): boolean =>
  clock.at > clock.start && clock.at !== clock.workedAt && (operator?.busy?.(clock.at) ?? false);

async function letTeamWork({ operator, world, state: { clock } }: Platform): Promise<void> {
  clock.workedAt = clock.at;
  await operator?.hour(world, clock.at - HOUR, clock.at);
}

const hourAfter = ({ at, until }: Clock): number => Math.min(until, at - (at % HOUR) + HOUR);

/** Callbacks of all accounts. */
export const sentSoFar = (platform: Platform): number => {
  let sum = 0;
  for (const account of platform.state.accounts.values()) sum += account.callbacks.sent;
  return sum;
};

/** The brand team works beside what followers do; the hour does not wait for it. */
function operate(platform: Platform, to: number): void {
  platform.operator?.hour(platform.world, to - HOUR, to).catch((error: unknown) => platform.log.error({ err: error }, 'the operator failed'));
}

/** Follows real time: each hour is planned at its beginning, each act happens at its own moment. */
export function runLive(platform: Platform): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const { clock } = platform.state;
  let working: Promise<void> = Promise.resolve();
  let stopped = false;

  const turn = async (): Promise<void> => {
    const present = now(platform);
    if (present >= clock.plannedTo) {
      const end = present - (present % HOUR) + HOUR;
      operate(platform, end - HOUR);
      clock.plannedTo = end;
      await populate(platform);
      await platform.engine?.hour(platform.world, present, end);
    }
    await happenUntil(platform, present);
    platform.ledger.flush();
  };
  const again = (): void => {
    if (stopped) return;
    clearTimeout(timer);
    const wait = Math.min(nextAt(platform.state.agenda), clock.plannedTo) - now(platform);
    timer = setTimeout(run, Math.max(0, Math.min(wait, HOUR)));
  };
  const run = (): void => {
    working = working.then(turn).catch((error: unknown) => platform.log.error({ err: error }, 'a live turn failed')).then(again);
  };
  platform.wake = again;
  run();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    platform.wake = () => undefined;
    await working;
    await platform.lanes.idle();
  };
}
