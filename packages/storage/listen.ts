import { type Log, messageOf } from '@qingniao/kernel';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';

type Heard = (payload: string) => void;

/**
 * LISTEN on one connection of its own, opened with the first channel. After a reconnect every listener is
 * called once with '' since what was said in between is lost.
 */
export function listenOn(url: string, log: Log) {
  const channels = new Map<string, Set<Heard>>();
  let client: pg.Client | null = null;
  let opening: Promise<void> | null = null;
  let closed = false;

  const tell = (channel: string, payload: string) => {
    for (const heard of channels.get(channel) ?? []) heard(payload);
  };

  const open = async () => {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'qingniao listener' });
    fresh.on('error', () => undefined);
    fresh.on('notification', ({ channel, payload }) => tell(channel, payload ?? ''));
    await fresh.connect();
    fresh.once('end', () => {
      client = null;
      if (!closed) opening = reopen();
    });
    for (const channel of channels.keys()) await fresh.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    client = fresh;
  };

  const firstOpen = () =>
    open().catch((error: unknown) => {
      opening = null;
      throw error;
    });

  const reopen = async () => {
    for (let wait = 50; !closed; wait = Math.min(wait * 2, 2000)) {
      try {
        await open();
        for (const channel of channels.keys()) tell(channel, '');
        return;
      } catch (error) {
        log.debug({ err: messageOf(error) }, 'the listening connection is not back yet');
        await sleep(wait);
      }
    }
  };

  return {
    async listen(channel: string, heard: Heard): Promise<() => Promise<void>> {
      const listeners = channels.get(channel) ?? new Set<Heard>();
      const isNew = listeners.size === 0;
      listeners.add(heard);
      channels.set(channel, listeners);
      await (opening ??= firstOpen());
      // A reconnect that is under way listens to every channel by itself.
      if (isNew) await client?.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      return async () => {
        listeners.delete(heard);
        if (listeners.size > 0 || channels.get(channel) !== listeners) return;
        channels.delete(channel);
        await client?.query(`UNLISTEN ${pg.escapeIdentifier(channel)}`).catch(() => undefined);
      };
    },
    async close(): Promise<void> {
      closed = true;
      await opening?.catch(() => undefined);
      await client?.end();
    },
  };
}
