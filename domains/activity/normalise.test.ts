import { type Fields, scanJson, scanXml } from '@qingniao/wechat';
import { describe, expect, it } from 'vitest';
import { eventTypes } from './event-types.ts';
import { normalise } from './normalise.ts';
import { events, messages } from './platform-events.ts';

const FAN = 'oFan00000000000000000000001A';
const OTHER = 'oOther0000000000000000000002';

const push = (body: string, envelope: { from?: string; at?: number } = {}): Fields =>
  scanXml(`<xml><ToUserName>gh_brand</ToUserName><FromUserName>${envelope.from ?? FAN}</FromUserName>` +
    `<CreateTime>${envelope.at ?? 1772336400}</CreateTime>${body}</xml>`);
const event = (name: string, body = '', envelope?: { from?: string; at?: number }) =>
  normalise('asset', push(`<MsgType>event</MsgType><Event>${name}</Event>${body}`, envelope));
const message = (type: string, body: string) => normalise('asset', push(`<MsgType>${type}</MsgType>${body}`));
const subject = (made: ReturnType<typeof normalise>) => (made.who as { value: string } | null)?.value ?? null;

describe('messages (official-account 3)', () => {
  it('keeps 64-bit ids as text, positions as numbers, and the article written from', () => {
    expect(message('text', '<Content>你好 &amp; hello</Content><MsgId>24416605642226393</MsgId><MsgDataId>2247483654</MsgDataId><Idx>2</Idx>')).toMatchObject({
      type: 'message.text', at: new Date(1772336400_000), assetId: 'asset', who: { kind: 'openid', assetId: 'asset', value: FAN },
      props: { content: '你好 & hello', msg_id: '24416605642226393', msg_data_id: '2247483654', article_idx: 2 },
    });
    expect(message('location', '<Location_X>23.13</Location_X><Location_Y>113.36</Location_Y><Scale>20</Scale><Label>广州</Label><MsgId>1</MsgId>').props)
      .toEqual({ latitude: 23.13, longitude: 113.36, scale: 20, label: '广州', msg_id: '1' });
    // Never where exactly somebody stands.
    expect(event('LOCATION', '<Latitude>23.137466</Latitude><Longitude>113.352425</Longitude><Precision>119.385040</Precision>').props)
      .toEqual({ latitude: 23.14, longitude: 113.35, precision: 119.38504 });
    expect(message('voice', '<MediaId>m</MediaId><Format>amr</Format><MediaId16K>m16</MediaId16K><Recognition></Recognition><MsgId>1</MsgId>').props)
      .toEqual({ media_id: 'm', format: 'amr', media_id_16k: 'm16', msg_id: '1' });
  });

  it('knows the seven kinds', () => {
    expect(Object.values(messages).map((kind) => kind!.type)).toEqual([
      'message.text', 'message.image', 'message.voice', 'message.video', 'message.short_video', 'message.location', 'message.link']);
  });
});

