import { eventLog } from '@qingniao/activity';
import { headOf } from '@qingniao/storage';
import { billTimers, payTimers } from '@qingniao/store';
import type { Core } from '../wire.ts';
import type { SandboxTime } from './follow-time.ts';
import type { SandboxClient } from './sandbox-client.ts';

export interface Progress {
  /** 0 to 1. */
  share: number;
  now: number;
  callbacks: number;
}

const HOUR = 3_600_000;
/** Hours at a time while nothing is due and the brand team has no work; the log is projected beside it all along. */
const MOST_HOURS = 24;
/** Between two snapshots of the sandbox, so that an interrupted load goes on from there. */
const SNAPSHOT_EVERY = 30 * 24 * HOUR;

/**
 * Lets the sandbox live its history. It stops wherever the product has something due or the brand team works. What is
 * due is done beside the following step, except what asks WeChat Pay: it refuses signatures five minutes old, so time
 * waits for that, at the next stop for what is only then asked for. What was written is projected beside the step (nobody whose follow is two days old is asked about any
 * more). Only before the team's work and at the end does time wait until the product has done and projected everything;
 * what the team's work made due is done before time goes on. Jobs may take longer than a step. Ends early when `stopped`
 * says so. Whoever calls it holds the timers.
 */
export async function liveThroughHistory(
  core: Core, sandbox: SandboxClient, time: SandboxTime, onDisk: () => Promise<void>, tell: (progress: Progress) => void, stopped: () => boolean,
): Promise<boolean> {
  const { start, until, ...present } = await sandbox.about();
  let { now, done } = present;
  await settle(core);
  // The opening community has just filled empty tables; the planner would not know for minutes.
  await core.stores.database.system.query('analyze');
  let callbacks = 0;
  let saved = now;
  while (!done && !stopped()) {
    let next = await nextDue(core, now);
    if (next.payments) {
      await doWhatIsDue(core);
      next = await nextDue(core, now);
    }
    const [step] = await Promise.all([sandbox.step(next.hours), fireBeside(core, now), core.projections.drain()]);
    time.standAt(step.now);
    const snapshotDue = step.now - saved >= SNAPSHOT_EVERY;
    const teamHasWorked = step.teamWorks && step.now === now && !step.done;
    if (teamHasWorked) await doWhatIsDue(core);
    else if (step.teamWorks || step.done || snapshotDue) await settle(core);
    ({ now, done } = step);
    callbacks += step.callbacks;
    if (snapshotDue) {
      // The sandbox repeats what came after its snapshot, and nothing from before.
      await onDisk();
      await sandbox.snapshot();
      saved = now;
    }
    tell({ share: (now - start) / (until - start), now, callbacks });
  }
  return done;
}

interface NextDue {
  /** Whether WeChat Pay is to be asked now. */
  payments: boolean;
  /** To the end of the hour in which the next timer falls due; those due already run meanwhile. */
  hours: number;
}

async function nextDue({ stores }: Core, now: number): Promise<NextDue> {
  const [timer] = await stores.database.system.query<{ payments: boolean; due: Date | null }>(
    `select coalesce(bool_or(due_at <= $1 and name = any ($2)), false) as payments,
            min(due_at) filter (where held_until is null and due_at > $1 and name <> all ($3)) as due
       from timer`, [new Date(now), payTimers, billTimers],
  );
  const hours = Math.ceil(((timer?.due?.getTime() ?? Infinity) - now) / HOUR);
  return { payments: timer?.payments ?? false, hours: Math.max(1, Math.min(MOST_HOURS, hours)) };
}

/**
 * Everything that has fallen due is done, everything written is projected, and whoever is new has been read at WeChat;
 * what that wrote is projected too.
 */
export async function settle(core: Core): Promise<void> {
  const { stores, rooms, projections, audience } = core;
  const head = () => headOf(stores.database.system, eventLog);
  for (;;) {
    const fired = await doWhatIsDue(core);
    const before = await head();
    await projections.drain();
    for (const lane of audience.lanes) await lane.drain();
    await rooms.accounts.idle();
    if (fired === 0 && (await head()) === before) return;
  }
}

/** The jobs it began, too. */
async function doWhatIsDue(core: Core): Promise<number> {
  const fired = await fireWhatIsDue(core);
  await core.stores.jobs.idle();
  return fired;
}

async function fireWhatIsDue({ stores: { timers }, audience }: Core): Promise<number> {
  await audience.runDue();
  return timers.runDue();
}

/** Beside a step: up to its beginning, though callbacks may tell of a later time meanwhile. */
async function fireBeside({ stores: { timers }, audience }: Core, until: number): Promise<void> {
  await audience.runDue();
  await timers.runDue(until, 'pay');
}
