import { type Log, messageOf } from '@qingniao/kernel';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';

/** Locks by name that last as long as this process and its connection: nobody holds the lock of a dead one. */
export interface HeldLocks {
  /** False when another process has it. */
  take(name: string): Promise<boolean>;
  release(name: string): Promise<void>;
  close(): Promise<void>;
}

const SPACE = 'qingniao job ';

/** Session-level advisory locks on one connection, opened with the first; after a reconnect they are taken again. */
export function holdLocks(url: string, log: Log): HeldLocks {
  const held = new Set<string>();
  let connecting: Promise<pg.Client> | null = null;
  let closed = false;

  const connected = () => (connecting ??= connect());

  async function connect(): Promise<pg.Client> {
    for (let wait = 50; ; wait = Math.min(wait * 2, 2000)) {
      const client = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'qingniao locks' });
      client.on('error', () => undefined);
      try {
        await client.connect();
        for (const name of held) await tryLock(client, name);
        client.once('end', () => {
          connecting = null;
          if (!closed && held.size > 0) void connected().catch(() => undefined);
        });
        return client;
      } catch (error) {
        await client.end().catch(() => undefined);
        if (closed) throw error;
        log.debug({ err: messageOf(error) }, 'the connection that holds the locks of jobs is not back yet');
        await sleep(wait);
      }
    }
  }

  const tryLock = async (client: pg.Client, name: string): Promise<boolean> => {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken', [SPACE + name]);
    return rows[0]!.taken;
  };

  // One statement at a time: a plain client must not be given a second query before the first is answered.
  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const result = tail.then(async () => work(await connected()));
    tail = result.catch(() => undefined);
    return result;
  };

  return {
    take: (name) =>
      inTurn(async (client) => {
        // A session may take its own lock twice, which must not look free.
        if (held.has(name)) return false;
        const taken = await tryLock(client, name);
        if (taken) held.add(name);
        return taken;
      }),
    release: (name) =>
      inTurn(async (client) => {
        if (held.delete(name)) await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [SPACE + name]).catch(() => undefined);
      }),
    async close() {
      closed = true;
      held.clear();
      await tail;
      await (await connecting?.catch(() => null))?.end();
    },
  };
}