describe('events (official-account 4)', () => {
  it('tells a follow with a scene from one without', () => {
    expect(event('subscribe', '<EventKey></EventKey>').props).toEqual({});
    expect(event('subscribe', '<EventKey>qrscene_store_12</EventKey><Ticket>T</Ticket>').props).toEqual({ scene: 'store_12', ticket: 'T' });
    expect(event('SCAN', '<EventKey>4294967295</EventKey><Ticket>T</Ticket>').props).toEqual({ scene: '4294967295', ticket: 'T' });
  });

  it('reads what menus carry', () => {
    expect(event('CLICK', '<EventKey>V1001</EventKey>')).toMatchObject({ type: 'menu.click', props: { menu_key: 'V1001' } });
    expect(event('VIEW', '<EventKey>https://brand.cn/a</EventKey><MenuId>7</MenuId>').props).toEqual({ url: 'https://brand.cn/a', menu_id: '7' });
    expect(event('scancode_waitmsg', '<EventKey>s</EventKey><ScanCodeInfo><ScanType>barcode</ScanType><ScanResult>EAN_13,690</ScanResult></ScanCodeInfo>').props)
      .toEqual({ menu_key: 's', scan_type: 'barcode', scan_result: 'EAN_13,690' });
    expect(event('pic_weixin', '<EventKey>p</EventKey><SendPicsInfo><Count>1</Count><PicList><item><PicMd5Sum>ab</PicMd5Sum></item></PicList></SendPicsInfo>').props)
      .toEqual({ menu_key: 'p', count: 1, pictures: [{ md5: 'ab' }] });
    expect(event('location_select', '<EventKey>l</EventKey><SendLocationInfo><Location_X>23</Location_X><Location_Y>113</Location_Y><Scale>15</Scale><Label>路</Label><Poiname></Poiname></SendLocationInfo>').props)
      .toEqual({ menu_key: 'l', latitude: 23, longitude: 113, scale: 15, label: '路' });
  });

  it('makes job results about nobody, with their counts and articles', () => {
    const done = event('MASSSENDJOBFINISH',
      '<MsgID>1000001625</MsgID><Status>send success</Status><TotalCount>100</TotalCount><FilterCount>80</FilterCount><SentCount>75</SentCount><ErrorCount>5</ErrorCount>' +
      '<CopyrightCheckResult><Count>0</Count><ResultList></ResultList><CheckState>1</CheckState></CopyrightCheckResult>' +
      '<ArticleUrlResult><Count>1</Count><ResultList><item><ArticleIdx>1</ArticleIdx><ArticleUrl>u</ArticleUrl></item></ResultList></ArticleUrlResult>', { from: 'mphelper' });
    expect(done).toMatchObject({ type: 'push.finished', who: null });
    expect(done.props).toEqual({
      msg_id: '1000001625', status: 'send success', total_count: 100, filter_count: 80, sent_count: 75, error_count: 5,
      copyright_state: 1, article_count: 1, articles: [{ article_idx: 1, url: 'u' }],
    });
    const rejected = event('PUBLISHJOBFINISH', '<PublishEventInfo><publish_id>22475</publish_id><publish_status>2</publish_status><fail_idx>1</fail_idx><fail_idx>3</fail_idx></PublishEventInfo>');
    expect(rejected).toMatchObject({ type: 'publish.finished', who: null, props: { publish_id: '22475', status: 2, failed_articles: [1, 3] } });
    expect(event('FREEPUBLISHJOBFINISH').type).toBe('publish.finished');
    expect(event('TEMPLATESENDJOBFINISH', '<MsgID>9</MsgID><Status>failed: system failed</Status>')).toMatchObject({ type: 'template.finished', who: { value: FAN } });
  });

  it('reads subscription answers the same from XML, a JSON list and a JSON object', () => {
    const expected = { type: 'subscription.answered', props: { templates: [{ template_id: 'T', answer: 'accept', popup_scene: '2' }] } };
    expect(event('subscribe_msg_popup_event', '<SubscribeMsgPopupEvent><List><TemplateId>T</TemplateId><SubscribeStatusString>accept</SubscribeStatusString><PopupScene>2</PopupScene></List></SubscribeMsgPopupEvent>')).toMatchObject(expected);
    const one = '{"TemplateId":"T","SubscribeStatusString":"accept","PopupScene":"2"}';
    for (const list of [`[${one}]`, one]) {
      const json = `{"ToUserName":"gh","FromUserName":"${FAN}","CreateTime":"1772336400","MsgType":"event","Event":"subscribe_msg_popup_event","List":${list}}`;
      expect(normalise('asset', scanJson(json))).toMatchObject(expected);
    }
  });

  it('takes the person of privacy events from the body, in either spelling', () => {
    for (const name of ['user_info_modified', 'user_authorization_revoke', 'user_authorization_cancellation']) {
      for (const spelling of ['OpenID', 'openid']) {
        const made = event(name, `<${spelling}>${OTHER}</${spelling}><AppID>wx1</AppID><RevokeInfo>205</RevokeInfo>`);
        expect(subject(made)).toBe(OTHER);
        expect(JSON.stringify(made.props)).not.toContain(OTHER);
      }
    }
  });

  it('turns friends into mentions and forgets employees', () => {
    const made = event('user_get_card', `<CardId>c</CardId><UserCardCode>1</UserCardCode><IsGiveByFriend>1</IsGiveByFriend><FriendUserName>${OTHER}</FriendUserName><OuterStr>12b</OuterStr><UnionId>oUnion</UnionId>`);
    expect(made.props).toEqual({ card_id: 'c', card_code: '1', from_friend: true, outer: '12b' });
    expect(made.mentions).toEqual({
      friend_identity: { kind: 'openid', assetId: 'asset', value: OTHER }, unionid_identity: { kind: 'unionid', assetId: null, value: 'oUnion' } });
    expect(event('user_consume_card', `<CardId>c</CardId><StaffOpenId>${OTHER}</StaffOpenId><ConsumeSource>FROM_API</ConsumeSource>`).props)
      .toEqual({ card_id: 'c', redeemed_by: 'FROM_API' });
    expect(event('user_pay_from_pay_cell', '<CardId>c</CardId><Fee>10000</Fee><OriginalFee>12000</OriginalFee>').props)
      .toEqual({ card_id: 'c', amount: 10000, original_amount: 12000 });
  });

  it('makes account events about nobody', () => {
    const ofAccount = Object.entries(events).filter(([, kind]) => kind!.about({ FromUserName: FAN }) === null).map(([name]) => name);
    expect(ofAccount).toEqual([
      'MASSSENDJOBFINISH', 'PUBLISHJOBFINISH', 'FREEPUBLISHJOBFINISH', 'user_info_modified', 'user_authorization_revoke', 'user_authorization_cancellation',
      'card_pass_check', 'card_not_pass_check', 'card_sku_remind', 'card_pay_order', 'card_merchant_check_result',
      'qualification_verify_success', 'qualification_verify_fail', 'naming_verify_success', 'naming_verify_fail', 'annual_renew', 'verify_expired',
      'poi_check_notify', 'create_map_poi_audit_info', 'guide_invite_result_event', 'wxa_media_check', 'trade_manage_order_settlement', 'trade_manage_remind_shipping', 'trade_manage_remind_access_api']);
    expect(event('naming_verify_fail', '<FailTime>1442401061</FailTime><FailReason>by time</FailReason>'))
      .toMatchObject({ type: 'account.naming_failed', who: null, props: { failed_at: '2015-09-16T10:57:41.000Z', reason: 'by time' } });
  });

  it('gives every catalogued platform type at least one name of the contract', () => {
    const reached = new Set([...Object.values(messages), ...Object.values(events)].map((kind) => kind!.type));
    const own = ['link.clicked', 'article.commented', 'push.targeted', 'push.held_out', 'reply.sent', 'tag.added', 'tag.removed', 'contact.imported', 'contact.synced',
      'mini_program.entered', 'shop.entered', 'shop.page_viewed', 'shop.product_viewed', 'shop.cart_added', 'shop.checkout_begun', 'shop.shared', 'drop.queued', 'order.placed', 'order.paid', 'order.cancelled', 'order.refunded', 'order.part_refunded', 'order.part_shipped', 'order.shipped', 'order.received', 'order.settled', 'after_sale.requested', 'after_sale.moved', 'after_sale.closed', 'invoice.requested', 'gift.sent', 'gift.claimed', 'gift.reminded', 'gift.reopened', 'gift.returned', 'gift.opened', 'gift.received', 'gift.refused', 'gift.thanked', 'gift.service_asked', 'consent.given', 'consent.withdrawn', 'identity.moved', 'identity.erased', 'unknown'];
    expect(Object.keys(eventTypes).filter((type) => !reached.has(type as never) && !own.includes(type))).toEqual([]);
  });
});

