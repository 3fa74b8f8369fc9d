import { rowByRow, testActor, testApp } from '@qingniao/access/testing';
import { followClock } from '@qingniao/kernel';
import type { BrandDatabase, Stores } from '@qingniao/storage';
import { testStores } from '@qingniao/storage/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountOfDrafts, png } from './testing.ts';
import { mayHoldMembers, poolAudienceNames, poolGroupNames, type PoolAudience } from './pool/groups.ts';
import { decideApproval } from './approval/approvals.ts';
import { articlesForPush, contentRoutes, fillSlots, setLinterRule, startLookingAtDrafts } from './index.ts';

const START = Date.parse('2026-05-04T04:00:00Z');
const DAY = 86_400_000;
const url = '/api/brands/1';
let stores: Stores;
let closeStores: () => Promise<void>;
let brand: BrandDatabase;
let call: Awaited<ReturnType<typeof testApp>>['call'];
let closeApp: () => Promise<unknown>;
let at = START;
let account = accountOfDrafts();

beforeAll(async () => {
  followClock(() => at);
  ({ stores, close: closeStores } = await testStores());
  brand = stores.database.forBrand(1);
  const clientOf = async () => account.client;
  startLookingAtDrafts(stores, clientOf);
  ({ call, close: closeApp } = await testApp(stores.database, (app) => app.register(contentRoutes, {
    prefix: '/api/brands/:brandId', jobs: stores.jobs, timers: stores.timers, clientOf, clean: { pictureOrigins: [] },
    calendar: {
      pushesBetween: async () => [{ id: 'p', title: '母亲节', state: 'sent', at: new Date('2026-05-09T16:30:00Z') }],
      quotaLeft: async () => ({ perFollower: 4, followers: [3, 1, 0, 0, 90] }),
    },
    approverRegions: async () => ({ regions: ['paris'], everywhere: false }),
  })));
});
afterAll(async () => {
  await closeApp();
  await closeStores();
});
beforeEach(() => {
  account = accountOfDrafts();
});

const write = async (body: object) => (await call('marketer', 'POST', `${url}/articles`, body)).body.article;
const change = (id: string, version: number, body: object) => call('marketer', 'PUT', `${url}/articles/${id}/text`, { version, ...body });
const forPush = async (id: string) => (await articlesForPush(brand, 1, [id]))[0]!;

it('settings are written back as they were read; whose regions are answered for is asked by itself', async () => {
  const { body: settings } = await call('viewer', 'GET', `${url}/content/settings`);
  expect(await call('owner', 'PUT', `${url}/content/settings`, settings)).toMatchObject({ status: 200, body: settings });
  expect((await call('viewer', 'GET', `${url}/content/approver-regions`)).body).toEqual({ regions: ['paris'], everywhere: false });
});

