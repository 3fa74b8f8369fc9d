import { testActor } from '@qingniao/access/testing';
import { eventLog, identitiesOf, resolveIdentity } from '@qingniao/activity';
import { backup, type BackupManifest, type BrandDatabase, type Database } from '@qingniao/storage';
import { testDatabase } from '@qingniao/storage/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consentState, purposes, recordConsent } from './consent.ts';
import { afterWorkingDays, eraseContact } from './erase.ts';
import { exportPerson } from './export-person.ts';
import { readablePerson } from './readable-person.ts';
import { commitImport, previewImport } from './import-contacts.ts';
import { listContacts } from './list-contacts.ts';
import { bindIdentity } from './merge-contacts.ts';
import { phoneHash } from './phone.ts';
import { peopleProjection } from './projections.ts';
import { insertValues, matrixOf, openValue, setProfile } from './profile.ts';
import { countStages } from './stages.ts';
import { createTag } from './tags.ts';
import { append, contactOf, derivedRows, happened, openid, project, rebuild, testParts } from './testing.ts';

let database: Database;
let close: () => Promise<void>;
let nextBrand = 1;
const parts = testParts();
const secrets = parts.secrets;

beforeAll(async () => ({ database, close } = await testDatabase()));
afterAll(() => close());

/** A brand of its own for each test. */
const newBrand = (): BrandDatabase => database.forBrand(nextBrand++);
const by = (db: BrandDatabase) => ({ actor: testActor('owner'), brand: { brandId: db.brandId } });
const expectRebuildEqual = async (batch: number) => {
  const before = await derivedRows(database);
  await rebuild(database, parts, batch);
  expect(await derivedRows(database)).toEqual(before);
};

