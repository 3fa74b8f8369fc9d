import type { Querier } from '@qingniao/activity';
import { splitSeed } from '@qingniao/experiments';
import { newId, notFound, nowDate } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';

export interface GlobalHoldout {
  id: string;
  /** Of all followers, above 0. */
  share: number;
  drawnAt: Date;
  followers: number;
  startedAt: Date;
  startedBy: string;
  /** Null: it holds now. */
  endedAt: Date | null;
}

/** Any number no other room uses. */
const HOLDOUT_LOCK = 7_305_214;

/** More than this costs more reach than the answer is worth. */
export const MOST_HELD_OUT = 0.2;

const SELECT = `
  select id, share, drawn_at as "drawnAt", followers, started_at as "startedAt", started_by as "startedBy", ended_at as "endedAt"
    from global_holdout where brand_id = $1`;

/** Newest first. */
export const listHoldouts = (db: Querier, brandId: number): Promise<GlobalHoldout[]> =>
  db.query<GlobalHoldout & Record<string, unknown>>(`${SELECT} order by id desc`, [brandId]);

/** @throws Problem not_found (404) */
export async function readHoldout(db: Querier, brandId: number, id: string): Promise<GlobalHoldout> {
  const [found] = await db.query<GlobalHoldout & Record<string, unknown>>(`${SELECT} and id = $2`, [brandId, id]);
  if (!found) throw notFound({ zh: '全局对照', en: 'global holdout' });
  return found;
}

/** The one that held at an instant. */
export async function holdoutAt(db: Querier, brandId: number, at: Date): Promise<GlobalHoldout | null> {
  const [found] = await db.query<GlobalHoldout & Record<string, unknown>>(`${SELECT} and started_at <= $2 and (ended_at is null or ended_at > $2)`, [brandId, at]);
  return found ?? null;
}

/** What the people of a draw are hashed with. @param key a secret of the brand */
export const holdoutSeed = (key: string, { drawnAt }: Pick<GlobalHoldout, 'drawnAt'>): Buffer => splitSeed(key, `global holdout ${drawnAt.toISOString()}`);

/**
 * From now on this share gets no push; 0 holds nobody out. The people stay the same (of a smaller share a part of them,
 * of a larger one they and others) unless they are drawn anew. Nothing happens where nothing would change. Changes of a
 * brand made at once come one after another. @returns what held before, and what holds now
 */
export async function changeHoldout(
  tx: Tx, brandId: number, { share, drawAnew }: { share: number; drawAnew: boolean }, by: string,
): Promise<{ before: GlobalHoldout | null; current: GlobalHoldout | null }> {
  await tx.query('select pg_advisory_xact_lock($1, $2::int)', [HOLDOUT_LOCK, brandId]);
  const at = nowDate();
  const before = (await listHoldouts(tx, brandId)).find(({ endedAt }) => endedAt === null) ?? null;
  if (share === (before?.share ?? 0) && !(drawAnew && share > 0)) return { before, current: before };
  await tx.query('update global_holdout set ended_at = $2 where brand_id = $1 and ended_at is null', [brandId, at]);
  if (share === 0) return { before, current: null };
  const id = newId();
  await tx.query(
    `insert into global_holdout (brand_id, id, share, drawn_at, followers, started_at, started_by)
     select $1, $2, $3, $4, (select count(distinct contact_id) from follower where brand_id = $1 and subscribed), $5, $6`,
    [brandId, id, share, before === null || drawAnew ? at : before.drawnAt, at, by],
  );
  return { before, current: await readHoldout(tx, brandId, id) };
}
