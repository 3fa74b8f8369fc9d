import { messageOf, type Log } from '@qingniao/kernel';
import type { Database, ProjectionRunner } from '@qingniao/storage';
import { setTimeout as sleep } from 'node:timers/promises';

export interface LiveChange {
  /** The newest event id of the brand. */
  head: number;
  /** Of the events since the last change. */
  types: string[];
}

export interface LiveHub {
  /** Hears of what the brand's log gets from the moment this resolves; returns how to stop. `ended` is called when the server goes. */
  follow(brandId: number, heard: (change: LiveChange) => void, ended: () => void): Promise<() => void>;
  close(): Promise<void>;
}

interface Follower {
  heard: (change: LiveChange) => void;
  ended: () => void;
}

/** However fast the log grows, pages are told this often at most. */
const PACE_MS = 500;

/** One reader of the log for all open pages of this process; it costs nothing while nobody looks. */
export async function createLiveHub({ database, projections, channel, log }: {
  database: Database;
  projections: Pick<ProjectionRunner, 'drain'>;
  /** The channel the log's writer notifies. */
  channel: string;
  log: Log;
}): Promise<LiveHub> {
  const followers = new Map<number, Set<Follower>>();
  const heads = new Map<number, number>();
  let grew = false;
  let telling: Promise<void> | null = null;
  let closed = false;

  const stopListening = await database.listen(channel, () => {
    grew = true;
    if (followers.size > 0) telling ??= tell();
  });

  async function tell(): Promise<void> {
    try {
      while (grew && followers.size > 0 && !closed) {
        grew = false;
        // Only what was there before the projections caught up is told: pages must find it when they ask.
        const [log] = await database.system.query<{ head: number | null }>('select max(id) "head" from event');
        await projections.drain();
        for (const brandId of followers.keys()) await tellBrand(brandId, log?.head ?? 0);
        await sleep(PACE_MS);
      }
    } catch (error) {
      log.warn({ err: messageOf(error) }, 'live pages could not be told');
    } finally {
      telling = null;
    }
  }

  async function tellBrand(brandId: number, upTo: number): Promise<void> {
    const since = heads.get(brandId) ?? 0;
    const rows = await database.forBrand(brandId).query<{ type: string; head: number }>(
      'select type, max(id) "head" from event where brand_id = $1 and id > $2 and id <= $3 group by type', [brandId, since, upTo],
    );
    if (rows.length === 0) return;
    const head = Math.max(...rows.map((row) => row.head));
    heads.set(brandId, head);
    const change = { head, types: rows.map(({ type }) => type) };
    for (const { heard } of followers.get(brandId) ?? []) heard(change);
  }

  return {
    async follow(brandId, heard, ended) {
      const [log] = await database.forBrand(brandId).query<{ head: number | null }>('select max(id) "head" from event where brand_id = $1', [brandId]);
      if (!heads.has(brandId)) heads.set(brandId, log!.head ?? 0);
      const follower = { heard, ended };
      const together = followers.get(brandId) ?? new Set();
      followers.set(brandId, together.add(follower));
      if (closed) ended();
      return () => {
        together.delete(follower);
        if (together.size > 0 || followers.get(brandId) !== together) return;
        followers.delete(brandId);
        heads.delete(brandId);
      };
    },
    async close() {
      closed = true;
      await stopListening();
      await telling;
      for (const together of followers.values()) for (const { ended } of together) ended();
    },
  };
}
