import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { beijingDay, beijingHour, dayNumber, dayText } from '../time/clock.ts';
import type { PayApi, PayCall } from './define.ts';
import { badField, refuse } from './error.ts';
import { isPaid } from './orders.ts';
import type { BillFaults, Merchant, Order, PaidOrder, Refund } from './state.ts';

const READY_HOUR = 10;
const KEPT_DAYS = 92;
const URL_LIFE = 300_000;

type Row = { at: number; order: PaidOrder; refund: Refund | null };

/** Orders paid and refunds made on a day, in order of time. */
function rowsOf(merchant: Merchant, day: number, refundAt: (refund: Refund) => number | null): Row[] {
  const rows: Row[] = [];
  for (const order of merchant.orders.values()) {
    if (!isPaid(order)) continue;
    if (beijingDay(order.paidAt) === day) rows.push({ at: order.paidAt, order, refund: null });
    for (const refund of order.refunds) {
      const at = refundAt(refund);
      if (at !== null && beijingDay(at) === day) rows.push({ at, order, refund });
    }
  }
  return rows.sort((a, b) => a.at - b.at);
}

const yuan = (fen: number): string => (fen / 100).toFixed(2);
const time = (at: number | null): string => (at === null ? '' : new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' '));
/** Whole fen: what is taken on an order is given back for the refunded part. */
const feeOf = (fen: number, rate: number): number => Math.round(fen * rate);
/** No separator may get into a field: the platform replaces it too. */
const cell = (value: string | number): string => `\`${String(value).replace(/[,\r\n`]/g, ' ')}`;
const sum = (rows: readonly Row[], of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);

/** BOM, a header, rows whose fields begin with a back-tick, and two lines of totals; amounts in yuan (mini-program 12). */
const csv = (header: string, rows: readonly (readonly (string | number)[])[], totals: string, sums: readonly (string | number)[]): string =>
  `\ufeff${[header, ...rows.map((row) => row.map(cell).join(',')), totals, sums.map(cell).join(',')].join('\r\n')}\r\n`;

const BEFORE = '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额';
const REFUND = '微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态';
const TRADE_HEADERS = {
  ALL: `${BEFORE},${REFUND},商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注`,
  SUCCESS: `${BEFORE},商品名称,商户数据包,手续费,费率,订单金额,费率备注`,
  REFUND: `${BEFORE},退款申请时间,退款成功时间,${REFUND},商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注`,
} as const;
type TradeBill = keyof typeof TRADE_HEADERS;

/** As the control interface wants the bill to be wrong. */
const spoilt = ({ missing, amounts, foreign }: BillFaults, rows: readonly Row[]): Row[] =>
  rows.flatMap((row) => {
    if (row.refund) return [row];
    const { order } = row;
    const added = foreign.filter((one) => one.of === order.outTradeNo).map(({ outTradeNo }) => ({ ...row, order: { ...order, outTradeNo, transactionId: `${order.transactionId}1` } }));
    const own = missing.includes(order.outTradeNo) ? [] : [{ ...row, order: { ...order, total: amounts[order.outTradeNo] ?? order.total } }];
    return [...own, ...added];
  });

/** The trade bill lists a refund on the day it was asked for. */
function tradeBill(merchant: Merchant, day: number, kind: TradeBill): string | null {
  const { mchid, feeRate } = merchant.settings;
  const happened = rowsOf(merchant, day, ({ createdAt }) => createdAt);
  const rows = (merchant.billFaults ? spoilt(merchant.billFaults, happened) : happened).filter(({ refund }) => kind === 'ALL' || (kind === 'REFUND') === (refund !== null));
  if (rows.length === 0) return null;
  const fee = ({ order, refund }: Row): number => (refund ? -feeOf(refund.amount, feeRate) : feeOf(order.total, feeRate));
  const settled = ({ order, refund }: Row): number => (refund ? 0 : order.total);
  const back = ({ refund }: Row): number => refund?.amount ?? 0;
  const lines = rows.map((row) => {
    const { at, order, refund } = row;
    const before = [time(at), order.appid, mchid, '0', order.deviceId, order.transactionId, order.outTradeNo, order.openid, 'JSAPI', refund ? 'REFUND' : 'SUCCESS', order.bankType, 'CNY', yuan(settled(row)), '0.00'];
    const times = refund && kind === 'REFUND' ? [time(refund.createdAt), time(refund.finishedAt)] : [];
    const refunded = refund ? [refund.refundId, refund.outRefundNo, yuan(refund.amount), '0.00', 'ORIGINAL', refund.status] : ['0', '0', '0.00', '0.00', '', ''];
    const after = [order.description, order.attach, (fee(row) / 100).toFixed(5), `${(feeRate * 100).toFixed(2)}%`, yuan(settled(row))];
    return kind === 'SUCCESS' ? [...before, ...after, ''] : [...before, ...times, ...refunded, ...after, yuan(back(row)), ''];
  });
  const totals = [`${rows.length}`, yuan(sum(rows, settled)), yuan(sum(rows, back)), '0.00', (sum(rows, fee) / 100).toFixed(5), yuan(sum(rows, settled)), yuan(sum(rows, back))];
  return csv(TRADE_HEADERS[kind], lines, '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额', totals);
}

const FLOW_HEADER = '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额（元）,账户结余（元）,资金变更提交申请人,备注,业务凭证号';
const FLOW_TOTALS = '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额';

interface Flow {
  at: number;
  id: string;
  type: '交易' | '退款' | '扣除交易手续费';
  /** Fen; less than zero goes out. */
  fen: number;
  note: string;
  voucher: string;
}

/** Money of the basic account: an order comes in and its fee goes out; a refund goes out, its part of the fee stays off it. */
function flowsOf({ order, refund, at }: Row, rate: number): Flow[] {
  if (refund) return [{ at, id: refund.refundId, type: '退款', fen: feeOf(refund.amount, rate) - refund.amount, note: refund.reason, voucher: refund.outRefundNo }];
  const fee = feeOf(order.total, rate);
  const income: Flow = { at, id: order.transactionId, type: '交易', fen: order.total, note: order.description, voucher: order.outTradeNo };
  return fee === 0 ? [income] : [income, { ...income, type: '扣除交易手续费', fen: -fee, note: '' }];
}

/** Of every order and refund up to the end of a day: what the account holds. */
function balanceBefore(merchant: Merchant, day: number): number {
  const { feeRate } = merchant.settings;
  const before = (at: number | null): at is number => at !== null && beijingDay(at) < day;
  let fen = 0;
  const add = (at: number, order: PaidOrder, refund: Refund | null): void => flowsOf({ at, order, refund }, feeRate).forEach((flow) => (fen += flow.fen));
  for (const order of merchant.orders.values() as Iterable<Order>) {
    if (!isPaid(order)) continue;
    if (before(order.paidAt)) add(order.paidAt, order, null);
    for (const refund of order.refunds) if (refund.status === 'SUCCESS' && before(refund.finishedAt)) add(refund.finishedAt, order, refund);
  }
  return fen;
}

function fundFlowBill(merchant: Merchant, day: number): string | null {
  const flows = rowsOf(merchant, day, ({ status, finishedAt }) => (status === 'SUCCESS' ? finishedAt : null)).flatMap((row) => flowsOf(row, merchant.settings.feeRate));
  if (flows.length === 0) return null;
  let balance = balanceBefore(merchant, day);
  const lines = flows.map(({ at, id, type, fen, note, voucher }, index) => {
    balance += fen;
    return [time(at), id, `${id}${String(index).padStart(4, '0')}`, type, type, fen > 0 ? '收入' : '支出', yuan(Math.abs(fen)), yuan(balance), 'system', note, voucher];
  });
  const [income, spent] = [flows.filter(({ fen }) => fen > 0), flows.filter(({ fen }) => fen <= 0)];
  const total = (list: readonly Flow[]): string => yuan(list.reduce((all, { fen }) => all + Math.abs(fen), 0));
  return csv(FLOW_HEADER, lines, FLOW_TOTALS, [`${flows.length}`, `${income.length}`, total(income), `${spent.length}`, total(spent)]);
}

/** The asked day: over, from ten in the morning on, and not older than three months. */
function dayOf({ query, now }: PayCall): number {
  const date = query['bill_date'] ?? '';
  const day = /^\d{4}-\d\d-\d\d$/.test(date) ? dayNumber(date) : NaN;
  if (!Number.isInteger(day) || dayText(day) !== date) return badField('/bill_date', date, 'bill_date 应为 YYYY-MM-DD');
  const today = beijingDay(now);
  if (day >= today || day < today - KEPT_DAYS) refuse(400, 'INVALID_REQUEST', '账单日期应为三个月内、今天之前的日期');
  if (day === today - 1 && beijingHour(now) < READY_HOUR) refuse(400, 'STATEMENT_CREATING', '账单生成中，请在 10 点后再试');
  return day;
}

/** Where the file lies for five minutes; the hash is that of the text, also when it is compressed. */
function offer({ platform, merchant, query, now }: PayCall, bill: string | null): Record<string, unknown> {
  const tar = query['tar_type'] ?? '';
  if (tar !== '' && tar !== 'GZIP') badField('/tar_type', tar, 'tar_type 只能是 GZIP');
  if (bill === null) return refuse(400, 'NO_STATEMENT_EXIST', '账单文件不存在');
  const { bills } = platform.state.pay;
  for (const [token, held] of bills) if (held.expiresAt <= now) bills.delete(token);
  const token = randomBytes(36).toString('base64url');
  bills.set(token, { mchid: merchant.settings.mchid, text: bill, gzip: tar === 'GZIP', expiresAt: now + URL_LIFE });
  return { hash_type: 'SHA1', hash_value: createHash('sha1').update(bill).digest('hex'), download_url: `${platform.baseUrl}/v3/billdownload/file?token=${token}` };
}

export const billApis: readonly PayApi[] = [
  {
    method: 'GET', path: '/v3/bill/tradebill',
    handle(call) {
      const kind = call.query['bill_type'] ?? 'ALL';
      if (!Object.hasOwn(TRADE_HEADERS, kind)) badField('/bill_type', kind, 'bill_type 不正确');
      return offer(call, tradeBill(call.merchant, dayOf(call), kind as TradeBill));
    },
  },
  {
    method: 'GET', path: '/v3/bill/fundflowbill',
    handle(call) {
      const account = call.query['account_type'] ?? 'BASIC';
      if (!['BASIC', 'OPERATION', 'FEES'].includes(account)) badField('/account_type', account, 'account_type 不正确');
      // All money of this sandbox moves in the basic account.
      return offer(call, account === 'BASIC' ? fundFlowBill(call.merchant, dayOf(call)) : null);
    },
  },
  {
    method: 'GET', path: '/v3/billdownload/file',
    handle({ platform, merchant, query, now }) {
      const held = platform.state.pay.bills.get(query['token'] ?? '');
      if (!held || held.mchid !== merchant.settings.mchid || held.expiresAt <= now) return refuse(404, 'RESOURCE_NOT_EXISTS', '下载链接不存在或已过期');
      return { bytes: held.gzip ? gzipSync(held.text) : Buffer.from(held.text), contentType: held.gzip ? 'application/gzip' : 'text/plain; charset=utf-8' };
    },
  },
];
