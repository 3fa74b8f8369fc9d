import { WechatError, type WechatClient } from '@qingniao/wechat';
import { afterAll, describe, expect, it } from 'vitest';
import { changeChannel } from './channels.ts';
import { changeMapping, createChannel, startCodeRenewal } from './index.ts';
import { ASSET, testRecruitment } from './testing.ts';

const { stores, brand, runner, made, client, clientOf, happened, clock, close } = await testRecruitment();
afterAll(close);

// What channels give to those who scan.
await brand.query(`insert into tag (brand_id, id, name, created_at) select 1, id, id, now() from unnest(array['vip', 'later']) as id`);

describe('channels', () => {
  it('gives a tag to who scans from then on, not to the past when the log is replayed, and no longer once it is deleted', async () => {
    const deps = { clientOf, timers: stores.timers };
    await expect(createChannel(brand, deps, { assetId: ASSET, kind: 'store', name: '无', code: null, tags: ['vip', 'nowhere'] })).rejects.toMatchObject({ code: 'unknown_tag' });
    const channel = await createChannel(brand, deps, { assetId: ASSET, kind: 'store', name: '静安店', code: 'permanent', tags: ['vip'] });
    const change = (tags: string[]) => brand.tx((tx) => changeChannel(tx, stores.timers, 1, channel.id, { tags }));
    const tagged = async () => {
      await runner.drain();
      const rows = await brand.query<{ who: string; tag: string }>(
        `select i.value as who, e.props ->> 'tag' as tag from event e join identity i on i.brand_id = e.brand_id and i.id = e.identity_id
          where e.brand_id = 1 and e.type = 'tag.added' and e.props ->> 'channel_id' = $1 order by e.id`, [channel.id]);
      return rows.map(({ who, tag }) => `${who} ${tag}`);
    };
    const scan = (name: string) => happened('qr.scanned', name, new Date(Date.parse('2026-03-01T00:00:00Z') + clock.seconds * 1000).toISOString(), { scene: channel.scene! });
    await scan('early');
    clock.seconds += 60;
    await expect(change(['vip', 'nowhere'])).rejects.toMatchObject({ code: 'unknown_tag' });
    await change(['vip', 'later']);
    await scan('late');
    const given = ['o-early vip', 'o-late vip', 'o-late later'];
    expect(await tagged()).toEqual(given);
    clock.seconds += 60;
    expect((await change(['later', 'vip'])).after.tags).toEqual(['later', 'vip']);
    await runner.rebuild();
    expect(await tagged()).toEqual(given);

    await brand.query(`delete from tag where brand_id = 1 and id = 'later'`);
    await scan('last');
    expect(await tagged()).toEqual([...given, 'o-last vip']);
    // The deleted one goes with the next change instead of refusing it.
    expect((await change(['vip', 'later'])).after.tags).toEqual(['vip']);
    clock.seconds = 0;
  });

  it('renews a temporary code under the same scene before it ends, and never an archived one', async () => {
    const deps = { clientOf, timers: stores.timers };
    startCodeRenewal(stores.database, deps);
    const channel = await createChannel(brand, deps, { assetId: ASSET, kind: 'associate', name: '李雷', code: 'temporary' });
    expect(made.at(-1)).toEqual({ scene: channel.scene, expireSeconds: 2_592_000 });
    const renewals = () => made.filter((code) => code.scene === channel.scene).length;
    clock.seconds = 28 * 86_400 - 1;
    await stores.timers.runDue();
    expect(renewals()).toBe(1);
    clock.seconds += 1;
    await stores.timers.runDue();
    expect(renewals()).toBe(2);
    await brand.query('update channel set archived_at = now() where brand_id = 1 and id = $1', [channel.id]);
    clock.seconds += 28 * 86_400;
    await stores.timers.runDue();
    expect(renewals()).toBe(2);
    clock.seconds = 0;
  });

  it('refuses a permanent code at the limit and a group that does not exist', async () => {
    await brand.query(
      `insert into channel (brand_id, id, asset_id, kind, name, note, scene, permanent, tags, created_at)
       select 1, 'bulk-' || n, 'asset-full', 'store', 'n', '', 'bulk-' || n, true, '{}', now() from generate_series(1, 99999) n`,
    );
    const deps = { clientOf, timers: stores.timers };
    const input = { assetId: 'asset-full', kind: 'store', name: '第十万家', code: 'permanent' } as const;
    await createChannel(brand, deps, input);
    await expect(createChannel(brand, deps, input)).rejects.toMatchObject({ code: 'permanent_codes_used_up' });
    // Codes made elsewhere count at WeChat, too, which says so in two ways.
    for (const errcode of [45029, 40053]) {
      const full = { ...client, qrcode: { create: () => Promise.reject(new WechatError(errcode, 'no', null, 'request', '/cgi-bin/qrcode/create', null)) } } as unknown as WechatClient;
      await expect(createChannel(brand, { ...deps, clientOf: async () => full }, { ...input, assetId: ASSET })).rejects.toMatchObject({ code: 'permanent_codes_used_up' });
      if (errcode === 40053) await expect(createChannel(brand, { ...deps, clientOf: async () => full }, { ...input, code: 'temporary' })).rejects.toMatchObject({ errcode });
    }
    await expect(brand.tx((tx) => changeMapping(tx, 1, { ADD_SCENE_PAID: 'nowhere' as never }, 'x'))).rejects.toMatchObject({ code: 'unknown_group' });
  });
});
