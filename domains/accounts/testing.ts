import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BaseUrls } from '@qingniao/wechat';

export interface Call {
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
}
type Answer = (call: Call) => object | Promise<object>;

/**
 * A port that answers what a test says, path by path, for behaviour around refusals and crashes that cannot be
 * provoked on a real platform. What WeChat itself does is tested on the sandbox (tests/).
 */
export async function scriptedPlatform() {
  const answers = new Map<string, Answer>();
  const calls: Call[] = [];
  let issued = 0;
  answers.set('/cgi-bin/stable_token', () => ({ access_token: `token-${++issued}`, expires_in: 7200 }));

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://platform');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const call = { path: url.pathname, query: url.searchParams, body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {} };
    calls.push(call);
    const answer = answers.get(call.path);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer ? await answer(call) : { errcode: 48001, errmsg: 'api unauthorized' }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    baseUrls: { api: url, mp: url, open: url } satisfies BaseUrls,
    calls,
    on: (path: string, answer: Answer) => void answers.set(path, answer),
    count: (path: string) => calls.filter((call) => call.path === path).length,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

export type ScriptedPlatform = Awaited<ReturnType<typeof scriptedPlatform>>;
