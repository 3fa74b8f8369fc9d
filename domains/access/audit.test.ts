import { afterAll, describe, expect, it } from 'vitest';
import { audit, brandChain, createBrand, encodeCursor, systemActor, verifyChain } from './index.ts';
import { testDoor } from './testing.ts';

const { database, organisationId, brandA, brandB, userWith, as, close } = await testDoor();
afterAll(close);

describe('audit', () => {
  const write = (brandId: number, action: string) =>
    database.forBrand(brandId).tx((tx) => audit(tx, { actor: systemActor('test'), brand: { brandId } }, { action, subject: 'thing:1', before: { b: 1, a: [2] }, after: { when: new Date(0), none: undefined } }));
  const check = (brandId: number) => database.forBrand(brandId).tx((tx) => verifyChain(tx, brandChain, brandId));
  const newBrand = () => database.system.tx(async (tx) => (await createBrand(tx, systemActor('test'), organisationId, { name: 'Chain' })).id);

  it('is one unbroken chain under concurrent writers', async () => {
    const brandId = await newBrand();
    await Promise.all(Array.from({ length: 20 }, (_, index) => write(brandId, `thing.${index}`)));
    expect(await check(brandId)).toMatchObject({ whole: true, entries: 20, brokenAt: null });
  });

  it('is whole although lines are written during the check', async () => {
    const brandId = await newBrand();
    await write(brandId, 'thing.first');
    const query = async (sql: string, params?: readonly unknown[]) => {
      const rows = await database.forBrand(brandId).query(sql, params);
      await write(brandId, 'thing.meanwhile');
      return rows as never;
    };
    expect(await verifyChain({ query }, brandChain, brandId)).toMatchObject({ whole: true, brokenAt: null });
  });

  it.each([
    ['an altered line', 'update audit_entry set after = \'{"when":"x"}\' where brand_id = $1 and seq = 3', 3],
    ['a changed name', 'update audit_entry set actor_name = \'somebody\' where brand_id = $1 and seq = 2', 2],
    ['a removed line', 'delete from audit_entry where brand_id = $1 and seq = 3', 3],
    ['a cut tail', 'delete from audit_entry where brand_id = $1 and seq >= 4', 4],
    ['a moved time', 'update audit_entry set at = at + interval \'1 second\' where brand_id = $1 and seq = 1', 1],
  ])('finds %s', async (_what, tamper, brokenAt) => {
    const brandId = await newBrand();
    for (let index = 1; index <= 5; index += 1) await write(brandId, `thing.${index}`);
    expect((await check(brandId)).whole).toBe(true);
    await database.system.query(tamper, [brandId]);
    expect(await check(brandId)).toMatchObject({ whole: false, brokenAt });
  });

  it('pages newest first, keeps its cursor to its brand, and exports without formulas', async () => {
    const owner = await userWith('owner');
    for (const action of ['thing.first', 'thing.second', '=cmd|x']) await write(brandA, action);
    const page = (await as(owner, 'GET', `/api/brands/${brandA}/audit?limit=2`)).json();
    const next = (await as(owner, 'GET', `/api/brands/${brandA}/audit?limit=2&cursor=${page.nextCursor}`)).json();
    expect(next.items[0].seq).toBe(page.items[1].seq - 1);
    const foreign = encodeCursor({ brandId: brandB }, [3]);
    expect((await as(owner, 'GET', `/api/brands/${brandA}/audit?cursor=${foreign}`)).json().error).toMatchObject({ code: 'invalid_cursor', field: 'cursor' });
    const { body } = await as(owner, 'GET', `/api/brands/${brandA}/audit.csv`);
    expect(body).toMatch(/^\uFEFFNumber,When \(UTC\),[^\n]*,Hash\n1,/);
    expect(body).toContain(",'=cmd|x,");
  });

  it('says what its lines are about is called, or what they point to where their own kind has no names', async () => {
    const lines = [{ subject: 'thing:1' }, { subject: 'cost:2', after: { thingId: '7' } }, { subject: 'cost:2', before: { thingId: '8' } }, { subject: 'cost:2' }, { subject: 'thing:gone', after: { thingId: '9' } }];
    await database.forBrand(brandA).tx(async (tx) => {
      for (const line of lines) await audit(tx, { actor: systemActor('test'), brand: { brandId: brandA } }, { action: 'thing.named', ...line });
    });
    const { items } = (await as(await userWith('owner'), 'GET', `/api/brands/${brandA}/audit?action=thing.named`)).json();
    expect(items.map(({ name }: { name: string | null }) => name)).toEqual([null, null, `thing 8 of ${brandA}`, `thing 7 of ${brandA}`, `thing 1 of ${brandA}`]);
  });

  it('has a chain of the organisation, for its admins alone', async () => {
    const [admin, owner] = [await userWith('organisation_admin'), await userWith('owner')];
    const base = `/api/organisations/${organisationId}`;
    await as(admin, 'POST', `${base}/brands`, { name: 'New' });
    await as(admin, 'PATCH', base, { name: 'Maison' });
    const [renamed, made] = (await as(admin, 'GET', `${base}/audit?limit=2`)).json().items;
    expect([made, renamed]).toMatchObject([
      { action: 'brand.created', after: { name: 'New' }, actorId: admin.userId },
      { action: 'organisation.renamed', before: 'Maison', after: 'Maison', seq: made.seq + 1 },
    ]);
    expect((await as(admin, 'GET', `${base}/audit.csv`)).body).toContain('brand.created');
    expect((await as(admin, 'GET', `${base}/audit/check`)).json()).toMatchObject({ whole: true, entries: made.seq + 2 });
    await database.system.query(`update organisation_audit_entry set after = '{"name":"Else"}' where organisation_id = $1 and seq = $2`, [organisationId, made.seq]);
    expect((await as(admin, 'GET', `${base}/audit/check`)).json()).toMatchObject({ whole: false, brokenAt: made.seq });
    for (const path of ['/audit', '/audit/check', '/audit.csv']) expect((await as(owner, 'GET', base + path)).statusCode).toBe(404);
  });
});
