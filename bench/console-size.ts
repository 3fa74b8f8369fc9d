import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Bench, within } from './result.ts';

interface Chunk {
  file: string;
  imports?: string[];
}
/** Vite's own list of what it built and what imports what. */
type Manifest = Record<string, Chunk | undefined>;

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'apps/console/dist');
const CHARTS = 'src/charts/canvas.tsx';
/** What a browser set to Chinese loads for the two screens somebody may see first. */
const language = ['src/i18n/zh/index.ts', '../../node_modules/antd/es/locale/zh_CN.js'];
const screens = {
  'sign-in': ['index.html', ...language, 'src/screens/door/sign-in.tsx'],
  home: ['index.html', ...language, 'src/shell/brand-frame.tsx', 'src/screens/home/home.tsx'],
};

/**
 * JavaScript a browser fetches before the first screen stands, compressed as a server sends it. Charts draw themselves
 * into the screen afterwards; what they cost is said beside it.
 */
export const consoleSize: Bench = {
  summary: 'gzip JavaScript of the console’s first load: sign-in, and home',
  async *run({ say }) {
    const { build } = (await import(join(ROOT, 'scripts/build.mjs'))) as { build(say: (line: string) => void, only: string[]): Promise<void> };
    await build(say, ['console']);
    const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Manifest;
    for (const [screen, entries] of Object.entries(screens)) {
      const files = closure(manifest, entries);
      yield within({ name: 'console-size', size: files.length, value: kilobytes(files), unit: `kB ${screen}` }, 400);
      if (screen === 'home') say(`the charts of home load later: ${Math.round(kilobytes(closure(manifest, [...entries, CHARTS])) - kilobytes(files))} kB more`);
    }
  },
};

const kilobytes = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file))).length, 0) / 1000;

/** The chunks and all they import, each once. Throws when a screen is not in the build. */
function closure(manifest: Manifest, entries: readonly string[]): string[] {
  const files = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const chunk = manifest[name];
    if (!chunk) throw new Error(`the console's build has no ${name}`);
    if (chunk.file.endsWith('.js')) files.add(chunk.file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const entry of entries) visit(entry);
  return [...files];
}
