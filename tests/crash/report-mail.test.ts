import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testMailServer, type TestMailServer } from '../../domains/insights/mailed-report/testing.ts';
import { connectAccount, dataFolder, type Product, startProduct, startWechat } from './product.ts';

const dataDir = dataFolder('report-mail');
let wechat: Awaited<ReturnType<typeof startWechat>>;
let mail: TestMailServer;
let product: Product;

beforeAll(async () => {
  [wechat, mail] = await Promise.all([startWechat(), testMailServer()]);
  product = await startProduct(dataDir, wechat.url, { SMTP_URL: mail.url });
});
afterAll(async () => {
  await product?.kill();
  await Promise.all([wechat?.close(), mail?.close()]);
  rmSync(dataDir, { recursive: true, force: true });
});

/** Calls of the first owner, signed in anew wherever the product listens now. */
async function signIn() {
  const signedIn = await fetch(`${product.url}/api/session`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: 'owner@example.com', password: 'correct horse battery staple' }),
  });
  const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
  const { csrf } = (await (await fetch(`${product.url}/api/session`, { headers: { cookie } })).json()) as { csrf: string };
  return async (method: string, path: string, body?: object) => {
    const answer = await fetch(product.url + path, {
      method, headers: { cookie, 'x-qingniao-csrf': csrf, ...(body ? { 'content-type': 'application/json' } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect(answer.ok, `${method} ${path}: ${answer.status}`).toBe(true);
    return (await answer.json()) as { items: { recipient: string; state: string }[] };
  };
}

it('mails no report twice when it is killed between the mark and the mail', async () => {
  const { brandId } = await connectAccount(product);
  const report = `/api/brands/${brandId}/insights/report`;
  let call = await signIn();
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

  call = await signIn();
  const states = async () => (await call('GET', `${report}/deliveries`)).items.map(({ recipient, state }) => `${recipient[0]} ${state}`).sort();
  const other = victim.startsWith('anna') ? 'ben@brand.example' : 'anna@brand.example';
  await expect.poll(states, { timeout: 60_000, interval: 500 }).toEqual([`${victim[0]} unknown`, `${other[0]} sent`].sort());
  expect(mail.taken.map(({ to }) => to)).toEqual([other]);
}, 120_000);
