export * from './crypt-error.ts';
export * from './signature.ts';
export { type CipherKeys, type MessageCipher, createMessageCipher, isAesKey } from './cipher.ts';
export { type FieldValue, type Fields, type ScanLimits, defaultLimits, scanXml } from './xml-scan.ts';
export { parseJson, scanJson } from './json.ts';
export {
  type NewsItem, type PassiveReply, type ReplyTo, type WritableFields, REPLY_TEXT_BYTES, writeReply, writeXml,
} from './xml-write.ts';
export * from './push.ts';
export { errorCodes, explain } from './errcodes.ts';
export type { ErrorCode, ErrorKind } from './error-table.ts';
export { WechatError, isWechatError, wechatProblem } from './wechat-error.ts';
export { whenAllowed } from './when-allowed.ts';
export { type AccessToken, type StoredToken, type TokenStore, memoryTokenStore } from './token.ts';
export { type BaseUrls, type FileAnswer, type Upload, isFile, platformUrls } from './call.ts';
export { type WechatCalls, type WechatClient, type WechatClientOptions, createWechatClient } from './client.ts';
export { closeWechatConnections } from './connections.ts';
export type * from './api/base.ts';
export type * from './api/comments.ts';
export type * from './api/custom-service.ts';
export type * from './api/datacube.ts';
export type * from './api/drafts.ts';
export type * from './api/mass.ts';
export type * from './api/media.ts';
export type * from './api/menu.ts';
export type * from './api/oauth.ts';
export type * from './api/qrcode.ts';
export type * from './api/tags.ts';
export type * from './api/subscription-templates.ts';
export type * from './api/templates.ts';
export type * from './api/users.ts';
export { ARTICLE_CALLS_START, DATACUBE_START, datacubeSpan } from './api/datacube.ts';
export { MASS_OPENIDS } from './api/mass.ts';
export { MAX_QRCODE_SECONDS } from './api/qrcode.ts';
export { TAG_BATCH } from './api/tags.ts';
export { USER_BATCH } from './api/users.ts';

// Mini programs
export { type MiniProgramClient, createMiniProgramClient } from './mini-program/client.ts';
export type * from './mini-program/codes.ts';
export type {
  MiniProgramDatacubeName, Retention, SummaryTrendRow, UserPortrait, VisitDistribution, VisitPageRow, VisitTrendRow,
} from './mini-program/datacube.ts';
export type * from './mini-program/login.ts';
export type * from './mini-program/messages.ts';
export { wechatLanguages } from './mini-program/messages.ts';
export type * from './mini-program/security.ts';
export type * from './mini-program/shipping.ts';
export { type TradeEvent, readTradeEvent } from './mini-program/trade-events.ts';

// WeChat Pay v3
export { payUrl } from './pay/call.ts';
export { type PayClient, type PayClientOptions, createPayClient } from './pay/client.ts';
export type { PayMerchant } from './pay/merchant.ts';
export { type NoticeKeys, readNotice } from './pay/notice.ts';
export type { PayErrorKind } from './pay/pay-codes.ts';
export { PayError, isPayError, payProblem } from './pay/pay-error.ts';
export { isPaid } from './pay/read-payment.ts';
export type { PlatformKey, WireHeaders } from './pay/signature.ts';
export type * from './pay/types.ts';
