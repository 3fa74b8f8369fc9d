/**
 * `npm run screenshots`: the console and the sandbox phone as they look today. Those of the README go to docs/images;
 * `-- --all FOLDER` writes every screen, in both languages, wide and on a phone, for somebody to look at.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, phone, signIn, wide } from '../tests/support/browser.ts';
import { startDemo, type DemoProcess } from '../tests/support/demo-process.ts';

const flag = process.argv.indexOf('--all');
const folder = flag === -1 ? join(import.meta.dirname, '../docs/images') : process.argv[flag + 1]!;

/** Address under /b/1 of each screen, by the name of its picture. */
const screens: Record<string, string> = {
  home: '', contacts: '/contacts', contact: '/contacts/NEWEST', audience: '/audience', 'audience-new': '/audience/new', channels: '/recruitment/channels', sources: '/recruitment', 
  links: '/recruitment/links', mapping: '/recruitment/mapping', costs: '/recruitment/costs', accounts: '/accounts', account: '/accounts/FIRST',
  menu: '/menu', replies: '/replies', pushes: '/pushes', push: '/pushes/FIRST', experiments: '/experiments', members: '/settings/members', audit: '/settings/audit', keys: '/settings/api-keys',
  brand: '/settings', status: '/status',
  insights: '/insights', engagement: '/insights/engagement', content: '/insights/content', planner: '/insights/opportunities/planner',
  segments: '/insights/opportunities/segment-value', proof: '/insights/proof',
};
const inReadme = ['home', 'contact', 'menu', 'sources'];
/** Pages of the printed report beside one another: the cover, the key figures, and two of the first chapter. */
const reportPages = [1, 2, 4, 5];

async function shoot(browser: Browser, demo: DemoProcess, language: 'zh' | 'en', size: typeof wide, names: string[], suffix: string): Promise<void> {
  const context = await browser.newContext({ viewport: size, locale: language === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai', deviceScaleFactor: size === phone ? 2 : 1 });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${suffix}: ${error.message}`));
  await page.addInitScript(`localStorage.setItem('qingniao.language', '${language}')`);
  await signIn(page, demo);
  const first = async (path: string): Promise<string> => {
    const { items } = await (await page.request.get(`${demo.url}/api/brands/1/${path}`)).json() as { items: { id: unknown }[] };
    return String(items[0]?.id);
  };
  const ids = { contact: await first('contacts?limit=1'), asset: await first('accounts'), push: await first('pushes?limit=1') };
  for (const name of names) {
    const path = screens[name]!.replace('NEWEST', ids.contact).replace('FIRST', name === 'push' ? ids.push : ids.asset);
    await page.goto(`${demo.url}/b/1${path}`);
    // The live channel keeps the network busy for ever: a screen is ready when its skeletons are gone.
    await page.locator('.ant-skeleton-active, .ant-spin-spinning').first().waitFor({ state: 'detached', timeout: 15_000 }).catch(() => console.error(`${name}: still loading`));
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached', timeout: 15_000 }).catch(() => console.error(`${name}: still busy`));
    if (name === 'proof') await prove(page);
    await page.waitForTimeout(1200);
    await page.screenshot({ path: join(folder, `${name}-${suffix}.png`), fullPage: suffix.includes('phone') });
  }
  await context.close();
}

/** The report as it is printed, its pages laid side by side on grey. */
async function shootReport(browser: Browser, demo: DemoProcess, language: 'zh' | 'en'): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1680, height: 1200 }, locale: language === 'zh' ? 'zh-CN' : 'en-GB' });
  const page = await context.newPage();
  await signIn(page, demo);
  const [from, to] = [364, 0].map((days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)) as [string, string];
  await page.goto(`${demo.url}/api/brands/1/insights/report?from=${from}&to=${to}&lang=${language}`);
  await page.addStyleTag({ content: `body { width: max-content; display: flex; gap: 24px; padding: 24px; zoom: .5 } .page { display: none; flex: none; margin: 0; height: 297mm } ${reportPages.map((number) => `.page:nth-child(${number})`).join(', ')} { display: flex } .cover { display: block !important }` });
  await page.locator('body').screenshot({ path: join(folder, `report-${language}.png`) });
  await context.close();
}

/** There is nothing to see before somebody has asked for it. */
async function prove(page: Page): Promise<void> {
  await page.locator('main .ant-btn-primary').click();
  await page.getByRole('grid').first().waitFor({ timeout: 60_000 });
}

mkdirSync(folder, { recursive: true });
const demo = await startDemo(['--followers', '3000', '--days', '120']);
const browser = await openBrowser();
try {
  if (flag === -1) {
    await shoot(browser, demo, 'en', wide, inReadme, 'en');
    await shoot(browser, demo, 'zh', wide, inReadme, 'zh');
    await shootReport(browser, demo, 'en');
    await shootReport(browser, demo, 'zh');
  } else {
    for (const language of ['zh', 'en'] as const) {
      await shoot(browser, demo, language, wide, Object.keys(screens), `${language}-wide`);
      await shoot(browser, demo, language, phone, Object.keys(screens), `${language}-phone`);
    }
  }
} finally {
  await browser.close();
  await demo.remove();
}