describe('import', () => {
  const countContacts = async (db: BrandDatabase) =>
    (await db.query<{ count: number }>('select count(distinct contact_id) as count from identity where brand_id = $1', [db.brandId]))[0]!.count;
  const file = (text: string) => Buffer.from(text);
  const commit = (db: BrandDatabase, text: string, digest: string) =>
    commitImport(db, file(text), { digest, by: 'test', consentText: '2026-01' }, secrets, parts.sources);

  it('says what is wrong by line and imports nothing while anything is', async () => {
    const db = newBrand();
    const bad = '会员号,手机,gender,consents,colour\nM1,13812341234,female,marketing,red\n,,male,,\nM3,12345,female,,\nM4,,alien,telepathy,\n';
    const preview = await previewImport(db, file(bad), secrets);
    expect(preview.errors.map(({ line, column }) => [line, column])).toEqual([[3, null], [4, 'phone'], [5, 'gender'], [5, 'consents']]);
    expect(preview.columns.at(-1)).toEqual({ name: 'colour', known: false });
    await expect(commit(db, bad, preview.digest)).rejects.toMatchObject({ code: 'import_errors', status: 422 });
    expect(await db.query('select 1 from identity where brand_id = $1', [db.brandId])).toHaveLength(0);
    await expect(previewImport(db, Buffer.from([0x6e, 0xff, 0xfe]), secrets)).rejects.toMatchObject({ code: 'not_utf8' });
    await expect(previewImport(db, file('member_no,name\nM1,"open\n'), secrets)).rejects.toMatchObject({ code: 'invalid_csv' });
  });

  it('reads the words of either language and the dates Excel writes, and says what may be filled in', async () => {
    const db = newBrand();
    const header = '会员号,性别,生日,阶段,内容偏好,已同意的用途（以分号分隔）\n';
    const good = `${header}M1,女,1990/1/2,新客,工艺；艺术,营销\nM2,Male,1990年12月31日,Recurring,craft,\n`.replace('营销', purposes.marketing.zh);
    const { digest, errors } = await previewImport(db, file(good), secrets);
    expect(errors).toEqual([]);
    await commit(db, good, digest);
    await project(database, parts);
    expect(await countStages(db, db.brandId)).toMatchObject({ new: 1, recurring: 1 });
    const known = async (member: string) => {
      const id = await contactOf(db, { kind: 'member_no', assetId: null, value: member });
      const { groups } = await matrixOf(db, db.brandId, id, secrets);
      const shown = Object.fromEntries(groups.flatMap(({ fields }) => fields.map(({ key, value }) => [key, value])));
      return [shown['gender'], await openValue(db, db.brandId, id, 'birthday', secrets), shown['content_interests'], await consentState(db, db.brandId, id, 'marketing')];
    };
    expect(await known('M1')).toEqual(['female', '1990-01-02', ['craft', 'art'], 'given']);
    expect((await known('M2')).slice(0, 3)).toEqual(['male', '1990-12-31', ['craft']]);
    const bad = await previewImport(db, file(`${header}M3,未知,1990/2/30,老客,,\nM4,,2 Jan,,,\n`), secrets);
    expect(bad.errors.map(({ line, column, zh }) => [line, column, zh])).toEqual([
      [2, 'gender', '可填：女、男、其他。'], [2, 'birthday', '“生日”的内容不正确。'], [2, 'stage', '可填：潜在客户、意向客户、新客、回头客。'],
      [3, 'birthday', '日期应如 1990-01-02 或 1990/1/2。'],
    ]);
  });

  it('brings customers without an openid, joins them when they bind, and is harmless twice', async () => {
    const db = newBrand();
    const good = 'member_no,phone,name,stage,consents\nM1,138 1234 1234,王小明,new,marketing;sms\nM2,+33 612345678,Ada,recurring,\n';
    const { digest } = await previewImport(db, file(good), secrets);
    expect(await commit(db, good, digest)).toEqual({ rows: 2, contacts: 2 });
    expect(await commit(db, good, digest)).toEqual({ rows: 2, contacts: 2 });
    await expect(commit(db, good, 'other')).rejects.toMatchObject({ code: 'file_changed', status: 409 });
    await append(db, happened('follow', openid('w'), 5));
    await project(database, parts);
    expect(await countStages(db, db.brandId)).toEqual({ lead: 1, prospect: 0, new: 1, recurring: 1 });
    const phone = { kind: 'phone', assetId: null, value: phoneHash(secrets, db.brandId, '+8613812341234') } as const;
    const { contactId } = await db.tx(async (tx) => bindIdentity(tx, db.brandId, await resolveIdentity(tx, db.brandId, openid('w')), phone, 'form', parts.sources));
    expect(await listContacts(db, db.brandId, { text: '13812341234' }, null, 10, secrets)).toMatchObject([
      { id: contactId, name: '王小明', phone: '138****1234', stage: 'new', subscribed: true },
    ]);
    expect(await consentState(db, db.brandId, contactId, 'sms')).toBe('given');

    // Importing again what somebody agreed to once does not undo what they withdrew since.
    await db.tx((tx) => recordConsent(tx, db.brandId, contactId, { purpose: 'sms', given: false, textVersion: '2026-01', channel: 'phone', proof: null, by: 'test' }));
    await commit(db, good, digest);
    const changed = good.replace('王小明', '王明');
    await commit(db, changed, (await previewImport(db, file(changed), secrets)).digest);
    expect(await consentState(db, db.brandId, contactId, 'sms')).toBe('withdrawn');
    expect(await db.query(`select purpose, given from consent where brand_id = $1 order by purpose, at, given desc`, [db.brandId])).toEqual([
      { purpose: 'marketing', given: true }, { purpose: 'marketing', given: true }, { purpose: 'sms', given: true }, { purpose: 'sms', given: false },
    ]);
  });

  it('gives nothing back to somebody whom the file calls by a number nobody knew yet', async () => {
    const db = newBrand();
    const phone = { kind: 'phone', assetId: null, value: phoneHash(secrets, db.brandId, '+8613812340077') } as const;
    const contactId = await db.tx((tx) => resolveIdentity(tx, db.brandId, phone));
    await db.tx((tx) => recordConsent(tx, db.brandId, contactId, { purpose: 'marketing', given: false, textVersion: '1', channel: 'phone', proof: null, by: 'test' }));
    const text = 'member_no,phone,consents\nM77,,marketing\nM77,13812340077,marketing;sms\n';
    await commit(db, text, (await previewImport(db, file(text), secrets)).digest);
    expect(await countContacts(db)).toBe(1);
    expect(await consentState(db, db.brandId, contactId, 'marketing')).toBe('withdrawn');
    expect(await consentState(db, db.brandId, contactId, 'sms')).toBe('given');
  });

  it('says beforehand how many people the rows make, and takes no column twice', async () => {
    const db = newBrand();
    const shared = 'member_no,phone\nM1,13800000001\nM2,13800000002\nM3,13800000003\nM1,13800000003\nM5,13800000002\nM6,\n';
    const { digest, ...preview } = await previewImport(db, file(shared), secrets);
    expect(preview).toMatchObject({ rows: 6, people: 3, errors: [] });
    expect(await commit(db, shared, digest)).toEqual({ rows: 6, contacts: 3 });
    expect(await countContacts(db)).toBe(3);
    const twice = 'member_no,会员号,name\nM1,M2,Ada\n';
    expect((await previewImport(db, file(twice), secrets)).errors).toMatchObject([{ line: 1, column: 'member_no' }]);
  });

  it('names the line people see in their spreadsheet, and reads a file full of errors in no time', async () => {
    const db = newBrand();
    const spread = 'member_no,name,birthday,birth_year\n\nM1,"two\nlines",1990-01-01,1990\n\nM2,Li,1990-02-30,90\n';
    expect((await previewImport(db, file(spread), secrets)).errors.map(({ line, column }) => [line, column])).toEqual([[6, 'birthday'], [6, 'birth_year']]);
    const broken = `phone\n${'12345\n'.repeat(60_000)}`;
    const started = performance.now();
    expect((await previewImport(db, file(broken), secrets)).moreErrors).toBe(60_000 - 100);
    // Quadratic, this takes half a minute.
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('is written to the audit log with its effect, or not at all', async () => {
    const db = newBrand();
    const text = 'member_no\nM9\n';
    const { digest } = await previewImport(db, file(text), secrets);
    const refuse = () => Promise.reject(new Error('no audit'));
    await expect(commitImport(db, file(text), { digest, by: 'test', consentText: '1' }, secrets, parts.sources, refuse)).rejects.toThrow('no audit');
    expect(await db.query('select 1 from identity where brand_id = $1', [db.brandId])).toHaveLength(0);
  });
});

it('fifteen working days are counted in Shanghai, to the end of the last', () => {
  const due = (from: string) => afterWorkingDays(new Date(from), 15).toISOString();
  // A Friday evening in Shanghai, and the Saturday that begins at 16:00 UTC.
  expect(due('2026-03-06T15:59:59Z')).toBe('2026-03-27T15:59:59.000Z');
  expect(due('2026-03-06T16:00:00Z')).toBe('2026-03-27T15:59:59.000Z');
  expect(due('2026-03-08T16:00:00Z')).toBe('2026-03-30T15:59:59.000Z');
});

describe('rights desk', () => {
  it('an erasure also holds for events that the projection had read just before it', async () => {
    const db = newBrand();
    await append(db, happened('follow', openid('late'), 1));
    await project(database, parts);
    const contactId = await contactOf(db, openid('late'));
    await append(db, happened('tag.added', contactId, 2, { tag: 'vip' }), happened('follow', contactId, 3, { scene: 'c-boutique' }, { assetId: 'oa' }));
    // As the runner does under load: it reads, then waits for the erasure to let go of people.
    const read = await database.system.tx((tx) => eventLog.read(tx, 0, 10_000));
    const waiting = read.filter((event) => event.brandId === db.brandId).slice(1);
    await eraseContact(db, contactId, by(db), parts);
    await database.system.tx((tx) => peopleProjection(parts).apply(tx, waiting));
    const [contact] = await db.query('select tags from contact where brand_id = $1 and id = $2', [db.brandId, contactId]);
    expect(contact).toEqual({ tags: [] });
    expect(await db.query('select qr_scene from follow_period where brand_id = $1 and qr_scene is not null', [db.brandId])).toEqual([]);
    await project(database, parts);
  });

  const phone = '+8613987654321';

  async function livePerson(db: BrandDatabase, name: string, phone = '+8613987654321') {
    const ref = openid(name);
    await append(db, happened('follow', ref, 0, { scene: 'store-9' }),
      happened('contact.synced', ref, 1, { subscribed: true, subscribe_scene: 'ADD_SCENE_QR_CODE' }, { mentions: { unionid_identity: { kind: 'unionid', assetId: null, value: `oUNION${name}` } } }),
      happened('message.text', ref, 2, { content: `please call ${phone}, I am ${ref.value}` }));
    await project(database, parts);
    const contactId = await contactOf(db, ref);
    await db.tx((tx) => setProfile(tx, db.brandId, contactId, { name: 'Erasable Ed', phone, email: 'ed@example.com' }, { source: 'form', purpose: 'profile', by: null }, secrets));
    await db.tx((tx) => bindIdentity(tx, db.brandId, contactId, { kind: 'phone', assetId: null, value: phoneHash(secrets, db.brandId, phone) }, 'form', parts.sources));
    await db.tx((tx) => recordConsent(tx, db.brandId, contactId, { purpose: 'marketing', given: true, textVersion: '1', channel: 'h5', proof: `form signed ${phone}`, by: 'h5' }));
    await project(database, parts);
    return { ref, contactId };
  }

  /** Every text in every table of the database, read from its own catalogue. */
  async function tablesHolding(needles: readonly string[]): Promise<string[]> {
    const tables = await database.system.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'`);
    const found: string[] = [];
    for (const { name } of tables) {
      const pattern = needles.map((needle) => `%${needle.replace(/[\\%_]/g, '\\$&')}%`);
      const hits = await database.system.query(`select 1 from "${name}" t where to_jsonb(t)::text like any ($1) limit 1`, [pattern]);
      if (hits.length > 0) found.push(name);
    }
    return found.sort();
  }

  it('erasing leaves no phone, openid, unionid or name in any table, and a rebuild does not resurrect', async () => {
    const db = newBrand();
    const { ref, contactId } = await livePerson(db, 'ed');
    const needles = [ref.value, 'oUNIONed', phone, '13987654321', 'Erasable', 'ed@example.com', phoneHash(secrets, db.brandId, phone)];
    // The walk sees them while they are there, so finding nothing later means something.
    expect(await tablesHolding(needles)).toEqual(['consent', 'event', 'identity', 'profile_value']);
    const other = await livePerson(db, 'other', '+33612345678');

    const report = await eraseContact(db, contactId, by(db), parts);
    expect(Object.fromEntries(report.tables.map(({ table, rows }) => [table, rows]))).toMatchObject({ profile_value: 3, consent: 1, identity: 3 });
    const mine = [ref.value, 'oUNIONed', phone, '13987654321', phoneHash(secrets, db.brandId, phone)];
    expect(await tablesHolding(mine)).toEqual([]);
    await project(database, parts);
    await expectRebuildEqual(2);
    expect(await tablesHolding(mine)).toEqual([]);
    expect((await listContacts(db, db.brandId, {}, null, 10, secrets)).map((one) => one.id)).toEqual([other.contactId]);
    await expect(eraseContact(db, contactId, by(db), parts)).rejects.toMatchObject({ status: 404 });

    await eraseContact(db, other.contactId, by(db), parts);
    expect(await tablesHolding([...needles, other.ref.value, 'oUNIONother', '612345678', phoneHash(secrets, db.brandId, '+33612345678')])).toEqual([]);
    // Somebody who comes back is somebody new.
    await append(db, happened('follow', ref, 60));
    expect(await contactOf(db, ref)).not.toBe(contactId);
  });

  it('a backup that a rebuild overtakes has the contacts all the same', async () => {
    const db = newBrand();
    await append(db, happened('follow', openid('saved'), 1));
    await project(database, parts);
    const folder = mkdtempSync(join(tmpdir(), 'qingniao-backup-'));
    let saved!: Promise<BackupManifest>;
    // Its moment has come, and it waits for its first table.
    await database.system.tx(async (tx) => {
      await tx.query('lock table after_sale in access exclusive mode');
      saved = backup(database, folder);
      await expect.poll(() => database.system.query(`select 1 from pg_locks where not granted and relation = 'after_sale'::regclass`)).toHaveLength(1);
      await rebuild(database, parts);
    });
    const rows = (await saved).tables.find(({ name }) => name === 'contact')!.rows;
    rmSync(folder, { recursive: true });
    expect(await database.system.query('select count(*) as rows from contact')).toEqual([{ rows }]);
    expect(rows).toBeGreaterThan(0);
  });

  it.each(['privacy.authorization_revoked', 'privacy.account_cancelled'] as const)('%s erases by itself', async (type) => {
    const db = newBrand();
    const { ref, contactId } = await livePerson(db, type.slice(8, 20).replace('_', ''));
    await append(db, happened(type, ref, 90));
    await project(database, parts);
    expect(await tablesHolding([ref.value])).toEqual([]);
    const identities = await identitiesOf(db, db.brandId, contactId);
    expect(identities.every((one) => one.value.startsWith('erased-'))).toBe(true);
    await expectRebuildEqual(5);
  });

  it('privacy.profile_changed drops what came from WeChat before it, and nothing else', async () => {
    const db = newBrand();
    const { ref, contactId } = await livePerson(db, 'changed');
    await db.tx((tx) => insertValues(tx, db.brandId, [{ identityId: contactId, field: 'name', value: 'Nickname' }, { identityId: contactId, field: 'remark', value: 'VIP' }], { source: 'wechat', purpose: null, by: null }, secrets));
    await append(db, happened('privacy.profile_changed', ref, 0, {}, { at: new Date(Date.now() + 60_000) }));
    await project(database, parts);
    const fields = (await matrixOf(db, db.brandId, contactId, secrets)).groups[0]!.fields.filter((field) => field.value !== null).map((field) => field.key);
    expect(fields).toEqual(['source', 'phone', 'email', 'remark']);
  });

  it('gives a person all there is about them, opened, to read and to take along', async () => {
    const db = newBrand();
    const { ref, contactId } = await livePerson(db, 'copy');
    await append(db, happened('tag.added', ref, 3, { tag: await createTag(db, 'VIP', null) }));
    await project(database, parts);
    const person = await exportPerson(db, db.brandId, contactId, secrets, [async () => [{ key: 'orders', title: { zh: '订单', en: 'Orders' }, rows: [{ no: '<1>' }] }]]);
    expect(person.records.find(({ key }) => key === 'contact')!.rows).toMatchObject([{ tags: ['VIP'] }]);
    const json = JSON.stringify(person);
    for (const known of [ref.value, 'oUNIONcopy', phone, 'Erasable Ed', 'ADD_SCENE_QR_CODE', 'please call']) expect(json).toContain(known);
    const page = readablePerson({ ...person, exportedAt: new Date('2026-03-01T16:30:00Z') }, 'en', 'Asia/Shanghai');
    expect(page).toContain('2 March 2026 at 00:30:00');
    expect(page).toContain('<td>Followed</td>');
    expect(page).not.toMatch(/<th>[a-z_]+<\/th>/);
    expect(page).toContain('&#60;1&#62;');
    expect(await openValue(db, db.brandId, contactId, 'phone', secrets)).toBe(phone);
    const shown = (await matrixOf(db, db.brandId, contactId, secrets)).groups[0]!.fields.find((field) => field.key === 'phone');
    expect(shown).toMatchObject({ value: '139****4321', masked: true, source: 'form', purpose: 'profile' });
  });
});
