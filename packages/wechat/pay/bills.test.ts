import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yuanToFen } from './bill-text.ts';
import { parseFundFlowBill, parseTradeBill } from './bills.ts';
import { oracle } from './testing.ts';

const columns = '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';
const totalColumns = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';
const line = (...fields: string[]) => fields.map((field) => `\`${field}`).join(',');
const paid = (goods = '丝巾, 90cm "月"') => line(
  '2026-08-19 19:59:58', 'wx00000000000000ff', '1900000001', '0', '', '4200001', 'QN-7', 'oBuyer', 'JSAPI', 'SUCCESS', 'OTHERS', 'CNY',
  '2670.00', '10.00', '0', '0', '0.00', '0.00', '', '', goods, '', '16.02000', '0.60%', '2680.00', '0.00', '');
const refunded = line(
  '2026-08-19 20:10:00', 'wx00000000000000ff', '1900000001', '0', '', '4200001', 'QN-7', 'oBuyer', 'JSAPI', 'REFUND', 'OTHERS', 'CNY',
  '0.00', '0.00', '5030001', 'QN-R-1', '79.70', '0.30', 'ORIGINAL', 'SUCCESS', '丝巾', 'note', '-0.48000', '0.60%', '0.00', '80.00', '');
const bill = (...rows: string[]) => `\uFEFF${[columns, ...rows, totalColumns, line('2.0', '2670.00', '79.70', '0.30', '15.54', '2680.00', '80.00')].join('\r\n')}\r\n`;

describe('the trade bill', () => {
  it('becomes rows and totals in fen, commas and quotes in a name kept', () => {
    const { rows, totals } = parseTradeBill(bill(paid(), refunded));
    expect(rows[0]).toMatchObject({
      at: new Date('2026-08-19T11:59:58Z'), transactionId: '4200001', outTradeNo: 'QN-7', openid: 'oBuyer', state: 'SUCCESS', goods: '丝巾, 90cm "月"',
      settlementTotal: 267000, coupon: 1000, total: 268000, fee: 1602, feeRate: '0.60%', refundId: null, outRefundNo: null, refund: 0, refundType: null, attach: null,
    });
    expect(rows[1]).toMatchObject({
      state: 'REFUND', refundId: '5030001', outRefundNo: 'QN-R-1', refund: 7970, couponRefund: 30, refundType: 'ORIGINAL', refundState: 'SUCCESS', refundRequested: 8000, fee: -48, attach: 'note',
    });
    expect(totals).toEqual({ count: 2, settlementTotal: 267000, refund: 7970, couponRefund: 30, fee: 1554, total: 268000, refundRequested: 8000 });
  });

  it('reads as an independent implementation does', () => {
    const content = bill(paid(), refunded);
    const { rows, summary } = oracle.Formatter.castCsvBill(Buffer.from(content));
    const ours = parseTradeBill(content);
    expect(ours.rows.map((row) => [row.transactionId, row.goods, row.refundId ?? '0', row.feeRate])).toEqual(
      rows.map((row) => [row['微信订单号'], row['商品名称'], row['微信退款单号'], row['费率']]));
    expect(ours.totals.count).toBe(Number(summary['总交易单数']));
  });

  it('of a day without trades has totals only', () => {
    expect(parseTradeBill(bill()).rows).toEqual([]);
  });

  it('is refused when it is cut off, torn or finer than a fen, and the reason holds no value', () => {
    const torn = [
      bill(paid(), refunded).split('\r\n').slice(0, -3).join('\n'), // no totals
      bill(paid('丝巾`,`月')), // one field more than its header
      bill(paid().replace('16.02000', '16.02500')),
      bill(paid().replace('2026-08-19 19', '2026-08-19T19')),
      bill(paid()).replace('订单金额,申请', '金额,申请'),
      '',
    ];
    for (const content of torn) expect(() => parseTradeBill(content)).toThrow(/bill|line 2/);
    expect(() => parseTradeBill(torn[2]!)).toThrow(/^line 2: 手续费 cannot be read$/);
  });
});

it('the fund flow bill becomes movements with a direction and a balance', () => {
  const header = '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额（元）,账户结余（元）,资金变更提交申请人,备注,业务凭证号';
  const row = (direction: string) => line('2026-08-19 20:10:00', '5030001', '1900000001202608', '退款', '退款', direction, '80.00', '2583.98', 'system', '', 'QN-R-1');
  const content = (direction: string) => [header, row(direction), '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额', line('1.0', '0.0', '0.00', '1.0', '80.00')].join('\n');
  expect(parseFundFlowBill(content('支出'))).toEqual({
    rows: [{
      at: new Date('2026-08-19T12:10:00Z'), businessId: '5030001', flowId: '1900000001202608', name: '退款', type: '退款', direction: 'out',
      amount: 8000, balance: 258398, applicant: 'system', note: null, voucher: 'QN-R-1',
    }],
    totals: { count: 1, inCount: 0, in: 0, outCount: 1, out: 8000 },
  });
  expect(() => parseFundFlowBill(content('冻结'))).toThrow('收支类型');
});

describe('yuan', () => {
  it('become exactly their fen', () => {
    fc.assert(fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), fc.nat(3), (amount, zeros) => {
      const digits = String(Math.abs(amount)).padStart(3, '0');
      const yuan = `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}${'0'.repeat(zeros)}`;
      expect(yuanToFen(yuan)).toBe(amount);
    }));
    expect(['1', '1.5', '0.0', '-0.00'].map(yuanToFen)).toEqual([100, 150, 0, 0]);
  });
  it.each(['', '.5', '1.', '1.001', '1e2', '１.00', '1,000.00', 'NaN', '1234567890123.00'])('are not %s', (text) => {
    expect(yuanToFen(text)).toBeNull();
  });
});
