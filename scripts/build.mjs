// Builds what is not up to date: dist/ (server, sandbox and their children, one bundle each), the console, and the mini
// program for browsers.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Every process of the product: name in dist/ → source. */
const processes = {
  server: 'apps/server/main.ts',
  sandbox: 'apps/sandbox/main.ts',
  'chdb-child': 'packages/storage/warehouse/chdb-child.mjs',
};

const programs = {
  dist: { made: 'dist/server.mjs', from: ['packages', 'domains', 'apps/server', 'apps/sandbox', 'package-lock.json', 'scripts/build.mjs'], make: buildPrograms },
  console: { made: 'apps/console/dist/index.html', from: ['apps/console', 'package-lock.json'], make: buildConsole },
  minihost: { made: 'apps/minihost/dist/index.html', from: ['apps/minihost', 'apps/miniapp/miniprogram', 'package-lock.json'], make: buildMinihost },
};

const titles = { dist: '服务端 server', console: '控制台 console', minihost: '小程序页面 mini program in a browser' };

/** @param {(line: string) => void} say  @param {(keyof typeof programs)[]} [only] */
export async function build(say = console.log, only = Object.keys(programs)) {
  for (const name of only) {
    const { from, make } = programs[name];
    const sources = fingerprint(from);
    if (isBuiltFrom(name, sources)) continue;
    const started = performance.now();
    await make();
    mkdirSync(dirname(stampOf(name)), { recursive: true });
    writeFileSync(stampOf(name), sources);
    say(`  ${titles[name]}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
}

/** Whether what is built is what the sources say. */
export const isUpToDate = (name) => isBuiltFrom(name, fingerprint(programs[name].from));

const stampOf = (name) => join(root, 'node_modules/.cache/qingniao', `${name}.built`);
const isBuiltFrom = (name, sources) => existsSync(join(root, programs[name].made)) && existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === sources;

async function buildPrograms() {
  const esbuild = await import('esbuild');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: processes,
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    // Beside the processes: code looks for its neighbours in its own folder.
    chunkNames: '[name]-[hash]',
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    sourcemap: true,
    logLevel: 'warning',
    plugins: [{
      name: 'rooms',
      // Our own rooms go into the bundle, everything from the registry stays in node_modules.
      setup: (setup) => setup.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        if (kind === 'entry-point') return null;
        const room = /^@qingniao\/([\w-]+)$/.exec(path)?.[1];
        if (!room) return { path, external: true };
        const folder = ['packages', 'domains', 'apps'].find((each) => existsSync(join(root, each, room)));
        return { path: join(root, folder, room, 'index.ts') };
      }),
    }],
  });
}

async function buildConsole() {
  const vite = await import('vite');
  await vite.build({ configFile: join(root, 'apps/console/vite.config.ts'), logLevel: 'warn' });
}

async function buildMinihost() {
  const { tsImport } = await import('tsx/esm/api');
  const { buildHost } = await tsImport('../apps/minihost/build/build.ts', import.meta.url);
  await buildHost({ source: join(root, 'apps/miniapp/miniprogram'), modules: join(root, 'node_modules'), out: join(root, 'apps/minihost/dist') });
}

function fingerprint(places) {
  const hash = createHash('sha256');
  for (const place of places) addTo(hash, join(root, place), place);
  return hash.digest('hex');
}

function addTo(hash, path, name) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) return void hash.update(`${name}\0`).update(readFileSync(path));
  for (const entry of readdirSync(path).sort()) {
    if (entry === 'node_modules' || entry === 'dist' || /\.test\.tsx?$/.test(entry)) continue;
    addTo(hash, join(path, entry), `${name}/${entry}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
