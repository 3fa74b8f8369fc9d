import { digestId, type Text } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog, testDatabase } from '../../packages/storage/testing.ts';
import { testApp } from '../access/testing.ts';
import { type Appender, createAppender } from './append.ts';
import { moveIdentities } from './change-identities.ts';
import type { EventNames } from './details.ts';
import type { EventType } from './event-types.ts';
import { resolveIdentity } from './identities.ts';
import { activityRoutes } from './routes.ts';
import type { NewEvent } from './types.ts';

let database: Database;
let appender: Appender;
let app: Awaited<ReturnType<typeof testApp>>;
let closeDatabase: () => Promise<void>;
let li: number;
let phone: number;

/** As the rooms above tell them. */
const names: EventNames = {
  asset_id: async (_db, brandId) => new Map(brandId === 1 ? [['a', '青鸟']] : []),
  order_id: async () => new Map([['o1', '2026030100017']]),
  purpose: async () => new Map([['marketing', { zh: '营销消息', en: 'Marketing messages' }]]),
  scene: async (_db, _brandId, scenes) => new Map(scenes.includes('c-1') ? [['c-1', '恒隆店']] : []),
};

const openid = (value: string) => ({ kind: 'openid', assetId: 'a', value }) as const;
const happened = (type: EventType, who: NewEvent['who'], minute: number, props: NewEvent['props'] = {}): NewEvent => ({
  type, who, at: new Date(Date.UTC(2026, 2, 1, 4, minute)), assetId: 'a', dedupKey: digestId(type, minute, JSON.stringify(props)), props,
});
const timelineOf = async (contact: number, query = '') => (await app.call('viewer', 'GET', `/api/brands/1/contacts/${contact}/timeline${query}`)).body;

beforeAll(async () => {
  ({ database, close: closeDatabase } = await testDatabase());
  appender = await createAppender({ database, log: silentLog });
  app = await testApp(database, (server) => server.register(activityRoutes, { names, prefix: '/api/brands/:brandId' }));
  const brand = database.forBrand(1);
  [li, phone] = [await resolveIdentity(brand, 1, openid('li')), await resolveIdentity(brand, 1, { kind: 'phone', assetId: null, value: 'hash' })];
  // Two in one minute: the id decides. They arrive in another order than they happened.
  await appender.append(1, [happened('menu.click', li, 5), happened('message.text', li, 5, { content: '=1+1' }), happened('follow', li, 0), happened('consent.given', phone, 3)]);
  await appender.append(2, [happened('follow', openid('li'), 0)]);
});
afterAll(async () => {
  await app.close();
  await appender.close();
  await closeDatabase();
});

