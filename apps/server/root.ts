import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The product's folder, from the sources as well as from the built bundle. */
export const productRoot: string = findRoot(import.meta.dirname);

function findRoot(from: string): string {
  if (existsSync(join(from, 'migrations', 'meta', '_journal.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('the migrations folder is missing beside the product');
  return findRoot(parent);
}

export const version: string = (JSON.parse(readFileSync(join(productRoot, 'package.json'), 'utf8')) as { version: string }).version;
