import { messageOf } from '@qingniao/kernel';
import { startProblem } from '../start-problem.ts';

export interface About {
  sandbox: true;
  /** Milliseconds since the epoch in the sandbox's time. */
  now: number;
  mode: 'stepped' | 'live';
  start: number;
  until: number;
  done: boolean;
  /** Live: where somebody wants time to be soon. */
  wanted: number | null;
}

export interface SandboxAccount {
  appid: string;
  originalId: string;
  name: string;
  kind: 'service' | 'subscription' | 'miniProgram';
  secret: string;
  followers: number;
}

/** A merchant of WeChat Pay as its console shows it once. */
export interface SandboxMerchant {
  mchid: string;
  serial: string;
  apiV3Key: string;
  privateKey: string;
  platform: { publicKeyId: string; publicKey: string };
}

export interface Step {
  now: number;
  done: boolean;
  callbacks: number;
  /** The brand team has just worked (no time has passed), or does so in the next step. */
  teamWorks: boolean;
}

export interface SandboxClient {
  readonly url: string;
  about(): Promise<About>;
  /**
   * Lives up to so many hours; fewer when the brand team has work, which is a step of its own. Answers while the last
   * callbacks are under way, except around the team's work and at the end.
   */
  step(hours: number): Promise<Step>;
  /** From live time back to stepped time up to then; returns the sandbox's present. */
  goStepped(until: number): Promise<About>;
  /** From here on real time; returns the sandbox's present. */
  goLive(): Promise<About>;
  accounts(): Promise<SandboxAccount[]>;
  addMiniProgram(draft: { appid: string; name: string; pages: string[] }): Promise<SandboxAccount>;
  /** A merchant that sells in these: mini programs, and accounts with a web shop. */
  addMerchant(appids: readonly string[]): Promise<SandboxMerchant>;
  /** The mini program is released, built for this shop. */
  releaseShop(appid: string, shop: { api: string; assetId: string; page: string; h5: { appid: string; assetId: string } }): Promise<void>;
  /** What an administrator types at mp.weixin.qq.com; throws when the URL does not answer as it should. */
  setCallback(appid: string, callback: { callbackUrl: string; token: string; aesKey: string; mode: string }): Promise<void>;
  configureOperator(settings: Record<string, unknown>): Promise<void>;
  snapshot(): Promise<void>;
}

/** Talks to a sandbox, and to nothing else: whatever does not say that it is one is refused. */
export async function reachSandbox(url: string): Promise<SandboxClient> {
  const call = async <T>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${url}/sandbox${path}`, {
      method, redirect: 'error', ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} /sandbox${path}: ${answer.status} ${text.slice(0, 300)}`);
    return JSON.parse(text) as T;
  };
  const about = () => call<About>('GET', '/about');
  await about().then(
    (answer) => {
      if (answer.sandbox !== true) throw notASandbox(url);
    },
    (error: unknown) => {
      throw notASandbox(url, error);
    },
  );
  return {
    url,
    about,
    step: (hours) => call<Step>('POST', '/clock/step', { hours, settle: false }),
    goStepped: (until) => call<About>('POST', '/clock/stepped', { until }),
    async goLive() {
      await call('POST', '/clock/live', {});
      return about();
    },
    accounts: async () => (await call<{ items: SandboxAccount[] }>('GET', '/accounts')).items,
    addMiniProgram: (draft) => call<SandboxAccount>('POST', '/accounts', { kind: 'miniProgram', ...draft }),
    addMerchant: (appids) => call<SandboxMerchant>('POST', '/merchants', { appids }),
    releaseShop: async (appid, shop) => void (await call('PATCH', `/accounts/${appid}`, { shop })),
    async setCallback(appid, callback) {
      await call('PATCH', `/accounts/${appid}`, callback);
      const { verified, reason } = await call<{ verified: boolean; reason?: string }>('POST', `/accounts/${appid}/verify`);
      if (!verified) throw new Error(`the sandbox could not verify ${callback.callbackUrl}: ${reason ?? 'no reason given'}`);
    },
    configureOperator: async (settings) => void (await call('POST', '/operator', settings)),
    snapshot: async () => void (await call('POST', '/snapshot')),
  };
}

const notASandbox = (url: string, cause?: unknown) =>
  startProblem('not_a_sandbox', {
    zh: `${url} 不是青鸟沙盒，不能跟随其时钟${cause ? `（${messageOf(cause)}）` : ''}。`,
    en: `${url} is not a Qingniao sandbox; its clock is not followed${cause ? ` (${messageOf(cause)})` : ''}.`,
  }, cause);
