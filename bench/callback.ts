import { child } from './child.ts';
import type { Load, Measured } from './callback-load.ts';
import { beside, type Bench, type BenchContext, type Result, within } from './result.ts';

const PEER = 'wechat on Express';
const SIZES = [20_000, 60_000];
const ROUNDS = 5;
const CONNECTIONS = 128;
/** Both run compiled and warm before anything is measured. */
const WARM_UP = 10_000;

type Server = Awaited<ReturnType<typeof start>>;

/**
 * Signed and encrypted pushes in safe mode. Ours: verified, decrypted, scanned, normalised and durable in
 * PostgreSQL (fsync on) before the answer. The peer stores nothing.
 */
export const callback: Bench = {
  summary: 'pushes from WeChat, durable, beside node-webot/wechat on Express, which stores nothing',
  async *run(context) {
    const load = await child<Load>('callback-load.ts');
    const servers = { ours: await start('callback-ours.ts'), peer: await start('callback-peer.ts') };
    try {
      for (const size of SIZES) yield* measure(context, load, servers, size);
      const { events, sent } = { events: await servers.ours.call<number>('count'), sent: servers.ours.sent() };
      if (events !== sent) throw new Error(`${sent} pushes were answered, ${events} are in the log`);
      context.say(`${sent} pushes answered, ${events} events in the log`);
    } finally {
      await Promise.all([load.stop(), servers.ours.stop(), servers.peer.stop()]);
    }
  },
};

async function start(file: string) {
  const server = await child<{ port(): number }>(file);
  const port = await server.call<number>('port');
  let sent = 0;
  return {
    ...server, sent: () => sent,
    async receive(load: Awaited<ReturnType<typeof child<Load>>>, count: number, perSecond: number | null): Promise<Measured> {
      sent += count;
      return load.call<Measured>('send', { port, count, connections: CONNECTIONS, perSecond });
    },
  };
}

async function* measure(context: BenchContext, load: Awaited<ReturnType<typeof child<Load>>>, servers: { ours: Server; peer: Server }, size: number): AsyncIterable<Result> {
  const rates = { ours: [] as number[], peer: [] as number[] };
  for (const who of ['ours', 'peer'] as const) await servers[who].receive(load, WARM_UP, null);
  // In turns, so that a noisy minute hits both.
  for (let round = 0; round < ROUNDS; round++) {
    for (const who of ['ours', 'peer'] as const) {
      const { seconds } = await servers[who].receive(load, size, null);
      rates[who].push(size / seconds);
    }
    context.say(`${size} pushes: ours ${Math.round(rates.ours.at(-1)!)}/s, peer ${Math.round(rates.peer.at(-1)!)}/s`);
  }
  const value = median(rates.ours);
  yield beside({ name: 'callback', size, value, unit: 'messages/s', peer: PEER, peerValue: median(rates.peer) }, 1.5);
  const { p99 } = await servers.ours.receive(load, size, value / 2);
  yield within({ name: 'callback', size, value: p99, unit: 'ms p99 at half load' }, 50);
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
