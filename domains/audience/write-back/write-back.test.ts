import { followClock } from '@qingniao/kernel';
import { createTag, type WechatTags } from '@qingniao/people';
import { append, contactOf, happened, openid, project, testParts } from '@qingniao/people/testing';
import type { BrandDatabase, Stores } from '@qingniao/storage';
import { testStores } from '@qingniao/storage/testing';
import { WechatError } from '@qingniao/wechat';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { archiveSegment, createList } from '../segments.ts';
import { countDiffering, differing } from './compare.ts';
import { createWriteBack, type WriteBack } from './write-back.ts';

let stores: Stores;
let close: () => Promise<void>;
let writeBack: WriteBack;
const parts = testParts();
const ASSET = 'oa';

/** What one account answers: who carries what, and calls as the platform counts them. */
interface Platform {
  carriers: Set<string>;
  calls: { add: boolean; openids: readonly string[] }[];
  /** Thrown instead of the n-th call from now, 1 being the next. */
  refusals: Map<number, WechatError>;
  /** One bad openid fails its batch. */
  bad: { openid: string; errcode: number } | null;
}
let platform: Platform;
let nextTag = 100;
const refusal = (errcode: number, kind: 'request' | 'quota') => new WechatError(errcode, 'refused', null, kind, '/cgi-bin/tags/members/batchtagging', null);

function change(add: boolean, openids: readonly string[]): Promise<object> {
  platform.calls.push({ add, openids });
  const refused = platform.refusals.get(platform.calls.length);
  if (refused) return Promise.reject(refused);
  if (platform.bad && openids.includes(platform.bad.openid)) return Promise.reject(refusal(platform.bad.errcode, 'request'));
  for (const one of openids) add ? platform.carriers.add(one) : platform.carriers.delete(one);
  return Promise.resolve({});
}
const wechat: WechatTags = {
  list: async () => [], create: async (name) => ({ id: nextTag++, name }), rename: async () => ({}), remove: async () => ({}),
  tag: (_, openids) => change(true, openids), untag: (_, openids) => change(false, openids),
};

beforeAll(async () => {
  ({ stores, close } = await testStores());
  writeBack = createWriteBack({ stores, wechatTagsOf: async () => wechat });
});
beforeEach(() => (platform = { carriers: new Set(), calls: [], refusals: new Map(), bad: null }));
afterAll(() => close());

const name = (index: number) => `p${String(index).padStart(4, '0')}`;
const openidOf = (index: number) => openid(name(index), ASSET).value;

/** `size` followers, of whom the first `members` are the segment. */
async function listOf(brandId: number, size: number, members: number): Promise<{ db: BrandDatabase; segmentId: string }> {
  const db = stores.database.forBrand(brandId);
  await append(db, ...Array.from({ length: size }, (_, index) => happened('follow', openid(name(index), ASSET), index % 50)));
  await project(stores.database, parts);
  const ids = await Promise.all(Array.from({ length: members }, (_, index) => contactOf(db, openid(name(index), ASSET))));
  const { id: segmentId } = await db.tx((tx) => createList(tx, brandId, { name: 'Guests', identityIds: ids }, 'test'));
  return { db, segmentId };
}

const quietly = async () => undefined;
const settled = async (db: BrandDatabase, segmentId: string) => {
  await stores.jobs.idle();
  await project(stores.database, parts);
  return (await writeBack.list(db, segmentId))[0]!;
};

it('puts the tag on every member in calls of 50, takes it off everybody else, and does only the difference the next time', async () => {
  const { db, segmentId } = await listOf(1, 130, 120);
  const tagId = await writeBack.keep(db, segmentId, { assetId: ASSET, name: 'Guests' }, quietly);
  expect(await settled(db, segmentId)).toMatchObject({ tagId, name: 'Guests', state: 'done', done: 120, total: 120, added: 120, removed: 0, full: 0, refused: 0 });
  expect(platform.calls.map(({ add, openids }) => [add, openids.length])).toEqual([[true, 50], [true, 50], [true, 20]]);
  expect(platform.carriers.size).toBe(120);

  // One member goes, one comes, and somebody got the tag by hand.
  const ids = await Promise.all([0, 125].map((index) => contactOf(db, openid(name(index), ASSET))));
  await db.query('delete from segment_member where brand_id = 1 and contact_id = $1', [ids[0]]);
  await db.query('insert into segment_member (brand_id, segment_id, contact_id, entered_at) values (1, $1, $2, now())', [segmentId, ids[1]]);
  platform.calls = [];
  await writeBack.keep(db, segmentId, { assetId: ASSET, tagId }, quietly);
  expect(await settled(db, segmentId)).toMatchObject({ added: 1, removed: 1 });
  expect(platform.calls).toEqual([{ add: false, openids: [openidOf(0)] }, { add: true, openids: [openidOf(125)] }]);
  const members = await db.query<{ openid: string }>(
    `select i.value as openid from segment_member m join follower f on f.brand_id = 1 and f.contact_id = m.contact_id join identity i on i.brand_id = 1 and i.id = f.identity_id
      where m.brand_id = 1 and m.segment_id = $1`, [segmentId]);
  expect([...platform.carriers].sort()).toEqual(members.map((one) => one.openid).sort());
});

