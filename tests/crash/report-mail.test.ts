import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testMailServer, type TestMailServer } from '../../domains/insights/mailed-report/testing.ts';
import { callAsOwner, connectAccount, dataFolder, type Product, startProduct, startWechat } from './product.ts';

const dataDir = dataFolder('report-mail');
let wechat: Awaited<ReturnType<typeof startWechat>>;
let mail: TestMailServer;
let product: Product;

beforeAll(async () => {
  [wechat, mail] = await Promise.all([startWechat(), testMailServer()]);
  product = await startProduct(dataDir, wechat.url, { SMTP_URL: mail.url });
});
afterAll(async () => {
  await product?.stop();
  await Promise.all([wechat?.close(), mail?.close()]);
  rmSync(dataDir, { recursive: true, force: true });
});

it('mails no report twice when it is killed between the mark and the mail', async () => {
  const { brandId } = await connectAccount(product);
  const report = `/api/brands/${brandId}/insights/report`;
  let call = await callAsOwner(product);
  await call('PUT', `${report}/schedule`, { enabled: false, recipients: ['anna@brand.example', 'ben@brand.example'], language: 'en', aggregatesOnly: false, day: 5, hour: 9 });

  // The server is told of a recipient after the mark and before the message.
  const killed = new Promise<string>((resolve, reject) => {
    mail.answerTo = (recipient) => {
      product.kill().then(() => resolve(recipient), reject);
      return '450';
    };
  });
  await call('POST', `${report}/schedule/send`);
  const victim = await killed;
  mail.answerTo = () => '250';
  product = await startProduct(dataDir, wechat.url, { SMTP_URL: mail.url });

  call = await callAsOwner(product);
  const states = async () => (await call<{ items: { recipient: string; state: string }[] }>('GET', `${report}/deliveries`)).items.map(({ recipient, state }) => `${recipient[0]} ${state}`).sort();
  const other = victim.startsWith('anna') ? 'ben@brand.example' : 'anna@brand.example';
  await expect.poll(states, { timeout: 60_000, interval: 500 }).toEqual([`${victim[0]} unknown`, `${other[0]} sent`].sort());
  expect(mail.taken.map(({ to }) => to)).toEqual([other]);
}, 120_000);
