import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, createApp } from '@qingniao/access';
import type { Database } from '@qingniao/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog, testDatabase } from '../../packages/storage/testing.ts';
import { type Appender, createAppender } from './append.ts';
import type { CallbackAsset } from './callback-asset.ts';
import { callbackRoutes } from './callback-routes.ts';
import { createCallbackTally } from './callback-tally.ts';
import type { EventType } from './event-types.ts';
import { signPush, testAsset } from './testing.ts';

/** The person: whoever sent it, the OpenID in the body, or nobody. */
type About = 'sender' | 'body' | 'nobody';

const expected: Record<string, [EventType, About]> = {
  'event-annual-renew.xml': ['account.renewal_due', 'nobody'],
  'event-card-merchant-check-result.xml': ['card.merchant_checked', 'nobody'],
  'event-card-not-pass-check.xml': ['card.rejected', 'nobody'],
  'event-card-pass-check.xml': ['card.approved', 'nobody'],
  'event-card-pay-order.xml': ['card.quota_order', 'nobody'],
  'event-card-sku-remind.xml': ['card.stock_low', 'nobody'],
  'event-card-submit-member-info.xml': ['card.member_form', 'sender'],
  'event-card-update-member.xml': ['card.member_updated', 'sender'],
  'event-card-user-consume.xml': ['card.redeemed', 'sender'],
  'event-card-user-del.xml': ['card.deleted', 'sender'],
  'event-card-user-enter-session.xml': ['card.session_entered', 'sender'],
  'event-card-user-get.xml': ['card.received', 'sender'],
  'event-card-user-gifting.xml': ['card.gifted', 'sender'],
  'event-card-user-pay-from-pay-cell.xml': ['card.paid', 'sender'],
  'event-card-user-view.xml': ['card.viewed', 'sender'],
  'event-giftcard-pay-done.xml': ['gift_card.paid', 'sender'],
  'event-giftcard-send-to-friend.xml': ['gift_card.sent', 'sender'],
  'event-giftcard-user-accept.xml': ['gift_card.accepted', 'sender'],
  'event-kf-close-session.xml': ['service.closed', 'sender'],
  'event-kf-create-session.xml': ['service.opened', 'sender'],
  'event-kf-switch-session.xml': ['service.transferred', 'sender'],
  'event-location.xml': ['location.reported', 'sender'],
  'event-mass-send-finish-reprint-stopped.xml': ['push.finished', 'nobody'],
  'event-mass-send-finish-success.xml': ['push.finished', 'nobody'],
  'event-mass-send-finish-text-legacy.xml': ['push.finished', 'nobody'],
  'event-menu-click.xml': ['menu.click', 'sender'],
  'event-menu-location-select.xml': ['menu.location', 'sender'],
  'event-menu-pic-photo-or-album.xml': ['menu.photo_or_album', 'sender'],
  'event-menu-pic-sysphoto.xml': ['menu.photo_system', 'sender'],
  'event-menu-pic-weixin.xml': ['menu.photo_wechat', 'sender'],
  'event-menu-scancode-push.xml': ['menu.scan_push', 'sender'],
  'event-menu-scancode-waitmsg.xml': ['menu.scan_wait', 'sender'],
  'event-menu-view-miniprogram.xml': ['menu.mini_program', 'sender'],
  'event-menu-view.xml': ['menu.view', 'sender'],
  'event-merchant-order-legacy.xml': ['shop.order_paid_legacy', 'sender'],
  'event-naming-verify-fail.xml': ['account.naming_failed', 'nobody'],
  'event-naming-verify-success.xml': ['account.naming_passed', 'nobody'],
  'event-publish-finish-original-rejected.xml': ['publish.finished', 'nobody'],
  'event-publish-finish-success.xml': ['publish.finished', 'nobody'],
  'event-qualification-verify-fail.xml': ['account.qualification_failed', 'nobody'],
  'event-qualification-verify-success.xml': ['account.qualification_passed', 'nobody'],
  'event-scan.xml': ['qr.scanned', 'sender'],
  'event-subscribe-msg-change.json': ['subscription.changed', 'sender'],
  'event-subscribe-msg-change.xml': ['subscription.changed', 'sender'],
  'event-subscribe-msg-popup.list.json': ['subscription.answered', 'sender'],
  'event-subscribe-msg-popup.object.json': ['subscription.answered', 'sender'],
  'event-subscribe-msg-popup.xml': ['subscription.answered', 'sender'],
  'event-subscribe-msg-sent.json': ['subscription.delivered', 'sender'],
  'event-subscribe-msg-sent.xml': ['subscription.delivered', 'sender'],
  'event-subscribe-qrscene.xml': ['follow', 'sender'],
  'event-subscribe.xml': ['follow', 'sender'],
  'event-template-send-finish-success.xml': ['template.finished', 'sender'],
  'event-template-send-finish-system-failed.xml': ['template.finished', 'sender'],
  'event-template-send-finish-user-block.xml': ['template.finished', 'sender'],
  'event-unsubscribe.xml': ['unfollow', 'sender'],
  'event-user-authorization-cancellation.xml': ['privacy.account_cancelled', 'body'],
  'event-user-authorization-revoke.xml': ['privacy.authorization_revoked', 'body'],
  'event-user-authorize-invoice.xml': ['invoice.authorized', 'sender'],
  'event-user-info-modified.xml': ['privacy.profile_changed', 'body'],
  'event-verify-expired.xml': ['account.verification_expired', 'nobody'],
  'msg-image.xml': ['message.image', 'sender'],
  'msg-link.xml': ['message.link', 'sender'],
  'msg-location.xml': ['message.location', 'sender'],
  'msg-shortvideo.xml': ['message.short_video', 'sender'],
  'msg-text-from-article.xml': ['message.text', 'sender'],
  'msg-text-msgmenu-click.xml': ['message.text', 'sender'],
  'msg-text.xml': ['message.text', 'sender'],
  'msg-video.xml': ['message.video', 'sender'],
  'msg-voice-recognition-legacy.xml': ['message.voice', 'sender'],
  'msg-voice.xml': ['message.voice', 'sender'],
};

