import { type Secrets, tokenHash } from '@qingniao/kernel';

/**
 * The token of a gift's link: 128 bits that only this installation can compute, so that the buyer may be shown the link
 * again though only its hash is stored. The next number is another link.
 */
export const linkToken = (secrets: Secrets, giftId: string, linkNo: number): string => Buffer.from(secrets.hash(`${giftId} ${linkNo}`, 'gift link'), 'hex').subarray(0, 16).toString('base64url');

export const linkHash = (secrets: Secrets, giftId: string, linkNo: number): string => tokenHash(linkToken(secrets, giftId, linkNo));
