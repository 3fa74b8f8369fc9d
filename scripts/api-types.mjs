// Writes the console's typed client from the product's own OpenAPI document; no database is opened.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { build } from './build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(root, 'apps/console/src/api/schema.d.ts');

await build(() => undefined, ['dist']);
const document = execFileSync(process.execPath, [join(root, 'dist/server.mjs'), 'openapi'], { encoding: 'utf8', maxBuffer: 1 << 28 });
const types = `// Made by scripts/api-types.mjs from /api/openapi.json.\n${astToString(await openapiTS(JSON.parse(document)))}`;
if (!existsSync(target) || readFileSync(target, 'utf8') !== types) writeFileSync(target, types);
