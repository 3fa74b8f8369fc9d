// Makes apps/miniapp/dist, the folder WeChat's tools open and upload: TypeScript as CommonJS, of tdesign only what
// is used, and whose shop it is.
//   node apps/miniapp/build.mjs --server https://crm.brand.example --shop 1 --asset <id of the mini program in Qingniao>
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { transformSync } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, 'miniprogram');
const library = join(here, '../../node_modules/tdesign-miniprogram/miniprogram_dist');
const LIBRARY = 'tdesign-miniprogram';
/** Files of a component that a phone needs. */
const SHIPPED = new Set(['.js', '.json', '.wxml', '.wxss', '.wxs']);

/** @param {string} target @param {{ server: string, shopId: number, assetId: string }} shop */
export function buildMiniProgram(target, shop) {
  rmSync(target, { recursive: true, force: true });
  for (const file of filesIn(source)) {
    if (file.endsWith('.d.ts')) continue;
    const from = join(source, file);
    if (extname(file) === '.ts') write(join(target, file.replace(/\.ts$/, '.js')), scriptOf(from));
    else write(join(target, file), readFileSync(from));
  }
  write(join(target, 'brand.js'), `exports.brand = ${JSON.stringify(shop)};\n`);
  write(join(target, 'ext.json'), `${JSON.stringify({ extEnable: true, extAppid: '', ext: shop }, null, 2)}\n`);
  const used = librariesUsed();
  for (const file of used) write(join(target, 'miniprogram_npm', LIBRARY, file), extname(file) === '.js' ? scriptOf(join(library, file)) : readFileSync(join(library, file)));
  for (const name of readdirSync(join(library, 'miniprogram_npm'))) {
    if ([...used].some((file) => file.endsWith('.js') && importsOf(join(library, file)).includes(name))) cpSync(join(library, 'miniprogram_npm', name), join(target, 'miniprogram_npm', name), { recursive: true });
  }
}

/** WeChat loads CommonJS; ES2018 is what its oldest engines still in use know. */
const scriptOf = (path) => transformSync(readFileSync(path, 'utf8'), { loader: extname(path) === '.ts' ? 'ts' : 'js', format: 'cjs', target: 'es2018' }).code;

/** Files of tdesign the pages reach: components by their JSON, what they import, and so on. */
function librariesUsed() {
  const used = new Set();
  const take = (path) => {
    if (!existsSync(path) || used.has(relative(library, path))) return;
    used.add(relative(library, path));
    for (const next of neighboursOf(path)) take(next);
  };
  for (const file of filesIn(source).filter((each) => each.endsWith('.json'))) {
    for (const component of Object.values(JSON.parse(readFileSync(join(source, file), 'utf8')).usingComponents ?? {})) {
      if (component.startsWith(`${LIBRARY}/`)) for (const path of partsOf(join(library, component.slice(LIBRARY.length + 1)))) take(path);
    }
  }
  return used;
}

const partsOf = (component) => [...SHIPPED].map((extension) => component + extension);

function neighboursOf(path) {
  const text = readFileSync(path, 'utf8');
  const beside = (name) => resolve(dirname(path), name);
  switch (extname(path)) {
    case '.json': return Object.values(JSON.parse(text).usingComponents ?? {}).flatMap((component) => partsOf(beside(component)));
    case '.js': return importsOf(path).filter((name) => name.startsWith('.')).flatMap((name) => [beside(`${name}.js`), beside(`${name}/index.js`), beside(name)]).filter((each) => extname(each) !== '');
    case '.wxml': return [...text.matchAll(/<(?:import|include|wxs)[^>]*\bsrc="([^"]+)"/g)].map(([, name]) => beside(name));
    case '.wxss': return [...text.matchAll(/@import\s*['"]([^'"]+)['"]/g)].map(([, name]) => beside(name));
    default: return [...text.matchAll(/require\(['"]([^'"]+)['"]\)/g)].map(([, name]) => beside(name));
  }
}

const importsOf = (path) => [...readFileSync(path, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?["']([^"']+)["']/g)].map(([, name]) => name);

const filesIn = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));

function write(path, bytes) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { server: { type: 'string' }, shop: { type: 'string' }, asset: { type: 'string' } } });
  const shopId = Number(values.shop);
  if (!/^https?:\/\/[^/]+$/.test(values.server ?? '') || !Number.isInteger(shopId) || !values.asset) {
    console.error('用法 Usage: node apps/miniapp/build.mjs --server https://crm.brand.example --shop 1 --asset <mini program id>');
    process.exit(1);
  }
  buildMiniProgram(join(here, 'dist'), { server: values.server, shopId, assetId: values.asset });
  console.log('apps/miniapp/dist');
}
