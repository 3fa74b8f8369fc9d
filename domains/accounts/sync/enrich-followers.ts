import type { LogEvent } from '@qingniao/activity';
import { type Log, messageOf, now, nowDate } from '@qingniao/kernel';
import { platformProfileFrom, recordPlatformProfiles } from '@qingniao/people';
import { prepared, type Database, type Projection } from '@qingniao/storage';
import { USER_BATCH, isWechatError } from '@qingniao/wechat';
import type { AccountOf } from '../account-clients.ts';
import { askAbout } from './ask-about.ts';

const FOLLOWED = 'follower_pending';
/** A replay of the log must not ask about everybody who ever followed. */
const RECENT = 48 * 3_600_000;
/** While one process asks, the others leave these people alone. */
const LEASE = 60_000;
const LONGEST_PAUSE = 3_600_000;

/** Notes everybody who followed; the asking happens outside the projection. */
export const newFollowers: Projection<LogEvent> = {
  name: 'accounts-new-followers',
  async apply(tx, events) {
    const follows = events.filter((event) => event.type === 'follow' && event.identityId !== null && event.assetId !== null && event.receivedAt.getTime() > now() - RECENT);
    if (follows.length === 0) return;
    await tx.query(
      `insert into follower_pending (brand_id, event_id, asset_id, identity_id, attempts, not_before)
       select *, 0, $5 from unnest($1::int[], $2::bigint[], $3::text[], $4::bigint[]) on conflict do nothing`,
      [follows.map((event) => event.brandId), follows.map((event) => event.id), follows.map((event) => event.assetId), follows.map((event) => event.identityId), nowDate()],
    );
    await tx.query(`select pg_notify('${FOLLOWED}', '')`);
  },
  reset: (tx) => tx.query('delete from follower_pending').then(() => undefined),
};

/** How many followers of these brands WeChat is still to be asked about. */
export const followersUnread = async ({ system }: Pick<Database, 'system'>, brandIds: readonly number[]): Promise<number> =>
  (await system.query<{ unread: number }>('select count(*)::int as unread from follower_pending where brand_id = any ($1)', [brandIds]))[0]?.unread ?? 0;

export interface FollowerReader {
  /** Resolves when nobody is waiting to be read; those WeChat refuses for now are left for later. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

interface Waiting extends Record<string, unknown> {
  brandId: number;
  eventId: number;
  assetId: string;
  openid: string;
  attempts: number;
}

/**
 * Reads user/info within seconds of a follow, up to 100 people a call: where somebody came from is lost with a quick
 * unfollow. Several processes may run it.
 */
export async function startFollowerReader({ database, accountOf, log }: { database: Database; accountOf: AccountOf; log: Log }): Promise<FollowerReader> {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function readAll(): Promise<void> {
    do {
      again = false;
      while (!stopped && (await readSome())) again = false;
    } while (again && !stopped);
  }

  /** False when nobody was due. */
  async function readSome(): Promise<boolean> {
    const waiting = (await claim(database)).sort((a, b) => a.eventId - b.eventId);
    const [first] = waiting;
    if (!first) return false;
    try {
      const account = await accountOf(first.brandId, first.assetId);
      const infos = await askAbout(account, waiting.map(({ openid }) => openid));
      // One follow, one reading: a batch that crashed half-way is written once.
      const run = `follow ${waiting[0]!.eventId}`;
      await recordPlatformProfiles(database.forBrand(first.brandId), first.assetId, infos.map(platformProfileFrom), run);
      await forget(database, waiting);
    } catch (error) {
      await later(database, waiting, error, log);
    }
    return true;
  }

  const wake = (): Promise<void> => {
    again = true;
    return (running ??= readAll()
      .catch((error: unknown) => log.warn({ err: messageOf(error) }, 'new followers could not be read'))
      .finally(() => {
        running = null;
      }));
  };
  const unlisten = await database.listen(FOLLOWED, () => void wake());
  // People put off after a refusal, and those of a process that died.
  const ticking = setInterval(() => void wake(), 5000).unref();
  void wake();

  return {
    idle: wake,
    async stop() {
      stopped = true;
      clearInterval(ticking);
      await unlisten();
      await running;
    },
  };
}

/** Up to 100 followers of one account, leased. */
const claim = (database: Database): Promise<Waiting[]> =>
  database.system.query<Waiting>(
    prepared(`with first as (select brand_id, asset_id from follower_pending where not_before <= $1 order by not_before, event_id limit 1 for update skip locked),
          mine as (select p.brand_id, p.event_id from follower_pending p join first using (brand_id, asset_id)
                    where p.not_before <= $1 order by p.event_id limit ${USER_BATCH} for update of p skip locked)
     update follower_pending p set not_before = $2 from mine, identity i
      where p.brand_id = mine.brand_id and p.event_id = mine.event_id and i.brand_id = p.brand_id and i.id = p.identity_id
     returning p.brand_id as "brandId", p.event_id as "eventId", p.asset_id as "assetId", i.value as openid, p.attempts`),
    [nowDate(), new Date(now() + LEASE)],
  );

const forget = (database: Database, waiting: readonly Waiting[]): Promise<unknown> =>
  database.system.query(prepared('delete from follower_pending where brand_id = $1 and event_id = any ($2::bigint[])'), [waiting[0]!.brandId, waiting.map(({ eventId }) => eventId)]);

/** Transient: try again, ever more slowly. For good: their source stays unknown, which is counted. */
async function later(database: Database, waiting: readonly Waiting[], error: unknown, log: Log): Promise<void> {
  const passing = isWechatError(error) ? error.passing : !(error instanceof Error && 'status' in error);
  const asset = waiting[0]!.assetId;
  if (!passing) {
    log.warn({ asset, people: waiting.length, err: messageOf(error) }, 'the source of new followers stays unknown');
    await forget(database, waiting);
    return;
  }
  const attempts = Math.max(...waiting.map((one) => one.attempts)) + 1;
  const pause = Math.min(2000 * 2 ** attempts, LONGEST_PAUSE);
  log.warn({ asset, people: waiting.length, attempts, err: messageOf(error) }, 'new followers will be read later');
  await database.system.query(
    'update follower_pending set attempts = $3, not_before = $4 where brand_id = $1 and event_id = any ($2::bigint[])',
    [waiting[0]!.brandId, waiting.map(({ eventId }) => eventId), attempts, new Date(now() + pause)],
  );
}
