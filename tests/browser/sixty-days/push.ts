/** A push in three variants, the last one a test, from the segments and the library of the demo brand to its followers' phones and three days later to its results. */
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { wide } from '../../support/browser.ts';
import { site } from './site.ts';

const DAY = 86_400_000;
/** The machine may be busy. */
const soon = { timeout: 30_000 };

const variant = (page: Page, n: number): Locator => page.getByRole('region', { name: `Variant ${n}`, exact: true });

/** By typing, as somebody without a mouse does. */
async function chooseSegment(page: Page, scope: Locator, text: string): Promise<void> {
  const box = scope.getByRole('combobox', { name: 'Segment' });
  await box.fill(text);
  await page.locator('.ant-select-item-option-active').filter({ hasText: text }).first().waitFor();
  await box.press('Enter');
  await expect.poll(() => scope.textContent(), soon).toContain(text);
}

/** Takes the n-th article of the library; its title. */
async function takeArticle(page: Page, scope: Locator, n: number): Promise<string> {
  await scope.getByRole('button', { name: 'Take from the library' }).click();
  const dialog = page.getByRole('dialog');
  const article = dialog.getByRole('listitem').nth(n).getByRole('button');
  const title = (await article.locator('strong').textContent())!;
  await article.click();
  await dialog.waitFor({ state: 'hidden' });
  return title;
}

interface Detail {
  state: string;
  frozenCount: number;
  variants: { number: number; segmentId: string | null; arm: string }[];
  calls: { variant: number }[];
}

it('plans three variants with a test, checks, previews, sends, and everybody gets one', async () => {
  const page = await site.signedIn(wide, 'en-GB');
  const get = async <T>(path: string) => (await (await page.request.get(`${site.demo.url}/api/brands/1${path}`)).json()) as T;

  await page.goto(`${site.demo.url}/b/1/pushes/new`);
  await page.getByLabel('Title', { exact: true }).first().fill('Autumn, three ways');
  const add = page.getByRole('button', { name: 'Add a variant for another segment' });
  await add.click();
  await add.click();
  await chooseSegment(page, variant(page, 1), '来源 · 门店扫码');
  await chooseSegment(page, variant(page, 2), '来源 · 线上');
  const first = await takeArticle(page, variant(page, 1), 0);
  const second = await takeArticle(page, variant(page, 1), 1);
  expect(await takeArticle(page, variant(page, 2), 1)).toBe(second);
  expect(await takeArticle(page, variant(page, 2), 0)).toBe(first);
  await takeArticle(page, variant(page, 3), 0);
  await variant(page, 3).getByRole('button', { name: 'Split into an A/B test' }).click();
  await page.getByRole('button', { name: 'Save draft' }).click();

  const main = page.locator('main');
  await expect.poll(() => main.textContent(), soon).toMatch(/Would get it\D{0,3}[1-9]/);
  const pushId = page.url().split('/').at(-1)!;
  const { items } = await get<{ items: { id: number }[] }>('/contacts?subscribed=true&limit=1');
  await page.getByRole('button', { name: 'Send a preview' }).click();
  const preview = page.getByRole('dialog');
  await preview.getByLabel('To whom').fill(String(items[0]!.id));
  await preview.getByRole('button', { name: 'Send a preview' }).click();
  await expect.poll(() => page.locator('body').textContent(), soon).toContain('The preview is on its way');
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Ask a question' }).click();
  await page.getByLabel('Hypothesis').fill('Another title is opened more.');
  await page.getByRole('button', { name: 'Save the question' }).click();
  await page.waitForURL(/\/experiments\//);
  const experiment = page.url();
  await page.goto(`${site.demo.url}/b/1/pushes/${pushId}`);

  const before = (await (await fetch(`${site.demo.sandboxUrl}/sandbox/ledger?format=ndjson`)).text()).split('"type":"mass"').length - 1;
  await page.getByRole('button', { name: 'Send or schedule' }).click();
  const dialog = page.getByRole('dialog');
  const typed = dialog.getByLabel(/^Type “/);
  await typed.waitFor();
  const reached = Number(/It goes to (\d+) followers/.exec((await dialog.textContent())!)![1]);
  await typed.fill(String(reached - 1));
  await dialog.getByRole('button', { name: 'Freeze audience and send' }).click();
  await expect.poll(() => dialog.textContent(), soon).toContain('Type the number of people above.');
  await typed.fill(String(reached));
  await dialog.getByRole('button', { name: 'Freeze audience and send' }).click();
  // WeChat has taken every call; the sandbox's own account says whom each was for.
  await expect.poll(async () => (await get<Detail>(`/pushes/${pushId}`)).state, soon).toMatch(/sent|finished/);
  const push = await get<Detail>(`/pushes/${pushId}`);
  expect(push.variants.map(({ arm }) => arm)).toEqual(['', '', 'a', 'b']);
  expect(push.calls.length).toBe(4);
  const sends = async () => (await (await fetch(`${site.demo.sandboxUrl}/sandbox/ledger?format=ndjson`)).text()).trim().split('\n')
    .map((line) => JSON.parse(line) as { type: string; appid: string; source: string }).filter(({ type }) => type === 'mass');
  await expect.poll(async () => (await sends()).length, { timeout: 60_000, interval: 1_000 }).toBe(before + 4);
  const openids = (await Promise.all((await sends()).slice(-4).map(async ({ appid, source }) =>
    (await (await fetch(`${site.demo.sandboxUrl}/sandbox/ledger/audience?appid=${appid}&msgId=${source}`)).text()).trim().split('\n')))).flat();
  // The sandbox lives: somebody may have come or gone since the number was shown.
  expect([openids.length, new Set(openids).size]).toEqual([push.frozenCount, push.frozenCount]);
  expect(Math.abs(push.frozenCount - reached)).toBeLessThan(5);
  await page.reload();
  await expect.poll(() => main.textContent(), soon).toMatch(/Sent|Finished/);
  await expect.poll(() => main.textContent(), soon).toMatch(/Arm A.*Arm B/s);

  // Three days later it is known what it did.
  const phone = await site.newPage(wide, 'en-GB');
  await phone.goto(`${site.demo.sandboxUrl}/play`);
  const clock = async () => (await (await fetch(`${site.demo.sandboxUrl}/sandbox/clock`)).json()) as { now: number; mode: string };
  const then = (await clock()).now + 3 * DAY;
  await phone.getByTestId('pass-3').click();
  await expect.poll(async () => { const { now, mode } = await clock(); return mode === 'live' && now >= then; }, { timeout: 90_000, interval: 500 }).toBe(true);
  await page.reload();
  await expect.poll(() => main.textContent(), soon).toMatch(/Open rate.*\d+ of \d+ article deliveries/s);
  await page.goto(experiment);
  // Two hundred people cannot show fifteen per cent; the page says so in a sentence.
  await expect.poll(() => main.locator('p[data-kind]').textContent(), soon).toMatch(/^(Too few events|Over, with|No difference|Not decided)/);
  expect(await main.innerText()).not.toMatch(/\b[a-z]+\.[a-z]+[A-Z]\w+\b|undefined|NaN|\[object/);
  expect(site.problems).toEqual([]);
}, 300_000);
