/** An article is written, checked, put before a reviewer of another place, changed, and exchanged with WeChat's drafts. */
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { wide } from '../../support/browser.ts';
import { site } from './site.ts';

/** A PNG of one pixel. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Somebody in Paris who may approve, and nothing else. */
async function reviewer(owner: Page): Promise<{ email: string; password: string }> {
  const { csrf } = await (await owner.request.get(`${site.demo.url}/api/session`)).json() as { csrf: string };
  const person = { email: 'paris@maison.example', password: 'four-quiet-grey-pigeons' };
  const invited = await (await owner.request.post(`${site.demo.url}/api/brands/1/members`, {
    headers: { 'x-qingniao-csrf': csrf }, data: { email: person.email, name: 'Camille', language: 'en', roles: [{ role: 'approver', region: 'Paris' }] },
  })).json() as { link: string };
  const door = await site.newPage(wide, 'en-GB');
  const redeemed = await door.request.post(`${site.demo.url}/api/password-links/redeem`, { data: { token: invited.link.split('#')[1], password: person.password } });
  expect(redeemed.status()).toBe(200);
  await door.close();
  return person;
}

const drafts = async (page: Page) => {
  const { items: [account] } = await (await page.request.get(`${site.demo.url}/api/brands/1/accounts`)).json() as { items: { id: string }[] };
  return (await (await page.request.get(`${site.demo.url}/api/brands/1/content/drafts?assetId=${account!.id}`)).json() as { items: { title: string; standing: string }[] }).items;
};

/** Tables that were pasted are changed, in their own look; a new one is put in. */
async function tables(writer: Page, body: Locator): Promise<void> {
  const choose = async (act: string) => {
    await writer.getByRole('button', { name: '表格', exact: true }).click();
    await writer.getByRole('menuitem', { name: act, exact: true }).click();
  };
  await choose('插入表格');
  await writer.keyboard.type('规格');
  for (let cell = 0; cell < 3; cell++) await writer.keyboard.press('Tab');
  await choose('删除本行');
  expect(await body.locator('section tr').count()).toBe(2);
  await body.getByText('皮革', { exact: true }).click();
  await choose('在右侧插入一列');
  expect(await body.locator('td[style*="178, 58, 43"], td[style*="#b23a2b"]').count()).toBe(3);
  await writer.keyboard.press('Tab');
  await choose('删除本列');
  await body.getByText('小牛皮', { exact: true }).click();
  await writer.keyboard.press('End');
  await writer.keyboard.press('Tab');
  await writer.keyboard.type('内衬');
}

