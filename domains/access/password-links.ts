import { badRequest, newToken, tokenHash, type Secrets } from '@qingniao/kernel';
import type { Database, Tx } from '@qingniao/storage';
import { systemActor } from './actor.ts';
import { auditPerson } from './audit-person.ts';
import { mailTexts, type Mailer } from './mailer.ts';
import { hashPassword, requireGoodPassword } from './passwords.ts';
import { after, DAY, HOUR, realNow } from './real-time.ts';
import { endSessions, startSession, type SessionOrigin } from './sessions.ts';
import { forgetPasswords } from './throttle.ts';

export type LinkPurpose = 'invitation' | 'reset';

const lifetimes: Record<LinkPurpose, number> = { invitation: 7 * DAY, reset: HOUR };

/** A single-use link that sets the user's password. Older ones for the same purpose stop working. */
export async function createPasswordLink(tx: Tx, userId: string, purpose: LinkPurpose, baseUrl: string): Promise<string> {
  await tx.query('delete from password_link where user_id = $1 and purpose = $2', [userId, purpose]);
  return addPasswordLink(tx, userId, purpose, baseUrl);
}

async function addPasswordLink(tx: Tx, userId: string, purpose: LinkPurpose, baseUrl: string): Promise<string> {
  const token = newToken(32);
  const now = realNow();
  await tx.query(
    'insert into password_link (token_hash, user_id, purpose, created_at, expires_at) values ($1, $2, $3, $4, $5)',
    [tokenHash(token), userId, purpose, now, after(now, lifetimes[purpose])],
  );
  // After the #, so that no server, proxy or referrer ever sees it.
  return `${baseUrl}/set-password#${token}`;
}

/** A reset link for the CLI to print; null when there is no such user. */
export async function createResetLink(database: Database, email: string, baseUrl: string): Promise<string | null> {
  return database.system.tx(async (tx) => {
    const [user] = await tx.query<{ id: string; email: string }>('select id, email from user_account where email = $1', [email.trim().toLowerCase()]);
    if (!user) return null;
    await auditPerson(tx, user, 'password.link_made', systemActor('cli'));
    return createPasswordLink(tx, user.id, 'reset', baseUrl);
  });
}

/**
 * Mails a reset link if the address belongs to somebody; whether it does, the caller never learns.
 * Anybody may ask, so links made before, by whomever, go on working until they are too old.
 */
export async function mailResetLink(database: Database, mailer: Mailer, email: string, baseUrl: string): Promise<void> {
  const address = email.trim().toLowerCase();
  const [user] = await database.system.query<{ id: string; language: 'zh' | 'en' }>('select id, language from user_account where email = $1', [address]);
  if (!user || !mailer.works) return;
  const link = await database.system.tx(async (tx) => {
    await tx.query('delete from password_link where user_id = $1 and expires_at <= $2', [user.id, realNow()]);
    return addPasswordLink(tx, user.id, 'reset', baseUrl);
  });
  await mailLink(mailer, 'reset', address, link, user.language);
}

export const mailLink = (mailer: Mailer, purpose: LinkPurpose, to: string, link: string, language: 'zh' | 'en'): Promise<void> =>
  mailer.send({ to, subject: mailTexts[purpose].subject[language], text: mailTexts[purpose].body(link)[language] });

/**
 * Sets the password, spends the link, signs the user out everywhere and in here, whatever was guessed before.
 * @returns the new session's token. Throws 422 `link_spent` or `weak_password`.
 */
export async function redeemPasswordLink(
  { database, secrets }: { database: Database; secrets: Secrets }, token: string, password: string, origin: SessionOrigin,
): Promise<{ email: string; session: string }> {
  const found = await findLink(database, token);
  if (!found) throw linkSpent();
  requireGoodPassword(password, found.email);
  const passwordHash = await hashPassword(password);
  const session = await database.system.tx(async (tx) => {
    // The account first, in the order in which whoever changes its password takes both.
    await tx.query('update user_account set password_hash = $2, last_sign_in_at = $3 where id = $1', [found.userId, passwordHash, realNow()]);
    // Conditional, so that of two people with one link only the first succeeds.
    const spent = await tx.query(
      'update password_link set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2 returning user_id',
      [tokenHash(token), realNow()],
    );
    if (spent.length === 0) throw linkSpent();
    const user = { id: found.userId, email: found.email };
    await auditPerson(tx, user, 'password.set_by_link');
    await auditPerson(tx, user, 'session.started');
    await endSessions(tx, found.userId);
    await endPasswordLinks(tx, found.userId);
    return startSession(tx, found.userId, origin);
  });
  await forgetPasswords({ database, secrets }, found.email, origin.address);
  return { email: found.email, session };
}

/** Whoever sets a new password ends what else could set one. */
export async function endPasswordLinks(tx: Tx, userId: string): Promise<void> {
  await tx.query('delete from password_link where user_id = $1 and used_at is null', [userId]);
}

/** Whose link it is, or null when it is unknown, used or too old. */
export async function findLink({ system }: Database, token: string): Promise<{ userId: string; email: string; name: string; purpose: LinkPurpose } | null> {
  const [found] = await system.query<{ userId: string; email: string; name: string; purpose: LinkPurpose }>(
    `select u.id "userId", u.email, u.name, l.purpose from password_link l join user_account u on u.id = l.user_id
      where l.token_hash = $1 and l.used_at is null and l.expires_at > $2`,
    [tokenHash(token), realNow()],
  );
  return found ?? null;
}

const linkSpent = () =>
  badRequest('link_spent', {
    zh: '此链接已使用或已过期，请重新申请。',
    en: 'This link was used already or is too old. Ask for a new one.',
  });
