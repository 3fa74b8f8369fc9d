import { systemActor } from '@qingniao/access';
import { eventLog } from '@qingniao/activity';
import { createSecrets, followClock } from '@qingniao/kernel';
import { eraseContact, peopleProjection, platformSources } from '@qingniao/people';
import { type Stores, createProjectionRunner } from '@qingniao/storage';
import { silentLog, testStores } from '@qingniao/storage/testing';
import { closeWechatConnections } from '@qingniao/wechat';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { connectAsset } from '../connect-asset.ts';
import { type Accounts, createAccounts } from '../create-accounts.ts';
import { syncViews } from '../sync/sync-views.ts';
import { type ScriptedPlatform, scriptedPlatform } from '../testing.ts';

let stores: Stores;
let closeStores: () => Promise<void>;
let platform: ScriptedPlatform;
let accounts: Accounts;
let assetId: string;
const MORNING = Date.parse('2026-03-01T09:00:00+08:00');
let time = MORNING;
const restore = followClock(() => time);
const secrets = createSecrets(Buffer.alloc(32, 7));
const brand = () => stores.database.forBrand(1);

beforeAll(async () => {
  ({ stores, close: closeStores } = await testStores());
  platform = await scriptedPlatform();
  accounts = await createAccounts({
    stores, secrets, log: silentLog, baseUrls: platform.baseUrls, publicUrl: () => 'https://crm.example',
    pushOf: async (_db, _brandId, _assetId, msgDataId) => (msgDataId === '100' ? 'our-push' : null),
  });
  ({ id: assetId } = await connectAsset(brand(), accounts.assetDeps, { kind: 'service', name: 'n', appid: 'wxcomments', secret: 's' }));
  // 30 and 31 days before yesterday, whose figures are the newest.
  await published('2026-01-29', '70_1');
  await published('2026-01-28', '60_1');
  await published('2026-02-10', '90_2');
  await published('2026-02-28', '100_1');
  await published('2026-02-27', '95_1', 0);
});
afterAll(async () => {
  await accounts.close();
  await closeStores();
  await closeWechatConnections();
  await platform.close();
  restore();
});
beforeEach(async () => {
  platform.calls.length = 0;
  time = MORNING;
  await brand().query('delete from comments_read');
});

const published = (day: string, msgid: string, comments = 1) =>
  brand().query(
    `insert into datacube_day (brand_id, asset_id, call, day, rows, is_delay, fetched_at) values (1, $1, 'getarticletotaldetail', $2, $3, false, now())`,
    [assetId, day, JSON.stringify([{ ref_date: day, msgid, detail_list: [{ stat_date: day, comment_count: comments }] }])],
  );
/** Another day’s figures of an article of which one comment was counted. */
const counted = (day: string, msgid: string, more: number) =>
  brand().query(`update datacube_day set rows = $3 where brand_id = 1 and asset_id = $1 and day = $2`,
    [assetId, day, JSON.stringify([{ ref_date: day, msgid, detail_list: [{ stat_date: day, comment_count: 1 }, { stat_date: '2026-03-01', comment_count: more }] }])]);

