import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type BillLine, readBillText } from './bill-text.ts';
import type { PayCaller, PayRequest } from './call.ts';
import { isPayError, noAnswer } from './pay-error.ts';
import { ShapeError, oneOf, shape, textOf } from './shape.ts';
import type { FundFlowBill, FundFlowRow, TradeBill, TradeBillRow } from './types.ts';

/** Bytes of a bill, unpacked. */
const MAX_BILL = 256 * 1024 * 1024;
const inflate = promisify(gunzip);

/**
 * The bills of one day (12), `YYYY-MM-DD` Beijing time: ready after 10:00 of the next day, kept three months.
 * Null when there is none of that day; STATEMENT_CREATING (kind `busy`) when it is not ready yet. Errors: PayError.
 */
export const billsApi = (call: PayCaller) => {
  const fetchBill = async <T>(ask: PayRequest, read: (content: string) => T): Promise<T | null> => {
    try {
      const { url, sha1 } = await call.ask(ask, readTicket);
      return await openBill(ask.path, await call.download(url), sha1, read);
    } catch (error) {
      if (isPayError(error) && error.code === 'NO_STATEMENT_EXIST') return null;
      throw error;
    }
  };
  return {
    trade: (day: string): Promise<TradeBill | null> =>
      fetchBill({ method: 'GET', path: '/v3/bill/tradebill', query: { bill_date: day, bill_type: 'ALL', tar_type: 'GZIP' } }, parseTradeBill),
    fundFlow: (day: string, account: 'BASIC' | 'OPERATION' | 'FEES' = 'BASIC'): Promise<FundFlowBill | null> =>
      fetchBill({ method: 'GET', path: '/v3/bill/fundflowbill', query: { bill_date: day, account_type: account, tar_type: 'GZIP' } }, parseFundFlowBill),
  };
};

function readTicket(body: unknown): { url: URL; sha1: string } {
  const given = shape(body, 'bill');
  oneOf(given, 'hash_type', ['SHA1']);
  const url = textOf(given, 'download_url');
  if (!URL.canParse(url)) throw new ShapeError('download_url is not a url');
  return { url: new URL(url), sha1: textOf(given, 'hash_value').toLowerCase() };
}

/** The file itself is not signed: the hash of its unpacked bytes, which came signed, vouches for it. */
async function openBill<T>(path: string, file: Buffer, sha1: string, read: (content: string) => T): Promise<T> {
  try {
    const isPacked = file[0] === 0x1f && file[1] === 0x8b;
    const content = isPacked ? await inflate(file, { maxOutputLength: MAX_BILL }) : file;
    if (createHash('sha1').update(content).digest('hex') !== sha1) throw new ShapeError('the file is not the one the platform announced');
    return read(content.toString('utf8'));
  } catch (cause) {
    throw noAnswer(path, cause instanceof ShapeError ? cause.message : 'the bill cannot be unpacked', cause);
  }
}

/** The bill of all trades of a day. Throws ShapeError. */
export function parseTradeBill(content: string): TradeBill {
  const { rows, totals } = readBillText(content);
  return {
    rows: rows.map(readTrade),
    totals: {
      count: totals.count('总交易单数'),
      settlementTotal: totals.fen('应结订单总金额'),
      refund: totals.fen('退款总金额'),
      couponRefund: totals.fen('充值券退款总金额'),
      fee: totals.fen('手续费总金额'),
      total: totals.fen('订单总金额'),
      refundRequested: totals.fen('申请退款总金额'),
    },
  };
}

const readTrade = (line: BillLine): TradeBillRow => ({
  at: line.at('交易时间'),
  appid: line.text('公众账号ID'),
  mchid: line.text('商户号'),
  transactionId: line.text('微信订单号'),
  outTradeNo: line.text('商户订单号'),
  openid: line.text('用户标识'),
  tradeType: line.text('交易类型'),
  state: line.text('交易状态'),
  bankType: line.text('付款银行'),
  currency: line.text('货币种类'),
  settlementTotal: line.fen('应结订单金额'),
  coupon: line.fen('代金券金额'),
  refundId: line.id('微信退款单号'),
  outRefundNo: line.id('商户退款单号'),
  refund: line.fen('退款金额'),
  couponRefund: line.fen('充值券退款金额'),
  refundType: line.id('退款类型'),
  refundState: line.id('退款状态'),
  goods: line.text('商品名称'),
  attach: line.id('商户数据包'),
  fee: line.fen('手续费'),
  feeRate: line.text('费率'),
  total: line.fen('订单金额'),
  refundRequested: line.fen('申请退款金额'),
});

/** The bill of all movements of the merchant's account on a day. Throws ShapeError. */
export function parseFundFlowBill(content: string): FundFlowBill {
  const { rows, totals } = readBillText(content);
  return {
    rows: rows.map(readMovement),
    totals: {
      count: totals.count('资金流水总笔数'),
      inCount: totals.count('收入笔数'),
      in: totals.fen('收入金额'),
      outCount: totals.count('支出笔数'),
      out: totals.fen('支出金额'),
    },
  };
}

const directions: ReadonlyMap<string, FundFlowRow['direction']> = new Map([['收入', 'in'], ['支出', 'out']]);

function readMovement(line: BillLine): FundFlowRow {
  const direction = directions.get(line.text('收支类型'));
  if (!direction) throw new ShapeError('收支类型 is neither 收入 nor 支出');
  return {
    at: line.at('记账时间'),
    businessId: line.text('微信支付业务单号'),
    flowId: line.text('资金流水单号'),
    name: line.text('业务名称'),
    type: line.text('业务类型'),
    direction,
    amount: line.fen('收支金额'),
    balance: line.fen('账户结余'),
    applicant: line.id('资金变更提交申请人'),
    note: line.id('备注'),
    voucher: line.text('业务凭证号'),
  };
}
