// Writes the typed clients from the product's own OpenAPI document; no database is opened. The mini program has the shop's part of it.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { build } from './build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const SHOP = '/api/shop/{shopId}';

await build(() => undefined, ['dist']);
const document = JSON.parse(execFileSync(process.execPath, [join(root, 'dist/server.mjs'), 'openapi'], { encoding: 'utf8', maxBuffer: 1 << 28 }));
await write('apps/console/src/api/schema.d.ts', document);
await write('apps/miniapp/miniprogram/api/schema.d.ts', { ...document, paths: Object.fromEntries(Object.entries(document.paths).filter(([path]) => path.startsWith(SHOP))) });

async function write(path, described) {
  const target = join(root, path);
  const types = `// Made by scripts/api-types.mjs from /api/openapi.json.\n${astToString(await openapiTS(described))}`;
  if (!existsSync(target) || readFileSync(target, 'utf8') !== types) writeFileSync(target, types);
}
