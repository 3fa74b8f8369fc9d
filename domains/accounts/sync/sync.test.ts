import { type Appender, createAppender, eventLog } from '@qingniao/activity';
import { systemActor } from '@qingniao/access';
import { clockMoved, createSecrets, followClock } from '@qingniao/kernel';
import { eraseContact, peopleProjection, platformSources } from '@qingniao/people';
import { type ProjectionRunner, type Stores, createProjectionRunner } from '@qingniao/storage';
import { silentLog, testStores } from '@qingniao/storage/testing';
import { closeWechatConnections } from '@qingniao/wechat';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../account-clients.ts';
import { connectAsset } from '../connect-asset.ts';
import { type Accounts, createAccounts } from '../create-accounts.ts';
import { scheduleDatacube } from '../datacube/daily.ts';
import { type Call, type ScriptedPlatform, scriptedPlatform } from '../testing.ts';
import { syncFollowers } from './sync-followers.ts';
import { syncViews } from './sync-views.ts';

let stores: Stores;
let closeStores: () => Promise<void>;
let platform: ScriptedPlatform;
let accounts: Accounts;
let appender: Appender;
let projections: ProjectionRunner;
let account: Account;
let time = Date.parse('2026-03-01T15:30:00+08:00');
const restore = followClock(() => time);
const brand = () => stores.database.forBrand(1);

beforeAll(async () => {
  ({ stores, close: closeStores } = await testStores());
  platform = await scriptedPlatform();
  accounts = await createAccounts({ stores, secrets: createSecrets(Buffer.alloc(32, 7)), log: silentLog, baseUrls: platform.baseUrls, publicUrl: () => 'https://crm.example', pushOf: async () => null });
  appender = await createAppender({ database: stores.database, log: silentLog });
  projections = createProjectionRunner({ database: stores.database, source: eventLog, projections: accounts.projections, log: silentLog });
  const { id } = await connectAsset(brand(), accounts.assetDeps, { kind: 'service', name: 'n', appid: 'wxsync', secret: 's' });
  account = await accounts.accountOf(1, id);
});
afterAll(async () => {
  await projections.stop();
  await accounts.close();
  await appender.close();
  await closeStores();
  await closeWechatConnections();
  await platform.close();
  restore();
});

const infoOf = (openid: string) => ({ openid, subscribe: 1, subscribe_time: Math.floor(time / 1000), subscribe_scene: 'ADD_SCENE_SEARCH', tagid_list: [] });
const asked = ({ body }: Call) => (body['user_list'] as { openid: string }[]).map(({ openid }) => openid);
const batches = () => platform.calls.filter((call) => call.path.endsWith('batchget')).map(asked);
const synced = async (): Promise<string[]> =>
  (await brand().query<{ value: string }>(
    `select i.value from event e join identity i on i.brand_id = e.brand_id and i.id = e.identity_id where e.brand_id = 1 and e.type = 'contact.synced' order by i.value`,
  )).map(({ value }) => value);

/** Pages of three pages' worth of openids, 1000 each. */
function scriptFollowers(prefix: string): string[] {
  const everybody = Array.from({ length: 2500 }, (_, index) => `${prefix}${String(index).padStart(4, '0')}`);
  platform.on('/cgi-bin/user/get', ({ query }) => {
    const from = everybody.indexOf(query.get('next_openid') ?? '') + 1;
    const page = everybody.slice(from, from + 1000);
    return { total: everybody.length, count: page.length, ...(page.length > 0 ? { data: { openid: page } } : {}), next_openid: page.at(-1) ?? '' };
  });
  platform.on('/cgi-bin/user/info/batchget', (call) => ({ user_info_list: asked(call).map(infoOf) }));
  return everybody;
}
beforeEach(() => {
  platform.calls.length = 0;
});

