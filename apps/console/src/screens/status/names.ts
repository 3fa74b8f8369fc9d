import type { Text } from '../../shell/text.ts';

/** Why a callback was refused, by the outcome names of the tally. */
export const outcomeNames: Record<string, Text> = {
  signature: { zh: '签名不符', en: 'Wrong signature' },
  xmlParse: { zh: 'XML 无法解析', en: 'XML cannot be read' },
  aesKey: { zh: 'EncodingAESKey 不正确', en: 'EncodingAESKey is not right' },
  appid: { zh: 'AppID 不一致', en: 'AppID of somebody else' },
  decrypt: { zh: '无法解密', en: 'Cannot be decrypted' },
  buffer: { zh: '消息内容不完整', en: 'Message is not whole' },
  base64Decode: { zh: '密文编码不正确', en: 'Ciphertext is not base64' },
  oversized: { zh: '消息过大', en: 'Too large' },
  unknown_asset: { zh: '未知公众号', en: 'Unknown account' },
  bad_request: { zh: '请求格式不正确', en: 'Malformed request' },
  log_away: { zh: '事件日志暂不可用', en: 'Event log was away' },
};

/** What each projection keeps, for people. */
export const projectionNames: Record<string, Text> = {
  people: { zh: '联系人', en: 'People' },
  recruitment: { zh: '拉新渠道', en: 'Recruitment' },
  'accounts-new-followers': { zh: '新关注者资料', en: 'New followers’ details' },
  'warehouse-events': { zh: '分析库：事件', en: 'Warehouse: events' },
  warehouse_contacts: { zh: '分析库：联系人', en: 'Warehouse: contacts' },
  warehouse_follow_periods: { zh: '分析库：关注记录', en: 'Warehouse: follows' },
  'audience-events': { zh: '人群：行为', en: 'Segments: behaviour' },
  'audience-contacts': { zh: '人群：联系人', en: 'Segments: people' },
  'push-reports': { zh: '群发回执', en: 'Push reports' },
  'store-trade-events': { zh: '商城：收货与结算', en: 'Store: receipts and settlements' },
  'store-order-traces': { zh: '商城：订单去向', en: 'Store: where orders went' },
};