const folder = process.env['QINGNIAO_WIRE_SAMPLES'] ?? '';
const isThere = folder !== '' && existsSync(folder);
const isPush = (name: string) => /^(event|msg)-.*\.(xml|json)$/.test(name) || /^push-.*\.xml$/.test(name);
const samples = isThere ? readdirSync(folder).filter(isPush).sort() : [];
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

if (!isThere) console.log('wire samples: not run (QINGNIAO_WIRE_SAMPLES names no folder)');

describe.runIf(isThere)('wire samples', () => {
  const assets = new Map<string, CallbackAsset>();
  let database: Database;
  let appender: Appender;
  let app: App;
  let close: () => Promise<void>;

  beforeAll(async () => {
    ({ database, close } = await testDatabase());
    appender = await createAppender({ database, log: silentLog });
    app = createApp();
    await app.register(callbackRoutes, { assets, appender, log: silentLog, tally: createCallbackTally({ database, log: silentLog }) });
  });
  afterAll(async () => {
    console.log(`wire samples: ${samples.length} posted`);
    await app.close();
    await appender.close();
    await close();
  });

  /** An asset for itself, since the samples share placeholder ids. */
  const assetFor = (name: string, more: Partial<CallbackAsset>): CallbackAsset => {
    const asset = testAsset(name.replaceAll('.', '-'), more);
    assets.set(asset.id, asset);
    return asset;
  };
  const post = async (push: { url: string; headers: Record<string, string>; body: string }) => {
    const answer = await app.inject({ method: 'POST', url: push.url, headers: push.headers, payload: push.body });
    expect([answer.statusCode, answer.body]).toEqual([200, 'success']);
  };
  const theOnly = async (assetId: string) => {
    const rows = await database.system.query<{ type: string; value: string | null; props: Record<string, unknown> }>(
      `select e.type, i.value, e.props from event e left join identity i on i.brand_id = e.brand_id and i.id = e.identity_id where e.asset_id = $1`, [assetId]);
    expect(rows).toHaveLength(1);
    return rows[0]!;
  };
  const openidIn = (sample: string, about: About): string | null => {
    if (about === 'nobody') return null;
    const names = about === 'body' ? 'OpenID|openid' : 'FromUserName';
    const inXml = new RegExp(`<(?:${names})><!\\[CDATA\\[([^\\]]+)`).exec(sample);
    return (inXml ?? new RegExp(`"(?:${names})": "([^"]+)"`).exec(sample))?.[1] ?? null;
  };

  it('is every sample of the list', () => {
    expect(samples.filter((name) => !name.startsWith('push-'))).toEqual(Object.keys(expected).sort());
    expect(samples.filter((name) => name.startsWith('push-'))).not.toEqual([]);
  });

  it.each(samples.filter((name) => !name.startsWith('push-')))('%s', async (name) => {
    const sample = read(name);
    const [type, about] = expected[name]!;
    for (const mode of ['safe', 'compat', 'plain'] as const) {
      if (mode === 'compat' && name.endsWith('.json')) continue;
      const asset = assetFor(`${mode}-${name}`, { mode });
      await post(signPush(asset, sample));
      const event = await theOnly(asset.id);
      expect([event.type, event.value]).toEqual([type, openidIn(sample, about)]);
      expect(JSON.stringify(event.props)).not.toMatch(/"o[A-Za-z0-9_-]{27}"/);
    }
  });

  it.each(samples.filter((name) => name.startsWith('push-')))('%s, encrypted by somebody else', async (name) => {
    const keys = JSON.parse(read('crypto-vectors.json')) as { token: string; encodingAesKey: string; appId: string };
    const { encrypted } = JSON.parse(read('push-post-query.json')) as { encrypted: Record<string, string> };
    const asset = assetFor(name, { mode: name.includes('compat') ? 'compat' : 'safe', token: keys.token, appid: keys.appId, aesKeys: [keys.encodingAesKey] });
    await post({ url: `/wechat/${asset.id}?${new URLSearchParams(encrypted)}`, headers: { 'content-type': 'text/xml' }, body: read(name) });
    expect(await theOnly(asset.id)).toMatchObject({ type: 'message.text', value: encrypted['openid'], props: { content: '你好 hello' } });
  });
});
