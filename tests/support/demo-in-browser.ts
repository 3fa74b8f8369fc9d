import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { openBrowser, signIn, wide } from './browser.ts';
import { startDemo, type DemoProcess } from './demo-process.ts';

const built = join(import.meta.dirname, '../../apps/console/dist/index.html');

/** A demo and a browser for the tests of one file. What a test opens is closed after it. */
export function demoInBrowser(flags: readonly string[]) {
  const open: { demo?: DemoProcess; browser?: Browser } = {};
  /** What went wrong in pages, whatever the test was looking at. */
  const problems: string[] = [];
  let ofTest: BrowserContext[] = [];

  beforeAll(async () => {
    if (!existsSync(built)) throw new Error('build the console first: npm run build');
    open.demo = await startDemo(flags);
    open.browser = await openBrowser();
  }, 180_000);

  beforeEach(() => {
    ofTest = [];
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await showScreens();
    for (const context of ofTest) await context.close();
  });

  /** What stood on the screens when a test failed: nobody can look at them afterwards. */
  async function showScreens(): Promise<void> {
    for (const page of (open.browser?.contexts() ?? []).flatMap((context) => context.pages()))
      console.error(`${page.url()}\n${await page.locator('body').ariaSnapshot().catch(String)}`);
  }

  afterAll(async () => {
    await open.browser?.close();
    await open.demo?.remove();
  }, 120_000);

  /** In a context of its own: nobody is signed in, and nothing moves under the pointer on a busy machine. */
  async function newPage(size: typeof wide, locale: string): Promise<Page> {
    const context = await open.browser!.newContext({ viewport: size, locale, timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
    ofTest.push(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
    return page;
  }

  return {
    get demo() {
      return open.demo!;
    },
    problems,
    newPage,
    /** As the demo's owner, or as somebody else. */
    async signedIn(size: typeof wide, locale: string, person?: { email: string; password: string }): Promise<Page> {
      const page = await newPage(size, locale);
      await signIn(page, { ...open.demo!, ...person });
      return page;
    },
  };
}
