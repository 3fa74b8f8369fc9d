import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

const installed = [process.env['QINGNIAO_CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find((path) => path !== '' && existsSync(path));

/** An installed Chromium, headless and silent on the network. Throws a sentence that says how to get one. */
export function openBrowser(): Promise<Browser> {
  if (!installed) throw new Error('No Chromium found: install it (Debian: apt-get install chromium fonts-noto-cjk) or name it in QINGNIAO_CHROMIUM.');
  return chromium.launch({
    executablePath: installed,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

export const wide = { width: 1440, height: 900 };
export const tablet = { width: 1024, height: 768 };
export const phone = { width: 390, height: 844 };

/** Signs in through the form, as a person does, and waits for the first screen. */
export async function signIn(page: Page, { url, email, password }: { url: string; email: string; password: string }): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.locator('input[type=email], input[autocomplete=username]').first().fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL(/\/b\/\d+/);
}
