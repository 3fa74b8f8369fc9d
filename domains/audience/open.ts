import { eventLog } from '@qingniao/activity';
import { messageOf, type Log, type Secrets } from '@qingniao/kernel';
import { contactChanges } from '@qingniao/people';
import { createProjectionRunner, type Pace, type ProjectionRunner, type Stores } from '@qingniao/storage';
import { createDueRunner } from './membership/due-runner.ts';
import { audienceContacts, audienceEvents } from './membership/lanes.ts';
import { createLiveRules } from './membership/live-rules.ts';
import { noteNewLists, startSizes } from './membership/sizes.ts';
import { giveBackAbandoned, publishJob } from './publish.ts';

/** What keeps memberships true. */
export interface Audience {
  /** The lanes behind the log and behind what changes about people, apart from all others: nothing bulky delays them. */
  readonly lanes: readonly ProjectionRunner[];
  /** Judges everybody whose moment has come by the present clock; returns how many memberships were looked at. */
  runDue(): Promise<number>;
  close(): Promise<void>;
}

/** Somebody may be waiting for the membership: a short gathering only. */
const PACE: Pace = { least: 2, share: 2 / 3, most: 15 };

/** How often, in real time, publications are looked for that nobody ended, and lists whose history has not begun. */
const LOOK_MS = 15_000;

/** Sets the room to work: its lanes, its moments, and the jobs that publish. */
export function openAudience({ stores, secrets, log, pace = PACE }: { stores: Stores; secrets: Secrets; log: Log; pace?: Pace }): Audience {
  const { database, jobs, timers } = stores;
  const live = createLiveRules();
  const lanes = [
    createProjectionRunner({ database, source: eventLog, projections: [audienceEvents(live, secrets)], log, pace }),
    createProjectionRunner({ database, source: contactChanges, projections: [audienceContacts(live, secrets)], log, pace }),
  ];
  const due = createDueRunner({ database, live, secrets, log });
  startSizes(database, timers);
  jobs.register(publishJob(stores, secrets));
  const looking = setInterval(() => {
    giveBackAbandoned(database).catch((error: unknown) => log.warn({ err: messageOf(error) }, 'abandoned publications were not looked for'));
    noteNewLists(database, timers).catch((error: unknown) => log.warn({ err: messageOf(error) }, 'new lists were not looked for'));
  }, LOOK_MS).unref();
  return {
    lanes,
    runDue: () => due.runDue(),
    async close() {
      clearInterval(looking);
      await Promise.all([due.stop(), ...lanes.map((lane) => lane.stop())]);
    },
  };
}
