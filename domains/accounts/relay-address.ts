import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, type LookupFunction, isIP } from 'node:net';
import { badRequest } from '@qingniao/kernel';

/** Addresses that are not the public internet: this machine, its network, the cloud's metadata service. */
const inside = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12],
  ['192.0.0.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) inside.addSubnet(network, prefix, 'ipv4');
// The last one carries an IPv4 address inside; those mapped to ::ffff: are looked up as IPv4 by BlockList itself.
for (const [network, prefix] of [['::', 127], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8], ['64:ff9b::', 96]] as const) {
  inside.addSubnet(network, prefix, 'ipv6');
}

const isInside = (address: string): boolean => inside.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '').toLowerCase();

/** Throws for an address written out that is not public; names are looked at when they are resolved. */
export function refuseInside(url: string, allowed: ReadonlySet<string>): void {
  const host = bare(new URL(url).hostname);
  if (!allowed.has(host) && isIP(host) !== 0 && isInside(host)) throw notPublic();
}

/** Resolves a name for one connection, so that no name may change its address between the look and the call. */
export const publicLookup = (allowed: ReadonlySet<string>): LookupFunction => (hostname, options, done) =>
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '', 0);
    if (!allowed.has(bare(hostname)) && found.some(({ address }) => isInside(address))) return done(notPublic(), '', 0);
    const [first] = found as [LookupAddress];
    if (options.all) done(null, found);
    else done(null, first.address, first.family);
  });

export const notPublic = () =>
  badRequest('relay_not_public', {
    zh: '转发地址指向本机或内网，不予转发。如确需转发到内网系统，请由安装者在 QINGNIAO_RELAY_HOSTS 中列出该主机。',
    en: 'The relay address leads into this machine or its network. If that is meant, whoever runs this installation lists the host in QINGNIAO_RELAY_HOSTS.',
  }, { field: 'relayUrl' });
