import { digestId } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import { silentLog, testDatabase } from '../../packages/storage/testing.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendInTx, type Appender, createAppender } from './append.ts';
import { eraseIdentities, moveIdentities, noteErased } from './change-identities.ts';
import { identitiesOf, resolveIdentity } from './identities.ts';
import type { IdentityRef, NewEvent } from './types.ts';

let database: Database;
let appender: Appender;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ database, close } = await testDatabase());
  appender = await createAppender({ database, log: silentLog });
});
afterAll(async () => {
  await appender.close();
  await close();
});

const openid = (value: string): IdentityRef => ({ kind: 'openid', assetId: 'asset', value });
const click = (who: string, key: string, props: NewEvent['props'] = {}): NewEvent => ({
  type: 'menu.click', at: new Date('2026-03-01T04:00:00Z'), assetId: 'asset', who: openid(who), dedupKey: digestId(key), props,
});
const count = async (brandId: number): Promise<number> =>
  (await database.forBrand(brandId).query<{ n: number }>('select count(*) as n from event where brand_id = $1', [brandId]))[0]!.n;

describe('append', () => {
  it('stores an event once for all time, within one call, across calls and in a domain transaction', async () => {
    const first = await appender.append(1, [click('li', 'a'), click('li', 'b'), click('li', 'a')]);
    expect(first.ids).toEqual([expect.any(Number), expect.any(Number), null]);
    expect((await appender.append(1, [click('li', 'b'), click('li', 'c')])).ids).toEqual([null, expect.any(Number)]);
    const inTx = await database.forBrand(1).tx((tx) => appendInTx(tx, 1, [click('li', 'c'), click('wang', 'd')]));
    expect(inTx.ids).toEqual([null, expect.any(Number)]);
    expect((await appender.append(1, [click('li', 'c')])).ids).toEqual([null]);
    expect(await count(1)).toBe(4);
  });

  it('keeps brands apart: the same person and key of two brands are two people and two events', async () => {
    await Promise.all([appender.append(2, [click('zhao', 'k')]), appender.append(3, [click('zhao', 'k')])]);
    const rows = await database.system.query<{ brand_id: number; identity_id: number }>(
      'select brand_id, identity_id from event where brand_id in (2, 3) order by brand_id');
    expect(rows.map((row) => row.brand_id)).toEqual([2, 3]);
    expect(rows[0]!.identity_id).not.toBe(rows[1]!.identity_id);
  });

  it('shows ids in commit order to a reader that follows by cursor while four writers write', async () => {
    const others = await Promise.all([1, 2, 3].map(() => createAppender({ database, log: silentLog, batch: 7 })));
    const seen: number[] = [];
    let writing = true;
    const reader = (async () => {
      for (let cursor = 0; ;) {
        const last = !writing;
        const rows = await database.system.query<{ id: number }>('select id from event where brand_id = 4 and id > $1 order by id limit 50', [cursor]);
        for (const row of rows) seen.push((cursor = row.id));
        if (last && rows.length === 0) return;
      }
    })();
    await Promise.all([appender, ...others].flatMap((one, writer) =>
      Array.from({ length: 150 }, (_, i) => one.append(4, [click(`p${i}`, `order ${writer} ${i}`)]))));
    await database.forBrand(4).tx((tx) => appendInTx(tx, 4, [click('p1', 'order in tx')]));
    writing = false;
    await reader;
    expect(seen).toHaveLength(601);
    expect(await count(4)).toBe(601);
    expect(await database.system.query('select value from identity where brand_id = 4')).toHaveLength(150);
    await Promise.all(others.map((other) => other.close()));
  });

  it('lets one impossible event fail alone', async () => {
    const bad = { ...click('sun', 'bad'), at: new Date(Number.NaN) };
    const results = await Promise.allSettled([
      appender.append(5, [click('sun', 'ok 1')]), appender.append(5, [bad]), appender.append(5, [{ ...click('sun', 'nul'), props: { a: 'x\0y' } }]),
      appender.append(5, [click('sun', 'ok 2')]),
    ]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(await count(5)).toBe(2);
  });

  it('stores people mentioned as identities, not as text', async () => {
    await appender.append(6, [{ ...click('giver', 'gift'), mentions: { friend_identity: openid('friend') } }]);
    const friend = await resolveIdentity(database.forBrand(6), 6, openid('friend'));
    const [row] = await database.forBrand(6).query('select props from event where brand_id = 6');
    expect(row!['props']).toEqual({ friend_identity: friend });
  });
});

describe('identities', () => {
  it('gives a newcomer a contact of its own and moves it there and back', async () => {
    const brand = database.forBrand(7);
    const a = await resolveIdentity(brand, 7, openid('a'));
    const b = await resolveIdentity(brand, 7, { kind: 'unionid', assetId: null, value: 'u' });
    expect(await resolveIdentity(brand, 7, { kind: 'unionid', assetId: null, value: 'u' })).toBe(b);
    await brand.tx((tx) => moveIdentities(tx, 7, [b], a));
    expect((await identitiesOf(brand, 7, a)).map((row) => row.id)).toEqual([a, b]);
    await brand.tx((tx) => moveIdentities(tx, 7, [b], b));
    expect((await identitiesOf(brand, 7, a)).map((row) => row.id)).toEqual([a]);
    const changes = await brand.query('select type, identity_id, props from event where brand_id = 7 order by id');
    expect(changes).toEqual([a, b].map((contact) => ({ type: 'identity.moved', identity_id: b, props: { contact_id: contact } })));
  });

  it('makes somebody new of an erased person who comes back, although the writer knew them', async () => {
    await appender.append(8, [click('gone', 'before', { content: 'my phone' })]);
    const brand = database.forBrand(8);
    const before = await resolveIdentity(brand, 8, openid('gone'));
    // The writer, a domain's transaction and a mention have resolved them, and wait behind the erasure.
    const waiting: Promise<unknown>[] = [];
    await brand.tx(async (tx) => {
      await noteErased(tx, 8, [before], 'test');
      await eraseIdentities(tx, 8, [before]);
      waiting.push(
        appender.append(8, [click('gone', 'on its way'), click('before', 'another'), { ...click('giver', 'gift'), mentions: { friend: openid('gone') } }]),
        brand.tx((other) => appendInTx(other, 8, [click('gone', 'in a transaction')])),
      );
      await expect.poll(() => database.system.query(`select 1 from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`)).toHaveLength(2);
    });
    await Promise.all(waiting);
    await appender.append(8, [click('gone', 'after')]);
    const after = await resolveIdentity(brand, 8, openid('gone'));
    expect(after).not.toBe(before);
    const keys = ['on its way', 'in a transaction', 'after'].map((key) => digestId(key));
    expect(await brand.query('select distinct identity_id from event where dedup_key = any ($1::uuid[])', [keys])).toEqual([{ identity_id: after }]);
    expect(await brand.query('select props from event where dedup_key = $1', [digestId('gift')])).toEqual([{ props: { friend: after } }]);
    expect(await count(8)).toBe(7);
    const [kept] = await brand.query<{ props: object; value: string }>(
      'select e.props, i.value from event e join identity i on i.brand_id = 8 and i.id = e.identity_id where e.brand_id = 8 and e.identity_id = $1 order by e.id limit 1', [before]);
    expect(kept!.props).toEqual({});
    expect(kept!.value).not.toContain('gone');
  });
});
