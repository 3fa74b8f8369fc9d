import { createHash, createHmac } from 'node:crypto';

/**
 * Who gets which arm: a keyed hash of experiment and person, so that the same person always gets the same arm,
 * another experiment splits independently, and nobody without the key can tell or choose. The same numbers come
 * out of `armNumberSql` in PostgreSQL, where millions are split in one statement.
 */

/** 2^52: the first 52 bits of the hash over this are exact in a double. */
const POINTS = 2 ** 52;
const SHARE_SLACK = 1e-9;

/**
 * The 32 bytes that make an experiment's split its own: HMAC-SHA256 of its id.
 * @param key a secret of the brand
 */
export const splitSeed = (key: string | Uint8Array, experimentId: string): Buffer => createHmac('sha256', key).update(experimentId).digest();

/** Where a person stands in [0, 1): the first 52 bits of SHA-256(seed, person as 8 bytes) / 2^52. */
export function splitPoint(seed: Uint8Array, personId: number | bigint): number {
  const person = Buffer.alloc(8);
  person.writeBigInt64BE(BigInt(personId));
  const hash = createHash('sha256').update(seed).update(person).digest();
  return Number(hash.readBigUInt64BE(0) >> 12n) / POINTS;
}

/**
 * The number of the arm, from 1 in the order of the shares, as an SQL expression of type int. Hashes are compared as
 * they come: making numbers of them first takes twice the time.
 * @param person an SQL expression of type bigint, e.g. `f.identity_id`
 * @param seed an SQL expression of type bytea, e.g. `$3::bytea` with `splitSeed(...)` as its value
 * @param bounds an SQL expression of type bytea[] with the value of `lowerBounds(shares).map(shareBound)`
 */
export const armNumberSql = (person: string, seed: string, bounds: string): string => `width_bucket(${hashSql(person, seed)}, ${bounds})`;

const hashSql = (person: string, seed: string): string => `sha256(${seed} || int8send(${person}))`;

/**
 * Where each arm begins in [0, 1), e.g. shares 0.45, 0.45, 0.1 → 0, 0.45, 0.9.
 * @throws RangeError when a share is not above 0 or they do not add up to 1
 */
export function lowerBounds(shares: readonly number[]): number[] {
  let sum = 0;
  const bounds = shares.map((share) => {
    if (!(share > 0)) throw new RangeError('every arm needs a share above 0');
    const from = sum;
    sum += share;
    return from;
  });
  if (Math.abs(sum - 1) > SHARE_SLACK) throw new RangeError(`the shares add up to ${sum}, not to 1`);
  return bounds;
}

/**
 * The index (from 0) of the person's arm.
 * @param key a secret of the brand
 * @param shares of the arms, adding up to 1
 */
export function assignArm(key: string | Uint8Array, experimentId: string, personId: number | bigint, shares: readonly number[]): number {
  const point = splitPoint(splitSeed(key, experimentId), personId);
  return lowerBounds(shares).findLastIndex((from) => point >= from);
}

/**
 * Whether a person's `splitPoint` is below a share, as an SQL expression of type boolean.
 * @param bound an SQL expression of type bytea with the value of `shareBound(share)`
 */
export const isBelowSql = (person: string, seed: string, bound: string): string => `${hashSql(person, seed)} < ${bound}`;

/** The least hash that is not below a share, from 0; of 1 and more, what no hash reaches. */
export function shareBound(share: number): Buffer {
  const point = BigInt(Math.ceil(share * POINTS));
  if (point >= POINTS) return Buffer.alloc(33, 0xff);
  const bound = Buffer.alloc(8);
  bound.writeBigUInt64BE(point << 12n);
  return bound;
}
