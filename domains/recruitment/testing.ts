import { createAppender, eventLog } from '@qingniao/activity';
import { createSecrets, followClock } from '@qingniao/kernel';
import { peopleProjection } from '@qingniao/people';
import { createProjectionRunner } from '@qingniao/storage';
import { silentLog, testStores } from '@qingniao/storage/testing';
import type { WechatClient } from '@qingniao/wechat';
import { channelSources, recruitmentProjection } from './index.ts';

export const ASSET = 'asset-1';

/** Brand 1 with its log, and a WeChat of the two calls this room makes; the sandbox plays them in tests/. At the top of a file, with `afterAll(close)` below it. */
export async function testRecruitment() {
  /** Since the first of March 2026, UTC. */
  const clock = { seconds: 0 };
  followClock(() => Date.parse('2026-03-01T00:00:00Z') + clock.seconds * 1000);
  const { stores, close: closeStores } = await testStores();
  const brand = stores.database.forBrand(1);
  const appender = await createAppender({ database: stores.database, log: silentLog });
  const secrets = createSecrets(Buffer.alloc(32, 7));
  const runner = createProjectionRunner({
    database: stores.database, source: eventLog, log: silentLog,
    projections: [peopleProjection({ sources: channelSources, secrets, erasers: [], exporters: [] }), recruitmentProjection],
  });

  const made: { scene: number | string; expireSeconds?: number }[] = [];
  const client = {
    qrcode: { create: async (code: (typeof made)[number]) => (made.push(code), { ticket: `ticket-${made.length}`, url: `http://weixin.qq.com/q/${made.length}`, expire_seconds: code.expireSeconds }) },
    oauth: {
      authorizeUrl: ({ redirectUri, state }: { redirectUri: string; state: string }) => `https://open.weixin.qq.com/a?redirect_uri=${encodeURIComponent(redirectUri)}&state=${state}`,
      exchange: async (code: string) => (code === 'silence' ? new Promise<never>(() => undefined) : code === 'snapshot' ? { openid: 'nobody', is_snapshotuser: 1 } : { openid: `o-${code}` }),
    },
  } as unknown as WechatClient;
  const clientOf = async () => client;
  const oauthOf = async () => client.oauth;
  /** Of a room above. */
  const isPush = async (_db: unknown, _brandId: number, id: string) => id === 'p1';

  const person = (name: string) => ({ kind: 'openid' as const, assetId: ASSET, value: `o-${name}` });
  const addAsset = (brandId: number, id: string) => stores.database.forBrand(brandId).query(
    `insert into asset (brand_id, id, kind, name, appid, secret, token, aes_key, mode, datacube_profile, state, observed_since, connected_at, syncs)
     values ($1, $2, 'service', 'n', 'wx-' || $2, '', '', '', 'safe', 'current', 'connected', '2020-01-01', '2020-01-01', '{}')`, [brandId, id]);
  let events = 0;
  const happened = (type: 'follow' | 'unfollow' | 'qr.scanned', name: string, at: string, props: Record<string, string> = {}) =>
    appender.append(1, [{ type, at: new Date(at), assetId: ASSET, who: person(name), dedupKey: `e${events++}`, props }]);

  return {
    stores, brand, appender, runner, made, client, clientOf, oauthOf, isPush, person, addAsset, happened, clock,
    async close() {
      await runner.stop();
      await appender.close();
      await closeStores();
    },
  };
}
