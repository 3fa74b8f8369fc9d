import { createAppender, eventLog, type Appender } from '@qingniao/activity';
import { createSecrets, followClock, newId } from '@qingniao/kernel';
import { peopleProjection, platformSources, recordConsent } from '@qingniao/people';
import { createProjectionRunner, type BrandDatabase, type ProjectionRunner, type Stores } from '@qingniao/storage';
import { silentLog, testStores } from '@qingniao/storage/testing';
import { WechatError, type WechatClient } from '@qingniao/wechat';
import { beforeEach } from 'vitest';
import { createPushSender, pushReports, readPush, recordPush, type PushInput, type PushSender } from './index.ts';
import { changeSettings } from './settings.ts';

export const ASSET = 'asset-1';
/** Of which the linter has nothing to say. */
export const ARTICLE = { title: '新年', content: '<p><a href="https://brand.example/">你好</a></p>' };
const secrets = createSecrets(Buffer.alloc(32, 7));
export const peopleParts = { sources: platformSources, secrets, erasers: [], exporters: [] };

/** WeChat as this room sees it: one send per clientmsgid, whatever happens to the answer. */
export interface FakeWechat {
  sends: Map<string, { to: string[] | 'all' | { tag_id: number }; msgId: string; times: number }>;
  loseNextAnswer: boolean;
  /** need_open_comment and title of the first article of every draft taken; an account without comments refuses 1. */
  drafts: { comments: number; title: string }[];
  removedDrafts: string[];
  previews: unknown[];
  deletions: { msgId: string; position: number | undefined }[];
  speeds: number[];
  hasComments: boolean;
  kind: 'service' | 'subscription';
  /** What mass/get says. */
  status: string;
  /** Called before the account is looked up, before a draft is taken, and before a send. */
  beforeAccount: () => Promise<void>;
  before: () => Promise<void>;
  beforeSend: () => Promise<void>;
  /** Called before a draft is removed. */
  beforeRemove: () => Promise<void>;
}

function fakeWechat(): { wechat: FakeWechat; client: WechatClient } {
  let taken = 0;
  const wechat: FakeWechat = {
    sends: new Map(), loseNextAnswer: false, drafts: [], removedDrafts: [], previews: [], deletions: [], speeds: [], hasComments: true, kind: 'service', status: 'SENDING',
    beforeAccount: async () => undefined, before: async () => undefined, beforeSend: async () => undefined, beforeRemove: async () => undefined,
  };
  const send = async (to: string[] | 'all' | { tag_id: number }, clientMsgId: string) => {
    await wechat.beforeSend();
    const known = wechat.sends.get(clientMsgId);
    const made = known ?? { to, msgId: String(1_000_000_000_000_000_000n + BigInt(taken++)), times: 0 };
    wechat.sends.set(clientMsgId, { ...made, times: made.times + 1 });
    if (wechat.loseNextAnswer) {
      wechat.loseNextAnswer = false;
      throw new Error('socket hang up');
    }
    return { msgId: made.msgId, msgDataId: `9${made.msgId.slice(-6)}`, replayed: known !== undefined };
  };
  const client = {
    media: { addMaterial: async () => ({ media_id: 'thumb' }), materials: async () => ({ item: [{ media_id: 'newest' }] }) },
    drafts: {
      add: async (articles: { need_open_comment: number; title: string }[]) => {
        await wechat.before();
        if (!wechat.hasComments && articles.some((article) => article.need_open_comment === 1)) throw new WechatError(88000, 'without comment privilege', null, 'configuration', '/cgi-bin/draft/add', null);
        wechat.drafts.push({ comments: articles[0]!.need_open_comment, title: articles[0]!.title });
        return `draft-${wechat.drafts.length}`;
      },
      remove: async (id: string) => {
        await wechat.beforeRemove();
        wechat.removedDrafts.push(id);
      },
    },
    mass: {
      sendAll: (audience: { is_to_all: boolean; tag_id?: number }, _content: unknown, { clientMsgId }: { clientMsgId: string }) =>
        send(audience.is_to_all ? 'all' : { tag_id: audience.tag_id! }, clientMsgId),
      sendTo: (openids: string[], _content: unknown, { clientMsgId }: { clientMsgId: string }) => send(openids, clientMsgId),
      preview: async (to: unknown) => void wechat.previews.push(to),
      remove: async (msgId: string, position?: number) => void wechat.deletions.push({ msgId, position }),
      status: async () => wechat.status,
      setSpeed: async (speed: number) => void wechat.speeds.push(speed),
    },
  };
  return { wechat, client: client as unknown as WechatClient };
}

/** A brand with followers, a sender, and a WeChat that can be told what to do. The clock is `clock.now`. */
export interface PushWorld {
  stores: Stores;
  brand: BrandDatabase;
  appender: Appender;
  runner: ProjectionRunner;
  sender: PushSender;
  wechat: FakeWechat;
  clock: { now: number };
  accountOf: () => Promise<{ kind: 'service' | 'subscription'; client: WechatClient }>;
  /** `openid` → identity and contact (the same number while nobody is merged). */
  follow(asset: string, openids: readonly string[]): Promise<void>;
  unfollow(asset: string, openids: readonly string[]): Promise<void>;
  idOf(openid: string): Promise<number>;
  withdraw(contactId: number): Promise<void>;
  /** A live segment of these contacts. */
  segment(name: string, contactIds: readonly number[]): Promise<string>;
  draft(change?: Partial<PushInput>): Promise<string>;
  /** Submits and waits until the job has done what it can. */
  send(id: string): Promise<void>;
  close(): Promise<void>;
}