describe('articles and their versions', () => {
  it('a save makes a version exactly when something changed, and never over somebody else’s', async () => {
    const { id } = await write({ title: ' 新包到店 ', content: '<p id="a">一</p>', elements: { purpose: 'normal', teaser: 'logo' } });
    const first = await change(id, 1, { title: '新包到店', content: '<p>一</p>', elements: { teaser: 'logo', purpose: 'normal' } });
    expect(first.body.article.version).toBe(1);
    const second = await change(id, 1, { title: '新包到店', content: '<p>一</p><script>x</script>', elements: { teaser: 'product', purpose: 'normal' } });
    expect(second.body).toMatchObject({ article: { version: 2, title: '新包到店' }, removed: [{ kind: 'tag', name: 'script', count: 1 }] });
    expect(await change(id, 1, { title: '别的' })).toMatchObject({ status: 409, body: { error: { code: 'article_changed', data: { version: 2 } } } });
    expect((await call('viewer', 'GET', `${url}/articles/${id}/versions`)).body.items.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    expect((await call('viewer', 'GET', `${url}/articles/${id}/diff?from=1&to=2`)).body.fields.map(({ field }: { field: string }) => field)).toEqual(['elements']);
    expect((await call('viewer', 'POST', `${url}/articles`, { title: 'x' })).status).toBe(403);
    expect((await call('viewer', 'GET', `/api/brands/2/articles/${id}`)).status).toBe(404);
  });

  it('WeChat’s limits, on both sides', async () => {
    const status = async (body: object) => (await call('marketer', 'POST', `${url}/articles`, body)).status;
    expect([await status({ title: '字'.repeat(32) }), await status({ title: '字'.repeat(33) })]).toEqual([201, 422]);
    expect([await status({ title: 'a', content: `<p>${'字'.repeat(19_992)}</p>` }), await status({ title: 'a', content: `<p>${'字'.repeat(19_993)}</p>` })]).toEqual([201, 422]);
    const card = (title: string) => `<mp-miniprogram data-miniprogram-appid="wx1" data-miniprogram-title="${title}"></mp-miniprogram>`;
    expect([await status({ title: 'a', content: card('字'.repeat(35)) }), await status({ title: 'a', content: card('字'.repeat(36)) })]).toEqual([201, 422]);
    expect((await call('marketer', 'POST', `${url}/articles`, { title: 'a', elements: { teaser: 'cat' } })).body.error.code).toBe('element_unknown');
    expect((await call('marketer', 'POST', `${url}/content/pictures`, { assetId: 'a', data: png(1080, 864), use: 'card' })).status).toBe(201);
    expect((await call('marketer', 'POST', `${url}/content/pictures`, { assetId: 'a', data: png(1080, 863), use: 'card' })).body.error.code).toBe('card_picture_size');
    expect((await call('marketer', 'POST', `${url}/content/pictures`, { assetId: 'a', data: png(10, 10, 1_048_576) })).body.error.code).toBe('picture_too_large');
    expect((await call('marketer', 'POST', `${url}/content/covers`, { data: Buffer.from('GIF89a'.padEnd(40, '\0')).toString('base64') })).body.error.code).toBe('picture_format');
  });

  it('for a push: in the order asked, elements filled in from the text, the cover as it came, findings by the brand’s rules', async () => {
    const cover = png(900, 383);
    const coverId = (await call('marketer', 'POST', `${url}/content/covers`, { data: cover })).body.id;
    const one = await write({ title: '春夏新包已到店', content: `<p><a href="https://a.example">看</a></p>`, coverId, topic: '皮具', elements: { purpose: 'normal', teaser: 'product' } });
    const game = await write({ title: '小游戏', contentType: 'game', h5Url: 'https://g.example' });
    const [second, first] = await articlesForPush(brand, 1, [game.id, one.id]);
    expect(first).toMatchObject({ id: one.id, version: 1, cover, topic: '皮具', approved: false, pool: null, elements: { purpose: 'normal', teaser: 'product', link: 'text', cta_screen: 1, title_length: 7 } });
    expect(first!.findings.map(({ rule }) => rule)).toEqual(['short_title']);
    expect(second).toMatchObject({ readMoreUrl: 'https://g.example', cover: null, elements: { link: 'none' } });
    await call('marketer', 'PUT', `${url}/content/linter/short_title`, { enabled: false });
    expect((await forPush(one.id)).findings).toEqual([]);
    // What people decided stands above what the tests say.
    await brand.tx((tx) => setLinterRule(tx, 1, 'short_title', { enabled: true, reason: 'own_tests' }, 'experiments'));
    expect((await forPush(one.id)).findings).toEqual([]);
    await call('marketer', 'PUT', `${url}/content/linter/short_title`, { enabled: true });
    await call('marketer', 'PATCH', `${url}/articles/${one.id}`, { archived: true });
    await expect(articlesForPush(brand, 1, [game.id, one.id])).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('approval (L-07)', () => {
  const ask = (id: string, body: object = {}) => call('marketer', 'POST', `${url}/articles/${id}/approvals`, body);
  const decide = (id: string, region: string, decision: string, comment = '') => call('approver', 'POST', `${url}/approvals/${id}/decisions`, { region, decision, comment });

  it('needs every region, holds for one version, and a change needs a new one', async () => {
    const { id } = await write({ title: '新包' });
    const asked = (await ask(id, { regions: ['china', 'paris'], deadline: new Date(START + DAY).toISOString() })).body;
    expect((await ask(id)).body.error.code).toBe('approval_open');
    expect((await decide(asked.id, 'china', 'approved')).body).toMatchObject({ state: 'open', waiting: ['paris'], mine: ['paris'] });
    expect((await forPush(id)).approved).toBe(false);
    expect((await decide(asked.id, 'paris', 'approved')).body).toMatchObject({ state: 'approved', waiting: [] });
    expect((await forPush(id)).approved).toBe(true);
    expect((await decide(asked.id, 'paris', 'changes_requested', '换封面')).body.error.code).toBe('approval_closed');
    await change(id, 1, { title: '新包已到' });
    expect((await forPush(id)).approved).toBe(false);
    const again = (await ask(id)).body;
    await change(id, 2, { title: '新包再到' });
    expect((await decide(again.id, '*', 'approved')).body.error.code).toBe('approval_closed');
    expect((await call('viewer', 'GET', `${url}/articles/${id}/approvals`)).body.items.map(({ state }: { state: string }) => state)).toEqual(['superseded', 'approved']);
  });

  it('is overdue from the deadline on, says why it was refused, and lists what waits', async () => {
    const { id } = await write({ title: '新包' });
    expect((await ask(id, { deadline: new Date(at).toISOString() })).body.error.code).toBe('deadline_passed');
    const asked = (await ask(id, { deadline: new Date(START + DAY).toISOString() })).body;
    const standing = async () => (await call('viewer', 'GET', `${url}/articles?text=新包&approval=overdue`)).body.items.map(({ approval }: { approval: string }) => approval);
    at = START + DAY;
    expect(await standing()).toEqual([]);
    at = START + DAY + 1;
    expect(await standing()).toEqual(['overdue']);
    expect((await call('approver', 'GET', `${url}/approvals?mine=true`)).body).toMatchObject({ items: [{ id: asked.id, overdue: true }], open: 1, overdue: 1 });
    expect((await decide(asked.id, '*', 'changes_requested', ' ')).body.error.code).toBe('comment_missing');
    expect((await decide(asked.id, '*', 'changes_requested', '封面不对')).body).toMatchObject({ state: 'changes_requested', decisions: [{ comment: '封面不对' }] });
    at = START;
  });

  it('is given by a person of the region, never by the author, the one who asked, or a key', async () => {
    const { id } = await write({ title: '新包' });
    const asked = (await ask(id, { regions: ['paris'] })).body;
    const answer = { region: 'paris', decision: 'approved' as const, comment: '' };
    // An owner approves, too, but not this one.
    const own = (await call('owner', 'POST', `${url}/articles`, { title: '自己写的' })).body.article;
    await call('owner', 'POST', `${url}/articles/${own.id}/approvals`, {});
    const waitingFor = async (role: 'owner' | 'approver') => (await rowByRow((query) => call(role, 'GET', `${url}/approvals?mine=true&${query}`))).map(({ articleId }) => articleId);
    expect([await waitingFor('owner'), await waitingFor('approver')]).toEqual([[id], [id, own.id]]);
    const mine = async (role: Parameters<typeof call>[0], article: string) => (await call(role, 'GET', `${url}/articles/${article}/approvals`)).body.items[0].mine;
    expect([await mine('approver', id), await mine('marketer', id), await mine('owner', id), await mine('owner', own.id)]).toEqual([['paris'], [], ['paris'], []]);
    const as = (who: Partial<ReturnType<typeof testActor>>) => brand.tx((tx) => decideApproval(tx, 1, asked.id, answer, { ...testActor('approver'), ...who }));
    await expect(as({ id: 'test-marketer' })).rejects.toMatchObject({ status: 403 });
    await expect(as({ kind: 'key', id: 'k' })).rejects.toMatchObject({ status: 403 });
    const byKey = (await call('key', 'POST', `${url}/articles`, { title: '接口写的' })).body.article.id;
    await call('key', 'POST', `${url}/articles/${byKey}/approvals`, {});
    expect([await mine('owner', byKey), await mine('key', byKey), await mine('approver', byKey)]).toEqual([[], [], ['*']]);
    await brand.query('delete from approval where brand_id = 1 and article_id = $1', [byKey]);
    await expect(as({ regions: ['china'] })).rejects.toMatchObject({ status: 403 });
    expect((await call('marketer', 'POST', `${url}/approvals/${asked.id}/decisions`, answer)).status).toBe(403);
    await expect(as({ regions: ['paris'] })).resolves.toMatchObject({ state: 'approved' });
    const [line] = await brand.query<{ action: string }>(`select action from audit_entry where brand_id = 1 and subject = $1 order by seq desc limit 1`, [`article:${id}`]);
    expect(line!.action).toBe('approval.requested');
  });
});

describe('the pool (W-37)', () => {
  it('never invites a member to join: neither by what the author said nor by what the text says', async () => {
    const pool = (audiences: PoolAudience[], more: object = {}) => ({ group: 'crm', audiences, expiresAt: null, ...more });
    expect((await call('marketer', 'POST', `${url}/articles`, { title: '立即入会', pool: pool(['identified', 'member']) })).body.error.code).toBe('member_invited');
    const article = await write({ title: '立即入会', pool: pool(['unidentified', 'identified']) });
    expect(article.pool.invitesToJoin).toBe(true);
    // Somebody denies it, or the text starts to invite later on.
    await write({ title: '现在加入会员计划', pool: pool(['member'], { invitesToJoin: false }) });
    const later = await write({ title: '会员礼遇', content: '<p>礼</p>', pool: pool(['member']) });
    expect((await fillSlots(brand, 1, 'member', 7, { approvedOnly: false })).map(({ title }) => title)).toEqual(['会员礼遇']);
    await change(later.id, 1, { title: '会员礼遇', content: '<p>Join our loyalty programme</p>' });
    expect(await fillSlots(brand, 1, 'member', 7, { approvedOnly: false })).toEqual([]);
    expect((await fillSlots(brand, 1, 'identified', 7, { approvedOnly: false })).map(({ title }) => title)).toEqual(['立即入会']);
  });

  it('takes turns, prefers what ends first, drops the expired at their instant; random pools never break the rules', async () => {
    const other = stores.database.forBrand(3);
    const add = (title: string, group: string, audiences: string[], ends: number | null, invites = false) => other.query(
      `with a as (insert into article (brand_id, id, version, content_type, pool_group, pool_audiences, pool_expires_at, invites_to_join, created_by, created_at, changed_at)
         values (3, $1, 1, 'graphic', $2, $3, $4, $5, 't', $6, $6))
       insert into article_version (brand_id, article_id, version, title, author, digest, content, topic, elements, origin, created_by, created_by_name, created_at)
         values (3, $1, 1, $1, '', '', '', '', '{}', 'written', 't', 't', $6)`,
      [title, group, audiences, ends === null ? null : new Date(ends), invites, new Date(START)]);
    const all = ['unidentified', 'identified', 'member'];
    await add('门店', 'sales', all, null);
    await add('礼遇', 'crm', all, null);
    await add('快闪', 'adhoc', all, START + 2 * DAY);
    await add('音乐会', 'adhoc', all, START + DAY);
    const titles = async (audience: Parameters<typeof fillSlots>[2], slots: number) => (await fillSlots(other, 3, audience, slots, { approvedOnly: false })).map(({ title }) => title);
    expect(await titles('everyone', 7)).toEqual(['音乐会', '门店', '礼遇', '快闪']);
    at = START + DAY - 1;
    expect(await titles('everyone', 1)).toEqual(['音乐会']);
    at = START + DAY;
    expect(await titles('everyone', 1)).toEqual(['快闪']);
    expect(await fillSlots(other, 3, 'member', 7, { approvedOnly: true })).toEqual([]);
    at = START;

    let round = 0;
    await fc.assert(fc.asyncProperty(
      fc.array(fc.record({ group: fc.constantFrom(...poolGroupNames), audiences: fc.subarray(poolAudienceNames, { minLength: 1 }), ends: fc.option(fc.integer({ min: -2, max: 2 })), invites: fc.boolean() }), { maxLength: 6 }),
      fc.constantFrom('everyone' as const, ...poolAudienceNames), fc.integer({ min: 0, max: 7 }),
      async (articles, audience, slots) => {
        round++;
        await other.query('delete from article where brand_id = 3');
        for (const [index, one] of articles.entries()) await add(`${round}-${index}`, one.group, one.audiences, one.ends === null ? null : START + one.ends, one.invites);
        const filled = await fillSlots(other, 3, audience, slots, { approvedOnly: false });
        expect(filled.length).toBeLessThanOrEqual(slots);
        expect(new Set(filled.map(({ id }) => id)).size).toBe(filled.length);
        for (const one of filled) {
          expect(one.expiresAt === null || one.expiresAt.getTime() > START).toBe(true);
          expect(one.invitesToJoin && mayHoldMembers(audience)).toBe(false);
          expect(audience === 'everyone' ? one.audiences.includes('member') : one.audiences.includes(audience)).toBe(true);
        }
      },
    ), { numRuns: 40 });
  });
});

describe('drafts at WeChat', () => {
  const look = async () => {
    await call('marketer', 'POST', `${url}/content/drafts/look`, { assetId: 'a' });
    await stores.jobs.idle();
  };
  const drafts = async () => (await rowByRow((query) => call('viewer', 'GET', `${url}/content/drafts?assetId=a&${query}`))) as { mediaId: string; position: number; standing: string; articleId: string; remoteHash: string }[];
  const send = (id: string, remoteHash?: string) => call('marketer', 'POST', `${url}/articles/${id}/drafts`, { assetId: 'a', ...(remoteHash === undefined ? {} : { remoteHash }) });
  const take = (draft: { mediaId: string; position: number; remoteHash: string }) =>
    call('marketer', 'POST', `${url}/content/drafts/take`, { assetId: 'a', mediaId: draft.mediaId, position: draft.position, remoteHash: draft.remoteHash });
  const withCover = async (title: string) => {
    const coverId = (await call('marketer', 'POST', `${url}/content/covers`, { data: png(900, 383) })).body.id;
    return write({ title, content: '<p>一</p>', coverId });
  };
  beforeEach(() => brand.query('delete from article_draft where brand_id = 1'));

  it('goes both ways, the cover up once, and nothing is written where the two disagree', async () => {
    const { id } = await withCover('草稿一');
    const { mediaId } = (await send(id)).body;
    expect((await drafts()).map(({ standing }) => standing)).toEqual(['agreed']);
    await change(id, 1, { title: '草稿二', content: '<p>二</p>', coverId: (await call('viewer', 'GET', `${url}/articles/${id}`)).body.coverId });
    expect((await drafts())[0]!.standing).toBe('ours');
    expect((await send(id)).status).toBe(200);
    expect(account.calls.filter((name) => name === 'cover' || name === 'update')).toEqual(['cover', 'update']);

    account.edit(mediaId, { content: '<p>在后台改过</p><iframe src="https://v.qq.com/1"></iframe>' });
    expect(await send(id)).toMatchObject({ status: 409, body: { error: { code: 'draft_changed' } } });
    expect(account.drafts.get(mediaId)!.articles[0]!.content).toContain('<p>在后台改过</p>');
    const [theirs] = await drafts();
    expect(theirs!.standing).toBe('theirs');
    const difference = (await call('viewer', 'GET', `${url}/content/drafts/diff?assetId=a&mediaId=${mediaId}&position=0`)).body.fields;
    expect(difference.map(({ field }: { field: string }) => field)).toEqual(['content']);
    expect((await take(theirs!)).body).toEqual({ articleId: id, version: 3, removed: [{ kind: 'tag', name: 'iframe', count: 1 }] });
    expect((await call('viewer', 'GET', `${url}/articles/${id}`)).body).toMatchObject({ content: '<p>在后台改过</p>', version: 3, coverId: expect.any(String) });
    expect((await drafts())[0]!.standing).toBe('agreed');
  });

  it('when both changed it is a conflict: each choice is about what the person saw, and ours can win', async () => {
    const { id, coverId } = await withCover('草稿三');
    const { mediaId } = (await send(id)).body;
    await change(id, 1, { title: '我们的', content: '<p>我们</p>', coverId });
    account.edit(mediaId, { title: '他们的' });
    await look();
    const [seen] = await drafts();
    expect(seen!.standing).toBe('conflict');
    account.edit(mediaId, { title: '他们又改' });
    expect((await take(seen!)).body.error.code).toBe('draft_changed');
    expect((await send(id, seen!.remoteHash)).body.error.code).toBe('draft_changed');
    const [fresh] = await drafts();
    expect((await send(id, fresh!.remoteHash)).status).toBe(200);
    expect(account.drafts.get(mediaId)!.articles[0]!.title).toBe('我们的');
    expect((await drafts())[0]!.standing).toBe('agreed');
  });

  it('goes on when today’s calls are used up, and asks nothing twice', async () => {
    for (let index = 0; index < 45; index++) await account.client.drafts.add([{ title: `外来 ${index}`, content: `<p>${index}</p>`, thumb_media_id: 'm' }]);
    account.refuseAfter(2);
    await look();
    const paused = (await call('viewer', 'GET', `${url}/content/drafts?assetId=a`)).body;
    expect(paused).toMatchObject({ items: { length: 40 }, resumesAt: '2026-05-04T16:05:00.000Z' });
    at = Date.parse(paused.resumesAt);
    await stores.timers.runDue();
    await stores.jobs.idle();
    at = START;
    expect((await call('viewer', 'GET', `${url}/content/drafts?assetId=a`)).body).toMatchObject({ items: { length: 45 }, resumesAt: null });
    // What the first run saw is not asked for by name.
    const asked = () => account.calls.filter((name) => /^(?:list|get)/.test(name));
    expect(asked()).toEqual(['list 0', 'list 20', 'list 40', 'list 40']);
    // Begun anew by somebody before that, and done: nothing is left to go on with.
    account.refuseAfter(0);
    await look();
    await look();
    const calls = asked().length;
    at = START + 2 * DAY;
    await stores.timers.runDue();
    await stores.jobs.idle();
    at = START;
    expect(asked()).toHaveLength(calls);
  });

  it('reads many pages, takes strangers as new articles, tells what is gone', async () => {
    for (let index = 0; index < 45; index++) await account.client.drafts.add([{ title: `外来 ${index}`, content: `<p>${index}</p>`, thumb_media_id: 'm' }]);
    await look();
    expect(account.calls.filter((name) => name.startsWith('list'))).toEqual(['list 0', 'list 20', 'list 40']);
    const found = await drafts();
    expect(found.filter(({ standing }) => standing === 'new')).toHaveLength(45);
    const taken = (await take(found[0]!)).body;
    expect((await call('viewer', 'GET', `${url}/articles/${taken.articleId}/versions`)).body.items).toMatchObject([{ version: 1, origin: 'wechat' }]);
    account.drafts.delete(found[0]!.mediaId);
    account.drafts.delete(found[1]!.mediaId);
    await look();
    const after = await drafts();
    expect(after.filter(({ standing }) => standing === 'new')).toHaveLength(43);
    expect(after.filter(({ standing }) => standing === 'gone').map(({ articleId }) => articleId)).toEqual([taken.articleId]);
    // A draft that is gone is written anew.
    const coverId = (await call('marketer', 'POST', `${url}/content/covers`, { data: png(900, 383) })).body.id;
    await change(taken.articleId, 1, { title: '外来', content: '<p>再来</p>', coverId });
    expect((await send(taken.articleId)).body.mediaId).not.toBe(found[0]!.mediaId);
  });
});

it('the calendar shows a push on its day in Shanghai, the festivals others post for, and the quota left', async () => {
  const { id } = await write({ title: '母亲节', plannedDay: '2026-05-10' });
  await call('marketer', 'POST', `${url}/content/calendar/notes`, { day: '2026-05-10', text: '花店合作' });
  const { body } = await call('viewer', 'GET', `${url}/content/calendar?from=2026-05-09&to=2026-05-10&assetId=a`);
  expect(body.days).toMatchObject([
    { day: '2026-05-09', articles: [], pushes: [], festivals: [], crowdedBy: [{ key: 'mothers_day' }] },
    { day: '2026-05-10', articles: [{ id }], pushes: [{ id: 'p' }], notes: [{ text: '花店合作' }], festivals: [{ key: 'mothers_day' }] },
  ]);
  expect((await call('marketer', 'GET', `${url}/content/calendar/quota?assetId=a`)).body).toEqual({ month: '2026-05', perFollower: 4, followers: [3, 1, 0, 0, 90] });
  expect((await call('viewer', 'GET', `${url}/content/calendar?from=2026-01-01&to=2026-04-10`)).status).toBe(200);
  expect((await call('viewer', 'GET', `${url}/content/calendar?from=2026-01-01&to=2026-04-11`)).status).toBe(422);
});
