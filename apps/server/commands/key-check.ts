import type { Secrets } from '@qingniao/kernel';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of a backup that tells whether a key is the one its data was sealed with, and nothing about the key. */
export const KEY_CHECK = 'key-check';

export const keyCheckOf = (secrets: Secrets): string => secrets.hash('key check', 'backup');

/** Null when the backup cannot tell. */
export function fitsBackup(secrets: Secrets, folder: string): boolean | null {
  const file = join(folder, KEY_CHECK);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() === keyCheckOf(secrets) : null;
}
