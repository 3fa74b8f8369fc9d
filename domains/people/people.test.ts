import type { NewEvent } from '@qingniao/activity';
import type { BrandDatabase, Database } from '@qingniao/storage';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '@qingniao/storage/testing';
import { consentState, recordConsent, withdrawnAmong } from './consent.ts';
import { countContacts, listContacts, positionOf, type ContactPosition, type ContactSummary } from './list-contacts.ts';
import { bindIdentity, mergeContacts, mergesOf, unmerge } from './merge-contacts.ts';
import { phoneHash } from './phone.ts';
import { matrixOf, setProfile } from './profile.ts';
import { platformProfileFrom, recordPlatformProfiles } from './record-platform-profile.ts';
import { resourceFollows } from './resource-follows.ts';
import { defaultStageRules } from './stage-rules.ts';
import { changeStageRules, countStages } from './stages.ts';
import { createTag, listTags, syncTags, tagContacts, type WechatTags } from './tags.ts';
import { append, contactOf, derivedRows, happened, identityOf, openid, project, rebuild, testParts } from './testing.ts';

let database: Database;
let close: () => Promise<void>;
let nextBrand = 1;
const parts = testParts();
const secrets = parts.secrets;

beforeAll(async () => ({ database, close } = await testDatabase()));
afterAll(() => close());

/** A brand of its own for each test. */
const newBrand = (): BrandDatabase => database.forBrand(nextBrand++);
const merge = (db: BrandDatabase, a: number, b: number) => db.tx((tx) => mergeContacts(tx, db.brandId, a, b, null, 'test', parts.sources));
const take = (db: BrandDatabase, mergeId: string) => db.tx((tx) => unmerge(tx, db.brandId, mergeId, 'test', parts.sources));
const expectRebuildEqual = async (batch: number) => {
  const before = await derivedRows(database);
  await rebuild(database, parts, batch);
  expect(await derivedRows(database)).toEqual(before);
};

