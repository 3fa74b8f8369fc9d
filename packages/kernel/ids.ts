import { createHash, randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';

/** A time-ordered id for entities people create (UUIDv7). */
export const newId = (): string => uuidv7();

/** An unguessable token: 128 bits or more, URL-safe. */
export const newToken = (bytes = 24): string => randomBytes(bytes).toString('base64url');

/** What is stored of a token: its SHA-256, hex. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A 128-bit digest of the parts in UUID form: small enough to index, wide enough never to collide. */
export function digestId(...parts: (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join('\u0000')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
