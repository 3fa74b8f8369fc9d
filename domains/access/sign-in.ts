import { Problem, type Secrets } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import { auditPerson } from './audit-person.ts';
import { endPasswordLinks } from './password-links.ts';
import { checkPassword, hashPassword, requireGoodPassword } from './passwords.ts';
import { realNow } from './real-time.ts';
import { endSessions, startSession, type SessionOrigin } from './sessions.ts';
import { addressSignIns, countAddress, countPassword, forgetPasswords } from './throttle.ts';

interface Deps {
  database: Database;
  secrets: Secrets;
}

/**
 * A session's token for the right e-mail and password. Throws 401 `wrong_credentials` (the same for an
 * unknown address and a wrong password) and 429 `too_many_attempts`, counted per address, for each account it tries and in all.
 */
export async function signIn(deps: Deps, credentials: { email: string; password: string }, origin: SessionOrigin): Promise<string> {
  const email = credentials.email.trim().toLowerCase();
  await countAddress(deps, addressSignIns, origin.address);
  await countPassword(deps, email, origin.address);
  const [user] = await deps.database.system.query<{ id: string; email: string; passwordHash: string | null }>(
    'select id, email, password_hash "passwordHash" from user_account where email = $1', [email],
  );
  const right = await checkPassword(user?.passwordHash ?? null, credentials.password);
  if (!user || !right) throw wrongCredentials();
  await forgetPasswords(deps, email, origin.address);
  return deps.database.system.tx(async (tx) => {
    // Checking took a moment: whoever changed the password meanwhile signed everybody out, this one included.
    const same = await tx.query('update user_account set last_sign_in_at = $3 where id = $1 and password_hash = $2 returning id', [user.id, user.passwordHash, realNow()]);
    if (same.length === 0) throw wrongCredentials();
    await auditPerson(tx, user, 'session.started');
    return startSession(tx, user.id, origin);
  });
}

/** Changes one's own password: other sessions end, links stop working, and this one continues under a new token, which is returned. */
export async function changePassword(
  deps: Deps, user: { id: string; email: string }, change: { current: string; next: string }, origin: SessionOrigin,
): Promise<string> {
  await countPassword(deps, user.email, origin.address);
  const [stored] = await deps.database.system.query<{ passwordHash: string | null }>('select password_hash "passwordHash" from user_account where id = $1', [user.id]);
  if (!(await checkPassword(stored?.passwordHash ?? null, change.current))) {
    throw wrongPassword();
  }
  requireGoodPassword(change.next, user.email, 'next');
  const passwordHash = await hashPassword(change.next);
  await forgetPasswords(deps, user.email, origin.address);
  return deps.database.system.tx(async (tx) => {
    const same = await tx.query('update user_account set password_hash = $3 where id = $1 and password_hash = $2 returning id', [user.id, stored!.passwordHash, passwordHash]);
    if (same.length === 0) throw wrongPassword();
    await auditPerson(tx, user, 'password.changed');
    await endSessions(tx, user.id);
    await endPasswordLinks(tx, user.id);
    return startSession(tx, user.id, origin);
  });
}

const wrongCredentials = () =>
  new Problem('wrong_credentials', 401, { zh: '邮箱或密码不正确。', en: 'The e-mail address or the password is not right.' });

const wrongPassword = () =>
  new Problem('wrong_password', 422, { zh: '当前密码不正确。', en: 'The current password is not right.' }, { field: 'current' });
