import { setTimeout as sleep } from 'node:timers/promises';
import { peopleWhole } from '@qingniao/people';
import type { JobContext, Tx } from '@qingniao/storage';

const LOOK_MS = 250;

/** A transaction of a job that reads contacts: waits while they are derived anew. */
export async function withPeople<T>({ db, signal }: Pick<JobContext<unknown>, 'db' | 'signal'>, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (;;) {
    const done = await db.tx(async (tx) => ((await peopleWhole(tx)) ? { value: await work(tx) } : null));
    if (done) return done.value;
    await sleep(LOOK_MS, undefined, { signal });
  }
}
