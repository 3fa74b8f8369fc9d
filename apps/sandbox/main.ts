import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, localDay, messageOf, shanghaiMidnight } from '@qingniao/kernel';
import { Command, InvalidArgumentError } from 'commander';
import { type SandboxOptions, startSandbox } from './sandbox.ts';
import type { AccountsOf, CreateEngine, CreateOperator, EngineOptions } from './world.ts';

interface Flags {
  port: number;
  host: string;
  data: string;
  population?: string;
  followers: number;
  seed: string;
  draw: 'quota' | 'random';
  panel: boolean;
  days: number;
  until?: string;
  connections: number;
}

const whole = (least: number) => (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least) throw new InvalidArgumentError(`a whole number from ${least}`);
  return number;
};
const date = (text: string): string => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text))) throw new InvalidArgumentError('a day such as 2026-03-31');
  return text;
};
const environment = (name: string, fallback: string): string => process.env[`QINGNIAO_SANDBOX_${name}`] ?? fallback;

const program = new Command('qingniao-sandbox')
  .description('A local WeChat platform (Official Account, Mini Program, Pay v3) with simulated followers. No real network is used.')
  .option('--port <n>', 'port; 0 takes a free one (QINGNIAO_SANDBOX_PORT)', whole(0), Number(environment('PORT', '8090')))
  .option('--host <address>', 'address to listen on (QINGNIAO_SANDBOX_HOST)', environment('HOST', '127.0.0.1'))
  .option('--data <folder>', 'where snapshot and ledger are kept (QINGNIAO_SANDBOX_DATA)', environment('DATA', join('data', 'sandbox')))
  .option('--population <file>', 'population to live a stepped history; without one the clock is live and nobody acts by themselves')
  .option('--followers <n>', 'size of the community at the end of the history', whole(1), 12_000)
  .option('--seed <text>', 'same seed, same people', 'qingniao')
  .option('--draw <how>', 'quota: person-level rates hit exactly; random: drawn independently', 'quota')
  .option('--panel', 'add the accounts of the population’s panel', false)
  .option('--days <n>', 'length of the history', whole(1), 365)
  .option('--until <day>', 'last day of the history, Beijing; yesterday by default', date)
  .option('--connections <n>', 'callbacks in flight at most', whole(1), 24);

/** The days end yesterday, or at --until; from midnight to midnight in Beijing. */
function historyOf({ until, days }: Flags): { start: number; until: number } {
  const after = until ? addDays(until, 1) : localDay(Date.now());
  return { start: shanghaiMidnight(addDays(after, -days)).getTime(), until: shanghaiMidnight(after).getTime() };
}

/** Openids are made from the appid: with the seed they are the same in every run. */
const appidOf = (seed: string, index: number): string => `wx${createHash('sha1').update(`${seed}/account/${index}`).digest('hex').slice(0, 16)}`;

async function optionsOf(flags: Flags): Promise<SandboxOptions> {
  const common = { data: flags.data, port: flags.port, host: flags.host, seed: flags.seed, connections: flags.connections };
  if (!flags.population) return common;
  const history = historyOf(flags);
  const options: EngineOptions = {
    population: JSON.parse(readFileSync(flags.population, 'utf8')) as unknown,
    followers: flags.followers, seed: flags.seed, draw: flags.draw, panel: flags.panel, ...history,
  };
  const population: { createEngine: CreateEngine; accountsOf: AccountsOf } = await import('./population/index.ts');
  const { calibrationOf } = await import('./population/calibration.ts');
  const brandTeam: { createOperator: CreateOperator } = await import('./operator/index.ts');
  return {
    ...common, history,
    accounts: population.accountsOf(options).map((account, index) => ({ ...account, appid: appidOf(flags.seed, index) })),
    engine: population.createEngine(options),
    population: { calibration: calibrationOf(options.population), draw: flags.draw },
    operator: brandTeam.createOperator(options),
  };
}

async function main(): Promise<void> {
  const flags = program.parse().opts<Flags>();
  const sandbox = await startSandbox(await optionsOf(flags));
  // One line for whoever started this process.
  process.stdout.write(`${JSON.stringify({ ready: true, url: sandbox.url, restored: sandbox.restored })}\n`);
  let closing = false;
  const stop = (): void => {
    if (closing) return;
    closing = true;
    sandbox.close().then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('disconnect', stop);
}

function fail(error: unknown): never {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  process.stderr.write(taken ? '端口已被占用，请用 --port 另选一个。The port is in use: choose another with --port.\n' : `${messageOf(error)}\n`);
  process.exit(1);
}

main().catch(fail);
