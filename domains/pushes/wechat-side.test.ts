import { afterAll, describe, expect, it } from 'vitest';
import { changePush, readPush } from './index.ts';
import { ASSET, steppedWorld } from './testing.ts';
import { callStatuses, deleteSent, previewPush } from './wechat-side.ts';

const { world, articles, state, twoCalls } = await steppedWorld();
afterAll(() => world.close());

describe('what WeChat does for one push', () => {
  it('previews a variant to a follower or a WeChat id, with the articles as they are now, a hundred a day', async () => {
    const id = await twoCalls();
    expect(await previewPush(world.brand, world.accountOf, id, 2, { contactId: await world.idOf('o-1') }, 'author')).toEqual({ left: 99 });
    expect(await previewPush(world.brand, world.accountOf, id, 1, { wechatId: 'boss' }, 'author')).toEqual({ left: 98 });
    await previewPush(world.brand, world.accountOf, id, 2, { wechatId: 'boss' }, 'author');
    expect(world.wechat.previews).toEqual([{ touser: 'o-1' }, { towxname: 'boss' }, { towxname: 'boss' }]);
    expect(world.wechat.drafts.map(({ title }) => title)).toEqual(['其余', '新年', '其余']);
    expect(world.wechat.removedDrafts).toEqual(['draft-1']);
    await world.unfollow(ASSET, ['o-4']);
    await expect(previewPush(world.brand, world.accountOf, id, 1, { contactId: await world.idOf('o-4') }, 'author')).rejects.toMatchObject({ code: 'preview_no_follower' });
    await world.follow(ASSET, ['o-4']);

    await world.brand.query(`insert into push_preview (brand_id, id, asset_id, push_id, variant, at) select 1, 'p' || n, $1, 'x', 1, $2 from generate_series(1, 97) n`, [ASSET, new Date(world.clock.now)]);
    await expect(previewPush(world.brand, world.accountOf, id, 1, { wechatId: 'boss' }, 'author')).rejects.toMatchObject({ code: 'previews_used' });
    // What previews left behind goes once the push is sent, as a variant goes that is not there any more.
    expect(await changePush(world.brand, id, { assetId: ASSET, title: '一个版本', audience: { kind: 'everyone' }, articles })).toEqual({ assetId: ASSET, mediaIds: ['draft-3'] });
    world.clock.now += 86_400_000;
    await world.send(id);
    expect(world.wechat.removedDrafts).toEqual(['draft-1', 'draft-2']);
  });

  it('deletes one article, or all and then the push is deleted; and says how calls stand that it has not reported on', async () => {
    const id = await twoCalls();
    await expect(deleteSent(world.brand, world.accountOf, id, null)).rejects.toMatchObject({ code: 'push_not_in_state' });
    await world.send(id);
    world.wechat.status = 'SENDING';
    expect(await callStatuses(world.brand, world.accountOf, id)).toEqual([{ number: 1, status: 'SENDING' }, { number: 2, status: 'SENDING' }]);
    // Only of the second variant; then the first one's, and what is gone is not asked for again.
    const gone = async () => (await readPush(world.brand, id)).articles.map(({ deletedAtWechat }) => deletedAtWechat);
    const before = await gone();
    expect(before.every((one) => !one)).toBe(true);
    expect(await deleteSent(world.brand, world.accountOf, id, 1, 2)).toEqual({ deleted: 1, left: 0 });
    expect(await state(id)).toBe('sent');
    expect((await gone()).filter(Boolean)).toHaveLength(1);
    expect(await deleteSent(world.brand, world.accountOf, id, 2)).toEqual({ deleted: 0, left: 0 });
    expect(await deleteSent(world.brand, world.accountOf, id, 1)).toEqual({ deleted: 1, left: 0 });
    // With its last article the push is deleted.
    expect([await gone(), await state(id)]).toEqual([before.map(() => true), 'deleted']);
    expect(world.wechat.deletions.map(({ position }) => position)).toEqual([1, 1]);
  });
});