describe('sync-followers', () => {
  it('goes on where it was cut off, asking about nobody twice', async () => {
    const everybody = scriptFollowers('a');
    let saved: unknown = null;
    let steps = 0;
    const run = (limit: number) => syncFollowers({
      db: brand(), account, id: 'run', cursor: saved,
      progress: async (_done, _total, cursor) => {
        saved = cursor;
        if (++steps === limit) throw new Error('killed');
      },
    });
    await expect(run(4)).rejects.toThrow('killed');
    expect(batches().flat()).toHaveLength(1400);
    steps = 0;
    await run(Infinity);
    expect(batches().flat().sort()).toEqual(everybody);
    expect(Math.max(...batches().map((batch) => batch.length))).toBe(100);
    expect(await synced()).toEqual(everybody);
  });

  it('waits for midnight when today’s calls are used up, and goes on by itself', async () => {
    const everybody = scriptFollowers('b');
    let allowed = 5;
    platform.on('/cgi-bin/user/info/batchget', (call) => (allowed-- > 0 ? { user_info_list: asked(call).map(infoOf) } : { errcode: 45009, errmsg: 'reach max api daily quota limit' }));
    await accounts.syncs.start(brand(), account.id, 'sync-followers');
    await stores.jobs.idle();
    const paused = (await syncViews(brand(), stores.jobs, account.id)).find(({ kind }) => kind === 'sync-followers');
    expect(paused).toMatchObject({ state: 'done', done: 400, resumesAt: '2026-03-01T16:05:00.000Z' });

    allowed = Infinity;
    await stores.timers.runDue();
    await stores.jobs.idle();
    expect((await synced()).filter((openid) => openid.startsWith('b'))).toHaveLength(400);
    platform.calls.length = 0;
    time = Date.parse('2026-03-02T00:05:00+08:00');
    await stores.timers.runDue();
    await stores.jobs.idle();
    expect((await synced()).filter((openid) => openid.startsWith('b'))).toEqual(everybody);
    expect(batches().flat()).toHaveLength(2100);
    const done = (await syncViews(brand(), stores.jobs, account.id)).find(({ kind }) => kind === 'sync-followers');
    expect(done).toMatchObject({ state: 'done', done: 2500, total: 2500, resumesAt: null });
  });
});

describe('sync-followers of a community that lost people', () => {
  it('leaves out whom WeChat no longer knows, asks nothing about the erased, and keeps nobody’s openid', async () => {
    const parts = { sources: platformSources, secrets: createSecrets(Buffer.alloc(32, 7)), erasers: [], exporters: [] };
    const people = createProjectionRunner({ database: stores.database, source: eventLog, projections: [peopleProjection(parts)], log: silentLog });
    const everybody = scriptFollowers('c');
    const refused = new Set(['c0042']);
    const refuse = { errcode: 40003, errmsg: 'invalid openid' };
    platform.on('/cgi-bin/user/info/batchget', (call) => (asked(call).some((openid) => refused.has(openid)) ? refuse : { user_info_list: asked(call).map(infoOf) }));
    platform.on('/cgi-bin/user/info', ({ query }) => (refused.has(query.get('openid')!) ? refuse : infoOf(query.get('openid')!)));
    const run = () => syncFollowers({ db: brand(), account, id: crypto.randomUUID(), cursor: null, progress: async (_done, _total, cursor) => void (last = cursor) });
    let last: unknown;
    await run();
    expect((await synced()).filter((openid) => openid.startsWith('c'))).toEqual(everybody.filter((openid) => openid !== 'c0042'));
    expect(last).toBeNull();

    await people.drain();
    const [gone] = await brand().query<{ id: number }>(`select contact_id as id from identity where brand_id = 1 and value = 'c0007'`);
    await eraseContact(brand(), gone!.id, { actor: systemActor('test'), brand: brand() }, parts);
    platform.calls.length = 0;
    await run();
    expect(platform.calls.some(({ body }) => JSON.stringify(body).includes('erased-'))).toBe(false);
    await people.stop();
  });

  it('goes on in a minute when there were too many calls in one', async () => {
    scriptFollowers('d');
    platform.on('/cgi-bin/user/get', () => ({ errcode: 45011, errmsg: 'api minute-quota reach limit' }));
    await accounts.syncs.start(brand(), account.id, 'sync-followers');
    await stores.jobs.idle();
    const paused = (await syncViews(brand(), stores.jobs, account.id)).find(({ kind }) => kind === 'sync-followers');
    expect(paused!.resumesAt).toBe(new Date(time + 60_000).toISOString());
    await brand().query('delete from timer where brand_id = 1');
  });
});

