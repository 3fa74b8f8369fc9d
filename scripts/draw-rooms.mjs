#!/usr/bin/env node
// Draws who imports whom into docs/rooms.md. `--check` fails when the drawing is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';

const file = 'docs/rooms.md';
const roomOf = (path) => /^(?:packages|domains|apps)\/[^/]+/.exec(path)?.[0] ?? null;

const { output } = await cruise(['packages', 'domains', 'apps/server', 'apps/sandbox'], {
  exclude: { path: 'node_modules|\\.test\\.tsx?$|/testing\\.ts$|(^|/)dist/' },
  doNotFollow: { path: 'node_modules' },
  tsPreCompilationDeps: true,
  enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'], extensions: ['.ts', '.tsx', '.js'] },
});

const arrows = new Set();
const rooms = new Set();
for (const { source, dependencies } of output.modules) {
  const from = roomOf(source);
  if (!from) continue;
  rooms.add(from);
  for (const { resolved } of dependencies) {
    const to = roomOf(resolved);
    if (to && to !== from) arrows.add(`${from} --> ${to}`);
  }
}

const name = (room) => room.split('/')[1];
const kinds = ['apps', 'domains', 'packages'];
const drawing = [
  '# Who imports whom',
  '',
  'Drawn from the code by `node scripts/draw-rooms.mjs`; `npm test` checks that it is current and that no arrow points back.',
  '',
  '```mermaid',
  'flowchart TD',
  ...kinds.flatMap((kind) => [
    `  subgraph ${kind}`,
    ...[...rooms].filter((room) => room.startsWith(`${kind}/`)).sort().map((room) => `    ${name(room)}`),
    '  end',
  ]),
  ...[...arrows].sort().map((arrow) => `  ${arrow.split(' --> ').map(name).join(' --> ')}`),
  '```',
  '',
].join('\n');

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== drawing) {
    console.error(`${file} is out of date: run node scripts/draw-rooms.mjs`);
    process.exit(1);
  }
} else {
  writeFileSync(file, drawing);
}
