import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DropShop } from './drop-drive.ts';

interface Answer {
  id: string;
  number: string;
  state: string;
  pass: string;
  place: { state: string; askAgainIn: number };
  error?: { code: string };
}

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

/** The HTTP API of the shop, as the mini program calls it: queues first, as for every drop with a queue. */
export function httpShop({ url, passes, storefrontId, skuId, totalFen, payAtWechat, agent, again }: ShopAddress): DropShop {
  const once = (method: string, path: string, buyer: number, body: string, given: Record<string, string> = {}) =>
    new Promise<{ status: number; body: Answer }>((resolve, reject) => {
      const headers = { authorization: `Bearer ${passes[buyer]}`, ...given, ...(body === '' ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }) };
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
  const isSoldOut = ({ status, body }: Awaited<ReturnType<typeof once>>) => status === 409 && body.error?.code === 'sold_out';
  /** The pass, when it is this buyer's turn; null: sold out. */
  async function queueUp(buyer: number): Promise<string | null> {
    const taken = await ask('POST', `/storefronts/${storefrontId}/queue`, buyer, '');
    if (isSoldOut(taken)) return null;
    let { pass, place } = must(taken);
    while (place.state === 'waiting') {
      await sleep(place.askAgainIn * 1000);
      ({ place } = must(await ask('GET', `/storefronts/${storefrontId}/queue`, buyer, '', { 'queue-pass': pass })));
    }
    return place.state === 'sold_out' ? null : pass;
  }
  const order = { storefrontId, lines: [{ skuId, quantity: 1, options: {} }], expectedTotalFen: totalFen, channel: 'mini_program' };
  return {
    async order(buyer, key) {
      const pass = await queueUp(buyer);
      if (pass === null) return null;
      const answer = await ask('POST', '/orders', buyer, JSON.stringify({ ...order, pass }), { 'idempotency-key': key });
      return isSoldOut(answer) ? null : must(answer);
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