describe('what the contract does not name', () => {
  it('stays, raw and without people', () => {
    const made = event('brand_new_event', `<Openid>${OTHER}</Openid><Detail><UserName>x</UserName><Note>from ${OTHER} to ${FAN}</Note><Score>5</Score></Detail>`);
    expect(made).toMatchObject({ type: 'unknown', who: { value: FAN } });
    expect(made.props).toEqual({ kind: 'event', name: 'brand_new_event', raw: { detail: { note: 'from  to ', score: '5' } } });
    // An openid may end in a dash, and may stand beside one.
    for (const openid of [`o${'x'.repeat(26)}-`, `o-${'x'.repeat(25)}_`]) {
      expect(event('brand_new_event', `<Note>to ${openid}, from-${openid}-1</Note>`).props).toMatchObject({ raw: { note: 'to , from--1' } });
    }
    expect(message('miniprogrampage', '<Title>t</Title><MsgId>5</MsgId>')).toMatchObject({ type: 'unknown', props: { kind: 'message', name: 'miniprogrampage', raw: { title: 't' } } });
    expect(event('constructor').type).toBe('unknown');
    expect(normalise('asset', scanXml('<xml></xml>'))).toMatchObject({ type: 'unknown', who: null });
  });

  it('keeps an element that is new to a known event', () => {
    expect(event('CLICK', `<EventKey>k</EventKey><NewThing>1</NewThing><FriendUserName>${OTHER}</FriendUserName>`).props).toEqual({ menu_key: 'k', extra: { new_thing: '1' } });
  });

  it('survives elements of the wrong shape and times nobody means', () => {
    expect(event('CLICK', '<EventKey><a>1</a></EventKey>').props).toEqual({ menu_key: { a: '1' } });
    expect(event('MASSSENDJOBFINISH', '<MsgID>1</MsgID><ArticleUrlResult>x</ArticleUrlResult>').type).toBe('push.finished');
    for (const at of [0, 9_999_999_999]) expect(Math.abs(event('CLICK', '', { at }).at.getTime() - Date.now())).toBeLessThan(5000);
  });
});

