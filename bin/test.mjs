#!/usr/bin/env node
// `npm test`: everything that must hold. `npm test -- domains/people` runs only the tests that match.
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { build, fail, install, requireNode, root, say } from './prepare.mjs';

requireNode();
install();

const chosen = process.argv.slice(2);
const tool = (name) => join(root, 'node_modules/.bin', name);
const options = { cwd: root, shell: process.platform === 'win32' };
const checks = [
  // The console and the mini program are checked against them, so they come first.
  ['API types', process.execPath, ['scripts/api-types.mjs']],
  ['Types', tool('tsc'), ['--noEmit', '-p', 'tsconfig.json']],
  ['Types of the console', tool('tsc'), ['--noEmit', '-p', 'apps/console/tsconfig.json']],
  // On phones there is neither Node nor the newest JavaScript.
  ['Types of the mini program', tool('tsc'), ['--noEmit', '-p', 'apps/miniapp/tsconfig.phone.json']],
  ['Types of its tests', tool('tsc'), ['--noEmit', '-p', 'apps/miniapp/tsconfig.json']],
  ['Types of its host', tool('tsc'), ['--noEmit', '-p', 'apps/minihost/tsconfig.json']],
  ['Who imports whom', tool('depcruise'), ['--config', '.dependency-cruiser.cjs', 'packages', 'domains', 'apps', 'tests', 'bench']],
  ['The drawing of it', process.execPath, ['scripts/draw-rooms.mjs', '--check']],
];

const ended = (child) => new Promise((resolve) => {
  child.on('error', () => resolve(1));
  child.on('close', (status) => resolve(status ?? 1));
});

/** Says nothing until it is over; works with what the tests leave free of the processors. */
async function check([name, command, given]) {
  const child = spawn(command, given, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const heard = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => heard.push(bytes));
  child.on('error', (error) => heard.push(Buffer.from(error.message)));
  const status = await ended(child);
  say(`${name}${status === 0 ? '' : ': FAILED'}`);
  process.stdout.write(Buffer.concat(heard));
  return status;
}

/** One after another. @returns the names of those that failed */
async function checkAll() {
  const failed = [];
  for (const one of checks) if ((await check(one)) !== 0) failed.push(one[0]);
  return failed;
}

// Browser tests look at the console as it is built.
await build();
say('Tests');
const tests = ended(spawn(tool('vitest'), ['run', ...chosen], { ...options, stdio: 'inherit' }));
const failed = chosen.length === 0 ? await checkAll() : [];
if ((await tests) !== 0) failed.unshift('Tests');
if (failed.length > 0) fail(`失败 Failed: ${failed.join(', ')}`);
say('全部通过 All good');
