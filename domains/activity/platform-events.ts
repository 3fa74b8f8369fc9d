import type { Fields, FieldValue } from '@qingniao/wechat';
import type { EventType } from './event-types.ts';
import { coordinate, flag, inside, isFields, list, moment, nothing, number, person, type Reads, scene, text, unionid, values } from './readers.ts';

/** How one message or event of the platform becomes an event of the log. */
export interface Kind {
  type: EventType;
  /** The openid of the person it is about, or null when it is about nobody. */
  about(push: Fields): string | null;
  reads: Reads;
  /** Job results are told apart by these values alone (official-account 2.7). */
  job?(push: Fields): string[];
  /** What tells two events of one person, one second and one EventKey apart. */
  apart(push: Fields): string[];
}

const at = (push: Fields, ...path: string[]): FieldValue | undefined =>
  path.reduce<FieldValue | undefined>((value, name) => (isFields(value) ? value[name] : undefined), push);
const plainAt = (push: Fields, ...path: string[]): string => {
  const value = at(push, ...path);
  return typeof value === 'string' ? value : '';
};

const sender = (push: Fields): string | null => plainAt(push, 'FromUserName') || null;
const nobody = (): null => null;
/** Privacy events come from a platform sender; some spell the element lower-case (official-account 4.6). */
const bodyOpenid = (push: Fields): string | null => plainAt(push, 'OpenID') || plainAt(push, 'openid') || null;

const distinguishing = ['CardId', 'UserCardCode', 'Code', 'OrderId', 'TransId', 'OuterStr', 'SuccOrderId', 'FailOrderId', 'KfAccount', 'ToKfAccount', 'trace_id'];
const byIds = (push: Fields): string[] => distinguishing.map((name) => plainAt(push, name));
const byIdsAnd = (...paths: string[][]) => (push: Fields): string[] => [
  ...byIds(push),
  ...paths.map((path) => JSON.stringify(at(push, ...path) ?? '')),
];

type Extras = Partial<Pick<Kind, 'about' | 'job' | 'apart'>>;
const kind = (type: EventType, reads: Reads = {}, extras: Extras = {}): Kind => ({ type, about: sender, apart: byIds, reads, ...extras });
/** About the account, its cards or its places: the sender is the platform or an operator. */
const ofAccount = (type: EventType, reads: Reads = {}, extras: Extras = {}): Kind => kind(type, reads, { about: nobody, ...extras });

// -- 3 Messages ---------------------------------------------------------------------------------------------------

/** Any type may say from which article the person wrote. */
const fromArticle = { MsgDataId: text('msg_data_id'), Idx: number('article_idx') };
const media = { MediaId: text('media_id'), ThumbMediaId: text('thumb_media_id'), ...fromArticle };
const place = { Location_X: coordinate('latitude'), Location_Y: coordinate('longitude'), Scale: number('scale'), Label: text('label'), Poiname: text('place_name') };

export const messages: Record<string, Kind | undefined> = bare({
  text: kind('message.text', { Content: text('content'), bizmsgmenuid: text('menu_item'), ...fromArticle }),
  image: kind('message.image', { PicUrl: text('picture_url'), ...media }),
  voice: kind('message.voice', { Format: text('format'), MediaId16K: text('media_id_16k'), Recognition: text('recognition'), ...media }),
  video: kind('message.video', media),
  shortvideo: kind('message.short_video', media),
  location: kind('message.location', { ...place, ...fromArticle }),
  link: kind('message.link', { Title: text('title'), Description: text('description'), Url: text('url'), ...fromArticle }),
});

// -- 4 Events -----------------------------------------------------------------------------------------------------

const menuKey = { EventKey: text('menu_key'), MenuId: text('menu_id') };
const scanned = { ...menuKey, ScanCodeInfo: inside({ ScanType: text('scan_type'), ScanResult: text('scan_result') }) };
const pictures = {
  ...menuKey,
  SendPicsInfo: inside({ Count: number('count'), PicList: inside({ item: list('pictures', { PicMd5Sum: text('md5') }) }) }),
};