describe('de-dup keys (official-account 2.7)', () => {
  const key = (...args: Parameters<typeof event>) => event(...args).dedupKey;

  it('is the same for a retry', () => {
    expect(key('CLICK', '<EventKey>k</EventKey>')).toBe(key('CLICK', '<EventKey>k</EventKey>'));
    expect(message('text', '<Content>a</Content><MsgId>1</MsgId>').dedupKey).toBe(message('text', '<Content>a</Content><MsgId>1</MsgId>').dedupKey);
  });

  it('differs by MsgId, by person, second, event and key', () => {
    expect(message('text', '<Content>a</Content><MsgId>1</MsgId>').dedupKey).not.toBe(message('text', '<Content>a</Content><MsgId>2</MsgId>').dedupKey);
    const keys = [key('CLICK', '<EventKey>k</EventKey>'), key('CLICK', '<EventKey>l</EventKey>'), key('VIEW', '<EventKey>k</EventKey>'),
      key('CLICK', '<EventKey>k</EventKey>', { at: 1772336401 }), key('CLICK', '<EventKey>k</EventKey>', { from: OTHER })];
    expect(new Set(keys).size).toBe(5);
    expect(normalise('asset 2', push('<MsgType>event</MsgType><Event>CLICK</Event><EventKey>k</EventKey>')).dedupKey).not.toBe(keys[0]);
  });

  it('keeps two coupons received in one second apart, and a job result the same whenever it comes', () => {
    expect(key('user_get_card', '<CardId>c</CardId><UserCardCode>1</UserCardCode>')).not.toBe(key('user_get_card', '<CardId>c</CardId><UserCardCode>2</UserCardCode>'));
    const job = (status: string, at: number) => key('MASSSENDJOBFINISH', `<MsgID>1</MsgID><Status>${status}</Status>`, { at });
    expect(job('send success', 1772336400)).toBe(job('send success', 1772336405));
    const publish = (status: number) => key('PUBLISHJOBFINISH', `<PublishEventInfo><publish_id>1</publish_id><publish_status>${status}</publish_status></PublishEventInfo>`);
    expect(publish(0)).not.toBe(publish(5));
  });
});
