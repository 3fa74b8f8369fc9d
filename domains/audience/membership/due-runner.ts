import { type Log, messageOf, now, nowDate, onClockMoved, type Secrets } from '@qingniao/kernel';
import { peopleWhole } from '@qingniao/people';
import type { Database } from '@qingniao/storage';
import { secondOf } from '../rule/durations.ts';
import { judgePeople, type Case } from './judge-people.ts';
import type { LiveRules } from './live-rules.ts';
import { lockAudience } from './lock.ts';

export interface DueRunner {
  /** Judges everybody whose moment has come by the present clock; returns how many memberships were looked at. */
  runDue(): Promise<number>;
  stop(): Promise<void>;
}

const BATCH = 250;
/** Moments written by other processes, and after a pause of the machine, are looked for this often, in real time. */
const TICK_MS = 1000;

/**
 * Judges people at the very second at which time may change their membership. The rows are the truth: nothing is lost with a
 * process, and who comes late still writes the right moment into the history. No timer rows, because there is one a person.
 */
export function createDueRunner({ database, live, secrets, log }: { database: Database; live: LiveRules; secrets: Secrets; log: Log }): DueRunner {
  let tail: Promise<unknown> = Promise.resolve();
  let queued = false;
  let stopped = false;
  let waking: NodeJS.Timeout | null = null;

  const kick = () => {
    if (stopped || queued) return;
    queued = true;
    runDue().catch((error: unknown) => log.warn({ err: messageOf(error) }, 'memberships that fell due could not be judged; the next look tries again'));
  };
  const ticking = setInterval(kick, TICK_MS).unref();
  const stopListening = onClockMoved(kick);

  function runDue(): Promise<number> {
    const run = tail.then(async () => {
      queued = false;
      let judged = 0;
      for (;;) {
        const next = await nextDue();
        if (stopped || next === null) return judged;
        if (next.dueAt.getTime() > now()) {
          sleepUntil(next.dueAt);
          return judged;
        }
        const more = await judgeDue(next.brandId);
        if (more === null) return judged;
        judged += more;
      }
    });
    tail = run.catch(() => undefined);
    return run;
  }

  /** To the millisecond, when it comes before the next tick. */
  function sleepUntil(due: Date): void {
    const left = due.getTime() - now();
    if (waking) clearTimeout(waking);
    waking = left < TICK_MS ? setTimeout(kick, left).unref() : null;
  }

  async function nextDue(): Promise<{ brandId: number; dueAt: Date } | null> {
    const [next] = await database.system.query<{ brandId: number; dueAt: Date }>(
      `select d.brand_id as "brandId", d.due_at as "dueAt" from segment_due d
        where exists (select 1 from segment s where s.brand_id = d.brand_id and s.id = d.segment_id and s.state = 'live' and not s.exchanging)
        order by d.due_at limit 1`,
    );
    return next ?? null;
  }

  /** Null: contacts are being derived anew, and a later look judges. */
  const judgeDue = (brandId: number): Promise<number | null> =>
    database.system.tx(async (tx) => {
      if (!(await peopleWhole(tx))) return null;
      await lockAudience(tx, brandId);
      const rules = new Map((await live.of(tx, brandId)).map((rule) => [rule.segmentId, rule]));
      const rows = await tx.query<{ segmentId: string; contactId: number; dueAt: Date }>(
        `select segment_id as "segmentId", contact_id as "contactId", due_at as "dueAt" from segment_due
          where brand_id = $1 and segment_id = any ($2::text[]) and due_at <= $3 order by due_at limit ${BATCH}`,
        [brandId, [...rules.keys()], nowDate()],
      );
      const cases: Case[] = rows.map(({ segmentId, contactId, dueAt }) => ({ contactId, rules: [rules.get(segmentId)!], from: secondOf(dueAt) }));
      await judgePeople(tx, brandId, cases, secrets);
      return rows.length;
    });

  return {
    runDue,
    async stop() {
      stopped = true;
      clearInterval(ticking);
      if (waking) clearTimeout(waking);
      stopListening();
      await tail;
    },
  };
}