it('leaves out the one person a batch fails for, and whoever carries twenty tags already', async () => {
  const { db, segmentId } = await listOf(2, 60, 60);
  await db.query(`update follower set wechat_tags = (select array_agg(n) from generate_series(501, 520) n) where brand_id = 2 and identity_id = (select min(identity_id) from follower where brand_id = 2)`);
  platform.bad = { openid: openidOf(7), errcode: 49003 };
  await writeBack.keep(db, segmentId, { assetId: ASSET, name: 'Guests' }, quietly);
  expect(await settled(db, segmentId)).toMatchObject({ state: 'done', added: 58, full: 1, refused: 1 });
  expect(platform.carriers.has(openidOf(7)) || platform.carriers.has(openidOf(0))).toBe(false);
  expect(Math.max(...platform.calls.map(({ openids }) => openids.length))).toBeLessThanOrEqual(50);
});

it('waits for tomorrow when the calls of the day are used up, and goes on where it stopped', async () => {
  const { db, segmentId } = await listOf(3, 100, 100);
  platform.refusals.set(2, refusal(45009, 'quota'));
  const tagId = await writeBack.keep(db, segmentId, { assetId: ASSET, name: 'Guests' }, quietly);
  const waiting = await settled(db, segmentId);
  expect([waiting.added, waiting.resumesAt]).toEqual([50, expect.any(Date)]);
  const backToNow = followClock(() => waiting.resumesAt!.getTime());
  await stores.timers.runDue();
  expect(await settled(db, segmentId)).toMatchObject({ tagId, state: 'done', added: 100, resumesAt: null });
  backToNow();
  // The batch before the refusal was not sent twice.
  expect(platform.calls.map(({ openids }) => openids[0])).toEqual([openidOf(0), openidOf(50), openidOf(50)]);
});

it('a segment archived meanwhile takes its tag from nobody, and leaves it to others', async () => {
  const { db, segmentId } = await listOf(5, 120, 120);
  const tagId = await writeBack.keep(db, segmentId, { assetId: ASSET, name: 'Guests' }, quietly);
  await settled(db, segmentId);
  const { id: none } = await db.tx((tx) => createList(tx, 5, { name: 'None', identityIds: [] }, 'test'));
  await db.tx((tx) => archiveSegment(tx, 5, segmentId));
  // As a run that is under way would look next.
  const tag = { segmentId, tagId, assetId: ASSET, wechatId: nextTag - 1 };
  expect(await countDiffering(db, 5, tag)).toBe(0);
  expect(await differing(db, 5, tag, 'remove', 0, 1000)).toEqual([]);
  await writeBack.keep(db, none, { assetId: ASSET, tagId }, quietly);
  expect(await settled(db, none)).toMatchObject({ removed: 120 });
});

it('keeps one tag for one segment, and leaves WeChat’s own tags alone', async () => {
  const { db, segmentId } = await listOf(4, 2, 1);
  const tagId = await writeBack.keep(db, segmentId, { assetId: ASSET, name: 'Guests' }, quietly);
  await stores.jobs.idle();
  const { id: other } = await db.tx((tx) => createList(tx, 4, { name: 'Press', identityIds: [] }, 'test'));
  await expect(writeBack.keep(db, other, { assetId: ASSET, tagId }, quietly)).rejects.toMatchObject({ code: 'tag_in_use' });
  nextTag = 2;
  const starred = await createTag(db, '星标组', { assetId: ASSET, tags: wechat });
  nextTag = 900;
  await expect(writeBack.keep(db, segmentId, { assetId: ASSET, tagId: starred }, quietly)).rejects.toMatchObject({ code: 'reserved_tag' });
  await writeBack.stop(db, segmentId, tagId, quietly);
  expect(await writeBack.list(db, segmentId)).toEqual([]);
  await expect(writeBack.stop(db, segmentId, tagId, quietly)).rejects.toMatchObject({ code: 'not_found' });
});
