import { join } from 'node:path';
import { isUpToDate } from '../../scripts/build.mjs';

const root = join(import.meta.dirname, '../..');

const { PATH, HOME, TMPDIR, QINGNIAO_CHROMIUM } = process.env;
/** What a process of the product is told of its surroundings: nothing of how whoever runs the tests has set up their own. */
export const surroundings: NodeJS.ProcessEnv = { PATH, HOME, TMPDIR, QINGNIAO_CHROMIUM };

/**
 * What Node runs for `qingniao`: the bundle people start, which `npm test` builds first, or the sources while they are
 * being written (three seconds slower a start).
 */
export const program: readonly string[] = isUpToDate('dist')
  ? ['--enable-source-maps', join(root, 'dist/server.mjs')]
  : ['--import', 'tsx', join(root, 'apps/server/main.ts')];