describe('merging', () => {
  it('joins two accounts by unionid, keeps one timeline, and comes apart again', async () => {
    const db = newBrand();
    const [a, b] = [openid('a', 'oa1'), openid('b', 'oa2')];
    await append(db, happened('follow', a, 0), happened('follow', b, 10), happened('card.member_form', b, 11));
    await project(database, parts);
    const union = { unionid_identity: { kind: 'unionid', assetId: null, value: 'oUNION' } } as const;
    await append(db, happened('contact.synced', a, 20, { subscribed: true }, { mentions: union }), happened('contact.synced', b, 21, { subscribed: true }, { mentions: union }));
    await project(database, parts);
    const contactId = await contactOf(db, a);
    expect(await contactOf(db, b)).toBe(contactId);
    const [row] = await listContacts(db, db.brandId, {}, null, 10, secrets);
    expect(row).toMatchObject({ id: contactId, stage: 'prospect', subscribed: true });
    expect(await countContacts(db, db.brandId, {}, secrets)).toBe(1);

    const links = await mergesOf(db, db.brandId, contactId);
    const bId = await identityOf(db, b);
    await take(db, links.find((one) => one.identityId === bId || one.otherId === bId)!.id);
    expect(await countContacts(db, db.brandId, { stages: ['lead'] }, secrets)).toBe(1);
    expect(await countContacts(db, db.brandId, { stages: ['prospect'] }, secrets)).toBe(1);

    // The platform says the same again: what staff took apart stays apart.
    await append(db, happened('contact.synced', b, 30, { subscribed: true }, { mentions: union }));
    await project(database, parts);
    expect(await contactOf(db, b)).not.toBe(contactId);
    await expectRebuildEqual(3);
  });

  it('a phone said by two people makes them one; profile and consent come with it and go back', async () => {
    const db = newBrand();
    const [a, b] = [openid('a'), openid('b')];
    await append(db, happened('follow', a, 0), happened('follow', b, 1));
    await project(database, parts);
    const [aId, bId] = [await identityOf(db, a), await identityOf(db, b)];
    const state = (contactId: number) => consentState(db, db.brandId, contactId, 'marketing');
    await db.tx((tx) => setProfile(tx, db.brandId, bId, { name: 'Bo', city: 'Shanghai' }, { source: 'form', purpose: 'profile', by: null }, secrets));
    await db.tx((tx) => recordConsent(tx, db.brandId, bId, { purpose: 'marketing', given: false, textVersion: '1', channel: 'h5', proof: null, by: 'h5' }));
    const phone = { kind: 'phone', assetId: null, value: phoneHash(secrets, db.brandId, '+8613812341234') } as const;
    await db.tx((tx) => bindIdentity(tx, db.brandId, aId, phone, 'form', parts.sources));
    const bound = await db.tx((tx) => bindIdentity(tx, db.brandId, bId, phone, 'form', parts.sources));
    expect(bound).toMatchObject({ contactId: aId, mergeId: expect.any(String) });
    expect(await state(aId)).toBe('withdrawn');
    expect(await withdrawnAmong(db, db.brandId, [aId, bId], 'marketing')).toEqual(new Set([aId, bId]));
    const city = async (id: number) => (await matrixOf(db, db.brandId, id, secrets)).groups[0]!.fields.find((one) => one.key === 'city')!.value;
    expect(await city(aId)).toBe('Shanghai');

    await take(db, bound.mergeId!);
    expect([await city(aId), await city(bId)]).toEqual([null, 'Shanghai']);
    expect([await state(aId), await state(bId)]).toEqual(['none', 'withdrawn']);
  });

  it('random merges, un-merges, events and rebuilds leave every identity, timeline and row where they belong', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const who = fc.integer({ min: 0, max: names.length - 1 });
    const step = fc.oneof(
      fc.record({ kind: fc.constant('event' as const), who, type: fc.constantFrom('follow', 'unfollow', 'card.member_form', 'message.text') }),
      fc.record({ kind: fc.constant('merge' as const), who, other: who }),
      fc.record({ kind: fc.constant('unmerge' as const), which: fc.nat(20) }),
      fc.record({ kind: fc.constant('project' as const), batch: fc.integer({ min: 1, max: 4 }) }),
    );
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      const db = newBrand();
      const refs = names.map((name) => openid(name));
      const ids = await Promise.all(refs.map((ref) => identityOf(db, ref)));
      const links = new Map<string, [number, number]>();
      let minute = 0;
      for (const one of steps) {
        if (one.kind === 'event') await append(db, happened(one.type as NewEvent['type'], refs[one.who]!, minute++));
        if (one.kind === 'project') await project(database, parts, one.batch);
        if (one.kind === 'merge') {
          const [x, y] = [await contactOf(db, refs[one.who]!), await contactOf(db, refs[one.other]!)];
          if (x !== y) links.set((await merge(db, x, y)).mergeId, [x, y]);
        }
        if (one.kind === 'unmerge' && links.size > 0) {
          const id = [...links.keys()][one.which % links.size]!;
          links.delete(id);
          await take(db, id);
        }
      }
      await project(database, parts, 2);
      // The oracle: components over the links in force, computed apart from the product.
      const group = new Map(ids.map((id) => [id, id]));
      const root = (id: number): number => (group.get(id) === id ? id : root(group.get(id)!));
      for (const [x, y] of links.values()) group.set(Math.max(root(x), root(y)), Math.min(root(x), root(y)));
      for (const [index, ref] of refs.entries()) expect(await contactOf(db, ref)).toBe(root(ids[index]!));
      await expectRebuildEqual(3);
    }), { numRuns: 20 });
  }, 120_000);
});

describe('followers', () => {
  it('a synchronisation may run again and again: only what changed is written', async () => {
    const db = newBrand();
    const info = (more: object = {}) => platformProfileFrom({ openid: openid('s').value, subscribe: 1, subscribe_time: 1_700_000_000, subscribe_scene: 'ADD_SCENE_SEARCH', tagid_list: [101, 100], remark: 'VIP', qr_scene: 0, qr_scene_str: '', ...more });
    const sync = async (run: string, more?: object) => {
      const written = await recordPlatformProfiles(db, 'oa', [info(more)], run);
      await project(database, parts);
      return written;
    };
    expect(await sync('1')).toBe(1);
    expect(await sync('2')).toBe(0);
    expect(await sync('3', { tagid_list: [100] })).toBe(1);
    expect(await sync('4', { tagid_list: [100, 101] })).toBe(1);
    expect(await sync('5', { subscribe: 0 })).toBe(1);
    const [row] = await listContacts(db, db.brandId, { text: 'vi' }, null, 10, secrets);
    expect(row).toMatchObject({ source: 'search', subscribed: false, tags: ['wx:oa:100', 'wx:oa:101'], followedAt: new Date(1_700_000_000_000) });
    // By the number that stands for a name where there is none.
    expect(await listContacts(db, db.brandId, { text: String(row!.id) }, null, 10, secrets)).toEqual([row]);
    const other = newBrand();
    expect(await listContacts(other, other.brandId, { text: String(row!.id) }, null, 10, secrets)).toEqual([]);
  });

  it('reads old follows anew when the mapping changes, and a rebuild agrees', async () => {
    const db = newBrand();
    await append(db, happened('follow', openid('m'), 0, { scene: 'kol-1' }));
    await project(database, parts);
    const sources: typeof parts.sources = async (_tx, _brand, facts) => facts.map((one) => ({ group: 'word_of_mouth', channelId: one.qrScene === 'kol-1' ? 'kol' : null }));
    expect(await db.tx((tx) => resourceFollows(tx, db.brandId, sources))).toBe(1);
    const [row] = await listContacts(db, db.brandId, { channelId: 'kol' }, null, 10, secrets);
    expect(row).toMatchObject({ source: 'word_of_mouth' });
    const follows = () => db.query(`select to_jsonb(p) - 'revision' as row from follow_period p where brand_id = $1`, [db.brandId]);
    const before = await follows();
    await rebuild(database, { ...parts, sources });
    expect(await follows()).toEqual(before);
    await rebuild(database, parts);
  });
});

