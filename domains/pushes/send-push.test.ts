import { systemActor } from '@qingniao/access';
import { createAppender, eventLog, type Appender } from '@qingniao/activity';
import { createSecrets, followClock } from '@qingniao/kernel';
import { eraseContact, peopleProjection, platformSources, recordConsent } from '@qingniao/people';
import { createProjectionRunner, type BrandDatabase, type ProjectionRunner, type Stores } from '@qingniao/storage';
import { silentLog, testStores } from '@qingniao/storage/testing';
import { WechatError, type WechatClient } from '@qingniao/wechat';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPushSender, pushReports, readPush, recordPush, type PushInput, type PushSender } from './index.ts';

const ASSET = 'asset-1';
const FOLLOWERS = 25;
let stores: Stores;
let close: () => Promise<void>;
let brand: BrandDatabase;
let appender: Appender;
let runner: ProjectionRunner;
let sender: PushSender;
let now = Date.parse('2026-01-10T00:00:00Z');

/** WeChat as this room sees it: one send per clientmsgid, whatever happens to the answer. */
const wechat = {
  sends: new Map<string, { to: number | 'all' | { tag_id: number } ; msgId: string; times: number }>(),
  taken: 0,
  loseNextAnswer: false,
  /** need_open_comment of every draft taken; an account without comments refuses 1. */
  drafts: [] as number[],
  hasComments: true,
  kind: 'service' as 'service' | 'subscription',
  /** Called before a send is taken. */
  before: async () => undefined as void,
};
function massCall(to: number | 'all' | { tag_id: number }, clientMsgId: string) {
  const known = wechat.sends.get(clientMsgId);
  const send = known ?? { to, msgId: String(1_000_000_000_000_000_000n + BigInt(wechat.taken++)), times: 0 };
  wechat.sends.set(clientMsgId, { ...send, times: send.times + 1 });
  if (wechat.loseNextAnswer) {
    wechat.loseNextAnswer = false;
    throw new Error('socket hang up');
  }
  return { msgId: send.msgId, msgDataId: '7', replayed: known !== undefined };
}
const client = {
  media: { addMaterial: async () => ({ media_id: 'thumb' }), materials: async () => ({ item: [{ media_id: 'newest' }] }) },
  drafts: {
    add: async (articles: { need_open_comment: number }[]) => {
      await wechat.before();
      if (!wechat.hasComments && articles.some((article) => article.need_open_comment === 1)) throw new WechatError(88000, 'without comment privilege', null, 'configuration', '/cgi-bin/draft/add', null);
      wechat.drafts.push(...articles.map((article) => article.need_open_comment));
      return 'draft';
    },
  },
  mass: {
    sendAll: async (audience: { is_to_all: boolean; tag_id?: number }, _content: unknown, { clientMsgId }: { clientMsgId: string }) =>
      massCall(audience.is_to_all ? 'all' : { tag_id: audience.tag_id! }, clientMsgId),
    sendTo: async (openids: string[], _content: unknown, { clientMsgId }: { clientMsgId: string }) => massCall(openids.length, clientMsgId),
  },
} as unknown as WechatClient;

beforeAll(async () => {
  followClock(() => now);
  ({ stores, close } = await testStores());
  brand = stores.database.forBrand(1);
  appender = await createAppender({ database: stores.database, log: silentLog });
  runner = createProjectionRunner({
    database: stores.database, source: eventLog, log: silentLog,
    projections: [peopleProjection({ sources: platformSources, secrets: createSecrets(Buffer.alloc(32, 7)), erasers: [], exporters: [] }), pushReports],
  });
  await appender.append(1, Array.from({ length: FOLLOWERS }, (_, index) => ({
    type: 'follow' as const, at: new Date(now), assetId: ASSET, who: { kind: 'openid' as const, assetId: ASSET, value: `o-${index}` }, dedupKey: `f${index}`, props: {},
  })));
  await runner.drain();
  sender = createPushSender({ stores, accountOf: async () => ({ kind: wechat.kind, client }) });
});

beforeEach(() => {
  wechat.sends.clear();
  wechat.before = async () => undefined;
});

afterAll(async () => {
  await runner.stop();
  await appender.close();
  await close();
});

const draft = (change: Partial<PushInput> = {}) =>
  recordPush(brand, { assetId: ASSET, title: '一月', audience: { kind: 'everyone' }, segmented: false, articles: [{ title: '新年', content: '<p>你好</p>' }], ...change }, null);

async function send(id: string): Promise<void> {
  await sender.start(brand, id);
  await stores.jobs.idle();
}

const targeted = async () => (await brand.query<{ n: number }>("select count(*) as n from event where brand_id = 1 and type = 'push.targeted'"))[0]!.n;

