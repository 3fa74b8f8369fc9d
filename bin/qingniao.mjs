#!/usr/bin/env node
// The command line: `qingniao --help`. Installs and builds first when that has not been done.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, install, requireNode, root } from './prepare.mjs';

requireNode();
const program = join(root, 'dist/server.mjs');
if (!existsSync(program)) {
  install();
  await build();
}
const product = spawn(process.execPath, ['--enable-source-maps', program, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => product.kill(signal));
product.on('exit', (code, signal) => process.exit(signal ? 1 : code ?? 0));
