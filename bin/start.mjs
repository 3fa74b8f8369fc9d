#!/usr/bin/env node
// `npm start`: from a fresh clone to a running product with a demo brand and a WeChat of its own.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, install, requireNode, root, say } from './prepare.mjs';

requireNode();
install();
say('检查构建 Building what has changed');
await build();
say('启动 Starting');

const product = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/server.mjs'), 'demo', ...process.argv.slice(2)], {
  cwd: root, stdio: 'inherit',
  // A year makes thousands of requests; the address and the sign-in would be lost among them.
  env: { QINGNIAO_LOG_LEVEL: 'warn', ...process.env },
});
// The product stops its own children; this process only passes the word on and waits.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => product.kill(signal));
product.on('exit', (code, signal) => process.exit(signal ? 1 : code ?? 0));
