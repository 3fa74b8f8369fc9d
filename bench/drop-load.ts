import { Agent, request } from 'node:http';
import { answer } from './child.ts';
import { type DropOutcome, type DropPlan, driveDrop } from './drop-drive.ts';
import type { Prepared } from './drop-ours.ts';
import { httpShop } from './drop-shop.ts';
import type { PreparedPeer } from './peers/vendure/server.ts';
import { vendureShop } from './peers/vendure/shop.ts';

/** The crowd, in a process of its own; the same one for both shops. */
function crowd(prepared: Prepared | PreparedPeer, inFlight: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  if ('tokens' in prepared) return { agent, shop: vendureShop(prepared, agent) };
  const { port } = prepared;
  const payAtWechat = (number: string) =>
    new Promise<void>((resolve, reject) => {
      const paying = request({ host: '127.0.0.1', port, path: `/phone/${number}`, method: 'POST', agent }, (response) => void response.resume().once('end', resolve));
      paying.once('error', reject).end();
    });
  return { agent, shop: httpShop({ ...prepared, url: () => `http://127.0.0.1:${port}`, payAtWechat, agent }) };
}

export interface Load {
  drop(given: { prepared: Prepared | PreparedPeer; plan: DropPlan }): DropOutcome;
  /** Asks for what is sold out, so many times; how often the answer was "sold out". */
  refusals(given: { prepared: Prepared; count: number; inFlight: number }): number;
}

answer({
  async drop({ prepared, plan }: { prepared: Prepared | PreparedPeer; plan: DropPlan }) {
    const { agent, shop } = crowd(prepared, plan.inFlight);
    try {
      return await driveDrop(shop, plan);
    } finally {
      agent.destroy();
    }
  },
  async refusals({ prepared, count, inFlight }: { prepared: Prepared; count: number; inFlight: number }) {
    const { agent, shop } = crowd(prepared, inFlight);
    let refused = 0;
    let asked = 0;
    await Promise.all(Array.from({ length: inFlight }, async () => {
      while (asked < count) {
        const buyer = asked++ % prepared.passes.length;
        if ((await shop.order(buyer, `too-late-${asked}`)) === null) refused += 1;
      }
    }));
    agent.destroy();
    return refused;
  },
});
