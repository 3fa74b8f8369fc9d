#!/usr/bin/env node
// `npm test`: everything that must hold. `npm test -- domains/people` runs only the tests that match.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, install, requireNode, root, say } from './prepare.mjs';

requireNode();
install();

const chosen = process.argv.slice(2);
const tool = (name) => join(root, 'node_modules/.bin', name);
const steps = [
  ['API types', process.execPath, ['scripts/api-types.mjs']],
  ['Types', tool('tsc'), ['--noEmit', '-p', 'tsconfig.json']],
  ['Types of the console', tool('tsc'), ['--noEmit', '-p', 'apps/console/tsconfig.json']],
  ['Who imports whom', tool('depcruise'), ['--config', '.dependency-cruiser.cjs', 'packages', 'domains', 'apps', 'tests', 'bench']],
  ['The drawing of it', process.execPath, ['scripts/draw-rooms.mjs', '--check']],
];
const tests = ['Tests', tool('vitest'), ['run', ...chosen]];

// Browser tests look at the console as it is built.
await build();
for (const [name, command, given] of chosen.length > 0 ? [tests] : [...steps, tests]) {
  say(name);
  const { status } = spawnSync(command, given, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}
say('全部通过 All good');
