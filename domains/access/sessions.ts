import { newId, newToken, notFound, tokenHash } from '@qingniao/kernel';
import type { Database, Tx } from '@qingniao/storage';
import { before, DAY, MINUTE, realNow } from './real-time.ts';

/** A session ends a week after its last use, and in any case after 30 days. */
export const IDLE = 7 * DAY;
export const LONGEST = 30 * DAY;

/** Use is written down at most once in this time, so that reading pages does not write rows. */
const SEEN_EVERY = 5 * MINUTE;

export interface SessionOrigin {
  address: string;
  agent: string;
}

export interface SessionUser {
  sessionHash: string;
  userId: string;
  email: string;
  name: string;
  language: 'zh' | 'en';
}

export interface SessionView {
  id: string;
  createdAt: Date;
  seenAt: Date;
  address: string;
  agent: string;
  current: boolean;
}

type Runner = Pick<Tx, 'query'>;

/** Starts a session and returns its token: the one place it ever exists in the clear. */
export async function startSession(tx: Runner, userId: string, origin: SessionOrigin): Promise<string> {
  const token = newToken(32);
  const now = realNow();
  await tx.query(
    `insert into session (token_hash, id, user_id, created_at, seen_at, address, agent) values ($1, $2, $3, $4, $4, $5, $6)`,
    [tokenHash(token), newId(), userId, now, origin.address.slice(0, 64), origin.agent.slice(0, 200)],
  );
  await tx.query('delete from session where seen_at < $1 or created_at < $2', [before(now, IDLE), before(now, LONGEST)]);
  return token;
}

/** Who the token belongs to, or null when it is unknown or over. */
export async function findSession({ system }: Database, token: string): Promise<SessionUser | null> {
  const now = realNow();
  const hash = tokenHash(token);
  const [found] = await system.query<Omit<SessionUser, 'sessionHash'> & { seenAt: Date }>(
    `select u.id "userId", u.email, u.name, u.language, s.seen_at "seenAt"
       from session s join user_account u on u.id = s.user_id
      where s.token_hash = $1 and s.seen_at >= $2 and s.created_at >= $3`,
    [hash, before(now, IDLE), before(now, LONGEST)],
  );
  if (!found) return null;
  const { seenAt, ...user } = found;
  if (now.getTime() - seenAt.getTime() > SEEN_EVERY) {
    await system.query('update session set seen_at = $2 where token_hash = $1', [hash, now]);
  }
  return { sessionHash: hash, ...user };
}

export async function listSessions({ system }: Database, userId: string, currentHash: string | null): Promise<SessionView[]> {
  const now = realNow();
  return system.query<SessionView & Record<string, unknown>>(
    `select id, created_at "createdAt", seen_at "seenAt", address, agent, token_hash = $2 "current"
       from session where user_id = $1 and seen_at >= $3 and created_at >= $4 order by seen_at desc`,
    [userId, currentHash ?? '', before(now, IDLE), before(now, LONGEST)],
  );
}

export async function endSession({ system }: Database, sessionHash: string): Promise<void> {
  await system.query('delete from session where token_hash = $1', [sessionHash]);
}

/** Ends one of the user's own sessions by its visible id. Throws 404. */
export async function endSessionById({ system }: Database, userId: string, id: string): Promise<void> {
  const ended = await system.query('delete from session where user_id = $1 and id = $2 returning id', [userId, id]);
  if (ended.length === 0) throw notFound({ zh: '该登录记录', en: 'session' });
}

/** Signs the user out everywhere, but for the session named. */
export async function endSessions(tx: Runner, userId: string, exceptHash: string | null = null): Promise<void> {
  await tx.query('delete from session where user_id = $1 and token_hash <> $2', [userId, exceptHash ?? '']);
}
