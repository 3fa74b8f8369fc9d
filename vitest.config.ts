import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['{packages,domains,tests,bench}/**/*.test.ts', 'apps/{server,sandbox,console}/**/*.test.ts'],
    // `*.long.test.ts` are run by hand: npx vitest run --config … NAME.long.test.ts
    exclude: ['**/node_modules/**', '**/dist/**', '**/*.long.test.ts'],
    globalSetup: ['tests/setup/database-server.ts'],
    setupFiles: ['tests/setup/random.ts'],
    pool: 'forks',
    maxWorkers: 2,
    minWorkers: 1,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    teardownTimeout: 30_000,
  },
});
