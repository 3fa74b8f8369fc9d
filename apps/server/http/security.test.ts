import { createApp } from '@qingniao/access';
import { request } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { expect, it } from 'vitest';
import { security } from './security.ts';


it('takes a caller who hung up before anybody asked for the address for no failure of ours', async () => {
  const app = createApp({ trustProxy: 'loopback' });
  const failed = new Promise<Error>((done) => app.addHook('onError', async (_request, _reply, error) => done(error)));
  app.addHook('onRequest', async (request) => { await once(request.raw.socket, 'close'); });
  await app.register(security, { secure: false, requestsPerMinute: 600 });
  app.get('/api/anything', async () => ({}));
  await app.listen({ port: 0, host: '127.0.0.1' });
  const caller = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  caller.write('GET /api/anything HTTP/1.1\r\nhost: crm.example\r\n\r\n', () => caller.destroy());
  expect(await failed).toMatchObject({ code: 'hung_up', status: 499 });
  await app.close();
});

it('counts a request to the API however its address is spelt', async () => {
  const app = createApp();
  await app.register(security, { secure: false, requestsPerMinute: 2 });
  app.get('/api/anything', async () => ({}));
  app.get('/else', async () => ({}));
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const ask = (path: string) => new Promise<number>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path }, (answer) => resolve(answer.resume().statusCode!)).on('error', reject).end();
  });
  const statuses: number[] = [];
  for (const path of ['/%61pi/anything', `http://127.0.0.1:${port}/api/anything`, '/%61pi/anything', '/api/anything', '/else']) statuses.push(await ask(path));
  expect(statuses).toEqual([200, 200, 429, 429, 200]);
  await app.close();
});
