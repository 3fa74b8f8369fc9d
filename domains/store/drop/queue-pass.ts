import { timingSafeEqual } from 'node:crypto';
import type { Secrets } from '@qingniao/kernel';
import type { Shopper } from '../shop/shoppers.ts';
import type { Release } from './release.ts';

const CONTEXT = 'queue pass';
const macOf = (secrets: Secrets, { brandId, storefrontId, windowId }: Pick<Release, 'brandId' | 'storefrontId' | 'windowId'>, identityId: number, number: string): string =>
  secrets.hash([brandId, storefrontId, windowId, identityId, number].join('~'), CONTEXT);

/** Somebody's place in a queue, signed: good for this person and this release, and read without asking the database. */
export const issueQueuePass = (secrets: Secrets, release: Release, { identityId }: Pick<Shopper, 'identityId'>, number: number): string =>
  `${number}.${macOf(secrets, release, identityId, String(number))}`;

/** The place; null for a pass that is forged, somebody else's or of another release. */
export function readQueuePass(secrets: Secrets, release: Release, { identityId }: Pick<Shopper, 'identityId'>, pass: string): number | null {
  const [number = '', mac = ''] = pass.split('.');
  const expected = Buffer.from(macOf(secrets, release, identityId, number));
  const given = Buffer.from(mac);
  return given.length === expected.length && timingSafeEqual(given, expected) ? Number(number) : null;
}