const templateAnswer = { TemplateId: text('template_id'), SubscribeStatusString: text('answer'), PopupScene: text('popup_scene') };
const templateResult = { TemplateId: text('template_id'), MsgID: text('msg_id'), ErrorCode: number('error_code'), ErrorStatus: text('status') };
/** XML nests the list, JSON has it at the top (official-account 4.4). */
const templates = (wrapper: string, reads: Reads, asList: string): [Reads, Extras] => [
  { [wrapper]: inside({ List: list(asList, reads) }), List: list(asList, reads) },
  { apart: byIdsAnd([wrapper, 'List'], ['List']) },
];

const articleUrls = inside({ Count: number('article_count'), ResultList: inside({ item: list('articles', { ArticleIdx: number('article_idx'), ArticleUrl: text('url') }) }) });
const copyright = inside({
  Count: nothing,
  CheckState: number('copyright_state'),
  ResultList: inside({
    item: list('copyright', {
      ArticleIdx: number('article_idx'), UserDeclareState: number('declared'), AuditState: number('audit_state'),
      OriginalArticleUrl: text('original_url'), OriginalArticleType: number('original_type'), CanReprint: flag('can_reprint'),
      NeedReplaceContent: flag('replaces_content'), NeedShowReprintSource: flag('shows_source'),
    }),
  }),
});
const massResult: Reads = {
  MsgID: text('msg_id'), Status: text('status'), TotalCount: number('total_count'), FilterCount: number('filter_count'),
  SentCount: number('sent_count'), ErrorCount: number('error_count'), CopyrightCheckResult: copyright, ArticleUrlResult: articleUrls,
};
const published = ofAccount(
  'publish.finished',
  {
    PublishEventInfo: inside({
      publish_id: text('publish_id'), publish_status: number('status'), article_id: text('article_id'), fail_idx: values('failed_articles', Number),
      article_detail: inside({ count: number('article_count'), item: list('articles', { idx: number('article_idx'), article_url: text('url') }) }),
    }),
  },
  { job: (push) => [plainAt(push, 'PublishEventInfo', 'publish_id'), plainAt(push, 'PublishEventInfo', 'publish_status')] },
);
const jobById = (push: Fields): string[] => [plainAt(push, 'MsgID') || plainAt(push, 'MsgId'), plainAt(push, 'Status')];

const card = { CardId: text('card_id'), UserCardCode: text('card_code'), OuterStr: text('outer') };
const gift = {
  PageId: text('page_id'), OrderId: text('order_id'), IsChatRoom: flag('to_group'), IsReturnBack: flag('returned'),
};
const expires = { ExpiredTime: moment('expires_at') };
const failed = { FailTime: moment('failed_at'), FailReason: text('reason') };
const beacon = { Uuid: text('uuid'), Major: number('major'), Minor: number('minor'), Distance: number('distance') };
const privacy = { OpenID: nothing, openid: nothing, AppID: text('appid'), appid: text('appid') };

/** A payment at WeChat Pay, by both its numbers (mini-program-and-pay 10.1). */
const trade: Reads = { transaction_id: text('transaction_id'), merchant_id: text('mchid'), sub_merchant_id: nothing, merchant_trade_no: text('out_trade_no'), pay_time: moment('paid_at') };
const byTrade = (...names: string[]): Extras => ({ job: (push) => ['transaction_id', ...names].map((name) => plainAt(push, name)) });

