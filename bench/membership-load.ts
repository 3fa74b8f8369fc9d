import pg from 'pg';
import { eventMessage, signPush } from '../domains/activity/testing.ts';
import { ASSET } from './callback-asset.ts';
import { answer } from './child.ts';
import { deliver, quantile, requestOf } from './push-load.ts';

export interface Taps {
  port: number;
  databaseUrl: string;
  /** The first follower who taps, by number; each taps once. */
  from: number;
  count: number;
  perSecond: number;
  /** Menu items, each asked about by a segment or more. */
  keys: number;
}

export interface Load {
  /** Milliseconds from when a push was due until its person was a member, as told by the database at the commit. */
  tap(plan: Taps): { p50: number; p99: number };
}

async function tap({ port, databaseUrl, from, count, perSecond, keys }: Taps): Promise<{ p50: number; p99: number }> {
  const listener = new pg.Client({ connectionString: databaseUrl });
  await listener.connect();
  const told = new Float64Array(count);
  let left = count;
  const everybody = new Promise<void>((resolve) => {
    listener.on('notification', ({ payload }) => {
      const index = Number(payload) - from;
      if (index < 0 || index >= count || told[index]! > 0) return;
      told[index] = performance.now();
      if (--left === 0) resolve();
    });
  });
  await listener.query('listen bench_member');
  const requests = Array.from({ length: count }, (_, index) => {
    const number = from + index;
    // Every tenth item belongs to nobody's rule of its own.
    const key = Math.floor((number % (keys * 0.9)) / 9) * 10 + (number % 9);
    const openid = `oTaps${String(number).padStart(23, '0')}`;
    return requestOf(signPush(ASSET, eventMessage(openid, 'CLICK', `<EventKey><![CDATA[MENU_${key}]]></EventKey>`, Math.floor(Date.now() / 1000))));
  });
  const { due } = await deliver(requests, { port, connections: 64, perSecond });
  await Promise.race([everybody, new Promise((_, reject) => setTimeout(reject, 30_000, new Error(`after half a minute ${left} of ${count} are no members`)).unref())]);
  await listener.end();
  const latencies = told.map((at, index) => at - due[index]!);
  return { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
}

answer({ tap });
