import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasUsers } from '@qingniao/access';
import { localDay } from '@qingniao/kernel';
import { billTimers } from '@qingniao/store';
import { prepareDataFolder } from '../data-folder.ts';
import { checkConnection, createDemoBrand, createPanel, fetchHistory, hireOperator, introduceProduct } from '../demo/demo-brand.ts';
import { connectShop, releaseShop } from '../demo/demo-shop.ts';
import { demoFolder, readDemoState, writeDemoState, type DemoState } from '../demo/demo-state.ts';
import { followSandbox, type SandboxTime } from '../demo/follow-time.ts';
import { liveThroughHistory, settle, type Progress } from '../demo/live-through.ts';
import { reachSandbox, type SandboxClient } from '../demo/sandbox-client.ts';
import { startSandboxProcess, type SandboxProcess } from '../demo/sandbox-process.ts';
import { isInstalled, withDatabase } from '../open-database.ts';
import { removeBrand } from '../remove-brand.ts';
import { productRoot } from '../root.ts';
import { readSettings, type Settings } from '../settings.ts';
import { stopRequested } from '../signals.ts';
import { requireFreePort, startProblem } from '../start-problem.ts';
import { logOf, openProduct, type Product } from '../wire.ts';
import { commandLog } from './terminal.ts';

export interface DemoFlags {
  population: string;
  followers: number;
  seed: string;
  until?: string;
  days?: number;
  panel: boolean;
  draw: 'quota' | 'random';
}

export const defaultPopulation = join(productRoot, 'populations/luxury-2020.json');

/** How often the sandbox is asked whether days should pass, in milliseconds. */
const WISHES_EVERY = 500;

const began = performance.now();
const say = (line: string) => console.log(`[${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s] ${line}`);

/** `qingniao demo`: the product with a sandbox WeChat beside it and a brand that has lived through a year. */
export async function demo(flags: DemoFlags): Promise<void> {
  const settings = readSettings();
  prepareDataFolder(settings.dataDir);
  await requireFreePort(settings.host, settings.port);
  let stopping = false;
  const stop = stopRequested().then(() => {
    stopping = true;
  });
  const known = readDemoState(settings.dataDir);
  if (!known) await requireNobody(settings);
  say('启动沙盒微信 Starting the sandbox');
  const folder = demoFolder(settings.dataDir);
  mkdirSync(folder, { recursive: true });
  const sandboxProcess = await startSandboxProcess(folder, ['--port', '0', ...(known?.sandboxFlags ?? flagsFor(flags))]);
  let product: Product | null = null;
  try {
    const sandbox = await reachSandbox(sandboxProcess.url);
    const time = await followSandbox(sandbox);
    say('启动产品 Starting the product');
    product = await openProduct(withSandbox(settings, sandboxProcess), logOf(settings), time);
    const state = await beginDemo(product, known, sandboxProcess.restored, () => createDemoBrand(product!, sandbox, flagsFor(flags)));
    await introduceProduct(product, sandbox, state);
    if (!state.shop) {
      state.shop = await connectShop(product, sandbox, state);
      writeDemoState(settings.dataDir, state);
    }
    await releaseShop(product, sandbox, state);
    await hireOperator(product, sandbox, state);
    if (state.phase === 'loading') {
      say(`演示品牌正在经历它的历史，可先登录查看 The demo brand lives through its history; you may look already: ${product.baseUrl()}`);
      saySignIn(state);
      if (await live(product, sandbox, time, progressLine(), () => stopping)) {
        state.phase = 'live';
        writeDemoState(settings.dataDir, state);
        await fetchHistory(product, state);
        await checkConnection(product, state);
        say('历史已载入 The history is loaded');
      }
    }
    if (!stopping) {
      say(`打开 Open: ${product.baseUrl()}`);
      saySignIn(state);
      console.log(`         扮演关注者 Act as a follower: ${sandboxProcess.url}/play`);
      console.log(`         扮演顾客，打开店铺 Act as a customer, open the store: ${sandboxProcess.url}/play?open=store`);
      console.log('         Ctrl-C 停止 stops everything');
      if (state.panelBrandId === null && state.sandboxFlags.includes('--panel')) {
        state.panelBrandId = await createPanel(product, sandbox);
        writeDemoState(settings.dataDir, state);
      }
      let over = false;
      const passing = letDaysPass(product, sandbox, time, () => over);
      await Promise.race([stop, sandboxProcess.ended]);
      over = true;
      if (!stopping) console.error('沙盒已意外退出，产品随之停止。 The sandbox has ended unexpectedly; the product stops as well.');
      await passing;
    }
    console.log('正在停止… Stopping…');
  } finally {
    await product?.stopping.run();
    await sandboxProcess.stop();
  }
}

