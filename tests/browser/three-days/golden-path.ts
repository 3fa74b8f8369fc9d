/** A follower scans a boutique's code on the sandbox phone; the operator sees the person appear, and what they do next, live. */
import { describe, expect, it } from 'vitest';
import { phone, wide } from '../../support/browser.ts';
import { becomeNewPerson } from '../../support/sandbox-phone.ts';
import { site } from './site.ts';

describe('the golden path', () => {
  it('goes from a scanned code to a living timeline', async () => {
    const follower = await site.newPage(phone, 'zh-CN');
    await follower.goto(`${site.demo.sandboxUrl}/play`);
    const openid = await becomeNewPerson(follower);

    const operator = await site.signedIn(wide, 'en-GB');
    await operator.getByRole('link', { name: 'Contacts' }).first().click();
    await operator.getByRole('row').nth(1).waitFor();
    const search = operator.locator('[data-table-search] input');
    await search.fill(openid);
    await operator.getByRole('row').nth(1).waitFor({ state: 'detached' });

    // Scan: the person appears in the operator's list by itself, with the right source.
    await follower.getByTestId('scan').click();
    await expect.poll(() => follower.getByTestId('follow-state').textContent()).toContain('已关注');
    const row = operator.getByRole('row').nth(1);
    await row.waitFor();
    await expect.poll(() => row.textContent()).toContain('QR codes');
    await row.click();
    await operator.getByRole('heading', { name: 'Timeline' }).waitFor();
    const facts = operator.locator('main');
    await expect.poll(() => facts.textContent()).toContain('Followed');

    // Tap and write: the timeline moves without a reload.
    const loaded = await operator.evaluate('performance.timeOrigin');
    await follower.getByTestId('menu').locator('button').first().click();
    const sub = follower.getByTestId('sub-menu').locator('button').first();
    if (await sub.isVisible()) await sub.click();
    await expect.poll(() => facts.textContent(), { timeout: 15_000 }).toMatch(/Tapped the menu|Opened a menu link|Opened a mini program from the menu/);
    await follower.getByTestId('text').fill('请问营业时间');
    await follower.getByTestId('send').click();
    await expect.poll(() => facts.textContent(), { timeout: 15_000 }).toContain('Sent a text');
    expect(await operator.evaluate('performance.timeOrigin')).toBe(loaded);

    // Leaving is seen as well.
    await follower.getByTestId('unfollow').click();
    await expect.poll(() => facts.textContent(), { timeout: 15_000 }).toContain('Unfollowed');
  }, 120_000);

  it('shows every screen in both languages, wide and on a phone, without an error or a sideways scroll', async () => {
    for (const [size, locale] of [[wide, 'zh-CN'], [phone, 'en-GB']] as const) {
      const page = await site.signedIn(size, locale);
      for (const path of ['', '/contacts', '/recruitment', '/recruitment/channels', '/recruitment/links', '/recruitment/costs', '/recruitment/mapping',
        '/pushes', '/menu', '/replies', '/accounts', '/settings', '/settings/members', '/settings/api-keys', '/settings/audit', '/status']) {
        await page.goto(`${site.demo.url}/b/1${path}`);
        await page.locator('h1').first().waitFor();
        await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
        const wider = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
        expect([locale, path, Math.max(0, Number(wider))]).toEqual([locale, path, 0]);
        expect(await page.locator('main').innerText(), path).not.toMatch(/\b[a-z]+\.[a-z]+[A-Z]\w+\b|undefined|NaN|\[object/);
      }
      await page.context().close();
    }
    expect(site.problems).toEqual([]);
  }, 180_000);
});
