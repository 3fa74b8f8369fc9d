#!/usr/bin/env node
// `npm test`: everything that must hold. `npm test -- domains/people` runs only the tests that match.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, install, requireNode, root, say } from './prepare.mjs';

requireNode();
install();

const chosen = process.argv.slice(2);
const tool = (name) => join(root, 'node_modules/.bin', name);
const options = { cwd: root, shell: process.platform === 'win32' };
/** The console is checked against them, so they come first. */
const apiTypes = ['API types', process.execPath, ['scripts/api-types.mjs']];
const checks = [
  ['Types', tool('tsc'), ['--noEmit', '-p', 'tsconfig.json']],
  ['Types of the console', tool('tsc'), ['--noEmit', '-p', 'apps/console/tsconfig.json']],
  // On phones there is neither Node nor the newest JavaScript.
  ['Types of the mini program', tool('tsc'), ['--noEmit', '-p', 'apps/miniapp/tsconfig.phone.json']],
  ['Types of its tests', tool('tsc'), ['--noEmit', '-p', 'apps/miniapp/tsconfig.json']],
  ['Types of its host', tool('tsc'), ['--noEmit', '-p', 'apps/minihost/tsconfig.json']],
  ['Who imports whom', tool('depcruise'), ['--config', '.dependency-cruiser.cjs', 'packages', 'domains', 'apps', 'tests', 'bench']],
  ['The drawing of it', process.execPath, ['scripts/draw-rooms.mjs', '--check']],
];

/** Says nothing until it is over; resolves with its exit code. */
function check([name, command, given]) {
  return new Promise((resolve) => {
    const child = spawn(command, given, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const heard = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => heard.push(bytes));
    child.on('error', (error) => heard.push(Buffer.from(error.message)));
    child.on('close', (status) => {
      say(name);
      process.stdout.write(Buffer.concat(heard));
      resolve(status ?? 1);
    });
  });
}

// Browser tests look at the console as it is built.
await build();
if (chosen.length === 0) {
  const failed = (await check(apiTypes)) || (await Promise.all(checks.map(check))).find((status) => status !== 0);
  if (failed) process.exit(failed);
}
say('Tests');
const { status } = spawnSync(tool('vitest'), ['run', ...chosen], { ...options, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
say('全部通过 All good');