it('is written and checked, approved by somebody else for one version, and lies in WeChat’s drafts', async () => {
  const writer = await site.signedIn(wide, 'zh-CN');
  await writer.goto(`${site.demo.url}/b/1/content/new`);
  await writer.getByLabel('标题', { exact: true }).fill('春夏新包已到店');
  await writer.getByRole('tab', { name: /^检查/ }).click();
  const check = writer.getByRole('tabpanel');
  await check.getByText('把标题缩到 6 个字以内').waitFor();
  await writer.getByLabel('标题', { exact: true }).fill('春夏新包到店');
  await check.getByText('把标题缩到 6 个字以内').waitFor({ state: 'detached' });

  // Styles survive what is pasted; what WeChat would drop is told, and gone once saved.
  await writer.getByRole('button', { name: 'HTML', exact: true }).click();
  await writer.getByLabel('HTML', { exact: true }).fill('<section style="padding: 12px"><p><span style="color: #b23a2b">一只手袋</span><script>go()</script><img src="https://elsewhere.example/a.png"></p></section>'
    + '<table style="width: 100%"><colgroup><col width="30%"><col width="70%"></colgroup><tbody><tr><td style="border: 1px solid #b23a2b">皮革</td><td style="border: 1px solid #b23a2b">小牛皮</td></tr></tbody></table>');
  await check.getByText('未上传到微信的图片（elsewhere.example）×1').waitFor();
  await writer.getByRole('button', { name: 'HTML', exact: true }).click();
  const body = writer.getByRole('textbox', { name: '正文' });
  expect(await body.locator('section span').getAttribute('style')).toContain('color');
  await body.locator('section span').click();
  await writer.keyboard.press('End');
  await writer.keyboard.type('，四十八道工序');
  await tables(writer, body);
  await writer.getByRole('button', { name: '保存', exact: true }).first().click();
  await writer.getByText('已保存为版本 1').waitFor();
  await writer.waitForURL(/\/content\/articles\//);
  const id = writer.url().split('/').at(-1)!;
  const saved = await (await writer.request.get(`${site.demo.url}/api/brands/1/articles/${id}`)).json() as { content: string };
  expect(saved.content).toContain('<section style="padding: 12px">');
  expect(saved.content).toMatch(/<span style="color: ?(?:#b23a2b|rgb\(178, 58, 43\));?">一只手袋<\/span>，四十八道工序<\/p>/);
  expect(saved.content).not.toMatch(/script|elsewhere/);
  const border = 'border: ?1px solid (?:#b23a2b|rgb\\(178, 58, 43\\));?';
  expect(saved.content).toMatch(new RegExp(`<colgroup><col width="30%" ?/?><col width="70%" ?/?></colgroup><tbody><tr>(?:<td style="${border}"><p>(?:皮革|小牛皮)</p></td>){2}</tr><tr><td style="${border}"><p>内衬</p></td><td style="${border}"><p></p></td></tr></tbody>`));
  expect(saved.content).toMatch(/<th style="[^"]*background-color:[^"]*"><p>规格<\/p><\/th>/);

  await writer.getByRole('tab', { name: '审批' }).click();
  await writer.getByLabel('请哪些地区审批').fill('Paris');
  await writer.keyboard.press('Enter');
  await writer.keyboard.press('Escape');
  await writer.getByRole('button', { name: '提交审批' }).click();
  await writer.getByText('等待：Paris').waitFor();
  // The owner may approve, but not what the owner wrote.
  expect(await writer.getByRole('button', { name: '通过', exact: true }).count()).toBe(0);

  const paris = await site.signedIn(wide, 'en-GB', await reviewer(writer));
  await paris.goto(`${site.demo.url}/b/1/content/approvals`);
  await paris.getByRole('row', { name: /春夏新包到店/ }).click();
  await paris.getByRole('tab', { name: 'Approval' }).click();
  await paris.getByLabel('Comment', { exact: true }).fill('Beautiful.');
  await paris.getByRole('button', { name: 'Approve', exact: true }).click();
  await paris.getByText('paris@maison.example approved (Paris)').waitFor();
  await paris.getByLabel('Write a comment').fill('Keep the red.');
  await paris.getByRole('button', { name: 'Comment', exact: true }).click();
  await paris.getByText('Keep the red.').waitFor();

  // A change needs a new approval, and the history says what changed.
  await writer.reload();
  await writer.getByText('已通过').first().waitFor();
  await writer.getByLabel('标题', { exact: true }).fill('新包到店');
  await writer.getByRole('button', { name: '保存', exact: true }).first().click();
  await writer.getByText('已保存为版本 2').waitFor();
  await writer.getByRole('tab', { name: '版本' }).click();
  await writer.getByRole('button', { name: '与当前版本比较' }).click();
  const difference = writer.getByRole('dialog');
  await difference.locator('del').first().waitFor();
  expect(await difference.locator('del').allTextContents()).toEqual(['春夏']);
  await difference.getByRole('button', { name: /close|关闭/i }).click();
  expect((await (await writer.request.get(`${site.demo.url}/api/brands/1/articles/${id}`)).json() as { approval: string }).approval).toBe('none');

  // Without a cover WeChat takes no draft; with one it lies there, and agrees with ours.
  await writer.getByRole('tab', { name: '安排' }).click();
  await writer.getByRole('button', { name: '写入公众号草稿箱' }).click();
  await writer.getByText('公众号草稿需要封面').waitFor();
  await writer.locator('[class*="coverField"] input[type=file]').setInputFiles({ name: 'cover.png', mimeType: 'image/png', buffer: Buffer.from(pixel, 'base64') });
  await writer.getByText('1×1 像素').waitFor();
  await writer.getByRole('button', { name: '保存', exact: true }).first().click();
  await writer.getByText('已保存为版本 3').waitFor();
  await writer.getByRole('button', { name: '写入公众号草稿箱' }).click();
  await writer.getByText('已写入公众号草稿箱').waitFor();
  await writer.goto(`${site.demo.url}/b/1/content/drafts`);
  await writer.getByRole('button', { name: '读取公众号草稿' }).click();
  await writer.getByRole('row', { name: /新包到店/ }).getByText('一致').waitFor();
  expect((await drafts(writer)).find(({ title }) => title === '新包到店')).toMatchObject({ standing: 'agreed' });
}, 180_000);
