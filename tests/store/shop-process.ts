import { createApp, guard } from '@qingniao/access';
import { createAppender } from '@qingniao/activity';
import { createLog, createSecrets } from '@qingniao/kernel';
import { openStore, type PayOf, shopRoutes } from '@qingniao/store';
import { connectDatabase } from '@qingniao/storage';
import { createTimers } from '../../packages/storage/timers.ts';

/** One server process of a shop; the database and WeChat Pay are elsewhere and outlive it. */
const [databaseUrl, payUrl, secret] = process.argv.slice(2) as [string, string, string];
const log = createLog('error');
const database = connectDatabase({ url: databaseUrl, log, poolSize: 10 });
const timers = createTimers({ database, log });

const ask = async <Answer>(call: string, ...input: unknown[]): Promise<Answer> => {
  const answer = await fetch(`${payUrl}/${call}`, { method: 'POST', body: JSON.stringify(input) });
  return JSON.parse(await answer.text(), (name, value: unknown) => (/(At)$/.test(name) && typeof value === 'string' ? new Date(value) : value)) as Answer;
};
const payOf: PayOf = async () => ({
  merchantId: 'merchant', mchid: '1900000001',
  prepay: (payment) => ask('prepay', payment),
  parameters: (_appid, prepayId) => ({ timeStamp: '1', nonceStr: 'n', package: `prepay_id=${prepayId}`, signType: 'RSA', paySign: 's' }),
  query: (outTradeNo) => ask('query', outTradeNo),
  close: (outTradeNo) => ask('close', outTradeNo),
  refund: (refund) => ask('refund', refund),
  queryRefund: (outRefundNo) => ask('queryRefund', outRefundNo),
});
const store = await openStore({
  stores: { database, timers }, appender: await createAppender({ database, log }), secrets: createSecrets(Buffer.from(secret, 'hex')), log, signIn: async (_brandId, _assetId, code) => ({ openid: code }), appidOf: async () => 'wx00000000000000a1',
  payUrl, publicUrl: () => 'http://shop', payOf,
});
const app = createApp();
await app.register(guard, { database, authenticator: { authenticate: () => Promise.reject(new Error('nobody signs in here')) } });
await app.register(shopRoutes, { prefix: '/api/shop/:shopId', ...store.routes });
await app.listen({ port: 0, host: '127.0.0.1' });
process.send!((app.server.address() as { port: number }).port);
process.once('disconnect', () => process.exit());
