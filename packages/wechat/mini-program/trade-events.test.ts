import { expect, it } from 'vitest';
import { scanJson } from '../json.ts';
import { scanXml } from '../xml-scan.ts';
import { readTradeEvent } from './trade-events.ts';

const order = { transaction_id: '4200009999202608190000000001', merchant_id: '1900000001', merchant_trade_no: 'QN-7', pay_time: 1787140798 };
const known = { transactionId: '4200009999202608190000000001', mchid: '1900000001', outTradeNo: 'QN-7', paidAt: new Date('2026-08-19T11:59:58Z') };
const push = (Event: string, fields: Record<string, unknown>) => {
  const all = { ToUserName: 'gh_1', FromUserName: 'oSystem', CreateTime: 1787200000, MsgType: 'event', Event, ...fields };
  const xml = `<xml>${Object.entries(all).map(([name, value]) => `<${name}>${String(value)}</${name}>`).join('')}</xml>`;
  const [fromJson, fromXml] = [scanJson(JSON.stringify(all)), scanXml(xml)].map(readTradeEvent);
  expect(fromXml).toEqual(fromJson);
  return fromJson;
};

it('an order is shipped, then settled by time or by its buyer', () => {
  const shipped = { ...order, shipped_time: 1787200000, estimated_settlement_time: 1788064000 };
  expect(push('trade_manage_order_settlement', shipped)).toEqual({
    kind: 'shipped', ...known, shippedAt: new Date(1787200000_000), estimatedSettlementAt: new Date(1788064000_000),
  });
  const settled = (method: number) => push('trade_manage_order_settlement', {
    ...order, shipped_time: 1787200000, confirm_receive_method: method, confirm_receive_time: 1787300000, settlement_time: 1787300005,
  });
  const both = { kind: 'settled', ...known, shippedAt: new Date(1787200000_000), confirmedAt: new Date(1787300000_000), settledAt: new Date(1787300005_000) };
  expect([settled(1), settled(2), settled(9)]).toEqual([{ ...both, confirmedBy: 'time' }, { ...both, confirmedBy: 'buyer' }, { ...both, confirmedBy: null }]);
});

it('reminders say what they want', () => {
  expect(push('trade_manage_remind_shipping', { ...order, msg: '请尽快发货' })).toEqual({ kind: 'remind_shipping', ...known, message: '请尽快发货' });
  expect(push('trade_manage_remind_access_api', { msg: '请接入' })).toEqual({ kind: 'remind_access', message: '请接入' });
});

it('other events are none of these', () => {
  expect(push('subscribe', order)).toBeNull();
});
