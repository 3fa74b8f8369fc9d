import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { setUp, setupCode } from './index.ts';
import { createPasswordLink } from './password-links.ts';
import { endSessions, IDLE, LONGEST } from './sessions.ts';
import { testDoor } from './testing.ts';
import { countPassword } from './throttle.ts';

const { database, secrets, outbox, app, brandA, userWith, signInAs, as, PASSWORD, close } = await testDoor();
afterEach(() => vi.useRealTimers());
afterAll(close);

/** Passwords that were offered, without the time it takes to check them. */
async function guessAt(email: string, times: number, from = (guess: number) => `10.8.1.${guess}`): Promise<void> {
  for (let guess = 0; guess < times; guess += 1) await countPassword({ database, secrets }, email, from(guess));
}

describe('sessions', () => {
  it('keeps only a hash, in an HttpOnly SameSite cookie', async () => {
    const user = await userWith('viewer');
    const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { email: user.email.toUpperCase(), password: PASSWORD } });
    expect(answer.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    const token = answer.cookies[0]!.value;
    const rows = await database.system.query('select * from session where user_id = $1', [user.userId]);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('ends a week after the last use and after 30 days in any case', async () => {
    const user = await userWith('viewer');
    const start = Date.now();
    const at = async (ms: number) => {
      vi.setSystemTime(start + ms);
      return (await as(user, 'GET', '/api/session')).statusCode;
    };
    vi.useFakeTimers({ toFake: ['Date'] });
    expect(await at(IDLE - 60_000)).toBe(200);
    expect(await at(2 * IDLE - 120_000)).toBe(200);
    expect(await at(3 * IDLE)).toBe(401);
    const busy = await userWith('viewer');
    const from = Date.now();
    for (let day = 1; day < 30; day += 5) {
      vi.setSystemTime(from + day * 86_400_000);
      expect((await as(busy, 'GET', '/api/session')).statusCode).toBe(200);
    }
    vi.setSystemTime(from + LONGEST - 60_000);
    expect((await as(busy, 'GET', '/api/session')).statusCode).toBe(200);
    vi.setSystemTime(from + LONGEST + 60_000);
    expect((await as(busy, 'GET', '/api/session')).statusCode).toBe(401);
  });

  it('wants the CSRF header of this very session for every write, and none for an API key', async () => {
    const owner = await userWith('owner');
    const other = await userWith('owner');
    const url = `/api/brands/${brandA}`;
    for (const csrf of ['', 'x'.repeat(64), other.csrf]) {
      const refused = await as({ cookie: owner.cookie, csrf }, 'PATCH', url, { name: 'Stolen' });
      expect([refused.statusCode, refused.json().error.code]).toEqual([403, 'csrf']);
    }
    expect((await as(owner, 'PATCH', url, { name: 'A' })).statusCode).toBe(200);
  });

  it('does not let another site’s page sign anybody in', async () => {
    const user = await userWith('viewer');
    const signIn = (site: string, url = '/api/session') => app.inject({
      method: 'POST', url, payload: { email: user.email, password: PASSWORD }, headers: { 'sec-fetch-site': site },
    });
    expect((await signIn('same-origin')).statusCode).toBe(204);
    for (const url of ['/api/session', '/%61pi/session']) expect((await signIn('cross-site', url)).json().error.code).toBe('csrf');
  });

  it('lists, ends one, ends all others, and signs out', async () => {
    const user = await userWith('viewer');
    const second = await signInAs(user.email);
    const third = await signInAs(user.email);
    const { items } = (await as(user, 'GET', '/api/sessions')).json();
    expect(items).toHaveLength(3);
    expect(items.filter((item: { current: boolean }) => item.current)).toHaveLength(1);
    const thirdId = (await as(third, 'GET', '/api/sessions')).json().items.find((item: { current: boolean }) => item.current).id;
    const stranger = await userWith('owner');
    expect((await as(stranger, 'DELETE', `/api/sessions/${thirdId}`)).statusCode).toBe(404);
    expect((await as(user, 'DELETE', `/api/sessions/${thirdId}`)).statusCode).toBe(204);
    expect((await as(third, 'GET', '/api/session')).statusCode).toBe(401);
    expect((await as(user, 'DELETE', '/api/sessions')).statusCode).toBe(204);
    expect((await as(second, 'GET', '/api/session')).statusCode).toBe(401);
    expect((await as(user, 'DELETE', '/api/session')).statusCode).toBe(204);
    expect((await as(user, 'GET', '/api/session')).statusCode).toBe(401);
  });

  it('says the same for a wrong password and an unknown address, and stops guessing from one address and from everywhere', async () => {
    const user = await userWith('viewer');
    const offer = (email: string, from: number, password = 'not the right one') => app.inject({
      method: 'POST', url: '/api/session', payload: { email, password }, remoteAddress: `10.9.${from}.1`,
    });
    const wrong = (await offer(user.email, 0)).json().error;
    const unknown = (await offer('nobody@example.com', 0)).json().error;
    expect({ ...wrong, requestId: '' }).toEqual({ ...unknown, requestId: '' });
    for (let guesses = 2; guesses <= 10; guesses += 1) expect((await offer(user.email, 0)).statusCode).toBe(401);
    const stopped = await offer(user.email, 0, PASSWORD);
    expect(stopped.statusCode).toBe(429);
    expect(stopped.json().error.data.retryAfter).toBeGreaterThan(0);
    // A connection has more IPv6 addresses than guesses.
    const offerV6 = (host: number) => app.inject({ method: 'POST', url: '/api/session', payload: { email: 'six@example.com', password: 'x' }, remoteAddress: `2001:db8::${host}` });
    for (let guesses = 1; guesses <= 10; guesses += 1) expect((await offerV6(guesses)).statusCode).toBe(401);
    expect((await offerV6(11)).statusCode).toBe(429);
    // Their own person is not locked out by them.
    expect((await offer(user.email, 1, PASSWORD)).statusCode).toBe(204);
    await guessAt(user.email, 99);
    expect([(await offer(user.email, 2)).statusCode, (await offer(user.email, 3)).statusCode]).toEqual([401, 429]);
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 16 * 60_000);
    expect((await offer(user.email, 0)).statusCode).toBe(401);
  });

  it('are opened at once by a password link, however many passwords were guessed before', async () => {
    const user = await userWith('viewer');
    const at = { remoteAddress: '10.8.0.1' };
    const offer = (password: string, remoteAddress = at.remoteAddress) => app.inject({ method: 'POST', url: '/api/session', payload: { email: user.email, password }, remoteAddress });
    await guessAt(user.email, 10, () => at.remoteAddress);
    await guessAt(user.email, 90);
    expect([(await offer(PASSWORD)).statusCode, (await offer(PASSWORD, '10.8.2.1')).statusCode]).toEqual([429, 429]);
    const token = (await database.system.tx((tx) => createPasswordLink(tx, user.userId, 'reset', ''))).split('#')[1];
    const redeemed = await app.inject({ method: 'POST', url: '/api/password-links/redeem', payload: { token, password: 'another long secret' }, ...at });
    const { name, value } = redeemed.cookies[0]!;
    expect((await app.inject({ url: '/api/session', headers: { cookie: `${name}=${value}` } })).json().user.email).toBe(user.email);
    expect((await offer('another long secret')).statusCode).toBe(204);
  });
});

