import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProblem } from '../start-problem.ts';
import { productRoot } from '../root.ts';

export interface SandboxProcess {
  url: string;
  /** The world came from an earlier run. */
  restored: boolean;
  /** Resolves when the process is gone, wanted or not. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** From the sources as well as from the built bundle, whichever this process runs from. */
const program = import.meta.filename.endsWith('.ts')
  ? ['--import', 'tsx', join(productRoot, 'apps/sandbox/main.ts')]
  : ['--enable-source-maps', join(productRoot, 'dist/sandbox.mjs')];

/**
 * Starts the sandbox as a child and waits until it answers. It has a process group of its own, so that Ctrl-C
 * reaches it only through us, and it ends when this process does, however that ends.
 */
export async function startSandboxProcess(folder: string, flags: readonly string[]): Promise<SandboxProcess> {
  const pidFile = join(folder, 'sandbox.pid');
  await endLeftOver(pidFile);
  const child = spawn(process.execPath, [...program, '--data', join(folder, 'sandbox'), ...flags], {
    cwd: productRoot, detached: true, stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  writeFileSync(pidFile, String(child.pid));
  const ended = new Promise<void>((resolve) => child.once('exit', () => {
    rmSync(pidFile, { force: true });
    resolve();
  }));
  const { url, restored } = await announced(child);
  return {
    url, restored, ended,
    async stop() {
      child.kill('SIGTERM');
      const gone = await Promise.race([ended.then(() => true), sleep(20_000, false, { ref: false })]);
      if (!gone) child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The first line of its output says where it listens. */
function announced(child: ChildProcess): Promise<{ url: string; restored: boolean }> {
  return new Promise((resolve, reject) => {
    let heard = '';
    child.stdout!.on('data', (bytes: Buffer) => {
      heard += bytes.toString();
      const end = heard.indexOf('\n');
      if (end >= 0) resolve(JSON.parse(heard.slice(0, end)) as { url: string; restored: boolean });
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(startProblem('sandbox_failed', {
      zh: `沙盒微信未能启动（退出码 ${code}），原因见上方。`, en: `The sandbox did not start (exit code ${code}); the reason stands above.`,
    })));
  });
}

/** A sandbox that outlived a crash is ended before its folder is used again. */
async function endLeftOver(pidFile: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  for (let tries = 0; isSandbox(pid); tries += 1) {
    process.kill(pid, tries < 50 ? 'SIGTERM' : 'SIGKILL');
    await sleep(200);
  }
  rmSync(pidFile, { force: true });
}

/** A number from an old file may by now belong to somebody else's process. */
function isSandbox(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    return /\bsandbox(\.mjs|\/main\.ts)\b/.test(execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }));
  } catch {
    return false;
  }
}
