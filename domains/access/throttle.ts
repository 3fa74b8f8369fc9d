import { Problem, type Secrets } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import { networkOf } from './network.ts';
import { before, MINUTE, realNow } from './real-time.ts';

/** How many attempts on one subject within a window, shared by all processes. */
export interface Limit {
  readonly name: string;
  readonly most: number;
  readonly window: number;
}

const accountSignIns: Limit = { name: 'sign-in account and address', most: 10, window: 15 * MINUTE };
/** Guesses from many addresses; high, since whoever reaches it locks the account's own person out. */
const scatteredSignIns: Limit = { name: 'sign-in account', most: 100, window: 15 * MINUTE };
export const addressSignIns: Limit = { name: 'sign-in address', most: 60, window: 15 * MINUTE };
export const accountResets: Limit = { name: 'reset account', most: 3, window: 60 * MINUTE };
export const addressResets: Limit = { name: 'reset address', most: 20, window: 60 * MINUTE };
/** The longest of these windows: older counts mean nothing. */
const FORGOTTEN_AFTER = 60 * MINUTE;

interface Deps {
  database: Database;
  secrets: Secrets;
}

/** Counts one attempt and throws 429 `too_many_attempts` (with `data.retryAfter` in seconds) beyond the limit. */
export async function countAttempt({ database, secrets }: Deps, limit: Limit, subject: string): Promise<void> {
  const now = realNow();
  const [row] = await database.system.query<{ count: number; since: Date }>(
    `insert into attempt as a (subject, count, since) values ($1, 1, $2)
     on conflict (subject) do update set
       count = case when a.since < $3 then 1 else a.count + 1 end,
       since = case when a.since < $3 then $2 else a.since end
     returning count, since`,
    [secrets.hash(subject, limit.name), now, before(now, limit.window)],
  );
  // Somebody new begins to count: the moment to forget those long over, so that guessing does not fill the table.
  if (row!.count === 1) await database.system.query('delete from attempt where since < $1', [before(now, FORGOTTEN_AFTER)]);
  if (row!.count <= limit.most) return;
  const retryAfter = Math.max(1, Math.ceil((row!.since.getTime() + limit.window - now.getTime()) / 1000));
  const minutes = Math.ceil(retryAfter / 60);
  throw new Problem('too_many_attempts', 429, {
    zh: `尝试次数过多，请 ${minutes} 分钟后再试。`,
    en: `Too many attempts. Try again in ${minutes} minutes.`,
  }, { data: { retryAfter } });
}

/** Counts an attempt of whoever is at the address. */
export const countAddress = (deps: Deps, limit: Limit, address: string): Promise<void> => countAttempt(deps, limit, networkOf(address));

/** A password offered for an account: counted strictly from one address, so that who guesses at it elsewhere does not lock its person out. */
export async function countPassword(deps: Deps, email: string, address: string): Promise<void> {
  await countAttempt(deps, accountSignIns, fromAddress(email, address));
  await countAttempt(deps, scatteredSignIns, email);
}

/** A success wipes the slate of the account (never of the address, which may be guessing at others). */
export async function forgetPasswords(deps: Deps, email: string, address: string): Promise<void> {
  await forgetAttempts(deps, accountSignIns, fromAddress(email, address));
  await forgetAttempts(deps, scatteredSignIns, email);
}

const fromAddress = (email: string, address: string): string => `${email} ${networkOf(address)}`;

async function forgetAttempts({ database, secrets }: Deps, limit: Limit, subject: string): Promise<void> {
  await database.system.query('delete from attempt where subject = $1', [secrets.hash(subject, limit.name)]);
}
