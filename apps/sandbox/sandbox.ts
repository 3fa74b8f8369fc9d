import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { type Log, createLog } from '@qingniao/kernel';
import Fastify, { type FastifyInstance } from 'fastify';
import { serveControl } from './control/index.ts';
import { servePages } from './pages/index.ts';
import { servePlay } from './play/serve.ts';
import type { AccountDraft } from './platform/accounts/settings.ts';
import { createVisits } from './platform/acts/visits.ts';
import { moveLinks } from './platform/articles/move.ts';
import { createLanes } from './platform/callbacks/lanes.ts';
import { createPoster } from './platform/callbacks/poster.ts';
import { createSender } from './platform/callbacks/sender.ts';
import { createRids } from './platform/errcodes/rids.ts';
import { createFaults } from './platform/faults/faults.ts';
import { apis } from './platform/http/apis.ts';
import { serveApis } from './platform/http/serve.ts';
import { openLedger } from './platform/ledger/ledger.ts';
import { servePay } from './platform/pay/serve.ts';
import { type Platform, completed, newAccount, newState } from './platform/platform.ts';
import type { Clock } from './platform/time/clock.ts';
import { populate, runLive } from './platform/time/run.ts';
import { type Saved, readSnapshot, writeSnapshot } from './platform/time/snapshot.ts';
import { worldOf } from './platform/world.ts';
import type { Engine, Operator, PopulationAbout, World } from './world.ts';

export interface SandboxOptions {
  /** Folder of snapshot and ledger; made when absent. */
  data: string;
  /** 0 takes a free port. */
  port?: number;
  host?: string;
  seed?: string;
  /** Stepped history [start, until); live time when absent. Ignored when a snapshot is found. */
  history?: { start: number; until: number };
  /** Accounts of a new world. */
  accounts?: readonly AccountDraft[];
  engine?: Engine | null;
  population?: PopulationAbout;
  operator?: Operator | null;
  /** Callbacks and visits in flight at most. */
  connections?: number;
  log?: Log;
}

export interface Sandbox {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  url: string;
  platform: Platform;
  world: World;
  /** True when the world came from a snapshot. */
  restored: boolean;
  save(): void;
  /** Stops, answers what is under way, and saves. */
  close(): Promise<void>;
}

const SAVE_EVERY = 60_000;
/** A large world takes seconds to write: it may take a hundredth of the time at most. */
const SAVE_SHARE = 100;

/** Starts the platform on one port. Throws when the port is taken or the snapshot cannot be read. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  mkdirSync(options.data, { recursive: true });
  const saved = readSnapshot(options.data);
  const platform = assemble(options, saved);
  if (saved?.state.populated) {
    platform.engine?.restore(platform.world, saved.engine);
    platform.operator?.restore(saved.operator);
  }

  let savedChanges = platform.changes;
  let notBefore = 0;
  const save = (): void => {
    savedChanges = platform.changes;
    const began = performance.now();
    writeSnapshot(options.data, {
      state: platform.state, ledger: platform.ledger.state(),
      engine: platform.state.populated ? platform.engine?.save() : undefined, operator: platform.operator?.save(),
    });
    notBefore = performance.now() + SAVE_SHARE * (performance.now() - began);
  };
  let stopLive: (() => Promise<void>) | null = null;
  const goLive = (): void => {
    stopLive ??= runLive(platform);
  };
  const leaveLive = async (): Promise<void> => {
    await stopLive?.();
    stopLive = null;
  };

  const app = Fastify({ logger: false, forceCloseConnections: true, routerOptions: { maxParamLength: 512 } });
  await serveApis(app, platform);
  await servePay(app, platform);
  await servePages(app, platform);
  await servePlay(app);
  await serveControl(app, platform, { save, goLive, leaveLive });
  platform.baseUrl = await listen(app, options, platform.state.baseUrl);
  moveLinks(platform.state, platform.baseUrl);
  // Whoever connects before the first hour finds the community that follows already.
  if (platform.engine && platform.state.clock.mode === 'stepped') await populate(platform);
  if (platform.state.clock.mode === 'live') goLive();
  const timer = setInterval(() => {
    const due = platform.changes !== savedChanges && performance.now() >= notBefore;
    if (platform.state.clock.mode === 'live' && due) save();
  }, SAVE_EVERY);
  timer.unref();

  return {
    url: platform.baseUrl,
    platform,
    world: platform.world,
    restored: saved !== null,
    save,
    async close() {
      clearInterval(timer);
      await leaveLive();
      await app.close();
      await platform.lanes.idle();
      await platform.poster.close();
      save();
      platform.ledger.close();
    },
  };
}

function assemble(options: SandboxOptions, saved: Saved | null): Platform {
  const connections = options.connections ?? 24;
  const { history } = options;
  const poster = createPoster(connections);
  const clock: Clock = history
    ? { mode: 'stepped', at: history.start, offset: 0, start: history.start, until: history.until, plannedTo: 0 }
    : { mode: 'live', at: 0, offset: 0, start: 0, until: 0, plannedTo: 0 };
  const platform: Omit<Platform, 'world'> & { world?: World } = {
    state: saved ? completed(saved.state) : newState(options.seed ?? 'qingniao', clock),
    baseUrl: '',
    paths: new Set(apis.map((api) => api.path)),
    lanes: createLanes(connections),
    visits: createVisits(),
    lastTaps: new Map(),
    poster,
    sender: createSender(poster),
    ledger: openLedger(options.data, saved?.ledger),
    faults: createFaults(),
    rids: createRids(),
    engine: options.engine ?? null,
    population: options.population ?? null,
    operator: options.operator ?? null,
    log: options.log ?? createLog(),
    changes: 0,
    leftUnpaid: false,
    wake: () => undefined,
  };
  if (!saved) {
    for (const draft of options.accounts ?? []) {
      const account = newAccount(draft);
      platform.state.accounts.set(account.settings.appid, account);
    }
  }
  return Object.assign(platform, { world: worldOf(platform) });
}

/** A free port is the one from before when nobody has taken it: open browser tabs go on working. */
async function listen(app: FastifyInstance, { port = 0, host = '127.0.0.1' }: SandboxOptions, before: string): Promise<string> {
  const wanted = port === 0 && before !== '' && (await isFree(Number(new URL(before).port), host)) ? Number(new URL(before).port) : port;
  const address = await app.listen({ port: wanted, host });
  return address.replace('0.0.0.0', '127.0.0.1').replace('[::]', '127.0.0.1');
}

const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