describe('stages', () => {
  it('new rules move everybody, with the history those rules would have made', async () => {
    const db = newBrand();
    const [a, b] = [openid('a'), openid('b')];
    await append(db, happened('message.text', a, 0), happened('message.text', b, 1), happened('message.text', a, 2), happened('card.member_form', b, 3));
    await project(database, parts);
    expect(await countStages(db, db.brandId)).toMatchObject({ lead: 1, prospect: 1 });
    const rules = { ...defaultStageRules, prospect: [{ id: 'writes', events: ['message.text'], atLeast: 2 }] };
    await db.tx((tx) => changeStageRules(tx, db.brandId, rules, 'test'));
    expect(await listContacts(db, db.brandId, { stages: ['prospect'] }, null, 10, secrets)).toMatchObject([{ id: await contactOf(db, a) }]);
    await expectRebuildEqual(2);
    await expect(db.tx((tx) => changeStageRules(tx, db.brandId, { ...rules, new: [{ id: 'writes', events: ['x'], atLeast: 1 }] }, 'test')))
      .rejects.toMatchObject({ code: 'duplicate_condition', status: 422 });
  });
});

describe('tags', () => {
  it('go to WeChat in batches of 50, come back from it, and show what does not agree', async () => {
    const db = newBrand();
    const people = Array.from({ length: 51 }, (_, index) => openid(`t${index}`));
    await append(db, ...people.map((one) => happened('follow', one, 0)), happened('follow', openid('gone'), 0), happened('unfollow', openid('gone'), 1));
    await project(database, parts);
    const calls: number[] = [];
    let listed = [{ id: 100, name: 'VIP', count: 0 }, { id: 101, name: 'Press', count: 0 }];
    const wechat: WechatTags = {
      list: async () => listed, create: async (name) => ({ id: 102, name }), rename: async () => undefined, remove: async () => undefined,
      tag: async (_id, openids) => void calls.push(openids.length), untag: async (_id, openids) => void calls.push(-openids.length),
    };
    const wechatOf = async () => wechat;
    await syncTags(db, 'oa', wechat);
    await createTag(db, 'vip', null);
    const ids = (await listContacts(db, db.brandId, {}, null, 100, secrets)).map((one) => one.id);
    expect(await tagContacts(db, { tagId: 'wx:oa:100', contactIds: ids, add: true }, wechatOf)).toEqual({ changed: 51, skipped: 1 });
    expect(calls).toEqual([50, 1]);
    await project(database, parts);
    expect(await countContacts(db, db.brandId, { tags: ['wx:oa:100'] }, secrets)).toBe(51);

    listed = [{ id: 101, name: 'VIP', count: 0 }];
    await syncTags(db, 'oa', wechat);
    const tags = await listTags(db, db.brandId);
    expect(tags.map((one) => [one.id.slice(0, 9), one.name, one.people, one.conflict]).filter(([id]) => String(id).startsWith('wx'))).toEqual([
      ['wx:oa:100', 'VIP', 51, 'missing_at_wechat'], ['wx:oa:101', 'VIP', 0, 'same_name'],
    ]);
    await expect(tagContacts(db, { tagId: 'wx:oa:100', contactIds: ids, add: true }, wechatOf)).rejects.toMatchObject({ code: 'tag_missing_at_wechat' });
  });
});

describe('list', () => {
  it('pages without gaps or repeats where many were seen at the same moment', async () => {
    const db = newBrand();
    await append(db, ...Array.from({ length: 23 }, (_, index) => happened('follow', openid(`p${index}`), Math.floor(index / 10))));
    await project(database, parts);
    const seen: number[] = [];
    for (const filter of [{ subscribed: true }, { followedFrom: new Date(0) }]) {
      seen.length = 0;
      for (let after: ContactPosition | null = null; ;) {
        const page: ContactSummary[] = await listContacts(db, db.brandId, filter, after, 5, secrets);
        seen.push(...page.map((one) => one.id));
        if (page.length < 5) break;
        after = positionOf(filter, page.at(-1)!);
      }
      expect(new Set(seen).size).toBe(23);
      expect(seen).toHaveLength(23);
    }
  });
});
