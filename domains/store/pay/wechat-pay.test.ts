import { PayError } from '@qingniao/wechat';
import { expect, it } from 'vitest';
import type { MerchantClients } from './merchants.ts';
import { wechatPay } from './wechat-pay.ts';

const closing = async (code: string, status = 400, kind: 'state' | 'missing' = 'state') => {
  const refuse = () => Promise.reject(new PayError('/close', kind, status, code, '', null, null));
  const clientOf = async () => ({ merchantId: 'm', client: { mchid: '1900000001', payments: { close: refuse } } });
  return (await wechatPay({ clientOf } as unknown as MerchantClients, () => '')(1)).close('20260819');
};

it('what WeChat Pay has closed, or never heard of, is closed; what was paid is paid; all else is not known', async () => {
  expect(await closing('ORDER_CLOSED')).toBe('closed');
  expect(await closing('ORDER_NOT_EXIST', 404, 'missing')).toBe('closed');
  expect(await closing('ORDERPAID')).toBe('paid');
  await expect(closing('TRADE_ERROR')).rejects.toMatchObject({ code: 'TRADE_ERROR' });
});