describe('a timeline', () => {
  it('is newest first by when things happened, in pages that join exactly', async () => {
    expect((await timelineOf(li)).items.map((event: { type: string }) => event.type)).toEqual(['message.text', 'menu.click', 'follow']);
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const page = await timelineOf(li, `?limit=1${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map((event: { type: string }) => event.type));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['message.text', 'menu.click', 'follow']);
    expect((await timelineOf(li)).items[2]).toMatchObject({ name: { zh: '关注', en: 'Followed' }, actor: 'person', assetId: 'a', at: '2026-03-01T04:00:00.000Z' });
  });

  it('shows the types asked for and names the one that does not exist', async () => {
    expect((await timelineOf(li, '?types=follow,menu.click')).items).toHaveLength(2);
    expect((await timelineOf(li, '?types=follow,nonsense')).error).toMatchObject({ code: 'unknown_event_type', field: 'types' });
  });

  it('is whole after a merge, also under the number of the one that merged away', async () => {
    await database.forBrand(1).tx((tx) => moveIdentities(tx, 1, [phone], li));
    const both = ['identity.moved', 'message.text', 'menu.click', 'consent.given', 'follow'];
    for (const contact of [li, phone]) expect((await timelineOf(contact)).items.map((event: { type: string }) => event.type)).toEqual(both);
    await database.forBrand(1).tx((tx) => moveIdentities(tx, 1, [phone], phone));
    expect((await timelineOf(phone)).items.map((event: { type: string }) => event.type)).toEqual(['identity.moved', 'identity.moved', 'consent.given']);
  });

  it('of another brand does not exist', async () => {
    const other = await resolveIdentity(database.forBrand(2), 2, openid('li'));
    expect((await timelineOf(other)).error.code).toBe('not_found');
    const elsewhere = await app.call('viewer', 'GET', `/api/brands/2/contacts/${other}/timeline?limit=1`);
    expect(elsewhere.body.items).toHaveLength(1);
  });

  it('says what each event was about as people call it, and nothing where there is only a number of ours', async () => {
    const wang = await resolveIdentity(database.forBrand(1), 1, openid('wang'));
    await appender.append(1, [
      happened('order.paid', wang, 9, { order_id: 'o1', storefront_id: 's1', amount: 128_050 }),
      happened('order.received', wang, 8, { order_id: 'gone', amount: 0 }),
      happened('consent.given', wang, 7, { purpose: 'marketing', channel: 'h5' }),
      happened('qr.scanned', wang, 6, { scene: 'c-1' }),
      happened('qr.scanned', wang, 5, { scene: '7' }),
      happened('shop.checkout_begun', wang, 4, { scene: 1047, storefront_id: 's1' }),
      happened('unfollow', wang, 3),
    ]);
    expect((await timelineOf(wang)).items.map(({ detail }: { detail: Text | null }) => detail)).toEqual([
      { zh: '2026030100017 · ¥1,280.50', en: '2026030100017 · ¥1,280.50' }, null, { zh: '营销消息', en: 'Marketing messages' },
      { zh: '恒隆店', en: '恒隆店' }, { zh: '7', en: '7' }, null, null,
    ]);
  });

  it('goes out as CSV to those who may export, harmless to spreadsheets and on record', async () => {
    expect((await app.call('viewer', 'GET', `/api/brands/1/contacts/${li}/timeline.csv`)).status).toBe(403);
    expect((await app.call('marketer', 'GET', '/api/brands/1/contacts/999999/timeline.csv')).status).toBe(404);
    const { body } = await app.call('marketer', 'GET', `/api/brands/1/contacts/${li}/timeline.csv`);
    const [newest] = (await timelineOf(li)).items;
    expect(body.split('\n')[1]).toBe(`2026-03-01 12:05:00,Sent a text,'=1+1,青鸟,message.text,${newest.id}`);
    expect(await database.forBrand(1).query('select action, subject from audit_entry where brand_id = 1')).toEqual([{ action: 'timeline.exported', subject: `contact:${li}` }]);
  });
});

describe('the brand’s log', () => {
  it('shows what happened lately, not what was said', async () => {
    const { body } = await app.call('viewer', 'GET', '/api/brands/1/events/recent?limit=200&types=message.text');
    expect(body.items).toEqual([expect.objectContaining({ type: 'message.text', identityId: li })]);
    expect(JSON.stringify(body)).not.toContain('1+1');
    expect((await app.call('associate', 'GET', '/api/brands/1/events/recent')).status).toBe(403);
  });

  it('counts names outside the catalogue', async () => {
    await appender.append(1, [1, 2, 3].map((minute) => happened('unknown', null, minute, { kind: 'event', name: minute < 3 ? 'new_thing' : 'other' })));
    const { body } = await app.call('viewer', 'GET', '/api/brands/1/event-types');
    expect(body.items).toContainEqual({ type: 'unfollow', name: { zh: '取关', en: 'Unfollowed' }, actor: 'person' });
    const unknown = await app.call('owner', 'GET', '/api/brands/1/events/unknown');
    expect(unknown.body.items.map(({ name, count }: { name: string; count: number }) => [name, count])).toEqual([['new_thing', 2], ['other', 1]]);
  });
});