export async function pushWorld(start: string, options: { warehouse?: boolean } = {}): Promise<PushWorld> {
  const clock = { now: Date.parse(start) };
  followClock(() => clock.now);
  const { stores, close } = await testStores(options);
  const brand = stores.database.forBrand(1);
  const appender = await createAppender({ database: stores.database, log: silentLog });
  const runner = createProjectionRunner({ database: stores.database, source: eventLog, log: silentLog, projections: [peopleProjection(peopleParts), pushReports] });
  const { wechat, client } = fakeWechat();
  const accountOf = async () => {
    await wechat.beforeAccount();
    return { kind: wechat.kind, client };
  };
  const sender = createPushSender({ stores, secrets, accountOf });
  let happened = 0;
  const happen = async (type: 'follow' | 'unfollow', asset: string, openids: readonly string[]) => {
    await appender.append(1, openids.map((value) => ({ type, at: new Date(clock.now), assetId: asset, who: { kind: 'openid' as const, assetId: asset, value }, dedupKey: `e${happened++}`, props: {} })));
    await runner.drain();
  };
  return {
    stores, brand, appender, runner, sender, wechat, clock, accountOf,
    follow: (asset, openids) => happen('follow', asset, openids),
    unfollow: (asset, openids) => happen('unfollow', asset, openids),
    idOf: async (openid) => (await brand.query<{ id: number }>('select id from identity where brand_id = 1 and value = $1', [openid]))[0]!.id,
    withdraw: async (contactId) => {
      await brand.tx((tx) => recordConsent(tx, 1, contactId, { purpose: 'marketing', given: false, textVersion: '1', channel: 'h5', proof: null, by: 'test' }));
    },
    async segment(name, contactIds) {
      const id = newId();
      await brand.query(
        `insert into segment (brand_id, id, name, kind, version, state, size, created_by, created_at, changed_at) values (1, $1, $2, 'list', 1, 'live', $3, 'test', $4, $4)`,
        [id, name, contactIds.length, new Date(clock.now)]);
      await brand.query('insert into segment_member (brand_id, segment_id, contact_id, entered_at) select 1, $1, c, $3 from unnest($2::bigint[]) c', [id, contactIds, new Date(clock.now)]);
      return id;
    },
    draft: (change = {}) =>
      recordPush(brand, { assetId: ASSET, title: '一月', audience: { kind: 'everyone' }, ...(change.variants ? {} : { articles: [ARTICLE] }), ...change }, 'author'),
    async send(id) {
      await sender.submit(brand, id, null);
      await stores.jobs.idle();
    },
    async close() {
      await runner.stop();
      await appender.close();
      await close();
    },
  };
}

export const openidsOf = (count: number, prefix = 'o'): string[] => Array.from({ length: count }, (_, index) => `${prefix}-${index}`);

const articles = [{ title: '新年', content: '<p>你好</p>' }];
/** Longer than any, in milliseconds. */
export const MONTH = 32 * 86_400_000;

/** WeChat takes no such article. */
export const refusal = new WechatError(45166, 'invalid content', null, 'request', '/cgi-bin/draft/add', null);

/** A world of six followers in which each test has a month and a WeChat of its own. At the top of a file, with `afterAll(world.close)` below it. */
export async function steppedWorld() {
  const world = await pushWorld('2026-01-10T00:00:00Z');
  await world.follow(ASSET, openidsOf(6));
  beforeEach(() => {
    world.clock.now += MONTH;
    Object.assign(world.wechat, { drafts: [], previews: [], removedDrafts: [], deletions: [], speeds: [], kind: 'service', beforeAccount: async () => undefined, before: async () => undefined, beforeSend: async () => undefined });
    world.wechat.sends.clear();
  });

  const state = async (id: string) => (await readPush(world.brand, id)).state;
  const approval = (on: boolean) => world.brand.tx((tx) => changeSettings(tx, 1, { approval: on }, 'owner'));
  const due = async () => {
    await world.stores.timers.runDue();
    await world.stores.jobs.idle();
  };
  const targeted = (id: string) => world.brand.query<{ variant: string; n: number }>(
    `select props->>'variant_id' as variant, count(*)::int as n from event where brand_id = 1 and type = 'push.targeted' and props->>'push_id' = $1 group by 1 order by 1`, [id]);
  /** Two calls: two variants of three people each. */
  const twoCalls = async (title = '两个版本') => {
    const people = await Promise.all(openidsOf(6).map((openid) => world.idOf(openid)));
    return world.draft({ title, variants: [{ segmentId: await world.segment('三人', people.slice(0, 3)), articles }, { articles: [{ title: '其余', content: '<p>你好</p>' }] }] });
  };

  return { world, articles, state, approval, due, targeted, twoCalls };
}
