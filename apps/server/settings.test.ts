import { expect, it } from 'vitest';
import { readSettings } from './settings.ts';

it.each([
  ['QINGNIAO_TRUST_PROXY', ['true', '1', 'loopback,', 'proxy.internal', '10.0.0.0/33', '10.0.0.1/', 'loopback,2']],
  ['QINGNIAO_BASE_URL', ['https://crm.brand.com/crm', 'https://crm.brand.com/?a=1', 'https://crm.brand.com/#x', 'https://me@crm.brand.com', 'crm.brand.com']],
])('%s refuses what it cannot do, by its name', (name, refused) => {
  for (const raw of refused) expect(() => readSettings({ [name]: raw }), raw).toThrow(name);
});

it('takes proxies as addresses, ranges and names, and an address as the root of a name', () => {
  for (const raw of ['', 'loopback', '10.0.0.1', '10.0.0.0/8, fd00::/8', '::1', 'uniquelocal']) expect(readSettings({ QINGNIAO_TRUST_PROXY: raw }).trustProxy).toBe(raw);
  for (const raw of ['https://crm.brand.com', 'https://crm.brand.com/', 'HTTPS://CRM.Brand.com:443//']) expect(readSettings({ QINGNIAO_BASE_URL: raw }).baseUrl).toBe('https://crm.brand.com');
  expect(readSettings({ QINGNIAO_BASE_URL: '' }).baseUrl).toBeNull();
});
