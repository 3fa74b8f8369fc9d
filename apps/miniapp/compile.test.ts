import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildMiniProgram } from './build.mjs';

// WeChat's own compilers (wcc for templates, wcsc for styles), for the systems they come for.
const platform = { linux: 'linux', darwin: 'mac', win32: 'windows' }[process.platform as string];
const MB = 1024 * 1024;
let folder: string;
let built: string;
let tools: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingniao-miniapp-'));
  built = join(folder, 'built');
  tools = join(folder, 'tools');
  buildMiniProgram(built, { server: 'https://crm.example', shopId: 1, assetId: 'asset' });
  // The package brings them without the right to be run.
  cpSync(join(dirname(createRequire(import.meta.url).resolve('miniprogram-compiler/package.json')), 'bin', platform!), tools, { recursive: true });
  for (const tool of readdirSync(tools)) chmodSync(join(tools, tool), 0o755);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const files = (extension: string) =>
  readdirSync(built, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/')).filter((path) => extname(path) === extension).sort();
const run = (tool: string, args: string[]) => {
  const { status, stdout, stderr } = spawnSync(join(tools, process.platform === 'win32' ? `${tool}.exe` : tool), args, { cwd: built, encoding: 'utf8', maxBuffer: 64 * MB });
  return { status, stdout, stderr };
};
const json = (path: string) => JSON.parse(readFileSync(join(built, path), 'utf8')) as { pages?: string[]; usingComponents?: Record<string, string> };
/** Where a component stands, as WeChat looks for it. */
const placeOf = (from: string, name: string) =>
  name.startsWith('/') ? name.slice(1) : name.startsWith('.') ? join(dirname(from), name) : join('miniprogram_npm', name);

describe('what is uploaded', () => {
  it('compiles with WeChat’s own template compiler', () => {
    const templates = files('.wxml');
    expect(templates.length).toBeGreaterThan(15);
    const { status, stderr, stdout } = run('wcc', ['-d', ...templates, ...files('.wxs')]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    // One page it must know by name, so that an empty answer is no success.
    expect(stdout).toContain('pages/product/product.wxml');
  });

  it('would say so if it did not', () => {
    writeFileSync(join(folder, 'broken.wxml'), '<view wx:if="{{a">x</view>');
    writeFileSync(join(folder, 'broken.wxss'), '.a { color: red');
    expect(run('wcc', ['-d', join(folder, 'broken.wxml')])).toMatchObject({ status: 2, stderr: expect.stringContaining('Bad value') as unknown });
    expect(run('wcsc', ['-js', join(folder, 'broken.wxss')]).status).not.toBe(0);
  });

  it('compiles with WeChat’s own style compiler', () => {
    const styles = files('.wxss');
    const { status, stderr, stdout } = run('wcsc', ['-js', ...styles]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).not.toContain('ERR:');
  });

  it('has each page and component it names, whole', () => {
    const { pages = [] } = json('app.json');
    const wanted = [
      ...pages, ...files('.json').flatMap((from) => Object.values(json(from).usingComponents ?? {}).map((name) => placeOf(from, name))),
    ];
    const all = new Set(readdirSync(built, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/')));
    const missing = wanted.flatMap((place) => ['.js', '.json', '.wxml'].map((extension) => place.replaceAll('\\', '/') + extension)).filter((path) => !all.has(path));
    expect(missing).toEqual([]);
    // And every module it asks for.
    const asked = files('.js').flatMap((from) => [...readFileSync(join(built, from), 'utf8').matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => ({ from, name: name! })));
    const found = ({ from, name }: { from: string; name: string }) => {
      const place = (name.startsWith('.') ? join(dirname(from), name) : join('miniprogram_npm', name)).replaceAll('\\', '/');
      return [place, `${place}.js`, `${place}/index.js`].some((path) => extname(path) === '.js' && all.has(path));
    };
    expect(asked.filter((one) => !found(one))).toEqual([]);
  });

  it('stays under WeChat’s limits, and ships of tdesign only what is used', () => {
    const sizes = readdirSync(built, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => statSync(join(entry.parentPath, entry.name)).size);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    // All is the main package; 2 MB is its limit, 20 MB that of everything.
    expect(total).toBeLessThan(2 * MB);
    expect(total).toBeGreaterThan(50_000);
    const shipped = readdirSync(join(built, 'miniprogram_npm/tdesign-miniprogram'));
    const used = new Set(files('.json').flatMap((from) => Object.values(json(from).usingComponents ?? {}).map((name) => placeOf(from, name).replaceAll('\\', '/'))).filter((place) => place.includes('tdesign')).map((place) => place.split('/').at(-2)));
    expect(shipped.filter((name) => !used.has(name) && name !== 'common' && name !== 'mixins')).toEqual([]);
  });
});
