// What every command needs before the product can run. Plain Node: nothing may be installed yet.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const began = performance.now();

/** A line of progress with the seconds since the start. */
export const say = (line) => console.log(`[${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s] ${line}`);

export function fail(line) {
  console.error(line);
  process.exit(1);
}

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`需要 Node.js 20.19 或更高版本，当前为 ${process.versions.node}。 Node.js 20.19 or newer is needed; this is ${process.versions.node}.`);
}

/** Installs the packages when they are missing or older than the lock file. */
export function install() {
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules/.package-lock.json');
  if (existsSync(installed) && existsSync(join(root, 'node_modules/@qingniao')) && (!existsSync(lock) || statSync(installed).mtimeMs >= statSync(lock).mtimeMs)) return;
  say('安装依赖（首次约需 1-2 分钟） Installing packages (a minute or two the first time)');
  // Development packages build the console, so they are wanted whatever NODE_ENV says.
  // Not `npm ci`: a mirror that lacks packages of other platforms, which nobody needs here, would be refused by it.
  const { status } = spawnSync('npm', ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) fail('依赖安装失败，请检查网络与 npm 镜像后重试。 The packages could not be installed: check the network and the npm registry, then run it again.');
}

/** Builds what is not up to date. */
export async function build(only) {
  const { build: run } = await import('../scripts/build.mjs');
  await run(say, only);
}
