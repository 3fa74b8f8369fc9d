import { createApp } from '@qingniao/access';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { security } from './security.ts';

const app = createApp({ trustProxy: 'loopback' });
afterAll(() => app.close());

it('takes a caller who hung up before anybody asked for the address for no failure of ours', async () => {
  const failed = new Promise<Error>((done) => app.addHook('onError', async (_request, _reply, error) => done(error)));
  app.addHook('onRequest', async (request) => { await once(request.raw.socket, 'close'); });
  await app.register(security, { secure: false, requestsPerMinute: 600 });
  app.get('/api/anything', async () => ({}));
  await app.listen({ port: 0, host: '127.0.0.1' });
  const caller = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  caller.write('GET /api/anything HTTP/1.1\r\nhost: crm.example\r\n\r\n', () => caller.destroy());
  expect(await failed).toMatchObject({ code: 'hung_up', status: 499 });
});
