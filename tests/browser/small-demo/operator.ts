/** What cannot be taken back is done by hand, through the console alone, as an operator does it. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { phone, wide } from '../../support/browser.ts';
import { site } from './site.ts';

/** A PNG of one pixel. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The button waits for the word; typing something else leaves it shut. */
async function confirmBy(page: Page, word: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  const verb = dialog.locator('.ant-btn-dangerous');
  await dialog.getByRole('textbox').fill(`${word}0`);
  expect(await verb.isDisabled()).toBe(true);
  await dialog.getByRole('textbox').fill(word);
  await verb.click();
  await dialog.waitFor({ state: 'detached' });
}

describe('an operator', () => {
  it('writes a push, is told how many it reaches, sends it, and sees WeChat take it', async () => {
    const page = await site.signedIn(wide, 'zh-CN');
    await page.goto(`${site.demo.url}/b/1/pushes/new`);
    await page.getByLabel('名称').fill('十二月新品预告');
    await page.getByLabel('标题', { exact: true }).fill('新品预告');
    await page.getByRole('textbox', { name: '正文', exact: true }).fill('十二月，见。');
    await page.getByLabel('阅读原文链接').fill('not an address');
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.getByText('阅读原文链接须以 http:// 或 https:// 开头。').waitFor();
    await page.getByLabel('阅读原文链接').fill('');
    await page.getByRole('button', { name: '保存草稿' }).click();

    // Without a cover, and without a picture in the library, nothing is frozen.
    const send = page.getByRole('button', { name: '发送或定时' });
    // Followers come and go meanwhile: each dialog says its own number.
    const reached = async () => /将向 (\d+) 位关注者发送/.exec(await page.getByText(/将向 \d+ 位关注者发送/).innerText())![1]!;
    await send.click();
    await page.getByRole('dialog').getByRole('textbox').fill(await reached());
    await page.getByRole('dialog').getByRole('button', { name: '冻结受众并发送' }).click();
    await page.getByText('文章需要封面图').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();

    await page.getByRole('button', { name: '修改草稿' }).click();
    await page.getByRole('button', { name: '选择封面' }).locator('..').locator('input').setInputFiles({ name: 'cover.png', mimeType: 'image/png', buffer: Buffer.from(pixel, 'base64') });
    await page.locator('img[src^="data:image"]').waitFor();
    await page.getByRole('button', { name: '保存草稿' }).click();
    await send.click();
    const dialog = page.getByRole('dialog');
    const count = await reached();
    await dialog.getByRole('textbox').fill(`${count}0`);
    await dialog.getByRole('button', { name: '冻结受众并发送' }).click();
    await dialog.getByText('请输入上面的人数。').waitFor();
    await dialog.getByRole('textbox').fill(count);
    await dialog.getByRole('button', { name: '冻结受众并发送' }).click();
    await dialog.waitFor({ state: 'detached' });
    const main = page.locator('main');
    await expect.poll(() => main.textContent()).toMatch(new RegExp(`冻结人数\\D*${count}.*微信已受理`));
    expect(await send.count()).toBe(0);
  }, 60_000);

  it('reads what followers will see in its own words before publishing a menu, and goes back to the menu that was saved', async () => {
    const page = await site.signedIn(wide, 'en-GB');
    await page.goto(`${site.demo.url}/b/1/menu`);
    const name = page.getByLabel('Name', { exact: true });
    await page.getByRole('button', { name: 'Start from a template' }).click();
    await page.getByRole('menuitem').first().click();
    await name.fill('Another');
    await page.getByRole('button', { name: 'Discard changes' }).click();
    expect(await name.inputValue()).toBe('品牌世界');
    expect(await page.getByRole('button', { name: 'Discard changes' }).count()).toBe(0);

    await page.getByText('大秀直播').click();
    await name.fill('大秀回放');
    await page.getByRole('button', { name: 'Publish' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('大秀回放 · sends a reply · SHOW').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  }, 60_000);

  it('answers to a keyword of several words', async () => {
    const page = await site.signedIn(wide, 'en-GB');
    await page.goto(`${site.demo.url}/b/1/replies`);
    await page.getByRole('button', { name: 'New reply' }).click();
    await page.getByRole('combobox', { name: 'Keywords' }).fill('opening hours');
    await page.keyboard.press('Enter');
    await page.getByLabel('Text', { exact: true }).fill('We open at ten.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('main .ant-tag').getByText('opening hours', { exact: true }).waitFor();
  }, 60_000);

  it('erases a person on a phone, after typing who', async () => {
    const page = await site.signedIn(phone, 'en-GB');
    const { items: [person] } = await (await page.request.get(`${site.demo.url}/api/brands/1/contacts?limit=1`)).json() as { items: { id: number }[] };
    const id = String(person!.id);
    await page.goto(`${site.demo.url}/b/1/contacts/${id}`);
    await page.locator('main').getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Erase person' }).click();
    await confirmBy(page, id);
    await page.getByText('This person’s data was erased at their request.').waitFor();
    expect(await page.locator('main').textContent()).not.toContain('OpenID');
    await page.goto(`${site.demo.url}/b/1/settings/audit?action=contact.erased`);
    await expect.poll(() => page.locator('main').textContent()).toContain('Person erased');
  }, 60_000);
});
