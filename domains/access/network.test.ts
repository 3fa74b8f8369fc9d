import { expect, it } from 'vitest';
import { networkOf } from './network.ts';

it('counts an IPv6 address as its /64, however it is spelt, and any other as itself', () => {
  const home = ['2001:db8:0:12::1', '2001:DB8:0000:0012:ffff:ffff:ffff:ffff', '2001:db8:0:12:0:0:0:5%eth0', '2001:db8::12:1:2:3:4'];
  expect(new Set(home.map(networkOf))).toEqual(new Set(['2001:db8:0:12::/64']));
  expect(networkOf('2001:db8:0:13::1')).toBe('2001:db8:0:13::/64');
  expect(['::1', 'fe80::1:2', '2001:db8::'].map(networkOf)).toEqual(['0:0:0:0::/64', 'fe80:0:0:0::/64', '2001:db8:0:0::/64']);
  expect(['10.1.2.3', '::ffff:10.1.2.3', 'unix'].map(networkOf)).toEqual(['10.1.2.3', '10.1.2.3', 'unix']);
});
