import { messageOf, unavailable } from '@qingniao/kernel';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';

/** One thing that happened, as the sandbox wrote it down. `at` in milliseconds. */
export interface LedgerLine {
  at: number;
  appid: string;
  type: string;
  openid?: string;
  /** Of a follow: WeChat's scene; of a read: where the reader came from; of a mass send: its msg_id. */
  source?: string;
  /** The article, `<msg_data_id>_<position from 1>`. */
  msgid?: string;
  outside?: boolean;
  category?: string;
  share?: number;
  like?: number;
  zaikan?: number;
  favourite?: number;
  accepted?: number;
  to?: 'everyone' | 'tag' | 'list';
  sent?: number;
  articles?: number;
  dataId?: string | null;
}

/** What one account's followers did and were sent. */
export interface Told {
  /** In order of time, those who followed already first. */
  lines: LedgerLine[];
  /** msg_id → the openids a mass send was meant for when it was accepted. */
  audiences: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What the sandbox knows of an account whose followers are no people: the panel's. */
export interface AccountYear {
  appid: string;
  /** Followers before the period and at its end; null where the sandbox lived through those days. */
  opening: number | null;
  closing: number | null;
  sends: { day: string; articles: number }[];
}

export interface SandboxAbout {
  now: number;
  start: number;
  until: number;
  done: boolean;
  /** `calibration`: the year whose published figures its population reproduces, null for any other population. */
  population: { calibration: string | null; draw: 'quota' | 'random' } | null;
}

export interface LedgerSource {
  about: SandboxAbout;
  told(appid: string): Promise<Told>;
  accounts(from: string, to: string): Promise<AccountYear[]>;
}

/** Reads a sandbox's ledger. Throws one plain sentence when there is no sandbox at the address. */
export async function reachLedger(url: string): Promise<LedgerSource> {
  const get = async (path: string): Promise<Response> => {
    const answer = await fetch(`${url}/sandbox${path}`, { redirect: 'error' });
    if (!answer.ok) throw new Error(`/sandbox${path}: ${answer.status} ${(await answer.text()).slice(0, 200)}`);
    return answer;
  };
  const about = await get('/about').then((answer) => answer.json() as Promise<SandboxAbout & { sandbox?: boolean }>).catch((error: unknown) => {
    throw noSandbox(url, error);
  });
  if (about.sandbox !== true) throw noSandbox(url, null);
  return {
    about,
    async told(appid) {
      const lines: LedgerLine[] = [];
      const answer = await get('/ledger?format=ndjson');
      for await (const text of createInterface({ input: Readable.fromWeb(answer.body as never), crlfDelay: Infinity })) {
        const line = JSON.parse(text) as LedgerLine;
        if (line.appid === appid) lines.push(line);
      }
      const audiences = new Map<string, ReadonlySet<string>>();
      for (const { source } of lines.filter((line) => line.type === 'mass')) {
        const openids = await (await get(`/ledger/audience?appid=${appid}&msgId=${source}`)).text();
        audiences.set(source!, new Set(openids.split('\n').filter((openid) => openid !== '')));
      }
      return { lines, audiences };
    },
    accounts: async (from, to) => ((await (await get(`/ledger/accounts?from=${from}&to=${to}`)).json()) as { items: AccountYear[] }).items,
  };
}

const noSandbox = (url: string, cause: unknown) =>
  unavailable('no_ledger', {
    zh: `${url} 不是青鸟沙盒${cause ? `（${messageOf(cause)}）` : ''}：核对需要沙盒的台账，请先运行 qingniao demo。`,
    en: `${url} is no Qingniao sandbox${cause ? ` (${messageOf(cause)})` : ''}: the proof needs the ledger of one. Start qingniao demo first.`,
  }, { cause });
