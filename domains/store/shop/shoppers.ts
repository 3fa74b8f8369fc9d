import { timingSafeEqual } from 'node:crypto';
import { now, type Secrets } from '@qingniao/kernel';

/** Somebody in the shop: an openid of one account or mini program. */
export interface Shopper {
  brandId: number;
  identityId: number;
  assetId: string;
}

/** Milliseconds; the client signs in again without a word. */
export const SIGNED_IN_FOR = 7 * 86_400_000;
const CONTEXT = 'shopper token';

/** Somebody of the brand who looks around in the shop: nobody's identity, so that nothing can be theirs. */
export const PREVIEW = { identityId: 0, assetId: 'preview' } as const;
export const isPreview = ({ identityId }: Shopper): boolean => identityId === PREVIEW.identityId;

/** A pass the server signed: who brings it is known without asking the database, in a drop a thousand times a second. */
export function issuePass(secrets: Secrets, { brandId, identityId, assetId }: Shopper, lasts: number = SIGNED_IN_FOR): string {
  const body = [brandId, identityId, assetId, now() + lasts].join('~');
  return `${Buffer.from(body).toString('base64url')}.${secrets.hash(body, CONTEXT)}`;
}

/** Null for one that is forged or over; `until` in milliseconds. */
export function readPass(secrets: Secrets, pass: string): (Shopper & { until: number }) | null {
  const [encoded, mac] = pass.split('.');
  if (!encoded || !mac) return null;
  const body = Buffer.from(encoded, 'base64url').toString();
  const expected = Buffer.from(secrets.hash(body, CONTEXT));
  const given = Buffer.from(mac);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const [brandId, identityId, assetId, until] = body.split('~');
  return Number(until) > now() ? { brandId: Number(brandId), identityId: Number(identityId), assetId: assetId!, until: Number(until) } : null;
}