/** `count` comments on each of these articles (`<msg_data_id>_<index from 0>`); any other is unknown to WeChat. */
function script(counts: Record<string, number>, refuse: (asked: string, begin: number) => number | null = () => null): void {
  platform.on('/cgi-bin/comment/list', ({ body }) => {
    const asked = `${body['msg_data_id'] as string}_${body['index'] as number}`;
    const begin = body['begin'] as number;
    const errcode = refuse(asked, begin);
    if (errcode !== null) return { errcode, errmsg: 'refused' };
    const total = counts[asked];
    if (total === undefined) return { errcode: 88001, errmsg: 'msg_data is not exists' };
    const numbers = Array.from({ length: total }, (_, index) => index).slice(begin, begin + (body['count'] as number));
    return { total, comment: numbers.map((n) => ({ user_comment_id: n + 1, openid: `o-${asked}-${n}`, create_time: 1772200000 + n, content: '很美', comment_type: 0, reply: [] })) };
  });
}
const asked = () => platform.calls.filter(({ path }) => path.endsWith('comment/list')).map(({ body }) => `${body['msg_data_id'] as string}_${body['index'] as number} ${body['begin'] as number}`);
async function read() {
  await accounts.syncs.start(brand(), assetId, 'sync-comments');
  await stores.jobs.idle();
  return (await syncViews(brand(), stores.jobs, assetId)).find(({ kind }) => kind === 'sync-comments')!;
}
const known = () =>
  brand().query<{ value: string; props: Record<string, unknown>; at: Date }>(
    `select i.value, e.props, e.at from event e join identity i on i.brand_id = e.brand_id and i.id = e.identity_id
      where e.brand_id = 1 and e.type = 'article.commented' order by i.value`,
  );

it('is one event a comment, by its writer, without its text; read again when more are counted it is the same one', async () => {
  script({ '100_0': 120, '90_1': 1 });
  expect(await read()).toMatchObject({ state: 'done', done: 3, total: 3 });
  // 30 days: the older article is left alone, and the one without comments; the one WeChat does not know is passed over.
  expect(asked()).toEqual(['100_0 0', '100_0 49', '100_0 98', '90_1 0', '70_0 0']);
  const events = await known();
  expect(events).toHaveLength(121);
  expect(events.find(({ value }) => value === 'o-90_1-0')).toMatchObject({ props: { msg_data_id: '90', article_idx: 2, comment_id: '1' }, at: new Date(1772200000_000) });
  expect(events[0]!.props).toEqual({ msg_data_id: '100', article_idx: 1, comment_id: '1', push_id: 'our-push' });

  platform.calls.length = 0;
  script({ '100_0': 121, '90_1': 1 });
  await read();
  expect(asked()).toEqual([]);
  await counted('2026-02-28', '100_1', 1);
  await read();
  expect(asked()).toEqual(['100_0 0', '100_0 49', '100_0 98']);
  expect(await known()).toHaveLength(122);
});

it('goes on after midnight where the day’s calls ran out, inside an article', async () => {
  script({ '100_0': 190, '90_1': 2 }, (article, begin) => (article === '100_0' && begin === 98 ? 45009 : null));
  expect(await read()).toMatchObject({ state: 'done', resumesAt: '2026-03-01T16:05:00.000Z' });
  expect(asked()).toEqual(['100_0 0', '100_0 49', '100_0 98']);

  platform.calls.length = 0;
  script({ '100_0': 190, '90_1': 2 });
  time = Date.parse('2026-03-02T00:05:00+08:00');
  await stores.timers.runDue();
  await stores.jobs.idle();
  expect(asked()).toEqual(['100_0 98', '100_0 147', '90_1 0', '70_0 0']);
  expect(await known()).toHaveLength(192);
});

it('ends quietly where an account has no comments', async () => {
  script({}, () => 88000);
  expect(await read()).toMatchObject({ state: 'done', lastError: null, resumesAt: null });
  expect(asked()).toHaveLength(1);
});

it('does not bring back a person who was erased, whose comment WeChat still lists', async () => {
  script({ '100_0': 1 });
  await read();
  const parts = { sources: platformSources, secrets, erasers: [], exporters: [] };
  const people = createProjectionRunner({ database: stores.database, source: eventLog, projections: [peopleProjection(parts)], log: silentLog });
  await people.drain();
  const writer = () => brand().query<{ id: number }>(`select contact_id as id from identity where brand_id = 1 and value = 'o-100_0-0'`);
  await eraseContact(brand(), (await writer())[0]!.id, { actor: systemActor('test'), brand: brand() }, parts);
  await brand().query('delete from comments_read');
  await read();
  expect(await writer()).toEqual([]);
  await people.stop();
});
