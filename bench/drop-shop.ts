import { Agent, request } from 'node:http';
import type { DropShop } from './drop-drive.ts';

export interface ShopAddress {
  /** Of the shop, for each call anew: a process may have been replaced. */
  url: () => string;
  passes: readonly string[];
  storefrontId: string;
  skuId: string;
  totalFen: number;
  /** What WeChat Pay does when the buyer pays there. */
  payAtWechat(number: string): Promise<void>;
  agent: Agent;
  /** After a connection that broke; absent: it fails. */
  again?: () => Promise<void>;
}

/** The HTTP API of the shop, as the mini program calls it. */
export function httpShop({ url, passes, storefrontId, skuId, totalFen, payAtWechat, agent, again }: ShopAddress): DropShop {
  const once = (method: string, path: string, buyer: number, body: string, key?: string) =>
    new Promise<{ status: number; body: { id: string; number: string; state: string; error?: { code: string } } }>((resolve, reject) => {
      const headers = { authorization: `Bearer ${passes[buyer]}`, ...(key === undefined ? {} : { 'idempotency-key': key }), ...(body === '' ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }) };
      const sending = request(`${url()}/api/shop/1${path}`, { method, agent, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.once('end', () => resolve({ status: response.statusCode!, body: JSON.parse(text) as never })).once('error', reject);
      });
      sending.once('error', reject);
      sending.end(body);
    });
  /** What is sent again after a broken connection is the same request: none of them does anything twice. */
  const ask: typeof once = async (...call) => {
    for (;;) {
      try {
        const answer = await once(...call);
        if (answer.status < 500 || !again) return answer;
      } catch (error) {
        if (!again) throw error;
      }
      await again();
    }
  };
  const must = (answer: Awaited<ReturnType<typeof once>>) => {
    if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const body = JSON.stringify({ storefrontId, lines: [{ skuId, quantity: 1, options: {} }], expectedTotalFen: totalFen, channel: 'mini_program' });
  return {
    async order(buyer, key) {
      const answer = await ask('POST', '/orders', buyer, body, key);
      if (answer.status === 409 && answer.body.error?.code === 'sold_out') return null;
      return must(answer);
    },
    async pay(buyer, { id, number }) {
      must(await ask('POST', `/orders/${id}/payment`, buyer, ''));
      await payAtWechat(number);
      const { state } = must(await ask('POST', `/orders/${id}/confirmation`, buyer, ''));
      if (state !== 'paid') throw new Error(`paid, and the order is ${state}`);
    },
    async abandon(buyer, { id }) {
      must(await ask('POST', `/orders/${id}/payment`, buyer, ''));
      must(await ask('POST', `/orders/${id}/cancellation`, buyer, ''));
    },
  };
}
