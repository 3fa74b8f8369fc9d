/**
 * The catalogue of event types. Names are `subject.what_happened`; the contract section
 * (docs: official-account sections 3-4) is named where the platform sends it.
 */
export const eventTypes = {
  // Messages the person sends (section 3)
  'message.text': { zh: '发送文字', en: 'Sent a text', actor: 'person' },
  'message.image': { zh: '发送图片', en: 'Sent an image', actor: 'person' },
  'message.voice': { zh: '发送语音', en: 'Sent a voice message', actor: 'person' },
  'message.video': { zh: '发送视频', en: 'Sent a video', actor: 'person' },
  'message.short_video': { zh: '发送小视频', en: 'Sent a short video', actor: 'person' },
  'message.location': { zh: '发送位置', en: 'Sent a location', actor: 'person' },
  'message.link': { zh: '发送链接', en: 'Sent a link', actor: 'person' },
  // Follow, codes, location (4.1)
  'follow': { zh: '关注', en: 'Followed', actor: 'person' },
  'unfollow': { zh: '取关', en: 'Unfollowed', actor: 'person' },
  'qr.scanned': { zh: '扫描带参二维码', en: 'Scanned a QR code', actor: 'person' },
  'location.reported': { zh: '上报位置', en: 'Shared location', actor: 'person' },
  // Menu (4.2)
  'menu.click': { zh: '点击菜单', en: 'Tapped the menu', actor: 'person' },
  'menu.view': { zh: '点击菜单链接', en: 'Opened a menu link', actor: 'person' },
  'menu.mini_program': { zh: '从菜单打开小程序', en: 'Opened a mini program from the menu', actor: 'person' },
  'menu.scan_push': { zh: '菜单扫码', en: 'Scanned from the menu', actor: 'person' },
  'menu.scan_wait': { zh: '菜单扫码（等待）', en: 'Scanned from the menu (waiting)', actor: 'person' },
  'menu.photo_system': { zh: '菜单拍照', en: 'Took a photo from the menu', actor: 'person' },
  'menu.photo_or_album': { zh: '菜单拍照或相册', en: 'Chose a photo from the menu', actor: 'person' },
  'menu.photo_wechat': { zh: '菜单微信相册', en: 'Chose a WeChat photo from the menu', actor: 'person' },
  'menu.location': { zh: '菜单选择位置', en: 'Chose a location from the menu', actor: 'person' },
  // Job results (4.3)
  'template.finished': { zh: '模板消息送达结果', en: 'Template message finished', actor: 'platform' },
  'push.finished': { zh: '群发完成', en: 'Push finished', actor: 'platform' },
  'publish.finished': { zh: '发布完成', en: 'Publishing finished', actor: 'platform' },
  // Subscription notices (4.4)
  'subscription.answered': { zh: '订阅通知授权', en: 'Answered a subscription request', actor: 'person' },
  'subscription.changed': { zh: '修改订阅设置', en: 'Changed subscription settings', actor: 'person' },
  'subscription.delivered': { zh: '订阅通知送达结果', en: 'Subscription notice finished', actor: 'platform' },
  // Customer service sessions (4.5)
  'service.opened': { zh: '客服会话接入', en: 'Service session opened', actor: 'platform' },
  'service.closed': { zh: '客服会话关闭', en: 'Service session closed', actor: 'platform' },
  'service.transferred': { zh: '客服会话转接', en: 'Service session transferred', actor: 'platform' },
  // Personal data (4.6)
  'privacy.profile_changed': { zh: '用户资料变更', en: 'Profile changed at WeChat', actor: 'platform' },
  'privacy.authorization_revoked': { zh: '撤回授权', en: 'Withdrew authorisation', actor: 'person' },
  'privacy.account_cancelled': { zh: '注销微信账号', en: 'Closed the WeChat account', actor: 'person' },
  // Cards and coupons (4.7)
  'card.approved': { zh: '卡券审核通过', en: 'Card approved', actor: 'platform' },
  'card.rejected': { zh: '卡券审核未通过', en: 'Card rejected', actor: 'platform' },
  'card.received': { zh: '领取卡券', en: 'Received a card', actor: 'person' },
  'card.gifted': { zh: '转赠卡券', en: 'Gave a card away', actor: 'person' },
  'card.deleted': { zh: '删除卡券', en: 'Deleted a card', actor: 'person' },
  'card.redeemed': { zh: '核销卡券', en: 'Redeemed a card', actor: 'person' },
  'card.paid': { zh: '卡券买单', en: 'Paid with a card', actor: 'person' },
  'card.viewed': { zh: '查看会员卡', en: 'Viewed a card', actor: 'person' },
  'card.session_entered': { zh: '从卡券进入会话', en: 'Entered the chat from a card', actor: 'person' },
  'card.member_updated': { zh: '会员卡更新', en: 'Member card updated', actor: 'platform' },
  'card.stock_low': { zh: '卡券库存预警', en: 'Card stock low', actor: 'platform' },
  'card.quota_order': { zh: '券点流水', en: 'Card quota order', actor: 'platform' },
  'card.member_form': { zh: '提交会员资料', en: 'Submitted the member form', actor: 'person' },
  'card.merchant_checked': { zh: '子商户审核结果', en: 'Merchant check result', actor: 'platform' },
  'gift_card.paid': { zh: '礼品卡付款', en: 'Gift card paid', actor: 'person' },
  'gift_card.sent': { zh: '礼品卡赠送', en: 'Gift card sent', actor: 'person' },
  'gift_card.accepted': { zh: '礼品卡领取', en: 'Gift card accepted', actor: 'person' },
  'invoice.authorized': { zh: '发票授权', en: 'Authorised an invoice', actor: 'person' },
  'invoice.status_changed': { zh: '发票状态变更', en: 'Invoice status changed', actor: 'platform' },
  'invoice.issued': { zh: '开票结果', en: 'Invoice result', actor: 'platform' },
  // Account verification and others (4.8)
  'account.qualification_passed': { zh: '资质认证成功', en: 'Qualification verified', actor: 'platform' },
  'account.qualification_failed': { zh: '资质认证失败', en: 'Qualification failed', actor: 'platform' },
  'account.naming_passed': { zh: '名称认证成功', en: 'Name verified', actor: 'platform' },
  'account.naming_failed': { zh: '名称认证失败', en: 'Name verification failed', actor: 'platform' },
  'account.renewal_due': { zh: '年审提醒', en: 'Annual renewal due', actor: 'platform' },
  'account.verification_expired': { zh: '认证过期', en: 'Verification expired', actor: 'platform' },
  'poi.checked': { zh: '门店审核结果', en: 'Place check result', actor: 'platform' },
  'poi.map_audited': { zh: '地图门店审核结果', en: 'Map place audit result', actor: 'platform' },
  'shop.order_paid_legacy': { zh: '微信小店订单（旧）', en: 'Shop order (legacy)', actor: 'person' },
  'guide.code_scanned': { zh: '扫描导购码', en: 'Scanned a guide code', actor: 'person' },
  'guide.invite_answered': { zh: '导购邀请结果', en: 'Guide invitation answered', actor: 'platform' },
  'beacon.shaken': { zh: '摇一摇周边', en: 'Shook near a beacon', actor: 'person' },
  'wifi.connected': { zh: '连接门店 Wi-Fi', en: 'Joined shop Wi-Fi', actor: 'person' },
  'media.checked': { zh: '内容检测结果', en: 'Media check result', actor: 'platform' },
  'mini_program.session_entered': { zh: '进入小程序客服', en: 'Entered mini-program chat', actor: 'person' },
  // Our own observations
  'link.clicked': { zh: '点击追踪链接', en: 'Clicked a tracked link', actor: 'person' },
  'article.commented': { zh: '文章留言', en: 'Commented on an article', actor: 'person' },
  'mini_program.entered': { zh: '进入小程序', en: 'Entered the mini program', actor: 'person' },
  // What a shopper does before ordering (storefront_id, product_id, scene, channel)
  'shop.entered': { zh: '进入网页店铺', en: 'Entered the web shop', actor: 'person' },
  'shop.page_viewed': { zh: '浏览店铺页面', en: 'Viewed a page of the shop', actor: 'person' },
  'shop.product_viewed': { zh: '浏览商品', en: 'Viewed a product', actor: 'person' },
  'shop.cart_added': { zh: '加入购物车', en: 'Added to the cart', actor: 'person' },
  'shop.checkout_begun': { zh: '开始结算', en: 'Began to check out', actor: 'person' },
  'shop.shared': { zh: '分享店铺', en: 'Shared from the shop', actor: 'person' },
  'drop.queued': { zh: '排队等候发售', en: 'Queued for a drop', actor: 'person' },
  // What the store sees (order_id, storefront_id, channel; amount in fen)
  'order.placed': { zh: '下单', en: 'Placed an order', actor: 'person' },
  'order.paid': { zh: '支付订单', en: 'Paid an order', actor: 'person' },
  'order.cancelled': { zh: '订单取消', en: 'Order cancelled', actor: 'platform' },
  'order.refunded': { zh: '订单全额退款', en: 'Order refunded', actor: 'brand' },
  'order.part_refunded': { zh: '订单部分退款', en: 'Order partly refunded', actor: 'brand' },
  // What the brand does to a person
  'push.targeted': { zh: '纳入群发', en: 'Included in a push', actor: 'brand' },
  'push.held_out': { zh: '群发对照，未发送', en: 'Held out of a push', actor: 'brand' },
  'reply.sent': { zh: '自动回复', en: 'Auto-reply sent', actor: 'brand' },
  'tag.added': { zh: '加标签', en: 'Tag added', actor: 'brand' },
  'tag.removed': { zh: '去标签', en: 'Tag removed', actor: 'brand' },
  'contact.imported': { zh: '导入联系人', en: 'Contact imported', actor: 'brand' },
  'contact.synced': { zh: '同步关注者', en: 'Follower synchronised', actor: 'brand' },
  'consent.given': { zh: '给予同意', en: 'Consent given', actor: 'person' },
  'consent.withdrawn': { zh: '撤回同意', en: 'Consent withdrawn', actor: 'person' },
  // What we know about who somebody is
  'identity.moved': { zh: '合并或拆分联系人', en: 'Merged or separated', actor: 'brand' },
  'identity.erased': { zh: '删除个人信息', en: 'Personal data erased', actor: 'brand' },
  // Outside the catalogue: kept raw, counted, never dropped
  'unknown': { zh: '未知事件', en: 'Unknown event', actor: 'platform' },
} as const satisfies Record<string, { zh: string; en: string; actor: 'person' | 'platform' | 'brand' }>;

export type EventType = keyof typeof eventTypes;