describe('a push', () => {
  it('goes out once although the answer was lost, and is finished by WeChat’s word alone', async () => {
    const id = await draft();
    wechat.loseNextAnswer = true;
    await send(id);
    const calls = [...wechat.sends.values()];
    expect(calls).toMatchObject([{ to: 'all', times: 2 }]);
    expect(await readPush(brand, id)).toMatchObject({ state: 'sent', frozenCount: FOLLOWERS, delivered: null, calls: [{ state: 'accepted' }] });
    expect(await targeted()).toBe(FOLLOWERS);

    await appender.append(1, [{
      type: 'push.finished', at: new Date(now), assetId: ASSET, who: null, dedupKey: 'done',
      props: { msg_id: calls[0]!.msgId, status: 'send success', total_count: 30, filter_count: 26, sent_count: 24, error_count: 2, articles: [{ article_idx: 1, url: 'https://mp.example/s?mid=7&idx=1' }] },
    }]);
    await runner.drain();
    expect(await readPush(brand, id)).toMatchObject({ state: 'finished', delivered: 24, filtered: 4, failed: 2, articles: [{ position: 1, url: 'https://mp.example/s?mid=7&idx=1' }] });
    await expect(sender.start(brand, id)).rejects.toMatchObject({ code: 'push_not_editable' });
  });

  it('takes out who withdrew consent, by reason, and then lists openids instead of telling WeChat “all”', async () => {
    const leaving = await brand.query<{ id: number }>('select id from contact where brand_id = 1 order by id limit 3');
    for (const { id } of leaving) {
      const withdrawal = { purpose: 'marketing', given: false, textVersion: '1', channel: 'h5', proof: null, by: 'test' };
      await brand.tx((tx) => recordConsent(tx, 1, id, withdrawal));
    }
    const id = await draft();
    expect(await sender.preview(brand, id)).toEqual({ reached: FOLLOWERS - 3, excluded: { consent_withdrawn: 3 }, calls: 1, kind: 'service' });
    await send(id);
    expect([...wechat.sends.values()]).toMatchObject([{ to: FOLLOWERS - 3 }]);
    expect(await readPush(brand, id)).toMatchObject({ frozenCount: FOLLOWERS - 3, excluded: { consent_withdrawn: 3 } });
  });

  it('of a subscription account is refused where people must be left out, before anything is frozen', async () => {
    wechat.kind = 'subscription';
    const id = await draft();
    expect(await sender.preview(brand, id)).toMatchObject({ excluded: { consent_withdrawn: 3 }, kind: 'subscription' });
    await expect(sender.start(brand, id)).rejects.toMatchObject({ code: 'list_needs_service_account' });
    wechat.kind = 'service';
    expect(await readPush(brand, id)).toMatchObject({ state: 'draft', frozenCount: null });
  });

  it('is refused as the fifth of a calendar month in Shanghai, and allowed in the next', async () => {
    await send(await draft());
    const fourth = await draft();
    expect(await sender.preview(brand, fourth)).toMatchObject({ reached: FOLLOWERS - 3, excluded: { consent_withdrawn: 3 } });
    await send(fourth);
    const fifth = await draft();
    const full = { reached: 0, excluded: { consent_withdrawn: 3, quota_used: FOLLOWERS - 3 } };
    expect(await sender.preview(brand, fifth)).toMatchObject(full);
    await expect(sender.start(brand, fifth)).rejects.toMatchObject({ code: 'audience_empty' });
    now = Date.parse('2026-01-31T15:59:59Z');
    expect(await sender.preview(brand, fifth)).toMatchObject(full);
    now = Date.parse('2026-01-31T16:00:00Z');
    expect(await sender.preview(brand, fifth)).toMatchObject({ reached: FOLLOWERS - 3 });
  });

  it('is not repeated when nobody can know any more whether it went out', async () => {
    const id = await draft();
    await send(id);
    await brand.query(`update push set state = 'sending' where brand_id = 1 and id = $1`, [id]);
    await brand.query(`update push_call set state = 'submitting', submitted_at = $2 where brand_id = 1 and push_id = $1`, [id, new Date(now - 24 * 3_600_000 - 1)]);
    wechat.sends.clear();
    await stores.jobs.start(1, 'send-push', { pushId: id });
    await stores.jobs.idle();
    expect(wechat.sends.size).toBe(0);
    expect((await readPush(brand, id)).state).toBe('failed');
  });

  it('lets callbacks into the log while it notes a large audience', async () => {
    const crowd = Array.from({ length: 4500 }, (_, index) => ({
      type: 'follow' as const, at: new Date(now), assetId: 'asset-2', who: { kind: 'openid' as const, assetId: 'asset-2', value: `c-${index}` }, dedupKey: `c${index}`, props: {},
    }));
    await appender.append(1, crowd);
    await runner.drain();
    const before = await targeted();
    const id = await recordPush(brand, { assetId: 'asset-2', title: '人群', audience: { kind: 'everyone' }, segmented: false, articles: [{ title: '新年', content: '<p>你好</p>' }] }, null);
    await send(id);
    expect((await targeted()) - before).toBe(4500);
    const commits = await brand.query<{ n: number }>(`select count(distinct xmin::text) as n from event where brand_id = 1 and type = 'push.targeted' and props->>'push_id' = $1`, [id]);
    expect(commits[0]!.n).toBe(3);
  });

  it('leaves out who was erased before it and who withdrew after the freeze', async () => {
    now = Date.parse('2026-05-10T00:00:00Z');
    const parts = { sources: platformSources, secrets: createSecrets(Buffer.alloc(32, 7)), erasers: [], exporters: [] };
    const [erased, withdrawing] = await brand.query<{ id: number }>(
      `select contact_id as id from follower where brand_id = 1 and asset_id = $1 order by identity_id desc limit 2`, [ASSET]);
    await eraseContact(brand, erased!.id, { actor: systemActor('test'), brand }, parts);
    const id = await draft();
    expect(await sender.preview(brand, id)).toMatchObject({ reached: FOLLOWERS - 4, excluded: { consent_withdrawn: 3 } });
    let withdrawn = false;
    wechat.before = async () => {
      if (withdrawn) return;
      withdrawn = true;
      const withdrawal = { purpose: 'marketing', given: false, textVersion: '1', channel: 'h5', proof: null, by: 'test' };
      await brand.tx((tx) => recordConsent(tx, 1, withdrawing!.id, withdrawal));
      throw new Error('the process ended here');
    };
    await send(id);
    expect([...wechat.sends.values()]).toMatchObject([{ to: FOLLOWERS - 5 }]);
  });

  it('outlives a token that was refused twice, because another process renewed it', async () => {
    now = Date.parse('2026-05-10T00:00:00Z');
    let refusals = 1;
    wechat.before = async () => {
      if (refusals-- > 0) throw new WechatError(42001, 'access_token expired', null, 'token', '/cgi-bin/draft/add', null);
    };
    const id = await draft();
    await send(id);
    wechat.before = async () => undefined;
    expect(await readPush(brand, id)).toMatchObject({ state: 'sent', error: null });
    expect([...wechat.sends.values()]).toMatchObject([{ times: 1 }]);
  });

  it('is taken up again when its job gave up, says why it waits, and stops after a day', async () => {
    now = Date.parse('2026-06-10T00:00:00Z');
    const busy = new WechatError(45009, 'reach max api daily quota limit', null, 'quota', '/cgi-bin/draft/add', null);
    wechat.before = async () => { throw busy; };
    const giveUp = async (id: string) => {
      // What the queue's own retries come to, without their pauses.
      await brand.query(`update job set state = 'failed' where brand_id = 1 and input->>'pushId' = $1 and state in ('queued', 'running')`, [id]);
      await stores.jobs.idle();
    };
    const id = await draft();
    await sender.start(brand, id);
    await expect.poll(async () => (await readPush(brand, id)).error).toEqual(busy.text);
    await giveUp(id);
    wechat.before = async () => undefined;
    now += 10 * 60_000;
    await stores.timers.runDue();
    await stores.jobs.idle();
    expect(await readPush(brand, id)).toMatchObject({ state: 'sent', error: null });
    expect(await brand.query(`select 1 from timer where brand_id = 1 and key = $1`, [id])).toEqual([]);

    wechat.before = async () => { throw busy; };
    const late = await draft();
    await sender.start(brand, late);
    await expect.poll(async () => (await readPush(brand, late)).error).toEqual(busy.text);
    await giveUp(late);
    now += 24 * 3_600_000 + 1;
    await stores.timers.runDue();
    await stores.jobs.idle();
    expect(await readPush(brand, late)).toMatchObject({ state: 'failed', error: { en: expect.stringContaining('24 hours') } });
  });

  it('opens its articles for comments, unless it is told not to or the account may have none', async () => {
    now = Date.parse('2026-08-10T00:00:00Z');
    wechat.drafts.length = 0;
    await send(await draft());
    expect(wechat.drafts).toEqual([1]);
    const closed = await draft({ openComments: false });
    await send(closed);
    expect(await readPush(brand, closed)).toMatchObject({ state: 'sent', openComments: false });
    expect(wechat.drafts).toEqual([1, 0]);
    wechat.hasComments = false;
    const id = await draft();
    await send(id);
    wechat.hasComments = true;
    expect(await readPush(brand, id)).toMatchObject({ state: 'sent', openComments: true });
    expect(wechat.drafts).toEqual([1, 0, 0]);
  });

  it('bears a report without numbers', async () => {
    const odd = { type: 'push.finished' as const, at: new Date(now), assetId: ASSET, who: null, dedupKey: 'odd', props: { msg_id: '77', status: 'err(30003)', sent_count: 'many' } };
    await appender.append(1, [odd]);
    await runner.drain();
    expect(await brand.query(`select succeeded, sent_count from mass_report where brand_id = 1 and msg_id = '77'`)).toEqual([{ succeeded: false, sent_count: 0 }]);
  });
});
