import type { ProjectionRunner } from '@qingniao/storage';
import { requireInstallation, requireStopped } from '../open-database.ts';
import { openHistory, type History } from '../open-history.ts';
import { readSettings } from '../settings.ts';
import { startProblem } from '../start-problem.ts';
import { commandLog, grouped, progress, seconds } from './terminal.ts';

export interface RebuildFlags {
  /** Only the tables of the warehouse. */
  warehouse: boolean;
  /** Only this one. */
  projection?: string;
}

/** Contacts and follows are copied as they change; derived anew, they are copied anew. */
const copiesOf: Record<string, string[]> = { people: ['warehouse_contacts', 'warehouse_follow_periods'] };

/** `qingniao rebuild`: projections and warehouse anew from the log. */
export async function rebuild(flags: RebuildFlags): Promise<void> {
  const settings = readSettings();
  requireInstallation(settings);
  // Beside a product on your own engines this is safe: it waits for, and is waited for by, the cursors' locks.
  if (settings.databaseUrl === null || settings.clickhouseUrl === null) await requireStopped(settings);
  const history = await openHistory(settings, commandLog(settings));
  try {
    for (const [runner, name] of await chosen(history, flags)) await rebuildOne(runner, name);
  } finally {
    await history.stopping.run();
  }
}

async function chosen({ projections, forwarders }: History, { warehouse, projection }: RebuildFlags): Promise<[ProjectionRunner, string][]> {
  const namesOf = async (runner: ProjectionRunner) => (await runner.lag()).map(({ name }): [ProjectionRunner, string] => [runner, name]);
  const copies = await namesOf(forwarders);
  const all = [...(await namesOf(projections)), ...copies];
  if (projection === undefined) return warehouse ? copies : all;
  const wanted = [projection, ...(copiesOf[projection] ?? [])];
  if (all.some(([, name]) => name === projection)) return all.filter(([, name]) => wanted.includes(name));
  const known = all.map(([, name]) => name);
  throw startProblem('unknown_projection', {
    zh: `没有名为 ${projection} 的投影，可选：${known.join('、')}。`, en: `There is no projection ${projection}; choose from ${known.join(', ')}.`,
  });
}

/** Empties one and replays the log into it, saying how far it is. */
export async function rebuildOne(runner: ProjectionRunner, name: string): Promise<void> {
  const started = performance.now();
  const line = progress();
  const look = async () => {
    const one = (await runner.lag()).find((each) => each.name === name);
    if (one && one.head > 0) line.at(`${name}: ${Math.floor((one.cursor / one.head) * 100)} % (${grouped(one.cursor)} / ${grouped(one.head)})`);
  };
  // A look that fails says nothing; the rebuild itself will.
  const looking = setInterval(() => void look().catch(() => undefined), 500);
  try {
    await runner.rebuild(name);
  } finally {
    clearInterval(looking);
    line.end();
  }
  console.log(`${name}: ${seconds(started)}`);
}
