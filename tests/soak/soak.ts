/**
 * `npm run soak -- [minutes]`: the demo under steady traffic of simulated followers. Prints memory of every
 * process and the lag of projections, and fails on growth, on a projection left behind, or on an error nobody caught.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDemo, type DemoProcess } from '../support/demo-process.ts';

const MINUTES = Number(process.argv[2] ?? 10);
const WORKERS = 8;
/** Memory of the last third may be this much above that of the second. */
const GROWTH = 1.1;

interface Sample {
  minute: number;
  /** MiB by process name. */
  memory: Record<string, number>;
  behind: number;
  deeds: number;
}

async function main(): Promise<void> {
  const demo = await startDemo(['--followers', '2000', '--days', '30']);
  try {
    const samples = await run(demo);
    report(samples, demo.output());
  } finally {
    await demo.remove();
  }
}

async function run(demo: DemoProcess): Promise<Sample[]> {
  const sandbox = <T>(path: string, body?: unknown): Promise<T> =>
    fetch(`${demo.sandboxUrl}/sandbox${path}`, body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
        return answer.json() as Promise<T>;
      });
  const { items: [account] } = await sandbox<{ items: { appid: string }[] }>('/accounts');
  const { appid } = account!;
  const status = await signIn(demo);
  let deeds = 0;
  let stopped = false;

  async function follower(seed: number): Promise<void> {
    for (let turn = seed; !stopped; turn++) {
      const { items } = await sandbox<{ items: { openid: string; subscribed: boolean }[] }>(`/followers?appid=${appid}&limit=200`);
      for (const { openid, subscribed } of items.slice(0, 100)) {
        if (stopped) return;
        const about = { appid, openid };
        if (!subscribed) await sandbox('/acts', { ...about, kind: 'follow' });
        else if (turn % 25 === 0) await sandbox('/acts', { ...about, kind: 'unfollow' });
        else if (turn % 3 === 0) await sandbox('/acts', { ...about, kind: 'menu', item: [0, 0] });
        else await sandbox('/acts', { ...about, kind: 'write', message: { type: 'text', content: `第 ${turn} 次` } });
        deeds++;
        await sleep(20);
      }
      await sandbox('/people', { appid });
    }
  }

  const working = Promise.all(Array.from({ length: WORKERS }, (_, index) => follower(index)));
  const samples: Sample[] = [];
  console.log('minute  deeds  behind  memory (MiB)');
  for (let tick = 1; tick <= MINUTES * 6; tick++) {
    await Promise.race([sleep(10_000), working]);
    const { projections } = await status();
    const sample = { minute: tick / 6, memory: memoryBelow(demo.pid), behind: Math.max(...projections.map((one) => one.behind)), deeds };
    samples.push(sample);
    if (tick % 6 === 0) console.log(`${String(tick / 6).padStart(6)} ${String(deeds).padStart(6)} ${String(sample.behind).padStart(7)}  ${JSON.stringify(sample.memory)}`);
  }
  stopped = true;
  await working;
  // What was under way must be applied: a lag that stays is a projection that hangs.
  for (let wait = 0; wait < 50 && Math.max(...(await status()).projections.map((one) => one.behind)) > 0; wait++) await sleep(200);
  const { projections } = await status();
  samples.push({ minute: MINUTES, memory: memoryBelow(demo.pid), behind: Math.max(...projections.map((one) => one.behind)), deeds });
  return samples;
}

async function signIn({ url, email, password }: DemoProcess): Promise<() => Promise<{ projections: { name: string; behind: number }[] }>> {
  const answer = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) });
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
  return async () => (await fetch(`${url}/api/brands/1/status`, { headers: { cookie } })).json() as never;
}

/** Resident memory of a process and its children, by what they are. */
function memoryBelow(pid: number): Record<string, number> {
  const memory: Record<string, number> = {};
  const add = (id: number): void => {
    const words = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
    const name = words.some((word) => word.includes('sandbox')) ? 'sandbox' : words.some((word) => word.includes('chdb')) ? 'warehouse' : words[0]!.includes('postgres') ? 'database' : 'product';
    const pages = Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]) - (name === 'database' ? Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[2]) : 0);
    memory[name] = (memory[name] ?? 0) + Math.round((pages * 4096) / 1_048_576);
    for (const task of readdirSync(`/proc/${id}/task`)) {
      for (const child of readFileSync(`/proc/${id}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean)) {
        try {
          add(Number(child));
        } catch {
          // It ended between the listing and the look.
        }
      }
    }
  };
  add(pid);
  return memory;
}

function report(samples: readonly Sample[], output: string): void {
  const third = Math.floor(samples.length / 3);
  const mean = (name: string, part: readonly Sample[]) => part.reduce((sum, one) => sum + (one.memory[name] ?? 0), 0) / part.length;
  const problems: string[] = [];
  for (const name of ['product', 'warehouse', 'sandbox']) {
    const before = mean(name, samples.slice(third, 2 * third));
    const after = mean(name, samples.slice(2 * third));
    console.log(`${name}: ${before.toFixed(0)} MiB in the second third, ${after.toFixed(0)} MiB in the last (${(after / before).toFixed(2)}×)`);
    // The sandbox keeps everything its people ever did: it is no part of the product.
    if (name !== 'sandbox' && after > before * GROWTH) problems.push(`${name} grew`);
  }
  const last = samples.at(-1)!;
  console.log(`${last.deeds} deeds in ${MINUTES} min; projections behind at the end: ${last.behind}`);
  if (last.behind > 0) problems.push('a projection stayed behind');
  if (/unhandled|uncaught/i.test(output)) problems.push('an error nobody caught');
  if (/"level":(50|60)/.test(output)) problems.push('errors in the log');
  console.log(problems.length === 0 ? 'holds' : `does not hold: ${problems.join(', ')}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

await main();
