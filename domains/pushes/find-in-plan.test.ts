import { bindIdentity, platformSources } from '@qingniao/people';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changePush, readPush } from './index.ts';
import { ASSET, openidsOf, pushWorld, type PushWorld } from './testing.ts';

let world: PushWorld;

beforeAll(async () => {
  world = await pushWorld('2026-01-10T00:00:00Z');
  await world.follow(ASSET, openidsOf(4));
});
beforeEach(async () => {
  for (const table of ['article', 'article_version', 'approval', 'content_settings']) await world.brand.query(`delete from ${table} where brand_id = 1`);
});
afterAll(() => world.close());

/** An article of the library at a version, perhaps of the pool. */
async function article(id: string, version: number, pool: { expiresAt?: Date; invites?: boolean } | null = null): Promise<void> {
  const now = new Date(world.clock.now);
  await world.brand.query(
    `insert into article (brand_id, id, version, content_type, pool_group, pool_audiences, pool_expires_at, invites_to_join, created_by, created_at, changed_at)
     values (1, $1, $2, 'graphic', $3, '{}', $4, $5, 'test', $6, $6) on conflict (brand_id, id) do update set version = excluded.version`,
    [id, version, pool ? 'crm' : null, pool?.expiresAt ?? null, pool?.invites ?? false, now]);
  await world.brand.query(
    `insert into article_version (brand_id, article_id, version, title, author, digest, content, topic, elements, origin, created_by, created_by_name, created_at)
     values (1, $1, $2, $3, '', '', '<p>你好</p>', '礼盒', '{}', 'console', 'test', 'Test', $4)`, [id, version, `第${version}版`, now]);
}
const approve = (id: string, version: number) => world.brand.query(
  `insert into approval (brand_id, id, article_id, version, state, regions, requested_by, requested_by_name, requested_at) values (1, $1, $2, $3, 'approved', '{}', 't', 't', $4)`,
  [`${id}-${version}`, id, version, new Date(world.clock.now)]);
const needApproval = () => world.brand.query(`insert into content_settings (brand_id, approval_needed, regions) values (1, true, '{}')`);
const input = (id: string) => ({ assetId: ASSET, title: '一月', audience: { kind: 'everyone' as const }, variants: [{ articles: [{ articleId: id }] }] });
/** Level and code of what was found, without the linter's notes. */
const found = async (pushId: string, at?: Date) =>
  (await world.sender.plan(world.brand, pushId, at)).findings.filter(({ code }) => !code.startsWith('linter_') && code !== 'wechat_audience').map(({ level, code }) => `${level} ${code}`);

describe('what the library says of a plan', () => {
  it('stays as it was saved, says when there is a newer version, and takes that one when saved again', async () => {
    await article('a', 1);
    await approve('a', 1);
    const id = await world.draft(input('a'));
    expect(await found(id)).toEqual([]);
    await article('a', 2);
    expect(await found(id)).toEqual(['warn article_newer']);
    expect((await readPush(world.brand, id)).articles).toMatchObject([{ title: '第1版', articleId: 'a', articleVersion: 1, elements: { topic: '礼盒' } }]);
    await changePush(world.brand, id, input('a'));
    expect((await readPush(world.brand, id)).articles).toMatchObject([{ title: '第2版', articleVersion: 2 }]);
    expect(await found(id)).toEqual(['warn article_not_approved']);
  });

  it('stops what is not approved where the brand wants it, also what was written past the library', async () => {
    await needApproval();
    await article('b', 1);
    const id = await world.draft(input('b'));
    expect(await found(id)).toEqual(['stop article_not_approved']);
    await approve('b', 1);
    expect(await found(id)).toEqual([]);
    expect(await found(await world.draft())).toEqual(['stop article_not_approved']);
  });

  it('stops an article that will have expired when it goes out, to the second', async () => {
    const expiresAt = new Date('2026-02-01T00:00:00Z');
    await article('c', 1, { expiresAt });
    await approve('c', 1);
    const id = await world.draft(input('c'));
    expect(await found(id, new Date(expiresAt.getTime() - 1000))).toEqual([]);
    expect(await found(id, expiresAt)).toEqual(['stop article_expired']);
  });

  it('never invites a member to join (W-37)', async () => {
    await article('d', 1, { invites: true });
    await approve('d', 1);
    const id = await world.draft(input('d'));
    expect(await found(id)).toEqual([]);
    await world.brand.tx(async (tx) => bindIdentity(tx, 1, await world.idOf('o-2'), { kind: 'member_no', assetId: null, value: 'M1' }, 'form', platformSources));
    expect(await found(id)).toEqual(['stop member_invited']);
    const members = await world.segment('会员', [await world.idOf('o-2')]);
    // Members with something else to read: the invitation goes to the others.
    await changePush(world.brand, id, { ...input('d'), variants: [{ segmentId: members, articles: [{ title: '会员日', content: '<p>' }] }, { articles: [{ articleId: 'd' }] }] });
    expect(await found(id)).toEqual(['stop list_of_one']);
    // Neither by an article outside the pool, nor by one that was written here, nor by one the library has no more.
    const invitation = { title: '邀请', content: '<p>立即注册成为会员</p>' };
    expect(await found(await world.draft({ articles: [invitation] }))).toEqual(['stop member_invited']);
    await article('e', 1);
    await approve('e', 1);
    await world.brand.query(`update article_version set content = $1 where brand_id = 1 and article_id = 'e'`, [invitation.content]);
    const outside = await world.draft(input('e'));
    expect(await found(outside)).toEqual(['stop member_invited']);
    await world.brand.query(`delete from article where brand_id = 1 and id = 'e'`);
    expect(await found(outside)).toEqual(['warn article_gone', 'stop member_invited']);
  });

  it('says when two arms of a test send the very same', async () => {
    const arm = (name: string, title: string) => ({ arm: name, share: 0.5, articles: [{ title, content: '<p>你好</p>', elements: { topic: name } }] });
    const test = (...arms: ReturnType<typeof arm>[]) => world.draft({ variants: arms });
    expect(await found(await test(arm('a', '一月'), arm('b', '二月')))).not.toContain('warn arms_alike');
    const alike = (await world.sender.plan(world.brand, await test(arm('a', '一月'), arm('b', '一月')))).findings.filter(({ code }) => code === 'arms_alike');
    expect(alike).toMatchObject([{ level: 'warn', variant: 2, en: expect.stringContaining('as arm A') }]);
    // Nobody is compared with those who get nothing.
    expect(await found(await world.draft({ variants: [arm('a', '一月'), { arm: 'holdout', share: 0.5, articles: [] }] }))).not.toContain('warn arms_alike');
  });

  it('says what the linter says, also of what was written here', async () => {
    const notes = async (title: string, content: string) =>
      (await world.sender.plan(world.brand, await world.draft({ articles: [{ title, content }] }))).findings.filter(({ code }) => code.startsWith('linter_')).map(({ code, level, position }) => [code, level, position]);
    const link = '<p><a href="https://brand.example/">看看</a></p>';
    expect(await notes('六个字的标题', link)).toEqual([]);
    expect(await notes('七个字的标题啊', link)).toEqual([['linter_short_title', 'note', 1]]);
    expect(await notes('六个字的标题', '<p>你好</p>')).toEqual([['linter_mini_program_link', 'note', 1]]);
  });
});