/** A demo moves the product's clock to the past and calls its sandbox for WeChat: no place for anybody's own data, a restored demo's included. */
async function requireNobody(settings: Settings): Promise<void> {
  if (!isInstalled(settings)) return;
  await withDatabase(settings, commandLog(settings), 'any', async ({ system }) => {
    const [known] = await system.query<{ shaped: boolean }>(`select to_regclass('user_account') is not null "shaped"`);
    if (!known!.shaped || !(await hasUsers(system))) return;
    throw startProblem('not_a_demo', {
      zh: '这里已有一套青鸟，且不是可以继续的演示：请用 qingniao serve 启动它，用 qingniao remove-demo 清除其中的演示，或用 QINGNIAO_DATA 为演示另选目录。',
      en: 'There is a Qingniao here already, and not a demo that could go on: start it with qingniao serve, take a demo out of it with qingniao remove-demo, or name another folder for the demo with QINGNIAO_DATA.',
    });
  });
}

/** The stepped time ahead, then the present. False when it was broken off. */
async function live(product: Product, sandbox: SandboxClient, time: SandboxTime, tell: (progress: Progress) => void, stopped: () => boolean): Promise<boolean> {
  // Bills of WeChat Pay wait for the present: those of the last week are compared then.
  const release = product.stores.timers.hold(billTimers);
  try {
    if (!(await product.stores.database.withoutWaitingForDisk((onDisk) => liveThroughHistory(product, sandbox, time, onDisk, tell, stopped)))) return false;
    time.flowFrom((await sandbox.goLive()).now);
  } finally {
    release();
  }
  await settle(product);
  // Whoever opens Insights now sees the whole history.
  await product.forwarders.drain();
  return true;
}

/** Days that somebody at the sandbox's phone lets pass are lived through at once, as history was; ends when `stopped`. */
async function letDaysPass(product: Product, sandbox: SandboxClient, time: SandboxTime, stopped: () => boolean): Promise<void> {
  for (; !stopped(); await sleep(WISHES_EVERY)) {
    try {
      const { mode, wanted } = await sandbox.about();
      if (mode === 'live' && wanted === null) continue;
      if (wanted !== null) time.standAt((await sandbox.goStepped(wanted)).now);
      await live(product, sandbox, time, () => undefined, stopped);
    } catch (error) {
      if (!stopped()) product.log.error({ err: error }, 'the days that were to pass could not be lived through');
    }
  }
}

/**
 * The demo of before, or a new one. A load that was broken off without a snapshot of the sandbox cannot be continued:
 * its brand is removed and history begins again.
 */
async function beginDemo(product: Product, known: DemoState | null, restored: boolean, create: () => Promise<DemoState>): Promise<DemoState> {
  if (known && restored) return known;
  if (known) {
    say('上次载入未完成，重新开始 The last load was broken off; beginning again');
    await removeBrand(product.stores.database, product.stores.warehouse, known.brandId);
    await product.rooms.accounts.reload();
  }
  const state = await create();
  writeDemoState(product.settings.dataDir, state);
  return state;
}

/** Its people shop from one address, and a year of them in a minute. */
const REQUESTS_A_MINUTE = 1_000_000;

const withSandbox = (settings: Settings, { url }: SandboxProcess): Settings =>
  ({ ...settings, wechatApi: url, wechatMp: url, wechatOpen: url, wechatPay: url, requestsPerMinute: REQUESTS_A_MINUTE });

const flagsFor = ({ population, followers, seed, until, days, panel, draw }: DemoFlags): string[] => [
  '--population', population, '--followers', String(followers), '--seed', seed, '--draw', draw,
  ...(until === undefined ? [] : ['--until', until]), ...(days === undefined ? [] : ['--days', String(days)]), ...(panel ? ['--panel'] : []),
];

function saySignIn({ owner }: DemoState): void {
  console.log(`         登录 Sign in: ${owner.email}  密码 password: ${owner.password}`);
}

/** A line each twentieth of the way. */
function progressLine(): (progress: Progress) => void {
  let said = 0;
  return ({ share, now, callbacks }) => {
    const twentieth = Math.floor(share * 20);
    if (twentieth <= said) return;
    said = twentieth;
    say(`${String(twentieth * 5).padStart(3)} %  ${localDay(now)}  ${callbacks.toLocaleString('en-US')} 条推送 callbacks`);
  };
}