describe('a morning on which datacube does not answer', () => {
  it('holds up no other timer', async () => {
    let answer!: () => void;
    const answered = new Promise<object>((resolve) => { answer = () => resolve({ list: [] }); });
    platform.on('/datacube/getusersummary', () => answered);
    const fired: string[] = [];
    stores.timers.register('a push', async ({ key }) => void fired.push(key));
    time = Date.parse('2026-03-02T08:10:00+08:00');
    await brand().tx((tx) => scheduleDatacube(tx, stores.timers, 1, account.id, new Date(time - 1)));
    clockMoved();
    await expect.poll(() => platform.count('/datacube/getusersummary')).toBe(1);
    await brand().tx((tx) => stores.timers.set(tx, { brandId: 1, name: 'a push', key: 'of 08:11', dueAt: new Date(time + 60_000), payload: null }));
    time += 60_000;
    clockMoved();
    await expect.poll(() => fired).toEqual(['of 08:11']);
    answer();
    await stores.timers.runDue();
    await stores.jobs.idle();
  });
});

describe('new followers', () => {
  const follow = (openid: string) => appender.append(1, [{
    type: 'follow', at: new Date(time), assetId: account.id, who: { kind: 'openid', assetId: account.id, value: openid }, dedupKey: crypto.randomUUID(), props: {},
  }]);
  const settle = async () => {
    await projections.drain();
    await accounts.idle();
  };
  const pending = async () => (await brand().query<{ n: number }>('select count(*) as n from follower_pending where brand_id = 1'))[0]!.n;
  const isSynced = async (openid: string) => (await synced()).includes(openid);

  it('are asked about alone when one openid spoils the batch', async () => {
    platform.on('/cgi-bin/user/info/batchget', (call) => (asked(call).includes('bad') ? { errcode: 40003, errmsg: 'invalid openid' } : { user_info_list: asked(call).map(infoOf) }));
    platform.on('/cgi-bin/user/info', ({ query }) => (query.get('openid') === 'bad' ? { errcode: 40003, errmsg: 'invalid openid' } : infoOf(query.get('openid')!)));
    await Promise.all(['good', 'bad', 'fine'].map(follow));
    await settle();
    expect([await isSynced('good'), await isSynced('bad'), await isSynced('fine'), await pending()]).toEqual([true, false, true, 0]);
  });

  it('wait while WeChat is out of calls, and are given up when the account has no right', async () => {
    let code = 45009;
    platform.on('/cgi-bin/user/info/batchget', (call) => (code === 0 ? { user_info_list: asked(call).map(infoOf) } : { errcode: code, errmsg: 'no' }));
    await follow('patient');
    await settle();
    expect([await isSynced('patient'), await pending()]).toEqual([false, 1]);
    code = 0;
    await settle();
    expect(await pending()).toBe(1);
    time += 4000;
    await settle();
    expect([await isSynced('patient'), await pending()]).toEqual([true, 0]);

    code = 48001;
    await follow('hopeless');
    await settle();
    expect([await isSynced('hopeless'), await pending()]).toEqual([false, 0]);
  });

  it('of long ago are left alone when the log is replayed', async () => {
    platform.on('/cgi-bin/user/info/batchget', (call) => ({ user_info_list: asked(call).map(infoOf) }));
    time += 49 * 3_600_000;
    await follow('recent');
    await settle();
    platform.calls.length = 0;
    await projections.rebuild('accounts-new-followers');
    await settle();
    expect(batches()).toEqual([['recent']]);
  });
});