describe('passwords', () => {
  it('resets by a single-use mailed link that signs out everywhere', async () => {
    const user = await userWith('viewer');
    outbox.length = 0;
    const asked = await app.inject({ method: 'POST', url: '/api/password-resets', payload: { email: user.email } });
    const askedUnknown = await app.inject({ method: 'POST', url: '/api/password-resets', payload: { email: 'nobody@example.com' } });
    expect([asked.statusCode, asked.body]).toEqual([askedUnknown.statusCode, askedUnknown.body]);
    await expect.poll(() => outbox).toHaveLength(1);
    const token = /http:\/\/crm\.example\/set-password#(\S+)/.exec(outbox[0]!.text)![1]!;
    const redeem = (password: string) => app.inject({ method: 'POST', url: '/api/password-links/redeem', payload: { token, password } });
    expect((await redeem('password123')).json().error).toMatchObject({ code: 'weak_password', field: 'password' });
    const both = await Promise.all([redeem('another long secret'), redeem('another long secret')]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
    expect((await as(user, 'GET', '/api/session')).statusCode).toBe(401);
    await signInAs(user.email, 'another long secret');
    const written = await database.system.query(`select action from organisation_audit_entry where subject = $1 order by seq`, [`user:${user.userId}`]);
    expect(written.filter(({ action }) => action === 'password.set_by_link')).toHaveLength(1);
  });

  it('that were right a moment ago open nothing once another was set and everybody signed out', async () => {
    const user = await userWith('viewer');
    const meanwhile = async (attempt: () => ReturnType<typeof as>) => {
      const started: { answer?: ReturnType<typeof as> } = {};
      await database.system.tx(async (tx) => {
        await tx.query(`update user_account set password_hash = password_hash || 'x' where id = $1`, [user.userId]);
        await endSessions(tx, user.userId);
        started.answer = attempt();
        // It found the old password right, and waits for the account.
        await expect.poll(() => database.system.query(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`), { timeout: 5000 }).toHaveLength(1);
      });
      const { statusCode } = await started.answer!;
      await database.system.query(`update user_account set password_hash = left(password_hash, -1) where id = $1`, [user.userId]);
      return [statusCode, (await database.system.query('select 1 from session where user_id = $1', [user.userId])).length];
    };
    expect(await meanwhile(() => as(user, 'POST', '/api/session', { email: user.email, password: PASSWORD }))).toEqual([401, 0]);
    const again = await signInAs(user.email);
    expect(await meanwhile(() => as(again, 'POST', '/api/session/password', { current: PASSWORD, next: 'another long secret' }))).toEqual([422, 0]);
  });

  it('end every open link when they are changed or set', async () => {
    const user = await userWith('viewer');
    const link = (purpose: 'reset' | 'invitation') => database.system.tx((tx) => createPasswordLink(tx, user.userId, purpose, '')).then((text) => text.split('#')[1]!);
    const links = async () => (await database.system.query('select 1 from password_link where user_id = $1 and used_at is null', [user.userId])).length;
    await link('reset');
    expect((await as(user, 'POST', '/api/session/password', { current: PASSWORD, next: 'another long secret' })).statusCode).toBe(204);
    expect(await links()).toBe(0);
    const [token] = [await link('reset'), await database.system.query(`insert into password_link values ('other', $1, 'invitation', now(), now() + interval '1 day')`, [user.userId])];
    expect((await app.inject({ method: 'POST', url: '/api/password-links/redeem', payload: { token, password: PASSWORD } })).statusCode).toBe(200);
    expect(await links()).toBe(0);
  });

  it('lets a reset link live an hour and a newer link replace it', async () => {
    const user = await userWith('viewer');
    const link = () => database.system.tx((tx) => createPasswordLink(tx, user.userId, 'reset', '')).then((text) => text.split('#')[1]!);
    const inspect = async (token: string) => (await app.inject({ method: 'POST', url: '/api/password-links/inspect', payload: { token } })).json().link;
    const first = await link();
    const second = await link();
    expect(await inspect(first)).toBeNull();
    expect(await inspect(second)).toMatchObject({ email: user.email, purpose: 'reset' });
    const made = Date.now();
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(made + 59 * 60_000);
    expect(await inspect(second)).not.toBeNull();
    vi.setSystemTime(made + 61 * 60_000);
    expect(await inspect(second)).toBeNull();
  });

  it('names a first owner only with the printed code, and only once', async () => {
    const given = { organisation: 'O', brand: 'B', owner: { email: 'first@example.com', name: 'F', password: PASSWORD, language: 'zh' as const } };
    await expect(setUp(database, secrets, 'wrong', given)).rejects.toMatchObject({ status: 403 });
    await expect(setUp(database, secrets, setupCode(secrets), given)).rejects.toMatchObject({ code: 'already_set_up' });
  });
});
