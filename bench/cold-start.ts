import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Bench, type BenchContext, within } from './result.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLLOWERS = [5000, 15_000];
const INSTALL_ALLOWED = 120;

/** Seconds of each part of `npm start`, by what it prints when a part begins. */
interface Parts {
  /** Null when everything was installed already. */
  install: number | null;
  build: number;
  load: number;
}

/** `npm start` on a fresh clone of what is committed, until it says where to look. */
export const coldStart: Bench = {
  summary: 'fresh clone to first screen: install, build, stores and demo year',
  async *run(context) {
    // Under /tmp, where the user PostgreSQL runs as can reach data and binaries.
    const clone = mkdtempSync('/tmp/qingniao-cold-');
    chmodSync(clone, 0o755);
    try {
      execFileSync('git', ['clone', '--quiet', '--no-hardlinks', ROOT, join(clone, 'product')]);
      for (const size of FOLLOWERS) {
        const { install, build, load } = await firstScreen(context, clone, size);
        yield within({ name: 'cold-start', size, value: build + load, unit: 's build, stores and demo' }, 120);
        if (install === null) continue;
        context.say(`install ${install.toFixed(1)} s`);
        // The network's share above two minutes is not ours.
        yield within({ name: 'cold-start', size, value: Math.min(install, INSTALL_ALLOWED) + build + load, unit: 's from clone to first screen' }, 240);
      }
    } finally {
      rmSync(clone, { recursive: true, force: true });
    }
  },
};

async function firstScreen({ say }: BenchContext, clone: string, followers: number): Promise<Parts> {
  const product = join(clone, 'product');
  for (const made of ['dist', 'apps/console/dist', 'node_modules/.cache/qingniao']) rmSync(join(product, made), { recursive: true, force: true });
  const child = spawn('npm', ['start', '--silent', '--', '--followers', String(followers)], {
    cwd: product, detached: true, stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', QINGNIAO_DATA: join(clone, `data-${followers}`), QINGNIAO_LOG_LEVEL: 'error' },
  });
  const ended = once(child, 'exit');
  const began = performance.now();
  const at: Record<string, number> = {};
  const marks = { install: /安装依赖/, build: /检查构建/, start: /启动 Starting$/, open: /打开 Open:/ };
  const last: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (last.push(line) > 10) last.shift();
    for (const [name, mark] of Object.entries(marks)) if (mark.test(line)) at[name] = (performance.now() - began) / 1000;
    if (at['open'] !== undefined) break;
  }
  if (at['open'] === undefined) throw new Error(`npm start ended with ${(await ended)[0]} before there was a screen:\n${last.join('\n')}`);
  process.kill(-child.pid!, 'SIGINT');
  await ended;
  const parts = { install: at['install'] === undefined ? null : at['build']!, build: at['start']! - at['build']!, load: at['open'] - at['start']! };
  say(`${followers} followers: build ${parts.build.toFixed(1)} s, stores and demo ${parts.load.toFixed(1)} s`);
  return parts;
}
