import { eventLog } from '@qingniao/activity';
import type { Core } from '../wire.ts';
import type { SandboxTime } from './follow-time.ts';
import type { SandboxClient } from './sandbox-client.ts';

export interface Progress {
  /** 0 to 1. */
  share: number;
  now: number;
  callbacks: number;
}

/** Hours between two snapshots of the sandbox, so that an interrupted load goes on from there. */
const SNAPSHOT_HOURS = 24 * 30;

/**
 * Lets the sandbox live its history, hour by hour. After each hour the product takes the new time, does what has
 * fallen due, and has projected everything; only then comes the next one. Stops early when `stopped` says so.
 */
export async function liveThroughHistory(
  core: Core, sandbox: SandboxClient, time: SandboxTime, tell: (progress: Progress) => void, stopped: () => boolean,
): Promise<boolean> {
  const { start, until, ...present } = await sandbox.about();
  let { done } = present;
  let callbacks = 0;
  for (let hours = 1; !done && !stopped(); hours += 1) {
    const step = await sandbox.step();
    time.standAt(step.now);
    await settle(core);
    done = step.done;
    callbacks += step.callbacks;
    if (hours % SNAPSHOT_HOURS === 0) await sandbox.snapshot();
    tell({ share: (step.now - start) / (until - start), now: step.now, callbacks });
  }
  return done;
}

/**
 * Everything that has fallen due is done, everything written is projected, and whoever is new has been read at WeChat;
 * what that wrote is projected too.
 */
export async function settle({ stores, rooms, projections }: Core): Promise<void> {
  const { database, timers, jobs } = stores;
  const head = () => database.system.tx((tx) => eventLog.head(tx));
  for (;;) {
    const fired = await timers.runDue();
    await jobs.idle();
    const before = await head();
    await projections.drain();
    await rooms.accounts.idle();
    if (fired === 0 && (await head()) === before) return;
  }
}
