import type { Log } from '@qingniao/kernel';
import PgBoss from 'pg-boss';
import { setTimeout as sleep } from 'node:timers/promises';
import { isConnectionLost } from './database.ts';
import type { Database, Lane, Row, Tx } from './types.ts';

/** What travels through the queue; everything else is in the job table. */
export interface Ticket {
  brandId: number;
  id: string;
}

export const LANES: readonly Lane[] = ['live', 'bulk'];
const RETRIES = 5;
/** pg-boss allows no longer run; a job that reaches it goes on from its cursor. */
const LONGEST_RUN_SECONDS = 86_399;

/** With `tx` the ticket exists exactly when that transaction commits. */
export async function sendTicket(boss: PgBoss, ticket: Ticket, lane: Lane, retries = RETRIES, tx?: Tx): Promise<void> {
  await boss.send(lane, ticket, {
    id: ticket.id, retryLimit: retries, retryDelay: 1, retryBackoff: true, expireInSeconds: LONGEST_RUN_SECONDS,
    ...(tx ? { db: { executeSql: async (sql: string, values: unknown[]) => ({ rows: await tx.query(sql, values) }) } } : {}),
  });
}

/**
 * pg-boss on the system pool. It does not wait for the statement that ends a job, so a failure there would end the
 * process: a broken connection is waited out here, and at the end of the process nothing fails any more.
 */
export async function startQueue(database: Database, log: Log, stopping: () => boolean): Promise<PgBoss> {
  const executeSql = async (sql: string, values: unknown[]): Promise<{ rows: Row[] }> => {
    for (;;) {
      try {
        return { rows: await database.system.query(sql, values) };
      } catch (error) {
        if (stopping()) return { rows: [] };
        if (!isPassing(error)) throw error;
        await sleep(200);
      }
    }
  };
  const boss = new PgBoss({
    db: { executeSql },
    schema: 'pgboss',
    supervise: true,
    schedule: false,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 7,
  });
  boss.on('error', (error) => log.error({ err: error }, 'the job queue reports an error'));
  await boss.start();
  for (const lane of LANES) await boss.createQueue(lane);
  return boss;
}

/** Makes the queue's own tables beforehand (test templates); `createJobs` does it by itself on first use. */
export async function prepareJobs(database: Database, log: Log): Promise<void> {
  const boss = await startQueue(database, log, () => false);
  await boss.stop({ graceful: false });
}

/** A lost connection, a server that restarts, a deadlock: the same statement works later. */
const isPassing = (error: unknown): boolean =>
  isConnectionLost(error) || ['database_unavailable', '40P01', '40001'].includes((error as { code?: string }).code ?? '');
