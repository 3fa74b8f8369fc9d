import { createLink } from '@qingniao/recruitment';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changePush, readPush } from './index.ts';
import { pushWorld, type PushWorld } from './testing.ts';

const OA = 'library';
let world: PushWorld;

beforeAll(async () => {
  world = await pushWorld('2026-03-09T00:00:00Z');
  await world.follow(OA, ['o-1', 'o-2']);
});
afterAll(() => world.close());

/** As `content` keeps it. */
async function article(id: string, content: string, readMoreUrl: string | null): Promise<void> {
  await world.brand.query(`insert into article (brand_id, id, version, content_type, created_by, created_at, changed_at) values (1, $1, 1, 'graphic', 'x', now(), now())`, [id]);
  await world.brand.query(
    `insert into article_version (brand_id, article_id, version, title, author, digest, content, read_more_url, topic, elements, origin, created_by, created_by_name, created_at)
     values (1, $1, 1, '新包', '', '', $2, $3, '皮具', '{}', 'written', 'x', 'x', now())`, [id, content, readMoreUrl]);
}

it('an article of the library in two pushes has links of each, the same again when the plan is changed', async () => {
  const inline = await createLink(world.brand, { assetId: 'other', title: '看看', target: 'https://a.example/', placement: 'inline_link' });
  const more = await createLink(world.brand, { assetId: 'other', title: '更多', target: 'https://a.example/', placement: 'read_more' });
  await article('one', `<p><a href="https://own.example/l/${inline.code}">看看</a><a href="https://own.example/l/nobody">别处</a></p>`, `https://own.example/l/${more.code}`);
  const input = { assetId: OA, title: '三月', audience: { kind: 'everyone' as const }, variants: [{ articles: [{ articleId: 'one' }] }] };
  const linksOf = async (pushId: string) => {
    const { content, readMoreUrl } = (await readPush(world.brand, pushId)).articles[0]!;
    expect(content).toContain('/l/nobody');
    const codes = [...`${content} ${readMoreUrl}`.matchAll(/\/l\/([\w-]+)/g)].map(([, code]) => code!).filter((code) => code !== 'nobody');
    return world.brand.query<{ code: string }>('select code, push_id, asset_id, placement, target from tracked_link where brand_id = 1 and code = any ($1) order by placement', [codes]);
  };
  const first = await world.draft(input);
  const second = await world.draft(input);
  const ofFirst = await linksOf(first);
  expect(ofFirst).toMatchObject([
    { push_id: first, asset_id: OA, placement: 'inline_link', target: 'https://a.example/' }, { push_id: first, asset_id: OA, placement: 'read_more' },
  ]);
  expect((await linksOf(second)).map((link) => link['push_id' as never])).toEqual([second, second]);
  await changePush(world.brand, first, { ...input, title: '四月' });
  expect((await linksOf(first)).map(({ code }) => code)).toEqual(ofFirst.map(({ code }) => code));
});

it('a card of a library article leads into the shop by a placement of the push, and everything else of its path stays', async () => {
  const card = await createLink(world.brand, { assetId: 'other', title: '进店', target: 'wx7a1b2c3d4e5f6071/pages/home/home?storefront=s1', placement: 'mp_card', channelId: 'kol' });
  const cardTo = (path: string) => `<mp-miniprogram data-miniprogram-appid="wx7a1b2c3d4e5f6071" data-miniprogram-path="${path}"></mp-miniprogram>`;
  const foreign = cardTo('pages/a/a?l=unknown');
  await article('card', cardTo(`pages/home/home?storefront=s1&amp;l=${card.id}&amp;channel_id=kol`) + foreign, null);
  const input = { assetId: OA, title: '四月', audience: { kind: 'everyone' as const }, variants: [{ articles: [{ articleId: 'card' }] }] };
  const push = await world.draft(input);
  const [copy] = await world.brand.query<{ id: string; target: string }>(`select id, target from tracked_link where brand_id = 1 and push_id = $1`, [push]);
  expect(copy).toMatchObject({ target: card.target });
  const expected = cardTo(`pages/home/home?storefront=s1&amp;l=${copy!.id}&amp;push_id=${push}&amp;channel_id=kol`) + foreign;
  expect((await readPush(world.brand, push)).articles[0]!.content).toBe(expected);
  await changePush(world.brand, push, { ...input, title: '五月' });
  expect((await readPush(world.brand, push)).articles[0]!.content).toBe(expected);
});

it('where the brand sends only what was approved, the very version taken has to be: that one, not a newer', async () => {
  await article('two', '<p>二</p>', null);
  const push = await world.draft({ assetId: OA, title: '五月', audience: { kind: 'everyone' }, variants: [{ articles: [{ articleId: 'two' }] }] });
  const level = async () => (await world.sender.plan(world.brand, push)).findings.filter(({ code }) => code === 'article_not_approved').map((one) => one.level);
  expect(await level()).toEqual(['warn']);
  await world.brand.query(`insert into content_settings (brand_id, approval_needed, regions) values (1, true, '{}')`);
  expect(await level()).toEqual(['stop']);
  const approve = (version: number) => world.brand.query(
    `insert into approval (brand_id, id, article_id, version, state, regions, requested_by, requested_by_name, requested_at) values (1, 'a' || $1::int, 'two', $1, 'approved', '{*}', 'x', 'x', now())`, [version]);
  await approve(1);
  expect(await level()).toEqual([]);
  await world.brand.query(
    `insert into article_version (brand_id, article_id, version, title, author, digest, content, topic, elements, origin, created_by, created_by_name, created_at)
     select brand_id, article_id, 2, '新', '', '', '<p>新</p>', '', '{}', 'written', 'x', 'x', now() from article_version where brand_id = 1 and article_id = 'two'`);
  await world.brand.query(`update article set version = 2 where brand_id = 1 and id = 'two'`);
  await approve(2);
  expect(await level()).toEqual(['stop']);
});