export const events: Record<string, Kind | undefined> = bare({
  // 4.1 Follow, QR, location
  subscribe: kind('follow', { EventKey: scene, Ticket: text('ticket') }),
  unsubscribe: kind('unfollow', { EventKey: nothing }),
  SCAN: kind('qr.scanned', { EventKey: scene, Ticket: text('ticket') }),
  LOCATION: kind('location.reported', { Latitude: coordinate('latitude'), Longitude: coordinate('longitude'), Precision: number('precision') }),
  // 4.2 Menu
  CLICK: kind('menu.click', menuKey),
  VIEW: kind('menu.view', { ...menuKey, EventKey: text('url') }),
  view_miniprogram: kind('menu.mini_program', { ...menuKey, EventKey: text('page') }),
  scancode_push: kind('menu.scan_push', scanned, { apart: byIdsAnd(['ScanCodeInfo']) }),
  scancode_waitmsg: kind('menu.scan_wait', scanned, { apart: byIdsAnd(['ScanCodeInfo']) }),
  pic_sysphoto: kind('menu.photo_system', pictures),
  pic_photo_or_album: kind('menu.photo_or_album', pictures),
  pic_weixin: kind('menu.photo_wechat', pictures),
  location_select: kind('menu.location', { ...menuKey, SendLocationInfo: inside(place) }),
  // 4.3 Job results
  TEMPLATESENDJOBFINISH: kind('template.finished', { MsgID: text('msg_id'), Status: text('status') }, { job: jobById }),
  MASSSENDJOBFINISH: ofAccount('push.finished', massResult, { job: jobById }),
  PUBLISHJOBFINISH: published,
  FREEPUBLISHJOBFINISH: published,
  // 4.4 Subscription notices
  subscribe_msg_popup_event: kind('subscription.answered', ...templates('SubscribeMsgPopupEvent', templateAnswer, 'templates')),
  subscribe_msg_change_event: kind('subscription.changed', ...templates('SubscribeMsgChangeEvent', templateAnswer, 'templates')),
  subscribe_msg_sent_event: kind('subscription.delivered', ...templates('SubscribeMsgSentEvent', templateResult, 'results')),
  // 4.5 Customer service sessions
  kf_create_session: kind('service.opened', { KfAccount: text('service_account') }),
  kf_close_session: kind('service.closed', { KfAccount: text('service_account') }),
  kf_switch_session: kind('service.transferred', { FromKfAccount: text('from_service_account'), ToKfAccount: text('to_service_account') }),
  // 4.6 Personal data
  user_info_modified: kind('privacy.profile_changed', privacy, { about: bodyOpenid }),
  user_authorization_revoke: kind('privacy.authorization_revoked', { ...privacy, RevokeInfo: text('revoked') }, { about: bodyOpenid, apart: byIdsAnd(['RevokeInfo']) }),
  user_authorization_cancellation: kind('privacy.account_cancelled', privacy, { about: bodyOpenid }),
  // 4.7 Cards and coupons
  card_pass_check: ofAccount('card.approved', card),
  card_not_pass_check: ofAccount('card.rejected', { ...card, RefuseReason: text('reason') }),
  user_get_card: kind('card.received', {
    ...card, IsGiveByFriend: flag('from_friend'), FriendUserName: person('friend_identity'), OuterId: text('outer_id'),
    OldUserCardCode: text('old_card_code'), IsRestoreMemberCard: flag('restored'), IsRecommendByFriend: flag('recommended'), UnionId: unionid,
  }),
  user_gifting_card: kind('card.gifted', { ...card, FriendUserName: person('friend_identity'), IsReturnBack: flag('returned'), IsChatRoom: flag('to_group') }),
  user_del_card: kind('card.deleted', card),
  user_consume_card: kind('card.redeemed', {
    ...card, ConsumeSource: text('redeemed_by'), LocationName: text('location_name'), StaffOpenId: nothing,
    VerifyCode: text('verify_code'), RemarkAmount: text('remark_amount'),
  }),
  user_pay_from_pay_cell: kind('card.paid', { ...card, TransId: text('transaction_id'), LocationId: text('location_id'), Fee: number('amount'), OriginalFee: number('original_amount') }),
  user_view_card: kind('card.viewed', card),
  user_enter_session_from_card: kind('card.session_entered', card),
  update_member_card: kind('card.member_updated', { ...card, ModifyBonus: number('bonus_change'), ModifyBalance: number('balance_change') }, { apart: byIdsAnd(['ModifyBonus'], ['ModifyBalance']) }),
  card_sku_remind: ofAccount('card.stock_low', { ...card, Detail: text('detail') }),
  card_pay_order: ofAccount('card.quota_order', {
    OrderId: text('order_id'), Status: text('status'), CreateOrderTime: moment('ordered_at'), PayFinishTime: moment('paid_at'), Desc: text('description'),
    FreeCoinCount: number('free_coins'), PayCoinCount: number('paid_coins'), RefundFreeCoinCount: number('refunded_free_coins'),
    RefundPayCoinCount: number('refunded_paid_coins'), OrderType: text('order_type'), Memo: text('memo'), ReceiptInfo: text('receipt'),
  }, { apart: byIdsAnd(['Status']) }),
  submit_membercard_user_info: kind('card.member_form', card),
  card_merchant_check_result: ofAccount('card.merchant_checked', { MerchantId: text('merchant_id'), IsPass: flag('passed'), Reason: text('reason') }, { apart: byIdsAnd(['MerchantId']) }),
  giftcard_pay_done: kind('gift_card.paid', gift),
  giftcard_send_to_friend: kind('gift_card.sent', gift),
  giftcard_user_accept: kind('gift_card.accepted', gift),
  user_authorize_invoice: kind('invoice.authorized', { SuccOrderId: text('order_id'), FailOrderId: text('failed_order_id'), AppId: text('appid'), Source: text('source') }),
  update_invoice_status: kind('invoice.status_changed', { Status: text('status'), CardId: text('card_id'), Code: text('card_code') }, { apart: byIdsAnd(['Status']) }),
  cloud_invoice_invoiceresult_event: kind('invoice.issued', { fpqqlsh: text('request_id'), status: text('status'), nsrsbh: text('taxpayer_id') }, { apart: byIdsAnd(['fpqqlsh'], ['status']) }),
  // 4.8 Account verification and others
  qualification_verify_success: ofAccount('account.qualification_passed', expires),
  qualification_verify_fail: ofAccount('account.qualification_failed', failed),
  naming_verify_success: ofAccount('account.naming_passed', expires),
  naming_verify_fail: ofAccount('account.naming_failed', failed),
  annual_renew: ofAccount('account.renewal_due', expires),
  verify_expired: ofAccount('account.verification_expired', expires),
  poi_check_notify: ofAccount('poi.checked', { UniqId: text('own_id'), PoiId: text('poi_id'), Result: text('status'), msg: text('detail'), Msg: text('detail') }, { apart: byIdsAnd(['UniqId'], ['PoiId']) }),
  create_map_poi_audit_info: ofAccount('poi.map_audited', {
    audit_id: text('audit_id'), status: text('status'), map_poi_id: text('poi_id'), name: text('name'), address: text('address'),
    latitude: number('latitude'), longitude: number('longitude'), sh_remark: text('detail'),
  }, { apart: byIdsAnd(['audit_id']) }),
  merchant_order: kind('shop.order_paid_legacy', { OrderId: text('order_id'), OrderStatus: text('status'), ProductId: text('product_id'), SkuInfo: text('sku') }),
  guide_qrcode_scan_event: kind('guide.code_scanned', {
    GuideScanEvent: inside({ qrcode_guide_account: text('guide_account'), qrcode_guide_openid: nothing, openid: nothing, action: text('action'), qrcode_info: text('code_info') }),
  }, { about: (push) => plainAt(push, 'GuideScanEvent', 'openid') || sender(push) }),
  guide_invite_result_event: ofAccount('guide.invite_answered', {
    GuideInviteEvent: inside({ guide_account: text('guide_account'), guide_openid: nothing, invite_result: text('status') }),
  }, { apart: byIdsAnd(['GuideInviteEvent']) }),
  ShakearoundUserShake: kind('beacon.shaken', {
    ChosenBeacon: inside(beacon), AroundBeacons: inside({ AroundBeacon: list('around', beacon) }),
  }),
  WifiConnected: kind('wifi.connected', {
    ConnectTime: moment('connected_at'), ExpireTime: moment('expires_at'), VendorId: text('vendor_id'), ShopId: text('shop_id'),
    PlaceId: text('place_id'), DeviceNo: text('device'),
  }),
  wxa_media_check: ofAccount('media.checked', {
    appid: text('appid'), trace_id: text('trace_id'), version: text('version'), result: inside({ suggest: text('status'), label: text('label') }),
  }),
  user_enter_tempsession: kind('mini_program.session_entered', { SessionFrom: text('session_from') }),
  // Mini programs (mini-program-and-pay 5, 10)
  trade_manage_order_settlement: ofAccount('trade.settlement', {
    ...trade, shipped_time: moment('shipped_at'), estimated_settlement_time: moment('settles_at'), confirm_receive_method: text('confirmed_by'),
    confirm_receive_time: moment('confirmed_at'), settlement_time: moment('settled_at'),
  }, byTrade('shipped_time', 'settlement_time')),
  trade_manage_remind_shipping: ofAccount('trade.shipping_reminder', { ...trade, msg: text('detail') }, byTrade('CreateTime')),
  trade_manage_remind_access_api: ofAccount('trade.access_reminder', { msg: text('detail') }),
});

/** Without a prototype, so that an event called `constructor` is unknown rather than a function. */
function bare<T extends object>(table: T): Record<string, Kind | undefined> {
  return Object.assign(Object.create(null), table);
}
