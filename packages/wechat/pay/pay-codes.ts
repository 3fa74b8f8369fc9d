import type { Text } from '@qingniao/kernel';

/** What a refusal asks of the caller (mini-program-and-pay 11.6). */
export type PayErrorKind =
  | 'request' // the request is wrong: correct it
  | 'configuration' // keys, clock, permissions or contract of the merchant
  | 'balance' // the merchant's account does not hold enough
  | 'state' // the order's or refund's present state forbids it: query it
  | 'missing' // no such order, refund or resource
  | 'user' // the payer or the payer's account
  | 'busy' // too many calls, or not ready yet: later, with the same numbers
  | 'unknown'; // whether it was done is not known: query, or repeat with the same numbers, never with new ones

interface PayCode {
  kind: PayErrorKind;
  zh: string;
  en: string;
}

const row = (kind: PayErrorKind, zh: string, en: string): PayCode => ({ kind, zh, en });
const missingOrder = row('missing', '订单不存在', 'no such order');
const limited = row('busy', '调用过于频繁', 'called too often');
const ruled = row('state', '触发业务规则限制', 'a business rule forbids it');

/** Wire codes; both spellings of a code occur. */
const codes: ReadonlyMap<string, PayCode> = new Map(Object.entries({
  PARAM_ERROR: row('request', '参数错误', 'a parameter is wrong'),
  INVALID_REQUEST: row('request', '请求不符合业务规则', 'the request breaks a rule'),
  APPID_MCHID_NOT_MATCH: row('configuration', 'AppID 未与商户号绑定', 'the AppID is not bound to the merchant'),
  MCH_NOT_EXISTS: row('configuration', '商户号不存在', 'no such merchant'),
  SIGN_ERROR: row('configuration', '签名验证失败', 'the signature was refused'),
  NO_AUTH: row('configuration', '商户没有此接口的权限', 'the merchant has no right to this call'),
  REQUEST_BLOCKED: row('configuration', '请求被拦截', 'the request was blocked'),
  NOT_ENOUGH: row('balance', '商户账户余额不足', "the merchant's balance is too low"),
  ORDER_CLOSED: row('state', '订单已关闭', 'the order is closed'),
  ORDERPAID: row('state', '订单已支付', 'the order has been paid'),
  OUT_TRADE_NO_USED: row('state', '商户订单号已被使用', 'the order number has been used'),
  TRADE_ERROR: row('state', '交易错误', 'the trade failed'),
  RULELIMIT: ruled,
  RULE_LIMIT: ruled,
  OPENID_MISMATCH: row('user', 'openid 与 AppID 不匹配', 'the openid belongs to another AppID'),
  ACCOUNT_ERROR: row('user', '账户异常', 'the account is abnormal'),
  USER_ACCOUNT_ABNORMAL: row('user', '用户账户异常', "the payer's account is abnormal"),
  ORDER_NOT_EXIST: missingOrder,
  ORDERNOTEXIST: missingOrder,
  RESOURCE_NOT_EXISTS: row('missing', '查询的内容不存在', 'nothing of this name exists'),
  NO_STATEMENT_EXIST: row('missing', '当日没有账单', 'there is no bill of that day'),
  STATEMENT_CREATING: row('busy', '账单正在生成', 'the bill is being made'),
  FREQUENCY_LIMITED: limited,
  RATELIMIT_EXCEEDED: limited,
  SYSTEM_ERROR: row('unknown', '微信支付系统异常', 'WeChat Pay had an internal error'),
  BANK_ERROR: row('unknown', '银行系统异常', 'the bank had an error'),
  SERVICE_UNAVAILABLE: row('unknown', '微信支付暂不可用', 'WeChat Pay is unavailable'),
}));

/** The tail of Request-ID, where it says more than the code. */
const internals: ReadonlyMap<number, PayCode> = new Map([
  [268498688, row('request', '同一单号再次提交时参数不一致', 'the same number was sent with other parameters')],
  [268449538, row('state', '订单已支付', 'the order has been paid')],
  [268498689, row('state', '订单已支付', 'the order has been paid')],
  [268512771, missingOrder],
  [268445527, row('configuration', 'AppID 未与商户号绑定', 'the AppID is not bound to the merchant')],
]);

const byStatus = (status: number): PayErrorKind => {
  if (status >= 500) return 'unknown';
  if (status === 429) return 'busy';
  if (status === 404) return 'missing';
  return status === 401 || status === 403 ? 'configuration' : 'request';
};

/** The kind of a refusal; an unknown code goes by its HTTP status. */
export const payKind = (status: number, code: string | null, internal: number | null): PayErrorKind =>
  known(code, internal)?.kind ?? byStatus(status);

const known = (code: string | null, internal: number | null): PayCode | undefined => internals.get(internal ?? 0) ?? codes.get(code ?? '');

const advice: Record<PayErrorKind, Text> = {
  request: { zh: '请修改内容后重试。', en: 'Correct the content and try again.' },
  configuration: { zh: '请在微信支付商户平台核对证书、密钥、权限与绑定关系，并确认服务器时间准确。', en: "Check certificate, keys, permissions and bindings in the WeChat Pay merchant console, and the server's clock." },
  balance: { zh: '请为商户账户充值，或等有新的收入后，用同一单号重试。', en: "Top up the merchant's account, or wait for income, then try again with the same number." },
  state: { zh: '请先查询订单或退款的最新状态。', en: 'Look up the present state of the order or refund first.' },
  missing: { zh: '请核对单号与日期。', en: 'Check the number and the date.' },
  user: { zh: '请用户检查其微信支付账户，或更换支付方式。', en: "The payer has to check the WeChat Pay account, or pay another way." },
  busy: { zh: '请稍后用同一单号重试。', en: 'Try again later with the same number.' },
  unknown: { zh: '结果未知：请用同一单号查询后再决定，不要更换单号。', en: 'The outcome is unknown: query with the same number before anything else, never with a new one.' },
};

const CLOCK: Text = { zh: '请核对商户 API 证书序列号与私钥，并确认服务器时间与北京时间相差不超过 5 分钟。', en: "Check the merchant certificate's serial number and private key, and that the server's clock is right within 5 minutes." };

/** The sentence for people: what WeChat Pay said and what to do. `code` null: no usable answer came. */
export function explainPay(kind: PayErrorKind, code: string | null, internal: number | null): Text {
  const hint = code === 'SIGN_ERROR' ? CLOCK : advice[kind];
  const what = known(code, internal);
  if (code === null) return { zh: `没有收到微信支付的有效应答。${hint.zh}`, en: `No usable answer came from WeChat Pay. ${hint.en}` };
  if (!what) return { zh: `微信支付拒绝了请求（${code}）。${hint.zh}`, en: `WeChat Pay refused the request (${code}). ${hint.en}` };
  return { zh: `微信支付：${what.zh}（${code}）。${hint.zh}`, en: `WeChat Pay: ${what.en} (${code}). ${hint.en}` };
}
