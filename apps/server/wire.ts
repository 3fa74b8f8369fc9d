import { createMailer, type App, type Mailer } from '@qingniao/access';
import { createAppender, createCallbackTally, type Appender } from '@qingniao/activity';
import { openAudience, type Audience } from '@qingniao/audience';
import { createLog, type Log } from '@qingniao/kernel';
import { LOG_CHANNEL, type Pace, type Stores } from '@qingniao/storage';
import { closeWechatConnections } from '@qingniao/wechat';
import { join } from 'node:path';
import { readDemoState } from './demo/demo-state.ts';
import { subjectNames } from './names.ts';
import { buildHttp } from './http/build.ts';
import { createLiveHub } from './live-hub.ts';
import { openHistory, type History } from './open-history.ts';
import { registerProofJob, type ProofDeps } from './proof/proof-job.ts';
import { openRooms, type Rooms } from './rooms.ts';
import { groupRunners } from './runner-group.ts';
import { productRoot } from './root.ts';
import { noteRunning } from './running.ts';
import { baseUrlOf, type Settings } from './settings.ts';
import { listenProblem, requireFreePort } from './start-problem.ts';
import { isRealWechat, wechatOf } from './wechat-addresses.ts';

/** The product without its door: what commands that act work with. */
export interface Core extends History {
  appender: Appender;
  rooms: Rooms;
  /** Keeps the members of segments true. */
  audience: Audience;
  mailer: Mailer;
  /** The address people type; final once the server listens. */
  baseUrl: () => string;
}

export interface Product extends Core {
  /** The port it listens on. */
  port: number;
}

export const logOf = (settings: Settings): Log => createLog(settings.logLevel);

/** Opens everything but HTTP. Timers, jobs and projections are at work when it returns. */
export async function openCore(settings: Settings, log: Log, port: () => number, pace?: Pace): Promise<Core> {
  const history = await openHistory(settings, log, pace);
  const { stores, secrets, stopping } = history;
  try {
    stopping.add('wechat connections', closeWechatConnections);
    const baseUrl = () => baseUrlOf(settings, port());
    const appender = await createAppender({ database: stores.database, log });
    stopping.add('log', () => appender.close());
    const mailer = createMailer(settings.smtpUrl, settings.mailFrom);
    const audience = openAudience({ stores, secrets, log, ...(pace ? { pace } : {}) });
    stopping.add('audience', () => audience.close());
    const rooms = await openRooms({ stores, appender, secrets, log, mailer, wechat: wechatOf(settings), payUrl: settings.wechatPay, relayHosts: settings.relayHosts, chromium: settings.chromium, baseUrl });
    stopping.add('rooms', () => rooms.close());
    // Before what they work with: a job that loses its connection would try again instead of ending.
    stopping.add('timers and jobs', () => Promise.all([stores.timers.stop(), stores.jobs.stop()]));
    return { ...history, appender, rooms, audience, mailer, baseUrl };
  } catch (error) {
    await stopping.run();
    throw error;
  }
}

/** Lets answers under way finish; a connection that is still open then (a client that never reads) is cut. */
async function closeWithin(app: App, grace: number): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), grace);
  await app.close();
  clearTimeout(cut);
}

/** A demo's callbacks come by the hundred a second: a fifth of a second later is soon enough to show them. */
const YEAR_IN_A_MINUTE: Pace = { least: 100, share: 1 / 4, most: 400 };

/** How a product beside a sandbox takes its time from it. */
export interface FollowedTime {
  /** What a callback's own timestamp says, milliseconds. */
  reached(now: number): void;
}

const proofDeps = ({ database, warehouse, jobs }: Stores, { wechatApi, dataDir }: Settings): ProofDeps =>
  ({ database, warehouse, jobs, wechatApi, panelBrandId: () => readDemoState(dataDir)?.panelBrandId ?? null });

/** The whole product, listening. Throws one plain sentence when it cannot start. */
export async function openProduct(settings: Settings, log: Log, followed: FollowedTime | null = null): Promise<Product> {
  await requireFreePort(settings.host, settings.port);
  let port = settings.port;
  const core = await openCore(settings, log, () => port, followed ? YEAR_IN_A_MINUTE : undefined);
  const { stores, appender, rooms, mailer, projections, secrets, baseUrl, stopping } = core;
  const { database } = stores;
  try {
    const tally = createCallbackTally({ database, log });
    stopping.add('callback counts', () => tally.close());
    const hub = await createLiveHub({ database, projections, channel: LOG_CHANNEL, log });
    const proof = followed && proofDeps(stores, settings);
    if (proof) registerProofJob(proof);
    const app = await buildHttp({
      log, trustProxy: settings.trustProxy, secure: settings.baseUrl?.startsWith('https:') ?? false, requestsPerMinute: settings.requestsPerMinute,
      access: { database, secrets, mailer, baseUrl, subjectNames },
      callback: { assets: rooms.callbackAssets, decideReply: rooms.accounts.decideReply, relayOf: rooms.accounts.relayOf, tally, appender, log },
      hub,
      status: { stores, projections: groupRunners([projections, ...core.audience.lanes, core.forwarders]), followsSandbox: followed !== null },
      followed, proof,
      rooms: rooms.deps,
      shop: {
        folder: join(productRoot, 'apps/minihost/dist'), database, oauthOf: rooms.deps.links.oauthOf, authorize: settings.wechatOpen,
        frames: isRealWechat(settings) ? [] : [new URL(settings.wechatOpen).origin],
      },
      consoleFolder: join(productRoot, 'apps/console/dist'),
    });
    stopping.add('http', () => closeWithin(app, 5000));
    // Open pages hold their connection: they are let go before the server waits for its last answers.
    stopping.add('live pages', () => hub.close());
    await app.listen({ host: settings.host, port: settings.port }).catch((error: unknown) => {
      throw listenProblem(error, settings.host, settings.port);
    });
    const address = app.server.address();
    port = typeof address === 'object' && address ? address.port : settings.port;
    const warehouseUrl = (await core.stores.embedded.warehouse?.url()) ?? settings.clickhouseUrl!;
    stopping.add('note', await noteRunning(settings.dataDir, { pid: process.pid, address: baseUrl(), databaseUrl: database.url, warehouseUrl, wechat: wechatOf(settings) }));
    return { ...core, port };
  } catch (error) {
    await stopping.run();
    throw error;
  }
}
