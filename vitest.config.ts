import { defineConfig } from 'vitest/config';
import { WholeProductFirst } from './tests/setup/whole-product-first.ts';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['{packages,domains,tests,bench}/**/*.test.ts', 'apps/{server,sandbox,console,miniapp,minihost}/**/*.test.ts'],
    // Minutes each: `npm run test:long [NAME]`.
    exclude: ['**/node_modules/**', '**/dist/**', ...(process.env['QINGNIAO_LONG'] ? [] : ['**/*.long.test.ts'])],
    globalSetup: ['tests/setup/database-server.ts'],
    setupFiles: ['tests/setup/each-file.ts'],
    sequence: { sequencer: WholeProductFirst },
    pool: 'forks',
    // Loading the same modules for each of two hundred files would be a fifth of the run; they keep no state but the clock.
    isolate: false,
    maxWorkers: 2,
    minWorkers: 1,
    // A busy machine is no failure.
    testTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 60_000,
    teardownTimeout: 30_000,
  },
});
